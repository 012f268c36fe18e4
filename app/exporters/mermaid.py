"""Mermaid flowchart, for Markdown pages and notebooks: small graphs, each edge labelled with status, voices and time.

Everything that is not a letter, a digit or harmless is written as a character code, so that no text becomes syntax.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from app.exporters.about import lines
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.derived import LEGEND, inferred, premises, rule
from app.exporters.look import INK, LINES, caption, shape
from app.exporters.rows import Rows
from app.graph.subgraph import Subgraph

_UNSAFE = re.compile(r"[^\w .,/:'–’“”()·-]")
_LONGEST = 140
_ARROWS = MappingProxyType(
    {
        "solid": ("-->", "---"),
        "long dash": ("-.->", "-.-"),
        "short dash": ("-.->", "-.-"),
        "dots": ("-.->", "-.-"),
        "double": ("==>", "==="),
        "struck": ("--x", "--x"),
        "wave": ("--o", "o--o"),
    }
)
_DASHES = MappingProxyType({"long dash": "9 4", "short dash": "5 4", "dots": "1.5 4", "wave": "1.5 4"})
_SHAPES = MappingProxyType(
    {
        "disc": ("([", "])"),
        "square": ("[", "]"),
        "hexagon": ("{{", "}}"),
        "diamond": ("{", "}"),
        "pentagon": ("[/", "/]"),
        "star": (">", "]"),
        "triangle": ("[(", ")]"),
    }
)


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    for line in lines(graph, context):
        yield f"%% {line.replace('{', '(').replace('}', ')')}\n".encode()
    yield b"flowchart LR\n"
    ink, names = INK["light"], dict[str, str]()
    for number, item in enumerate(graph.nodes):
        drawn = rows.node(item)
        names[drawn["id"]] = f"n{number}"
        left, right = _SHAPES[shape(drawn["types"])]
        yield f'  n{number}{left}"{safe(drawn["label"])}"{right}\n'.encode()
    for number, drawn in enumerate(itertools.chain(map(rows.edge, graph.edges), inferred(graph))):
        line = LINES[drawn["status"]]
        arrow = _ARROWS[line][drawn["symmetric"]]
        yield f'  {names[drawn["source"]]} {arrow}|"{safe(_label(drawn))}"| {names[drawn["target"]]}\n'.encode()
        dashes = f",stroke-dasharray:{_DASHES[line]}" if line in _DASHES else ""
        yield f"  linkStyle {number} stroke:{ink[drawn['polarity']]}{dashes}\n".encode()
    if graph.derived:
        yield from _legend(graph)
    yield f"  classDef default fill:{ink['ground']},stroke:{ink['node']},color:{ink['text']}\n".encode()


def _legend(graph: Subgraph) -> Iterator[bytes]:
    """What the circles mean; and as comments, which no label has to cut, what each inference rests on."""
    yield f'  legend["{safe("Lines that end in circles: " + LEGEND)}"]\n'.encode()
    for drawn in inferred(graph):
        yield f"%% {drawn['id']}: derived by the rule {rule(drawn)} from {', '.join(premises(drawn))}\n".encode()


def _label(drawn: dict[str, Any]) -> str:
    if drawn["derived"]:
        return f"{caption(drawn)} · derived by the rule {rule(drawn)} · {drawn['edtf']} · {', '.join(premises(drawn))}"
    voices = ", ".join(v["label"] for v in drawn["asserted_by"])
    places = ", ".join(f"{p['source']} {p['paragraph']}" for p in drawn["paragraphs"])
    return f"{caption(drawn)} · {drawn['status']} · {voices} · {drawn['edtf']} · {places}"


def safe(value: str) -> str:
    """Text within a quoted label; what is too long for a label is cut."""
    flat = " ".join(value.split())
    short = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    return _UNSAFE.sub(lambda found: f"#{ord(found.group())};", short)
