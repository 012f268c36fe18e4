"""Turtle: the resources with prefixes, one block each. The source of a claim is its prov:hadPrimarySource."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.about import lines
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.rdf.resources import resources
from app.exporters.rdf.terms import PREFIXES, Names, Resource
from app.exporters.rdf.text import literal
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
        yield block(resource, names)


def head(names: Names) -> bytes:
    """The prefixes."""
    prefixes = {"": names.vocabulary, **PREFIXES}
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items()).encode() + b"\n"


def block(resource: Resource, names: Names) -> bytes:
    """One resource: its types, then each property with all its values."""
    values: dict[str, list[str]] = {}
    for term, value in resource.values:
        shown = _iri(value, names) if term.kind == "iri" else literal(term, value)
        values.setdefault(term.iri, []).append(shown)
    parts = [f"<{resource.iri}> a {', '.join(resource.types)}"]
    parts += [f"    {predicate} {', '.join(shown)}" for predicate, shown in values.items()]
    return (" ;\n".join(parts) + " .\n\n").encode()


def _iri(iri: str, names: Names) -> str:
    local = iri.removeprefix(names.vocabulary)
    return f":{local}" if local is not iri and local.replace("_", "").replace("-", "").isalnum() else f"<{iri}>"
