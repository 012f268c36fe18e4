"""Which derived relations an answer shows: the filters that look at relations last, and the scope, applied to them."""

from __future__ import annotations

from collections.abc import Sequence

from app.graph.derive.engine import Derivation, Derived
from app.graph.filters import Filters, Scope
from app.graph.status import STATUS_RANK
from app.model.rule import DERIVED


def chosen(derivation: Derivation, scope: Scope, filters: Filters, types: frozenset[str] | None) -> Sequence[Derived]:
    """The derived relations in scope that pass the filters on type, category, polarity and status.

    `types` are the derived types asked for; where only types of the ontology are asked for, none passes. The filters
    on claims have done their work on the premises.
    """
    kinds = {r.then.type.id: r.then.type for r in derivation.rules.values()}
    statuses = None if filters.status is None else {STATUS_RANK[s] for s in filters.status}
    if types is None and filters.type is not None:
        return ()
    if filters.category is not None and DERIVED not in filters.category:
        return ()
    return [
        item
        for item in derivation.relations
        if (types is None or item.type in types)
        and (filters.polarity is None or kinds[item.type].polarity in filters.polarity)
        and (statuses is None or item.traces[0].status in statuses)
        and _admits(scope, item, symmetric=kinds[item.type].symmetric)
    ]


def _admits(scope: Scope, item: Derived, *, symmetric: bool) -> bool:
    return scope.relations is None and scope.admits(-1, item.subject, item.object, symmetric=symmetric)
