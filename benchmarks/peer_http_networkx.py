"""The peer over HTTP for events: what one would write first. FastAPI, NetworkX, and a pydantic model for the answer.

`EVENTS` names a file of events (`benchmarks.http_peers` writes it).
"""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Annotated, Any

import networkx as nx
from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel

from benchmarks.peer_engines import rows_of
from benchmarks.quadruples import Events

Words = Annotated[list[str], Query()]


class Edge(BaseModel):
    """An event as it leaves."""

    subject: str
    subject_label: str
    type: str
    object: str
    object_label: str
    day: str


class Page(BaseModel):
    """A page of events."""

    results: list[Edge]
    total: int
    limit: int
    offset: int


def application() -> FastAPI:
    """The peer's service."""
    events: Events = pickle.loads(Path(os.environ["EVENTS"]).read_bytes())
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    days = [f"{number:04}" for number in range(int(events.day.max()) + 1)]
    for number, name in enumerate(events.entities):
        graph.add_node(f"e{number:07}", label=name)
    for s, t, o, d in rows_of(events):
        graph.add_edge(f"e{s:07}", f"e{o:07}", type=f"deed_{t:04}", day=days[d])
    app = FastAPI()

    @app.get("/entities/{id}/events", response_model=Page)
    async def near(id: str, first: str, last: str, type: Words = [], limit: int = 100, offset: int = 0) -> Any:  # noqa: B006
        if id not in graph:
            raise HTTPException(404, f"unknown entity {id}")
        edges: Any = (*graph.out_edges(id, data=True), *graph.in_edges(id, data=True))
        found = [e for e in edges if e[2]["type"] in type and first <= e[2]["day"] <= last]
        label = graph.nodes
        page = [
            Edge(subject=s, subject_label=label[s]["label"], type=data["type"], object=o,
                 object_label=label[o]["label"], day=data["day"])
            for s, o, data in found[offset : offset + limit]
        ]  # fmt: skip
        return Page(results=page, total=len(found), limit=limit, offset=offset)

    return app
