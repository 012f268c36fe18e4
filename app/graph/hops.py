"""Hops: relations as a search along paths sees them, read off surveys, kept for filters that are asked again."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from app.graph.contract import GraphView, Survey
from app.graph.filters import EVERYTHING, Filters

MOST_INDEXED = 100_000  # relations up to which repeated filters are worth an index

Hop = tuple[int, int, int, int]  # relation, next entity, rank of status, rank of doubt (0: high confidence)
Index = tuple[Mapping[int, list[Hop]], Mapping[int, list[Hop]]]


def index_of(view: GraphView, filters: Filters, *, directed: bool) -> Index | None:
    """All hops from either end, where the same filters were asked for before and leave few enough relations.

    Whoever asks once pays for the neighbourhood only; whoever asks again under the same filters shares one index.
    """
    if view.size_hint(EVERYTHING, filters.type) > MOST_INDEXED:
        return None
    asked = view.remembered(("paths asked", filters, directed), lambda: itertools.count())
    if next(asked) == 0:
        return None

    def build() -> Index:
        seen = view.survey(EVERYTHING, filters)
        sides: tuple[dict[int, list[Hop]], dict[int, list[Hop]]] = ({}, {})
        for which, side in enumerate(sides):
            for near, hop in hops_of(view, seen, which, directed=directed):
                side.setdefault(near, []).append(hop)
        return sides

    return view.remembered(("paths index", filters, directed), build)


def hops_of(view: GraphView, seen: Survey, which: int, *, directed: bool) -> Iterable[tuple[int, Hop]]:
    """From whom to whom the relations lead, from the start (0) or from the end (1)."""
    symmetric = frozenset(t.id for t in view.ontology.relation_types.values() if t.symmetric)
    for relation, subject, object_, status, confidence, _ in zip(*seen, strict=True):
        free = not directed or view.ends(relation).type in symmetric
        if free or which == 0:
            yield subject, (relation, object_, status, 2 - confidence)
        if free or which == 1:
            yield object_, (relation, subject, status, 2 - confidence)


def turned(layers: list[dict[int, list[Hop]]]) -> list[dict[int, list[Hop]]]:
    """Hops found from the end, as hops towards it, position by position from the middle on."""
    turned: list[dict[int, list[Hop]]] = []
    for layer in reversed(layers):
        forward: dict[int, list[Hop]] = {}
        for entity, hops in layer.items():
            for relation, other, status, doubt in hops:
                forward.setdefault(other, []).append((relation, entity, status, doubt))
        turned.append(forward)
    return turned


def bounds_of(layers: list[dict[int, list[Hop]]], end: int) -> list[dict[int, tuple[int, int]]]:
    """Per position and entity: the least weak status and the least doubt with which the end can still be reached."""
    bounds: list[dict[int, tuple[int, int]]] = [{end: (0, 0)}]
    for layer in reversed(layers):
        ahead = bounds[-1]
        here: dict[int, tuple[int, int]] = {}
        for entity, hops in layer.items():
            options = [(max(s, ahead[e][0]), max(d, ahead[e][1])) for _, e, s, d in hops if e in ahead]
            if options:
                here[entity] = (min(o[0] for o in options), min(o[1] for o in options))
        bounds.append(here)
    return bounds[::-1]
