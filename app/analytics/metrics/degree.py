"""Degree by sign: with how many relations, and of which tone, an entity is tied."""

from __future__ import annotations

from collections.abc import Mapping

from app.analytics.descriptor import Measured, Metric, Parameter, Value, ranked
from app.analytics.network import Network

_BY = ("total", "cooperative", "conflictual", "neutral", "balance", "out", "in")


def _run(network: Network, given: Mapping[str, Value]) -> Measured:
    counts = {e: dict.fromkeys(_BY, 0) for e in network.entities}
    signs = network.signs(weigh_all=given["weigh_all"] is True)
    for one, two, sign in zip(network.found.subject, network.found.object, signs, strict=True):
        counts[one]["out"] += 1
        counts[two]["in"] += 1
        name = "cooperative" if sign > 0 else "conflictual" if sign < 0 else "neutral"
        for entity in (one, two):
            counts[entity]["total"] += 1
            counts[entity][name] += 1
            counts[entity]["balance"] += sign
    by = str(given["by"])
    rows = ranked({e: float(c[by]) for e, c in counts.items()}, counts)
    return Measured(rows, {"relations": network.relation_count, "entities": len(network.entities)})


DEGREE = Metric(
    id="degree",
    label="Degree by sign",
    tells="Who is tied most, and whether by cooperation or by conflict.",
    target="entities",
    cost="linear in the number of relations",
    source="Wasserman and Faust, Social Network Analysis, 1994; ruling R8 for signs",
    most_ties=2_000_000,
    run=_run,
    parameters=(
        Parameter("by", "choice", "total", "Which count ranks the entities.", choices=_BY),
        Parameter("weigh_all", "boolean", False, "Give a sign also to what is not affirmed as fact."),
    ),
    value="relations",
)
