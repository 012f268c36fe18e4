"""When an edge is there: the spells of a state and the occurrences of an event, as days with both ends included."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.episodes import episodes
from app.model.claim import Stance
from app.model.dates import iso_day

Spell = tuple[str | None, str | None]
_NEVER = "~"  # after every date as text


def spells(view: GraphView, match: Match) -> list[Spell]:
    """First and last day of each episode, None where it is open; of the affirmed ones, where anything is affirmed."""
    if len(match.claims) == 1:
        bounds = view.bounds(match.claims[0])
        return [(iso_day(bounds.possible_from), iso_day(bounds.possible_to - 1))]
    found: list[Spell] = []
    affirmed = any(view.facts(c).stance is Stance.AFFIRMS for c in match.claims)
    for episode in episodes(view, match):
        claims = [c for c in episode.claims if not affirmed or view.facts(c).stance is Stance.AFFIRMS]
        if claims:
            days = [view.bounds(c) for c in claims]
            first, after = min(b.possible_from for b in days), max(b.possible_to for b in days)
            found.append((iso_day(first), iso_day(after - 1)))
    return found


def derived_spells(edge: Mapping[str, Any]) -> list[Spell]:
    """First and last day of what a derived relation's traces have in common, those that overlap or touch as one."""
    spans = sorted((t["overlap"]["from"] or "", t["overlap"]["to"] or _NEVER) for t in edge["derived"]["traces"])
    found: list[tuple[str, str]] = []
    for first, after in spans:
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], after))
        else:
            found.append((first, after))
    return [(first or None, None if after == _NEVER else day_before(after)) for first, after in found]


def day_before(day: str) -> str:
    """The last day of what ends before `day`."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
