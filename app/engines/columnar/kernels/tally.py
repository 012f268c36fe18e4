"""How many relations have a claim with which value: what facets count."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.compiling import inner, kernel
from app.engines.columnar.kernels.graph import i32, i64

MODALITY, STANCE, SOURCE, DATASET, VOICE = range(5)
FACETS: Final = ("modality", "stance", "source", "dataset", "asserted_by")  # in the order of their numbers
WHOLE: Final = 0  # in place of an address: each relation has all its claims


@inner
def _value(t: int, facet: int, claim: int) -> int:
    if facet == MODALITY:
        return g.modality(t, claim)
    if facet == STANCE:
        return g.stance(t, claim)
    return g.source(t, claim) if facet == SOURCE else g.dataset(t, claim)


@inner
def _note(value: int, relation: int, counts: Any, last: Any) -> None:
    """Counts a relation for a value once."""
    if last[value] != relation:
        last[value] = relation
        counts[value] += 1


@kernel
def tally(t: int, facet: int, relations: int, number: int, claims: int, bounds: int, values: int) -> Any:
    """Per value, of which there are so many, the relations with a remaining claim that has it.

    `relations`, `claims` and `bounds` are addresses: the claims of the relation at n are from `bounds[n]` to
    `bounds[n + 1]` in `claims`, or all that it has.
    """
    counts, last = np.zeros(values, np.int64), np.full(values, -1, np.int64)
    for place in range(number):
        relation = i32(relations, place)
        low = g.claims(t, relation) if bounds == WHOLE else i64(bounds, place)
        high = g.claims(t, relation + 1) if bounds == WHOLE else i64(bounds, place + 1)
        for at in range(low, high):
            claim = at if bounds == WHOLE else i32(claims, at)
            if facet != VOICE:
                _note(_value(t, facet, claim), place, counts, last)
                continue
            for voice in range(g.voices(t, claim), g.voices(t, claim + 1)):
                _note(g.voice(t, voice), place, counts, last)
    return counts
