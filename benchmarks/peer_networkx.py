"""The peer for HTTP: what one would write first. FastAPI, NetworkX, and a pydantic response model per answer.

Claims are the edges of a MultiDiGraph. A request walks the edges of an entity, groups them into relations, works out
what each amounts to (with the project's own functions, so that the answers are the very same), pages, and lets FastAPI
validate and serialise. PREPARED=1 starts a second kind that could serve no filter on dates, voices or sources: each
relation's whole answer is worked out once, at the start, and sits ready as an edge attribute.
"""

from __future__ import annotations

import os
from typing import Annotated, Any

import networkx as nx
from fastapi import FastAPI, HTTPException, Query

from app.api.schemas.entities import AdjacentPage
from app.api.schemas.relations import RelationPage
from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.runtime import open_view
from app.settings import load_settings

Words = Annotated[list[str], Query()]
Found = list[tuple[str, dict[str, Any]]]


class Claims:
    """The graph of claims: relations are worked out on each request."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for handle in range(view.entity_count):
            self.graph.add_node(view.entity(handle).id, **shapes.reference(view, handle))
        for match in view.select(EVERYTHING, NO_FILTERS):
            for claim in match.claims:
                record = view.claim(claim)
                self.graph.add_edge(
                    record.subject, record.object, key=record.id, type=record.type, relation=match.relation, claim=claim
                )

    def near(self, entity: str, types: list[str]) -> Found:
        """The relations of an entity with the entity at the other end."""
        edges = [(other, data) for _, other, data in self.graph.out_edges(entity, data=True)]
        edges += [(other, data) for other, _, data in self.graph.in_edges(entity, data=True)]
        grouped: dict[int, tuple[str, list[int]]] = {}
        for other, data in edges:
            if not types or data["type"] in types:
                grouped.setdefault(data["relation"], (other, []))[1].append(data["claim"])
        return [
            (other, shapes.relation(self._view, Match(relation, tuple(sorted(claims)))))
            for relation, (other, claims) in sorted(grouped.items())
        ]


class Prepared(Claims):
    """The graph of relations with their answers worked out beforehand."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._ready = {node: super(Prepared, self).near(node, []) for node in self.graph}

    def near(self, entity: str, types: list[str]) -> Found:
        """The same, from what was worked out at the start."""
        return [pair for pair in self._ready[entity] if not types or pair[1]["type"] in types]


def application() -> FastAPI:
    """The peer's service."""
    view = open_view(load_settings().root)
    held = Prepared(view) if os.environ.get("PREPARED") else Claims(view)
    app = FastAPI()

    def near(entity: str, types: list[str]) -> Found:
        if entity not in held.graph:
            raise HTTPException(404, f"unknown entity {entity}")
        return held.near(entity, types)

    def page(results: list[Any], limit: int, offset: int) -> dict[str, Any]:
        return {
            "results": results[offset : offset + limit],
            "total": {"value": len(results), "relation": "eq"},
            "facets": {},
            "limit": limit,
            "offset": offset,
            "next": f"?limit={limit}&offset={offset + limit}" if offset + limit < len(results) else None,
            "previous": None,
            "snapshot": view.snapshot_id,
            "notes": [],
        }

    @app.get("/v1/entities/{id}/relations", response_model=RelationPage, response_model_exclude_unset=True)
    async def relations(id: str, type: Words = [], limit: int = 50, offset: int = 0) -> Any:  # noqa: B006
        return page([relation for _, relation in near(id, type)], limit, offset)

    @app.get("/v1/entities/{id}/adjacent", response_model=AdjacentPage, response_model_exclude_unset=True)
    async def adjacent(id: str, type: Words = [], limit: int = 50, offset: int = 0) -> Any:  # noqa: B006
        ties: dict[str, list[Any]] = {}
        for other, relation in near(id, type):
            ties.setdefault(other, []).append(relation)
        ordered = sorted(ties.items(), key=lambda item: (-len(item[1]), item[0]))
        results = [{"entity": dict(held.graph.nodes[other]), "relations": found} for other, found in ordered]
        return page(results, limit, offset)

    return app
