"""FollowTheMoney: entities through its model, claims from the statements that share an origin."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.exporters.readers.form import Read


def ftm(data: bytes) -> Read:
    """The lines."""
    library: Any = pytest.importorskip("followthemoney.proxy", reason="needs followthemoney")
    statement: Any = pytest.importorskip("followthemoney.statement", reason="needs followthemoney").Statement
    read = Read()
    for line in data.decode().splitlines():
        raw = json.loads(line)
        proxy = library.EntityProxy.from_dict(json.loads(line))
        proxy.schema.validate(json.loads(line))
        if proxy.schema.name == "UnknownLink":
            read.edges[proxy.id] = _edge(proxy, [statement.from_dict(s) for s in raw["statements"]])
        elif not proxy.id.startswith(("source-", "realpolitik-export-")):
            notes = _lines(proxy.first("notes"))
            if "seed" in notes:
                names = {n["text"] for n in json.loads(notes["names"])} if "names" in notes else set()
                read.nodes[proxy.id] = {
                    "label": proxy.first("name"), "type": json.loads(notes["types"])[0], "names": names,
                }  # fmt: skip
    return read


def _edge(proxy: Any, statements: list[Any]) -> dict[str, Any]:
    by_claim: dict[str, list[Any]] = {}
    whole: dict[str, str] = {}
    for statement in statements:
        assert statement.id == statement.generate_key()
        assert statement.value in proxy.get(statement.prop)
        if statement.origin:
            by_claim.setdefault(statement.origin, []).append(statement)
        else:
            whole[statement.prop] = statement.value
    claims = {key: _claim(said) for key, said in by_claim.items()}
    return {
        "source": proxy.first("subject"),
        "target": proxy.first("object"),
        "label": whole["role"],
        "status": whole["status"],
        "sentence": whole["summary"],
        "asserted_by": sorted({v for c in claims.values() for v in c["asserted_by"]}),
        "modality": sorted({c["modality"] for c in claims.values()}),
        "paragraphs": sorted({(c["source"], number) for c in claims.values() for number, _ in c["evidence"]}),
        "claims": claims,
    }


def _claim(said: list[Any]) -> dict[str, Any]:
    values: dict[str, str] = {s.prop: s.value for s in said}
    sentence, _, rest = values["description"].partition("\nclaim: ")
    found = _lines("claim: " + rest)
    end = values.get("endDate")
    return {
        "asserted_by": found["asserted by"].split(", "),
        "addressed_to": found.get("addressed to"),
        "via": found.get("via"),
        "stance": found["stance"],
        "modality": found["modality"],
        "status": found["status"],
        "hedge": found.get("hedge"),
        "hedge_words": found.get("hedge words"),
        "progress": found.get("progress"),
        "confidence": found["confidence"],
        "basis": found["basis"],
        "edtf": found["valid"],
        "valid_from": values.get("startDate") or values.get("date"),
        "valid_to": (date.fromisoformat(end) + timedelta(days=1)).isoformat() if end else None,
        "certain_from": found.get("certain from"),
        "certain_to": found.get("certain to"),
        "words": found.get("words"),
        "inferred": found.get("inferred"),
        "known_from": found["known from"],
        "source": found["source"],
        "evidence": [(int(k.split()[1]), v) for k, v in found.items() if k.startswith("paragraph ")],
        "attributes": json.loads(found.get("attributes", "{}")),
        "target_claim": found.get("target claim"),
        "sentence": sentence,
    }


def _lines(text: str) -> dict[str, str]:
    """Lines of `name: value`; a line that has no name belongs to the one before."""
    found: dict[str, str] = {}
    name = ""
    for line in text.split("\n"):
        head, colon, value = line.partition(": ")
        if colon and head.replace(" ", "").replace("_", "").isalnum() and head.islower():
            name = head
            found[name] = value
        else:
            found[name] += "\n" + line
    return found
