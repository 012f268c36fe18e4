"""Who is there: the entities at the ends of what passes, and how many neighbours lie beyond a part of the graph.

Neighbours are counted once. So a relation is weighed only where its other end has not been seen yet. Notes (see
`survey`) are numbers of calls without bits, which no scope leaves.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.codes import END, F_FILTERS, FLAGS
from app.engines.columnar.kernels.compiling import inner, kernel
from app.engines.columnar.kernels.graph import i64
from app.engines.columnar.kernels.near import near, room
from app.engines.columnar.kernels.sieve import weigh
from app.engines.columnar.kernels.survey import surveyed


@inner
def _ordered(order: Any, ranks: Any, m: Any, note: int, found: Any) -> Any:
    """The entities found, the most connected first: read off the order of all where they are many, else sorted."""
    if 16 * len(found) < len(order):
        keys = np.empty(len(found), np.int32)
        for place in range(len(found)):
            keys[place] = ranks[found[place]]
        keys.sort()
        for place in range(len(found)):
            found[place] = order[keys[place]]
        return found
    n = 0
    for entity in order:
        if m[entity] == note:
            found[n] = entity
            n += 1
    return found


@kernel
def present(t: int, s: int, ends: Any, entities: Any, m: Any, call: int, order: Any, ranks: Any) -> Any:
    """The entities at the ends of the relations in scope that pass; `call` and the number after it are its own."""
    relations = surveyed(t, s, ends, entities, m, call)
    note = call + 1 << END
    found, n = np.empty(64, np.int32), 0
    for row in relations:
        for end in range(2):
            entity = g.object_(t, row >> 8) if end else g.subject(t, row >> 8)
            if m[entity] != note:
                m[entity] = note
                found = room(found, n + 1)
                found[n] = entity
                n += 1
    return _ordered(order, ranks, m, note, found[:n])


@kernel
def neighbours(t: int, s: int, m: Any, call: int, nodes: Any, order: Any, ranks: Any) -> Any:
    """`present` for all that is beside some entities."""
    beside, found, n = np.empty(256, np.int64), np.empty(64, np.int32), 0
    note = call << END
    plain = not i64(s, FLAGS) & F_FILTERS
    for node in nodes:
        for way in range(2):
            beside, count = near(t, s, node, way, beside, 0)
            for relation in beside[:count]:
                other = g.subject(t, relation) if way else g.object_(t, relation)
                if m[other] == note and m[node] == note:
                    continue
                if not plain and weigh(t, s, relation) < 0:
                    continue
                for end in range(2):
                    entity = other if end else np.int64(node)
                    if m[entity] != note:
                        m[entity] = note
                        found = room(found, n + 1)
                        found[n] = entity
                        n += 1
    return _ordered(order, ranks, m, note, found[:n])


@kernel
def beyond(t: int, s: int, m: Any, call: int, nodes: Any) -> Any:
    """For each of some entities, how many neighbours it has outside of them; each uses up a number after `call`."""
    counts = np.zeros(len(nodes), np.int64)
    beside = np.empty(256, np.int64)
    plain = not i64(s, FLAGS) & F_FILTERS
    for node in nodes:
        m[node] = -call
    for place in range(len(nodes)):
        for way in range(2):
            beside, count = near(t, s, nodes[place], way, beside, 0)
            for relation in beside[:count]:
                other = g.subject(t, relation) if way else g.object_(t, relation)
                note = call + place << END
                if m[other] == -call or m[other] == note or not (plain or weigh(t, s, relation) >= 0):
                    continue
                m[other] = note
                counts[place] += 1
    return counts


@kernel
def type_counts(t: int, node: int, most: int) -> Any:
    """The types of the entity's relations, and how many it has of each as subject and as object, as rows."""
    counts = np.zeros((most, 3), np.int64)
    for relation in range(g.out_start(t, node), g.out_start(t, node + 1)):
        counts[g.kind(t, relation), 1] += 1
    for place in range(g.in_start(t, node), g.in_start(t, node + 1)):
        counts[g.kind(t, g.by_object(t, place)), 2] += 1
    n = 0
    for kind in range(most):
        if counts[kind, 1] + counts[kind, 2] > 0:
            counts[n, 0], counts[n, 1], counts[n, 2] = kind, counts[kind, 1], counts[kind, 2]
            n += 1
    return counts[:n]
