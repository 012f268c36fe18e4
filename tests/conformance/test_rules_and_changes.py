"""Rules and changes against plain answers, on worlds and questions at random."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.graph.derive.engine import MOST_ROUNDS, derive
from app.graph.diff import diff, steps
from app.graph.filters import EVERYTHING
from app.model.dates import parse_query_date
from app.model.ontology import Phrase
from app.model.rule import Conclusion, Condition, Premise, Rule, derived_type
from tests.conformance import naive
from tests.conformance.knit import STATUS, columnar, engines, few, filters_of, key_of, knit
from tests.conformance.reference import SUREST_LAST
from tests.conformance.strategies import POINTS, filters, worlds
from tests.conformance.suite import MakeView, Pair
from tests.worlds import World, asking

Conditions = list[tuple[str, str, list[tuple[str, dict[str, tuple[str, ...]]]]]]


def rule(key: str, when: Conditions, then: tuple[str, str, str],
         *, symmetric: bool = False, **more: Any) -> Rule:  # fmt: skip
    """A rule in few words."""
    conditions = tuple(
        Condition(s, o, tuple(Premise(t, MappingProxyType(dict(a))) for t, a in premises)) for s, o, premises in when
    )
    phrase = Phrase("may stand to", "need not stand to", "stand to")
    kind = derived_type(then[1], then[1], then[1], -1, symmetric=symmetric, phrase=phrase, description="")
    return Rule(key, key, "", conditions, Conclusion(then[0], then[2], kind), **more)


RULES = (
    rule("friction", [("?a", "?b", [("supports", {}), ("shelters", {"consent": ("knowing",)})]),
                      ("?b", "?c", [("attacks", {}), ("tense_with", {})])],
         ("?a", "friction_with", "?c"), symmetric=True, different=(("?a", "?c"),)),
    rule("common", [("?a", "?x", [("attacks", {}), ("tense_with", {})]),
                    ("?b", "?x", [("attacks", {}), ("affects", {})])],
         ("?a", "shares_with", "?b"), symmetric=True, different=(("?a", "?b"),),
         where=MappingProxyType({"?a": ("Actor",), "?x": ("Actor",)})),
    rule("mirrored", [("?a", "?x", [("supports", {})]), ("?b", "?x", [("supports", {})])],
         ("?a", "sides_with", "?b"), symmetric=True),
    rule("again", [("?a", "?b", [("friction_with", {})]), ("?b", "?c", [("allied_with", {}), ("sides_with", {})])],
         ("?a", "friction_with", "?c"), symmetric=True, overlap_days=20),
    rule("about-arland", [("?a", "arland", [("supports", {}), ("visits", {})])], ("?a", "looks_to", "borland")),
)  # fmt: skip


@engines
@given(knit(), few)
def test_derive(engine: MakeView, world: World, asked: dict[str, Any]) -> None:
    """What follows by rules, with every trace, is what trying every tuple of facts in every round gives."""
    pair = Pair(engine, world)
    asked = {k: v for k, v in asked.items() if k not in ("type", "category", "polarity", "status")}
    question, filters_ = filters_of(pair, asked)
    found = derive(pair.view, RULES, filters_)
    proofs = {
        (d.id, t.rule, frozenset(t.premises), t.overlap, STATUS[t.status], SUREST_LAST[2 - t.doubt])
        for d in found.relations
        for t in d.traces
    }
    expected = naive.derive(pair.reference, RULES, question, MOST_ROUNDS)
    if found.truncated is None:
        assert {p[:3] for p in proofs} == {p[:3] for p in expected}
        assert {p for p in proofs if p[1] != "again"} == {p for p in expected if p[1] != "again"}
    for derived in found.relations:
        assert list(derived.traces) == sorted(derived.traces)
        assert derived.subject != derived.object


@engines
@given(
    worlds(), filters, st.lists(st.sampled_from(POINTS), min_size=3, max_size=3), st.sampled_from(["valid", "known"])
)
def test_diff(engine: MakeView, world: World, asked: dict[str, Any], dates: list[str], clock: str) -> None:
    """A diff holds what differs between two readings of the world, and consecutive diffs add up to the whole."""
    pair = Pair(engine, world)
    name = "as_of" if clock == "valid" else "known_at"
    question, filters_ = filters_of(pair, {k: v for k, v in asked.items() if k != name})
    days = sorted((parse_query_date(d) for d in dates), key=lambda s: (s.first, s.last))
    words = sorted(dates, key=lambda d: (parse_query_date(d).first, parse_query_date(d).last))
    if days[0].first > days[1].last or days[1].first > days[2].last:
        return
    spans = ((0, 1), (1, 2), (0, 2))
    found = [diff(pair.view, clock, days[a], days[b], filters_) for a, b in spans]
    for (a, b), one in zip(spans, found, strict=True):
        before, after = ({**question, name: words[i]} for i in (a, b))
        old, new = naive.states(pair.reference, before), naive.states(pair.reference, after)
        keys = {key_of(pair.view, c.relation): c for c in one.changes}
        assert set(keys) == {k for k in {*old, *new} if old.get(k) != new.get(k)}
        for key, change in keys.items():
            assert change.kind == ("added" if key not in old else "ended" if key not in new else "changed")
            for side, state in ((old, change.before), (new, change.after)):
                assert (side[key][:2] if key in side else None) == (
                    (STATUS[state.status], state.polarity) if state else None
                )
        _pairs_and_entities(pair, one, before, after)
    assert steps(found[:2]) == steps(found[2:])
    assert steps(found[2:]) == {c.relation: (c.before, c.after) for c in found[2].changes if c.before != c.after}


def _pairs_and_entities(pair: Pair, one: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = naive.signs(pair.reference, before), naive.signs(pair.reference, after)
    expected = {p for p in {*old, *new} if old.get(p, 0) != new.get(p, 0)}
    name = pair.view.entity
    assert {frozenset((name(a).id, name(b).id)) for a, b, _, _ in one.pairs} == expected
    for a, b, s1, s2 in one.pairs:
        key = frozenset((name(a).id, name(b).id))
        assert (old.get(key, 0), new.get(key, 0)) == (s1, s2)
    there = [{e for p in signs for e in p} for signs in (old, new)]
    assert {name(e).id for e in one.appeared} == there[1] - there[0]
    assert {name(e).id for e in one.gone} == there[0] - there[1]


def test_nothing_is_derived_unasked() -> None:
    """Rules that come with the data change neither what select finds nor what a survey counts."""
    world = World()
    world.claim("ruritania", "supports", "graustark")
    world.claim("graustark", "attacks", "laos")
    plain, ruled = columnar(world.dataset()), columnar(dataclasses.replace(world.dataset(), rules=RULES))
    nothing = asking.filters(plain)
    assert ruled.select(EVERYTHING, nothing) == plain.select(EVERYTHING, nothing)
    assert ruled.claim_count == plain.claim_count
    assert ruled.snapshot_id != plain.snapshot_id
    assert derive(ruled, ruled.rules, nothing).relations
