"""What the tests of exports share: one context, and the bytes of any format."""

from __future__ import annotations

from dataclasses import replace

from app.exporters import registry
from app.exporters.context import ExportContext
from app.graph.subgraph import Subgraph

BASE = "http://127.0.0.1:8000"
CONTEXT = ExportContext(
    url=f"{BASE}/v1/graph?format=any&q=a%26b", json_url=f"{BASE}/v1/graph?format=json&q=a%26b", base_url=BASE
)


def export(name: str, graph: Subgraph, **context: object) -> bytes:
    """The bytes of a graph in a format."""
    made = replace(CONTEXT, **context)  # type: ignore[arg-type]
    return b"".join(registry.writer(registry.get(name))(graph, made))
