"""Rules: what may be a premise, what a derived relation is, and where derivation stops."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.errors import InvalidQuery
from app.graph import questions
from app.graph.derive import engine, join
from app.graph.derive.reading import read_rules
from tests.worlds import World, view

FRICTION: dict[str, Any] = {
    "id": "friction",
    "when": [
        {"subject": "?a", "object": "?b",
         "any_of": [{"type": "supports"}, {"type": "shelters", "attributes": {"consent": ["knowing"]}}]},
        {"subject": "?b", "object": "?c", "type": "attacks"},
    ],
    "different": [["?a", "?c"]],
    "then": {"subject": "?a", "object": "?c", "type": "friction_with", "polarity": -1, "symmetric": True},
}  # fmt: skip


def proxy(**more: Any) -> World:
    """A patron supports a group that attacks a victim; words change the first claim."""
    world = World()
    world.group("rebels")
    given = {"type": "supports", "valid": "2016/..", **more}
    world.claim("patron", given.pop("type"), "rebels", **given)
    world.claim("rebels", "attacks", "victim", valid="2018-05", paragraph=2)
    return world


def found(world: World, **filters: Any) -> list[dict[str, Any]]:
    """What follows by the rule of friction."""
    body = {"rules": [FRICTION], "filters": filters}
    results: list[dict[str, Any]] = questions.derived_by(view(world), body)["results"]
    return results


def test_a_derived_relation() -> None:
    """It holds in the overlap of its premises, has no claims and no voice, and its sentence says what it is."""
    [derived] = found(proxy())
    assert derived["id"] == "patron.friction_with.victim"
    assert (derived["claims"], derived["asserted_by"]) == (0, [])
    assert derived["derived"]["overlap"] == {"from": "2018-05-01", "to": "2018-06-01", "ends": "exclusive"}
    assert derived["derived"]["premises"] == ["patron.supports.rebels", "rebels.attacks.victim"]
    assert "stated by no source" in derived["sentence"]


@pytest.mark.parametrize(
    ("more", "status"),
    [({"modality": "alleged"}, "alleged"), ({"modality": "agreed"}, "agreed"), ({"by": "victim"}, "attributed")],
)
def test_the_weakest_premise(more: dict[str, Any], status: str) -> None:
    """Status and confidence are the weakest of the premises."""
    [derived] = found(proxy(**more, confidence="low"))
    assert (derived["status"], derived["confidence"]) == (status, "low")


@pytest.mark.parametrize(
    "more",
    [{"stance": "denies"}, {"stance": "questions"}, {"modality": "planned"}, {"modality": "normative"},
     {"attributes": {"collective": True}}, {"attributes": {"attribution": "pooled"}}, {"valid": "2020/.."}],
)  # fmt: skip
def test_what_is_no_premise(more: dict[str, Any]) -> None:
    """Denied, questioned, planned, owed, not paired, or at another time: nothing follows."""
    assert found(proxy(**more)) == []


@pytest.mark.parametrize(("consent", "follows"), [("knowing", 1), ("tolerated", 0), ("not_stated", 0), (None, 0)])
def test_territory_is_not_an_actor(consent: str | None, follows: int) -> None:
    """Sheltering derives hostility only where a source says that consent is knowing."""
    attributes = {"consent": consent} if consent else {}
    assert len(found(proxy(type="shelters", attributes=attributes))) == follows


def test_an_allegation_of_consent_does_not_ride_on_a_fact() -> None:
    """That a base is there is asserted, that consent is knowing only alleged: what follows is alleged."""
    world = proxy(type="shelters")
    world.claim(
        "patron",
        "shelters",
        "rebels",
        modality="alleged",
        by="victim",
        attributes={"consent": "knowing"},
        paragraph=3,
        valid="2016/..",
    )
    [derived] = found(world)
    assert derived["status"] == "alleged"


def test_a_contested_premise() -> None:
    """What is contested may be a premise, and makes what follows contested."""
    world = proxy()
    world.claim("patron", "supports", "rebels", stance="denies", by="patron", valid="2016/..", paragraph=4)
    [derived] = found(world)
    assert derived["status"] == "contested"


def test_filters_act_on_premises() -> None:
    """A trace holds under a query only if its premises do; dates are asked of the overlap."""
    world = proxy(by="victim")
    assert found(world, asserted_by="patron") == []
    assert found(world, known_at="1990") == []
    assert len(found(world, as_of="2018-05-10")) == 1
    assert found(world, as_of="2019") == []
    assert len(found(world, during="2018")) == 1
    assert found(world, certainty="certain", as_of="2018-05-10") == []


def test_all_traces_are_kept() -> None:
    """Each way in which a relation follows is a trace; the strongest speaks for it."""
    world = proxy(modality="alleged")
    world.claim("patron", "arms", "rebels", valid="2017/..", paragraph=5)
    [derived] = found(world)
    assert derived["status"] == "asserted"
    assert [t["status"] for t in derived["derived"]["traces"]] == ["asserted", "alleged"]


def test_rules_of_the_data() -> None:
    """Rules that come with the data answer /v1/derived, by rule and type; nothing else shows what they derive."""
    made = proxy()
    rules = read_rules(view(made), [FRICTION])
    seen = ColumnarView(build(dataclasses.replace(made.dataset(), rules=rules)))
    assert questions.derived(seen, {})["total"]["value"] == 1
    assert questions.derived(seen, {"type": ["friction_with"]})["total"]["value"] == 1
    assert questions.derived(seen, {"type": ["supports"]})["results"] == []
    assert questions.derived(seen, {"polarity": ["cooperative"]})["results"] == []
    assert questions.derived(seen, {"subject": ["victim"]})["total"]["value"] == 1  # symmetric
    assert questions.derived(seen, {"status": ["alleged"]})["absence"]["status"] == "unchecked"
    [finding] = [
        f for f in questions.explain(seen, {"start": "patron", "end": "victim"})["summary"] if f["kind"] == "derived"
    ]
    assert "stated by no source" in finding["sentence"]


WRONG: list[tuple[dict[str, Any], tuple[str | int, ...]]] = [
    ({"id": "Not A Slug"}, ("id",)),
    ({"when": []}, ("when",)),
    ({"when": [FRICTION["when"][0]] * 7}, ("when",)),
    ({"when": [{"subject": "?a", "object": "?b"}, FRICTION["when"][1]]}, ("when", 0, "type")),
    ({"when": [{"subject": "?a", "object": "?b", "type": "suports"}, FRICTION["when"][1]]},
     ("when", 0, "any_of", 0, "type")),
    ({"when": [{"subject": "?a", "object": "?a", "type": "arms"}, FRICTION["when"][1]]}, ("when", 0, "object")),
    ({"when": [FRICTION["when"][0], {"subject": "?x", "object": "?c", "type": "attacks"}]}, ("when", 1)),
    ({"when": [FRICTION["when"][0], {"subject": "?b", "object": "nobody", "type": "attacks"}]}, ("when", 1, "object")),
    ({"then": {**FRICTION["then"], "object": "?z"}}, ("then", "object")),
    ({"then": {**FRICTION["then"], "type": "attacks"}}, ("then", "type")),
    ({"then": {**FRICTION["then"], "type": "Bad Type"}}, ("then", "type")),
    ({"then": {**FRICTION["then"], "polarity": 2}}, ("then", "polarity")),
    ({"premises": ["denied"]}, ("premises",)),
    ({"overlap_days": 0}, ("overlap_days",)),
    ({"where": {"?q": ["State"]}}, ("where", "?q")),
    ({"where": {"?a": ["Stat"]}}, ("where", "?a", 0)),
    ({"different": [["?a"]]}, ("different", 0)),
    ({"colour": "red"}, ("colour",)),
]  # fmt: skip


@pytest.mark.parametrize(("change", "loc"), WRONG, ids=[str(loc) for _, loc in WRONG])
def test_a_wrong_rule(change: dict[str, Any], loc: tuple[str | int, ...]) -> None:
    """Every malformed rule of a request is refused at its place."""
    with pytest.raises(InvalidQuery) as caught:
        questions.derived_by(view(proxy()), {"rules": [{**FRICTION, **change}]})
    assert caught.value.loc[2 : 2 + len(loc)] == loc or caught.value.loc == ("rules", 0, *loc)


def test_two_rules_with_one_id() -> None:
    """Rules of a request have ids of their own, and describe a derived type alike."""
    for second in (FRICTION, {**FRICTION, "id": "other", "then": {**FRICTION["then"], "polarity": 1}}):
        with pytest.raises(InvalidQuery) as caught:
            questions.derived_by(view(proxy()), {"rules": [FRICTION, second]})
        assert caught.value.loc == ("rules", 1, "id")


@pytest.mark.parametrize(("where", "name", "word"), [(engine, "MOST_TRACES", "traces"), (join, "MOST_ROWS", "rows")])
def test_the_bounds(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, word: str) -> None:
    """Too many traces or partial matches stop the derivation, and the answer says so."""
    world = proxy()
    for n in range(6):
        world.claim(f"patron-{n}", "supports", "rebels", paragraph=7 + n, valid="2016/..")
    monkeypatch.setattr(where, name, 2)
    answer = questions.derived_by(view(world), {"rules": [FRICTION]})
    assert answer["truncated"]
    assert answer["truncated_by"].startswith(word)


def test_the_bound_on_rounds() -> None:
    """A rule that feeds itself ends after four rounds at the latest, and says if it had more to add."""
    chain = {
        "id": "chain",
        "when": [{"subject": "?a", "object": "?b", "any_of": [{"type": "arms"}, {"type": "reaches"}]},
                 {"subject": "?b", "object": "?c", "type": "arms"}],
        "then": {"subject": "?a", "object": "?c", "type": "reaches"},
    }  # fmt: skip
    world = World()
    for n in range(9):
        world.claim(f"s{n}", "arms", f"s{n + 1}", paragraph=1 + n)
    answer = questions.derived_by(view(world), {"rules": [chain]})
    assert answer["truncated_by"].startswith("rounds")
