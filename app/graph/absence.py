"""Why an answer is empty: not stated, hidden by filters, denied, or never looked for. An answer too."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from app.graph.contract import GraphView, Match
from app.graph.filters import NO_FILTERS, Filters, Scope
from app.model.claim import Status
from app.model.dates import Point, parse_edtf
from app.model.silence import ANY, Silence

AbsenceStatus = Literal["not_stated", "unchecked", "hidden_by_filters", "denied"]
NEAREST = 5
# The type is what is asked, not a filter that hides; these two only shape the date filters.
_QUESTION = ("type", "category")
COMBINED = "combined"


@dataclass(frozen=True, slots=True)
class Absence:
    """`hidden`: per filter, how many relations appear when it alone is lifted. `nearest`: claim handles."""

    status: AbsenceStatus
    silences: tuple[Silence, ...]
    sources_checked: int
    hidden: dict[str, int]
    nearest: tuple[int, ...]


def explain_absence(view: GraphView, scope: Scope, filters: Filters) -> Absence:
    """Why no relation in scope passes the filters."""
    sources = _sources(view, filters)
    silences = tuple(
        s for s in view.silences if s.source in sources and any(_covers(view, s, *a) for a in _asked(scope, filters))
    )
    hidden, behind = _hidden(view, scope, filters)
    status: AbsenceStatus = "unchecked"
    if behind:
        denied = all(view.verdict(m).status is Status.DENIED for m in behind)
        status = "denied" if denied else "hidden_by_filters"
    elif silences:
        status = "not_stated"
    checked = sum(view.sources[s].coverage == "complete" for s in sources)
    return Absence(status, silences, checked, hidden, _nearest(view, scope, silences, behind))


def _sources(view: GraphView, filters: Filters) -> frozenset[str]:
    def known(key: str) -> bool:
        source = view.sources[key]
        if filters.source is not None and key not in filters.source:
            return False
        if filters.dataset is not None and source.dataset not in filters.dataset:
            return False
        printed = parse_edtf(source.published).end
        return filters.known_at is None or (isinstance(printed, Point) and printed.last <= filters.known_at.last)

    return frozenset(key for key in view.sources if known(key))


def _hidden(view: GraphView, scope: Scope, filters: Filters) -> tuple[dict[str, int], Sequence[Match]]:
    names = [name for name in filters.active() if name not in _QUESTION]
    if not names:
        return {}, ()
    counts = {name: len(view.select(scope, filters.without(name))) for name in names}
    behind = view.select(scope, filters.without(*names))
    hidden = {name: n for name, n in counts.items() if n}
    if behind and not hidden:
        hidden = {COMBINED: len(behind)}
    return hidden, behind


Asked = tuple[frozenset[int] | None, frozenset[int] | None, frozenset[str] | None]


def _asked(scope: Scope, filters: Filters) -> Iterator[Asked]:
    """The question as (subjects, objects, types), one for each way round; None is anything."""
    if scope.between is not None:
        for one, two in scope.between:
            yield one, two, filters.type
            yield two, one, filters.type
    elif scope.incident is not None:
        if scope.direction != "in":
            yield scope.incident, scope.other, filters.type
        if scope.direction != "out":
            yield scope.other, scope.incident, filters.type
    elif scope.relations is None:
        yield scope.subject, scope.object, filters.type


def _covers(
    view: GraphView,
    silence: Silence,
    subjects: frozenset[int] | None,
    objects: frozenset[int] | None,
    types: frozenset[str] | None,
) -> bool:
    """Whether the silence answers the question: each end that it names was asked about, and so was its type."""
    if silence.type != ANY and (types is None or not types & view.ontology.relation_subtypes(silence.type)):
        return False
    if _names(view, silence.subject, subjects) and _names(view, silence.object, objects):
        return True
    symmetric = silence.type != ANY and view.ontology.relation_types[silence.type].symmetric
    return symmetric and _names(view, silence.subject, objects) and _names(view, silence.object, subjects)


def _names(view: GraphView, end: str, asked: frozenset[int] | None) -> bool:
    if end == ANY:
        return True
    handle = view.find_entity(end)
    return asked is not None and handle is not None and handle in asked


def _nearest(view: GraphView, scope: Scope, silences: Sequence[Silence], behind: Sequence[Match]) -> tuple[int, ...]:
    named = (view.find_claim(c) for s in silences for c in s.nearest)
    found = list(dict.fromkeys(h for h in named if h is not None))
    if not found:
        found = list(itertools.islice((c for m in behind for c in m.claims), NEAREST))
    if not found and scope.subject is not None and scope.object is not None:
        swapped = view.select(Scope(between=((scope.subject, scope.object),)), NO_FILTERS)
        found = list(itertools.islice((c for m in swapped for c in m.claims), NEAREST))
    return tuple(found[:NEAREST])
