"""Derived relations in a subgraph: edges among the entities that are drawn, unmistakably inferred."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from app.graph import asking
from app.graph.contract import GraphView
from app.graph.derive.engine import Derived, derived_by_data
from app.graph.derive.selection import Asked, asked_types, chosen
from app.graph.derive.shapes import DerivedShapes
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.subgraph import Node, Subgraph, SubgraphRequest, subgraph

Shape = dict[str, Any]
MOST_EDGES = 2000


def asked_for(
    view: GraphView, request: SubgraphRequest, words: Mapping[str, Any], *, derived: bool
) -> tuple[Subgraph, Filters]:
    """The subgraph that both doors hand on, with derived relations if asked for, and the filters that it was put by."""
    if not derived:
        filters = asking.filters(view, words)
        return subgraph(view, request, filters), filters
    parted = asked_types(view, words)
    filters = asking.filters(view, parted.words)
    return with_derived(view, request, filters, parted), filters


def with_derived(view: GraphView, request: SubgraphRequest, filters: Filters, asked: Asked) -> Subgraph:
    """The subgraph with what the rules of the data derive among its entities.

    Those at a seed bring their other end along. Where nothing else is asked for, only derived relations are drawn.
    """
    plain = filters.without("type", "category", "polarity", "status")
    derivation = derived_by_data(view, plain)
    scope = Scope(incident=frozenset(request.seeds)) if asked.only and request.seeds else EVERYTHING
    items = chosen(derivation, scope, filters, asked.types)
    found = _ends_only(view, request, items) if asked.only else subgraph(view, request, filters)
    found = _joined(view, request, filters, found, items)
    drawn = {n.entity for n in found.nodes}
    inside = [i for i in items if i.subject in drawn and i.object in drawn]
    render = DerivedShapes(view, derivation, inside[:MOST_EDGES], filters)
    edges = tuple(derived_edge(render.relation(i)) for i in inside[:MOST_EDGES])
    cut = found.truncated or derivation.truncated
    if len(inside) > MOST_EDGES:
        cut = cut or f"derived: {MOST_EDGES} edges"
    return dataclasses.replace(found, derived=edges, truncated=cut)


def _joined(
    view: GraphView, request: SubgraphRequest, filters: Filters, found: Subgraph, items: Sequence[Derived]
) -> Subgraph:
    """The subgraph with the other ends of what is derived at its seeds, as far as the limit allows."""
    drawn = {n.entity for n in found.nodes}
    seeds = set(request.seeds)
    ends = {e for i in items if seeds & {i.subject, i.object} for e in (i.subject, i.object)}
    if request.depth == 0:
        return found
    fresh = sorted(
        e for e in ends - drawn if request.entity_types is None or view.entity(e).type in request.entity_types
    )
    room = len(fresh) if request.limit is None else max(0, request.limit - len(drawn))
    nodes = [*found.nodes]
    for entity in fresh[:room]:
        seen = view.survey(Scope(incident=frozenset((entity,))), filters)
        near = {e for ends_ in (seen.subject, seen.object) for e in ends_} - {entity}
        nodes.append(Node(entity, False, 1, len(near), 0))
    nodes.sort(key=lambda n: n.entity)
    return dataclasses.replace(found, nodes=tuple(nodes), total_nodes=found.total_nodes + len(fresh))


def _ends_only(view: GraphView, request: SubgraphRequest, items: Sequence[Derived]) -> Subgraph:
    ends = sorted({e for i in items for e in (i.subject, i.object)} | set(request.seeds))
    kept = ends if request.limit is None else ends[: request.limit]
    asked = dataclasses.replace(request, seeds=tuple(kept), depth=0, entity_types=None)
    found = subgraph(view, asked, Filters())
    nodes = tuple(dataclasses.replace(n, seed=n.entity in request.seeds) for n in found.nodes)
    cut = f"limit: {request.limit} nodes" if len(kept) < len(ends) else None
    return dataclasses.replace(
        found, nodes=nodes, edges=(), truncated=cut, total_nodes=len(ends), total_edges=0, hidden={}, request=request
    )


def derived_edge(whole: Shape) -> Shape:
    """A derived relation as an edge to draw: the shape of every edge, with no claim, no voice and no paragraph."""
    return {
        "id": whole["id"],
        "source": whole["subject"]["id"],
        "target": whole["object"]["id"],
        "type": whole["type"],
        "label": whole["label"],
        "category": whole["category"],
        "polarity": whole["polarity"],
        "kind": whole["kind"],
        "symmetric": whole["symmetric"],
        "status": whole["status"],
        "ended": False,
        "modality": [],
        "stance": "affirms",
        "hedge": None,
        "progress": None,
        "via": None,
        "addressed_to": None,
        "asserted_by": [],
        "confidence": whole["confidence"],
        "min_confidence": whole["min_confidence"],
        "valid_from": whole["valid_from"],
        "valid_to": whole["valid_to"],
        "ends": "exclusive",
        "edtf": f"{whole['valid_from'] or '..'}/{whole['valid_to'] or '..'}",
        "inferred": f"follows by the rule {whole['derived']['rule']}",
        "last_attested": None,
        "first_known": whole["first_known"],
        "derived": whole["derived"],
        "sentence": whole["sentence"],
        "claims": 0,
        "paragraphs": [],
        "sources": whole["sources"],
    }
