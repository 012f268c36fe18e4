"""Patterns joined as columns give the rows that joining them row by row gives, in the same order and within bounds."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

import pytest

from app.building.memory import build
from app.engines.columnar import joins
from app.engines.columnar.joins import ColumnJoin
from app.engines.columnar.view import ColumnarView
from app.graph.filters import Filters
from app.graph.match import join as plain
from app.graph.match.evaluate import Answer, evaluate
from app.graph.match.pattern import Clause, End, Pattern
from tests.worlds import World

KINDS = ("supports", "attacks", "allied_with", "shelters")


@pytest.fixture(scope="module")
def view() -> ColumnarView:
    """Twelve states with two hundred relations, a quarter of which have no direction."""
    made, rng = World(), random.Random(5)
    for number in range(260):
        one, two = rng.sample(range(12), 2)
        made.claim(f"s{one:02}", rng.choice(KINDS), f"s{two:02}", paragraph=number + 1)
    return ColumnarView(build(made.dataset()), at_hand=0, kernels=False)


def patterns() -> list[Pattern]:
    """Chains, triangles, stars, products, bound and free ends, both ways round, and values that must differ."""
    variables, rng = ("?a", "?b", "?c", "?d"), random.Random(7)
    found = []
    for number in range(80):
        clauses = []
        for _ in range(rng.randint(1, 4)):
            one, two = rng.sample(variables, 2)
            few = frozenset(rng.sample(range(12), 2))
            subject, object_ = (End(v) if rng.random() < 0.8 else End(entities=few) for v in (one, two))
            types = frozenset(rng.sample(KINDS, rng.randint(1, 2)))
            clauses.append(Clause(subject, object_, Filters(type=types), any_direction=rng.random() < 0.3))
        there = sorted({v for c in clauses for v in c.variables})
        different = tuple(itertools.combinations(there, 2)) if number % 2 else ()
        bound = {v: frozenset(range(6)) for v in there if rng.random() < 0.2}
        found.append(Pattern(tuple(clauses), bound, different=different, distinct=number % 5 == 0))
    return found


def both(view: ColumnarView, pattern: Pattern, monkeypatch: pytest.MonkeyPatch) -> tuple[Answer, Answer]:
    """The answer by columns, and the answer row by row."""
    assert isinstance(view.join(pattern), ColumnJoin)
    by_columns = evaluate(view, pattern)
    with monkeypatch.context() as patched:
        patched.setattr(ColumnarView, "join", lambda *_: None)
        return by_columns, evaluate(view, pattern)


@pytest.mark.parametrize(("most", "at_once"), [(3_000, 1_000_000), (50, 7)])
def test_both_ways_give_the_same_rows(
    view: ColumnarView, monkeypatch: pytest.MonkeyPatch, most: int, at_once: int
) -> None:
    """Rows, plan, what was cut off and where nothing was left, whatever the bounds."""
    monkeypatch.setattr(plain, "MOST_ROWS", most)
    monkeypatch.setattr(joins, "MOST_ROWS", most)
    monkeypatch.setattr(joins, "_AT_ONCE", at_once)
    cut = filled = 0
    for pattern in patterns():
        told, expected = both(view, pattern, monkeypatch)
        assert list(told.rows) == list(expected.rows)
        assert (told.plan, told.truncated, told.empty) == (expected.plan, expected.truncated, expected.empty)
        cut += told.truncated is not None
        filled += len(told.rows) > 0
    assert filled > 30
    assert cut > (15 if most == 50 else 3)


def test_no_more_of_a_product_is_made_than_is_kept(view: ColumnarView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of relations that share nothing only the first combinations are joined, however many there are."""
    made = 0
    real = ColumnJoin._pairs

    def counted(self: ColumnJoin, *asked: Any) -> Iterator[Any]:
        nonlocal made
        for left, right in real(self, *asked):
            made += len(left)
            yield left, right

    monkeypatch.setattr(ColumnJoin, "_pairs", counted)
    monkeypatch.setattr(joins, "MOST_ROWS", 1_000)
    monkeypatch.setattr(joins, "_AT_ONCE", 500)
    free = [Clause(End(f"?a{n}"), End(f"?b{n}")) for n in range(4)]
    answer = evaluate(view, Pattern(tuple(free)))
    assert (len(answer.rows), answer.truncated is not None) == (1_000, True)
    assert made < 10_000


def test_rows_are_a_sequence(view: ColumnarView) -> None:
    """A page, one row and all rows agree."""
    pattern = Pattern((Clause(End("?a"), End("?b")), Clause(End("?b"), End("?c"))))
    rows = evaluate(view, pattern).rows
    every = list(rows)
    assert every == sorted(every)
    assert rows[10:20] == every[10:20]
    assert [rows[0], rows[-1]] == [every[0], every[-1]]
    assert len(rows) == len(every) > 100


@pytest.mark.parametrize(
    "clause",
    [
        Clause(End("?a"), End("?a")),
        Clause(End("?a"), End("?b"), type_variable="?t"),
        Clause(End("?a"), End("?b"), voice_variable="?v"),
        Clause(End("?a"), End("?b"), role="optional"),
        Clause(End("?a"), End("?b"), role="not_exists"),
    ],
)
def test_what_columns_do_not_know_is_joined_row_by_row(view: ColumnarView, clause: Clause) -> None:
    """Types and voices as variables, and clauses that need not hold, are left to the other way."""
    assert view.join(Pattern((Clause(End("?a"), End("?b")), clause))) is None
