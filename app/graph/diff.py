"""What changed between two dates: on the valid clock (the world) or on the known clock (what sources had said).

A relation is there at a date when it passes the filters with that date set. What is there afterwards and was not
before was *added*, the reverse has *ended*, and what is there on both dates *changed* when its status, its tone or its
voices did. Each change is a step from one state to another, so that consecutive diffs add up to the diff of the whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from app.errors import InvalidValue
from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.filters import Filters, Scope
from app.graph.status import STATUS_RANK
from app.model.dates import Span
from app.model.ontology import polarity_name

Clock = Literal["valid", "known"]
Kind = Literal["added", "ended", "changed"]
CLOCKS: tuple[Clock, ...] = ("valid", "known")

Shape = dict[str, Any]
_STATUS_WORDS = tuple(s.value for s in STATUS_RANK)


class State(NamedTuple):
    """What a relation amounts to at a date: rank of status, polarity."""

    status: int
    polarity: int


class Change(NamedTuple):
    """A relation whose state differs; None: it is not there. The same state on both sides: the voices differ."""

    relation: int
    before: State | None
    after: State | None

    @property
    def kind(self) -> Kind:
        """Added, ended or changed."""
        return "added" if self.before is None else "ended" if self.after is None else "changed"


Row = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed: rows in order of relation, pairs whose net sign changed, entities that came and went.

    `rows` are those of `Comparison`; `changes` says the same in words. There may be many, and few are shown.
    """

    before: Filters
    after: Filters
    rows: Sequence[Row]
    pairs: Sequence[tuple[int, int, int, int]]
    appeared: Sequence[int]
    gone: Sequence[int]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes."""
        return tuple(_of_row(row) for row in self.rows)

    def counts(self) -> dict[str, int]:
        """How many changes of each kind."""
        added = sum(row[1] < 0 for row in self.rows)
        ended = sum(row[2] < 0 for row in self.rows)
        return {"added": added, "ended": ended, "changed": len(self.rows) - added - ended}


def diff(view: GraphView, clock: str, first: Span, last: Span, filters: Filters) -> Diff:
    """What changed from one date to the other. Raises InvalidValue where the dates or filters make no diff."""
    if clock not in CLOCKS:
        raise InvalidValue("clock", f"unknown clock {clock!r}: use {' or '.join(CLOCKS)}", CLOCKS)
    name = "as_of" if clock == "valid" else "known_at"
    if getattr(filters, name) is not None:
        raise InvalidValue(name, f"{name} is what from and to set on the {clock} clock: leave it out")
    if first.first > last.last:
        raise InvalidValue("to", "to lies before from: swap the two")
    before, after = (_at(filters, clock, day) for day in (first, last))
    found = view.compare(before, after)
    return Diff(before, after, found.relations, found.pairs, found.appeared, found.gone)


def _of_row(row: Row) -> Change:
    relation, status_before, status_after, tone_before, tone_after = row
    return Change(
        relation,
        None if status_before < 0 else State(status_before, tone_before),
        None if status_after < 0 else State(status_after, tone_after),
    )


def _at(filters: Filters, clock: str, day: Span) -> Filters:
    if clock == "valid":
        return dataclasses.replace(filters, as_of=day)
    return dataclasses.replace(filters, known_at=day)


def steps(diffs: Sequence[Diff]) -> Mapping[int, tuple[State | None, State | None]]:
    """Consecutive diffs added up: per relation the state before the first and after the last; equal ones fall away.

    A relation of which only voices changed is not in it: one voice may come and go again.
    """
    total: dict[int, tuple[State | None, State | None]] = {}
    for one in diffs:
        for change in one.changes:
            start = total[change.relation][0] if change.relation in total else change.before
            total[change.relation] = (start, change.after)
    return {relation: ends for relation, ends in sorted(total.items()) if ends[0] != ends[1]}


def diff_shape(view: GraphView, found: Diff, limit: int, offset: int, kinds: Sequence[str] = ()) -> Shape:
    """One page of changes, each with the claims responsible, and all pairs and entities up to the limit."""
    chosen = found.rows if not kinds else [row for row in found.rows if _of_row(row).kind in kinds]
    page = [_of_row(row) for row in chosen[offset : offset + limit]]
    keys = frozenset(c.relation for c in page)
    before = _matches(view, keys, found.before)
    after = _matches(view, keys, found.after)
    return {
        "results": [_change(view, c, before.get(c.relation), after.get(c.relation)) for c in page],
        "total": {"value": len(chosen), "relation": "eq"},
        "counts": found.counts(),
        "pairs": [
            {
                "entities": [shapes.reference(view, a), shapes.reference(view, b)],
                "before": polarity_name(s1),
                "after": polarity_name(s2),
            }
            for a, b, s1, s2 in found.pairs[:limit]
        ],
        "pairs_total": len(found.pairs),
        "entities": {
            "appeared": [shapes.reference(view, e) for e in found.appeared[:limit]],
            "gone": [shapes.reference(view, e) for e in found.gone[:limit]],
            "appeared_total": len(found.appeared),
            "gone_total": len(found.gone),
        },
        "limit": limit,
        "offset": offset,
        "snapshot": view.snapshot_id,
    }


def _matches(view: GraphView, keys: frozenset[int], filters: Filters) -> Mapping[int, Match]:
    return {m.relation: m for m in view.select(Scope(relations=keys), filters)} if keys else {}


def _change(view: GraphView, change: Change, before: Match | None, after: Match | None) -> Shape:
    shown = after or before
    assert shown is not None  # noqa: S101 - a change has at least one side
    old, new = _side(view, change.before, before), _side(view, change.after, after)
    gone = set(before.claims if before else ()) - set(after.claims if after else ())
    came = set(after.claims if after else ()) - set(before.claims if before else ())
    return {
        "change": change.kind,
        "changed": [k for k in ("status", "polarity", "asserted_by") if old and new and old[k] != new[k]],
        "relation": shapes.relation(view, shown),
        "before": old,
        "after": new,
        "claims": {
            "appeared": [shapes.claim(view, c) for c in sorted(came)],
            "gone": [shapes.claim(view, c) for c in sorted(gone)],
        },
    }


def _side(view: GraphView, state: State | None, match: Match | None) -> Shape | None:
    if state is None or match is None:
        return None
    return {
        "status": _STATUS_WORDS[state.status],
        "polarity": polarity_name(state.polarity),
        "asserted_by": [v["id"] for v in shapes.voices(view, match)],
    }
