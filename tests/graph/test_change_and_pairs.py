"""Diffs name what changed and by which claims; explanations hold what is said, what follows and what is not said."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import InvalidValue
from app.graph import questions
from tests.worlds import World, two_clocks, view


def world() -> World:
    """A support that one source affirms and a later one denies, and an alliance that ends."""
    made = World()
    made.source("gazette", published="2017-03-01")
    made.claim("arland", "supports", "borland", valid="2016/..")
    made.claim("arland", "allied_with", "corland", valid="2015/2017")
    made.source("courier", published="2019-03-01")
    made.claim("arland", "supports", "borland", stance="denies", valid="2016/..", by="arland")
    return made


def changes(**words: Any) -> dict[str, tuple[str, list[str]]]:
    """What changed, by relation: the kind, and what of it."""
    found = questions.diff(view(world()), words)
    return {c["relation"]["id"]: (c["change"], c["changed"]) for c in found["results"]}


def test_the_valid_clock() -> None:
    """On the clock of the world, states begin and end."""
    found = changes(**{"from": "2016-06-01", "to": "2018-06-01"})
    assert found == {"arland.allied_with.corland": ("ended", [])}


def test_the_known_clock() -> None:
    """On the clock of the sources, a denial makes a relation contested, with the claim responsible."""
    words = {"from": "2018", "to": "2020", "clock": "known"}
    assert changes(**words) == {"arland.supports.borland": ("changed", ["status", "asserted_by"])}
    [change] = questions.diff(view(world()), words)["results"]
    assert (change["before"]["status"], change["after"]["status"]) == ("asserted", "contested")
    assert [c["stance"] for c in change["claims"]["appeared"]] == ["denies"]
    assert change["claims"]["gone"] == []


def test_pairs_and_entities() -> None:
    """A diff tells which pairs changed sign, and which entities came and went."""
    found = questions.diff(view(world()), {"from": "2015-06-01", "to": "2016-06-01"})
    assert [[e["id"] for e in p["entities"]] for p in found["pairs"]] == []  # contested weighs nothing
    found = questions.diff(view(world()), {"from": "2016-06-01", "to": "2018-06-01"})
    [pair] = found["pairs"]
    assert ([e["id"] for e in pair["entities"]], pair["before"], pair["after"]) == (
        ["arland", "corland"], "cooperative", "neutral",
    )  # fmt: skip
    assert [e["id"] for e in found["entities"]["gone"]] == ["corland"]


@pytest.mark.parametrize(
    ("words", "name"),
    [({"from": "2019", "to": "2018"}, "to"), ({"from": "2018"}, "to"), ({"to": "2018"}, "from"),
     ({"from": "x", "to": "2018"}, "from"), ({"from": "2018", "to": "2019", "clock": "wall"}, "clock"),
     ({"from": "2018", "to": "2019", "as_of": "2018"}, "as_of"),
     ({"from": "2018", "to": "2019", "clock": "known", "known_at": "2018"}, "known_at")],
)  # fmt: skip
def test_wrong_dates(words: dict[str, str], name: str) -> None:
    """A missing, reversed or wrong date, an unknown clock, and a clock set twice are refused by name."""
    with pytest.raises(InvalidValue) as caught:
        questions.diff(view(world()), words)
    assert caught.value.name == name


def test_an_explanation() -> None:
    """Direct relations with voices, contradictions and a sentence for each finding."""
    found = questions.explain(view(world()), {"start": "arland", "end": "borland"})
    assert [r["id"] for r in found["direct"]] == ["arland.supports.borland"]
    [against] = found["contradictions"]
    assert (against["kind"], len(against["one"]), len(against["other"])) == ("contested", 1, 1)
    assert [f["kind"] for f in found["summary"]] == ["direct", "contradiction"]
    assert all(f["sentence"].endswith(".") for f in found["summary"])


def test_a_silence_is_an_answer() -> None:
    """Where nothing ties the two directly, the absence and the silences about them say why."""
    made = world()
    made.silence("Does borland arm corland?", subject="borland", type="arms", object="corland")
    found = questions.explain(view(made), {"start": "borland", "end": "corland"})
    assert found["direct"] == []
    assert [s["question"] for s in found["silences"]] == ["Does borland arm corland?"]
    assert found["paths"][0]["length"] == 2
    assert found["absence"]["status"] in ("not_stated", "unchecked")


def test_known_at_reaches_everything() -> None:
    """Nothing in an explanation comes from a source that was not yet there."""
    seen = view(two_clocks())
    ends = [seen.entity(e).id for e in range(seen.entity_count)]
    for one in ends:
        for two in ends:
            if one != two:
                found = questions.explain(seen, {"start": one, "end": two, "known_at": "1990"})
                assert (found["direct"], found["derived"], found["paths"], found["silences"]) == ([], [], [], [])
