"""Joining the clauses of a pattern as columns: the rows of `graph.match.join`, in the same order, no object for each.

A clause whose ends alone are variables gives three columns (relation, one end, other end); rows are one column for each
variable and clause. Joined is by sorting the candidates by what they share with the rows, and looking that up
(a sort-merge join: M. W. Blasgen and K. P. Eswaran, IBM Systems Journal 16, 1977).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from app.graph.contract import GraphView
from app.graph.filters import Filters, Scope
from app.graph.match.candidates import Allowed, Value, turning
from app.graph.match.join import Join, Row
from app.graph.match.pattern import MOST_ROWS, Clause, End, Pattern
from app.snapshot.columns import Columns, Int16, Int32, Int64

_AT_ONCE = 1_000_000  # joined rows that are looked at together

Select = Callable[[Scope, Filters], Int32]


class Found(NamedTuple):
    """What can satisfy a clause: relations in order, one that reads both ways round twice, and their ends."""

    relation: Int32
    one: Int32
    two: Int32


def knows(pattern: Pattern) -> bool:
    """Whether all clauses are required, and only their ends are variables, two different ones at most."""
    return all(
        c.role == "required"
        and c.type_variable is None
        and c.voice_variable is None
        and (c.subject.variable is None or c.subject.variable != c.object.variable)
        for c in pattern.clauses
    )


class ColumnJoin(Join):
    """The rows so far, as columns."""

    def __init__(
        self, view: GraphView, pattern: Pattern, columns: Columns, positions: Mapping[str, int], select: Select
    ) -> None:
        """`positions`: of relation types in columns; `select`: the relations in a scope that pass filters."""
        super().__init__(view, pattern)
        self._columns = columns
        self._select = select
        self._positions = positions
        self._number = 1
        self._bound: list[Int32] = []  # a column for each variable, by its place
        self._by: dict[int, Int32] = {}  # and one for each clause

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._number

    def in_order(self) -> Sequence[Row]:
        """The rows in order of values, then of relations."""
        relations = [self._by[index] for index in range(len(self.pattern.clauses))]
        order = np.lexsort([*reversed(relations), *reversed(self._bound)])
        return Rows([c[order] for c in self._bound], [c[order] for c in relations])

    def _values(self, place: int) -> frozenset[Value]:
        return frozenset(np.unique(self._bound[place]).tolist())

    def _look(self, clause: Clause, scope: Scope, filters: Filters, allowed: Allowed) -> Found:
        relation = self._select(scope, filters)
        one, two = self._columns.relation_subject[relation], self._columns.relation_object[relation]
        turns = turning(self.view, clause)
        if turns is None or turns:
            both = self._among_types(self._columns.relation_type[relation], turns)
            rows = np.repeat(np.arange(len(relation)), 1 + both)
            back = np.diff(rows, prepend=-1) == 0
            relation = relation[rows]
            one, two = np.where(back, two[rows], one[rows]), np.where(back, one[rows], two[rows])
        kept = _among(one, clause.subject, allowed) & _among(two, clause.object, allowed)
        return Found(relation[kept], one[kept], two[kept])

    def _among_types(self, kinds: Int16, turns: frozenset[str] | None) -> NDArray[np.bool_]:
        if turns is None:
            return np.ones(len(kinds), dtype=np.bool_)
        table = np.zeros(len(self._positions), dtype=np.bool_)
        table[[self._positions[name] for name in turns]] = True
        found: NDArray[np.bool_] = table[kinds]
        return found

    def _join(self, index: int, clause: Clause, found: Found | None) -> None:
        empty = np.empty(0, dtype=np.int32)
        found = found or Found(empty, empty, empty)
        ends = ((clause.subject.variable, found.one), (clause.object.variable, found.two))
        columns = {name: column for name, column in ends if name is not None}
        shared = [name for name in columns if name in self.places]
        fresh = [name for name in columns if name not in self.places]
        pieces = self._pairs({name: columns[name] for name in shared}, len(found.relation))
        self.places.update({name: len(self.places) + n for n, name in enumerate(fresh)})
        kept: list[tuple[Int64, Int64]] = []
        total = 0
        for left, right in pieces:  # of a product, no more are made than are kept
            differ = self._differ(fresh, columns, left, right)
            kept.append((left[differ], right[differ]))
            total += len(kept[-1][0])
            if total > MOST_ROWS:
                break
        left, right = (np.concatenate(side)[:MOST_ROWS] for side in zip(*kept, strict=True))
        if total > MOST_ROWS:
            self.truncated = f"rows: more than {MOST_ROWS} partial matches at clause {index}"
        self._bound = [column[left] for column in self._bound] + [columns[name][right] for name in fresh]
        self._by = {clause: column[left] for clause, column in self._by.items()} | {index: found.relation[right]}
        self._number = len(left)

    def _pairs(self, shared: Mapping[str, Int32], number: int) -> Iterator[tuple[Int64, Int64]]:
        """Which row goes with which of so many candidates, in order of rows, then of candidates; not all at once."""
        if shared:
            held, keys = _key([self._bound[self.places[name]] for name in shared]), _key(list(shared.values()))
            order = np.argsort(keys, kind="stable")
            ordered = keys[order]
            first = np.searchsorted(ordered, held, "left")
            counts = np.searchsorted(ordered, held, "right") - first
        else:
            order = np.arange(number)
            first, counts = np.zeros(self._number, dtype=np.int64), np.full(self._number, number)
        ends = np.cumsum(counts)
        low = before = 0
        while True:
            high = max(low + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
            sizes = counts[low:high]
            left = np.repeat(np.arange(low, low + len(sizes)), sizes)
            starts = first[low:high] - (np.cumsum(sizes) - sizes)
            yield left, order[np.repeat(starts, sizes) + np.arange(len(left))]
            if high >= self._number:
                return
            low, before = high, int(ends[high - 1])

    def _differ(
        self, fresh: Sequence[str], columns: Mapping[str, Int32], left: Int64, right: Int64
    ) -> NDArray[np.bool_] | slice:
        """Where the values differ that must, of which one becomes known now."""
        kept: NDArray[np.bool_] | None = None
        for pair in self.pattern.different:
            if all(name in self.places for name in pair) and any(name in fresh for name in pair):
                one, two = (
                    columns[name][right] if name in fresh else self._bound[self.places[name]][left] for name in pair
                )
                kept = one != two if kept is None else kept & (one != two)
        return slice(None) if kept is None else kept


class Rows(Sequence[Row]):
    """Rows of which each is made when it is looked at."""

    def __init__(self, values: Sequence[Int32], relations: Sequence[Int32]) -> None:
        self._values = values
        self._relations = relations

    def __len__(self) -> int:
        return len(self._relations[0])

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return list(self._made(index))
        return Row(tuple([int(c[index]) for c in self._values]), tuple([int(c[index]) for c in self._relations]))

    def __iter__(self) -> Iterator[Row]:
        return self._made(slice(None))

    def _made(self, part: slice) -> Iterator[Row]:
        relations = zip(*(c[part].tolist() for c in self._relations), strict=True)
        if not self._values:
            return (Row((), by) for by in relations)
        values = zip(*(c[part].tolist() for c in self._values), strict=True)
        return (Row(v, by) for v, by in zip(values, relations, strict=True))


def _key(columns: Sequence[Int32]) -> NDArray[np.integer[Any]]:
    """One number for the values in one or two columns."""
    return columns[0] if len(columns) == 1 else columns[0].astype(np.int64) << 32 | columns[1]


def _among(column: Int32, end: End, allowed: Allowed) -> NDArray[np.bool_]:
    """Where a value may stand at an end."""
    may = end.entities if end.variable is None else allowed[end.variable]
    if may is None:
        return np.ones(len(column), dtype=np.bool_)
    if len(may) == 1:
        found: NDArray[np.bool_] = column == next(iter(may))
        return found
    return np.isin(column, np.fromiter(map(int, may), dtype=np.int32, count=len(may)))
