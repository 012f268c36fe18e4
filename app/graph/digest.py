"""What the remaining claims of a relation come to, each of them looked at once. Engines have a faster way for many."""

from __future__ import annotations

from collections.abc import Sequence

from app.graph.contract import Digest, GraphView, Match
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK, ClaimFacts, claim_status
from app.model.claim import Stance, Status


def digest_of(view: GraphView, match: Match) -> Digest:
    """The verdict, the tone (ruling R8), the claim that speaks for all, the hull of days, and what kinds there are."""
    facts = [view.facts(c) for c in match.claims]
    verdict = view.verdict(match)
    tones = {view.polarity(c) for c in match.claims}
    holding = [f for f in facts if f.stance is Stance.AFFIRMS] or facts
    return Digest(
        verdict,
        tones.pop() if len(tones) == 1 else 0,
        _leading(match.claims, facts, verdict.status),
        min(f.possible_from for f in holding),
        max(f.possible_to for f in holding),
        min(view.known_from(c) for c in match.claims),
        frozenset(f.stance for f in facts),
        frozenset(f.modality for f in facts),
    )


def lasting_of(view: GraphView, match: Match) -> Sequence[int]:
    """The claims that affirm (all, where none does), those that may hold the longest first."""
    if len(match.claims) == 1:
        return match.claims
    affirming = [c for c in match.claims if view.facts(c).stance is Stance.AFFIRMS]
    return sorted(affirming or match.claims, key=lambda c: view.bounds(c).possible_to, reverse=True)


def _leading(claims: Sequence[int], facts: Sequence[ClaimFacts], status: Status) -> int:
    """The surest of the claims that give the status, first in order; of a contested one, the best that affirms."""
    if len(claims) == 1:
        return claims[0]
    both = list(zip(claims, facts, strict=True))
    pool = [(c, f) for c, f in both if claim_status(f) is status]
    pool = pool or [(c, f) for c, f in both if f.stance is Stance.AFFIRMS]
    return min(pool, key=lambda cf: (STATUS_RANK[claim_status(cf[1])], -CONFIDENCE_RANK[cf[1].confidence], cf[0]))[0]
