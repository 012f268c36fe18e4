"""What is known of each thing by itself: entities, claims and sources, off the records and columns of a snapshot."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import numpy as np

from app.engines.columnar.worth import facts_of
from app.graph.status import ClaimFacts
from app.model.claim import Claim
from app.model.dates import Bounds
from app.model.entity import Entity
from app.model.ontology import Ontology
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source
from app.snapshot.columns import Columns, Snapshot

KEPT = 16_384


class Records:
    """The part of the contract that needs no search."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._columns = snapshot.columns
        self._sources = tuple(snapshot.sources)
        # One answer asks for the same few thousand claims over and over.
        self._facts = functools.lru_cache(maxsize=KEPT)(functools.partial(facts_of, snapshot.columns))
        self._bounds = functools.lru_cache(maxsize=KEPT)(functools.partial(_bounds_of, snapshot.columns))

    @property
    def snapshot_id(self) -> str:
        """The content hash of the data."""
        return self._snapshot.id

    @property
    def ontology(self) -> Ontology:
        """Entity types and relation types."""
        return self._snapshot.ontology

    @property
    def entity_count(self) -> int:
        """How many entities there are."""
        return len(self._snapshot.entities)

    @property
    def claim_count(self) -> int:
        """How many claims there are."""
        return len(self._snapshot.claims)

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id."""
        return self._snapshot.sources

    @property
    def datasets(self) -> Mapping[str, DatasetInfo]:
        """All data sets by id."""
        return self._snapshot.datasets

    @property
    def silences(self) -> Sequence[Silence]:
        """All silences, ordered by source and key."""
        return self._snapshot.silences

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that came with the data."""
        return self._snapshot.rules

    def find_entity(self, key: str) -> int | None:
        """The handle of an entity id."""
        return self._snapshot.entity_handles.get(key)

    def merged_into(self, key: str) -> str | None:
        """The id that a merged id redirects to."""
        return self._snapshot.merged.get(key)

    def entity(self, entity: int) -> Entity:
        """The entity's record."""
        return self._snapshot.entities[entity]

    @functools.cached_property
    def _organs(self) -> Mapping[int, frozenset[int]]:
        """Of each entity that has organs: itself and all of them."""
        parents = self._columns.entity_organ_of
        above = {organ: int(parents[organ]) for organ in np.flatnonzero(parents >= 0).tolist()}
        below: dict[int, set[int]] = {}
        for organ in above:
            parent = above.get(organ)
            while parent is not None and organ not in below.setdefault(parent, {parent}):
                below[parent].add(organ)
                parent = above.get(parent)
        return {entity: frozenset(members) for entity, members in below.items()}

    def organs(self, entity: int) -> frozenset[int]:
        """The entity itself and everything that is an organ of it, at any depth."""
        return self._organs.get(entity) or frozenset((entity,))

    def find_claim(self, key: str) -> int | None:
        """The handle of a claim id."""
        return self._snapshot.claim_handles.get(key)

    def claim(self, claim: int) -> Claim:
        """The claim's record, its ends following merges."""
        return self._snapshot.claims[claim]

    def dated(self, claim: int) -> tuple[str, str]:
        """The source of the claim and its date, without the rest of its record."""
        return self._snapshot.claims.dated(claim)

    def paragraphs(self, claims: Sequence[int]) -> Sequence[tuple[str, int]]:
        """Where the claims stand: source and paragraph, each once, in order."""
        column = self._columns.claim_source
        places = zip((self._sources[column[c]] for c in claims), self.evidence(claims), strict=True)
        return sorted({(source, number) for source, numbers in places for number in numbers})

    def evidence(self, claims: Sequence[int]) -> Sequence[frozenset[int]]:
        """The paragraphs that each of the claims rests on."""
        return self._snapshot.claims.evidence(claims)

    def about_claims(self, claims: Sequence[int]) -> Sequence[int]:
        """Those of the claims that are about another claim."""
        return self._snapshot.claims.about_claims(claims)

    def claim_relation(self, claim: int) -> int:
        """The relation that a claim is on."""
        return int(self._columns.claim_relation[claim])

    def bounds(self, claim: int) -> Bounds:
        """The days on which the claim holds or its event happens."""
        return self._bounds(claim)

    def polarity(self, claim: int) -> int:
        """The tone of the claim."""
        return int(self._columns.claim_polarity[claim])

    def known_from(self, claim: int) -> int:
        """The day from which the claim is known."""
        return int(self._columns.claim_known[claim])

    def facts(self, claim: int) -> ClaimFacts:
        """What the verdict needs of a claim."""
        return self._facts(claim)


def _bounds_of(columns: Columns, claim: int) -> Bounds:
    return Bounds(
        int(columns.claim_possible_from[claim]),
        int(columns.claim_possible_to[claim]),
        int(columns.claim_certain_from[claim]),
        int(columns.claim_certain_to[claim]),
    )
