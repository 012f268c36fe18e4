"""What each format says of derived relations, read by the tool that it is for: by id, with rule and premises.

A reader looks only where the format keeps what is derived, and holds it to being marked so.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, Final

import networkx
import pyarrow.parquet as pq
import pytest
import rdflib
from lxml import etree
from rdflib import RDF

from tests.exporters.javascript import run
from tests.exporters.readers.drawn import SVG, through_graphviz
from tests.exporters.readers.flat import GEXF, csv_table
from tests.exporters.readers.rdf import RP, parsed

Inferred = dict[str, dict[str, Any]]
_FTM = ("premises: ", "derived: ")


def plain(edge: Mapping[str, Any]) -> dict[str, Any]:
    """One form for all: what went in, or what a format says in the same words."""
    derived = edge["derived"]
    found = json.loads(derived) if isinstance(derived, str) else derived
    return {
        **{name: edge[name] for name in ("source", "target", "type", "sentence")},
        **{name: str(edge[name]) if edge.get(name) else None for name in ("valid_from", "valid_to")},
        "derived": found,
        "rule": edge.get("rule") or found["rule"],
        "premises": sorted(edge.get("premises") or found["premises"]),
    }


def _marked(edges: Any) -> Inferred:
    """Of all edges those that are derived: their status says so and no voice stands behind them."""
    found = {}
    for edge in edges:
        if edge.get("derived") and edge["derived"] != "null":
            assert edge["status"] == "derived"
            assert not edge.get("asserted_by")
            found[edge["id"]] = plain(edge)
        else:
            assert edge["status"] != "derived"
    return found


def graph_json(data: bytes) -> Inferred:
    """Graph JSON keeps the status of the premises, as /v1/relations does; `derived` is what marks it."""
    return {e["id"]: plain(e) for e in json.loads(data)["edges"] if e["derived"] and not e["asserted_by"]}


def node_link(data: bytes) -> Inferred:
    """Through NetworkX."""
    graph = networkx.node_link_graph(json.loads(data), edges="edges")
    return _marked({**e, "source": a, "target": b} for a, b, e in graph.edges(data=True))


def cytoscape(data: bytes) -> Inferred:
    """Through Cytoscape.js, with a class to style by."""
    document = run("cytoscape.mjs", data)
    for edge, classes in zip(document["edges"], document["classes"], strict=True):
        assert ("derived" in classes) is (edge["derived"] is not None)
    return _marked(document["edges"])


def graphology(data: bytes) -> Inferred:
    """Through graphology."""
    edges = run("graphology.mjs", data)["edges"]
    return _marked({**e["attributes"], "source": e["source"], "target": e["target"]} for e in edges)


def ndjson(data: bytes) -> Inferred:
    """By records of their own kind."""
    lines = [json.loads(line) for line in data.decode().splitlines()]
    assert not any(one["derived"] for one in lines if one["record"] == "edge")
    return _marked(one for one in lines if one["record"] == "derived")


def geojson(data: bytes) -> Inferred:
    """By features of their own kind."""
    found = [f["properties"] for f in json.loads(data)["features"]]
    assert not any(p["derived"] for p in found if p["feature"] == "edge")
    return _marked(p for p in found if p["feature"] == "derived")


def graphml(data: bytes) -> Inferred:
    """Through NetworkX."""
    graph: Any = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    return _marked({**e, "id": k, "source": a, "target": b} for a, b, k, e in graph.edges(keys=True, data=True))


def gexf(data: bytes) -> Inferred:
    """By its elements; each has a spell, and a dotted line."""
    root: Any = etree.fromstring(data)
    edges = []
    for found in root.iterfind(".//g:edge", GEXF):
        values: dict[Any, Any] = {v.get("for"): v.get("value") for v in found.iterfind("g:attvalues/g:attvalue", GEXF)}
        edges.append({**values, **{k: found.get(k) for k in ("id", "source", "target")}})
        if values["status"] == "derived":
            assert found.findall("g:spells/g:spell", GEXF)
            assert found.find("{http://gexf.net/1.3/viz}shape").get("value") == "dotted"
    return _marked(edges)


def dot(data: bytes) -> Inferred:
    """Through Graphviz: dotted, with circles at the end, which nothing else has, and a legend."""
    document = through_graphviz(data)
    objects = {o["_gvid"]: o["name"] for o in document["objects"]}
    assert "circles: derived by rules, said by no source" in document["label"]
    edges = []
    for found in document["edges"]:
        texts = {k: v.replace("\\\\", "\\") if k != "derived" else v for k, v in found.items() if isinstance(v, str)}
        edges.append({**texts, "source": objects[found["tail"]], "target": objects[found["head"]]})
        assert ("odot" in found["arrowhead"]) is (found["status"] == "derived")
    return _marked(edges)


def csv_zip(data: bytes) -> Inferred:
    """From a table of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(row["derived"] for row in csv_table(archive.read("edges.csv")))
        rows = csv_table(archive.read("derived.csv"))
    for row in rows:
        row |= {"source": row[":START_ID(Entity)"], "target": row[":END_ID(Entity)"], "type": row[":TYPE"]}
        row["premises"] = row["premises"].split(";")
    return _marked(rows)


def parquet(data: bytes) -> Inferred:
    """From a table of its own, premises being a list."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tables = {n: pq.read_table(io.BytesIO(archive.read(f"{n}.parquet"))) for n in ("edges", "derived")}
    assert tables["edges"]["derived"].null_count == len(tables["edges"])
    return _marked(tables["derived"].to_pylist())


def rdf(kind: str) -> Callable[[bytes], Inferred]:
    """By class: what is derived is no relation, has no claim, no status and no voice."""

    def read(data: bytes) -> Inferred:
        graph = rdflib.Graph()
        for subject, predicate, object_, _ in parsed(rdflib.Dataset(), data, kind).quads():
            graph.add((subject, predicate, object_))
        found = {}
        for thing in graph.subjects(RDF.type, RP.DerivedRelation):
            assert set(graph.objects(thing, RDF.type)) == {RP.DerivedRelation}
            assert not any(graph.value(thing, p) for p in (RP.claim, RP.status, RP.assertedBy))
            named = {"source": RDF.subject, "target": RDF.object, "type": RDF.predicate}
            texts = {"sentence": RP.sentence, "derived": RP.derived, "rule": RP.rule}
            days = {"valid_from": RP.validFrom, "valid_to": RP.validTo}
            premises = [_local(p) for p in graph.objects(thing, rdflib.PROV.wasDerivedFrom)]
            found[_local(thing)] = plain(
                {
                    **{name: _local(graph.value(thing, p)) for name, p in named.items()},
                    **{name: str(graph.value(thing, p)) for name, p in texts.items()},
                    **{name: graph.value(thing, p) for name, p in days.items()},
                    "premises": premises,
                }
            )
        return found

    return read


def stix(data: bytes) -> Inferred:
    """Through stix2: related-to, with no confidence and no opinion, and a note that says what it is."""
    library: Any = pytest.importorskip("stix2")
    objects = library.parse(data, version="2.1", allow_custom=False).objects
    fields: dict[str, Any] = {o["id"]: next(iter(o.get("extensions", {}).values()), {}) for o in objects}
    found = {}
    for thing in objects:
        if thing["type"] == "relationship" and "rule" in fields[thing["id"]]:
            said = [o for o in objects if thing["id"] in o.get("object_refs", ()) and o["type"] != "report"]
            assert [o["type"] for o in said] == ["note"]
            assert said[0]["abstract"].endswith("no source says it")
            assert thing["relationship_type"] == "related-to"
            assert "derived" in thing["labels"]
            assert "confidence" not in thing
            own = fields[thing["id"]]
            ends = {n: fields[thing[f"{n}_ref"]]["entity_id"] for n in ("source", "target")}
            found[own["relation_id"]] = plain(
                {**own, **ends, "type": own["relation_type"], "sentence": thing["description"],
                 "derived": own["derived_json"]}
            )  # fmt: skip
    return found


def ftm(data: bytes) -> Inferred:
    """By its lines: the status says it, the rule is the origin of each statement, and nobody publishes it."""
    found = {}
    for line in map(json.loads, data.splitlines()):
        given = line["properties"]
        if line["schema"] == "UnknownLink" and given["status"] == ["derived"]:
            (origin,) = {s["origin"] for s in line["statements"]}
            assert not {"publisher", "proof", "recordId"} & set(given)
            premises, derived = (
                line.rpartition(start)[2] for line, start in zip(given["description"], _FTM, strict=True)
            )
            found[line["id"]] = {
                "source": given["subject"][0], "target": given["object"][0], "sentence": given["summary"][0],
                "valid_from": given.get("startDate", [None])[0], "derived": json.loads(derived),
                "rule": origin.removeprefix("rule "),
                "premises": sorted(premises.split()),
            }  # fmt: skip
    return found


def svg(data: bytes) -> Inferred:
    """By the data attributes; the line is a wave, and the legend says what waves are."""
    root: Any = etree.fromstring(data)
    assert "derived by rules, said by no source" in " ".join(root.itertext())
    found = {}
    for group in root.iterfind(".//s:g[@class='edge']", SVG):
        facts = {k.removeprefix("data-").replace("-", "_"): v for k, v in group.attrib.items()}
        wave = group.find("s:path", SVG).get("d").count("Q") > 1
        assert wave is (facts["status"] == "derived") is ("rule" in facts)
        if wave:
            assert "asserted_by" not in facts or not facts["asserted_by"]
            facts["premises"] = sorted(facts["premises"].split())
            facts["sentence"] = group.findtext("s:title", namespaces=SVG)
            found[facts["id"]] = facts
    return found


def _local(iri: Any) -> str:
    return str(iri).rpartition("#")[2].rpartition("/")[2]


READERS: Final[Mapping[str, Callable[[bytes], Inferred]]] = {
    "json": graph_json, "node-link": node_link, "cytoscape": cytoscape, "graphology": graphology, "ndjson": ndjson,
    "graphml": graphml, "gexf": gexf, "dot": dot, "csv": csv_zip, "parquet": parquet, "jsonld": rdf("json-ld"),
    "turtle": rdf("turtle"), "trig": rdf("trig"), "nquads": rdf("nquads"), "stix": stix, "ftm": ftm,
    "geojson": geojson, "svg": svg,
}  # fmt: skip
