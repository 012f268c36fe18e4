"""The atoms themselves: claims that pass all filters one by one."""

from __future__ import annotations

from collections.abc import Sequence

from app.graph.contract import GraphView
from app.graph.filters import Filters, Scope
from app.graph.status import CONFIDENCE_RANK
from app.model.claim import Claim


def find_claims(view: GraphView, scope: Scope, filters: Filters) -> Sequence[int]:
    """The claims on relations in scope that pass every filter themselves.

    On claims, `status` and `polarity` look at the claim standing alone, not at its relation: what is alleged in one
    voice is an allegation, whatever others say.
    """
    return view.passing_claims(scope, filters)


def selected(view: GraphView, claim: Claim, filters: Filters) -> bool:
    """Whether one claim meets all selection filters (ruling R1)."""
    if filters.stance is not None and claim.stance not in filters.stance:
        return False
    if filters.modality is not None and claim.modality not in filters.modality:
        return False
    if filters.progress is not None and claim.progress not in filters.progress:
        return False
    if (
        filters.min_confidence is not None
        and CONFIDENCE_RANK[claim.confidence] < CONFIDENCE_RANK[filters.min_confidence]
    ):
        return False
    if filters.asserted_by is not None and not any(_is(view, v, filters.asserted_by) for v in claim.asserted_by):
        return False
    if filters.addressed_to is not None and not (
        claim.addressed_to and _is(view, claim.addressed_to, filters.addressed_to)
    ):
        return False
    return filters.q is None or mentions(claim, filters.q)


def mentions(claim: Claim, text: str) -> bool:
    """Whether the notes or the date words of a claim hold the text, letter case aside."""
    wanted = text.casefold()
    return any(wanted in t.casefold() for t in (*(e.note for e in claim.evidence), claim.valid.words or ""))


def _is(view: GraphView, key: str, handles: frozenset[int]) -> bool:
    return view.find_entity(key) in handles
