"""Questions over HTTP: bodies and their errors, bounds as 422, inference only where it is asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from app.api.schemas.match import MatchAnswer
from app.api.schemas.questions import DerivedAnswer
from app.api.schemas.reconcile import MatchedBatch
from app.exporters import registry
from app.graph import paths
from tests.api.clients import problem
from tests.api.test_schemas import hold

SHELTERED = {"where": [{"subject": "?state", "type": "shelters", "object": "?group", "asserted_by": "?voice"}]}
REACH = {
    "id": "reach",
    "when": [
        {"subject": "?danger", "type": "threatens", "object": "?state"},
        {"subject": "?state", "type": "borders", "object": "?neighbour"},
    ],
    "then": {"subject": "?danger", "object": "?neighbour", "type": "may_reach"},
}


@pytest.mark.parametrize(
    "body",
    [
        SHELTERED,
        {**SHELTERED, "include": ["claims"], "distinct": True, "return": ["?group"]},
        {"where": [{"subject": "iran", "type": "?how", "object": "*", "direction": "any"}], "limit": 1000},
        {"where": [{"subject": "iran", "type": "supports", "object": "?whom"}]},
        {"where": [{"subject": "?a", "type": "threatens", "object": "?b"},
                   {"subject": "?b", "type": "visits", "object": "?c", "optional": True}]},
        {"where": [{"subject": "*", "type": "*", "object": "*"}], "count": True, "filters": {"known_at": "2020"}},
    ],
)  # fmt: skip
def test_patterns_hold_to_their_model(curated: TestClient, body: dict[str, Any]) -> None:
    """The answer to a pattern is what its documented model says."""
    answer = curated.post("/v1/match", json=body)
    assert answer.status_code == 200, answer.text[:300]
    hold(TypeAdapter(MatchAnswer), answer.json(), str(body))


def test_posted_rules_hold_to_their_model(curated: TestClient) -> None:
    """What posted rules derive is what the documented model says, and is not kept."""
    answer = curated.post("/v1/derived", json={"rules": [REACH], "with_data_rules": True, "limit": 1000})
    hold(TypeAdapter(DerivedAnswer), answer.json(), "POST /v1/derived")
    assert answer.json()["total"]["value"] > curated.get("/v1/derived").json()["total"]["value"] > 0


@pytest.mark.parametrize(
    ("path", "body", "loc"),
    [
        ("/v1/match", {"where": [{"subjekt": "?a"}]}, ["body", "where", 0, "subjekt"]),
        ("/v1/match", {"where": "x"}, ["body", "where"]),
        ("/v1/match", {"where": [{"subject": "?a"}], "limit": 5000}, ["body", "limit"]),
        ("/v1/derived", {"rules": [{**REACH, "when": []}]}, ["body", "rules", 0, "when"]),
        ("/v1/derived", {"rules": [REACH], "filters": {"as_of": "x"}}, ["body", "filters", "as_of"]),
        ("/reconcile/match", {"queries": [{"conditions": []}]}, ["body", "queries", 0, "conditions"]),
        ("/reconcile/match", {"queries": 3}, ["body", "queries"]),
    ],
)
def test_a_wrong_body(curated: TestClient, path: str, body: dict[str, Any], loc: list[str | int]) -> None:
    """A wrong body gets 400 with the place of what is wrong."""
    assert problem(curated.post(path, json=body), 400)["errors"][0]["loc"] == loc


@pytest.mark.parametrize("path", ["/v1/match", "/v1/derived", "/reconcile/match", "/reconcile"])
@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"where": [[[[]]]]}', b"queries=%7B&x=1"]
)
def test_what_is_no_body(curated: TestClient, path: str, body: bytes) -> None:
    """What is no JSON object, or no form, is a 400 and never a 500."""
    answer = curated.post(path, content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (200, 400), answer.text
    if answer.status_code == 400:
        problem(answer, 400)


def test_a_bound_is_named(curated: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search past its bound is 422, and the bound is named."""
    monkeypatch.setattr(paths, "MOST_RELATIONS", 1)
    body = problem(curated.get("/v1/paths?start=china&end=taliban&q=e"), 422)
    assert body["bound"] == "relations"


def test_inference_is_never_unasked(curated: TestClient) -> None:
    """Derived relations appear only where they are asked for, after what is stated, and count as no claims."""
    for address in ("/v1/relations?limit=1000", "/v1/entities/cpec/relations", "/v1/graph"):
        plain = curated.get(address).json()
        found = plain.get("results") or plain["edges"]
        assert all(r["derived"] is None for r in found)
        asked = curated.get(f"{address}{'&' if '?' in address else '?'}include_derived=true").json()
        derived = [r for r in asked.get("results") or asked["edges"] if r["derived"]]
        assert derived
        assert all(r["claims"] == 0 and r["asserted_by"] == [] for r in derived)
    stats = curated.get("/v1/stats").json()
    assert stats["counts"]["relations"] == curated.get("/v1/relations").json()["total"]["value"]


def test_derived_types_are_asked_for(curated: TestClient) -> None:
    """`type` takes derived types together with include_derived, and no others then."""
    one = curated.get("/v1/relations?include_derived=true&type=endangers").json()
    assert [r["type"] for r in one["results"]] == ["endangers"]
    both = curated.get("/v1/relations?include_derived=true&type=endangers&type=threatens&limit=100").json()
    assert {r["type"] for r in both["results"]} == {"endangers", "threatens"}
    assert "endangers" in problem(curated.get("/v1/relations?type=endangers"), 400)["detail"]
    drawn = curated.get("/v1/graph?include_derived=true&entity=cpec").json()
    assert "ideology-of-the-islamic-state.endangers.cpec" in {e["id"] for e in drawn["edges"]}


@pytest.mark.parametrize("name", registry.names())
def test_derived_relations_leave_in_every_format(curated: TestClient, name: str) -> None:
    """Asked for, what is derived is in the file, marked; unasked, it is in none."""
    asked = f"/v1/graph?entity=cpec&width=800&height=600&format={name}"
    with_them, without = curated.get(f"{asked}&include_derived=true"), curated.get(asked)
    assert (with_them.status_code, without.status_code) == (200, 200)
    assert with_them.content != without.content
    if name not in ("csv", "parquet", "png"):  # these are compressed; their own tests look into them
        assert "ideology-of-the-islamic-state.endangers.cpec" in with_them.text
        assert "danger-to-what-a-project-needs" in with_them.text
        assert "endangers.cpec" not in without.text


def test_reconciliation_over_http(curated: TestClient) -> None:
    """The manifest, a batch by form and by query, a batch of the draft, and extension."""
    manifest = curated.get("/reconcile").json()
    assert manifest["view"]["url"].endswith("/v1/entities/{{id}}")
    batch = json.dumps({"q": {"query": "Iran", "type": "State"}})
    by_form = curated.post("/reconcile", data={"queries": batch}).json()
    assert by_form == curated.get("/reconcile", params={"queries": batch}).json()
    assert by_form["q"]["result"][0]["id"] == "iran"
    draft = curated.post("/reconcile/match", json={"queries": [{"conditions": [{"matchType": "name", "v": "TTP"}]}]})
    hold(TypeAdapter(MatchedBatch), draft.json(), "draft")
    extended = curated.post(
        "/reconcile", data={"extend": json.dumps({"ids": ["iran"], "properties": [{"id": "country"}]})}
    )
    assert extended.json()["rows"]["iran"]["country"] == [{"str": "IR"}]
    for path in ("entity?prefix=ira", "type?prefix=sta", "property?prefix=co"):
        assert curated.get(f"/reconcile/suggest/{path}").json()["result"]
