"""What kernels want to know of a snapshot before they rely on it."""

from __future__ import annotations

from typing import Any

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.compiling import kernel
from app.engines.columnar.kernels.graph import i64
from app.engines.columnar.kernels.sieve import is_event


@kernel
def measure(t: int, s: int) -> Any:
    """Whether the claims of each relation lie in order of their first day and last a day or more; the longest event."""
    longest = 0
    for relation in range(i64(t, g.RELATIONS)):
        event = is_event(s, g.kind(t, relation))
        first = g.claims(t, relation)
        for claim in range(first, g.claims(t, relation + 1)):
            begin, end = g.possible_from(t, claim), g.possible_to(t, claim)
            if end <= begin or (claim > first and begin < g.possible_from(t, claim - 1)):
                return False, longest
            if event:
                longest = max(longest, end - begin)
    return True, longest
