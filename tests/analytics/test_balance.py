"""Balance: signs, triads, and a frustration index that no division into two camps undercuts."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics import answers
from app.analytics.balance import frustration as module
from app.analytics.balance import report
from app.analytics.balance.frustration import frustration
from app.analytics.balance.signed import SignedGraph, Tie
from app.analytics.balance.triads import census
from app.errors import BoundExceeded
from tests.worlds import World, view

ties = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.sampled_from([1, -1]), max_size=24
)


def graph(signs: dict[tuple[int, int], int]) -> SignedGraph:
    """A signed graph of these ties."""
    return SignedGraph(
        tuple(sorted({n for p in signs for n in p})), {p: Tie(s, ()) for p, s in sorted(signs.items())}, {}
    )


def least(signs: dict[tuple[int, int], int]) -> int:
    """The frustration of the best of all divisions, by trying them all."""
    nodes = sorted({n for p in signs for n in p})
    divisions = (dict(zip(nodes, sides, strict=True)) for sides in itertools.product((0, 1), repeat=len(nodes)))
    return min(sum((camp[a] == camp[b]) != (s > 0) for (a, b), s in signs.items()) for camp in divisions)


@given(ties)
def test_the_index_is_exact(signs: dict[tuple[int, int], int]) -> None:
    """On small graphs the index is that of the best division, the camps attain it, and it is called exact."""
    found = frustration(graph(signs))
    assert found.index == least(signs) == found.lower_bound
    assert found.exact
    assert set(found.frustrated) == {p for p, s in signs.items() if (found.camps[p[0]] == found.camps[p[1]]) != (s > 0)}


@given(ties)
def test_triads(signs: dict[tuple[int, int], int]) -> None:
    """The census holds each triangle once, with its signs; balanced are those whose product is positive."""
    expected = {t for t in itertools.combinations(range(9), 3) if all(p in signs for p in itertools.combinations(t, 2))}
    found = census(graph(signs))
    assert {t.nodes for t in found.triads} == expected
    assert len(found.triads) == len(expected)
    for triad in found.triads:
        product = 1
        for pair in itertools.combinations(triad.nodes, 2):
            product *= signs[pair]
        assert triad.balanced is (product > 0)


def test_the_heuristic_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bound on branches the result is called a heuristic, and the optimum lies between the two numbers."""
    rng = random.Random(3)
    signs = {(a, b): rng.choice((1, -1)) for a in range(12) for b in range(a + 1, 12)}
    monkeypatch.setattr(module, "MOST_BRANCHES", 5)
    found = frustration(graph(signs))
    assert not found.exact
    assert found.lower_bound <= least(signs) <= found.index


def quarrel() -> World:
    """Two friends, their common enemy, and what only somebody alleges; an organ that speaks for its state."""
    world = World()
    world.ministry("ministry", of="arland")
    world.claim("arland", "allied_with", "borland")
    world.claim("ministry", "tense_with", "corland")
    world.claim("corland", "attacks", "borland", paragraph=2)
    world.claim("borland", "attacks", "dorland", modality="alleged", paragraph=3)
    world.claim("dorland", "supports", "corland", paragraph=4)
    world.claim("dorland", "threatens", "corland", paragraph=4)
    return world


def test_what_makes_a_tie() -> None:
    """Only what is affirmed as fact weighs; organs count for their state; tones that cancel out make no tie."""
    found = answers.balance(view(quarrel()), {})
    assert (found["ties"]["cooperative"], found["ties"]["conflictual"], found["ties"]["ambivalent_total"]) == (1, 2, 1)
    assert found["triads"]["by_kind"] == {"+++": 0, "++-": 0, "+--": 1, "---": 0}
    assert found["frustration"]["index"] == 0
    [faction] = found["factions"]
    assert [[e["id"] for e in camp] for camp in faction["camps"]] == [["arland", "borland"], ["corland"]]
    apart = answers.balance(view(quarrel()), {"roll_up": False})
    assert apart["triads"]["total"] == 0
    everything = answers.balance(view(quarrel()), {"weigh_all": True})
    assert everything["ties"]["conflictual"] == 3


def test_the_edges_that_carry_frustration() -> None:
    """In an unbalanced triad one tie is frustrated, with its relations."""
    world = World()
    for one, kind, two in (("a", "allied_with", "b"), ("b", "allied_with", "c"), ("a", "attacks", "c")):
        world.claim(one, kind, two)
    found = answers.balance(view(world), {})
    assert (found["triads"]["unbalanced"], found["frustration"]["index"]) == (1, 1)
    [tie] = found["frustration"]["ties"]
    assert len(tie["relations"]) == 1


def test_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """More ties than the bound are refused with the bound named."""
    monkeypatch.setattr(report, "MOST_TIES", 1)
    with pytest.raises(BoundExceeded) as caught:
        answers.balance(view(quarrel()), {})
    assert caught.value.bound == "ties"


def test_dates_apply(monkeypatch: pytest.MonkeyPatch) -> None:
    """The structure is that at a date."""
    del monkeypatch
    empty: dict[str, Any] = answers.balance(view(quarrel()), {"as_of": "1900"})
    assert (empty["actors"], empty["as_of"], empty["frustration"]["index"]) == (0, "1900", 0)
