"""The picture as SVG: title on top, the graph, a legend of what occurs in it, and the source line at the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.exporters.about import credit, datasets, title
from app.exporters.context import ExportContext
from app.exporters.derived import inferred, premises, rule
from app.exporters.look import INK, LINES, family, node_size, shape
from app.exporters.picture.labels import place, text_width
from app.exporters.picture.layout import Points, layout
from app.exporters.picture.legend import entries, legend
from app.exporters.picture.lines import DASHES, curve, fans, head, strokes
from app.exporters.picture.marks import GLYPHS, outline
from app.exporters.xml import attribute, text
from app.graph.subgraph import Subgraph

Shape = dict[str, Any]
_FONT = "Inter, 'DejaVu Sans', 'Noto Sans', sans-serif"
_TOP, _SIDE = 72, 28


def picture(graph: Subgraph, context: ExportContext) -> Iterator[str]:
    """The document, piece by piece."""
    rows, ink = context.rows_for(graph), INK[context.theme]
    nodes = [rows.node(n) for n in graph.nodes]
    edges = [*(rows.edge(m) for m in graph.edges), *inferred(graph)]
    width, height = context.width, context.height
    where = {n["id"]: number for number, n in enumerate(nodes)}
    pairs = [(where[e["source"]], where[e["target"]]) for e in edges]
    radii = [min(node_size(_degree(number, pairs)), 26.0) for number in range(len(nodes))]
    rows_of_legend = entries(nodes, edges, width - 2 * _SIDE)
    bottom = 56 + 22 * len(rows_of_legend)
    room = (width - 2.0 * _SIDE, float(height - _TOP - bottom))
    points = layout(radii, pairs, *room)
    name = title(graph)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="title desc" font-family="{attribute(_FONT)}">\n'
        f'<title id="title">{text(name)}</title>\n<desc id="desc">{text(_said(nodes, edges))}</desc>\n'
        f'<rect width="{width}" height="{height}" fill="{ink["ground"]}"/>\n'
    )
    yield _line(_fit(name, width - 2 * _SIDE, 22), 38, 22, ink["text"], bold=True)
    yield _line(_said(nodes, edges), 60, 13, ink["faint"])
    yield f'<g transform="translate({_SIDE} {_TOP})">\n'
    yield from _edges(edges, pairs, points, radii, context)
    yield from _nodes(nodes, points, radii, context)
    yield from _names(nodes, points, radii, room, context)
    yield "</g>\n"
    yield from legend(rows_of_legend, context, _SIDE, height - bottom + 24)
    for number, line in enumerate(_source_lines(graph, context)):
        yield _line(_fit(line, width - 2 * _SIDE, 11), height - 24 + number * 14, 11, ink["faint"])
    yield "</svg>\n"


def _line(words: str, y: float, size: int, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{_SIDE}" y="{y}" font-size="{size}"{weight} fill="{colour}">{text(words)}</text>\n'


def _degree(number: int, pairs: Sequence[tuple[int, int]]) -> int:
    return sum(number in pair for pair in pairs)


def _said(nodes: Sequence[Shape], edges: Sequence[Shape]) -> str:
    firm = sum(e["status"] == "asserted" for e in edges)
    derived = sum(e["derived"] is not None for e in edges)
    more = f"; besides, derived by rules: {derived}" if derived else ""
    stated = len(edges) - derived
    return f"{len(nodes)} entities, {stated} relations, of which {firm} are asserted by the author of a source{more}"


def _source_lines(graph: Subgraph, context: ExportContext) -> list[str]:
    found = [f"Data: {credit(graph.view, datasets(graph))}"]
    return [*found, f"Query: {context.url}"] if context.url else found


def _fit(line: str, width: float, size: float) -> str:
    """A line cut to the width there is."""
    while text_width(line, size) > width and len(line) > 8:
        line = line[: max(8, int(len(line) * 0.96)) - 1].rstrip("… ") + "…"
    return line


def _edges(
    edges: Sequence[Shape], pairs: Sequence[tuple[int, int]], points: Points, radii: Sequence[float],
    context: ExportContext,
) -> Iterator[str]:  # fmt: skip
    ink = INK[context.theme]
    for drawn, (one, two), bend in zip(edges, pairs, fans(pairs), strict=True):
        directed = not drawn["symmetric"]
        line = curve(points[one].tolist(), points[two].tolist(), (radii[one], radii[two]), bend, head=directed)
        style, colour = LINES[drawn["status"]], ink[drawn["polarity"]]
        dashes = f' stroke-dasharray="{DASHES[style]}" stroke-linecap="round"' if style in DASHES else ""
        voices = " ".join(v["id"] for v in drawn["asserted_by"])
        facts = {
            "id": drawn["id"], "source": drawn["source"], "target": drawn["target"], "type": drawn["type"],
            "status": drawn["status"], "polarity": drawn["polarity"], "modality": " ".join(drawn["modality"]),
            "asserted-by": voices, "valid-from": drawn["valid_from"], "valid-to": drawn["valid_to"],
            "edtf": drawn["edtf"], "symmetric": "true" if drawn["symmetric"] else "false",
        }  # fmt: skip
        if drawn["derived"]:
            facts |= {"rule": rule(drawn), "premises": " ".join(premises(drawn))}
        data = "".join(f' data-{key}="{attribute(value)}"' for key, value in facts.items() if value)
        yield f'<g class="edge"{data}><title>{text(drawn["sentence"])}</title>'
        wide = 5.0 if style == "double" else 1.8
        course = line.wave if style == "wave" else line.path
        yield f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashes}/>'
        if style == "double":
            yield f'<path d="{line.path}" fill="none" stroke="{ink["ground"]}" stroke-width="2"/>'
        if style == "struck":
            yield f'<path d="{strokes(line)}" fill="none" stroke="{colour}" stroke-width="1.6"/>'
        if directed:
            yield f'<path d="{head(line, hostile=drawn["polarity"] == "conflictual")}" fill="{colour}"/>'
        yield "</g>\n"


def _nodes(nodes: Sequence[Shape], points: Points, radii: Sequence[float], context: ExportContext) -> Iterator[str]:
    ink = INK[context.theme]
    for drawn, (x, y), radius in zip(nodes, points.tolist(), radii, strict=True):
        facts = f' data-id="{attribute(drawn["id"])}" data-type="{attribute(drawn["type"])}"'
        hollow = drawn["generic"] or drawn["existence"] != "actual"
        fill, line = (ink["ground"], ink["node"]) if hollow else (ink["node"], ink["ground"])
        form, glyph = outline(shape(drawn["types"]), radius), GLYPHS.get(family(drawn["types"]), "")
        width = 3 if drawn["seed"] else 1.5
        yield (
            f'<g class="node"{facts} transform="translate({x} {y})"><title>{text(drawn["label"])}</title>'
            f'<path d="{form}" fill="{fill}" stroke="{line}" stroke-width="{width}"/>'
            f'<path d="{glyph}" transform="scale({radius / 12:.2f})" fill="none" stroke="{line}"'
            ' stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/></g>\n'
        )


def _names(
    nodes: Sequence[Shape], points: Points, radii: Sequence[float], room: tuple[float, float], context: ExportContext
) -> Iterator[str]:
    ink = INK[context.theme]
    placed, _ = place([n["label"] for n in nodes], points, radii, *room)
    for label in placed:
        yield (
            f'<text x="{label.x}" y="{label.y + 4.5:.1f}" font-size="13" text-anchor="middle" fill="{ink["text"]}" '
            f'stroke="{ink["ground"]}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">'
            f"{text(label.text)}</text>\n"
        )
