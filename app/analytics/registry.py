"""All metrics by name; each is imported when it is first asked for. A new metric is one file and one line here."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.analytics.descriptor import Measured, Metric, Row
from app.analytics.network import Network
from app.errors import BoundExceeded, InvalidValue
from app.graph import shapes
from app.graph.contract import GraphView
from app.graph.explain import relation_key
from app.graph.filters import Filters

Shape = dict[str, Any]

METRICS: Final[Mapping[str, str]] = {
    "articulation-points": "app.analytics.metrics.structure:ARTICULATION",
    "betweenness": "app.analytics.metrics.centrality:BETWEENNESS",
    "bridges": "app.analytics.metrics.structure:BRIDGES",
    "communities": "app.analytics.metrics.community:COMMUNITIES",
    "degree": "app.analytics.metrics.degree:DEGREE",
    "k-core": "app.analytics.metrics.structure:K_CORE",
    "pagerank": "app.analytics.metrics.centrality:PAGERANK",
    "reciprocity": "app.analytics.metrics.structure:RECIPROCITY",
}


def metric(name: str) -> Metric:
    """The metric with this name. Raises InvalidValue with all names for an unknown one."""
    if name not in METRICS:
        raise InvalidValue("metric", f"unknown metric {name!r}: use {', '.join(METRICS)}", tuple(METRICS))
    module, _, attribute = METRICS[name].partition(":")
    found: Metric = getattr(importlib.import_module(module), attribute)
    return found


def metrics() -> Iterator[Metric]:
    """All metrics, in order of name."""
    return (metric(name) for name in METRICS)


def measure(view: GraphView, name: str, filters: Filters, given: Mapping[str, Any]) -> Measured:
    """A metric of what the filters leave; computed once per snapshot, filters and parameters."""
    asked = metric(name)
    parameters = asked.parse(given)

    def compute() -> Measured:
        network: Network = view.remembered(("network", filters), lambda: Network(view, filters))
        if network.relation_count > asked.most_ties:
            raise BoundExceeded(
                "ties",
                f"{name} takes at most {asked.most_ties} relations, and the filters leave {network.relation_count}: "
                "narrow by date, type or source",
            )
        return asked.run(network, parameters)

    return view.remembered(("metric", name, tuple(sorted(parameters.items())), filters), compute)


def metric_shape(asked: Metric) -> Shape:
    """A metric as it describes itself."""
    return {
        "id": asked.id,
        "label": asked.label,
        "tells": asked.tells,
        "target": asked.target,
        "value": asked.value,
        "cost": asked.cost,
        "most_relations": asked.most_ties,
        "source": asked.source,
        "parameters": [
            {
                "name": p.name,
                "type": p.type,
                "default": p.default,
                "minimum": None if p.minimum is None else float(p.minimum),
                "maximum": None if p.maximum is None else float(p.maximum),
                "choices": list(p.choices),
                "description": p.description,
            }
            for p in asked.parameters
        ],
    }


def measured_shape(view: GraphView, asked: Metric, found: Measured, limit: int, offset: int) -> Shape:
    """One page of ranked rows; the rank counts over the whole."""
    page = found.rows[offset : offset + limit]
    return {
        "metric": metric_shape(asked),
        "summary": dict(found.summary),
        "results": [_row(view, asked, row, offset + i + 1) for i, row in enumerate(page)],
        "total": {"value": len(found.rows), "relation": "eq"},
        "limit": limit,
        "offset": offset,
        "snapshot": view.snapshot_id,
    }


def _row(view: GraphView, asked: Metric, row: Row, rank: int) -> Shape:
    entities = [shapes.reference(view, e) for e in row.entities]
    shape: Shape = {"rank": rank, "value": round(row.value, 8)}
    shape.update({"entity": entities[0]} if asked.target == "entities" else {"entities": entities})
    if asked.target == "relations":
        shape["relations"] = [relation_key(view, r) for r in row.relations]
    return {**shape, "details": dict(row.details)}
