"""Exports of 10,000 edges against the writers of NetworkX, rdflib and lxml on the same graph, in the same run.

`python -m benchmarks.bench_exports` prints the table. `kept` is what a server does: what it has rendered once it joins
again. `anew` renders everything. The other writers get their graph ready made in memory, with the attributes that ours
writes; only their writing is timed. Processor time, the best of several runs, so that a busy machine counts less.
The memory of long exports is in `benchmarks.long_exports`, their first bytes over HTTP in `benchmarks.http_exports`.
"""

from __future__ import annotations

import gc
import io
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import networkx as nx
import rdflib
from lxml import etree

from app.exporters import registry
from app.exporters.context import ExportContext
from app.exporters.rows import Rows
from app.graph.filters import NO_FILTERS
from app.graph.subgraph import Subgraph, SubgraphRequest, subgraph
from benchmarks.generated import dataset, view_of

EDGES: Final = 10_000
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
    tree = etree.fromstring(export("gexf", graph, CONTEXT))
    return {
        "node-link": lambda: json.dumps(nx.node_link_data(plain, edges="edges")),
        "cytoscape": lambda: json.dumps(nx.cytoscape_data(plain)),
        "graphml": lambda: nx.write_graphml(flat, io.BytesIO()),
        "gexf": lambda: nx.write_gexf(flat, io.BytesIO()),
        "gexf with lxml": lambda: _with_lxml(tree),
    }


def _with_lxml(tree: Any) -> int:
    """The elements of our own GEXF written one by one through lxml's incremental writer: an XML library's best case."""
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="utf-8") as file, file.element(tree.tag, nsmap=tree.nsmap):
        for part in tree:
            with file.element(part.tag, part.attrib):
                for group in part:
                    with file.element(group.tag, group.attrib):
                        for item in group:
                            made = etree.Element(item.tag, item.attrib)
                            for child in item:
                                inner = etree.SubElement(made, child.tag, child.attrib)
                                for value in child:
                                    etree.SubElement(inner, value.tag, value.attrib)
                            file.write(made)
    return out.tell()


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


def main(edges: int = EDGES) -> None:
    """Print the tables."""
    flat = ("graphology", "ndjson", "geojson", "dot", "csv", "parquet", "stix", "ftm")
    compare(graph_of(edges), ("json", *RIVALS, *flat))
    compare(graph_of(max(edges // 10, 50)), ("turtle", "jsonld", "nquads", "trig"))


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
        for rival in [known for known in others if known.partition(" ")[0] == name] or [name]:
            other = best(others[rival], 2) if rival in others else None
            ratios = f"{other * 1e3:,.0f} | {other / anew:.1f} | {other / kept:.1f}" if other else "- | - | -"
            print(f"| {rival} | {size:.1f} | {anew * 1e3:,.0f} | {kept * 1e3:,.1f} | {ratios} |", flush=True)


def test_ten_thousand_edges_as_json() -> None:
    """Ten thousand edges that have been rendered before leave as JSON within 20 ms."""
    graph = graph_of(EDGES)
    context = replace(CONTEXT, rows=Rows(graph.view))
    export("json", graph, context)
    assert best(lambda: export("json", graph, context), 7) < JSON_GOAL


if __name__ == "__main__":
    import sys

    main(*(int(a) for a in sys.argv[1:]))
