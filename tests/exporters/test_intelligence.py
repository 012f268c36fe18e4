"""STIX and FollowTheMoney: valid in their own validators, stable ids, and nobody made a threat who is none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.exporters.stix_types import relationship_type
from app.graph.subgraph import Subgraph
from app.runtime import open_view
from tests.exporters.exporting import export
from tests.exporters.worlds import around, awkward, awkward_graph, whole
from tests.worlds import WORLDS, view

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def curated() -> Subgraph:
    """The whole curated graph."""
    return whole(open_view(ROOT))


def _objects(data: bytes) -> list[dict[str, Any]]:
    return list(json.loads(data)["objects"])


@pytest.mark.parametrize("world", ["awkward", *WORLDS])
def test_stix_passes_the_strict_validator(world: str) -> None:
    """Not one error and not one warning."""
    graph = awkward_graph() if world == "awkward" else whole(view(WORLDS[world]()))
    _valid(export("stix", graph))


def test_the_curated_graph_passes_the_strict_validator(curated: Subgraph) -> None:
    """The real graph does, too."""
    _valid(export("stix", curated))


def _valid(data: bytes) -> None:
    validator: Any = pytest.importorskip("stix2validator")
    results = validator.validate_string(data.decode(), validator.ValidationOptions(strict=True, version="2.1"))
    faults = [str(e) for r in results.object_results for e in (*r.errors, *r.warnings)] if not results.is_valid else []
    assert results.is_valid, faults[:5]


def test_only_armed_groups_are_threat_actors(curated: Subgraph) -> None:
    """Dissenters, populations, states, parties and conditions are not, in the tests' worlds and in the real graph."""
    for graph in (awkward_graph(), curated):
        actors = [o for o in _objects(export("stix", graph)) if o["type"] in ("threat-actor", "intrusion-set")]
        assert actors
        for actor in actors:
            fields = next(iter(actor["extensions"].values()))
            assert "ArmedGroup" in fields["entity_types"]
            assert actor["threat_actor_types"] == ["unknown"]


def test_references_are_all_there() -> None:
    """Whatever an object refers to stands before it in the bundle."""
    seen: set[str] = set()
    for thing in _objects(export("stix", around(view(awkward()), "rebels"))):
        text = json.dumps({k: v for k, v in thing.items() if k.endswith(("_ref", "_refs"))})
        assert set(re.findall(r'"([a-z-]+--[0-9a-f-]{36})"', text)) <= seen | {thing["id"]}
        assert thing["id"] not in seen
        seen.add(thing["id"])


def test_ids_are_the_same_in_every_export() -> None:
    """The part and the whole name the same entities, relations and claims alike."""
    seen = view(awkward())
    part = {o["id"] for o in _objects(export("stix", around(seen, "rebels"))) if o["type"] not in ("bundle", "report")}
    all_ids = {o["id"] for o in _objects(export("stix", whole(seen)))}
    about = {
        o["id"] for o in _objects(export("stix", around(seen, "rebels"))) if o.get("abstract") == "About this export"
    }
    assert part - about <= all_ids


def test_a_denial_disagrees() -> None:
    """The opinion of whoever denies is disagreement, its author the voice; who affirms agrees."""
    objects = _objects(export("stix", awkward_graph()))
    (relation,) = [
        o for o in objects
        if o["type"] == "relationship" and o["external_references"][0]["external_id"] == "pakistan.supports.rebels"
    ]  # fmt: skip
    said = {
        tuple(o["authors"]): o["opinion"]
        for o in objects
        if o["type"] == "opinion" and relation["id"] in o["object_refs"]
    }
    assert said == {("Россия",): "agree", ("دفتر خارجہ",): "disagree"}
    assert relation["description"].startswith("Contested: ")


@pytest.mark.parametrize(
    ("mapping", "status", "ends", "wanted"),
    [
        ("targets", "asserted", ("threat-actor", "identity"), "targets"),
        ("targets", "alleged", ("threat-actor", "identity"), "related-to"),
        ("targets", "asserted", ("identity", "identity"), "related-to"),
        ("hosts (infrastructure) / related-to", "attributed", ("threat-actor", "infrastructure"), "hosts"),
        ("located-at", "denied", ("identity", "location"), "related-to"),
        ("", "asserted", ("identity", "location"), "related-to"),
    ],
)
def test_relationship_types_are_those_of_stix(mapping: str, status: str, ends: tuple[str, str], wanted: str) -> None:
    """STIX's own type only where STIX has it between such ends and somebody states it as fact."""
    assert relationship_type(mapping, status, *ends) == wanted


def test_ftm_is_valid(curated: Subgraph) -> None:
    """Every entity has a schema of the model, with the properties of that schema and what it requires."""
    library: Any = pytest.importorskip("followthemoney", reason="needs followthemoney")
    for graph in (awkward_graph(), curated):
        for line in export("ftm", graph).splitlines():
            found = json.loads(line)
            schema = library.model[found["schema"]]
            assert not schema.abstract
            assert set(found["properties"]) <= set(schema.properties), found["id"]
            assert set(schema.required) <= set(found["properties"])
            for name, values in found["properties"].items():
                if name != "contentHash":
                    assert all(schema.get(name).type.validate(v) for v in values), (found["id"], name, values)


def test_ftm_statements_know_where_they_are_from() -> None:
    """A contested relation has statements of both claims, each with its data set and since when it is known."""
    seen = view(WORLDS["two_clocks"]())
    lines = [json.loads(line) for line in export("ftm", whole(seen)).splitlines()]
    (link,) = [line for line in lines if line["id"] == "graustark.arms.rebels"]
    voices = {s["value"]: (s["dataset"], s["first_seen"]) for s in link["statements"] if s["prop"] == "publisher"}
    assert voices == {"Ruritania": ("press", "2019-05-20"), "Graustark": ("archive", "2020-07-31")}
    assert link["datasets"] == ["archive", "press"]
    assert link["properties"]["status"] == ["contested"]
