"""Graph JSON: nodes and edges ready to draw, and what the query asked to come along. The API's own graph format."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from app.exporters.about import about
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.rows import Rows, dumps
from app.graph import shapes, vocabulary
from app.graph.facets import RELATION_FACETS, count_facets
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8; `request.include` may name claims, sources, ontology and facets."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield b'{"nodes":['
    yield from joined(rows.drawn_node_json(n) for n in graph.nodes)
    yield b'],"edges":['
    yield from joined(itertools.chain((rows.edge_json(m) for m in graph.edges), map(dumps, graph.derived)))
    yield b"]"
    include = graph.request.include
    if "claims" in include:
        yield b',"claims":['
        yield from joined(rows.claim_json(c) for m in graph.edges for c in m.claims)
        yield b"]"
    if "sources" in include:
        yield b',"sources":' + dumps(sources(graph))
    if "ontology" in include:
        yield b',"ontology":' + dumps(ontology(graph))
    if "facets" in include:
        yield b',"facets":' + dumps(count_facets(graph.view, RELATION_FACETS, list(RELATION_FACETS), graph.edges))
    for name, value in context.extra.items():
        yield b"," + dumps(name) + b":" + dumps(value)
    yield b',"meta":' + dumps(about(graph, context)) + b"}"


def sources(graph: Subgraph) -> list[dict[str, object]]:
    """The documents that the edges come from, each with the number of its claims that are here."""
    view, counts = graph.view, dict[str, int]()
    for match in graph.edges:
        for claim in match.claims:
            key = view.claim(claim).source
            counts[key] = counts.get(key, 0) + 1
    return [shapes.source(view, view.sources[key], counts[key]) for key in sorted(counts)]


def ontology(graph: Subgraph) -> dict[str, object]:
    """The types that occur here and those above them, with their labels and phrases."""
    view = graph.view
    entities = {name for n in graph.nodes for name in view.ontology.entity_lineage(view.entity(n.entity).type)}
    relations = {name for m in graph.edges for name in view.ontology.relation_lineage(view.ends(m.relation).type)}
    whole = vocabulary.ontology(view)
    return {
        "entity_types": [t for t in whole["entity_types"] if t["id"] in entities],
        "relation_types": [t for t in whole["relation_types"] if t["id"] in relations],
    }
