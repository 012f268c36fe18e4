"""JSON-LD with its context inline: the resources as objects, values typed by the context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.rdf import terms
from app.exporters.rdf.resources import resources
from app.exporters.rdf.terms import DATATYPES, OWN, PREFIXES, Names, Resource, Tagged, Term
from app.exporters.rows import dumps
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context))


def _pieces(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    names = Names(context.base_url)
    yield b'{"@context":' + dumps(inline_context(names)) + b',"@graph":['
    yield from joined(_object(r) for r in resources(graph, context))
    yield b"]}"


def inline_context(names: Names) -> dict[str, Any]:
    """What each name means: its address, and the type of its values."""
    foreign = [t for t in vars(terms).values() if isinstance(t, Term)]
    defined = {t.name: _definition(t, names) for t in (*foreign, *OWN.values())}
    return {"@version": 1.1, "@vocab": names.vocabulary, **PREFIXES, **defined}


def _definition(term: Term, names: Names) -> dict[str, str]:
    found = {"@id": names.full(term.iri)}
    if term.kind == "iri":
        found["@type"] = "@id"
    elif term.kind == "json":
        found["@type"] = "@json"
    elif term.kind in DATATYPES:
        found["@type"] = DATATYPES[term.kind]
    return found


def _object(resource: Resource) -> bytes:
    values: dict[str, list[Any]] = {}
    for term, value in resource.values:
        values.setdefault(term.name, []).append(_plain(value))
    kinds = [kind.removeprefix(":") for kind in resource.types]
    flat = {name: found[0] if len(found) == 1 else found for name, found in values.items()}
    return dumps({"@id": resource.iri, "@type": kinds if len(kinds) > 1 else kinds[0], **flat})


def _plain(value: Any) -> Any:
    return {"@value": value.text, "@language": value.lang} if isinstance(value, Tagged) else value
