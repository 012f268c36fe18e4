"""N-Quads: one statement per line, the claims of each source in a named graph of its own."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.rdf.resources import resources
from app.exporters.rdf.terms import RDF, Names, Resource
from app.exporters.rdf.text import literal
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The statements as UTF-8."""
    names = Names(context.base_url)
    full: dict[str, str] = {}
    return chunked(_lines(r, names, full) for r in resources(graph, context))


def _lines(resource: Resource, names: Names, full: dict[str, str]) -> bytes:
    start, end = f"<{resource.iri}> ", f" <{resource.graph}> .\n" if resource.graph else " .\n"
    parts = [f"{start}<{RDF}type> <{names.full(kind)}>{end}" for kind in resource.types]
    for term, value in resource.values:
        predicate = full.get(term.iri)
        if predicate is None:
            predicate = full[term.iri] = f"<{names.full(term.iri)}> "
        shown = f"<{value}>" if term.kind == "iri" else literal(term, value)
        parts.append(f"{start}{predicate}{shown}{end}")
    return "".join(parts).encode()
