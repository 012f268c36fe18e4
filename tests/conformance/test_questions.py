"""Surveys, paths and patterns against plain answers, on worlds and questions at random."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.graph.contract import GraphView
from app.graph.episodes import polarity
from app.graph.lookup import entity_by_id
from app.graph.match.evaluate import evaluate
from app.graph.match.reading import read_pattern
from app.graph.paths import PathRequest, find_paths
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK
from tests.conformance import naive
from tests.conformance.knit import CONFIDENCE, STATUS, TIES, engines, few, filters_of, key_of, knit
from tests.conformance.reference import STRONGEST_FIRST, SUREST_LAST
from tests.conformance.strategies import CAST, POINTS, TYPES, filters, scopes
from tests.conformance.suite import MakeView, Pair, parted
from tests.worlds import World, asking


@engines
@given(knit(), scopes, st.lists(filters, min_size=1, max_size=3))
def test_survey(engine: MakeView, world: World, scope: dict[str, Any], many: list[dict[str, Any]]) -> None:
    """A survey says in bulk what select, verdict and polarity say one by one, and no more than its size hint."""
    pair = Pair(engine, world)
    view = pair.view
    for asked in ({}, *many):
        words = pair.question(scope, asked)
        where, what = parted(words)
        scope_ = asking.scope(view, **where)
        filters_ = asking.filters(
            view, exact=words.get("exact", False), **{k: v for k, v in what.items() if k != "exact"}
        )
        expected = []
        for match in view.select(scope_, filters_):
            ends, verdict = view.ends(match.relation), view.verdict(match)
            expected.append((match.relation, ends.subject, ends.object, STATUS_RANK[verdict.status],
                             CONFIDENCE_RANK[verdict.confidence], polarity(view, match)))  # fmt: skip
        assert list(zip(*view.survey(scope_, filters_), strict=True)) == expected
        assert len(expected) <= view.size_hint(scope_, filters_.type)


@engines
@given(knit(), few, st.sampled_from(CAST), st.sampled_from(CAST), st.integers(1, 5), st.booleans())
def test_paths(
    engine: MakeView, world: World, asked: dict[str, Any], start: str, end: str, depth: int, directed: bool
) -> None:
    """The paths are all simple paths up to the depth, in the documented order, however many are asked for."""
    pair = Pair(engine, world)
    question, filters_ = filters_of(pair, asked)
    if start == end:
        return
    expected = naive.paths(pair.reference, question, start, end, depth, directed=directed)
    one, two = (entity_by_id(pair.view, key) for key in (start, end))
    for wanted in (50, 3, 1):
        found = find_paths(pair.view, PathRequest(one, two, depth, wanted, directed), filters_)
        keys = [tuple(key_of(pair.view, r) for r in p.relations) for p in found]
        assert keys == expected[:wanted]
        for path, relations in zip(found, keys, strict=True):
            worth = [naive.amounts(pair.reference, question)[k] for k in relations]
            assert STATUS[path.status] == max((w[0] for w in worth), key=naive.STATUSES.index)
            assert CONFIDENCE[path.confidence] == min((w[1] for w in worth), key=SUREST_LAST.index)
            assert len(set(path.entities)) == len(path.entities)


VARIABLES = ("?a", "?b", "?c")
ends = st.sampled_from([*VARIABLES * 6, "*", *CAST, "old-borland"])
narrowing = st.fixed_dictionaries(
    {},
    optional={
        "stance": st.just(["affirms"]),
        "status": st.lists(st.sampled_from(STRONGEST_FIRST), min_size=3),
        "as_of": st.sampled_from(POINTS),
        "polarity": st.just(["conflictual"]),
    },
)
clauses: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"subject": ends, "object": ends, "type": st.sampled_from(["*", "*", "?t", *TIES, *TYPES])},
    optional={
        "direction": st.sampled_from(["out", "any"]),
        "asserted_by": st.sampled_from(["?v", "?v", "?a"]),
        "filters": st.just({}) | st.just({}) | narrowing,
    },
)
roles = st.sampled_from([{}, {}, {}, {"optional": True}, {"not_exists": True}])


def terms(clause: dict[str, Any]) -> tuple[str, ...]:
    """What stands in the places of a clause that a variable may take."""
    return clause["subject"], clause["object"], clause["type"], clause.get("asserted_by", "*")


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    """A pattern of one to three clauses; the first is required."""
    where = [draw(clauses), *({**draw(clauses), **draw(roles)} for _ in range(draw(st.integers(0, 2))))]
    known = {v for c in where for v in terms(c) if v[0] == "?"}
    giving = {v for c in where if not c.get("not_exists") for v in terms(c) if v[0] == "?"}
    body: dict[str, Any] = {"where": where, "limit": 1000}
    bind: dict[str, Any] = {}
    for variable in sorted(known & {"?a", "?b", "?t"}):
        if draw(st.booleans()):
            bind[variable] = (
                {"id": draw(st.sampled_from(["supports", "attacks"]))}
                if variable == "?t"
                else draw(
                    st.sampled_from([{"type": "State"}, {"type": "Actor"}, {"id": "old-borland"}, {"id": "reds"}])
                )
            )
    if bind:
        body["bind"] = bind
    pair = sorted(giving - {"?t"})[:2]
    if len(pair) == 2 and draw(st.booleans()):
        body["different"] = [pair]
    if draw(st.booleans()):
        body["filters"] = {"known_at": draw(st.sampled_from(["2016", "2018-12", "2020"]))}
    return body


@engines
@given(knit(), bodies())
def test_match(engine: MakeView, world: World, body: dict[str, Any]) -> None:
    """The rows of a pattern are those that trying every relation for every clause gives."""
    pair = Pair(engine, world)
    for clause in body["where"]:
        if clause["subject"] == clause["object"] and clause["subject"][0] not in "?*":
            return
    pattern = read_pattern(pair.view, body)
    answer = evaluate(pair.view, pattern)
    assert answer.truncated is None
    found = []
    for row in answer.rows:
        values = {n: _value(pair.view, v) for n, v in zip(answer.variables, row.values, strict=True)}
        relations = [None if r is None else key_of(pair.view, r) for r in row.relations]
        found += [(sorted(values.items()), relations)] * row.ways
    expected = [(sorted(values.items()), relations) for values, relations in naive.match(pair.reference, body)]
    order: Any = lambda row: (row[0], [r or "" for r in row[1]])  # noqa: E731
    assert sorted(found, key=order) == sorted(expected, key=order)
    assert (answer.empty is not None) <= (not answer.rows)


def _value(view: GraphView, value: int | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else view.entity(value).id
