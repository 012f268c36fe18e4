"""`realpolitik query`: paths, patterns, explanations, inference, change, time, measures, as over HTTP.

Relation filters are given as `--filter name=value` (repeatable), with the names of the HTTP parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

Json = Annotated[bool, typer.Option("--json", help="JSON, as over HTTP.")]
Filters = Annotated[
    list[str] | None, typer.Option("--filter", "-f", help="A relation filter, such as status=alleged; repeatable.")
]
End = Annotated[str, typer.Argument(help="Entity id or unambiguous name.")]
File = Annotated[Path, typer.Argument(help="A JSON file with the body of the request; - reads standard input.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="Most results.")]
Flag = Annotated[bool, typer.Option(help="As the HTTP parameter of this name.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (paths, match, explain, derived, try_rules, diff, timeline, balance, metrics, metric, reconcile):
        app.command(command.__name__.replace("_", "-"))(command)


def paths(
    start: End,
    end: End,
    max_depth: Annotated[int, typer.Option(min=1, max=6, help="Most relations on a path.")] = 4,
    max_paths: Annotated[int, typer.Option(min=1, max=50, help="Most paths.")] = 10,
    directed: Flag = False,
    filter: Filters = None,
    json: Json = False,
) -> None:
    """The best paths between two entities, each step with the relation that carries it."""
    from app.graph import questions

    words = {"start": start, "end": end, "max_depth": max_depth, "max_paths": max_paths, "directed": directed}
    _ask(questions.paths, {**_words(filter), **words}, json, _path_rows)


def match(file: File, json: Json = False) -> None:
    """The rows of a pattern with variables, written as the body of POST /v1/match."""
    from app.graph import questions

    _ask(questions.match, _body(file), json, _match_rows)


def explain(start: End, end: End, filter: Filters = None, json: Json = False) -> None:
    """How two entities stand to each other: a sentence for each finding."""
    from app.graph import questions

    words = {**_words(filter), "start": start, "end": end, "max_depth": 3, "max_paths": 5}
    _ask(questions.explain, words, json, lambda a: [(f["kind"], f["sentence"]) for f in a["summary"]])


def derived(filter: Filters = None, limit: Limit = 50, json: Json = False) -> None:
    """What follows by the rules of the data."""
    from app.graph import questions

    _ask(questions.derived, {**_words(filter), "limit": limit}, json, _sentences)


def try_rules(file: File, json: Json = False) -> None:
    """What would follow by other rules, written as the body of POST /v1/derived."""
    from app.graph import questions

    _ask(questions.derived_by, _body(file), json, _sentences)


def diff(
    start: Annotated[str, typer.Argument(help="The earlier date.")],
    end: Annotated[str, typer.Argument(help="The later date.")],
    clock: Annotated[str, typer.Option(help="valid (the world) or known (what sources had said).")] = "valid",
    filter: Filters = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """What changed between two dates."""
    from app.graph import questions

    words = {**_words(filter), "from": start, "to": end, "clock": clock, "limit": limit}
    _ask(questions.diff, words, json, lambda a: [(c["change"], c["relation"]["sentence"]) for c in a["results"]])


def timeline(
    interval: Annotated[str, typer.Option(help="day, month or year.")] = "month",
    entity: Annotated[str | None, typer.Option(help="Entity id or name; its organs count too.")] = None,
    between: Annotated[list[str] | None, typer.Option(help="Pairs `a,b`.")] = None,
    items: Flag = False,
    filter: Filters = None,
    json: Json = False,
) -> None:
    """Counts and signed scores over time."""
    from app.graph import questions

    words = {**_words(filter), "interval": interval, "entity": entity, "between": between, "items": items}
    _ask(questions.timeline, {k: v for k, v in words.items() if v}, json, _bucket_rows)


def balance(filter: Filters = None, roll_up: Flag = True, weigh_all: Flag = False, json: Json = False) -> None:
    """The signed structure: triads, camps, and the ties that carry frustration."""
    from app.analytics import answers

    words = {**_words(filter), "roll_up": roll_up, "weigh_all": weigh_all}
    _ask(answers.balance, words, json, _balance_rows)


def metrics(json: Json = False) -> None:
    """The metrics, each with what it tells."""
    from app.analytics import answers

    _ask(lambda view, _: answers.catalogue(view), {}, json, lambda a: [(m["id"], m["tells"]) for m in a["results"]])


def metric(
    name: Annotated[str, typer.Argument(help="Name of a metric; `query metrics` lists them.")],
    parameter: Annotated[list[str] | None, typer.Option("--parameter", "-p", help="As damping=0.9.")] = None,
    filter: Filters = None,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """Ranked results of a metric."""
    from app.analytics import answers

    own = dict(_pair(p) for p in parameter or ())
    words = {**_words(filter), "limit": limit}
    _ask(lambda view, given: answers.measured(view, name, given, own), words, json, _ranked_rows)


def reconcile(
    names: Annotated[list[str], typer.Argument(help="Names to match.")],
    type: Annotated[str | None, typer.Option(help="Entity type.")] = None,
    json: Json = False,
) -> None:
    """Candidates for names, as the Reconciliation API gives them."""
    from app.graph.reconcile import service

    batch = {name: {"query": name, **({"type": type} if type else {})} for name in names}
    answer: Callable[..., dict[str, Any]] = lambda view, words: {"results": service.query_batch(view, words)}  # noqa: E731
    _ask(answer, batch, json, _candidate_rows)


def _ask(
    answer: Callable[..., dict[str, Any]],
    words: Mapping[str, Any],
    json: bool,
    rows: Callable[[dict[str, Any]], list[tuple[str, ...]]],
) -> None:
    from app.cli import tables
    from app.cli.query import default_view

    found = answer(default_view(), words)
    tables.show(found, json, lambda: _table(found, rows(found)))


def _table(answer: Mapping[str, Any], rows: list[tuple[str, ...]]) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from app.cli import tables

    if not rows:
        return tables.absence(dict(answer)) if "absence" in answer else Text("nothing", style="yellow")
    table = Table(box=None, show_header=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return Group(table, Text(f"snapshot {answer['snapshot']}" if "snapshot" in answer else "", style="bright_black"))


def _words(given: list[str] | None) -> dict[str, Any]:
    """The filters by name; a repeated one is a list, and so is one that may be repeated."""
    from app.errors import InvalidValue
    from app.graph.match.reading import LIST_FILTERS, SINGLE_FILTERS

    lists, words = {*LIST_FILTERS, "type", "subject", "object", "rule", "entity_type", "change"}, dict[str, Any]()
    for name, value in (_pair(text) for text in given or ()):
        if name in lists:
            words.setdefault(name, []).append(value)
        elif name in SINGLE_FILTERS:
            words[name] = value.lower() == "true" if name == "exact" else value
        else:
            names = tuple(sorted(lists | SINGLE_FILTERS))
            raise InvalidValue("filter", f"unknown filter {name!r}: use {', '.join(names)}", names)
    return words


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name or not value:
        raise typer.BadParameter(f"{text!r} is not name=value")
    return name.replace("-", "_"), value


def _body(file: Path) -> Mapping[str, Any]:
    import json
    import sys

    from app.errors import InvalidQuery

    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    try:
        body = json.loads(text)
    except ValueError as error:
        raise InvalidQuery(("body",), f"{file} is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise InvalidQuery(("body",), f"{file} holds no object")
    return body


def _sentences(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [(r["status"], r["sentence"]) for r in answer["results"]]


def _path_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [(str(p["length"]), p["status"], " - ".join(e["label"] for e in p["entities"]), p["sentence"])
            for p in answer["results"]]  # fmt: skip


def _match_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [tuple(b["label"] if b else "-" for b in row["bindings"].values()) for row in answer["results"]]


def _bucket_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        (b["bucket"], f"{b['events']['expected']:.1f} events", f"{b['states']['possible']} states",
         f"{b['score']:+.1f}", f"{b['standing']:+.1f}")
        for b in answer["results"]
    ]  # fmt: skip


def _balance_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    rows = [("frustration", f"{answer['frustration']['index']} ({answer['frustration']['method']})")]
    for faction in answer["factions"]:
        rows.append(("camps", " | ".join(", ".join(e["label"] for e in camp) for camp in faction["camps"])))
    for tie in answer["frustration"]["ties"]:
        rows.append(("frustrated", f"{' - '.join(e['label'] for e in tie['entities'])}: {', '.join(tie['relations'])}"))
    return [tuple(row) for row in rows]


def _ranked_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        (str(r["rank"]), f"{r['value']:g}", ", ".join(e["label"] for e in (r.get("entities") or [r["entity"]])))
        for r in answer["results"]
    ]


def _candidate_rows(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        (name, f"{c['score']:.0f}", "match" if c["match"] else "", c["id"], c["name"])
        for name, found in answer["results"].items()
        for c in found["result"]
    ]
