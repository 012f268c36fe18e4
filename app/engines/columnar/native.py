"""The door to the kernels: filters and scopes become numbers, what kernels find becomes answers.

Kernels are there where numba is (the extra `scale`), and a snapshot is large enough to be worth loading it. What they
do not know (text search in notes, several pairs of sets) is answered by the numpy code.
"""

from __future__ import annotations

import functools
import importlib.util
import threading
from collections.abc import Callable, Collection
from typing import Final

import numpy as np

from app.engines.columnar.matches import Matches
from app.engines.columnar.sieves import Sieve, Sieves, ends_of_scope, in_order
from app.engines.columnar.verdicts import Amounts
from app.graph.contract import Survey
from app.graph.filters import NO_FILTERS, Filters, Scope
from app.graph.paths import Bounds, Path, PathRequest, too_many_relations, too_many_steps
from app.snapshot.columns import Int32, Int64, Snapshot, Worth

WORTH_IT: Final = 10_000  # claims from which on loading numba pays
_LAST: Final = 2**30  # the number after which notes are wiped


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
        from app.engines.columnar.kernels import graph, layers, measure, rings, survey, tally, walks

        self._arrays = graph.arrays_of(snapshot, worth)  # keeps alive what the table points to
        self._table = graph.table_of(self._arrays)
        self._at = int(self._table.ctypes.data)
        self._surveys, self._rings, self._walks, self._layers = survey, rings, walks, layers
        self._tallies = tally
        self._degree = np.diff(snapshot.index.out_start) + np.diff(snapshot.index.in_start)
        self._notes = _Notes(len(snapshot.entities), walks.NOTES)
        self._types = tuple((t.id, t.symmetric) for t in snapshot.ontology.relation_types.values())
        sieves = Sieves(snapshot)
        plain = sieves.of(NO_FILTERS, 0)
        assert plain is not None  # noqa: S101 - no filter is one that kernels do not know
        self.reliable, longest = measure.measure(self._at, plain.address)
        self._sieve: Callable[[Filters], Sieve | None] = functools.lru_cache(maxsize=256)(
            functools.partial(sieves.of, longest=int(longest))
        )

    @functools.cached_property
    def _order(self) -> tuple[Int32, Int32]:
        """The entities, the most connected first, and the place of each in that order."""
        order = np.lexsort((np.arange(len(self._degree)), -self._degree)).astype(np.int32)
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order), dtype=np.int32)
        return order, ranks

    def warm(self) -> None:
        """Call each kernel once, which loads its machine code or makes it."""
        nobody = Scope(incident=frozenset())
        self.survey(nobody, NO_FILTERS)
        self.surveyed(nobody, NO_FILTERS)
        self.remaining(np.empty(0, dtype=np.int32), NO_FILTERS)
        self.present(Scope(subject=frozenset()), NO_FILTERS)
        self.present(nobody, NO_FILTERS)
        self.beyond((), NO_FILTERS)
        self._tallies.tally(self._at, 0, 0, 0, 0, self._tallies.WHOLE, 0)
        if len(self._degree) > 1:
            self.type_counts(0)
            self.paths(PathRequest(0, 1, 1, 1), NO_FILTERS, Bounds(1 << 40, 1 << 40))

    def survey(self, scope: Scope, filters: Filters) -> Survey | None:
        """What `GraphView.survey` gives; None where kernels do not know the question."""
        sieve, ends = self._sieve(filters), ends_of_scope(scope)
        if sieve is None or ends is None:
            return None
        return Survey(*self._surveys.rows(self._at, sieve.address, *ends, *self._notes.of_one(1)).tolist())

    def surveyed(self, scope: Scope, filters: Filters) -> tuple[Int32, Amounts] | None:
        """The relations in scope that pass, and what they amount to; None where kernels do not know the question."""
        sieve, ends = self._sieve(filters), ends_of_scope(scope)
        if sieve is None or ends is None:
            return None
        relations, worth = self._surveys.survey(self._at, sieve.address, *ends, *self._notes.of_one(1))
        return relations, Amounts(*worth)

    def remaining(self, relations: Int32, filters: Filters) -> tuple[Int32, Int64]:
        """The claims of relations that the knowledge and date filters leave, and where those of each begin."""
        sieve = self._sieve(filters if filters.q is None else filters.without("q"))
        assert sieve is not None  # noqa: S101 - without text, there always is one
        claims, starts = self._surveys.remaining(self._at, sieve.address, relations)
        return claims, starts

    def present(self, scope: Scope, filters: Filters) -> Int32 | None:
        """What `GraphView.present` gives; None where kernels do not know the question."""
        sieve = self._sieve(filters)
        if sieve is None:
            return None
        found: Int32
        if scope.incident is not None and scope == Scope(incident=scope.incident):
            nodes = in_order(scope.incident)
            found = self._rings.neighbours(self._at, sieve.address, *self._notes.of_one(1), nodes, *self._order)
            return found
        ends = ends_of_scope(scope)
        if ends is None:
            return None
        found = self._rings.present(self._at, sieve.address, *ends, *self._notes.of_one(2), *self._order)
        return found

    def beyond(self, inside: Collection[int], filters: Filters) -> dict[int, int] | None:
        """What `GraphView.beyond` gives; None where kernels do not know the question."""
        sieve = self._sieve(filters)
        if sieve is None:
            return None
        nodes = in_order(inside)
        counts = self._rings.beyond(self._at, sieve.address, *self._notes.of_one(len(nodes) + 1), nodes)
        return {node: count for node, count in zip(nodes.tolist(), counts.tolist(), strict=True) if count}

    def type_counts(self, entity: int) -> dict[str, tuple[int, int]]:
        """What `GraphView.type_counts` gives."""
        rows: list[list[int]] = self._rings.type_counts(self._at, entity, len(self._types)).tolist()
        counts = {}
        for kind, out, into in rows:
            name, symmetric = self._types[kind]
            counts[name] = (out + into, out + into) if symmetric else (out, into)
        return counts

    def tally(self, found: Matches, facet: str, values: int) -> Int64:
        """Per value of a facet of claims, of which there are so many: how many of the matches have a claim with it."""
        relations = np.ascontiguousarray(found.relations, dtype=np.int32)
        claims, bounds = found.remaining or (relations, None)
        claims = np.ascontiguousarray(claims, dtype=np.int32)
        bounds = None if bounds is None else np.ascontiguousarray(bounds, dtype=np.int64)
        counts: Int64 = self._tallies.tally(
            self._at,
            self._tallies.FACETS.index(facet),
            relations.ctypes.data,
            len(relations),
            claims.ctypes.data,
            self._tallies.WHOLE if bounds is None else bounds.ctypes.data,
            values,
        )
        return counts

    def paths(self, request: PathRequest, filters: Filters, bounds: Bounds) -> list[Path] | None:
        """What `graph.paths.find_paths` gives; None where kernels do not know the question."""
        sieve = self._sieve(filters)
        if sieve is None:
            return None
        notes, clock = self._notes.of_many(self._walks.STEPS)
        rows, passed = self._walks.best_paths(self._at, sieve.address, notes, clock, *request, *bounds)
        if passed:
            raise too_many_relations(bounds) if passed == 1 else too_many_steps(bounds)
        return [self._path(row) for row in rows.tolist()]

    def _path(self, row: list[int]) -> Path:
        at = self._layers
        length = row[at.P_LENGTH]
        entities, relations = row[at.P_ENTITIES :], row[at.P_RELATIONS :]
        return Path(tuple(entities[: length + 1]), tuple(relations[:length]), row[at.P_STATUS], 2 - row[at.P_DOUBT])


class _Notes(threading.local):
    """What a thread's kernels note of entities, and numbers that never come twice, so that nothing is wiped between.

    Memory is only taken for the pages on which something is noted.
    """

    def __init__(self, entities: int, columns: int) -> None:
        self._one, self._many = np.zeros(entities, dtype=np.int64), np.zeros((entities, columns), dtype=np.int32)
        self._clock = 1

    def of_one(self, numbers: int) -> tuple[Int64, int]:
        """One note for each entity, and the first of so many numbers."""
        return self._one, self._next(numbers)

    def of_many(self, numbers: int) -> tuple[Int32, int]:
        """A row of notes for each entity, and the first of so many numbers."""
        return self._many, self._next(numbers)

    def _next(self, numbers: int) -> int:
        first = self._clock
        if first + numbers > _LAST:
            self._one.fill(0)
            self._many.fill(0)
            first = 1
        self._clock = first + numbers
        return first
