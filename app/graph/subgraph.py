"""A part of the graph to draw or to take away: seeds and what lies around them, or the whole graph, filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.episodes import polarity
from app.graph.filters import EVERYTHING, Filters, Scope
from app.model.claim import Status

# Only what is affirmed as fact weighs in signed scores (ruling R8).
_WEIGHING = (Status.ASSERTED, Status.ATTRIBUTED)


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
    edges: tuple[Match, ...]
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
    matches = view.select(EVERYTHING if not request.seeds else Scope(incident=inside), filters)
    edges = [m for m in matches if _within(view, m, inside)]
    outside = _outside(view, matches, inside)
    balance = _balance(view, edges)
    nodes = tuple(
        Node(handle, handle in request.seeds, hops, outside.get(handle, 0), balance.get(handle, 0))
        for handle, hops in sorted(reached.items())
    )
    total_edges = len(edges) if truncated is None else len(matches)
    hidden = _hidden_edges(view, filters, inside, len(edges))
    return Subgraph(view, nodes, tuple(edges), truncated, total, total_edges, hidden, request)


Reached = tuple[dict[int, int | None], int, str | None]


def _around(view: GraphView, request: SubgraphRequest, filters: Filters) -> Reached:
    """Breadth first from the seeds; where the bound cuts a ring, its best connected entities stay."""
    reached: dict[int, int | None] = dict.fromkeys(request.seeds, 0)
    frontier, total, truncated = frozenset(reached), len(reached), None
    for hop in range(1, request.depth + 1):
        ring: set[int] = set()
        for match in view.select(Scope(incident=frontier), filters):
            ends = view.ends(match.relation)
            ring.update(e for e in (ends.subject, ends.object) if e not in reached and _kept(view, e, request))
        total += len(ring)
        ordered = _most_connected(view, ring)
        room = len(ring) if request.limit is None else max(0, request.limit - len(reached))
        if len(ordered) > room:
            ordered = ordered[:room]
            truncated = f"limit: {request.limit} nodes"
        reached.update(dict.fromkeys(ordered, hop))
        frontier = frozenset(ordered)
        if truncated or not frontier:
            break
    return reached, total, truncated


def _everything(view: GraphView, request: SubgraphRequest, filters: Filters) -> Reached:
    """All entities with a relation that passes; entities without any only where nothing is filtered."""
    found: set[int] = set()
    for match in view.select(EVERYTHING, filters):
        ends = view.ends(match.relation)
        found.update((ends.subject, ends.object))
    if not any(True for _ in filters.active()):
        found.update(range(view.entity_count))
    kept = {e for e in found if _kept(view, e, request)}
    ordered = _most_connected(view, kept)
    truncated = None
    if request.limit is not None and len(ordered) > request.limit:
        ordered, truncated = ordered[: request.limit], f"limit: {request.limit} nodes"
    return dict.fromkeys(ordered), len(kept), truncated


def _most_connected(view: GraphView, entities: set[int]) -> list[int]:
    return sorted(entities, key=lambda e: (-view.degree(e), e))


def _kept(view: GraphView, entity: int, request: SubgraphRequest) -> bool:
    return request.entity_types is None or view.entity(entity).type in request.entity_types


def _within(view: GraphView, match: Match, inside: frozenset[int]) -> bool:
    ends = view.ends(match.relation)
    return ends.subject in inside and ends.object in inside


def _outside(view: GraphView, matches: Sequence[Match], inside: frozenset[int]) -> dict[int, int]:
    beyond: dict[int, set[int]] = {}
    for match in matches:
        ends = view.ends(match.relation)
        for near, far in ((ends.subject, ends.object), (ends.object, ends.subject)):
            if near in inside and far not in inside:
                beyond.setdefault(near, set()).add(far)
    return {node: len(others) for node, others in beyond.items()}


def _balance(view: GraphView, edges: Sequence[Match]) -> dict[int, int]:
    scores: dict[int, int] = {}
    for match in edges:
        if view.verdict(match).status in _WEIGHING:
            tone, ends = polarity(view, match), view.ends(match.relation)
            for node in (ends.subject, ends.object):
                scores[node] = scores.get(node, 0) + tone
    return scores


def _hidden_edges(view: GraphView, filters: Filters, inside: frozenset[int], shown: int) -> dict[str, int]:
    """Per filter: how many more edges among the nodes appear when it alone is lifted."""
    hidden = {}
    for name in filters.active():
        matches = view.select(Scope(incident=inside), filters.without(name))
        more = sum(_within(view, m, inside) for m in matches) - shown
        if more > 0:
            hidden[name] = more
    return hidden
