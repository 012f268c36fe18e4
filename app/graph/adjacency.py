"""The neighbours of an entity, each with the relations that tie them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from app.graph.contract import GraphView, Match
from app.graph.filters import Filters, Scope

MANY = 2_000  # relations from which on only those of the neighbours that are shown are looked up
MOST_TIES = 10  # relations that are then shown of one neighbour


class Neighbour(NamedTuple):
    """An entity next to another one, and what ties them: all relations, or the first of so many."""

    entity: int
    matches: tuple[Match, ...]
    total: int


def neighbours(
    view: GraphView, entity: int, scope: Scope, filters: Filters, *, many: int = MANY
) -> Sequence[Neighbour]:
    """The neighbours under the filters: most relations first, then by id."""
    if view.size_hint(scope, filters.type) > many:
        return _Many(view, entity, scope, filters)
    ties: dict[int, list[Match]] = {}
    for match in view.select(scope, filters):
        ends = view.ends(match.relation)
        ties.setdefault(ends.object if ends.subject == entity else ends.subject, []).append(match)
    ordered = sorted(ties.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Neighbour(other, tuple(matches), len(matches)) for other, matches in ordered]


class _Many(Sequence[Neighbour]):
    """Neighbours whose relations are looked up when they are asked for."""

    def __init__(self, view: GraphView, entity: int, scope: Scope, filters: Filters) -> None:
        self._view = view
        self._filters = filters
        seen = view.survey(scope, filters, worth=False)
        self._relations = seen.relation
        self._others = [o if s == entity else s for s, o in zip(seen.subject, seen.object, strict=True)]
        self._ordered = sorted(Counter(self._others).items(), key=lambda item: (-item[1], item[0]))

    def __len__(self) -> int:
        return len(self._ordered)

    @overload
    def __getitem__(self, index: int) -> Neighbour: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Neighbour]: ...
    def __getitem__(self, index: int | slice) -> Neighbour | Sequence[Neighbour]:
        if not isinstance(index, slice):
            return self[index : index + 1 or None][0]
        ties: dict[int, list[int]] = {other: [] for other, _ in self._ordered[index]}
        for relation, other in zip(self._relations, self._others, strict=True):
            if other in ties and len(ties[other]) < MOST_TIES:
                ties[other].append(relation)
        return [Neighbour(other, self._shown(ties[other]), total) for other, total in self._ordered[index]]

    def __iter__(self) -> Iterator[Neighbour]:
        return iter(self[:])

    def _shown(self, relations: Sequence[int]) -> tuple[Match, ...]:
        return tuple(self._view.select(Scope(relations=frozenset(relations)), self._filters))
