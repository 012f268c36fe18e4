"""What every export says of itself: the query, the snapshot, and whose data it holds under which licence."""

from __future__ import annotations

from typing import Any

from app.exporters.context import ExportContext
from app.graph import drawing
from app.graph.contract import GraphView
from app.graph.shapes import cite
from app.graph.subgraph import Subgraph
from app.model.source import DatasetInfo

# How many edges are looked at for the data sets they come from before the first byte leaves. Beyond that, all
# data sets of the snapshot are named: one too many does no harm, one too few does.


def about(graph: Subgraph, context: ExportContext) -> dict[str, Any]:
    """The meta data of the drawing, with addresses, citation and data sets."""
    return {
        **drawing.meta(graph),
        "title": title(graph),
        "url": context.url or None,
        "json": context.json_url or None,
        "cite": cite(graph.view, "graph", context.url or title(graph)),
        "datasets": [dataset(info) for info in datasets(graph)],
    }


def dataset(info: DatasetInfo) -> dict[str, Any]:
    """A data set in the words that its licence asks for."""
    return {
        "id": info.id,
        "title": info.title,
        "licence": info.licence,
        "licence_url": info.licence_url,
        "attribution": info.attribution,
    }


def datasets(graph: Subgraph) -> list[DatasetInfo]:
    """The data sets that the edges come from; all of them where there is no edge."""
    used = used_datasets(graph)
    return [info for key, info in graph.view.datasets.items() if key in used or not used]


def used_datasets(graph: Subgraph) -> set[str]:
    """The ids of the data sets behind the edges, and behind the premises of what is derived."""
    view = graph.view
    used = {view.sources[key].dataset for key in derived_sources(graph)}
    if len(view.datasets) == 1:
        return used | (set(view.datasets) if len(graph.edges) else set())
    tallied = view.tally(graph.edges, "dataset")
    if tallied is not None:
        return used | tallied.keys()
    claims = [c for match in graph.edges for c in match.claims]
    return used | {view.sources[key].dataset for key in view.documents(claims)}


def derived_sources(graph: Subgraph) -> set[str]:
    """The documents behind the premises of what is derived."""
    return {key for edge in graph.derived for key in edge["sources"]}


def title(graph: Subgraph) -> str:
    """The seeds by their labels, or that it is the whole graph."""
    seeds = [graph.view.entity(handle).label for handle in graph.request.seeds]
    if not seeds:
        return "All relations"
    named = ", ".join(seeds[:3])
    return f"Relations of {named}" + (f" and {len(seeds) - 3} more" if len(seeds) > 3 else "")


def credit(view: GraphView, infos: list[DatasetInfo]) -> str:
    """One line of attribution."""
    sets = "; ".join(f"{i.title} ({i.attribution}, {i.licence})" for i in infos)
    return f"{sets}. Realpolitik, snapshot {view.snapshot_id}"


def lines(graph: Subgraph, context: ExportContext) -> list[str]:
    """The same as lines of text, for formats that have comments or a README."""
    facts = about(graph, context)
    found = [facts["title"], facts["cite"], f"Snapshot: {facts['snapshot']}"]
    if context.url:
        found.append(f"Query: {context.url}")
    if context.json_url:
        found.append(f"The same as JSON: {context.json_url}")
    found += [f"{name.replace('_', ' ').capitalize()}: {facts[name]}" for name in ("as_of", "known_at") if facts[name]]
    found.append(
        f"Nodes: {facts['nodes']} of {facts['total_nodes']}, edges: {facts['edges']} of {facts['total_edges']}"
    )
    if graph.derived:
        found.append(f"Besides: {len(graph.derived)} relations that rules derive from these; no source says them")
    if facts["truncated_by"]:
        found.append(f"Cut by the {facts['truncated_by']}")
    for info in facts["datasets"]:
        where = f" <{info['licence_url']}>" if info["licence_url"] else ""
        found.append(f"Data set: {info['title']} ({info['id']}), {info['attribution']}, {info['licence']}{where}")
    return [" ".join(line.split()) for line in found]
