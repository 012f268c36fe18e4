"""Answering a pattern: its clauses are joined (`join`), and what was asked for is taken from the rows, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.graph.contract import GraphView
from app.graph.match.join import Empty, Join, Row, Step
from app.graph.match.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows in order. `truncated` names the bound that cut them; `empty` tells where nothing was left."""

    variables: tuple[str, ...]
    rows: Sequence[Row]
    plan: tuple[Step, ...]
    truncated: str | None
    empty: Empty | None
    unmatched: tuple[Empty, ...]


def evaluate(view: GraphView, pattern: Pattern) -> Answer:
    """All rows of a pattern, in order of values, then of relations. Raises BoundExceeded for a clause too wide."""
    join = view.join(pattern) or Join(view, pattern)
    for index, hint in join.order():
        join.add(index, hint)
    for index, clause in enumerate(pattern.clauses):
        if clause.role == "optional":
            join.add_optional(index)
        elif clause.role == "not_exists":
            join.exclude(index)
    returned = pattern.returned or pattern.variables
    rows = _returned(join, returned, distinct=pattern.distinct)
    return Answer(returned, rows, tuple(join.plan), join.truncated, join.empty, tuple(join.unmatched))


def _returned(join: Join, returned: Sequence[str], *, distinct: bool) -> Sequence[Row]:
    places = [join.places[v] for v in returned]
    rows = join.in_order()
    if places == list(range(len(join.places))) and not distinct:
        return rows
    kept: dict[object, Row] = {}
    for values, relations, _ in rows:
        shown = tuple(values[p] for p in places)
        same: object = shown if distinct else (shown, relations)
        old = kept.get(same)
        kept[same] = Row(shown, relations) if old is None else old._replace(ways=old.ways + 1)
    return sorted(kept.values(), key=join.key)
