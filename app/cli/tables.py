"""How answers look on a terminal: coloured tables with sentences; JSON when piped or asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

Answer = dict[str, Any]
_STATUS_STYLES = (
    ("asserted", "bold"),
    ("attributed", ""),
    ("alleged", "yellow"),
    ("contested", "bold magenta"),
    ("denied", "strike"),
)
_SIGNS = (("cooperative", "+", "blue"), ("neutral", "·", "bright_black"), ("conflictual", "-", "red"))


def show(answer: Answer, as_json: bool, table: Callable[[], RenderableType]) -> None:
    """Print the answer: the table on a terminal, else JSON."""
    if as_json or not sys.stdout.isatty():
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
        return
    console = Console(markup=False, highlight=False)
    console.print(table())
    for note in answer.get("notes", ()):
        console.print(Text(f"note: {note}", style="bright_black"))


def relations(answer: Answer) -> RenderableType:
    """Relations as sentences, with sign, status, confidence, date and source."""
    if not answer["results"]:
        return absence(answer)
    table = Table("", "relation", "status", "sure", "attested", box=None, header_style="bold", pad_edge=False)
    for item in answer["results"]:
        table.add_row(
            _sign(item["polarity"]),
            item["sentence"],
            _status(item["status"]),
            item["confidence"],
            item["last_attested"],
        )
    return Group(table, _footer(answer, "relation"))


def claims(answer: Answer) -> RenderableType:
    """Claims as sentences, with status, confidence, date and paragraph."""
    if not answer["results"]:
        return absence(answer)
    table = Table("", "claim", "status", "sure", "valid", "paragraph", box=None, header_style="bold", pad_edge=False)
    for item in answer["results"]:
        table.add_row(
            _sign(item["polarity"]),
            item["sentence"],
            _status(item["status"]),
            item["confidence"],
            item["valid"]["edtf"],
            ", ".join(str(e["paragraph"]) for e in item["evidence"]),
        )
    return Group(table, _footer(answer, "claim"))


def entities(answer: Answer) -> RenderableType:
    """Entities with type and number of relations."""
    if not answer["results"]:
        return Text("no entity is called so; try fewer letters", style="yellow")
    table = Table("id", "label", "type", "relations", box=None, header_style="bold", pad_edge=False)
    for item in answer["results"]:
        table.add_row(item["id"], item["label"], item["type"], str(item["relations"]["total"]))
    return Group(table, _footer(answer, "entity", "entities"))


def entity(item: Answer) -> RenderableType:
    """One entity: what it is, its names, and its relations by type."""
    facts = Table(box=None, show_header=False, pad_edge=False)
    rows = [
        ("id", item["id"]),
        ("type", " > ".join(item["types"])),
        ("organ of", item["organ_of"]["label"] if item["organ_of"] else ""),
        ("organs", ", ".join(o["label"] for o in item["organs"])),
        ("names", ", ".join(n["text"] for n in item["names"])),
        ("identifiers", ", ".join(f"{k} {v}" for k, v in item["identifiers"].items())),
        ("description", item["description"]),
        ("reference", item["reference"] or ""),
    ]
    for name, value in rows:
        if value:
            facts.add_row(Text(name, style="bright_black"), str(value))
    counts = Table("relation", "out", "in", box=None, header_style="bold", pad_edge=False)
    for name, sides in item["relations"]["by_type"].items():
        counts.add_row(name, str(sides["out"]), str(sides["in"]))
    return Group(Text(item["label"], style="bold"), facts, Text(), counts)


def absence(answer: Answer) -> RenderableType:
    """Why there is nothing: a silence of the documents is an answer, too."""
    why = answer.get("absence") or {"status": "unchecked", "silences": [], "hidden": {}, "nearest": []}
    words = {
        "not_stated": "The documents do not say.",
        "hidden_by_filters": "Filters hide what there is.",
        "denied": "It is only denied.",
        "unchecked": "Nothing was found, and no document was searched for it.",
    }
    lines = [Text(words[why["status"]], style="bold yellow")]
    lines += [Text(f"  {s['question']} {s['note']} ({s['source']})") for s in why["silences"]]
    lines += [Text(f"  without {name}: {n}") for name, n in why["hidden"].items()]
    if why["nearest"]:
        lines.append(Text("Nearest claims:", style="bold"))
        lines += [Text(f"  {c['sentence']}") for c in why["nearest"]]
    return Group(*lines)


def _footer(answer: Answer, one: str, many: str | None = None) -> Text:
    shown, total = len(answer["results"]), answer["total"]["value"]
    noun = one if total == 1 else many or f"{one}s"
    return Text(f"{shown} of {total} {noun}, snapshot {answer['snapshot']}", style="bright_black")


def _status(status: str) -> Text:
    return Text(status, style=dict(_STATUS_STYLES).get(status, "cyan"))


def _sign(polarity: str) -> Text:
    sign, style = next((s, c) for name, s, c in _SIGNS if name == polarity)
    return Text(sign, style=style)
