"""What rules infer, in every format: marked as derived, with rule and premises, never as if somebody had said it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from typer.testing import CliRunner

from app.building.memory import build
from app.cli.main import app
from app.engines.columnar.view import ColumnarView
from app.errors import BoundExceeded
from app.exporters import registry
from app.exporters.about import datasets
from app.graph.derive.drawing import MOST_EDGES
from app.importers import own
from app.importers import registry as importers
from tests.exporters.exporting import CONTEXT, export
from tests.exporters.javascript import run
from tests.exporters.readers.drawn import SVG
from tests.exporters.readers.inferred import READERS, plain
from tests.exporters.test_round_trips import READINGS
from tests.exporters.worlds import inferred_graph

# What a format does not say of a derived relation, beside what it does not say of any.
_LEFT_OUT = {"ftm": {"type", "valid_to"}, "svg": {"derived"}}
_IN_XML = {"gexf", "graphml", "svg"}  # control characters become U+FFFD


def test_every_format_has_a_reader() -> None:
    """Each format that has ids is read back; Mermaid and PNG, which have none, are looked at below."""
    assert set(READERS) | {"mermaid", "png"} == set(registry.names())


@pytest.mark.parametrize("seeds", [(), ("rebels",)])
@pytest.mark.parametrize("name", READERS)
def test_what_is_derived_comes_out_as_it_went_in(name: str, seeds: tuple[str, ...]) -> None:
    """Edge by edge: ends, type, days, sentence, rule, premises and traces, and nothing else is marked as derived."""
    graph = inferred_graph(*seeds)
    assert len(graph.derived) >= 3 - len(seeds)
    assert {len(e["derived"]["premises"]) for e in graph.derived} == {2}
    found = READERS[name](export(name, graph))
    assert set(found) == {e["id"] for e in graph.derived}
    for edge in graph.derived:
        wanted = {k: v for k, v in plain(edge).items() if k not in _LEFT_OUT.get(name, ())}
        there = {k: found[edge["id"]].get(k) for k in wanted}
        if name in _IN_XML:
            there["sentence"], wanted["sentence"] = there["sentence"], wanted["sentence"].replace("\x0b", "\ufffd")
        assert there == wanted, edge["id"]


@pytest.mark.parametrize("name", [n for n in READINGS if n not in ("json", "svg")])
def test_what_is_said_stays_as_it_is(name: str) -> None:
    """The stated edges and their claims are the same with and without what rules infer from them."""
    with_them, without = (
        READINGS[name].read(_stated(name, export(name, inferred_graph(derived=d)))) for d in (True, False)
    )
    inferred = {e["id"] for e in inferred_graph().derived}
    assert {k: v for k, v in with_them.edges.items() if k not in inferred} == without.edges
    assert set(with_them.nodes) == set(without.nodes)


def _stated(name: str, data: bytes) -> bytes:
    """An export as the readers of claims take it, which know only of links that have claims."""
    if name == "ftm":
        return b"\n".join(x for x in data.splitlines() if json.loads(x)["properties"].get("status") != ["derived"])
    if name != "stix":
        return data
    bundle = json.loads(data)
    gone = {o["id"] for o in bundle["objects"] if "rule" in next(iter(o.get("extensions", {}).values()), {})}
    bundle["objects"] = [
        o for o in bundle["objects"] if o["id"] not in gone and not gone & set(o.get("object_refs", ()))
    ]
    return json.dumps(bundle).encode()


@pytest.mark.parametrize("form", ["ndjson", "parquet"])
def test_an_import_derives_anew(form: str, tmp_path: Path) -> None:
    """What is derived in a file is no data: the import leaves it aside, and the snapshot has the same id."""
    graph = inferred_graph()
    path = tmp_path / "graph"
    path.write_bytes(export(form, graph))
    back = ColumnarView(build(own.dataset(importers.get(form).records(path))))
    assert back.snapshot_id == graph.view.snapshot_id
    assert [r.id for r in back.rules] == [r.id for r in graph.view.rules]
    assert back.relation_count == graph.view.relation_count


def test_stix_with_inferences_is_valid() -> None:
    """The strict validator has nothing to say, and every reference is to what stands before."""
    validator: Any = pytest.importorskip("stix2validator")
    data = export("stix", inferred_graph())
    results = validator.validate_string(data.decode(), validator.ValidationOptions(strict=True, version="2.1"))
    faults = [str(e) for r in results.object_results for e in (*r.errors, *r.warnings)] if not results.is_valid else []
    assert results.is_valid, faults[:5]
    seen: set[str] = set()
    for thing in json.loads(data)["objects"]:
        named = [v for k, v in thing.items() if k.endswith("_ref")]
        named += [v for k, vs in thing.items() if k.endswith("_refs") for v in vs]
        assert set(named) <= seen
        seen.add(thing["id"])


def test_ftm_with_inferences_is_valid() -> None:
    """What is derived has a schema of the model, with properties of that schema and what it requires."""
    library: Any = pytest.importorskip("followthemoney", reason="needs followthemoney")
    for found in map(json.loads, export("ftm", inferred_graph()).splitlines()):
        schema = library.model[found["schema"]]
        assert set(found["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(found["properties"])
        for name, values in found["properties"].items():
            assert all(schema.get(name).type.validate(v) for v in values), (found["id"], name, values)


def test_mermaid_draws_circles() -> None:
    """A derived edge ends in a circle, its label names the rule, a legend explains it, a comment has its premises."""
    graph = inferred_graph()
    data = export("mermaid", graph)
    document = run("mermaid.mjs", data)
    circles = [e for e in document["edges"] if "circle" in e["type"]]
    assert len(circles) == len(graph.derived)
    assert len(document["edges"]) == len(graph.edges) + len(graph.derived)
    for edge, found in zip(graph.derived, circles, strict=True):
        assert f"derived by the rule {edge['derived']['rule']}" in found["text"]
        assert f"%% {edge['id']}: derived by the rule {edge['derived']['rule']} from " in data.decode()
        assert all(premise in data.decode() for premise in edge["derived"]["premises"])
    legends = [v["text"] for v in document["vertices"] if v["id"] == "legend"]
    assert legends == ["Lines that end in circles: derived by rules, said by no source"]


def test_a_picture_without_inferences_has_no_such_legend() -> None:
    """Where nothing is derived, nothing is said of it; a PNG with waves differs from one without."""
    plain_graph = inferred_graph(derived=False)
    for name in ("svg", "dot", "mermaid"):
        assert b"no source" not in export(name, plain_graph)
    assert export("png", plain_graph) != export("png", inferred_graph())
    root: Any = etree.fromstring(export("svg", inferred_graph()))
    words = " ".join("".join(map(str, t.itertext())) for t in root.iter(f"{{{SVG['s']}}}text"))
    assert f"derived by rules: {len(inferred_graph().derived)}" in words


def test_a_file_says_how_much_is_inferred() -> None:
    """The README of the tables counts what is derived apart from what is stated, and explains its table."""
    graph = inferred_graph()
    for name in ("csv", "parquet"):
        with zipfile.ZipFile(_file(export(name, graph))) as archive:
            readme = archive.read("README.txt").decode()
        assert f"{len(graph.derived)} relations that rules derive from these; no source says them" in readme
        assert f"derived.{name}" in readme


def _file(data: bytes) -> Any:
    return io.BytesIO(data)


def test_the_data_sets_behind_an_inference_are_named() -> None:
    """Where only inferences are left, the file names the data sets of their premises and no others."""
    graph = inferred_graph()
    used = {graph.view.sources[s].dataset for e in graph.derived for s in e["sources"]}
    assert {i.id for i in datasets(replace(graph, edges=()))} == used


def test_bounds_count_what_is_derived() -> None:
    """A picture of many inferences is refused like one of many edges."""
    graph = inferred_graph()
    many = replace(graph, derived=graph.derived[:1] * (MOST_EDGES * 2))
    with pytest.raises(BoundExceeded, match="takes at most 3000 edges"):
        registry.writer(registry.get("svg"))(many, CONTEXT)


def test_the_command_has_them_too(tmp_path: Path) -> None:
    """`realpolitik export --include-derived` writes what the URL gives: the inferences of the curated graph, marked."""
    for more, wanted in (([], 0), (["--include-derived"], 1)):
        path = tmp_path / f"graph-{wanted}"
        done = CliRunner().invoke(app, ["export", "-f", "ndjson", "--entity", "cpec", *more, "-o", str(path)])
        assert done.exit_code == 0, done.output
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        found = [x for x in lines if x["record"] == "derived"]
        assert len(found) == wanted
        assert all(x["status"] == "derived" and x["derived"]["premises"] for x in found)
        assert lines[0]["query"].get("include_derived") is (True if wanted else None)
