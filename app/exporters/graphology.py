"""Serialised graphology: `new Graph({type: "mixed", multi: true}).import(document)`, as Sigma and Gephi Lite use it.

Symmetric relations are undirected edges; the key of an edge is the relation's id.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from app.exporters.about import about
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.look import INK, node_size
from app.exporters.rows import Rows, Shape, dumps
from app.graph.subgraph import Node, Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield b'{"options":{"type":"mixed","multi":true,"allowSelfLoops":true},"attributes":'
    yield dumps(about(graph, context))
    yield b',"nodes":['
    yield from joined(_node(rows, n) for n in graph.nodes)
    yield b'],"edges":['
    stated = rows.edges("graphology", graph.edges, lambda m: _edge(*rows.with_claims(m)))
    yield from joined(itertools.chain(stated, (_edge(e, []) for e in inferred(graph))))
    yield b"]}"


def _node(rows: Rows, item: Node) -> bytes:
    key = dumps(rows.view.entity(item.entity).id)
    size = node_size(rows.view.degree(item.entity))
    look = b',"size":' + dumps(size) + b',"color":' + dumps(INK["light"]["node"])
    return b'{"key":' + key + b',"attributes":' + rows.node_json(item)[:-1] + look + b"}}"


def _edge(edge: Shape, claims: list[Shape]) -> bytes:
    attributes = {
        **edge,
        "count": edge["claims"],
        "claims": claims,
        "color": INK["light"][edge["polarity"]],
    }
    made = {"key": edge["id"], "source": edge["source"], "target": edge["target"], "attributes": attributes}
    if edge["symmetric"]:
        made["undirected"] = True
    return dumps(made)
