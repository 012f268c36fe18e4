"""The relations beside one entity that may pass: cost follows what is asked, not how much there is.

Relations of a subject are in order of type, so that few types are found by bisection; claims beside an entity are in
order of their first day, so that a narrow window is. The cheaper way is taken for each entity.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.codes import (
    EARLIEST,
    F_EARLIEST,
    F_LATEST,
    F_TYPES,
    FLAGS,
    HANDLES,
    LATEST,
    TYPES_AT,
    TYPES_END,
)  # fmt: skip
from app.engines.columnar.kernels.compiling import inner
from app.engines.columnar.kernels.graph import i32, i64
from app.engines.columnar.kernels.sieve import acceptable, bisect

OUT: Final = 0  # the entity is the subject
IN: Final = 1  # the entity is the object
_FEW: Final = 8  # relations of an entity up to which looking at each is the fastest


@inner
def room(values: Any, wanted: int) -> Any:
    """The values where there is room for so many, else a copy with room."""
    if wanted <= len(values):
        return values
    larger = np.empty(max(wanted, 2 * len(values)), values.dtype)
    larger[: len(values)] = values
    return larger


@inner
def degree(t: int, node: int) -> int:
    """How many relations the entity has."""
    return g.out_start(t, node + 1) - g.out_start(t, node) + g.in_start(t, node + 1) - g.in_start(t, node)


@inner
def _window(t: int, s: int, side: int, node: int, events: bool) -> Any:
    """The claims of an entity that begin neither too late nor, if they are events, too early."""
    starts, days = i64(t, side), i64(t, side + 2)
    low, high = i64(starts, node), i64(starts, node + 1)
    high = bisect(days, low, high, i64(s, LATEST))
    if events and i64(s, FLAGS) & F_EARLIEST:
        low = bisect(days, low, high, i64(s, EARLIEST) - 1)
    return low, high


@inner
def _gather(t: int, s: int, claims: int, low: int, high: int, found: Any, n: int) -> int:
    typed = i64(s, FLAGS) & F_TYPES
    for place in range(low, high):
        relation = g.relation(t, i32(claims, place))
        if not typed or acceptable(s, g.kind(t, relation)):
            found[n] = relation
            n += 1
    return n


@inner
def _by_day(t: int, s: int, node: int, way: int, found: Any, n: int, most: int) -> Any:
    """The relations with claims in the window, in order; -1 in place of their end where looking at all is cheaper."""
    events = g.OUT_EVENTS if way == OUT else g.IN_EVENTS
    states = g.OUT_STATES if way == OUT else g.IN_STATES
    event_low, event_high = _window(t, s, events, node, True)
    state_low, state_high = _window(t, s, states, node, False)
    claims = event_high - event_low + state_high - state_low
    if 2 * claims >= most:
        return found, -1
    found = room(found, n + claims)
    first = n
    n = _gather(t, s, i64(t, events + 1), event_low, event_high, found, n)
    n = _gather(t, s, i64(t, states + 1), state_low, state_high, found, n)
    found[first:n].sort()
    kept = first
    for place in range(first, n):
        if place == first or found[place] != found[kept - 1]:
            found[kept] = found[place]
            kept += 1
    return found, kept


@inner
def _of_types(t: int, s: int, low: int, high: int, found: Any, n: int) -> int:
    """Those of a subject's relations that are of acceptable types, which come in the same order."""
    for place in range(i64(s, TYPES_AT), i64(s, TYPES_END)):
        wanted = i32(i64(s, HANDLES), place)
        end = high
        while low < end:
            middle = (low + end) >> 1
            if g.kind(t, middle) >= wanted:
                end = middle
            else:
                low = middle + 1
        while low < high and g.kind(t, low) == wanted:
            found[n] = low
            n += 1
            low += 1
    return n


@inner
def near(t: int, s: int, node: int, way: int, found: Any, n: int) -> Any:
    """Appends the relations of acceptable type on one side of an entity that may have remaining claims, in order.

    Returns the array, which is another one where it had to grow, and the end of what it holds.
    """
    low = g.out_start(t, node) if way == OUT else g.in_start(t, node)
    high = g.out_start(t, node + 1) if way == OUT else g.in_start(t, node + 1)
    flags = i64(s, FLAGS)
    if flags & F_LATEST and high - low > _FEW:
        found, end = _by_day(t, s, node, way, found, n, high - low)
        if end >= 0:
            return found, end
    found = room(found, n + high - low)
    if way == OUT and flags & F_TYPES and high - low > _FEW * (i64(s, TYPES_END) - i64(s, TYPES_AT)):
        return found, _of_types(t, s, low, high, found, n)
    for place in range(low, high):
        relation = place if way == OUT else g.by_object(t, place)
        if not flags & F_TYPES or acceptable(s, g.kind(t, relation)):
            found[n] = relation
            n += 1
    return found, n
