"""What each relation amounts to with all its claims, computed once when a snapshot is built and kept beside it."""

from __future__ import annotations

import numpy as np

from app.engines.columnar.verdicts import amounts
from app.graph.status import ClaimFacts
from app.snapshot.columns import CONFIDENCES, MODALITIES, STANCES, Columns, Worth, read_only


def worth_of(columns: Columns) -> Worth:
    """The ranks of status and confidence, and the polarity, of each relation, by `graph.status.judge`."""
    claims = np.arange(len(columns.claim_relation), dtype=np.int32)
    found = amounts(columns, claims, columns.relation_claims[:-1], lambda claim: facts_of(columns, claim))
    return Worth(*(read_only(column, np.int8) for column in found))


def facts_of(columns: Columns, claim: int) -> ClaimFacts:
    """What the verdict needs of a claim."""
    return ClaimFacts(
        STANCES[columns.claim_stance[claim]],
        MODALITIES[columns.claim_modality[claim]],
        bool(columns.claim_authored[claim]),
        CONFIDENCES[columns.claim_confidence[claim]],
        int(columns.claim_possible_from[claim]),
        int(columns.claim_possible_to[claim]),
        bool(columns.claim_ended[claim]),
    )
