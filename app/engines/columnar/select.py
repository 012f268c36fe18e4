"""Selecting relations from the columns: adjacency slices, date bisection, then the three stages of ruling R1."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.errors import BoundExceeded
from app.graph.claims import mentions
from app.graph.contract import Match
from app.graph.filters import Filters, Scope
from app.graph.status import CONFIDENCE_RANK
from app.model.dates import OPEN_END, Span
from app.snapshot.columns import CONFIDENCES, MODALITIES, PROGRESSES, STANCES, Adjacency, Bool, Int32, Snapshot

MOST_READ = 200_000  # claims whose texts are read for one question


class Selector:
    """Answers `select` on one snapshot, all filters but status."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._columns = snapshot.columns
        types = list(snapshot.ontology.relation_types.values())
        self._type_index = {t.id: index for index, t in enumerate(types)}
        self._symmetric = np.array([t.symmetric for t in types], dtype=np.bool_)
        self._category = [t.category for t in types]
        self._sources = tuple(snapshot.sources)
        self._datasets = tuple(snapshot.datasets)
        self._table = functools.lru_cache(maxsize=256)(self._made_table)

    def select(self, scope: Scope, filters: Filters) -> Sequence[Match]:
        """The relations in scope with the claims that remain, in order of handle."""
        claims = self._candidates(scope, filters)
        claims = claims[self._in_scope(scope, filters, claims)]
        matches = self._grouped(self.remaining(filters, claims))
        if filters.polarity is not None:
            matches = [m for m in matches if self._polarity(m.claims) in filters.polarity]
        return matches

    def remaining(self, filters: Filters, claims: Int32) -> Int32:
        """Those of the claims, in order of handle, that the knowledge, date and selection filters leave (ruling R1)."""
        if filters.drops_claims:
            claims = claims[self._known(filters, claims) & self._dated(filters, claims)]
        if filters.selects_claims:
            chosen = self._columns.claim_relation[claims[self.selected(filters, claims)]]
            claims = claims[np.isin(self._columns.claim_relation[claims], chosen)]
        return claims

    def _polarity(self, claims: tuple[int, ...]) -> int:
        tones = {int(self._columns.claim_polarity[c]) for c in claims}
        return tones.pop() if len(tones) == 1 else 0

    def _grouped(self, claims: Int32) -> list[Match]:
        if not len(claims):
            return []
        relations = self._columns.claim_relation[claims]
        starts = np.flatnonzero(np.diff(relations, prepend=-1)).tolist()
        handles, rows = relations[starts].tolist(), claims.tolist()
        ends = [*starts[1:], len(rows)]
        return [Match(r, tuple(rows[a:b])) for r, a, b in zip(handles, starts, ends, strict=True)]

    # Which claims to look at: those beside the named entities, else all.

    def _candidates(self, scope: Scope, filters: Filters) -> Int32:
        snapshot, columns = self._snapshot, self._columns
        if scope.relations is not None:
            starts = columns.relation_claims
            return _union([np.arange(starts[r], starts[r + 1], dtype=np.int32) for r in scope.relations])
        nodes = anchor(scope)
        if nodes is None:
            return np.arange(len(columns.claim_relation), dtype=np.int32)
        latest = _latest_start(filters)
        sides = (snapshot.out_events, snapshot.out_states, snapshot.in_events, snapshot.in_states)
        return _union([part for side in sides for part in _slices(side, nodes, latest)])

    def _in_scope(self, scope: Scope, filters: Filters, claims: Int32) -> Bool:
        columns = self._columns
        relations = columns.claim_relation[claims]
        kinds = columns.relation_type[relations]
        mask = np.ones(len(claims), dtype=np.bool_)
        if filters.type is not None or filters.category is not None:
            mask &= self.type_table(filters)[kinds]
        one, two = columns.relation_subject[relations], columns.relation_object[relations]
        forward = ends_mask(scope, one, two, free=False)
        symmetric = self._symmetric[kinds]
        if symmetric.any():
            free = ends_mask(scope, one, two, free=True) | ends_mask(scope, two, one, free=True)
            forward = np.where(symmetric, free, forward)
        result: Bool = mask & forward
        return result

    def _made_table(self, types: frozenset[str] | None, categories: frozenset[str] | None) -> Bool:
        return np.array(
            [
                (types is None or name in types) and (categories is None or category in categories)
                for name, category in zip(self._type_index, self._category, strict=True)
            ],
            dtype=np.bool_,
        )

    def type_table(self, filters: Filters) -> Bool:
        """Which relation types, by position in the ontology, pass the filters on type and category."""
        return self._table(filters.type, filters.category)

    # Stage one: what is known, and what holds or happens then.

    def _known(self, filters: Filters, claims: Int32) -> Bool:
        columns = self._columns
        mask = np.ones(len(claims), dtype=np.bool_)
        if filters.known_at is not None:
            mask &= columns.claim_known[claims] <= filters.known_at.last
        if filters.source is not None:
            mask &= _member(columns.claim_source[claims], self._sources, filters.source)
        if filters.dataset is not None:
            mask &= _member(columns.claim_dataset[claims], self._datasets, filters.dataset)
        return mask

    def _dated(self, filters: Filters, claims: Int32) -> Bool:
        mask = np.ones(len(claims), dtype=np.bool_)
        if filters.as_of is not None:
            mask &= self._holds(filters.as_of, claims, certain=filters.certainty == "certain")
        if filters.during is not None:
            mask &= self._falls(filters.during, claims, filters)
        return mask

    def _holds(self, day: Span, claims: Int32, *, certain: bool) -> Bool:
        """States that hold on the day, events that had happened by it."""
        columns = self._columns
        possible_from, possible_to = columns.claim_possible_from[claims], columns.claim_possible_to[claims]
        event = columns.claim_event[claims]
        if certain:
            state = (columns.claim_certain_from[claims] <= day.first) & (columns.claim_certain_to[claims] > day.last)
            return np.where(event, possible_to - 1 <= day.first, state)
        return np.where(event, possible_from <= day.last, (possible_from <= day.last) & (possible_to > day.first))

    def _falls(self, window: Span, claims: Int32, filters: Filters) -> Bool:
        """What holds or happens in the window: overlapping it or within it, under some reading or all."""
        columns = self._columns
        possible_from, possible_to = columns.claim_possible_from[claims], columns.claim_possible_to[claims]
        certain_from, certain_to = columns.claim_certain_from[claims], columns.claim_certain_to[claims]
        certain = filters.certainty == "certain"
        if filters.time_match == "overlaps":
            if certain:
                begun = (certain_from <= window.last) & (certain_from < OPEN_END)  # an unknown start is certain never
                return begun & (certain_to > window.first)
            return (possible_from <= window.last) & (possible_to > window.first)
        inside: Bool = (possible_from >= window.first) & (possible_to - 1 <= window.last)
        if certain:
            return inside
        overlaps = (possible_from <= window.last) & (possible_to > window.first)
        return inside | (overlaps & (certain_from >= window.first) & (certain_to - 1 <= window.last))

    # Stage two: one remaining claim meets all of these.

    def selected(self, filters: Filters, claims: Int32) -> Bool:
        """Which of the claims meet all selection filters."""
        columns = self._columns
        mask = np.ones(len(claims), dtype=np.bool_)
        for column, order, wanted in (
            (columns.claim_stance, STANCES, filters.stance),
            (columns.claim_modality, MODALITIES, filters.modality),
            (columns.claim_progress, PROGRESSES, filters.progress),
        ):
            if wanted is not None:
                mask &= _member(column[claims], order, wanted)
        if filters.min_confidence is not None:
            least = CONFIDENCE_RANK[filters.min_confidence]
            enough = frozenset(c for c in CONFIDENCES if CONFIDENCE_RANK[c] >= least)
            mask &= _member(columns.claim_confidence[claims], CONFIDENCES, enough)
        if filters.addressed_to is not None:
            mask &= np.isin(columns.claim_addressed_to[claims], _array(filters.addressed_to))
        if filters.asserted_by is not None:
            spoken = np.isin(columns.voice, _array(filters.asserted_by))
            heard = np.concatenate(([0], np.cumsum(spoken)))
            mask &= heard[columns.claim_voices[claims + 1]] > heard[columns.claim_voices[claims]]
        if filters.q is not None:
            mask &= self._mentioned(claims, mask, filters.q)
        return mask

    def _mentioned(self, claims: Int32, mask: Bool, text: str) -> Bool:
        found = np.zeros(len(claims), dtype=np.bool_)
        if (read := int(mask.sum())) > MOST_READ:
            raise BoundExceeded(
                "claims",
                f"q would read the notes of {read} claims, more than {MOST_READ}: name an entity, type or date",
            )
        for index in np.flatnonzero(mask).tolist():
            found[index] = mentions(self._snapshot.claims[int(claims[index])], text)
        return found


def anchor(scope: Scope) -> frozenset[int] | None:
    """The smallest set of entities of which each relation in scope has one at an end."""
    sets = [s for s in (scope.subject, scope.object, scope.incident) if s is not None]
    if scope.between is not None:
        sets.append(frozenset[int]().union(*(min(pair, key=len) for pair in scope.between)))
    return min(sets, key=len) if sets else None


def _latest_start(filters: Filters) -> int | None:
    """The last day on which a claim that passes the date filters can begin, to bisect by."""
    limits = [span.last for span in (filters.as_of, filters.during) if span is not None]
    return min(limits) if limits else None


def _slices(adjacency: Adjacency, nodes: Iterable[int], latest: int | None) -> Iterable[Int32]:
    for node in nodes:
        low, high = int(adjacency.start[node]), int(adjacency.start[node + 1])
        if latest is not None and high > low:
            high = low + int(np.searchsorted(adjacency.day[low:high], latest, side="right"))
        if high > low:
            yield adjacency.claim[low:high]


def _union(parts: Sequence[Int32]) -> Int32:
    if not parts:
        return np.empty(0, dtype=np.int32)
    return np.unique(np.concatenate(parts))


def _array(handles: frozenset[int]) -> Int32:
    return np.fromiter(handles, dtype=np.int32, count=len(handles))


def _member(codes: NDArray[np.integer], order: Sequence[object], wanted: Collection[object]) -> Bool:
    table = np.array([value in wanted for value in order] + [False], dtype=np.bool_)  # the last stands for -1
    result: Bool = table[codes]
    return result


def among(values: Int32, handles: frozenset[int]) -> Bool:
    """Which of the values, none of them negative, are among the handles: a comparison for one, else a table."""
    if len(handles) == 1:
        same: Bool = values == next(iter(handles))
        return same
    chosen = _array(handles)
    table = np.zeros(max(int(values.max(initial=0)), int(chosen.max(initial=0))) + 1, dtype=np.bool_)
    table[chosen] = True
    result: Bool = table[values]
    return result


def ends_mask(scope: Scope, subject: Int32, object_: Int32, *, free: bool) -> Bool:
    """Which pairs of ends are in scope; `free` lets either end stand on either side."""
    mask = np.ones(len(subject), dtype=np.bool_)
    if scope.subject is not None:
        mask &= among(subject, scope.subject)
    if scope.object is not None:
        mask &= among(object_, scope.object)
    if scope.incident is not None:
        near = np.zeros(len(subject), dtype=np.bool_)
        if free or scope.direction != "in":
            near |= _touch(subject, object_, scope.incident, scope.other)
        if free or scope.direction != "out":
            near |= _touch(object_, subject, scope.incident, scope.other)
        mask &= near
    if scope.between is not None:
        linked = np.zeros(len(subject), dtype=np.bool_)
        for one, two in scope.between:
            linked |= _touch(subject, object_, one, two) | _touch(object_, subject, one, two)
        mask &= linked
    return mask


def _touch(near: Int32, far: Int32, nodes: frozenset[int], others: frozenset[int] | None) -> Bool:
    mask: Bool = among(near, nodes)
    if others is not None:
        mask &= among(far, others)
    return mask
