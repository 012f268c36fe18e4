"""The index of arrays against the plain search on dictionaries: the same hits, names, scores and order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.building.memory import build as build_snapshot
from app.engines.columnar.search import CANDIDATES, LONGEST_QUERY, NameIndex
from app.loading.load import load
from app.model.entity import Entity, Name
from app.snapshot.name_index import build
from tests.architecture.code import ROOT
from tests.engines.plain_names import PlainNames

WORDS = ("Islamic", "Front", "of", "the", "Tehrik-e-", "Taliban", "Taleban", "al-Qadir", "Türkiye", "россия", "ایران",
         "王伟", "People’s", "a", "e", "_", "!", "\n", "ﷺ", "\ud800", "  ")  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.text(max_size=20)


def entities(names: Sequence[Sequence[str]]) -> list[Entity]:
    """Entities with these names, the first of each its label."""
    return [Entity(f"e-{i}", "State", label, tuple(map(Name, more))) for i, (label, *more) in enumerate(names)]


def both(known: Sequence[Entity], degrees: Sequence[int]) -> tuple[NameIndex, PlainNames]:
    """The engine's search and the plain one."""
    return NameIndex(build(known), degrees.__getitem__), PlainNames(known, degrees)


@cache
def curated() -> tuple[NameIndex, PlainNames, tuple[str, ...]]:
    """Both on the curated graph, and all names that it has."""
    found = build_snapshot(load(ROOT / "graph_data", ROOT / "seeds")).entities
    index, plain = both(found, [len(e.id) % 5 for e in found])
    return index, plain, tuple(sorted({n.text for e in found for n in e.names} | {e.label for e in found}))


def test_the_curated_names_are_found_alike() -> None:
    """Names of the curated graph, their beginnings, parts and misspellings find the same either way."""
    index, plain, names = curated()
    rng = random.Random(1)
    for text in rng.sample(names, 60):
        at = rng.randrange(len(text))
        for query in (text, text[: at + 1], text[at:], text[:at] + text[at + 1 :], f"{text} {rng.choice(names)}"):
            limit = rng.choice((1, 5, 20, 1000))
            assert list(index.search(query, limit)) == list(plain.search(query, limit)), (query, limit)
            assert index.exact(query) == plain.exact(query), query


@settings(max_examples=60)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=8), st.lists(TEXTS, max_size=6), st.integers(0, 5))
@example([["", "e"]], ["", "e", "E"], 3)
@example([["a b"]], ["b" * 500, "ﷺ" * 200], 3)
def test_any_names_are_found_alike(names: list[list[str]], queries: list[str], limit: int) -> None:
    """Whatever the names and the queries are made of, both find the same."""
    index, plain = both(entities(names), [i % 2 for i in range(len(names))])
    for text in (*queries, *(n for named in names for n in named)):
        assert list(index.search(text, limit)) == list(plain.search(text, limit)), text
        assert index.exact(text) == plain.exact(text), text


def test_more_names_than_are_looked_at_are_found_alike() -> None:
    """Of many equally likely names the same ones are looked at, and one that is the text itself is always found."""
    many = [[f"Brigade of the {n:04}th Front"] for n in range(CANDIDATES * 2)]
    index, plain = both(entities([*many, ["The Front"], ["Front, the"]]), [1] * (len(many) + 2))
    for text in ("the front", "brigade", "brigade of the 0799th front", "brigda of front", "0", "f"):
        assert list(index.search(text, 1000)) == list(plain.search(text, 1000)), text
    assert index.search("the front", 1)[0].name == "The Front"


def test_a_text_that_grows_when_folded_is_cut_as_well() -> None:
    """A character that folds to eighteen does not make a query longer than the longest."""
    index, plain = both(entities([["صلى الله عليه وسلم"]]), [0])
    assert index.search("ﷺ" * LONGEST_QUERY, 1) == plain.search("ﷺ" * LONGEST_QUERY, 1)
