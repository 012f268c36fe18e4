"""Every format is read back by the tool that it is for and compared, edge by edge, with what went in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import pytest

from app.exporters import registry
from app.graph import drawing
from app.graph.subgraph import Subgraph
from tests.exporters.exporting import export
from tests.exporters.readers import drawn, flat, ftm, json_family, rdf, stix
from tests.exporters.readers.form import EDGE_FIELDS, Read, put_in, texts
from tests.exporters.worlds import around, awkward, tiny, whole
from tests.worlds import WORLDS, view

_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _xml(text: str) -> str:
    return _FORBIDDEN_IN_XML.sub("\ufffd", text)


def _flat(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class Reading:
    """How a format is read, which fields of an edge it has, and what it does to texts that it cannot hold."""

    read: Callable[[bytes], Read]
    fields: tuple[str, ...] = EDGE_FIELDS
    text: Callable[[str], str] = str
    node_text: Callable[[str], str] | None = None
    names: bool = True


_NO_EDTF = tuple(f for f in EDGE_FIELDS if f not in ("edtf", "symmetric"))
READINGS: Final[Mapping[str, Reading]] = {
    "json": Reading(json_family.graph_json, names=False),
    "node-link": Reading(json_family.node_link),
    "cytoscape": Reading(json_family.cytoscape),
    "graphology": Reading(json_family.graphology),
    "ndjson": Reading(json_family.ndjson),
    "graphml": Reading(flat.graphml, text=_xml),
    "gexf": Reading(flat.gexf, text=_xml),
    "dot": Reading(drawn.dot, node_text=_xml),
    "csv": Reading(flat.csv_zip),
    "parquet": Reading(flat.parquet),
    "jsonld": Reading(rdf.jsonld, _NO_EDTF),
    "turtle": Reading(rdf.turtle, _NO_EDTF),
    "trig": Reading(rdf.trig, _NO_EDTF),
    "nquads": Reading(rdf.nquads, _NO_EDTF),
    "stix": Reading(stix.stix),
    "ftm": Reading(
        ftm.ftm,
        ("source", "target", "status", "sentence", "asserted_by", "modality", "paragraphs", "claims"),
        node_text=_flat,
    ),
    "geojson": Reading(json_family.geojson),
    "svg": Reading(
        drawn.svg,
        ("source", "target", "type", "status", "polarity", "modality", "asserted_by", "valid_from", "valid_to", "edtf",
         "symmetric", "sentence"),
        text=_xml,
        names=False,
    ),
}  # fmt: skip
UNREAD = {"mermaid", "png"}  # have no ids; see their own tests


def _graph(name: str) -> Subgraph:
    if name == "awkward":
        return whole(view(awkward()), include=frozenset(("claims",)))
    if name == "around":
        return replace(around(view(awkward()), "pakistan"), request=_including(around(view(awkward()), "pakistan")))
    return whole(view(WORLDS[name]()), include=frozenset(("claims",)))


def _including(graph: Subgraph) -> Any:
    return replace(graph.request, include=frozenset(("claims",)))


def test_every_format_is_read_back() -> None:
    """Each format of the registry has a reader here, or a test of its own."""
    assert set(READINGS) | UNREAD == set(registry.names())


@pytest.mark.parametrize(
    "world", ["awkward", "around", "sheltering", "spells", "border_dispute", "two_clocks", "merged"]
)
@pytest.mark.parametrize("name", READINGS)
def test_nothing_is_lost(name: str, world: str) -> None:
    """Nodes, edges and claims come out of the tool as they went in."""
    graph, reading = _graph(world), READINGS[name]
    wanted, found = put_in(graph), reading.read(export(name, graph))
    change = reading.node_text or reading.text
    assert set(found.nodes) == set(wanted.nodes)
    for key, node in wanted.nodes.items():
        kept = {k: v for k, v in node.items() if reading.names or k != "names"}
        assert found.nodes[key] == {k: texts(v, str if k == "names" else change) for k, v in kept.items()}
    assert set(found.edges) == set(wanted.edges)
    for key, edge in wanted.edges.items():
        for field in reading.fields:
            # claims travel as JSON, whose own escapes hold every character
            as_held = texts(edge[field], str if field == "claims" else reading.text)
            assert _comparable(found.edges[key][field]) == _comparable(as_held), (key, field)


def _comparable(value: Any) -> Any:
    """The same without the order in which statements and voices come, which carries no meaning."""
    if isinstance(value, dict):
        return {k: _comparable(v) for k, v in value.items()}
    if isinstance(value, list):
        return sorted((_comparable(v) for v in value), key=repr)
    return value


def test_mermaid_shows_each_edge() -> None:
    """Mermaid's own parser finds every node by its label, and every edge with status, voices, dates and paragraphs."""
    graph = whole(view(tiny()))
    wanted, found = put_in(graph), drawn.mermaid(export("mermaid", graph))
    assert set(found.nodes) == {n["label"] for n in wanted.nodes.values()}
    labels = graph.view.ontology.relation_types
    progress = {drawing.edge(graph.view, m)["id"]: drawing.edge(graph.view, m)["progress"] for m in graph.edges}
    for key, edge in wanted.edges.items():
        ends = [wanted.nodes[edge[end]]["label"] for end in ("source", "target")]
        undone = {"none": " (not begun)", "attempted": " (attempted)", "under_way": " (under way)"}
        said = labels[edge["type"]].label + undone.get(progress[key] or "", "")
        shown = found.edges[f"{ends[0]} {said} {ends[1]}"]
        assert (shown["status"], shown["edtf"]) == (edge["status"], edge["edtf"])
        assert shown["directed"] is not edge["symmetric"]
        assert len(shown["voices"].split(", ")) == len(edge["asserted_by"])
        assert len(shown["places"].split(", ")) == len(edge["paragraphs"])


def test_mermaid_escapes_every_character() -> None:
    """No text becomes syntax: the awkward world is parsed, and its labels decode to what they were."""
    graph = whole(view(awkward()))
    found = drawn.mermaid(export("mermaid", graph))
    assert {" ".join(n["label"].split()) for n in put_in(graph).nodes.values()} == set(found.nodes)
    assert len(found.edges) == len(graph.edges)
