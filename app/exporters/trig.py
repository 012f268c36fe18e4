"""TriG: Turtle in which the claims of each source stand in a named graph of their own."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.about import lines
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.rdf.resources import resources
from app.exporters.rdf.terms import Names
from app.exporters.turtle import block, head
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context))


def _pieces(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    names = Names(context.base_url)
    for line in lines(graph, context):
        yield f"# {line}\n".encode()
    yield head(names)
    for resource in resources(graph, context):
        said = block(resource, names)
        yield f"<{resource.graph}> {{\n".encode() + said.rstrip() + b"\n}\n\n" if resource.graph else said
