"""Counts per bucket. A vague date is spread over the days it may mean; nothing is piled onto 1 January.

An occurrence counts in each bucket with the share of its possible days that fall into it (`expected`), once in each
bucket that it touches (`possible`), and once where all its days lie in one bucket (`certain`). A state counts in each
bucket in which it may hold, and as certain where it surely does. An end that no source gives cannot be spread: such
occurrences are counted as `undated`. The uniform spread over a possible interval follows the aoristic analysis of
event data (J. H. Ratcliffe, "Aoristic signatures and the spatio-temporal analysis of high volume crime patterns",
Journal of Quantitative Criminology 18, 2002).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.errors import BoundExceeded
from app.graph.contract import GraphView, Match
from app.graph.episodes import Episode, episodes, polarity
from app.graph.filters import Filters, Scope
from app.graph.timeline.buckets import Bucket, Interval, buckets
from app.model.claim import Status
from app.model.dates import OPEN_END, Point, parse_edtf
from app.model.ontology import polarity_name

MOST_RELATIONS = 50_000
_WEIGHING = (Status.ASSERTED, Status.ATTRIBUTED)  # ruling R8


class Item(NamedTuple):
    """One episode on the timeline, with the days it may fall on or hold, cut to the window, and its signed weight."""

    match: Match
    episode: Episode
    start: int
    end: int
    dated: bool
    sign: int
    weight: float


@dataclass(slots=True)
class Tally:
    """Counts of one bucket, or of one polarity or type in it."""

    expected: float = 0.0
    certain: int = 0
    possible: int = 0
    states: int = 0
    states_certain: int = 0
    score: float = 0.0
    standing: float = 0.0


@dataclass(slots=True)
class Filled:
    """A bucket with its counts and the items that touch it."""

    bucket: Bucket
    total: Tally = field(default_factory=Tally)
    by_polarity: dict[str, Tally] = field(default_factory=dict)
    by_type: dict[str, Tally] = field(default_factory=dict)
    items: list[tuple[Item, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The buckets in order. `undated`: occurrences whose beginning or end no source gives, by relation."""

    buckets: Sequence[Filled]
    undated: Sequence[Item]
    relations: int
    episodes: int


def timeline(view: GraphView, scope: Scope, filters: Filters, interval: Interval, *, weigh_all: bool) -> Timeline:
    """The timeline of the relations in scope. Only what is affirmed as fact has a score, unless `weigh_all`."""
    hint = view.size_hint(scope, filters.type)
    if hint > MOST_RELATIONS:
        raise BoundExceeded(
            "relations",
            f"the timeline would look at up to {hint} relations, more than {MOST_RELATIONS}: name an entity or a type",
        )
    matches = view.select(scope, filters)
    found = [item for m in matches for item in _items(view, m, weigh_all=weigh_all)]
    window = _window(view, found, filters)
    if window is None:
        return Timeline((), [i for i in found if not i.dated], len(matches), len(found))
    filled = [Filled(b) for b in buckets(interval, *window)]
    for item in found:
        if item.dated:
            _fill(view, filled, item)
    return Timeline(filled, [i for i in found if not i.dated], len(matches), len(found))


def _items(view: GraphView, match: Match, *, weigh_all: bool) -> Iterable[Item]:
    kind = view.ontology.relation_types[view.ends(match.relation).type]
    intensity = abs(kind.intensity) if kind.intensity is not None else 1.0
    for episode in episodes(view, match):
        sign = polarity(view, Match(match.relation, episode.claims))
        counts = weigh_all or episode.verdict.status in _WEIGHING
        dated = episode.kind == "spell" or (episode.possible_from > 0 and episode.possible_to < OPEN_END)
        weight = sign * intensity if counts else 0.0
        yield Item(match, episode, episode.possible_from, episode.possible_to, dated, sign, weight)


def _window(view: GraphView, found: Sequence[Item], filters: Filters) -> tuple[int, int] | None:
    """From the first to the last day that anything dates, never to the clock on the wall, cut to `during`."""
    days = [d for i in found if i.dated for d in (i.start, i.end - 1) if 0 < d < OPEN_END - 1]
    if not days:
        return None
    printed = [parse_edtf(view.sources[view.claim(c).source].published).end for i in found for c in i.episode.claims]
    days.extend(p.named_last for p in printed if isinstance(p, Point))
    first, last = min(days), max(days)
    if filters.during is not None:
        first, last = max(first, filters.during.first), min(last, filters.during.last)
    return (first, last) if first <= last else None


def _fill(view: GraphView, filled: Sequence[Filled], item: Item) -> None:
    starts = [f.bucket.start for f in filled]
    length = item.end - item.start
    index = max(0, bisect_right(starts, item.start) - 1)
    event = item.episode.kind == "occurrence"
    sure = (OPEN_END, 0) if event else _certain(view, item)
    for place in filled[index:]:
        bucket = place.bucket
        if bucket.start >= item.end:
            break
        days = min(bucket.end, item.end) - max(bucket.start, item.start)
        if days <= 0:
            continue
        for tally in _tallies(view, place, item):
            if event:
                tally.expected += days / length
                tally.possible += 1
                tally.certain += days == length
                tally.score += item.weight * days / length
            else:
                tally.states += 1
                tally.states_certain += sure[0] < bucket.end and sure[1] > bucket.start
                tally.standing += item.weight * days / (bucket.end - bucket.start)
        place.items.append((item, days / length if event else 1.0))


def _certain(view: GraphView, item: Item) -> tuple[int, int]:
    """The days on which a state surely holds, as a hull of its affirming claims."""
    bounds = [view.bounds(c) for c in item.episode.claims]
    spans = [(b.certain_from, b.certain_to) for b in bounds if b.certain_from < b.certain_to]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else (OPEN_END, 0)


def _tallies(view: GraphView, place: Filled, item: Item) -> tuple[Tally, Tally, Tally]:
    tone = polarity_name(item.sign)
    kind = view.ends(item.match.relation).type
    return (
        place.total,
        place.by_polarity.setdefault(tone, Tally()),
        place.by_type.setdefault(kind, Tally()),
    )
