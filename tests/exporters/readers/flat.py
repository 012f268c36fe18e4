"""Formats with flat attributes: lists joined by semicolons, claims as JSON text; CSV and Parquet with their tables."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import networkx
from lxml import etree

from tests.exporters.readers.form import Read, claim

GEXF = {"g": "http://gexf.net/1.3"}


def graphml(data: bytes) -> Read:
    """Through NetworkX."""
    graph: Any = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    edges = {
        key: edge({**found, "source": source, "target": target})
        for source, target, key, found in graph.edges(keys=True, data=True)
    }
    return Read({n: _node(found) for n, found in graph.nodes(data=True)}, edges)


def gexf(data: bytes) -> Read:
    """By its elements; NetworkX refuses a graph that mixes directed and undirected edges."""
    root: Any = etree.fromstring(data)
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[str, dict[str, Any]] = {}
    for found in root.iterfind(".//g:node", GEXF):
        nodes[found.get("id")] = _node({**_attvalues(found), "label": found.get("label")})
    for found in root.iterfind(".//g:edge", GEXF):
        values = {**_attvalues(found), "source": found.get("source"), "target": found.get("target")}
        assert values["type"] == found.get("kind")
        assert (values["symmetric"] == "true") == (found.get("type") == "undirected")
        edges[found.get("id")] = edge(values)
    return Read(nodes, edges)


def csv_zip(data: bytes) -> Read:
    """Through Python's csv, the guard before formulas taken away."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tables = {name: csv_table(archive.read(f"{name}.csv")) for name in ("nodes", "edges", "claims")}
    claims: dict[str, dict[str, Any]] = {}
    for row in tables["claims"]:
        claims.setdefault(row["relation"], {})[row["id"]] = claim_row(row)
    edges = {}
    for row in tables["edges"]:
        row |= {"source": row[":START_ID(Entity)"], "target": row[":END_ID(Entity)"], "type": row[":TYPE"]}
        edges[row["id"]] = {**edge({**row, "claims_json": "[]"}), "claims": claims[row["id"]]}
    return Read({r["id"]: _node(r) for r in tables["nodes"]}, edges)


def parquet(data: bytes) -> Read:
    """Through DuckDB, straight from the files."""
    with TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
        tables = {name: _duck(Path(folder) / f"{name}.parquet") for name in ("nodes", "edges", "claims")}
    claims: dict[str, dict[str, Any]] = {}
    for row in tables["claims"]:
        row["evidence"] = json.dumps(row["evidence"])
        claims.setdefault(row["relation"], {})[row["id"]] = claim_row(row)
    edges = {r["id"]: {**edge({**r, "claims_json": "[]"}), "claims": claims[r["id"]]} for r in tables["edges"]}
    nodes = {r["id"]: _node({**r, "names": json.dumps(r["names"])}) for r in tables["nodes"]}
    return Read(nodes, edges)


def edge(row: dict[str, Any]) -> dict[str, Any]:
    """An edge from a flat row."""
    found = {name: row.get(name) for name in ("source", "target", "type", "status", "polarity", "edtf", "sentence")}
    places = [place.rpartition("#") for place in _several(row.get("paragraphs"))]
    return {
        **found,
        "symmetric": row["symmetric"] in (True, "true"),
        "modality": _several(row.get("modality")),
        "asserted_by": _several(row.get("asserted_by")),
        "valid_from": _day(row.get("valid_from")),
        "valid_to": _day(row.get("valid_to")),
        "confidence": row["confidence"],
        "paragraphs": sorted((source, int(number)) for source, _, number in places),
        "claims": {c["id"]: claim(c) for c in json.loads(row["claims_json"])},
    }


def claim_row(row: dict[str, Any]) -> dict[str, Any]:
    """A claim from a flat row."""
    plain = (
        "addressed_to", "via", "stance", "modality", "status", "hedge", "hedge_words", "progress", "confidence",
        "basis", "edtf", "words", "inferred", "source", "target_claim", "sentence",
    )  # fmt: skip
    days = ("valid_from", "valid_to", "certain_from", "certain_to", "known_from")
    return {
        **{name: row[name] or None for name in plain},
        **{name: _day(row[name]) for name in days},
        "asserted_by": _several(row["asserted_by"]),
        "evidence": [(e["paragraph"], e["note"]) for e in json.loads(row["evidence"])],
        "attributes": json.loads(row["attributes"]),
    }


def _attvalues(element: Any) -> dict[str, Any]:
    return {v.get("for"): v.get("value") for v in element.iterfind("g:attvalues/g:attvalue", GEXF)}


def _node(row: dict[str, Any]) -> dict[str, Any]:
    names = {n["text"] for n in json.loads(row["names"])}
    return {"label": row["label"], "type": row["type"], "names": names}


def csv_table(data: bytes) -> list[dict[str, Any]]:
    """The rows of a CSV file, by the names of columns without their types."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    names = [n if n.startswith(":") else n.partition(":")[0] for n in rows[0]]
    return [dict(zip(names, map(_unguarded, row), strict=True)) for row in rows[1:]]


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _duck(path: Path) -> list[dict[str, Any]]:
    relation: Any = duckdb.sql(f"select * from '{path}'")
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def _several(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    return value.split(";") if value else []


def _day(value: Any) -> str | None:
    return str(value) if value else None
