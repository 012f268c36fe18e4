"""The door to the kernels: filters and scopes become numbers, what kernels find becomes answers.

Kernels are there where numba is (the extra `scale`), and a snapshot is large enough to be worth loading it. What they
do not know (text search in notes, pairs of sets) is answered by the numpy code.
"""

from __future__ import annotations

import functools
import importlib.util
import threading
from collections.abc import Callable
from typing import Final

import numpy as np

from app.engines.columnar.sieves import Sieve, Sieves, ends_of_scope
from app.engines.columnar.verdicts import Amounts
from app.graph.contract import Survey
from app.graph.filters import NO_FILTERS, Filters, Scope
from app.graph.paths import Bounds, Path, PathRequest, too_many_relations, too_many_steps
from app.snapshot.columns import Int32, Int64, Snapshot, Worth

_LAST: Final = 2**30
WORTH_IT: Final = 10_000  # claims from which on loading numba pays


def kernels_for(snapshot: Snapshot, worth: Callable[[], Worth], wanted: bool | None) -> Kernels | None:
    """The kernels on a snapshot: where wanted, or (None) where they are there and pay; None where not.

    They rely on the order of claims that builders write; a snapshot that breaks it is answered without them.
    """
    if wanted is None:
        wanted = len(snapshot.columns.claim_relation) >= WORTH_IT
    if not wanted or importlib.util.find_spec("numba") is None:
        return None
    kernels = Kernels(snapshot, worth())
    return kernels if kernels.reliable else None


class Kernels:
    """Kernels on one snapshot. Safe to share between threads: what they write to belongs to the call or the thread."""

    def __init__(self, snapshot: Snapshot, worth: Worth) -> None:
        from app.engines.columnar.kernels import graph, layers, measure, survey, walks

        self._arrays = graph.arrays_of(snapshot, worth)  # keeps alive what the table points to
        self._table = graph.table_of(self._arrays)
        self._address = int(self._table.ctypes.data)
        self._survey, self._rows, self._remaining = survey.survey, survey.rows, survey.remaining
        self._walks, self._layers = walks, layers
        self._notes = _Notes((len(snapshot.entities), walks.NOTES), walks.STEPS)
        sieves = Sieves(snapshot)
        plain = sieves.of(NO_FILTERS, 0)
        assert plain is not None  # noqa: S101 - no filter is one that kernels do not know
        self.reliable, longest = measure.measure(self._address, plain.address)
        self._sieve: Callable[[Filters], Sieve | None] = functools.lru_cache(maxsize=256)(
            functools.partial(sieves.of, longest=int(longest))
        )

    def warm(self) -> None:
        """Call each kernel once, which loads its machine code or makes it."""
        nobody = Scope(incident=frozenset())
        self.survey(nobody, NO_FILTERS)
        self.remaining(np.empty(0, dtype=np.int32), NO_FILTERS)
        if len(self._notes.next()[0]) > 1:
            self.paths(PathRequest(0, 1, 1, 1), NO_FILTERS, Bounds(1 << 40, 1 << 40))

    def survey(self, scope: Scope, filters: Filters) -> Survey | None:
        """What `GraphView.survey` gives; None where kernels do not know the question."""
        found = self.found(scope, filters)
        return None if found is None else Survey(*self._rows(self._address, found).tolist())

    def surveyed(self, scope: Scope, filters: Filters) -> tuple[Int32, Amounts] | None:
        """The relations in scope that pass, and what they amount to; None where kernels do not know the question."""
        found = self.found(scope, filters)
        if found is None:
            return None
        worth = (found & 255).astype(np.int16)
        parts = (worth >> 4, worth >> 2 & 3, (worth & 3) - 1)
        return (found >> 8).astype(np.int32), Amounts(*(part.astype(np.int8) for part in parts))

    def remaining(self, relations: Int32, filters: Filters) -> Int32:
        """The claims of relations that the knowledge and date filters leave, in order of handle."""
        sieve = self._sieve(filters.without("q"))
        assert sieve is not None  # noqa: S101 - without text, there always is one
        claims: Int32 = self._remaining(self._address, sieve.address, relations)
        return claims

    def found(self, scope: Scope, filters: Filters) -> Int64 | None:
        """The relations in scope that pass, as `kernels.survey` packs them."""
        sieve, ends = self._sieve(filters), ends_of_scope(scope)
        if sieve is None or ends is None:
            return None
        found: Int64 = self._survey(self._address, sieve.address, ends.address)
        return found

    def paths(self, request: PathRequest, filters: Filters, bounds: Bounds) -> list[Path] | None:
        """What `graph.paths.find_paths` gives; None where kernels do not know the question."""
        sieve = self._sieve(filters)
        if sieve is None:
            return None
        notes, clock = self._notes.next()
        rows, passed = self._walks.best_paths(self._address, sieve.address, notes, clock, *request, *bounds)
        if passed:
            raise too_many_relations(bounds) if passed == 1 else too_many_steps(bounds)
        return [self._path(row) for row in rows.tolist()]

    def _path(self, row: list[int]) -> Path:
        at = self._layers
        length = row[at.P_LENGTH]
        entities, relations = row[at.P_ENTITIES :], row[at.P_RELATIONS :]
        return Path(tuple(entities[: length + 1]), tuple(relations[:length]), row[at.P_STATUS], 2 - row[at.P_DOUBT])


class _Notes(threading.local):
    """What a thread's searches note of entities; numbers never come twice, so that nothing is wiped between them."""

    def __init__(self, shape: tuple[int, int], step: int) -> None:
        self._notes = np.zeros(shape, dtype=np.int32)  # pages of it are there once something is noted on them
        self._step = step
        self._clock = 1

    def next(self) -> tuple[Int32, int]:
        """The notes, and the first of the numbers that the next search may use."""
        clock, self._clock = self._clock, self._clock + self._step
        if self._clock > _LAST:
            self._notes.fill(0)
            clock, self._clock = 1, 1 + self._step
        return self._notes, clock
