"""The rows that most lists share, against counting them one by one."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from app.engines.columnar.shared import most_shared

LISTS = st.lists(st.sets(st.integers(0, 30)), max_size=12)


@given(LISTS, st.integers(1, 20))
@example([{3}] * 300, 1)
@example([set(range(30))], 7)
@example([], 3)
def test_the_rows_in_most_lists_come_first(lists: list[set[int]], wanted: int) -> None:
    """Those in most lists come first, the lower of equals before the higher, and no more than are wanted."""
    counts = Counter(row for found in lists for row in found)
    plain = sorted(counts, key=lambda row: (-counts[row], row))[:wanted]
    arrays = [np.array(sorted(found), dtype=np.int32) for found in lists]
    assert most_shared(arrays, 31, wanted).tolist() == plain
