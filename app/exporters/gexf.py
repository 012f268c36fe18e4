"""GEXF 1.3 for Gephi and Gephi Lite: dynamic (each edge has its spells), with colours, sizes and shapes.

Parallel edges are told apart by `kind`, the relation type; symmetric relations are undirected. Written as text rather
than through an XML library, which is several times slower; the tests parse it and hold it to the rules of the schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from app.exporters.about import lines
from app.exporters.chunks import chunked
from app.exporters.columns import EDGE_COLUMNS, NODE_COLUMNS, Column
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.look import INK, LINES, channels, node_size, shape
from app.exporters.rows import Rows, Shape, json_text
from app.exporters.spells import Spell, derived_spells, spells
from app.exporters.xml import Cell, attribute, cells, text
from app.graph.subgraph import Node, Subgraph

_TYPES = MappingProxyType({"integer": "integer", "number": "double", "boolean": "boolean"})
_NODE = tuple(c for c in NODE_COLUMNS if c.name not in ("id", "label"))
_EDGE = tuple(c for c in EDGE_COLUMNS if c.name not in ("source", "target", "label"))
_NODE_CELLS = tuple(Cell(f'<attvalue for="{column.name}" value="', '"/>', column) for column in _NODE)
_EDGE_CELLS = tuple(Cell(f'<attvalue for="{column.name}" value="', '"/>', column) for column in _EDGE)
_SHAPES = MappingProxyType(
    {
        "solid": "solid",
        "long dash": "dashed",
        "short dash": "dashed",
        "dots": "dotted",
        "double": "double",
        "struck": "dotted",
        "wave": "dotted",
    }
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
)


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield _HEAD.encode()
    description = text("\n".join(lines(graph, context)))
    yield f"<meta><creator>Realpolitik</creator><description>{description}</description></meta>\n".encode()
    yield b'<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    yield "".join(_attributes("node", _NODE)).encode()
    yield "".join(_attributes("edge", _EDGE, "claims_json")).encode()
    yield f'<nodes count="{len(graph.nodes)}">\n'.encode()
    for item in graph.nodes:
        yield _node(rows, item)
    yield f'</nodes>\n<edges count="{len(graph.edges) + len(graph.derived)}">\n'.encode()
    yield from rows.edges("gexf", graph.edges, lambda m: _edge(*rows.with_claims(m), spells(rows.view, m)))
    for edge in inferred(graph):
        yield _edge(edge, [], derived_spells(edge))
    yield b"</edges>\n</graph>\n</gexf>\n"


def _attributes(domain: str, columns: Sequence[Column], *more: str) -> Iterator[str]:
    yield f'<attributes class="{domain}">\n'
    named = [(c.name, _TYPES.get(c.type, "string")) for c in columns] + [(name, "string") for name in more]
    for name, kind in named:
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _node(rows: Rows, item: Node) -> bytes:
    drawn = rows.node(item)
    red, green, blue = channels(INK["light"]["node"])
    return (
        f'<node id="{attribute(drawn["id"])}" label="{attribute(drawn["label"])}">'
        f"<attvalues>{cells(_NODE_CELLS, drawn, attribute)}</attvalues>"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{node_size(drawn["degree"])}"/>'
        f'<viz:shape value="{shape(drawn["types"])}"/></node>\n'
    ).encode()


def _edge(drawn: Shape, said: list[Shape], there: list[Spell]) -> bytes:
    direction = "undirected" if drawn["symmetric"] else "directed"
    red, green, blue = channels(INK["light"][drawn["polarity"]])
    claims = f'<attvalue for="claims_json" value="{attribute(json_text(said))}"/>'
    times = "".join(_spell(first, last) for first, last in there)
    return (
        f'<edge id="{attribute(drawn["id"])}" source="{attribute(drawn["source"])}"'
        f' target="{attribute(drawn["target"])}" type="{direction}" kind="{attribute(drawn["type"])}"'
        f' label="{attribute(drawn["label"])}">'
        f"<attvalues>{cells(_EDGE_CELLS, drawn, attribute)}{claims}</attvalues><spells>{times}</spells>"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:shape value="{_SHAPES[LINES[drawn["status"]]]}"/>'
        "</edge>\n"
    ).encode()


def _spell(first: str | None, last: str | None) -> str:
    start = f' start="{first}"' if first else ""
    end = f' end="{last}"' if last else ""
    return f"<spell{start}{end}/>"
