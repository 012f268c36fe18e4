"""The known order of events that share a bucket: what sources say was followed by what."""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Iterable, Mapping, Sequence

from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters
from app.graph.timeline.spread import Item
from app.model.claim import Status

FOLLOWED_BY = "followed_by"
_ESTABLISHED = frozenset({Status.ASSERTED, Status.ATTRIBUTED})


class KnownOrder:
    """Which events come before which, as far as sources affirm it under the filters; transitive."""

    def __init__(self, view: GraphView, filters: Filters) -> None:
        self._view = view
        self._before: dict[int, set[int]] = {}
        if FOLLOWED_BY not in view.ontology.relation_types:
            return
        plain = Filters(known_at=filters.known_at, source=filters.source, dataset=filters.dataset)
        types = view.ontology.relation_subtypes(FOLLOWED_BY)
        asked = dataclasses.replace(plain, type=types, status=_ESTABLISHED)
        after: dict[int, set[int]] = {}
        found = view.survey(EVERYTHING, asked)
        for one, two in zip(found.subject, found.object, strict=True):
            after.setdefault(one, set()).add(two)
        for start in after:
            for later in _reached(after, start):
                self._before.setdefault(later, set()).add(start)

    def events(self, item: Item) -> frozenset[int]:
        """The things an item is about that have a place in the known order."""
        ends = self._view.ends(item.match.relation)
        own = self._view.find_entity(item.episode.event) if item.episode.event else None
        every = {ends.subject, ends.object} if own is None else {own}
        known = self._before.keys() | {e for earlier in self._before.values() for e in earlier}
        return frozenset(every & known)

    def before(self, event: int) -> frozenset[int]:
        """Everything that came before."""
        return frozenset(self._before.get(event, ()))

    def sorted(self, items: Sequence[Item]) -> list[Item]:
        """The items by date, none before one that is known to precede it (A. B. Kahn, CACM 5, 1962)."""
        about = [self.events(i) for i in items]
        waits = [
            {j for j, other in enumerate(about) if j != i and _precedes(self._before, other, mine)}
            for i, mine in enumerate(about)
        ]
        ready = [(_date(item), i) for i, item in enumerate(items) if not waits[i]]
        heapq.heapify(ready)
        done: list[int] = []
        while ready:
            _, index = heapq.heappop(ready)
            done.append(index)
            for i, left in enumerate(waits):
                if index in left:
                    left.discard(index)
                    if not left:
                        heapq.heappush(ready, (_date(items[i]), i))
        left_over = sorted(set(range(len(items))) - set(done), key=lambda i: (_date(items[i]), i))
        return [items[i] for i in (*done, *left_over)]


def _precedes(before: Mapping[int, set[int]], one: frozenset[int], two: frozenset[int]) -> bool:
    return not one & two and any(before.get(t, set()) & one for t in two)


def _date(item: Item) -> tuple[int, int, int]:
    return item.start, item.end, item.match.relation


def _reached(after: Mapping[int, Iterable[int]], start: int) -> set[int]:
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        for later in after.get(waiting.pop(), ()):
            if later not in reached and later != start:
                reached.add(later)
                waiting.append(later)
    return reached
