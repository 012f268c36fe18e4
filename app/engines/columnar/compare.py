"""Two readings of the whole graph side by side, over columns: which relations, pairs and entities differ."""

from __future__ import annotations

import functools

import numpy as np

from app.engines.columnar.survey import Surveyed, Surveyor, spread
from app.graph.contract import Comparison
from app.graph.filters import EVERYTHING, Filters
from app.graph.status import STATUS_RANK
from app.model.claim import Status
from app.snapshot.columns import Bool, Int8, Int32, Int64, Snapshot, read_only

# Only what is affirmed as fact weighs in signs (ruling R8).
_WEIGHING = (STATUS_RANK[Status.ASSERTED], STATUS_RANK[Status.ATTRIBUTED])


class Comparer:
    """Answers `compare` on one snapshot."""

    def __init__(self, snapshot: Snapshot, surveyor: Surveyor) -> None:
        self._columns = snapshot.columns
        self._surveyor = surveyor
        self._entities = len(snapshot.entities)

    def compare(self, before: Filters, after: Filters) -> Comparison:
        """What differs between two selections of the whole graph."""
        one = self._surveyor.surveyed(EVERYTHING, before, with_claims=True)
        two = self._surveyor.surveyed(EVERYTHING, after, with_claims=True)
        return Comparison(
            self._relations(one, two),
            self._pairs(one, two),
            np.flatnonzero(self._present(two) & ~self._present(one)).tolist(),
            np.flatnonzero(self._present(one) & ~self._present(two)).tolist(),
        )

    def _relations(self, one: Surveyed, two: Surveyed) -> list[tuple[int, int, int, int, int]]:
        columns = self._columns
        in_one, in_two = self._claims(one), self._claims(two)
        touched = np.unique(columns.claim_relation[np.flatnonzero(in_one != in_two)])
        (status_one, tone_one), (status_two, tone_two) = self._spread(one, touched), self._spread(two, touched)
        differs = (status_one != status_two) | (tone_one != tone_two)
        alike = touched[~differs]
        if len(alike):
            claims = spread(columns.relation_claims[alike], columns.relation_claims[alike + 1])
            heard = np.setxor1d(self._voices(claims[in_one[claims]]), self._voices(claims[in_two[claims]]))
            differs |= np.isin(touched, heard // self._entities)
        rows = (touched, status_one, status_two, tone_one, tone_two)
        return list(zip(*(column[differs].tolist() for column in rows), strict=True))

    def _voices(self, claims: Int32) -> Int64:
        """Who speaks in the claims of which relation, each pair once, as relation * entities + voice."""
        columns = self._columns
        starts, ends = columns.claim_voices[claims], columns.claim_voices[claims + 1]
        relations = np.repeat(columns.claim_relation[claims].astype(np.int64), ends - starts)
        return np.unique(relations * self._entities + columns.voice[spread(starts, ends)])

    def _claims(self, found: Surveyed) -> Bool:
        mask = np.zeros(len(self._columns.claim_relation), dtype=np.bool_)
        mask[found.claims] = True
        return mask

    def _spread(self, found: Surveyed, rows: Int32) -> tuple[Int8, Int8]:
        status = np.full(len(self._columns.relation_subject), -1, dtype=np.int8)
        tone = np.zeros(len(status), dtype=np.int8)
        status[found.relations], tone[found.relations] = found.amounts.status, found.amounts.polarity
        return status[rows], tone[rows]

    def _present(self, found: Surveyed) -> Bool:
        present = np.zeros(self._entities, dtype=np.bool_)
        present[self._columns.relation_subject[found.relations]] = True
        present[self._columns.relation_object[found.relations]] = True
        return present

    def _pairs(self, one: Surveyed, two: Surveyed) -> list[tuple[int, int, int, int]]:
        keys, index = self._pair_index
        before, after = self._signs(one, index, len(keys)), self._signs(two, index, len(keys))
        rows = np.flatnonzero(before != after)
        low, high = np.divmod(keys[rows], self._entities)
        return list(zip(low.tolist(), high.tolist(), before[rows].tolist(), after[rows].tolist(), strict=True))

    @functools.cached_property
    def _pair_index(self) -> tuple[Int64, Int32]:
        """The pairs of entities that have relations, as low * entities + high, and the pair of each relation."""
        subject = self._columns.relation_subject.astype(np.int64)
        object_ = self._columns.relation_object.astype(np.int64)
        keys, index = np.unique(
            np.minimum(subject, object_) * self._entities + np.maximum(subject, object_), return_inverse=True
        )
        return read_only(keys, np.int64), read_only(index, np.int32)

    @staticmethod
    def _signs(found: Surveyed, index: Int32, pairs: int) -> Int8:
        weight = np.where(np.isin(found.amounts.status, _WEIGHING), found.amounts.polarity, 0)
        totals = np.bincount(index[found.relations], weights=weight, minlength=pairs)
        return np.sign(totals).astype(np.int8)
