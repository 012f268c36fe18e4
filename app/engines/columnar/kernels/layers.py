"""Drawing paths best first from layers: the hops that walks of one length can take, step by step.

Each entity of a layer knows the least weak status and the least doubt with which the end can still be reached from it,
a lower bound for all that goes through it; so paths come out in order, as in `graph.paths`, and few are looked at.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from app.engines.columnar.kernels.compiling import inner

DEEPEST: Final = 6
NO_WORSE: Final = 127
# Of nodes (an entity in a layer): the entity, its first link, the bounds. Of links: what they are, and the next one.
ENTITY, HEAD, STATUS, DOUBT = range(4)
RELATION, AHEAD, WORTH, NEXT = range(4)
# Partial paths, and rows of the answer: bounds, then relations (a path before all that go on from it), and the rest.
P_STATUS, P_DOUBT, P_RELATIONS = range(3)
P_WORST_STATUS, P_WORST_DOUBT, P_NODE, P_LENGTH, P_ENTITIES = range(P_RELATIONS + DEEPEST, P_RELATIONS + DEEPEST + 5)
PARTIAL: Final = P_ENTITIES + DEEPEST + 1


@inner
def grown(rows: Any, wanted: int) -> Any:
    """The rows where there is room for so many, else a copy with room."""
    if wanted <= len(rows):
        return rows
    larger = np.empty((max(wanted, 2 * len(rows)), rows.shape[1]), rows.dtype)
    larger[: len(rows)] = rows
    return larger


@inner
def _before(partials: Any, one: int, two: int) -> bool:
    for column in range(P_WORST_STATUS):
        if partials[one, column] != partials[two, column]:
            return bool(partials[one, column] < partials[two, column])
    return False


@inner
def _push(partials: Any, heap: Any, size: int, new: int) -> None:
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        if not _before(partials, new, heap[parent]):
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = new


@inner
def _pop(partials: Any, heap: Any, size: int) -> int:
    """Takes the best off a heap of so many."""
    best, last = heap[0], heap[size - 1]
    place, child = 0, 1
    while child < size - 1:
        if child + 1 < size - 1 and _before(partials, heap[child + 1], heap[child]):
            child += 1
        if not _before(partials, heap[child], last):
            break
        heap[place] = heap[child]
        place, child = child, 2 * child + 1
    heap[place] = last
    return int(best)


@inner
def _visits(partials: Any, one: int, entity: int) -> bool:
    for step in range(partials[one, P_LENGTH] + 1):  # noqa: SIM110 - numba knows no generators in `any`
        if partials[one, P_ENTITIES + step] == entity:
            return True
    return False


@inner
def _longer(partials: Any, one: int, new: int, nodes: Any, links: Any, link: int) -> None:
    """Writes the partial path that goes on from another one along a link."""
    partials[new] = partials[one]
    length, ahead, worth = partials[one, P_LENGTH], links[link, AHEAD], links[link, WORTH]
    status, doubt = max(partials[one, P_WORST_STATUS], worth >> 2), max(partials[one, P_WORST_DOUBT], worth & 3)
    partials[new, P_STATUS] = max(status, nodes[ahead, STATUS])
    partials[new, P_DOUBT] = max(doubt, nodes[ahead, DOUBT])
    partials[new, P_WORST_STATUS], partials[new, P_WORST_DOUBT] = status, doubt
    partials[new, P_RELATIONS + length] = links[link, RELATION]
    partials[new, P_ENTITIES + length + 1] = nodes[ahead, ENTITY]
    partials[new, P_NODE], partials[new, P_LENGTH] = ahead, length + 1


@inner
def draw(nodes: Any, links: Any, root: int, length: int, rows: Any, count: int, steps: int, most: int) -> Any:
    """Appends the best simple paths of this length until the rows are full; the number of rows and of steps taken."""
    partials = np.empty((64, PARTIAL), np.int32)
    heap = np.empty(64, np.int64)
    partials[0] = -1
    partials[0, P_STATUS], partials[0, P_DOUBT] = nodes[root, STATUS], nodes[root, DOUBT]
    partials[0, P_WORST_STATUS] = partials[0, P_WORST_DOUBT] = 0
    partials[0, P_NODE], partials[0, P_LENGTH], partials[0, P_ENTITIES] = root, 0, nodes[root, ENTITY]
    heap[0] = 0
    made, size = 1, 1
    while size > 0 and count < len(rows) and steps <= most:
        one = _pop(partials, heap, size)
        size -= 1
        if partials[one, P_LENGTH] == length:
            rows[count] = partials[one]
            count += 1
            continue
        link = nodes[partials[one, P_NODE], HEAD]
        while link >= 0:
            if not _visits(partials, one, nodes[links[link, AHEAD], ENTITY]):
                steps += 1
                partials = grown(partials, made + 1)
                if size == len(heap):
                    larger = np.empty(2 * size, np.int64)
                    larger[:size] = heap
                    heap = larger
                _longer(partials, one, made, nodes, links, link)
                _push(partials, heap, size, made)
                made += 1
                size += 1
            link = links[link, NEXT]
    return count, steps
