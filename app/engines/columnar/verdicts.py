"""Status, confidence and tone of many relations at once: `graph.status.judge` over columns (rulings R2, R3, R6, R8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from app.graph.status import CONFIDENCE_RANK, STATUS_RANK, ClaimFacts, affirmed_status, judge
from app.model.claim import Confidence, Modality, Stance, Status
from app.snapshot.columns import CONFIDENCES, MODALITIES, STANCES, Bool, Columns, Int8, Int32, Int64, read_only

_NONE = 127  # weaker than any status
AFFIRMS, DENIES = STANCES.index(Stance.AFFIRMS), STANCES.index(Stance.DENIES)
NORMATIVE = MODALITIES.index(Modality.NORMATIVE)
DENIED, QUESTIONED = STATUS_RANK[Status.DENIED], STATUS_RANK[Status.QUESTIONED]
CONTESTED = STATUS_RANK[Status.CONTESTED]


class Amounts(NamedTuple):
    """What each relation amounts to: ranks of status and confidence, and the polarity of the edge."""

    status: Int8
    confidence: Int8
    polarity: Int8


def _affirmed_table() -> Int8:
    def rank(modality: Modality, authored: bool) -> int:
        facts = ClaimFacts(Stance.AFFIRMS, modality, authored, Confidence.LOW, 0, 1, ended=False)
        return STATUS_RANK[affirmed_status(facts)]

    return read_only([[rank(m, a) for a in (False, True)] for m in MODALITIES], np.int8)


AFFIRMED = _affirmed_table()
RANKS = read_only([CONFIDENCE_RANK[c] for c in CONFIDENCES], np.int8)


def amounts(columns: Columns, claims: Int32, starts: Int64, facts: Callable[[int], ClaimFacts]) -> Amounts:
    """The amounts of each group of claims; groups begin at `starts` and are not empty."""
    if not len(starts):
        empty = np.empty(0, dtype=np.int8)
        return Amounts(empty, empty, empty)
    stance = columns.claim_stance[claims]
    modality, authored = columns.claim_modality[claims], columns.claim_authored[claims]
    affirms = stance == AFFIRMS
    rank = np.where(affirms, AFFIRMED[modality, authored.astype(np.int8)], np.int8(_NONE))
    best = np.minimum.reduceat(rank, starts)
    denies = stance == DENIES
    has_denied = np.logical_or.reduceat(denies, starts)
    has_affirmed = best < _NONE
    status = np.where(has_affirmed, best, np.where(has_denied, np.int8(DENIED), np.int8(QUESTIONED))).astype(np.int8)

    sizes = np.diff(starts, append=len(claims))
    decides = np.repeat(status, sizes)
    wins = np.where(affirms, rank == decides, (denies & (decides == DENIED)) | (decides == QUESTIONED))
    sure = RANKS[columns.claim_confidence[claims]]
    confidence = np.maximum.reduceat(np.where(wins, sure, np.int8(-1)), starts).astype(np.int8)

    for group in _contradicted(columns, claims, sizes, affirms, denies, has_affirmed & has_denied):
        rows = claims[starts[group] : starts[group] + sizes[group]].tolist()
        verdict = judge([facts(row) for row in rows])
        status[group] = STATUS_RANK[verdict.status]
        confidence[group] = CONFIDENCE_RANK[verdict.confidence]
    return Amounts(status, confidence, _tone(columns.claim_polarity[claims], starts))


def alone(columns: Columns, claims: Int32) -> Int8:
    """The rank of the status that each claim has where it stands alone (`graph.status.claim_status`)."""
    stance = columns.claim_stance[claims]
    affirmed = AFFIRMED[columns.claim_modality[claims], columns.claim_authored[claims].astype(np.int8)]
    return np.where(stance == AFFIRMS, affirmed, np.where(stance == DENIES, DENIED, QUESTIONED)).astype(np.int8)


def _tone(polarity: Int8, starts: Int64) -> Int8:
    low, high = np.minimum.reduceat(polarity, starts), np.maximum.reduceat(polarity, starts)
    return np.where(low == high, low, np.int8(0)).astype(np.int8)


def _contradicted(columns: Columns, claims: Int32, sizes: Int64, affirms: Bool, denies: Bool, both: Bool) -> list[int]:
    """The groups that affirm and deny with possibly overlapping hulls, of normative claims or of others: worth a look.

    A group whose hulls lie apart is not contested (ruling R2), and its claims have been judged already.
    """
    if not both.any():
        return []
    inside = np.repeat(both, sizes)
    kept = np.flatnonzero(inside)
    bounds = np.concatenate(([0], np.cumsum(sizes[both])))[:-1]
    rows = claims[kept]
    normative = columns.claim_modality[rows] == NORMATIVE
    begin, end = columns.claim_possible_from[rows], columns.claim_possible_to[rows]
    suspect = np.zeros(int(both.sum()), dtype=np.bool_)
    for kind in (normative, ~normative):
        hulls = []
        for side in (affirms[kept] & kind, denies[kept] & kind):
            hulls.append(np.minimum.reduceat(np.where(side, begin, np.int32(2**31 - 1)), bounds))
            hulls.append(np.maximum.reduceat(np.where(side, end, np.int32(-(2**31))), bounds))
        suspect |= (hulls[0] < hulls[3]) & (hulls[2] < hulls[1])
    found: list[int] = np.flatnonzero(both)[suspect].tolist()
    return found
