"""Exports of 10,000 edges against NetworkX's and rdflib's own writers on the same graph, and a long one in flat memory.

`python -m benchmarks.bench_exports` prints the table. `kept` is what a server does: what it has rendered once it joins
again. `anew` renders everything. The other writers get their graph ready made in memory, with the attributes that ours
writes; only their writing is timed. Processor time, the best of several runs, so that a busy machine counts less.
"""

from __future__ import annotations

import gc
import io
import json
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import networkx as nx
import rdflib

from app.exporters import registry
from app.exporters.context import ExportContext
from app.exporters.rows import Rows
from app.graph.filters import NO_FILTERS
from app.graph.subgraph import Subgraph, SubgraphRequest, subgraph
from benchmarks.generated import dataset, view_of
from tests.exporters.streaming import big_graph

EDGES: Final = 10_000
LONG: Final = 500_000
RIVALS: Final = ("node-link", "cytoscape", "graphml", "gexf")
JSON_GOAL: Final = 0.020
CONTEXT: Final = ExportContext(url="http://127.0.0.1:8000/v1/graph", json_url="http://127.0.0.1:8000/v1/graph")


def graph_of(edges: int) -> Subgraph:
    """A generated graph, cut to so many edges."""
    seen = view_of(dataset(int(edges * 1.4)))
    whole = subgraph(seen, SubgraphRequest((), 0, None, None), NO_FILTERS)
    cut = whole.edges[:edges]
    there = {e for m in cut for e in (seen.ends(m.relation).subject, seen.ends(m.relation).object)}
    return replace(whole, edges=cut, nodes=tuple(n for n in whole.nodes if n.entity in there), total_edges=edges)


def best(work: Callable[[], object], runs: int) -> float:
    """The least processor time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        gc.collect()
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def export(name: str, graph: Subgraph, context: ExportContext) -> bytes:
    """The bytes of a graph in a format."""
    return b"".join(registry.writer(registry.get(name))(graph, context))


def rivals(graph: Subgraph, *, rdf: bool) -> dict[str, Callable[[], object]]:
    """What else writes such files, each with its graph ready made."""
    if rdf:
        return _of_rdflib(graph)
    plain: Any = nx.node_link_graph(json.loads(export("node-link", graph, CONTEXT)), edges="edges")
    flat: Any = nx.MultiDiGraph()
    for node, data in plain.nodes(data=True):
        flat.add_node(node, **_flat(data))
    for one, two, key, data in plain.edges(keys=True, data=True):
        flat.add_edge(one, two, key=key, **_flat(data))
    return {
        "node-link": lambda: json.dumps(nx.node_link_data(plain, edges="edges")),
        "cytoscape": lambda: json.dumps(nx.cytoscape_data(plain)),
        "graphml": lambda: nx.write_graphml(flat, io.BytesIO()),
        "gexf": lambda: nx.write_gexf(flat, io.BytesIO()),
    }


def _of_rdflib(graph: Subgraph) -> dict[str, Callable[[], object]]:
    statements = rdflib.Graph().parse(data=export("turtle", graph, CONTEXT), format="turtle")
    quads = rdflib.Dataset()
    for triple in statements:
        quads.add(triple)
    return {
        "turtle": lambda: statements.serialize(format="turtle"),
        "jsonld": lambda: statements.serialize(format="json-ld"),
        "nquads": lambda: quads.serialize(format="nquads"),
        "trig": lambda: quads.serialize(format="trig"),
    }


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """Attributes as GraphML and GEXF have them: lists and records as JSON text, nothing for nothing."""
    return {
        k: json.dumps(v) if isinstance(v, (list, dict)) else v
        for k, v in data.items()
        if v is not None and k not in ("id", "key")
    }


def long_export(name: str, edges: int) -> tuple[float, float, float]:
    """Megabytes sent, seconds to the first of them, and by how many megabytes the process grew meanwhile."""
    graph = big_graph(edges)
    for _ in registry.writer(registry.get(name))(big_graph(2_000), CONTEXT):
        pass
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    length, first = 0, 0.0
    for piece in registry.writer(registry.get(name))(graph, CONTEXT):
        first = first or time.perf_counter() - started
        length += len(piece)
    return length / 1e6, first, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main(edges: int = EDGES, long: int = LONG) -> None:
    """Print the tables."""
    flat = ("graphology", "ndjson", "geojson", "dot", "csv", "parquet", "stix", "ftm")
    compare(graph_of(edges), ("json", *RIVALS, *flat))
    compare(graph_of(max(edges // 10, 50)), ("turtle", "jsonld", "nquads", "trig"))
    lengths(long)


def compare(graph: Subgraph, names: Sequence[str]) -> None:
    """Print what the formats take, and what other writers take."""
    others = rivals(graph, rdf="turtle" in names)
    claims = sum(len(m.claims) for m in graph.edges)
    print(f"\n{len(graph.nodes):,} nodes, {len(graph.edges):,} edges, {claims:,} claims\n")
    print("| format | MB | anew ms | kept ms | other writer ms | anew faster by | kept faster by |")
    print("|---|---|---|---|---|---|---|")
    for name in names:
        keeping = replace(CONTEXT, rows=Rows(graph.view))
        size = len(export(name, graph, keeping)) / 1e6
        anew = best(lambda n=name: export(n, graph, CONTEXT), 2)  # type: ignore[misc]
        kept = best(lambda n=name, k=keeping: export(n, graph, k), 5)  # type: ignore[misc]
        other = best(others[name], 2) if name in others else None
        ratios = f"{other * 1e3:,.0f} | {other / anew:.1f} | {other / kept:.1f}" if other else "- | - | -"
        print(f"| {name} | {size:.1f} | {anew * 1e3:,.0f} | {kept * 1e3:,.1f} | {ratios} |", flush=True)


def lengths(long: int) -> None:
    """Print what long exports take: memory that does not grow, and no waiting for the first bytes."""
    print(f"\n{long:,} edges that are made while they are asked for:\n")
    print("| format | MB sent | first bytes ms | process grew by MB |\n|---|---|---|---|")
    for name in ("json", "ndjson", "node-link", "graphml", "gexf", "nquads", "csv"):
        sent, first, grew = long_export(name, long)
        print(f"| {name} | {sent:,.0f} | {first * 1e3:.0f} | {grew:.1f} |", flush=True)


def test_ten_thousand_edges_as_json() -> None:
    """Ten thousand edges that have been rendered before leave as JSON within 20 ms."""
    graph = graph_of(EDGES)
    context = replace(CONTEXT, rows=Rows(graph.view))
    export("json", graph, context)
    assert best(lambda: export("json", graph, context), 7) < JSON_GOAL


if __name__ == "__main__":
    import sys

    main(*(int(a) for a in sys.argv[1:]))
