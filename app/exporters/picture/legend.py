"""The legend: signs, lines and marks, as far as they occur, each with how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from app.exporters.context import ExportContext
from app.exporters.derived import LEGEND
from app.exporters.look import FAMILIES, INK, LINES, family
from app.exporters.picture.labels import text_width
from app.exporters.picture.lines import DASHES
from app.exporters.picture.marks import GLYPHS, outline

Shape = dict[str, Any]
_SIGNS = ("cooperative", "neutral", "conflictual")
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "solid": "asserted",
        "long dash": "attributed",
        "short dash": "alleged",
        "dots": "planned, agreed, possible",
        "double": "contested",
        "struck": "denied",
        "wave": LEGEND,
    }
)
_NAMES: Mapping[str, str] = MappingProxyType(
    {"GovernmentOrgan": "organ of a state", "ArmedGroup": "armed group", "": "other"}
)


class Entry(NamedTuple):
    """One entry: what it is about (a sign, a line, a family), which one, the words, and how wide it is."""

    about: str
    which: str
    words: str
    width: float


def entries(nodes: Sequence[Shape], edges: Sequence[Shape], room: float) -> list[list[Entry]]:
    """The entries in rows that fit: signs and lines first, then marks."""
    signs, lines = Counter(e["polarity"] for e in edges), Counter(LINES[e["status"]] for e in edges)
    families = Counter(family(n["types"]) for n in nodes)
    strokes = [("sign", s, f"{s} {signs[s]}") for s in _SIGNS if signs[s]]
    strokes += [("line", line, f"{word} {lines[line]}") for line, word in _WORDS.items() if lines[line]]
    marks = [
        ("mark", name, f"{_NAMES.get(name, name.lower())} {families[name]}")
        for name in (*FAMILIES, "")
        if families[name]
    ]
    rows: list[list[Entry]] = []
    for group, lead in ((strokes, 50.0), (marks, 36.0)):
        left = room + 1
        for about, which, words in group:
            width = lead + text_width(words, 12)
            if left + width > room:
                rows.append([])
                left = 0.0
            rows[-1].append(Entry(about, which, words, width))
            left += width
    return rows


def legend(rows: Sequence[Sequence[Entry]], context: ExportContext, left: float, top: float) -> Iterator[str]:
    """The rows, drawn."""
    ink = INK[context.theme]
    for number, row in enumerate(rows):
        x, y = left, top + number * 22
        for entry in row:
            if entry.about == "mark":
                yield _mark(entry.which, x + 9, y, ink)
            else:
                yield _stroke(entry, x, y, ink)
            start = x + (22 if entry.about == "mark" else 32)
            yield f'<text x="{start:.1f}" y="{y + 4:.1f}" font-size="12" fill="{ink["text"]}">{entry.words}</text>\n'
            x += entry.width


def _stroke(entry: Entry, x: float, y: float, ink: Mapping[str, str]) -> str:
    path = f'<path d="M{x:.1f} {y:.1f}h26" fill="none"'
    if entry.about == "sign":
        return f'{path} stroke="{ink[entry.which]}" stroke-width="4"/>'
    if entry.which == "wave":
        return f'<path d="M{x:.1f} {y:.1f}q3.25 -6 6.5 0t6.5 0t6.5 0t6.5 0" fill="none" stroke="{ink["faint"]}"/>'
    dashes = f' stroke-dasharray="{DASHES[entry.which]}" stroke-linecap="round"' if entry.which in DASHES else ""
    drawn = f'{path} stroke="{ink["faint"]}" stroke-width="{5 if entry.which == "double" else 1.8}"{dashes}/>'
    if entry.which == "double":
        drawn += f'{path} stroke="{ink["ground"]}" stroke-width="2"/>'
    if entry.which == "struck":
        cross = f"M{x + 9:.1f} {y + 6:.1f}l4 -12M{x + 14:.1f} {y + 6:.1f}l4 -12"
        drawn += f'<path d="{cross}" stroke="{ink["faint"]}"/>'
    return drawn


def _mark(name: str, x: float, y: float, ink: Mapping[str, str]) -> str:
    form, glyph = outline(FAMILIES.get(name, "disc"), 7), GLYPHS.get(name, "")
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><path d="{form}" fill="{ink["node"]}"/>'
        f'<path d="{glyph}" transform="scale(.6)" fill="none" stroke="{ink["ground"]}" stroke-width="1.4"/></g>'
    )
