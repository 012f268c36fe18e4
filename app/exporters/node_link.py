"""Node-link JSON: `networkx.node_link_graph(data, edges="edges")` makes a MultiDiGraph of it, unchanged.

The key of an edge is the relation's id; every other field is an attribute, the claims included.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from app.exporters.about import about
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.derived import inferred, with_no_claims
from app.exporters.rows import Rows, dumps
from app.graph.contract import Match
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield b'{"directed":true,"multigraph":true,"graph":' + dumps(about(graph, context))
    yield b',"nodes":['
    yield from joined(rows.node_json(n) for n in graph.nodes)
    yield b'],"edges":['
    stated = rows.edges("node-link", graph.edges, lambda m: _edge(rows, m))
    yield from joined(itertools.chain(stated, (dumps(with_no_claims(e)) for e in inferred(graph))))
    yield b"]}"


def _edge(rows: Rows, match: Match) -> bytes:
    edge, claims = rows.with_claims(match)
    return dumps({**edge, "key": edge["id"], "count": edge["claims"], "claims": claims})
