"""When an edge is there: the spells of a state and the occurrences of an event, as days with both ends included."""

from __future__ import annotations

from app.graph.contract import GraphView, Match
from app.graph.episodes import episodes
from app.model.claim import Stance
from app.model.dates import iso_day

Spell = tuple[str | None, str | None]


def spells(view: GraphView, match: Match) -> list[Spell]:
    """First and last day of each episode, None where it is open; of the affirmed ones, where anything is affirmed."""
    found: list[Spell] = []
    affirmed = any(view.facts(c).stance is Stance.AFFIRMS for c in match.claims)
    for episode in episodes(view, match):
        claims = [c for c in episode.claims if not affirmed or view.facts(c).stance is Stance.AFFIRMS]
        if claims:
            bounds = [view.bounds(c) for c in claims]
            first, after = min(b.possible_from for b in bounds), max(b.possible_to for b in bounds)
            found.append((iso_day(first), iso_day(after - 1)))
    return found
