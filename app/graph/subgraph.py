"""A part of the graph to draw or to take away: seeds and what lies around them, or the whole graph, filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.graph.contract import EntityNeeds, GraphView, Match
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.status import STATUS_RANK
from app.model.claim import Status

# Only what is affirmed as fact weighs in signed scores (ruling R8).
_WEIGHING = frozenset({STATUS_RANK[Status.ASSERTED], STATUS_RANK[Status.ATTRIBUTED]})
MOST_EDGES = 2_000  # that are drawn, or taken away under a limit


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the subgraph. `hops` counts from the nearest seed (None without seeds)."""

    entity: int
    seed: bool
    hops: int | None
    hidden_neighbours: int
    polarity_balance: int


@dataclass(frozen=True, slots=True)
class SubgraphRequest:
    """Seeds (none: the whole graph), the entity types to keep (seeds always stay), depth, and the most nodes.

    `include` names what comes along (claims, sources, ontology, facets); `query` is the question as it was put.
    """

    seeds: tuple[int, ...]
    depth: int
    limit: int | None
    entity_types: frozenset[str] | None
    include: frozenset[str] = frozenset()
    query: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges in a stable order. `truncated` names the bound that cut it, if one did."""

    view: GraphView
    nodes: tuple[Node, ...]
    edges: Sequence[Match]
    truncated: str | None
    total_nodes: int
    total_edges: int
    hidden: Mapping[str, int]
    request: SubgraphRequest
    derived: tuple[Mapping[str, Any], ...] = ()  # edges that rules infer, drawn already; only where asked for


def subgraph(view: GraphView, request: SubgraphRequest, filters: Filters) -> Subgraph:
    """The asked part of the graph: all edges among the nodes that are reached and kept."""
    reached, total, truncated = (
        _around(view, request, filters) if request.seeds else _everything(view, request, filters)
    )
    inside = frozenset(reached)
    every = view.select(_among(inside), filters)
    edges = _cut(view, every, inside, request, filters)
    if len(edges) < len(every):
        cut = f"edges: {len(edges)} of {len(every)}"
        truncated = cut if truncated is None else f"{truncated}; {cut}"
    outside = view.beyond(inside, filters)
    drawn = _among(inside) if len(edges) == len(every) else Scope(relations=frozenset(m.relation for m in edges))
    balance = _balance(view, drawn, filters)
    nodes = tuple(
        Node(handle, handle in request.seeds, hops, outside.get(handle, 0), balance.get(handle, 0))
        for handle, hops in sorted(reached.items())
    )
    total_edges = len(every) if total == len(nodes) else _around_all(view, request, filters, inside, len(every))
    hidden = _hidden_edges(view, filters, inside, len(every))
    return Subgraph(view, nodes, edges, truncated, total, total_edges, hidden, request)


Reached = tuple[dict[int, int | None], int, str | None]


def _around(view: GraphView, request: SubgraphRequest, filters: Filters) -> Reached:
    """Breadth first from the seeds; where the bound cuts a ring, its best connected entities stay."""
    reached: dict[int, int | None] = dict.fromkeys(request.seeds, 0)
    frontier, total, truncated = frozenset(reached), len(reached), None
    for hop in range(1, request.depth + 1):
        every = view.present(Scope(incident=frontier), filters, request.entity_types, reached)
        total += len(every)
        room = len(every) if request.limit is None else max(0, request.limit - len(reached))
        ring = every[:room]
        if len(every) > room:
            truncated = f"limit: {request.limit} nodes"
        reached.update(dict.fromkeys(ring, hop))
        frontier = frozenset(ring)
        if truncated or not frontier:
            break
    return reached, total, truncated


def _everything(view: GraphView, request: SubgraphRequest, filters: Filters) -> Reached:
    """All entities with a relation that passes; entities without any only where nothing is filtered."""
    if any(True for _ in filters.active()):
        kept = view.present(EVERYTHING, filters, request.entity_types)
    else:
        kept = view.entities(EntityNeeds(type=request.entity_types))
    truncated = None if request.limit is None or len(kept) <= request.limit else f"limit: {request.limit} nodes"
    return dict.fromkeys(kept[: request.limit]), len(kept), truncated


def _around_all(view: GraphView, request: SubgraphRequest, filters: Filters, inside: frozenset[int], among: int) -> int:
    """How many edges there are with an end inside, of which so many have both; of the whole graph, all."""
    scope = EVERYTHING if not request.seeds else Scope(incident=inside)
    if scope == EVERYTHING or any(True for _ in filters.active()):
        return len(view.select(scope, filters))
    return sum(view.degree(entity) for entity in inside) - among


def _among(inside: frozenset[int]) -> Scope:
    """The relations with both ends inside."""
    return Scope(between=((inside, inside),))


def _cut(
    view: GraphView, edges: Sequence[Match], inside: frozenset[int], request: SubgraphRequest, filters: Filters
) -> Sequence[Match]:
    """Of more edges than can be drawn those that have a seed at an end, then the first; in order of handle."""
    if request.limit is None or len(edges) <= MOST_EDGES:
        return edges
    seeds = frozenset(request.seeds)
    near = view.select(Scope(between=((seeds, inside),)), filters)[:MOST_EDGES]
    kept = {m.relation: m for m in near}
    for match in edges[:MOST_EDGES]:
        if len(kept) == MOST_EDGES:
            break
        kept.setdefault(match.relation, match)
    return [kept[relation] for relation in sorted(kept)]


def _balance(view: GraphView, drawn: Scope, filters: Filters) -> dict[int, int]:
    """Cooperative minus conflictual edges of each entity."""
    scores: dict[int, int] = {}
    seen = view.survey(drawn, filters)
    for one, two, status, tone in zip(seen.subject, seen.object, seen.status, seen.polarity, strict=True):
        if tone and status in _WEIGHING:
            scores[one] = scores.get(one, 0) + tone
            scores[two] = scores.get(two, 0) + tone
    return scores


def _hidden_edges(view: GraphView, filters: Filters, inside: frozenset[int], shown: int) -> dict[str, int]:
    """Per filter: how many more edges among the nodes appear when it alone is lifted."""
    hidden = {}
    for name in filters.active():
        more = len(view.select(_among(inside), filters.without(name))) - shown
        if more > 0:
            hidden[name] = more
    return hidden
