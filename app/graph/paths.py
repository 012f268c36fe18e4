"""Paths between two entities: the k shortest simple ones, each a sequence of relations, under all relation filters.

Breadth first from both ends until the rounds together reach the asked length, so that every relation on a path of
that length is known; then the paths of exactly that length are drawn best first from the corridor between the two.
Two relations that tie the same pair make two paths. Order: length, then the weakest status and the least confidence
on the way, then the relations from start to end in the order of the graph (by subject, type and object).

Sources: bidirectional breadth-first search after I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971);
best-first enumeration of loopless paths in the sense of J. Y. Yen, Management Science 17 (1971), here with an exact
lower bound for each partial path instead of deviations, since all candidates of one length share one corridor.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import NamedTuple

from app.errors import BoundExceeded, InvalidValue
from app.graph.contract import GraphView
from app.graph.filters import Direction, Filters, Scope
from app.graph.hops import Hop, bounds_of, hops_of, index_of, turned

DEEPEST = 6
MOST_PATHS = 50
MOST_RELATIONS = 500_000  # relations looked at in one search
MOST_STEPS = 500_000  # partial paths drawn in one search


class Path(NamedTuple):
    """A simple path: its entities from start to end, the relation of each step, and the weakest on the way (ranks)."""

    entities: tuple[int, ...]
    relations: tuple[int, ...]
    status: int
    confidence: int


class Bounds(NamedTuple):
    """The most relations that one search looks at, and the most partial paths that it draws."""

    relations: int
    steps: int


class PathRequest(NamedTuple):
    """Between which entities, how long, how many, and whether relations are followed only from subject to object."""

    start: int
    end: int
    max_depth: int = 4
    max_paths: int = 10
    directed: bool = False


def find_paths(view: GraphView, request: PathRequest, filters: Filters) -> list[Path]:
    """The best paths in order. Raises BoundExceeded where the search would look at more than its bounds."""
    _check(request)
    bounds = Bounds(MOST_RELATIONS, MOST_STEPS)
    native = view.paths(request, filters, bounds)
    if native is not None:
        return native
    search = _Search(view, request, filters, bounds)
    found: list[Path] = []
    for length in range(1, request.max_depth + 1):
        if not search.reach(length):
            break
        found.extend(search.paths(length, request.max_paths - len(found)))
        if len(found) >= request.max_paths:
            break
    return found


def hidden_paths(view: GraphView, request: PathRequest, filters: Filters) -> dict[str, int]:
    """Per filter: how many paths (at most the asked number) appear when it alone is lifted."""
    hidden = {}
    for name in filters.active():
        try:
            count = len(find_paths(view, request, filters.without(name)))
        except BoundExceeded:
            continue
        if count:
            hidden[name] = count
    return hidden


def _check(request: PathRequest) -> None:
    if request.start == request.end:
        raise InvalidValue("end", "start and end are the same entity: a path needs two")
    if not 1 <= request.max_depth <= DEEPEST:
        raise InvalidValue("max_depth", f"max_depth is a number of relations from 1 to {DEEPEST}")
    if not 1 <= request.max_paths <= MOST_PATHS:
        raise InvalidValue("max_paths", f"max_paths is a number from 1 to {MOST_PATHS}")


def too_many_relations(bounds: Bounds) -> BoundExceeded:
    """What to say where a search would look at too many relations."""
    return BoundExceeded(
        "relations",
        f"the search looks at more than {bounds.relations} relations: narrow it by type or date, or lower max_depth",
    )


def too_many_steps(bounds: Bounds) -> BoundExceeded:
    """What to say where too many paths would have to be compared."""
    return BoundExceeded(
        "steps",
        f"more than {bounds.steps} partial paths have to be compared: ask for fewer paths, lower max_depth, or narrow "
        "the search by type or date",
    )


class _Side:
    """What is known from one end: the distance of each entity, and the hops that lead on from those already left."""

    def __init__(self, root: int) -> None:
        self.distance = {root: 0}
        self.frontier = frozenset((root,))
        self.rounds = 0
        self.hops: dict[int, list[Hop]] = {}  # by the entity that was left


class _Search:
    """One search; the bounds on its work are counted here."""

    def __init__(self, view: GraphView, request: PathRequest, filters: Filters, bounds: Bounds) -> None:
        self._view = view
        self._bounds = bounds
        self._filters = filters
        self._directed = request.directed
        self._ends = (request.start, request.end)
        self._sides = (_Side(request.start), _Side(request.end))
        self._index = index_of(view, filters, directed=request.directed)
        self._seen = 0
        self._steps = 0

    def reach(self, length: int) -> bool:
        """Expand the smaller sides until all relations of paths of this length are known; False: there are no more."""
        one, two = self._sides
        while one.rounds + two.rounds < length:
            if self._cut_off(one, self._ends[1]) or self._cut_off(two, self._ends[0]):
                return False
            hints = [self._view.size_hint(Scope(incident=s.frontier), None) if s.frontier else 0 for s in self._sides]
            self._expand(0 if hints[0] <= hints[1] else 1)
        return True

    @staticmethod
    def _cut_off(side: _Side, other: int) -> bool:
        """Whether everything that can be reached from a side is known, and the other end is not in it."""
        return not side.frontier and other not in side.distance

    def _expand(self, which: int) -> None:
        side = self._sides[which]
        side.rounds += 1
        if not side.frontier:
            return
        if self._index is None:
            self._survey(side, which)
        else:
            ways = self._index[which]
            found = {near: ways[near] for near in side.frontier if near in ways}
            self._count(sum(map(len, found.values())))
            side.hops.update(found)
        fresh = {hop[1] for near in side.frontier for hop in side.hops.get(near, ())}.difference(side.distance)
        side.distance.update(dict.fromkeys(fresh, side.rounds))
        side.frontier = frozenset(fresh)

    def _survey(self, side: _Side, which: int) -> None:
        ahead: Direction = "out" if which == 0 else "in"
        direction: Direction = ahead if self._directed else "both"
        seen = self._view.survey(Scope(incident=side.frontier, direction=direction), self._filters)
        self._count(len(seen.relation))
        for near, hop in hops_of(self._view, seen, which, directed=self._directed):
            if near in side.frontier:
                side.hops.setdefault(near, []).append(hop)

    def _count(self, relations: int) -> None:
        self._seen += relations
        if self._seen > self._bounds.relations:
            raise too_many_relations(self._bounds)

    def paths(self, length: int, wanted: int) -> list[Path]:
        """The best `wanted` simple paths of exactly this length."""
        layers = self._corridor(length)
        return [] if layers is None else list(self._best_first(layers, length, wanted))

    def _corridor(self, length: int) -> list[dict[int, list[Hop]]] | None:
        """Per position from the start: the hops that can be part of a walk of this length to the end."""
        one, two = self._sides
        middle = min(one.rounds, length)
        start, end = self._ends
        met = {
            e
            for e, d in one.distance.items()
            if d <= middle and two.distance.get(e, DEEPEST + 1) <= length - middle
            and (e != start or middle == 0) and (e != end or middle == length)
        }  # fmt: skip
        if not met:
            return None
        forward = self._walk(one, met, middle)
        backward = self._walk(two, met, length - middle)
        return [*forward, *turned(backward)]

    def _walk(self, side: _Side, met: set[int], steps: int) -> list[dict[int, list[Hop]]]:
        """Hops from the root of a side, position by position, that end in the entities met."""
        root = self._ends[0] if side is self._sides[0] else self._ends[1]
        other = self._ends[1] if side is self._sides[0] else self._ends[0]
        reached = [{root}]
        for _ in range(steps - 1):  # forwards: who can be reached in exactly so many steps
            reached.append({h[1] for e in reached[-1] for h in side.hops.get(e, ()) if h[1] not in (root, other)})
        layers: list[dict[int, list[Hop]]] = []
        goal = met
        for there in reached[:steps][::-1]:  # backwards: of those, who leads on to the goal
            layer = {}
            for entity in there:
                hops = [h for h in side.hops.get(entity, ()) if h[1] in goal]
                if hops:
                    layer[entity] = hops
            layers.append(layer)
            goal = set(layer)
        return layers[::-1]

    def _best_first(self, layers: list[dict[int, list[Hop]]], length: int, wanted: int) -> Iterable[Path]:
        """Partial paths by (weakest status, least confidence, relations), each bounded by what must still come."""
        start, end = self._ends
        bounds = bounds_of(layers, end)
        if start not in bounds[0]:
            return
        heap: list[tuple[int, int, tuple[int, ...], int, int, tuple[int, ...]]] = [
            (*bounds[0][start], (), 0, 0, (start,))
        ]
        found = 0
        while heap and found < wanted:
            status, doubt, relations, worst_status, worst_doubt, entities = heapq.heappop(heap)
            if len(relations) == length:
                found += 1
                yield Path(entities, relations, status, 2 - doubt)
                continue
            ahead = bounds[len(relations) + 1]
            for relation, entity, hop_status, hop_doubt in layers[len(relations)].get(entities[-1], ()):
                if entity in entities or entity not in ahead:
                    continue
                self._steps += 1
                to_status, to_doubt = max(worst_status, hop_status), max(worst_doubt, hop_doubt)
                coming = ahead[entity]
                heapq.heappush(
                    heap,
                    (
                        max(to_status, coming[0]),
                        max(to_doubt, coming[1]),
                        (*relations, relation),
                        to_status,
                        to_doubt,
                        (*entities, entity),
                    ),
                )
            if self._steps > self._bounds.steps:
                raise too_many_steps(self._bounds)
