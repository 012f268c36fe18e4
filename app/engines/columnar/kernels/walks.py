"""The best simple paths between two entities: `graph.paths` in one kernel.

From either end, the sets of entities that walks of 0, 1, 2... steps lead to; the one beside fewer relations is carried
on. Where the two meet, only relations into the other set are weighed. The walks of one length make layers, from which
paths are drawn best first.

`m` holds a row of notes for each entity. A note counts only where it bears the number of this search, step or layer,
so that nothing has to be wiped. Nothing here grows with the graph.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.codes import F_SYMMETRIC, FLAGS
from app.engines.columnar.kernels.compiling import inner, kernel
from app.engines.columnar.kernels.graph import i64
from app.engines.columnar.kernels.layers import (
    AHEAD,
    DEEPEST,
    DOUBT,
    ENTITY,
    HEAD,
    NEXT,
    NO_WORSE,
    PARTIAL,
    RELATION,
    STATUS,
    WORTH,
    draw,
    grown,
)  # fmt: skip
from app.engines.columnar.kernels.near import degree, near, room
from app.engines.columnar.kernels.sieve import is_symmetric, weigh

# Columns of the notes. Hops are kept by side where they differ; sets and what was ever in one always are.
HOPS: Final = 0  # + 3 * side: the search in which they were gathered, their first and their last row
EVER: Final = 6  # + side: the search
NOW: Final = 8  # + side: the step whose set the entity is in
LAYER: Final = 10  # + 2 * (parity of the position): the layer, and the node there
NOTES: Final = 16
STEPS: Final = 64  # at most so many numbers are used up by one search

# Hops: relation, the next entity, status << 2 | doubt. What joins the two sides has the entity it comes from, too.
_TO, _WORTH, _FROM = 1, 2, 3


@inner
def _worth(t: int, s: int, relation: int) -> int:
    worth = weigh(t, s, relation)
    return (worth >> 4) << 2 | (2 - ((worth >> 2) & 3)) if worth >= 0 else -1


@inner
def _follows(t: int, s: int, relation: int, way: int, side: int, directed: bool) -> bool:
    """Whether a relation is followed this way: from either end, or from subject to object as far as it matters."""
    return not directed or way == side or is_symmetric(s, g.kind(t, relation))


@inner
def _blind(s: int, way: int, side: int, directed: bool) -> bool:
    """Whether nothing is followed this way."""
    return directed and way != side and not i64(s, FLAGS) & F_SYMMETRIC


@inner
def _other(t: int, relation: int, way: int) -> int:
    return g.subject(t, relation) if way else g.object_(t, relation)


@inner
def _hops(t: int, s: int, m: Any, node: int, side: int, directed: bool, search: int, hops: Any, n: int) -> Any:
    """Appends the hops of an entity, and notes where they are."""
    at = HOPS + 3 * side if directed else HOPS
    if m[node, at] == search:
        return hops, n
    m[node, at], m[node, at + 1] = search, n
    beside = np.empty(64, np.int64)
    for way in range(2):
        if _blind(s, way, side, directed):
            continue
        beside, count = near(t, s, node, way, beside, 0)
        for relation in beside[:count]:
            if _follows(t, s, relation, way, side, directed):
                worth = _worth(t, s, relation)
                if worth >= 0:
                    hops = grown(hops, n + 1)
                    hops[n, 0], hops[n, _TO], hops[n, _WORTH] = relation, _other(t, relation, way), worth
                    n += 1
    m[node, at + 2] = n
    return hops, n


@inner
def _carry_on(
    m: Any, now: Any, hops: Any, ends: Any, side: int, directed: bool, marks: Any, members: Any, n: int
) -> Any:  # fmt: skip
    """Appends the set one step further on; how many of it are new to the side, and whether the far end is beside it."""
    search, step = marks
    at = HOPS + 3 * side if directed else HOPS
    fresh, touched = 0, False
    for node in now:
        for row in range(m[node, at + 1], m[node, at + 2]):
            other = hops[row, _TO]
            if other in (ends[0], ends[1]):
                touched |= other == ends[1 - side]
                continue
            if m[other, NOW + side] == step:
                continue
            m[other, NOW + side] = step
            members = room(members, n + 1)
            members[n] = other
            n += 1
            if m[other, EVER + side] != search:
                m[other, EVER + side] = search
                fresh += 1
    return members, n, fresh, touched


@inner
def _meet(t: int, s: int, m: Any, now: Any, side: int, directed: bool, marks: Any, hops: Any) -> Any:
    """The hops from one side's set into the other's, as (relation, to, worth, from) on the way from start to end."""
    search, step = marks  # of the set on the other side
    at = HOPS + 3 * side if directed else HOPS
    found = np.empty((16, 4), np.int32)
    n = 0
    beside = np.empty(64, np.int64)
    for node in now:
        known = m[node, at] == search
        for way in range(1 if known else 2):
            if known:
                count = m[node, at + 2] - m[node, at + 1]
            elif _blind(s, way, side, directed):
                continue
            else:
                beside, count = near(t, s, node, way, beside, 0)
            for place in range(count):
                row = m[node, at + 1] + place if known else 0
                relation = hops[row, 0] if known else beside[place]
                other = hops[row, _TO] if known else _other(t, relation, way)
                if m[other, NOW + 1 - side] != step:
                    continue
                if not known and not _follows(t, s, relation, way, side, directed):
                    continue
                worth = hops[row, _WORTH] if known else _worth(t, s, relation)
                if worth >= 0:
                    found = grown(found, n + 1)
                    found[n, 0], found[n, _WORTH] = relation, worth
                    found[n, _TO], found[n, _FROM] = (other, node) if side == 0 else (node, other)
                    n += 1
    return found[:n]


@inner
def _link(m: Any, base: int, place: int, hop: Any, nodes: Any, c: int, links: Any, k: int) -> Any:
    """Adds a hop from one layer to the next, if it leads to an entity from which the end is reached."""
    relation, to, worth, origin = hop
    here, ahead = LAYER + 2 * (place & 1), LAYER + 2 * ((place + 1) & 1)
    if m[to, ahead] != base + place + 1:
        return nodes, c, links, k
    target = m[to, ahead + 1]
    if m[origin, here] != base + place:
        nodes = grown(nodes, c + 1)
        m[origin, here], m[origin, here + 1] = base + place, c
        nodes[c, ENTITY], nodes[c, HEAD], nodes[c, STATUS], nodes[c, DOUBT] = origin, -1, NO_WORSE, NO_WORSE
        c += 1
    node = m[origin, here + 1]
    links = grown(links, k + 1)
    links[k, RELATION], links[k, AHEAD], links[k, WORTH], links[k, NEXT] = relation, target, worth, nodes[node, HEAD]
    nodes[node, HEAD] = k
    nodes[node, STATUS] = min(nodes[node, STATUS], max(worth >> 2, nodes[target, STATUS]))
    nodes[node, DOUBT] = min(nodes[node, DOUBT], max(worth & 3, nodes[target, DOUBT]))
    return nodes, c, links, k + 1


@inner
def _layers(
    m: Any, base: int, ends: Any, rounds: Any, bounds: Any, members: Any, directed: bool, hops: Any, met: Any
) -> Any:  # fmt: skip
    """Nodes and links of all walks of this length, from the end backwards; the last node is the start's, if any is."""
    nodes, links = np.empty((64, 4), np.int32), np.empty((64, 4), np.int32)
    start, end = ends
    length = rounds[0] + rounds[1] + 1
    nodes[0, ENTITY], nodes[0, HEAD], nodes[0, STATUS], nodes[0, DOUBT] = end, -1, 0, 0
    c, k = 1, 0
    m[end, LAYER + 2 * (length & 1)], m[end, LAYER + 2 * (length & 1) + 1] = base + length, 0
    for place in range(length - 1, -1, -1):
        if place == rounds[0]:
            for row in range(len(met)):
                hop = (met[row, 0], met[row, _TO], met[row, _WORTH], met[row, _FROM])
                nodes, c, links, k = _link(m, base, place, hop, nodes, c, links, k)
            continue
        side = 0 if place < rounds[0] else 1
        step = place if side == 0 else length - 1 - place
        at = HOPS + 3 * side if directed else HOPS
        for node in members[bounds[side, step] : bounds[side, step] + bounds[side + 2, step]]:
            for row in range(m[node, at + 1], m[node, at + 2]):
                other = hops[row, _TO]
                if side == 0:
                    hop = (hops[row, 0], other, hops[row, _WORTH], np.int32(node))
                elif other in (start, end):
                    continue
                else:
                    hop = (hops[row, 0], np.int32(node), hops[row, _WORTH], other)
                nodes, c, links, k = _link(m, base, place, hop, nodes, c, links, k)
    return nodes, c, links


@inner
def _beside(t: int, now: Any) -> int:
    total = 0
    for node in now:
        total += degree(t, node)
    return total


@kernel
def best_paths(
    t: int, s: int, m: Any, clock: int, start: int, end: int, depth: int, wanted: int, directed: bool,
    most_relations: int, most_steps: int,
) -> Any:  # fmt: skip
    """The best paths as rows of `layers`, and which bound was passed: 0 none, 1 relations, 2 steps.

    `clock` is the first of `STEPS` numbers that no note bears yet.
    """
    search, step, layer = clock, clock + 1, clock + 8
    ends = (start, end)
    rows = np.empty((wanted, PARTIAL), np.int32)
    hops, n = np.empty((256, 3), np.int32), 0
    members = np.empty(64, np.int64)
    bounds = np.zeros((4, DEEPEST + 1), np.int64)  # by side and step: where a set begins; how many it has
    members[0], members[1] = start, end
    bounds[1, 0], bounds[2, 0], bounds[3, 0] = 1, 1, 1
    rounds, steps_of = np.zeros(2, np.int64), np.full(2, step, np.int64)
    sizes, reaching = np.zeros(2, np.int64), np.zeros(2, np.bool_)
    for side in range(2):
        m[ends[side], NOW + side] = step
        sizes[side] = degree(t, ends[side])
    taken, count, steps, seen = 2, 0, 0, 0
    for length in range(1, depth + 1):
        side = 0 if sizes[0] <= sizes[1] else 1
        first = bounds[side, rounds[side]]
        now = members[first : first + bounds[side + 2, rounds[side]]]
        met = _meet(t, s, m, now, side, directed, (search, steps_of[1 - side]), hops)
        seen += len(met)
        if len(met) > 0:
            nodes, c, links = _layers(m, layer, ends, rounds, bounds, members, directed, hops, met)
            layer += length + 1
            if nodes[c - 1, ENTITY] == start:
                count, steps = draw(nodes, links, c - 1, length, rows, count, steps, most_steps)
        if steps > most_steps:
            return rows[:0], 2
        if count == wanted or length == depth:
            break
        for node in now:
            before = n
            hops, n = _hops(t, s, m, node, side, directed, search, hops, n)
            seen += n - before
            if seen > most_relations:
                return rows[:0], 1
        step += 1
        members, more, fresh, touched = _carry_on(m, now, hops, ends, side, directed, (search, step), members, taken)
        rounds[side] += 1
        bounds[side, rounds[side]], bounds[side + 2, rounds[side]] = taken, more - taken
        reaching[side] |= touched
        if more == taken or (fresh == 0 and not reaching[side]):  # all that can be reached is known, or leads nowhere
            break
        sizes[side] = _beside(t, members[taken:more])
        taken, steps_of[side] = more, step
    return rows[:count], 0
