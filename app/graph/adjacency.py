"""The neighbours of an entity, each with the relations that tie them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.graph.contract import GraphView, Match
from app.graph.filters import Filters, Scope


class Neighbour(NamedTuple):
    """An entity next to another one, and what ties them."""

    entity: int
    matches: tuple[Match, ...]


def neighbours(view: GraphView, entity: int, scope: Scope, filters: Filters) -> Sequence[Neighbour]:
    """The neighbours under the filters: most relations first, then by id."""
    ties: dict[int, list[Match]] = {}
    for match in view.select(scope, filters):
        ends = view.ends(match.relation)
        ties.setdefault(ends.object if ends.subject == entity else ends.subject, []).append(match)
    ordered = sorted(ties.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Neighbour(other, tuple(matches)) for other, matches in ordered]
