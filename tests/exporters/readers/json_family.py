"""The JSON family: plain json for Graph JSON, NDJSON and GeoJSON; NetworkX for node-link; Node for the libraries."""

from __future__ import annotations

import json
from typing import Any

import networkx

from tests.exporters.javascript import run
from tests.exporters.readers.form import Read, claim, edge


def graph_json(data: bytes) -> Read:
    """Graph JSON, asked for with its claims."""
    document = json.loads(data)
    claims: dict[str, list[dict[str, Any]]] = {}
    for one in document["claims"]:
        claims.setdefault(one["relation"], []).append(one)
    edges = {e["id"]: edge({**e, "claims": claims[e["id"]]}) for e in document["edges"]}
    return Read({n["id"]: {"label": n["label"], "type": n["type"]} for n in document["nodes"]}, edges)


def node_link(data: bytes) -> Read:
    """Through NetworkX, unchanged."""
    graph = networkx.node_link_graph(json.loads(data), edges="edges")
    assert isinstance(graph, networkx.MultiDiGraph)
    edges = {
        key: edge({**found, "source": source, "target": target})
        for source, target, key, found in graph.edges(keys=True, data=True)
    }
    return Read({n: _node(found) for n, found in graph.nodes(data=True)}, edges)


def cytoscape(data: bytes) -> Read:
    """Through Cytoscape.js."""
    document = run("cytoscape.mjs", data)
    edges = {e["id"]: edge(e) for e in document["edges"]}
    return Read({n["id"]: _node(n) for n in document["nodes"]}, edges)


def graphology(data: bytes) -> Read:
    """Through graphology, whose export is the import again; undirected edges are the symmetric ones."""
    document = run("graphology.mjs", data)
    edges = {}
    for found in document["edges"]:
        whole = {**found["attributes"], "source": found["source"], "target": found["target"]}
        assert bool(found.get("undirected")) == whole["symmetric"]
        edges[found["key"]] = edge(whole)
    return Read({n["key"]: _node(n["attributes"]) for n in document["nodes"]}, edges)


def ndjson(data: bytes) -> Read:
    """Line by line."""
    lines = [json.loads(line) for line in data.decode().splitlines()]
    claims: dict[str, dict[str, Any]] = {}
    for one in lines:
        if one["record"] == "claim":
            claims.setdefault(one["relation"], {})[one["id"]] = claim(one)
    edges = {}
    for one in lines:
        if one["record"] == "edge":
            edges[one["id"]] = {**edge({**one, "claims": []}), "claims": claims[one["id"]]}
    return Read({n["id"]: _node(n) for n in lines if n["record"] == "node"}, edges)


def geojson(data: bytes) -> Read:
    """By its features."""
    features = json.loads(data)["features"]
    found = [f["properties"] for f in features]
    edges = {p["id"]: edge(p) for p in found if p["feature"] == "edge"}
    return Read({p["id"]: _node(p) for p in found if p["feature"] == "node"}, edges)


def _node(found: dict[str, Any]) -> dict[str, Any]:
    names = {n["text"] for n in found["names"]}
    return {"label": found["label"], "type": found["type"], "names": names}
