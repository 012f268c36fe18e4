"""Timelines: vague dates are spread, states stand, events keep their known order, and there is a bound."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import BoundExceeded, InvalidValue
from app.graph import questions
from app.graph.timeline import spread
from tests.worlds import World, view


def answer(world: World, **words: Any) -> dict[str, Any]:
    """The timeline of a world."""
    return questions.timeline(view(world), words)


def by_name(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Its buckets by name."""
    return {b["bucket"]: b for b in found["results"]}


def test_a_year_is_spread_over_its_months() -> None:
    """An event dated to a year is in no month for certain, and spread over all by their days."""
    world = World()
    world.source("gazette", published="2019-01-01")
    world.claim("arland", "attacks", "borland", valid="2018")
    months = by_name(answer(world, interval="month"))
    assert months["2018-01"]["events"] == {"expected": round(31 / 365, 4), "certain": 0, "possible": 1}
    assert sum(b["events"]["expected"] for b in months.values()) == pytest.approx(1, abs=0.01)
    assert by_name(answer(world, interval="year"))["2018"]["events"] == {"expected": 1.0, "certain": 1, "possible": 1}


def test_states_stand_in_every_bucket() -> None:
    """A state counts where it may hold, and as certain where it surely does."""
    world = World()
    world.source("gazette", published="2019-06-01")
    world.claim("arland", "allied_with", "borland", valid="2016~/2018")
    years = by_name(answer(world, interval="year"))
    assert [(name, b["states"]["possible"], b["states"]["certain"]) for name, b in years.items()] == [
        ("2015", 1, 0), ("2016", 1, 0), ("2017", 1, 1), ("2018", 1, 1), ("2019", 0, 0),
    ]  # fmt: skip


def test_only_facts_have_a_score() -> None:
    """What is alleged weighs nothing, unless asked for (ruling R8)."""
    world = World()
    world.source("gazette", published="2018-12-31")
    world.claim("arland", "attacks", "borland", valid="2018-02-03", modality="alleged")
    assert by_name(answer(world, interval="year"))["2018"]["score"] == 0
    assert by_name(answer(world, interval="year", weigh_all=True))["2018"]["score"] == -1


def test_what_cannot_be_dated() -> None:
    """An occurrence whose beginning no source gives is not spread, but told."""
    world = World()
    world.claim("arland", "attacks", "borland", valid="../2018")
    found = answer(world, interval="year")
    assert (found["results"], found["undated_total"]) == ([], 1)


def test_the_known_order_of_events() -> None:
    """Events of one month stand in the order in which sources say that they followed each other."""
    world = World()
    world.event("raid", "the raid")
    world.event("summit", "the summit")
    world.source("gazette", published="2019-06-01")
    world.claim("arland", "visits", "borland", via="summit", valid="2018-04~")
    world.claim("corland", "attacks", "borland", via="raid", valid="2018-04")
    world.claim("raid", "followed_by", "summit", valid="2018-04", paragraph=2)
    [bucket] = [b for b in answer(world, interval="month", items=True)["results"] if b["bucket"] == "2018-04"]
    order = [i["relation"] for i in bucket["items"] if "followed_by" not in i["relation"]]
    assert order == ["corland.attacks.borland", "arland.visits.borland"]
    assert bucket["items"][-1]["known_after"][0]["id"] == "raid"


def test_scopes() -> None:
    """All, an entity with its organs, or a pair; not both."""
    world = World()
    world.ministry("ministry", of="arland")
    world.claim("ministry", "visits", "borland", valid="2018")
    world.claim("corland", "visits", "borland", valid="2018")
    assert answer(world, entity="arland")["relations"] == 1
    assert answer(world, entity="arland", exact=True)["relations"] == 0
    assert answer(world, entity="arland", exact=True)["absence"]["status"] == "unchecked"
    assert answer(world, between=["corland,borland"])["relations"] == 1
    with pytest.raises(InvalidValue, match="not both"):
        answer(world, entity="arland", between=["corland,borland"])
    with pytest.raises(InvalidValue, match="interval"):
        answer(world, interval="week")


def test_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many buckets or relations are refused with the bound named."""
    world = World()
    world.claim("arland", "visits", "borland", valid="1900-01-01")
    world.claim("arland", "visits", "corland", valid="2018")
    with pytest.raises(BoundExceeded) as caught:
        answer(world, interval="day")
    assert caught.value.bound == "buckets"
    monkeypatch.setattr(spread, "MOST_RELATIONS", 1)
    with pytest.raises(BoundExceeded) as caught:
        answer(world, interval="year")
    assert caught.value.bound == "relations"
