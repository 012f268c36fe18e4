"""The relations that may stand as premises under a query, with status, confidence and the spells in which they hold.

As `semantics.md` "Rules" and R1: the filters decide which claims are known and which relations are kept before
anything is derived; denied and questioned relations never count, and neither does a claim whose pairing is not stated
(`collective`, `attribution: pooled`). Where a condition asks for an attribute, only affirming claims that carry it
count, beside all that deny or question: so an allegation of consent never rides on a fact about territory.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from app.errors import BoundExceeded
from app.graph.contract import GraphView, Match
from app.graph.filters import EVERYTHING, Filters
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK, affirmed_status, judge
from app.model.claim import Stance, Status
from app.model.rule import NEVER_PREMISES, Premise

MOST_PREMISES = 100_000  # relations that one premise may be looked for in
SUREST = max(CONFIDENCE_RANK.values())

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Fact(NamedTuple):
    """A relation that holds as a premise: by id, with ranks of status and doubt (0: high confidence), and spells."""

    relation: str
    subject: int
    object: int
    symmetric: bool
    status: int
    doubt: int
    spans: Spans


def facts(view: GraphView, premise: Premise, allowed: frozenset[Status], filters: Filters) -> list[Fact]:
    """All relations that satisfy a premise of the ontology's types, in order of handle."""
    types = view.ontology.relation_subtypes(premise.type)
    asked = dataclasses.replace(filters, type=types, category=None, polarity=None, status=None)
    if (count := len(view.select(EVERYTHING, asked))) > MOST_PREMISES:
        raise BoundExceeded(
            "premises",
            f"{count} relations of type {premise.type!r}, more than {MOST_PREMISES}: narrow by date or source",
        )
    found = (_fact(view, premise, allowed - NEVER_PREMISES, filters, m) for m in view.select(EVERYTHING, asked))
    return [fact for fact in found if fact is not None]


def _fact(view: GraphView, premise: Premise, allowed: frozenset[Status], filters: Filters, match: Match) -> Fact | None:
    records = {c: view.claim(c) for c in match.claims}
    facts_of = {c: view.facts(c) for c in match.claims}
    counted = [
        c
        for c, r in records.items()
        if facts_of[c].stance is not Stance.AFFIRMS or (_paired(r.attributes) and _carries(r.attributes, premise))
    ]
    if not counted:
        return None
    whole = len(counted) == len(match.claims)
    verdict = view.verdict(match) if whole else judge([facts_of[c] for c in counted])
    if verdict.status not in allowed:
        return None
    holding = [c for c in counted if facts_of[c].stance is Stance.AFFIRMS and affirmed_status(facts_of[c]) in allowed]
    spans = merge(_span(view, c, filters) for c in holding)
    if not spans:
        return None
    ends = view.ends(match.relation)
    return Fact(
        f"{view.entity(ends.subject).id}.{ends.type}.{view.entity(ends.object).id}",
        ends.subject,
        ends.object,
        view.ontology.relation_types[ends.type].symmetric,
        STATUS_RANK[verdict.status],
        SUREST - CONFIDENCE_RANK[verdict.confidence],
        spans,
    )


def _paired(attributes: Mapping[str, Any]) -> bool:
    return attributes.get("collective") is not True and attributes.get("attribution") != "pooled"


def _carries(attributes: Mapping[str, Any], premise: Premise) -> bool:
    return all(attributes.get(name) in values for name, values in premise.attributes.items())


def _span(view: GraphView, claim: int, filters: Filters) -> Span:
    bounds = view.bounds(claim)
    if filters.certainty == "certain":
        return bounds.certain_from, bounds.certain_to
    return bounds.possible_from, bounds.possible_to


def merge(spans: Iterable[Span]) -> Spans:
    """The spans as disjoint ones, in order; those that overlap or touch become one, empty ones fall away."""
    merged: list[Span] = []
    for start, end in sorted(s for s in spans if s[0] < s[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def overlap(one: Sequence[Span], two: Sequence[Span], days: int) -> Spans:
    """The spans in which both hold for at least so many days."""
    if len(one) == 1 == len(two):
        start, end = max(one[0][0], two[0][0]), min(one[0][1], two[0][1])
        return ((start, end),) if end - start >= days else ()
    found = []
    for a in one:
        for b in two:
            start, end = max(a[0], b[0]), min(a[1], b[1])
            if end - start >= days:
                found.append((start, end))
    return tuple(found)


def asked_for(spans: Spans, filters: Filters) -> Spans:
    """The spans that a query's dates let pass: a derived relation is a state that holds in its overlap and no longer.

    The spans of premises are certain ones already where certainty is asked for, so the rules are those for states.
    """
    kept = spans
    if filters.as_of is not None:
        day = filters.as_of
        certain = filters.certainty == "certain"
        kept = tuple(
            (a, b) for a, b in kept if (a <= day.first and b > day.last if certain else a <= day.last and b > day.first)
        )
    if filters.during is not None:
        window = filters.during
        if filters.time_match == "within":
            return tuple(s for s in kept if s[0] >= window.first and s[1] - 1 <= window.last)
        kept = tuple(s for s in kept if s[0] <= window.last and s[1] > window.first)
    return kept
