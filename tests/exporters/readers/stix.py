"""STIX: parsed by the stix2 library, our fields from the extension, voices from the authors of the notes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.exporters.readers.form import Read


def stix(data: bytes) -> Read:
    """The bundle."""
    library: Any = pytest.importorskip("stix2")
    bundle = library.parse(data, version="2.1", allow_custom=False)
    things = {o["id"]: o for o in bundle.objects}
    read = Read()
    inside = {k: _fields(o) for k, o in things.items() if "entity_id" in _fields(o)}
    for key, found in inside.items():
        if "seed" in found:
            names = {n["text"] for n in json.loads(found["names_json"])}
            read.nodes[found["entity_id"]] = {
                "label": things[key]["name"], "type": found["entity_type"], "names": names,
            }  # fmt: skip
    claims: dict[str, dict[str, Any]] = {}
    for thing in things.values():
        if thing["type"] == "note" and "claim_id" in _fields(thing):
            (whole,) = thing["object_refs"]
            claims.setdefault(whole, {})[_fields(thing)["claim_id"]] = _claim(thing)
    for key, thing in things.items():
        if thing["type"] == "relationship":
            ends = [inside[thing[end]]["entity_id"] for end in ("source_ref", "target_ref")]
            read.edges[_fields(thing)["relation_id"]] = _edge(thing, ends, claims[key])
    return read


def _edge(thing: Any, ends: list[str], claims: dict[str, Any]) -> dict[str, Any]:
    found = _fields(thing)
    assert _time(thing.get("start_time")) == found.get("valid_from")
    assert _time(thing.get("stop_time")) == found.get("valid_to")
    return {
        "source": ends[0],
        "target": ends[1],
        "type": found["relation_type"],
        "symmetric": found["symmetric"],
        "status": found["status"],
        "polarity": found["polarity"],
        "modality": found["modality"],
        "asserted_by": found["asserted_by"],
        "valid_from": found.get("valid_from"),
        "valid_to": found.get("valid_to"),
        "edtf": found["edtf"],
        "sentence": thing["description"],
        "confidence": found["confidence_word"],
        "paragraphs": sorted({(c["source"], number) for c in claims.values() for number, _ in c["evidence"]}),
        "claims": claims,
    }


def _claim(note: Any) -> dict[str, Any]:
    found = _fields(note)
    same = (
        "addressed_to", "via", "stance", "modality", "status", "hedge", "hedge_words", "progress", "basis", "edtf",
        "valid_from", "valid_to", "certain_from", "certain_to", "words", "inferred", "known_from", "source",
        "target_claim",
    )  # fmt: skip
    return {
        **{name: found.get(name) for name in same},
        "asserted_by": found["asserted_by"],
        "confidence": found["confidence_word"],
        "evidence": [(e["paragraph"], e["note"]) for e in json.loads(found["evidence_json"])],
        "attributes": json.loads(found["attributes_json"]),
        "sentence": note["content"].split("\nParagraph ")[0],
    }


def _fields(thing: Any) -> dict[str, Any]:
    return next(iter(thing.get("extensions", {}).values()), {})


def _time(value: Any) -> str | None:
    return value.date().isoformat() if value else None
