"""A bare engine for comparison: columns of events and compiled loops, no claims, no status, no second clock.

The least that an answer can cost in one process of Python: both directions of adjacency sorted by entity and day, a
search by bisection, a table of types, scratch memory that is stamped and never wiped. What our engine takes beyond it
is the price of what it knows beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numba
import numpy as np

from benchmarks.quadruples import Events

MOST = 500
ROWS = 1000

compiled: Any = numba.njit(cache=True, nogil=True)


@compiled
def window(days: Any, low: int, high: int, first: int, last: int) -> Any:
    """Where the days from first to last stand among sorted ones."""
    begin, end = low, high
    while begin < end:
        middle = (begin + end) >> 1
        if days[middle] < first:
            begin = middle + 1
        else:
            end = middle
    stop, end = begin, high
    while stop < end:
        middle = (stop + end) >> 1
        if days[middle] <= last:
            stop = middle + 1
        else:
            end = middle
    return begin, stop


@compiled
def near(start: Any, far: Any, kind: Any, day: Any, entity: int, wanted: Any, first: int, last: int, out: Any) -> int:
    """Events on one side of an entity: type, other end and day."""
    count = 0
    low, high = window(day, start[entity], start[entity + 1], first, last)
    for at in range(low, high):
        if wanted[kind[at]]:
            out[count, 0], out[count, 1], out[count, 2] = kind[at], far[at], day[at]
            count += 1
    return count


@compiled
def around(start: Any, far: Any, entity: int, seen: Any, stamp: int, out: Any) -> int:
    """The first entities within two steps."""
    seen[entity], out[0], count, begin = stamp, entity, 1, 0
    for _ in range(2):
        end = count
        for at in range(begin, end):
            for edge in range(start[out[at]], start[out[at] + 1]):
                other = far[edge]
                if seen[other] != stamp:
                    seen[other], out[count] = stamp, other
                    count += 1
                    if count == MOST:
                        return count
        begin = end
    return count


@compiled
def linked(sides: Any, use: Any, wanted: Any, first: int, last: int, start: int, end: int, stamp: int,
           seen: Any, back: Any, queue: Any, out: Any) -> int:  # fmt: skip
    """One shortest path from both ends, over one adjacency or two; `use` says whether types and window count."""
    head = np.zeros(2, np.int64)
    tail = np.ones(2, np.int64)
    for side, root in ((0, start), (1, end)):
        seen[side, root], back[side, root], queue[side, 0] = stamp, -1, root
    while head[0] < tail[0] and head[1] < tail[1]:
        side = 0 if tail[0] - head[0] <= tail[1] - head[1] else 1
        stop = tail[side]
        while head[side] < stop:
            node = queue[side, head[side]]
            head[side] += 1
            for starts, far, kind, day in sides:
                low, high = starts[node], starts[node + 1]
                if use:
                    low, high = window(day, low, high, first, last)
                for at in range(low, high):
                    other = far[at]
                    if seen[side, other] == stamp or (use and not wanted[kind[at]]):
                        continue
                    seen[side, other], back[side, other], queue[side, tail[side]] = stamp, node, other
                    tail[side] += 1
                    if seen[1 - side, other] == stamp:
                        count = 0
                        at_node = other
                        while at_node >= 0:
                            out[count] = at_node
                            count, at_node = count + 1, back[0, at_node]
                        out[:count] = out[:count][::-1].copy()
                        at_node = back[1, other]
                        while at_node >= 0:
                            out[count] = at_node
                            count, at_node = count + 1, back[1, at_node]
                        return count
    return 0


@compiled
def chained(
    start: Any, far: Any, kind: Any, day: Any, end: int, one: int, two: int, first: int, last: int, out: Any
) -> int:
    """Chains a -one-> b -two-> end in the window."""
    count = 0
    low, high = window(day, start[end], start[end + 1], first, last)
    for at in range(low, high):
        if kind[at] == two:
            middle = far[at]
            begin, stop = window(day, start[middle], start[middle + 1], first, last)
            for before in range(begin, stop):
                if kind[before] == one:
                    out[count, 0], out[count, 1], out[count, 2], out[count, 3] = (
                        far[before],
                        middle,
                        day[before],
                        day[at],
                    )
                    count += 1
                    if count == ROWS:
                        return count
    return count


@compiled
def counted(start: Any, kind: Any, entity: int, out: Any) -> None:
    """Add up the events on one side of an entity by type."""
    for at in range(start[entity], start[entity + 1]):
        out[kind[at]] += 1


class Kernels:
    """The bare engine."""

    name = f"bare kernels, numba {numba.__version__}"

    def __init__(self, events: Events) -> None:
        size, kinds = len(events.entities), len(events.types)
        self._out = _side(events.subject, events.object, events, size)
        self._into = _side(events.object, events.subject, events, size)
        pairs = np.unique(np.concatenate((events.subject.astype(np.int64) * size + events.object,
                                          events.object.astype(np.int64) * size + events.subject)))  # fmt: skip
        starts = np.searchsorted(pairs // size, np.arange(size + 1))
        far = (pairs % size).astype(np.int32)
        nothing = np.empty(0, np.int16), np.empty(0, np.int32)
        self._pairs = (starts, far, *nothing)
        self._wanted = np.zeros(kinds, np.bool_)
        self._counts = np.zeros(kinds, np.int64)
        self._rows = np.empty((len(events.day), 3), np.int32)
        self._wide = np.empty((ROWS, 4), np.int32)
        self._list = np.empty(max(size, MOST), np.int32)
        self._seen, self._back = np.zeros((2, size), np.int32), np.zeros((2, size), np.int32)
        self._queue, self._stamp = np.zeros((2, size + 1), np.int32), 0

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Any]:
        """Q1: outgoing events, then incoming ones."""
        self._wanted[list(types)] = True
        out = near(*self._out, entity, self._wanted, first, last, self._rows)
        into = near(*self._into, entity, self._wanted, first, last, self._rows[out:])
        self._wanted[list(types)] = False
        return [out, self._rows[: out + into].tolist()]

    def around(self, entity: int) -> list[int]:
        """Q2."""
        self._stamp += 1
        found: list[int] = self._list[
            : around(*self._pairs[:2], entity, self._seen[0], self._stamp, self._list)
        ].tolist()
        return found

    def linked(self, start: int, end: int) -> list[int] | None:
        """Q3a."""
        return self._linked((self._pairs,), False, start, end, 0, 0)

    def linked_by(self, start: int, end: int, types: Sequence[int], first: int, last: int) -> list[int] | None:
        """Q3b."""
        self._wanted[list(types)] = True
        path = self._linked((self._out, self._into), True, start, end, first, last)
        self._wanted[list(types)] = False
        return path

    def _linked(self, sides: Any, use: bool, start: int, end: int, first: int, last: int) -> list[int] | None:
        self._stamp += 1
        count = linked(sides, use, self._wanted, first, last, start, end, self._stamp,
                       self._seen, self._back, self._queue, self._list)  # fmt: skip
        return self._list[:count].tolist() if count else None

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Any]:
        """Q4."""
        found: list[Any] = self._wide[: chained(*self._into, end, one, two, first, last, self._wide)].tolist()
        return found

    def counted(self, entity: int) -> dict[int, int]:
        """Q5."""
        self._counts.fill(0)
        counted(self._out[0], self._out[2], entity, self._counts)
        counted(self._into[0], self._into[2], entity, self._counts)
        some = np.flatnonzero(self._counts)
        return dict(zip(some.tolist(), self._counts[some].tolist(), strict=True))


def _side(node: Any, far: Any, events: Events, size: int) -> Any:
    order = np.lexsort((events.day, node))
    return (np.searchsorted(node[order], np.arange(size + 1)), far[order].astype(np.int32),
            events.type[order].astype(np.int16), events.day[order].astype(np.int32))  # fmt: skip
