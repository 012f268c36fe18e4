"""What many claims of one relation come to: `graph.digest.digest_of` over columns instead of claim by claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from app.engines.columnar.verdicts import AFFIRMS, RANKS, alone, amounts
from app.graph.contract import Digest
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK, ClaimFacts, Verdict
from app.snapshot.columns import CONFIDENCES, MODALITIES, STANCES, Columns, Int32, Int64, read_only

MANY = 32  # claims of one relation from which on columns are the faster way
_FIRST = read_only([0], np.int64)
_STATUSES = tuple(STATUS_RANK)
_BY_RANK = tuple(sorted(CONFIDENCES, key=CONFIDENCE_RANK.__getitem__))


def rows_of(claims: Sequence[int]) -> Int32 | slice:
    """The claims as an index into columns: where they stand side by side, a slice, which copies nothing."""
    first, last = claims[0], claims[-1]
    if last - first + 1 == len(claims):
        return slice(first, last + 1)
    return np.array(claims, dtype=np.int32)


def verdict_of(columns: Columns, claims: Sequence[int], facts: Callable[[int], ClaimFacts]) -> Verdict:
    """`graph.status.judge` of many claims."""
    rows = np.array(claims, dtype=np.int32)
    worth = amounts(columns, rows, _FIRST, facts)
    ended = columns.claim_ended[rows] & (columns.claim_stance[rows] == AFFIRMS)
    return Verdict(
        _STATUSES[int(worth.status[0])],
        _BY_RANK[int(worth.confidence[0])],
        _BY_RANK[int(RANKS[columns.claim_confidence[rows]].min())],
        bool(ended.any()),
    )


def digest(columns: Columns, claims: Sequence[int], verdict: Verdict) -> Digest:
    """What many claims come to, the verdict on them being known."""
    rows = rows_of(claims)
    stance = columns.claim_stance[rows]
    affirms = stance == AFFIRMS
    tones = columns.claim_polarity[rows]
    tone = int(tones[0])
    first, last = columns.claim_possible_from[rows], columns.claim_possible_to[rows]
    if affirms.any():
        first, last = first[affirms], last[affirms]
    return Digest(
        verdict,
        tone if (tones == tone).all() else 0,
        _leading(columns, np.array(claims, dtype=np.int32), STATUS_RANK[verdict.status]),
        int(first.min()),
        int(last.max()),
        int(columns.claim_known[rows].min()),
        frozenset(STANCES[code] for code in set(stance.tolist())),
        frozenset(MODALITIES[code] for code in set(columns.claim_modality[rows].tolist())),
    )


def lasting(columns: Columns, claims: Sequence[int]) -> Sequence[int]:
    """The affirming claims (all, where none affirms), those that may hold the longest first."""
    rows = np.array(claims, dtype=np.int32)
    affirms = rows[columns.claim_stance[rows] == AFFIRMS]
    rows = affirms if len(affirms) else rows
    found: list[int] = rows[np.argsort(columns.claim_possible_to[rows], kind="stable")[::-1]].tolist()
    return found


def _leading(columns: Columns, rows: Int32, status: int) -> int:
    """See `graph.digest`: the claims of that status, else those that affirm; the strongest and surest; the first."""
    own = alone(columns, rows)
    pool = rows[own == status]
    if not len(pool):
        pool = rows[columns.claim_stance[rows] == AFFIRMS]
    order: Int64 = alone(columns, pool).astype(np.int64) * len(RANKS) - RANKS[columns.claim_confidence[pool]]
    return int(pool[order == order.min()].min())
