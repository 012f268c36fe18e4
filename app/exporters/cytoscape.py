"""Elements JSON for Cytoscape.js (`cytoscape({elements: document.elements})`) and the Cytoscape application (.cyjs).

Classes name the sign and the status, so that a style sheet can tell an allegation from what is asserted.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from app.exporters.about import about
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.rows import Rows, Shape, dumps
from app.graph.subgraph import Node, Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield b'{"format_version":"1.0","generated_by":"realpolitik","directed":true,"multigraph":true,"data":'
    yield dumps(about(graph, context))
    yield b',"elements":{"nodes":['
    yield from joined(_node(rows, n) for n in graph.nodes)
    yield b'],"edges":['
    stated = rows.edges("cytoscape", graph.edges, lambda m: _edge(*rows.with_claims(m)))
    yield from joined(itertools.chain(stated, (_edge(e, []) for e in inferred(graph))))
    yield b"]}}"


def _node(rows: Rows, item: Node) -> bytes:
    record = rows.view.entity(item.entity)
    named = dumps({"name": record.label, "value": record.id})[1:-1]
    kinds = " ".join(rows.view.ontology.entity_lineage(record.type)) + (" seed" if item.seed else "")
    return b'{"data":' + rows.node_json(item)[:-1] + b"," + named + b'},"classes":' + dumps(kinds) + b"}"


def _edge(edge: Shape, claims: list[Shape]) -> bytes:
    data = {**edge, "key": edge["id"], "interaction": edge["label"], "count": edge["claims"]}
    classes = " ".join((edge["polarity"], edge["status"], edge["kind"], edge["type"]))
    return dumps({"data": {**data, "claims": claims}, "classes": classes})
