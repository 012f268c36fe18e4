"""Who stands between others, and who is pointed to by those who are pointed to."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from app.analytics.descriptor import Measured, Metric, Parameter, Value, ranked
from app.analytics.network import Network
from app.errors import BoundExceeded

MOST_STEPS = 20_000_000  # nodes times ties
_TOLERANCE = 1e-10


def _betweenness(network: Network, given: Mapping[str, Value]) -> Measured:
    graph = network.undirected
    sample = int(given["sample"])
    pivots = min(sample, len(graph)) if sample else len(graph)
    steps = pivots * max(graph.number_of_edges(), 1)
    if steps > MOST_STEPS:
        most = max(1, MOST_STEPS // max(graph.number_of_edges(), 1))
        raise BoundExceeded("steps", f"betweenness would take {steps} steps, more than {MOST_STEPS}: use sample={most}")
    values = nx.betweenness_centrality(graph, k=pivots if sample and pivots < len(graph) else None, seed=0)
    return Measured(ranked(values), {"exact": not sample or sample >= len(graph), "entities": len(graph)})


BETWEENNESS = Metric(
    id="betweenness",
    label="Betweenness",
    tells="Who stands on the shortest ways between others: brokers and bottlenecks.",
    target="entities",
    cost="entities times ties; with a sample, sample times ties",
    source="Freeman, Sociometry 40, 1977; Brandes, Journal of Mathematical Sociology 25, 2001",
    most_ties=1_000_000,
    run=_betweenness,
    parameters=(
        Parameter("sample", "integer", 0, "Shortest ways from only so many entities; 0: from all.", 0, 100_000),
    ),
    value="share of shortest ways",
)


def _pagerank(network: Network, given: Mapping[str, Value]) -> Measured:
    """Power iteration on the arcs; who points to nobody passes its rank on to all."""
    nodes = network.entities
    if not nodes:
        return Measured((), {"iterations": 0})
    place = {e: i for i, e in enumerate(nodes)}
    arcs = network.arcs
    source = np.array([place[a] for a, _ in arcs], dtype=np.int64)
    target = np.array([place[b] for _, b in arcs], dtype=np.int64)
    weight = np.array(list(arcs.values()), dtype=np.float64)
    size, damping = len(nodes), float(given["damping"])
    out = np.bincount(source, weights=weight, minlength=size)
    share = weight / out[source]
    loose = out == 0
    rank = np.full(size, 1.0 / size)
    iterations = 0
    while iterations < int(given["iterations"]):
        iterations += 1
        passed = np.bincount(target, weights=rank[source] * share, minlength=size)
        fresh = (1 - damping) / size + damping * (passed + rank[loose].sum() / size)
        moved = float(np.abs(fresh - rank).sum())
        rank = fresh
        if moved < size * _TOLERANCE:
            break
    return Measured(ranked(dict(zip(nodes, rank.tolist(), strict=True))), {"iterations": iterations})


PAGERANK = Metric(
    id="pagerank",
    label="PageRank",
    tells="To whom relations lead, counting more those that come from entities to whom many lead.",
    target="entities",
    cost="relations times iterations",
    source="Brin and Page, Computer Networks 30, 1998",
    most_ties=2_000_000,
    run=_pagerank,
    parameters=(
        Parameter("damping", "number", 0.85, "How often a relation is followed rather than left.", 0.0, 0.99),
        Parameter("iterations", "integer", 100, "Most rounds.", 1, 1000),
    ),
    value="rank",
)
