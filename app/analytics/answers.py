"""From the words of a question about measures to its answer; both doors and the cookbook call these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.analytics.balance.report import balance as find_balance
from app.analytics.balance.report import balance_shape
from app.analytics.registry import measure, measured_shape, metric, metric_shape, metrics
from app.graph import asking, envelope
from app.graph.contract import GraphView

Words = Mapping[str, Any]
Shape = dict[str, Any]
ACTOR = "Actor"


def balance(view: GraphView, words: Words) -> Shape:
    """The signed structure of what the filters leave."""
    filters = asking.filters(view, words)
    named = tuple(words.get("entity_type") or ())
    if not named and ACTOR in view.ontology.entity_types:
        named = (ACTOR,)
    found = find_balance(
        view,
        filters,
        entity_types=asking.entity_types(view, "entity_type", named),
        roll_up=words.get("roll_up") is not False,
        weigh_all=bool(words.get("weigh_all")),
    )
    shape = balance_shape(view, found, words.get("limit") or 50, unbalanced_only=bool(words.get("unbalanced")))
    return {**shape, "as_of": words.get("as_of"), "notes": envelope.notes(view, filters)}


def catalogue(view: GraphView) -> Shape:
    """All metrics as they describe themselves."""
    found = [metric_shape(m) for m in metrics()]
    return {"results": found, "total": {"value": len(found), "relation": "eq"}, "snapshot": view.snapshot_id}


def measured(view: GraphView, name: str, words: Words, parameters: Words) -> Shape:
    """A metric's ranked results."""
    filters = asking.filters(view, words)
    asked = metric(name)
    found = measure(view, name, filters, parameters)
    shape = measured_shape(view, asked, found, words.get("limit") or 50, words.get("offset") or 0)
    return {**shape, "parameters": asked.parse(parameters), "notes": envelope.notes(view, filters)}
