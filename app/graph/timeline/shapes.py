"""A timeline as plain dictionaries: counts per bucket by polarity and type, and the items in their known order."""

from __future__ import annotations

from typing import Any

from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.filters import Filters
from app.graph.sentences import relation_sentence
from app.graph.timeline.order import KnownOrder
from app.graph.timeline.spread import Filled, Item, Tally, Timeline
from app.model.dates import iso_day
from app.model.ontology import polarity_name

Shape = dict[str, Any]
MOST_ITEMS = 1000  # per bucket


def timeline_shape(view: GraphView, found: Timeline, filters: Filters, *, items: bool) -> Shape:
    """All buckets in order; empty ones too, so that a chart needs no filling in."""
    order = KnownOrder(view, filters) if items else None
    return {
        "results": [_bucket(view, f, order) for f in found.buckets],
        "total": {"value": len(found.buckets), "relation": "eq"},
        "relations": found.relations,
        "episodes": found.episodes,
        "undated": [_item(view, i, None, None) for i in found.undated[:MOST_ITEMS]],
        "undated_total": len(found.undated),
        "snapshot": view.snapshot_id,
    }


def _bucket(view: GraphView, filled: Filled, order: KnownOrder | None) -> Shape:
    shape: Shape = {
        "bucket": filled.bucket.name,
        "from": iso_day(filled.bucket.start),
        "to": iso_day(filled.bucket.end),
        "ends": "exclusive",
        **_tally(filled.total),
        "by_polarity": {k: _tally(t) for k, t in sorted(filled.by_polarity.items())},
        "by_type": {k: _tally(t) for k, t in sorted(filled.by_type.items())},
    }
    if order is not None:
        shares = {(i.match.relation, i.episode.key): share for i, share in filled.items}
        ordered = order.sorted([i for i, _ in filled.items][:MOST_ITEMS])
        shape["items"] = [_item(view, i, shares[i.match.relation, i.episode.key], order) for i in ordered]
        shape["items_total"] = len(filled.items)
    return shape


def _tally(tally: Tally) -> Shape:
    return {
        "events": {
            "expected": round(tally.expected, 4),
            "certain": tally.certain,
            "possible": tally.possible,
        },
        "states": {"possible": tally.states, "certain": tally.states_certain},
        "score": round(tally.score, 4),
        "standing": round(tally.standing, 4),
    }


def _item(view: GraphView, item: Item, share: float | None, order: KnownOrder | None) -> Shape:
    match = Match(item.match.relation, item.episode.claims)
    ends = view.ends(item.match.relation)
    records = [view.claim(c) for c in item.episode.claims]
    kind = view.ontology.relation_types[ends.type].kind
    shape: Shape = {
        "relation": f"{view.entity(ends.subject).id}.{ends.type}.{view.entity(ends.object).id}",
        "episode": item.episode.key,
        "type": ends.type,
        "kind": item.episode.kind,
        "event": shapes.reference_of(view, item.episode.event),
        "polarity": polarity_name(item.sign),
        "status": item.episode.verdict.status.value,
        "weight": item.weight,
        "share": None if share is None else round(share, 4),
        "valid": [shapes.validity(r, event=kind == "event") for r in records],
        "sentence": relation_sentence(view, match),
    }
    if order is not None:
        earlier = {e for event in order.events(item) for e in order.before(event)}
        shape["known_after"] = [shapes.reference(view, e) for e in sorted(earlier)]
    return shape
