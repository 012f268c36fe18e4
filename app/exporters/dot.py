"""DOT for Graphviz: hue is the sign, the line is the status, and every field is an attribute.

A quoted string knows one escape, of the quotation mark. Labels and tooltips are further read for backslashes and
entities, so both are written to come out as themselves; JSON is written without a backslash before a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from app.exporters.about import credit, datasets, lines, title
from app.exporters.chunks import chunked
from app.exporters.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, as_text
from app.exporters.context import ExportContext
from app.exporters.derived import LEGEND, inferred, rule
from app.exporters.look import INK, LINES, caption, shape
from app.exporters.rows import Rows, Shape, json_text
from app.graph.subgraph import Node, Subgraph

_NODE = tuple(c for c in NODE_COLUMNS if c.name not in ("id", "label"))
_EDGE = tuple(c for c in EDGE_COLUMNS if c.name not in ("source", "target", "label"))
_STYLES = MappingProxyType(
    {
        "solid": "solid",
        "long dash": "dashed",
        "short dash": "dashed",
        "dots": "dotted",
        "double": "solid",
        "struck": "dotted",
        "wave": "dotted",
    }
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SHAPES = MappingProxyType({"disc": "ellipse", "square": "box"})


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    for line in lines(graph, context):
        yield f"// {line}\n".encode()
    words = f"{title(graph)}\n{credit(graph.view, datasets(graph))}"
    if graph.derived:
        words += f"\nDotted lines that end in circles: {LEGEND}"
    yield f"digraph {_quoted(title(graph))} {{\n".encode()
    yield f'  graph [charset="UTF-8", label={_shown(words)}, bgcolor="{INK["light"]["ground"]}"];\n'.encode()
    yield f'  node [fontname="Inter, sans-serif", color="{INK["light"]["node"]}"];\n'.encode()
    yield b'  edge [fontname="Inter, sans-serif", fontsize=10];\n'
    for item in graph.nodes:
        yield _node(rows, item, context.base_url)
    yield from rows.edges("dot", graph.edges, lambda m: _edge(*rows.with_claims(m)))
    for edge in inferred(graph):
        yield _edge(edge, [])
    yield b"}\n"


def _node(rows: Rows, item: Node, base_url: str) -> bytes:
    drawn = rows.node(item)
    form = shape(drawn["types"])
    looks = (
        f"label={_shown(drawn['label'])}, shape={_SHAPES.get(form, form)}, "
        f"tooltip={_shown(drawn['description'] or drawn['label'])}, "
        f"URL={_shown(base_url + '/v1/entities/' + drawn['id'])}"
    )
    return f"  {_quoted(drawn['id'])} [{looks}{_fields(_NODE, drawn)}];\n".encode()


def _edge(drawn: Shape, said: list[Shape]) -> bytes:
    line, colour = LINES[drawn["status"]], INK["light"][drawn["polarity"]]
    paint = f"{colour}:{INK['light']['ground']}:{colour}" if line == "double" else colour
    head = "tee" if drawn["polarity"] == "conflictual" else "normal"
    direction = "none" if drawn["symmetric"] else "forward"
    shown = caption(drawn)
    if drawn["derived"]:
        head, direction = "odot", "both, arrowtail=odot" if drawn["symmetric"] else "forward"
        shown = f"{shown}\nby the rule {rule(drawn)}"
    looks = (
        f"key={_quoted(drawn['id'])}, label={_shown(shown)}, tooltip={_shown(drawn['sentence'])}, "
        f'color="{paint}", style={_STYLES[line]}, dir={direction}, arrowhead={head}'
    )
    claims = f", claims_json={_json(said)}"
    ends = f"{_quoted(drawn['source'])} -> {_quoted(drawn['target'])}"
    return f"  {ends} [{looks}{_fields(_EDGE, drawn)}{claims}];\n".encode()


def _fields(columns: Sequence[Column], drawn: dict[str, object]) -> str:
    cells = []
    for column in columns:
        value = column.read(drawn)
        if column.type in ("json", "labels") and value is not None:
            cells.append(f", {column.name}={_json(value)}")
        elif (cell := as_text(column, value)) is not None:
            cells.append(f", {column.name}={_quoted(cell)}")
    return "".join(cells)


def _quoted(value: str) -> str:
    """A string that readers take as it is; but a backslash stays doubled, as there is no way to write a single one."""
    return '"' + value.replace("\0", "\ufffd").replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shown(value: str) -> str:
    """A string that is drawn: entities and escapes in it would be read, and no drawing has control characters."""
    return _quoted(_CONTROL.sub("\ufffd", value.replace("\r", "")).replace("&", "&amp;")).replace("\n", "\\n")


def _json(value: object) -> str:
    """JSON with its own escapes for backslash and quote, so that none of Graphviz's is needed within its strings."""
    plain = json_text(value).replace("\\\\", "\\u005c").replace('\\"', "\\u0022")
    return '"' + plain.replace('"', '\\"') + '"'
