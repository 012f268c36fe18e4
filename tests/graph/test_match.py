"""Patterns: what each part of one means, where a wrong one is wrong, and where evaluation stops."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import BoundExceeded, InvalidQuery
from app.graph import questions
from app.graph.match import join as evaluation
from tests.worlds import World, sheltering, view


def world() -> World:
    """A patron, a group that it supports as one voice says, a victim, and an ally."""
    made = World()
    made.group("rebels", "the rebels", plural=True)
    made.ministry("ministry", of="victim")
    made.claim("patron", "arms", "rebels", by="ministry", modality="alleged")
    made.claim("patron", "supports", "rebels", paragraph=2)
    made.claim("rebels", "attacks", "victim", paragraph=3)
    made.claim("victim", "allied_with", "ally", paragraph=4)
    return made


def rows(body: dict[str, Any]) -> list[dict[str, str | None]]:
    """The bindings of a pattern, by id."""
    found = questions.match(view(world()), body)["results"]
    return [{k: v and v["id"] for k, v in r["bindings"].items()} for r in found]


CHAIN = [{"subject": "?p", "type": "supports", "object": "?g"}, {"subject": "?g", "type": "attacks", "object": "?v"}]


def test_joined_clauses() -> None:
    """Clauses share variables; a type stands for its subtypes; each relation makes a row."""
    assert rows({"where": CHAIN}) == [{"?p": "patron", "?g": "rebels", "?v": "victim"}] * 2
    assert rows({"where": CHAIN, "distinct": True}) == [{"?p": "patron", "?g": "rebels", "?v": "victim"}]
    assert rows({"where": CHAIN, "return": ["?p"], "distinct": True}) == [{"?p": "patron"}]


def test_a_row_names_its_relations() -> None:
    """Each row has one relation per clause, in the order of the question, with the attributes of its claims."""
    found = questions.match(view(sheltering()), {"where": [{"subject": "?s", "type": "shelters", "object": "?g"}]})
    [relation] = found["results"][0]["relations"]
    assert relation["status"] == "alleged"
    assert relation["attributes"][0]["consent"] == "not_stated"
    assert relation["asserted_by"]


def test_a_variable_voice() -> None:
    """A variable voice gives a row for each voice of a claim that meets the clause's filters."""
    clause = {"subject": "patron", "type": "?how", "object": "rebels", "asserted_by": "?who"}
    assert rows({"where": [clause]}) == [
        {"?how": "arms", "?who": "ministry"}, {"?how": "supports", "?who": "gazette-author"},
    ]  # fmt: skip


def test_a_voice_may_be_an_actor_of_the_pattern() -> None:
    """A voice variable may stand at an end elsewhere."""
    body = {
        "where": [
            {"subject": "?p", "type": "supports", "object": "*", "asserted_by": "?who"},
            {"subject": "?who", "type": "*", "object": "*", "optional": True},
        ]
    }
    assert {r["?who"] for r in rows(body)} == {"ministry", "gazette-author"}


def test_optional_and_absent_clauses() -> None:
    """An optional clause leaves its variables empty; a not_exists clause drops the rows for which it holds."""
    friends = {"subject": "?v", "type": "allied_with", "object": "?f", "optional": True}
    nobody = {"subject": "?v", "type": "visits", "object": "?f", "optional": True}
    assert {r["?f"] for r in rows({"where": [*CHAIN, friends]})} == {"ally"}
    assert {r["?f"] for r in rows({"where": [*CHAIN, nobody]})} == {None}
    assert rows({"where": [*CHAIN, {**friends, "optional": False, "not_exists": True}]}) == []
    assert len(rows({"where": [*CHAIN, {**nobody, "optional": False, "not_exists": True}]})) == 2


def test_direction_and_difference() -> None:
    """`any` reads a relation either way round, symmetric types do so by themselves, and two variables may differ."""
    assert rows({"where": [{"subject": "rebels", "type": "arms", "object": "?x", "direction": "any"}]}) == [
        {"?x": "patron"}
    ]
    assert rows({"where": [{"subject": "ally", "type": "allied_with", "object": "?x"}]}) == [{"?x": "victim"}]
    both = [
        {"subject": "?a", "type": "allied_with", "object": "?b"},
        {"subject": "?b", "type": "*", "object": "?c", "direction": "any"},
    ]
    assert all(r["?a"] != r["?c"] for r in rows({"where": both, "different": [["?a", "?c"]]}))


def test_binding() -> None:
    """Variables are bound by id (with organs), type or property; type variables by id, category or tone."""
    clause = {"subject": "?a", "type": "?t", "object": "?b", "asserted_by": "?v"}
    assert {r["?a"] for r in rows({"where": [clause], "bind": {"?a": {"type": "ArmedGroup"}}})} == {"rebels"}
    assert {r["?v"] for r in rows({"where": [clause], "bind": {"?v": {"id": "victim", "organs": True}}})} == {
        "ministry"
    }
    assert rows({"where": [clause], "bind": {"?v": {"id": "victim"}}}) == []
    assert {r["?t"] for r in rows({"where": [clause], "bind": {"?t": {"id": "supports"}}})} == {"arms", "supports"}
    assert {r["?t"] for r in rows({"where": [clause], "bind": {"?t": {"polarity": "conflictual"}}})} == {"attacks"}
    assert rows({"where": [clause], "bind": {"?a": {"generic": True}}}) == []


def test_count_and_pages() -> None:
    """`count` gives the number alone; limit and offset cut the rows and not the total."""
    assert questions.match(view(world()), {"where": CHAIN, "count": True})["total"] == {"value": 2, "relation": "eq"}
    page = questions.match(view(world()), {"where": CHAIN, "limit": 1, "offset": 1})
    assert (len(page["results"]), page["total"]["value"]) == (1, 2)


def test_why_nothing_is_left() -> None:
    """An empty answer names the clause at which nothing was left, and why."""
    body = {"where": [*CHAIN, {"subject": "?v", "type": "attacks", "object": "?p", "filters": {"status": "denied"}}]}
    answer = questions.match(view(world()), body)
    assert answer["absence"]["clause"] in (0, 2)
    assert answer["absence"]["status"] in ("unchecked", "not_stated", "hidden_by_filters")


def test_the_plan_begins_with_the_most_selective_clause() -> None:
    """Clauses are tried by selectivity, not in the order of the question."""
    wide = {"subject": "?x", "type": "*", "object": "?y"}
    narrow = {"subject": "?y", "type": "attacks", "object": "victim"}
    for where in ([wide, narrow], [narrow, wide]):
        plan = questions.match(view(world()), {"where": where})["plan"]
        assert where[plan[0]["clause"]] is narrow


WRONG: list[tuple[Any, tuple[str | int, ...]]] = [
    ({}, ("where",)),
    ({"where": []}, ("where",)),
    ({"where": [{}] * 13}, ("where",)),
    ({"where": ["x"]}, ("where", 0)),
    ({"where": [{"subjekt": "?a"}]}, ("where", 0, "subjekt")),
    ({"where": [{"subject": "nobody"}]}, ("where", 0, "subject")),
    ({"where": [{"subject": 5}]}, ("where", 0, "subject")),
    ({"where": [{"subject": "? a"}]}, ("where", 0, "subject")),
    ({"where": [{"type": "shelterz"}]}, ("where", 0, "type")),
    ({"where": [{"type": []}]}, ("where", 0, "type")),
    ({"where": [{"direction": "up"}]}, ("where", 0, "direction")),
    ({"where": [{"optional": "yes"}]}, ("where", 0, "optional")),
    ({"where": [{}, {"optional": True, "not_exists": True}]}, ("where", 1, "not_exists")),
    ({"where": [{"optional": True}]}, ("where",)),
    ({"where": [{"filters": {"type": "arms"}}]}, ("where", 0, "filters", "type")),
    ({"where": [{"filters": {"as_of": "yesterday"}}]}, ("where", 0, "filters", "as_of")),
    ({"where": [{"filters": {"status": ["x"]}}]}, ("where", 0, "filters", "status")),
    ({"where": [{"filters": {"certainty": "sure"}}]}, ("where", 0, "filters", "certainty")),
    ({"where": [{"filters": 3}]}, ("where", 0, "filters")),
    ({"where": [{"asserted_by": "nobody"}]}, ("where", 0, "asserted_by")),
    ({"where": [{"subject": "?t"}, {"type": "?t"}]}, ("where", 0, "subject")),
    ({"where": [{"subject": "?a"}], "bind": {"?b": {"id": "ally"}}}, ("bind", "?b")),
    ({"where": [{"subject": "?a"}], "bind": {"?a": {}}}, ("bind", "?a")),
    ({"where": [{"subject": "?a"}], "bind": {"?a": {"colour": "red"}}}, ("bind", "?a", "colour")),
    ({"where": [{"subject": "?a"}], "bind": {"?a": {"type": "Stat"}}}, ("bind", "?a", "type")),
    ({"where": [{"subject": "?a"}], "bind": {"?a": {"organs": True}}}, ("bind", "?a", "organs")),
    ({"where": [{"type": "?t"}], "bind": {"?t": {"polarity": "good"}}}, ("bind", "?t", "polarity")),
    ({"where": [{"subject": "?a"}], "different": [["?a", "?a"]]}, ("different", 0)),
    ({"where": [{"subject": "?a"}], "different": [["?a", "?z"]]}, ("different", 0, 1)),
    ({"where": [{"subject": "?a"}], "return": ["?z"]}, ("return", 0)),
    ({"where": [{"subject": "?a"}], "limit": 0}, ("limit",)),
    ({"where": [{"subject": "?a"}], "limit": True}, ("limit",)),
    ({"where": [{"subject": "?a"}], "offset": 10_001}, ("offset",)),
    ({"where": [{"subject": "?a"}], "wher": 1}, ("wher",)),
    ({"where": [{"subject": "?a"}], "filters": {"known_at": "2019/2020"}}, ("filters", "known_at")),
]  # fmt: skip


@pytest.mark.parametrize(("body", "loc"), WRONG, ids=[str(loc) for _, loc in WRONG])
def test_a_wrong_pattern(body: dict[str, Any], loc: tuple[str | int, ...]) -> None:
    """Every malformed pattern is refused at its place, with what would be right."""
    with pytest.raises(InvalidQuery) as caught:
        questions.match(view(world()), body)
    assert caught.value.loc[: len(loc)] == loc
    assert len(str(caught.value)) > 15


def test_the_bound_on_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that explodes stops at its bound and says so; its total is a lower bound."""
    monkeypatch.setattr(evaluation, "MOST_ROWS", 3)
    wide = [{"subject": "?a", "type": "*", "object": "?b"}, {"subject": "?c", "type": "*", "object": "?d"}]
    answer = questions.match(view(world()), {"where": wide})
    assert answer["truncated"]
    assert answer["truncated_by"].startswith("rows")
    assert answer["total"] == {"value": 3, "relation": "gte"}


def test_the_bound_on_a_clause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clause that may look at too many relations is refused with the bound named."""
    monkeypatch.setattr(evaluation, "MOST_RELATIONS", 1)
    with pytest.raises(BoundExceeded) as caught:
        questions.match(view(world()), {"where": [{"subject": "?a", "type": "*", "object": "?b"}]})
    assert caught.value.bound == "relations"
