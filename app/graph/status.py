"""The one function that computes what a relation's claims amount to (rulings R2, R3, R4 and R6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from app.model.claim import Confidence, Modality, Stance, Status

CONFIDENCE_RANK: Final[Mapping[Confidence, int]] = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}
_BY_MODALITY: Final[Mapping[Modality, Status]] = {
    Modality.ALLEGED: Status.ALLEGED,
    Modality.AGREED: Status.AGREED,
    Modality.PLANNED: Status.PLANNED,
    Modality.EXPECTED: Status.EXPECTED,
    Modality.HYPOTHETICAL: Status.HYPOTHETICAL,
    Modality.NORMATIVE: Status.NORMATIVE,
}
STATUS_RANK: Final[Mapping[Status, int]] = {status: rank for rank, status in enumerate(Status)}


class ClaimFacts(NamedTuple):
    """What the verdict needs of a claim. `authored`: the source's own author is among its voices."""

    stance: Stance
    modality: Modality
    authored: bool
    confidence: Confidence
    possible_from: int
    possible_to: int
    ended: bool


class Verdict(NamedTuple):
    """The status of a relation, the confidence of its best claim of that status, the least of all, whether it ended."""

    status: Status
    confidence: Confidence
    min_confidence: Confidence
    ended: bool


def affirmed_status(claim: ClaimFacts) -> Status:
    """The status that one affirming claim gives (ruling R3): only the author's own voice makes a fact asserted."""
    if claim.modality is Modality.FACT:
        return Status.ASSERTED if claim.authored else Status.ATTRIBUTED
    return _BY_MODALITY[claim.modality]


def claim_status(claim: ClaimFacts) -> Status:
    """What a claim amounts to when it stands alone."""
    if claim.stance is Stance.DENIES:
        return Status.DENIED
    if claim.stance is Stance.QUESTIONS:
        return Status.QUESTIONED
    return affirmed_status(claim)


def contradict(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims affirm and deny the same with possibly overlapping intervals (ruling R2).

    That something ought (not) to be says nothing of whether it is: a normative claim is contradicted only by another.
    """
    if {one.stance, other.stance} != {Stance.AFFIRMS, Stance.DENIES}:
        return False
    if (one.modality is Modality.NORMATIVE) != (other.modality is Modality.NORMATIVE):
        return False
    return one.possible_from < other.possible_to and other.possible_from < one.possible_to


def judge(claims: Sequence[ClaimFacts]) -> Verdict:
    """The verdict on a relation from all its remaining claims, of which there is at least one."""
    if len(claims) == 1:
        only = claims[0]
        ended = only.ended and only.stance is Stance.AFFIRMS
        return Verdict(claim_status(only), only.confidence, only.confidence, ended)
    affirmed = [c for c in claims if c.stance is Stance.AFFIRMS]
    denied = [c for c in claims if c.stance is Stance.DENIES]
    if any(contradict(a, d) for a in affirmed for d in denied):
        status, winners = Status.CONTESTED, affirmed + denied
    elif affirmed:
        status = min((affirmed_status(c) for c in affirmed), key=STATUS_RANK.__getitem__)
        winners = [c for c in affirmed if affirmed_status(c) is status]
    elif denied:
        status, winners = Status.DENIED, denied
    else:
        status, winners = Status.QUESTIONED, list(claims)
    return Verdict(
        status,
        max((c.confidence for c in winners), key=CONFIDENCE_RANK.__getitem__),
        min((c.confidence for c in claims), key=CONFIDENCE_RANK.__getitem__),
        any(c.ended for c in affirmed),
    )
