"""Episodes of a relation: spells of a state, occurrences of an event (ruling R7), and what a relation sums up to."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from app.graph.contract import GraphView, Match
from app.graph.status import Verdict
from app.model.claim import Claim
from app.model.dates import OPEN_END, OPEN_START, Point, parse_edtf


@dataclass(frozen=True, slots=True)
class Episode:
    """Claims about one spell or occurrence. `event` is the entity that the occurrence is, where there is one."""

    key: str
    kind: str
    event: str | None
    claims: tuple[int, ...]
    possible_from: int
    possible_to: int
    verdict: Verdict


def episodes(view: GraphView, match: Match) -> list[Episode]:
    """The episodes of a relation as far as its remaining claims tell, in order of time."""
    kind = view.ontology.relation_types[view.ends(match.relation).type].kind
    groups = _occurrences(view, match.claims) if kind == "event" else _spells(view, match.claims)
    found = []
    for key, event, claims in groups:
        bounds = [view.bounds(c) for c in claims]
        found.append(
            Episode(
                key,
                "occurrence" if kind == "event" else "spell",
                event,
                tuple(claims),
                min(b.possible_from for b in bounds),
                max(b.possible_to for b in bounds),
                view.verdict(Match(match.relation, tuple(claims))),
            )
        )
    return sorted(found, key=lambda e: (e.possible_from, e.possible_to, e.key))


Group = tuple[str, str | None, list[int]]


def _spells(view: GraphView, claims: Sequence[int]) -> list[Group]:
    """States: claims whose possible intervals overlap or touch belong to one spell, named after its first claim."""
    spells: list[Group] = []
    end = OPEN_START
    for claim in sorted(claims, key=lambda c: (view.bounds(c).possible_from, view.bounds(c).possible_to, c)):
        bounds = view.bounds(claim)
        if spells and bounds.possible_from <= end:
            spells[-1][2].append(claim)
            end = max(end, bounds.possible_to)
        else:
            spells.append((view.claim(claim).id, None, [claim]))
            end = bounds.possible_to
    return spells


def _occurrences(view: GraphView, claims: Sequence[int]) -> list[Group]:
    """Events: one occurrence per event entity, else per event id of the data set, else per claim."""
    groups: dict[str, Group] = {}
    for claim in claims:
        record = view.claim(claim)
        event = _event_entity(view, record)
        key = event or _event_id(record) or record.id
        groups.setdefault(key, (key, event, []))[2].append(claim)
    return list(groups.values())


def _event_entity(view: GraphView, claim: Claim) -> str | None:
    for key in (claim.via, claim.subject, claim.object):
        handle = view.find_entity(key) if key else None
        if handle is not None and "Event" in view.ontology.entity_lineage(view.entity(handle).type):
            return key
    return None


def _event_id(claim: Claim) -> str | None:
    value = claim.attributes.get("event_id")
    return value if isinstance(value, str) else None


def polarity(view: GraphView, match: Match) -> int:
    """The tone of the edge (ruling R8): that of its remaining claims where they agree, else 0."""
    tones = {view.polarity(c) for c in match.claims}
    return tones.pop() if len(tones) == 1 else 0


def last_attested(view: GraphView, match: Match) -> str:
    """The newest date, as EDTF, at which a source has the relation holding (ruling R4); never the wall clock.

    What is still holding was attested when its source was published; what is over, on its last day.
    """
    best = (0, "")
    for claim in view.lasting(match):
        if best[1] and view.bounds(claim).possible_to <= best[0]:
            break  # no claim is attested after its last possible day
        best = max(best, _attested(view, claim))
    return best[1]


def _attested(view: GraphView, claim: int) -> tuple[int, str]:
    source, edtf = view.dated(claim)
    return _seen_holding(view.sources[source].published, edtf)


@functools.lru_cache(maxsize=65_536)
def _seen_holding(published: str, edtf: str) -> tuple[int, str]:
    """The last day on which a source of that date has seen hold what holds on these dates, as a number and as EDTF."""
    printed, end = parse_edtf(published).end, parse_edtf(edtf).end
    day = printed.named_last if isinstance(printed, Point) else OPEN_END
    if isinstance(end, Point) and end.named_last < day:
        return end.named_last, edtf.rpartition("/")[2]
    return day, published
