"""Paths: their order, their direction, their bounds, and what an empty answer says."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import BoundExceeded, InvalidValue
from app.graph import hops, paths, questions
from app.graph.filters import NO_FILTERS
from app.graph.paths import PathRequest, find_paths
from tests.worlds import World, filters, handle, view


def line() -> World:
    """Arland - borland - corland, with parallel relations of several statuses between the first two."""
    world = World()
    world.claim("arland", "supports", "borland", modality="alleged")
    world.claim("arland", "allied_with", "borland", confidence="low")
    world.claim("borland", "attacks", "arland")
    world.claim("borland", "visits", "corland", paragraph=2)
    return world


def ids(seen, found) -> list[list[str]]:
    """The relation types along each path."""
    return [[seen.ends(r).type for r in p.relations] for p in found]


def test_order() -> None:
    """Shorter paths come first, then stronger status, then higher confidence."""
    seen = view(line())
    ends = handle(seen, "arland"), handle(seen, "corland")
    found = find_paths(seen, PathRequest(*ends), NO_FILTERS)
    assert ids(seen, found) == [["attacks", "visits"], ["allied_with", "visits"], ["supports", "visits"]]


def test_direction() -> None:
    """Directed paths follow relations from subject to object; symmetric ones go both ways."""
    seen = view(line())
    there = PathRequest(handle(seen, "arland"), handle(seen, "corland"), directed=True)
    back = PathRequest(handle(seen, "corland"), handle(seen, "arland"), directed=True)
    assert ids(seen, find_paths(seen, there, NO_FILTERS)) == [["allied_with", "visits"], ["supports", "visits"]]
    assert find_paths(seen, back, NO_FILTERS) == []


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"end": 0}, "end"),
        ({"max_depth": 0}, "max_depth"),
        ({"max_depth": 7}, "max_depth"),
        ({"max_paths": 51}, "max_paths"),
    ],
)
def test_wrong_requests(given: dict[str, Any], name: str) -> None:
    """The same entity twice, and numbers out of bounds, are refused by name."""
    seen = view(line())
    with pytest.raises(InvalidValue) as caught:
        find_paths(seen, PathRequest(0, 1)._replace(**given), NO_FILTERS)
    assert caught.value.name == name


def test_a_step_of_a_path() -> None:
    """Each step tells the relation that carries it and whether it is gone along or against."""
    seen = view(line())
    [first, *_] = questions.paths(seen, {"start": "arland", "end": "corland"})["results"]
    assert [s["direction"] for s in first["steps"]] == ["in", "out"]
    assert [s["from"]["id"] for s in first["steps"]] == ["arland", "borland"]
    assert first["sentence"].count(".") >= 2


def test_an_empty_answer_says_what_hides_the_paths() -> None:
    """Where filters hide all paths, each filter tells how many appear without it."""
    seen = view(line())
    answer = questions.paths(seen, {"start": "arland", "end": "corland", "status": ["denied"]})
    assert answer["results"] == []
    assert answer["absence"]["status"] == "hidden_by_filters"
    assert answer["absence"]["hidden"] == {"status": 3}


def knot(size: int) -> World:
    """Everybody is tied to everybody else."""
    world = World()
    for one in range(size):
        for two in range(one):
            world.claim(f"s{one:02}", "supports", f"s{two:02}", paragraph=1 + one)
    return world


@pytest.mark.parametrize(("bound", "limit"), [("MOST_RELATIONS", 20), ("MOST_STEPS", 20)])
def test_the_bounds_on_work(monkeypatch: pytest.MonkeyPatch, bound: str, limit: int) -> None:
    """A search that looks at too many relations, or compares too many paths, is refused with the bound named."""
    seen = view(knot(9))
    monkeypatch.setattr(paths, bound, limit)
    with pytest.raises(BoundExceeded) as caught:
        find_paths(seen, PathRequest(handle(seen, "s00"), handle(seen, "s08"), 6, 50), NO_FILTERS)
    assert caught.value.bound == bound.removeprefix("MOST_").lower()


def test_asking_again_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked again under the same filters comes from an index, and is the same."""
    seen = view(knot(7))
    asked = filters(seen, stance="affirms")
    first = find_paths(seen, PathRequest(1, 6, 3, 20), asked)
    assert find_paths(seen, PathRequest(1, 6, 3, 20), asked) == first
    monkeypatch.setattr(hops, "MOST_INDEXED", 0)
    assert find_paths(seen, PathRequest(1, 6, 3, 20), asked) == first
