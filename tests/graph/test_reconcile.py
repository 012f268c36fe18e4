"""The Reconciliation API: candidates, certainty, properties, batches of both versions, and what a wrong one gets."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import InvalidQuery, InvalidValue
from app.graph.reconcile import service
from tests.worlds import names, view


def best(query: dict[str, Any]) -> list[tuple[str, bool]]:
    """The candidates for a query: id, and whether it is the one."""
    found = service.query_batch(view(names()), {"q": query})["q"]["result"]
    return [(c["id"], c["match"]) for c in found]


@pytest.mark.parametrize(
    ("text", "id_"),
    [("Tehreek-e Taliban Pakistan", "tehrik-e-taliban-pakistan"), ("طالبان", "taliban"), ("Россия", "russia"),
     ("Turkiye", "turkiye"), ("Qassem Suleimani", "qasem-soleimani"), ("iran", "iran")],
)  # fmt: skip
def test_a_name_is_matched(text: str, id_: str) -> None:
    """A name in any spelling or script finds its entity, and for certain."""
    assert best({"query": text})[0] == (id_, True)


def test_an_ambiguous_name_is_no_match() -> None:
    """A name that two entities share gives both, and neither for certain."""
    found = best({"query": "PF"})
    assert {id_ for id_, _ in found[:2]} == {"peoples-front", "patriotic-front"}
    assert not any(match for _, match in found)


def test_types_and_properties() -> None:
    """A type restricts, and a property that contradicts takes the certainty away."""
    assert [id_ for id_, _ in best({"query": "Iran", "type": "State"})] == ["iran"]
    assert best({"query": "Iran", "properties": [{"pid": "country", "v": "IR"}]})[0] == ("iran", True)
    assert best({"query": "Iran", "properties": [{"pid": "country", "v": "TR"}]})[0][1] is False
    assert best({"properties": [{"pid": "country", "v": "RU"}]})[0][0] == "russia"


def test_the_draft_of_version_one() -> None:
    """Conditions on names and properties are answered in their order; a required one drops what lacks it."""
    body = {
        "queries": [
            {"conditions": [{"matchType": "name", "v": "Turkey"}], "limit": 1},
            {"conditions": [{"matchType": "name", "v": "Turkey"},
                            {"matchType": "property", "pid": "country", "v": "IR", "required": True}]},
        ]
    }  # fmt: skip
    found = [[c["id"] for c in one["candidates"]] for one in service.match_batch(view(names()), body)["results"]]
    assert found == [["turkiye"], []]


def test_extension() -> None:
    """Property values come as typed cells; an unknown id has empty ones."""
    body = {"ids": ["iran", "nobody"], "properties": [{"id": "country"}, {"id": "type"}, {"id": "relations"}]}
    rows = service.extend(view(names()), body)["rows"]
    assert rows["iran"] == {
        "country": [{"str": "IR"}],
        "type": [{"id": "State", "name": "State"}],
        "relations": [{"int": 3}],
    }
    assert rows["nobody"] == {"country": [], "type": [], "relations": []}


def test_suggestions_and_proposals() -> None:
    """Entities, types and properties are suggested, and properties proposed for a type."""
    seen = view(names())
    assert service.suggest(seen, "entity", "tali")["result"][0]["id"] == "taliban"
    assert "ArmedGroup" in {t["id"] for t in service.suggest(seen, "type", "arm")["result"]}
    assert [p["id"] for p in service.suggest(seen, "property", "coun")["result"]] == ["country"]
    assert "latitude" in {p["id"] for p in service.propose(seen, "State", 50)["properties"]}
    assert "latitude" not in {p["id"] for p in service.propose(seen, "Person", 50)["properties"]}
    with pytest.raises(InvalidValue, match="unknown value"):
        service.propose(seen, "Stat", 50)


def test_the_manifest() -> None:
    """The manifest names both versions and absolute addresses."""
    found = service.manifest(view(names()), "https://graph.example")
    assert found["versions"] == ["0.2", "1.0-draft"]
    assert found["view"]["url"] == "https://graph.example/v1/entities/{{id}}"


WRONG: list[tuple[Any, tuple[str | int, ...]]] = [
    ([], ("queries",)),
    ({"q": {}}, ("queries", "q", "query")),
    ({"q": {"query": "x", "limit": 0}}, ("queries", "q", "limit")),
    ({"q": {"query": "x", "type": "Stat"}}, ("queries", "q", "type")),
    ({"q": {"query": "x", "type_strict": "maybe"}}, ("queries", "q", "type_strict")),
    ({"q": {"query": "x", "colour": "red"}}, ("queries", "q", "colour")),
    ({"q": {"query": "x", "properties": [{"pid": "size", "v": 1}]}}, ("queries", "q", "properties", 0, "pid")),
    ({"q": {"query": "x", "properties": [{"pid": "country", "v": []}]}}, ("queries", "q", "properties", 0, "v")),
    ({str(n): {"query": "x"} for n in range(51)}, ("queries",)),
]


@pytest.mark.parametrize(("body", "loc"), WRONG, ids=[str(loc) for _, loc in WRONG])
def test_a_wrong_batch(body: Any, loc: tuple[str | int, ...]) -> None:
    """Every malformed batch is refused at its place."""
    with pytest.raises(InvalidQuery) as caught:
        service.query_batch(view(names()), body)
    assert caught.value.loc == loc
