"""What holds the graph together: cut points, bridges, cores, and how far relations are returned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from app.analytics.descriptor import Measured, Metric, Parameter, Row, Value, ranked
from app.analytics.network import Network


def _articulation(network: Network, given: Mapping[str, Value]) -> Measured:
    del given
    graph = network.undirected
    blocks: dict[int, int] = {}
    found: Any = nx.biconnected_components(graph)  # the stubs have it wrong: sets of nodes
    for block in found:
        for node in block:
            blocks[node] = blocks.get(node, 0) + 1
    cut = {int(node): float(blocks[node]) for node in nx.articulation_points(graph)}
    return Measured(ranked(cut), {"articulation_points": len(cut), "components": _components(graph)})


ARTICULATION = Metric(
    id="articulation-points",
    label="Articulation points",
    tells="Without whom the graph falls apart, and into how many pieces around them.",
    target="entities",
    cost="linear in the number of ties",
    source="Hopcroft and Tarjan, Communications of the ACM 16, 1973",
    most_ties=1_000_000,
    run=_articulation,
    value="blocks that meet there",
)


def _bridges(network: Network, given: Mapping[str, Value]) -> Measured:
    del given
    graph = network.undirected
    ends: Any = nx.bridges(graph)  # the stubs have it wrong: pairs of nodes
    found = sorted((min(a, b), max(a, b)) for a, b in ends)
    rows = [Row(float(len(network.ties[pair])), pair, network.ties[pair]) for pair in found]
    rows.sort(key=lambda r: (-r.value, r.entities))
    return Measured(rows, {"bridges": len(rows), "components": _components(graph)})


BRIDGES = Metric(
    id="bridges",
    label="Bridges",
    tells="Which pairs alone connect two parts of the graph, and by which relations.",
    target="relations",
    cost="linear in the number of ties",
    source="Tarjan, Information Processing Letters 2, 1974",
    most_ties=1_000_000,
    run=_bridges,
    value="relations of the pair",
)


def _components(graph: nx.Graph[int]) -> int:
    return sum(1 for _ in nx.connected_components(graph))


def _k_core(network: Network, given: Mapping[str, Value]) -> Measured:
    least = int(given["k"])
    cores = nx.core_number(network.undirected)
    kept = {e: float(c) for e, c in cores.items() if c >= least}
    return Measured(ranked(kept), {"highest_core": max(cores.values(), default=0)})


K_CORE = Metric(
    id="k-core",
    label="k-core",
    tells="Who belongs to the dense heart of the graph: tied to at least k others who are so, too.",
    target="entities",
    cost="linear in the number of ties",
    source="Seidman, Social Networks 5, 1983; Batagelj and Zaversnik, 2003",
    most_ties=1_000_000,
    run=_k_core,
    parameters=(Parameter("k", "integer", 1, "Only entities of this core or a deeper one.", 1, 1000),),
    value="core",
)


def _reciprocity(network: Network, given: Mapping[str, Value]) -> Measured:
    del given
    arcs = network.arcs
    out: dict[int, int] = {}
    back: dict[int, int] = {}
    for one, two in arcs:
        out[one] = out.get(one, 0) + 1
        back[one] = back.get(one, 0) + ((two, one) in arcs)
    values = {e: back[e] / out[e] for e in out}
    details: dict[int, Mapping[str, Value]] = {e: {"out": out[e], "returned": back[e]} for e in out}
    share = sum(back.values()) / len(arcs) if arcs else 0.0
    return Measured(ranked(values, details), {"reciprocity": round(share, 6), "arcs": len(arcs)})


RECIPROCITY = Metric(
    id="reciprocity",
    label="Reciprocity",
    tells="How much of what an entity does towards others is returned, in whatever form.",
    target="entities",
    cost="linear in the number of relations",
    source="Wasserman and Faust, Social Network Analysis, 1994, ch. 13",
    most_ties=2_000_000,
    run=_reciprocity,
    value="share returned",
)
