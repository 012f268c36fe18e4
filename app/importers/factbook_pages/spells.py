"""Yearly editions to valid time: since when an edition's statement holds, and whether a later one still makes it.

An edition that has a state of affairs tells that it holds when the edition is written (ruling T2), and with the
editions before it, since when. Where a later edition of the same pages no longer has it, nobody has said that it ended
(ruling R4): it is attested until the last edition that has it, and possible after that (rulings T1 and T3; ADR 0202).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

OPEN: Final = ".."


def spells(present: Iterable[int], editions: Iterable[int]) -> Mapping[int, str]:
    """EDTF by year, for each edition that has it: how long it has held. `editions` are all that could have it."""
    having = set(present)
    years = sorted(having | set(editions))
    found: dict[int, str] = {}
    start: int | None = None
    for at, year in enumerate(years):
        if year not in having:
            start = None
            continue
        start = year if start is None else start
        still = all(later in having for later in years[at:])
        if still:
            found[year] = f"{start}/{OPEN}"
        else:
            found[year] = str(year) if start == year else f"{start}/{year}"
    return found
