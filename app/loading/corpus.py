"""Everything that was read, by kind, with what is known to be missing: no check complains about what was unread."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from app.loading.claim_records import AssertionRecord, ClaimRecord, SilenceRecord, WaiverRecord
from app.loading.document import Document
from app.loading.ontology_records import EntityTypeRecord, RelationTypeRecord
from app.loading.records import DatasetRecord, EntityRecord, Record, SourceRecord
from app.loading.rule_records import RuleRecord
from app.loading.shape import Entry
from app.model.ontology import Ontology

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Shelf(Generic[R]):
    """All records of one kind. `complete` is False when some could not be read, or say no id."""

    entries: tuple[Entry[R], ...] = ()
    complete: bool = True

    @functools.cached_property
    def by_id(self) -> Mapping[str, Entry[R]]:
        """The first record of each id; of wrong shape or not."""
        found: dict[str, Entry[R]] = {}
        for entry in self.entries:
            name = entry.text("id")
            if name is not None:
                found.setdefault(name, entry)
        return found

    @functools.cached_property
    def sound(self) -> bool:
        """Whether every record was read and has the right shape."""
        return self.complete and all(entry.record is not None for entry in self.entries)

    def records(self) -> Iterator[R]:
        """The records of right shape."""
        return (entry.record for entry in self.entries if entry.record is not None)


@dataclass(frozen=True)
class Batch(Shelf[R]):
    """The records of a file that is about one source; `document` is that file."""

    document: Document = Document("", None)
    source: str = ""


@dataclass(frozen=True)
class Corpus:
    """All records of all files."""

    entity_types: Shelf[EntityTypeRecord] = Shelf()
    relation_types: Shelf[RelationTypeRecord] = Shelf()
    datasets: Shelf[DatasetRecord] = Shelf()
    entities: Shelf[EntityRecord] = Shelf()
    sources: Shelf[SourceRecord] = Shelf()
    claims: tuple[Batch[ClaimRecord], ...] = ()
    silences: tuple[Batch[SilenceRecord], ...] = ()
    assertions: Shelf[AssertionRecord] = Shelf()
    waivers: Shelf[WaiverRecord] = Shelf()
    rules: Shelf[RuleRecord] = Shelf()
    claims_listed: bool = True  # False: there may be files of claims that nobody has seen

    @functools.cached_property
    def merged(self) -> Mapping[str, str]:
        """From each merged id to the id of the entity that took it in."""
        found: dict[str, str] = {}
        for entry in self.entities.entries:
            name = entry.text("id")
            for _, old in entry.texts("merged_ids", "*") if name is not None else ():
                if old not in self.entities.by_id:
                    found.setdefault(old, str(name))
        return found

    @functools.cached_property
    def entity_ids(self) -> frozenset[str]:
        """All ids that a reference may name: of entities, and merged ones."""
        return frozenset(self.entities.by_id) | frozenset(self.merged)

    def resolve(self, name: str) -> str:
        """The id of the entity that a possibly merged id stands for."""
        return self.merged.get(name, name)

    def entity_type(self, name: str | None) -> str | None:
        """The type of an entity, where both are known."""
        entry = self.entities.by_id.get(self.resolve(name)) if name is not None else None
        found = entry.text("type") if entry else None
        return found if found in self.ontology.entity_types else None

    @functools.cached_property
    def ontology(self) -> Ontology:
        """The types of right shape; parents of relation types that do not exist are left out."""
        relation_types = [record.to_model() for record in _unique(self.relation_types)]
        names = {one.id for one in relation_types}
        return Ontology.of(
            (record.to_model() for record in _unique(self.entity_types)),
            (one if one.parent in names else replace(one, parent=None) for one in relation_types),
        )

    def relation_known(self, name: str) -> bool:
        """Whether a relation type and all types above it have the right shape: else not all it declares is known."""
        seen: set[str] = set()
        current: str | None = name
        while current is not None and current not in seen:
            seen.add(current)
            if current not in self.ontology.relation_types:
                return False
            current = self.relation_types.by_id[current].text("parent")
        return True

    @functools.cached_property
    def entity_tree_known(self) -> bool:
        """Whether the tree of entity types is whole and a tree: else nothing can be said about what fits where."""
        if not self.entity_types.sound:
            return False
        types, lineage = self.ontology.entity_types, self.ontology.entity_lineage
        steps = [(one.id, parent) for one in types.values() for parent in one.parents]
        return all(parent in types and name not in lineage(parent) for name, parent in steps)

    @functools.cached_property
    def relation_tree_known(self) -> bool:
        """Whether every relation type was read, with all types above it."""
        return self.relation_types.sound and all(self.relation_known(name) for name in self.ontology.relation_types)

    @functools.cached_property
    def all_claims(self) -> tuple[tuple[str, Entry[ClaimRecord]], ...]:
        """Each claim with its source."""
        return tuple((batch.source, entry) for batch in self.claims for entry in batch.entries)

    @functools.cached_property
    def sources_with_lost_claims(self) -> frozenset[str]:
        """The sources of which a file of claims could not be read whole."""
        return frozenset(batch.source for batch in self.claims if not batch.complete)

    @functools.cached_property
    def claims_by_source(self) -> Mapping[str, Sequence[Entry[ClaimRecord]]]:
        """The claims of each source that has any."""
        found: dict[str, list[Entry[ClaimRecord]]] = {}
        for source, entry in self.all_claims:
            found.setdefault(source, []).append(entry)
        return found


def _unique(shelf: Shelf[R]) -> Iterable[R]:
    return (entry.record for entry in shelf.by_id.values() if entry.record is not None)
