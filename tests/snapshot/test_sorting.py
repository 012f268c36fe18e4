"""Sorting by packed numbers gives the order that comparing rows would give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.snapshot.sorting import order_by, order_of_ids

INT32 = np.iinfo(np.int32)
values = st.integers(-3, 3) | st.integers(INT32.min, INT32.max)
few = st.integers(0, 2)


@given(st.lists(st.tuples(values, values, values), max_size=40))
def test_rows_are_sorted_by_their_keys_and_ties_stay(rows: list[tuple[int, int, int]]) -> None:
    """Whether the keys fit into one number or not, the order is that of a stable sort."""
    keys = [np.array([row[i] for row in rows], dtype=np.int32) for i in range(3)]
    assert order_by(*keys).tolist() == sorted(range(len(rows)), key=rows.__getitem__)


@pytest.mark.parametrize("lowest", [INT32.min, 0])
def test_a_far_lowest_value_changes_nothing(lowest: int) -> None:
    """An open start among days, with many nodes, is sorted before all days."""
    rng = np.random.default_rng(1)
    nodes = rng.integers(0, 1 << 20, 5000).astype(np.int32)
    days = rng.integers(730_000, 740_000, 5000).astype(np.int32)
    days[rng.integers(0, 5000, 100)] = lowest
    assert order_by(nodes, days).tolist() == np.lexsort((days, nodes)).tolist()


@given(st.lists(st.tuples(few.map(lambda n: n << 62) | few | st.integers(0, 2**64 - 1), few), max_size=40, unique=True))
def test_ids_are_sorted_by_all_their_bits(rows: list[tuple[int, int]]) -> None:
    """Ids that agree in their upper bits, in many of them or in few, come in order of the rest."""
    high = np.array([row[0] for row in rows], dtype=np.uint64)
    low = np.array([row[1] for row in rows], dtype=np.uint16)
    assert order_of_ids(high, low).tolist() == sorted(range(len(rows)), key=rows.__getitem__)
