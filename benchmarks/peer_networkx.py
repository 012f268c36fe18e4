"""The peer for HTTP: what one would write first. FastAPI, NetworkX, and a pydantic response model per answer.

It is given every advantage but ours: relations are computed once, with sentence and status, and sit ready as edge
attributes; a request walks the edges, filters, pages, and lets FastAPI validate and serialise. It serves the very
same answers for the two questions that are measured; the benchmark checks that before it times anything.
"""

from __future__ import annotations

from typing import Annotated, Any

import networkx as nx
from fastapi import FastAPI, HTTPException, Query

from app.api.schemas.entities import AdjacentPage
from app.api.schemas.relations import RelationPage
from app.graph import shapes
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.runtime import open_view
from app.settings import load_settings


Words = Annotated[list[str], Query()]


def graph_of(view: GraphView) -> nx.MultiDiGraph[str]:
    """All relations as edges, each with its whole answer as attributes."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for handle in range(view.entity_count):
        graph.add_node(view.entity(handle).id, **shapes.reference(view, handle))
    for match in view.select(EVERYTHING, NO_FILTERS):
        relation = shapes.relation(view, match)
        graph.add_edge(relation["subject"]["id"], relation["object"]["id"], key=relation["id"], relation=relation)
    return graph


def application() -> FastAPI:
    """The peer's service."""
    view = open_view(load_settings().root)
    graph = graph_of(view)
    app = FastAPI()

    def edges_of(entity: str, types: list[str], statuses: list[str]) -> list[tuple[str, dict[str, Any]]]:
        if entity not in graph:
            raise HTTPException(404, f"unknown entity {entity}")
        found = [(other, data["relation"]) for _, other, data in graph.out_edges(entity, data=True)]
        found += [(other, data["relation"]) for other, _, data in graph.in_edges(entity, data=True)]
        found = [
            (other, relation)
            for other, relation in found
            if (not types or relation["type"] in types) and (not statuses or relation["status"] in statuses)
        ]
        return sorted(found, key=lambda pair: (pair[1]["subject"]["id"], pair[1]["type"], pair[1]["object"]["id"]))

    def page(results: list[Any], limit: int, offset: int) -> dict[str, Any]:
        return {
            "results": results[offset : offset + limit],
            "total": {"value": len(results), "relation": "eq"},
            "facets": {},
            "limit": limit,
            "offset": offset,
            "next": None,
            "previous": None,
            "snapshot": view.snapshot_id,
            "notes": [],
        }

    @app.get("/v1/entities/{id}/relations", response_model=RelationPage, response_model_exclude_unset=True)
    async def relations(id: str, type: Words = [], status: Words = [], limit: int = 50, offset: int = 0) -> Any:  # noqa: B006
        return page([relation for _, relation in edges_of(id, type, status)], limit, offset)

    @app.get("/v1/entities/{id}/adjacent", response_model=AdjacentPage, response_model_exclude_unset=True)
    async def adjacent(id: str, type: Words = [], status: Words = [], limit: int = 50, offset: int = 0) -> Any:  # noqa: B006
        ties: dict[str, list[Any]] = {}
        for other, relation in edges_of(id, type, status):
            ties.setdefault(other, []).append(relation)
        ordered = sorted(ties.items(), key=lambda item: (-len(item[1]), item[0]))
        results = [{"entity": dict(graph.nodes[other]), "relations": found} for other, found in ordered]
        return page(results, limit, offset)

    return app
