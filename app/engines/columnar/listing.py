"""Lists of entities and claims from columns: which are there, in which order, and what lies beyond a part."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.engines.columnar.digests import rows_of
from app.engines.columnar.matches import Handles, Matches
from app.engines.columnar.select import Selector
from app.engines.columnar.survey import Surveyor, spread
from app.engines.columnar.verdicts import RANKS, Amounts, alone
from app.graph.contract import EntityNeeds
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.status import STATUS_RANK
from app.snapshot.columns import EXISTENCES, Bool, Int32, Int64, Snapshot
from app.snapshot.entity_columns import country_code


class Lister:
    """Lists on one snapshot."""

    def __init__(self, snapshot: Snapshot, selector: Selector, surveyor: Surveyor) -> None:
        self._columns = snapshot.columns
        self._index = snapshot.index
        self._sources = tuple(snapshot.sources)
        self._entity_types = tuple(snapshot.ontology.entity_types)
        self._entities = len(snapshot.entities)
        self._selector = selector
        self._surveyor = surveyor
        self._sides = (snapshot.out_events, snapshot.out_states, snapshot.in_events, snapshot.in_states)

    @functools.cached_property
    def _degree(self) -> Int64:
        return np.diff(self._index.out_start) + np.diff(self._index.in_start)

    @functools.cached_property
    def _by_degree(self) -> Int32:
        return np.lexsort((np.arange(self._entities), -self._degree)).astype(np.int32)

    def entities(self, needs: EntityNeeds, *, by_name: bool) -> Sequence[int]:
        """The entities that meet the needs: most relations first, or by label."""
        columns = self._columns
        ordered = columns.entity_by_label if by_name else self._by_degree
        kept = np.ones(self._entities, dtype=np.bool_)
        if needs.ids is not None:
            kept[:] = False
            kept[list(needs.ids)] = True
        if needs.type is not None:
            kept &= self._of_types(needs.type)[columns.entity_type]
        if needs.generic is not None:
            kept &= columns.entity_generic == needs.generic
        if needs.existence is not None:
            table = np.array([e.value in needs.existence for e in EXISTENCES], dtype=np.bool_)
            kept &= table[columns.entity_existence]
        if needs.country is not None:
            codes = [code for code in map(country_code, needs.country) if code >= 0]
            kept &= np.isin(columns.entity_country, codes)
        return Handles(ordered[kept[ordered]])

    def present(
        self, scope: Scope, filters: Filters, types: frozenset[str] | None, without: Collection[int]
    ) -> Sequence[int]:
        """The entities at the ends of the relations that pass: most relations of all first, then by handle."""
        found = self._present(scope, filters)
        if types is not None:
            found = found[self._of_types(types)[self._columns.entity_type[found]]]
        if without:
            found = found[~np.isin(found, list(without))]
        return Handles(found)

    def _present(self, scope: Scope, filters: Filters) -> NDArray[np.integer[Any]]:
        kernels = self._surveyor.kernels
        native = None if kernels is None else kernels.present(scope, filters)
        if native is not None:
            return native
        relations = self._surveyor.surveyed(scope, filters, with_claims=False, worth=False).relations
        there = np.zeros(self._entities, dtype=np.bool_)
        there[self._columns.relation_subject[relations]] = True
        there[self._columns.relation_object[relations]] = True
        handles = np.flatnonzero(there)
        return handles[np.argsort(-self._degree[handles], kind="stable")]

    def _of_types(self, types: frozenset[str]) -> Bool:
        return np.array([t in types for t in self._entity_types], dtype=np.bool_)

    def beyond(self, inside: frozenset[int], filters: Filters) -> Mapping[int, int]:
        """For entities inside with neighbours outside: how many of those."""
        kernels = self._surveyor.kernels
        native = None if kernels is None else kernels.beyond(inside, filters)
        if native is not None:
            return native
        found = self._surveyor.surveyed(Scope(incident=inside), filters, with_claims=False, worth=False).relations
        within = np.zeros(self._entities, dtype=np.bool_)
        within[list(inside)] = True
        ends = self._columns.relation_subject[found], self._columns.relation_object[found]
        out, into = within[ends[0]] & ~within[ends[1]], within[ends[1]] & ~within[ends[0]]
        near = np.concatenate((ends[0][out], ends[1][into])).astype(np.int64)
        pairs = np.unique(near * self._entities + np.concatenate((ends[1][out], ends[0][into])))
        nodes, counts = np.unique(pairs // self._entities, return_counts=True)
        return dict(zip(nodes.tolist(), counts.tolist(), strict=True))

    def claims(self, scope: Scope, filters: Filters) -> Sequence[int]:
        """The claims that meet every filter themselves; status and polarity look at each alone."""
        columns = self._columns
        plain = filters.without("status", "polarity")
        if scope == EVERYTHING and next(plain.active(), None) is None:
            claims = np.arange(len(columns.claim_relation), dtype=np.int32)
        elif scope == EVERYTHING and plain.source is not None and plain == Filters(source=plain.source):
            positions = [position for position, key in enumerate(self._sources) if key in plain.source]
            claims = np.flatnonzero(np.isin(columns.claim_source, positions)).astype(np.int32)
        else:
            claims = self._surveyor.surveyed(scope, plain, with_claims=True, worth=False).claims
        if plain.selects_claims:
            claims = claims[self._selector.selected(plain, claims)]
        if filters.status is not None:
            claims = claims[np.isin(alone(columns, claims), [STATUS_RANK[s] for s in filters.status])]
        if filters.polarity is not None:
            claims = claims[np.isin(columns.claim_polarity[claims], list(filters.polarity))]
        return Handles(claims)

    def alone(self, claims: Handles) -> Matches:
        """Each claim as if its relation had no other."""
        columns, rows = self._columns, claims.column.astype(np.int32)

        def judged() -> Amounts:
            return Amounts(alone(columns, rows), RANKS[columns.claim_confidence[rows]], columns.claim_polarity[rows])

        return Matches(columns, columns.claim_relation[rows], (rows, np.arange(len(rows) + 1, dtype=np.int64)), judged)

    def speakers(self, claims: Sequence[int]) -> Sequence[int]:
        """The entities that speak in any of the claims."""
        starts, voice = self._columns.claim_voices, self._columns.voice
        rows = rows_of(claims) if len(claims) else slice(0, 0)
        if isinstance(rows, slice):
            found = voice[int(starts[rows.start]) : int(starts[rows.stop])]
        else:
            found = voice[spread(starts[rows], starts[rows + 1])]
        return sorted(set(found.tolist()))

    def documents(self, claims: Sequence[int]) -> Sequence[str]:
        """The sources of the claims, in order of id."""
        column = self._columns.claim_source
        rows = rows_of(claims) if len(claims) else slice(0, 0)
        return [self._sources[position] for position in sorted(set(column[rows].tolist()))]

    def sources_of(self, entity: int) -> Sequence[str]:
        """The sources that say something about the entity, in order of id."""
        parts = [side.claim[int(side.start[entity]) : int(side.start[entity + 1])] for side in self._sides]
        found = np.unique(self._columns.claim_source[np.concatenate(parts)])
        return [self._sources[position] for position in found.tolist()]
