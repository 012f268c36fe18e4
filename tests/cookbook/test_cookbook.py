"""Every recipe of the cookbook gives the answer that stands in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.api.clients import client
from tests.cookbook.recipes import FILE, Recipe, pick, recipes

ALL = list(recipes())
RENEW = "out of date: python -m tests.cookbook.recipes, and read what changed"


@pytest.fixture(scope="module")
def curated() -> Iterator[TestClient]:
    """A client over the curated graph."""
    with client() as http:
        yield http


@pytest.mark.parametrize("recipe", ALL, ids=[r.title for r in ALL])
def test_the_answer(curated: TestClient, recipe: Recipe) -> None:
    """The answer in the cookbook is what the curated graph answers today."""
    assert recipe.ask(curated) == recipe.answer, RENEW


def test_there_are_enough_recipes() -> None:
    """The cookbook holds at least 25 questions, and no heading of a question was misread."""
    assert len(ALL) >= 25
    assert FILE.read_text(encoding="utf-8").count("\n## ") == len(ALL)
    assert len({r.title for r in ALL}) == len(ALL)


@pytest.mark.parametrize("recipe", ALL, ids=[r.title for r in ALL])
def test_something_is_shown(recipe: Recipe) -> None:
    """No recipe shows an empty answer without saying why it is empty."""
    whole = [value for name, value in recipe.answer.items() if value not in (None, [], {})]
    assert whole, recipe.title


def test_picking() -> None:
    """A path picks values out of nested answers."""
    assert pick({"results": [{"a": {"b": 1}}, {"a": None}]}, "results[].a.b") == [1, None]
    assert pick({"a": 1}, "b") is None
