"""Communities: groups of entities that are tied among themselves more than with others."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from app.analytics.descriptor import Measured, Metric, Parameter, Row, Value
from app.analytics.network import Network


def _run(network: Network, given: Mapping[str, Value]) -> Measured:
    graph = network.undirected
    if not graph.number_of_edges():
        return Measured((), {"groups": 0, "modularity": 0.0})
    resolution = float(given["resolution"])
    groups = nx.community.louvain_communities(graph, weight="weight", resolution=resolution, seed=0)
    ordered = sorted((tuple(sorted(g)) for g in groups), key=lambda g: (-len(g), g))
    modularity = nx.community.modularity(graph, [set(g) for g in ordered], weight="weight", resolution=resolution)
    inside = [sum(len(r) for (a, b), r in network.ties.items() if a in s and b in s) for s in map(set, ordered)]
    rows = [Row(float(len(g)), g, (), {"relations_inside": n}) for g, n in zip(ordered, inside, strict=True)]
    return Measured(rows, {"groups": len(rows), "modularity": round(float(modularity), 6)})


COMMUNITIES = Metric(
    id="communities",
    label="Communities (Louvain)",
    tells="Which entities belong together by how they are tied, whatever the tone.",
    target="groups",
    cost="about linear in the number of ties",
    source="Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics P10008, 2008",
    most_ties=200_000,
    run=_run,
    parameters=(Parameter("resolution", "number", 1.0, "Above 1: more and smaller groups.", 0.1, 10.0),),
    value="members",
)
