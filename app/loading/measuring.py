"""What assertions measure: records of each kind by their names, and dotted paths into them, as curators write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from app.loading.building import ClaimBuilder
from app.loading.claim_records import ClaimRecord, SilenceRecord
from app.loading.corpus import Corpus
from app.loading.ontology_records import EntityTypeRecord, RelationTypeRecord
from app.loading.records import EntityRecord, Record, SourceRecord
from app.loading.shape import record_in
from app.model.ontology import Ontology

_RECORDS: Final[Mapping[str, type[Record]]] = {
    "entities": EntityRecord,
    "claims": ClaimRecord,
    "sources": SourceRecord,
    "silences": SilenceRecord,
    "relation_types": RelationTypeRecord,
    "entity_types": EntityTypeRecord,
}

_SOURCE = "source"  # stands once at the top of a file of claims or silences, and holds for each of them


@dataclass(frozen=True, slots=True)
class Thing:
    """A record, the names that it goes by, and for claims and silences the source that its file is about."""

    names: tuple[str, ...]
    record: Record
    source: str | None = None

    def values(self, path: str) -> Iterator[Any]:
        """The values that a dotted path leads to."""
        if path == _SOURCE:
            return iter((self.source,))
        return _values(self.record, path.split("."))

    def is_filled(self, path: str) -> bool:
        """Whether a path leads to anything."""
        return any(value not in (None, "", {}) for value in self.values(path))


@dataclass(frozen=True, slots=True)
class Measured:
    """Records of one kind."""

    things: tuple[Thing, ...]
    ontology: Ontology

    def all_names(self) -> frozenset[str]:
        """Every name of every record."""
        return frozenset(name for thing in self.things for name in thing.names)

    def without(self, waived: frozenset[str]) -> Measured:
        """The records that go by none of the names."""
        return Measured(tuple(one for one in self.things if waived.isdisjoint(one.names)), self.ontology)

    def where(self, wanted: Mapping[str, str]) -> Measured:
        """The records whose fields have the given values; a type stands for its subtypes too."""
        return Measured(tuple(one for one in self.things if self._matches(one, wanted)), self.ontology)

    def _matches(self, thing: Thing, wanted: Mapping[str, str]) -> bool:
        record = thing.record
        for path, text in wanted.items():
            found = [_written(value) for value in thing.values(path)]
            if path == "type" and isinstance(record, EntityRecord) and record.type in self.ontology.entity_types:
                found = list(self.ontology.entity_lineage(record.type))
            elif path == "type" and isinstance(record, ClaimRecord) and record.type in self.ontology.relation_types:
                found = list(self.ontology.relation_lineage(record.type))
            if text not in found:
                return False
        return True


def measured(corpus: Corpus, builder: ClaimBuilder, kind: str) -> Measured | None:
    """All records of a kind, None if some could not be read: a number of what is left would be wrong."""
    if kind not in _RECORDS:
        return None
    if (kind == "claims" and not corpus.relation_tree_known) or (kind == "entities" and not corpus.entity_tree_known):
        return None  # `where` would miss subtypes
    if kind == "claims":
        whole = corpus.claims_listed and all(batch.sound for batch in corpus.claims)
        found = _claims(corpus, builder) if whole else None
    elif kind == "silences":
        silences = [Thing((one.key,), one, batch.source) for batch in corpus.silences for one in batch.records()]
        found = silences if all(batch.sound for batch in corpus.silences) else None
    else:
        shelf: Any = getattr(corpus, kind)
        found = [Thing((record.id,), record) for record in shelf.records()] if shelf.sound else None
    return None if found is None else Measured(tuple(found), corpus.ontology)


def _claims(corpus: Corpus, builder: ClaimBuilder) -> list[Thing]:
    """Claims go by their key, by source/key, and by their id where they have one already."""
    ids = {id(one.entry): one.claim.id for one in builder.built}
    found: list[Thing] = []
    for source, entry in corpus.all_claims:
        record = entry.record
        if record is not None:
            keys = (record.key, f"{source}/{record.key}") if record.key else ()
            own = (ids[id(entry)],) if id(entry) in ids else ()
            found.append(Thing((*keys, *own), record, source))
    return found


def fields_of(kind: str) -> list[str]:
    """The fields of a kind."""
    return list(_RECORDS[kind].model_fields)


def has_field(kind: str, path: str) -> bool:
    """Whether a dotted path leads to a field of the kind; below a mapping any key may follow."""
    if path == _SOURCE and kind in ("claims", "silences"):
        return True
    current: type[BaseModel] = _RECORDS[kind]
    steps = path.split(".")
    for number, step in enumerate(steps, 1):
        if step not in current.model_fields:
            return False
        annotation = current.model_fields[step].annotation
        inner = record_in(annotation)
        if inner is None:
            return number == len(steps) or str(annotation).startswith("dict[")
        current = inner
    return True


def _values(value: Any, path: list[str]) -> Iterator[Any]:
    """The values that a path leads to; every member of a list counts."""
    if isinstance(value, tuple | list):
        for member in value:
            yield from _values(member, path)
    elif not path:
        yield value
    elif isinstance(value, dict):
        key = ".".join(path)
        if key in value:
            yield from _values(value[key], [])
        elif path[0] in value:
            yield from _values(value[path[0]], path[1:])
    elif isinstance(value, BaseModel):
        yield from _values(getattr(value, path[0], None), path[1:])


def _written(value: Any) -> str:
    """A value as curators write it."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
