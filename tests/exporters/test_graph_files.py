"""GraphML and GEXF by the rules of their schemas, and in the tools that read them: igraph, graphology, Graphviz."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from datetime import date, timedelta
from typing import Any

import igraph
import networkx
import pytest
from lxml import etree

from app.exporters.look import INK, channels
from app.graph.contract import Match
from app.graph.episodes import episodes
from app.graph.filters import Filters
from app.model.dates import parse_query_date
from tests.exporters.exporting import export
from tests.exporters.javascript import run
from tests.exporters.readers.flat import GEXF
from tests.exporters.worlds import AWKWARD, awkward, awkward_graph, whole
from tests.worlds import WORLDS, view

GRAPHML = {"m": "http://graphml.graphdrawing.org/xmlns"}
VIZ = "{http://gexf.net/1.3/viz}"


def test_graphml_keeps_to_its_schema() -> None:
    """Keys come first and are typed, ids are unique, every datum names a key of its element, every edge two nodes."""
    root: Any = etree.fromstring(export("graphml", awkward_graph()))
    assert [etree.QName(e).localname for e in root] == ["key"] * (len(root) - 1) + ["graph"]
    keys = {k.get("id"): k for k in root.iterfind("m:key", GRAPHML)}
    assert len(keys) == len(root) - 1
    for key in keys.values():
        assert key.get("for") in ("graph", "node", "edge")
        assert key.get("attr.type") in ("boolean", "int", "long", "float", "double", "string")
    (graph,) = root.iterfind("m:graph", GRAPHML)
    assert graph.get("edgedefault") == "directed"
    nodes = [n.get("id") for n in graph.iterfind("m:node", GRAPHML)]
    edges = graph.findall("m:edge", GRAPHML)
    assert len(set(nodes)) == len(nodes)
    assert len({e.get("id") for e in edges}) == len(edges)
    assert all({e.get("source"), e.get("target")} <= set(nodes) for e in edges)
    for element in (graph, *graph):
        kind = etree.QName(element).localname
        if kind != "data":
            for datum in element.iterfind("m:data", GRAPHML):
                key = keys[datum.get("key")]
                assert key.get("for") == kind
                _typed(datum.text or "", key.get("attr.type"))


def _typed(text: str, kind: str) -> None:
    pattern = {"int": r"-?\d+", "double": r"-?\d+(\.\d+)?", "boolean": "true|false"}.get(kind)
    assert pattern is None or re.fullmatch(pattern, text), (text, kind)


def test_graphml_opens_in_igraph() -> None:
    """In igraph are the same nodes and parallel edges with their typed attributes."""
    graph = awkward_graph()
    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        file.write(export("graphml", graph))
        file.flush()
        found = igraph.Graph.Read_GraphML(file.name)
    assert (found.vcount(), found.ecount()) == (len(graph.nodes), len(graph.edges))
    assert found.is_directed()
    assert len(set(found.es["id"])) == len(graph.edges)
    assert AWKWARD in found.vs["label"]
    assert all(isinstance(s, bool) for s in found.es["symmetric"])
    assert {int(s) for s in found.es["sign"]} == {-1, 1}


def test_graphml_types_reach_networkx() -> None:
    """Numbers are numbers and truth values are truth values after reading."""
    found = networkx.parse_graphml(export("graphml", awkward_graph()).decode(), force_multigraph=True)
    node = found.nodes["pakistan"]
    assert (node["latitude"], node["generic"], node["degree"]) == (30.0, False, 5)
    assert found.number_of_edges("pakistan", "rebels") == 2


def test_gexf_keeps_to_its_schema() -> None:
    """The rules of the published 1.3 schema: structure, versions, types of attributes, times, colours and shapes."""
    root: Any = etree.fromstring(export("gexf", awkward_graph()))
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.get("version") == "1.3"
    assert [etree.QName(e).localname for e in root] == ["meta", "graph"]
    assert {etree.QName(e).localname for e in root[0]} <= {"creator", "keywords", "description"}
    graph = root[1]
    assert graph.attrib == {
        "defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval",
    }  # fmt: skip
    assert [etree.QName(e).localname for e in graph] == ["attributes", "attributes", "nodes", "edges"]
    declared = {a.get("class"): {d.get("id"): d.get("type") for d in a} for a in graph.iterfind("g:attributes", GEXF)}
    assert set(declared["node"].values()) | set(declared["edge"].values()) <= {"string", "integer", "double", "boolean"}
    for plural, kind in (("nodes", "node"), ("edges", "edge")):
        elements = graph.find(f"g:{plural}", GEXF)
        assert int(elements.get("count")) == len(elements)
        assert len({e.get("id") for e in elements}) == len(elements)
        for element in elements:
            _gexf_element(element, declared[kind], kind)


def _gexf_element(element, declared, kind: str) -> None:
    shapes = {
        "node": {"disc", "square", "triangle", "diamond", "star", "pentagon", "hexagon", "cross"},
        "edge": {"solid", "dashed", "dotted", "double"},
    }
    for value in element.iterfind("g:attvalues/g:attvalue", GEXF):
        types = {"integer": "int", "double": "double", "boolean": "boolean"}
        _typed(value.get("value"), types.get(declared[value.get("for")], "string"))
    assert element.find(f"{VIZ}shape").get("value") in shapes[kind]
    assert all(0 <= int(element.find(f"{VIZ}color").get(c)) <= 255 for c in "rgb")
    if kind == "edge":
        assert element.get("type") in ("directed", "undirected")
        spells = element.findall("g:spells/g:spell", GEXF)
        assert spells
        for spell in spells:
            start, end = spell.get("start"), spell.get("end")
            assert (start or "0") <= (end or "9999")
            assert all(date.fromisoformat(day) for day in (start, end) if day)
    else:
        assert float(element.find(f"{VIZ}size").get("value")) > 0


def test_gexf_has_the_spells() -> None:
    """Each episode of an edge is a spell whose last day is included, and an open end has no attribute."""
    seen = view(WORLDS["spells"]())
    root: Any = etree.fromstring(export("gexf", whole(seen)))
    found = {
        e.get("id"): [(s.get("start"), s.get("end")) for s in e.iterfind("g:spells/g:spell", GEXF)]
        for e in root.iterfind(".//g:edge", GEXF)
    }
    assert found["graustark.allied_with.ruritania"] == [("2010-01-01", "2012-12-31"), ("2016-01-01", "2017-12-31")]
    assert found["graustark.supports.the-city"] == [("2014-01-01", None)]
    relation = seen.find_relation("rebels.attacks.the-city")
    assert relation is not None
    match = Match(relation, tuple(seen.relation_claims(relation)))
    days = [(e.possible_from, e.possible_to - 1) for e in episodes(seen, match)]
    assert found["rebels.attacks.the-city"] == [
        (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()) for first, last in days
    ]


def test_gexf_spells_follow_the_filters() -> None:
    """Under a date filter the spells are those of the claims that remain."""
    seen = view(WORLDS["spells"]())
    root: Any = etree.fromstring(export("gexf", whole(seen, Filters(as_of=parse_query_date("2016-06-01")))))
    edge = root.find(".//g:edge[@id='graustark.allied_with.ruritania']", GEXF)
    assert [s.get("start") for s in edge.iterfind("g:spells/g:spell", GEXF)] == ["2016-01-01"]


def test_gexf_opens_as_in_gephi_lite() -> None:
    """graphology-gexf, which Gephi Lite reads with, finds all nodes, mixed and parallel edges, labels and colours."""
    graph = awkward_graph()
    document = run("gexf.mjs", export("gexf", graph))
    assert document["options"]["type"] == "mixed"
    assert document["options"]["multi"] is True
    edges = {e["key"]: e for e in document["edges"]}
    assert len(document["nodes"]) == len(graph.nodes)
    assert set(edges) == {e.get("id") for e in etree.fromstring(export("gexf", graph)).iterfind(".//g:edge", GEXF)}
    assert edges["pakistan.tense_with.russia"]["undirected"] is True
    red = channels(INK["light"]["conflictual"])
    assert edges["pakistan.tense_with.russia"]["attributes"]["color"] == f"rgb({red[0]},{red[1]},{red[2]})"
    labels = {n["key"]: n["attributes"]["label"] for n in document["nodes"]}
    assert labels["russia"] == "Россия"


def test_dot_is_drawn_by_graphviz() -> None:
    """Graphviz draws the awkward world without a word of complaint, with every label as it is."""
    if shutil.which("dot") is None:
        pytest.skip("needs Graphviz")
    done = subprocess.run(
        ["dot", "-Tsvg"], input=export("dot", awkward_graph()), capture_output=True, check=True, timeout=60
    )
    assert not done.stderr
    texts = {
        "".join(map(str, t.itertext())) for t in etree.fromstring(done.stdout).iter("{http://www.w3.org/2000/svg}text")
    }
    for word in ("پاکستان", "Россия", "Fiji 🏝", '=HYPERLINK("x","y")'):
        assert word in texts
    assert any("A & B <i>\\ 'x'" in t.replace("\xa0", " ") for t in texts)


def test_cytoscape_has_classes_to_style_by() -> None:
    """An allegation can be told from an assertion by a class, and the graph's data names the snapshot."""
    document = run("cytoscape.mjs", export("cytoscape", whole(view(awkward()))))
    assert any({"contested", "cooperative", "supports"} <= set(c) for c in document["classes"])
    assert document["data"]["snapshot"] == view(awkward()).snapshot_id


def test_a_last_day_is_the_day_before_the_end() -> None:
    """The API's ends are exclusive, those of GEXF are not: one day lies between them."""
    seen = view(WORLDS["spells"]())
    graph = whole(seen)
    root: Any = etree.fromstring(export("gexf", graph))
    values = {
        e.get("id"): {v.get("for"): v.get("value") for v in e.iterfind("g:attvalues/g:attvalue", GEXF)}
        for e in root.iterfind(".//g:edge", GEXF)
    }
    after = date.fromisoformat(values["graustark.allied_with.ruritania"]["valid_to"])
    edge = root.find(".//g:edge[@id='graustark.allied_with.ruritania']", GEXF)
    last = [s.get("end") for s in edge.iterfind("g:spells/g:spell", GEXF)][-1]
    assert date.fromisoformat(last) + timedelta(days=1) == after
