"""GraphML: typed attributes, parallel edges by their ids, the claims of each edge as JSON text.

Written as text rather than through an XML library, which is several times slower; the tests parse it with one.
Every edge is directed, because readers refuse a file that mixes; `symmetric` says which have no direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from app.exporters.about import about
from app.exporters.chunks import chunked
from app.exporters.columns import EDGE_COLUMNS, NODE_COLUMNS
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.rows import Rows, Shape, json_text
from app.exporters.xml import Cell, attribute, cells, text
from app.graph.subgraph import Node, Subgraph

_TYPES = MappingProxyType({"integer": "int", "number": "double", "boolean": "boolean"})
# `id`, `source` and `target` are attributes of the elements, which readers take for the id of node and edge.
_NODE = tuple(c for c in NODE_COLUMNS if c.name != "id")
_EDGE = tuple(c for c in EDGE_COLUMNS if c.name not in ("id", "source", "target"))
_NODE_CELLS = tuple(Cell(f'<data key="node{number}">', "</data>", column) for number, column in enumerate(_NODE))
_EDGE_CELLS = tuple(Cell(f'<data key="edge{number}">', "</data>", column) for number, column in enumerate(_EDGE))
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    facts = {name: value for name, value in about(graph, context).items() if value is not None}
    yield _HEAD.encode()
    yield "".join(_keys("graph", [(name, "string") for name in facts])).encode()
    yield "".join(_keys("node", [(c.name, _TYPES.get(c.type, "string")) for c in _NODE])).encode()
    edge_keys = [(c.name, _TYPES.get(c.type, "string")) for c in _EDGE] + [("claims_json", "string")]
    yield "".join(_keys("edge", edge_keys)).encode()
    yield b'<graph id="realpolitik" edgedefault="directed">\n'
    for number, value in enumerate(facts.values()):
        cell = value if isinstance(value, str) else json_text(value)
        yield f'<data key="graph{number}">{text(cell)}</data>\n'.encode()
    for item in graph.nodes:
        yield _node(rows, item)
    yield from rows.edges("graphml", graph.edges, lambda m: _edge(*rows.with_claims(m)))
    for edge in inferred(graph):
        yield _edge(edge, [])
    yield b"</graph>\n</graphml>\n"


def _keys(domain: str, columns: Sequence[tuple[str, str]]) -> Iterator[str]:
    for number, (name, kind) in enumerate(columns):
        yield f'<key id="{domain}{number}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _node(rows: Rows, item: Node) -> bytes:
    shape = rows.node(item)
    return f'<node id="{attribute(shape["id"])}">{cells(_NODE_CELLS, shape, text)}</node>\n'.encode()


def _edge(shape: Shape, said: list[Shape]) -> bytes:
    ends = f'id="{attribute(shape["id"])}" source="{attribute(shape["source"])}" target="{attribute(shape["target"])}"'
    claims = f'<data key="edge{len(_EDGE)}">{text(json_text(said))}</data>'
    return f"<edge {ends}>{cells(_EDGE_CELLS, shape, text)}{claims}</edge>\n".encode()
