"""Which derived relations an answer shows: the filters that look at relations last, and the scope, applied to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from app.graph.contract import GraphView
from app.graph.derive.engine import Derivation, Derived
from app.graph.filters import Filters, Scope
from app.graph.status import STATUS_RANK
from app.model.rule import DERIVED


def chosen(derivation: Derivation, scope: Scope, filters: Filters, types: frozenset[str] | None) -> Sequence[Derived]:
    """The derived relations in scope that pass the filters on type, category, polarity and status.

    `types` are the derived types asked for; where only types or categories of the ontology are asked for, none passes.
    The filters on claims have done their work on the premises.
    """
    kinds = {r.then.type.id: r.then.type for r in derivation.rules.values()}
    statuses = None if filters.status is None else {STATUS_RANK[s] for s in filters.status}
    if types is None and filters.type is not None:
        return ()
    if filters.category is not None and types is None:
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


class Asked(NamedTuple):
    """The words of a question without derived types, those types, and whether nothing but derived ones is asked for."""

    words: Mapping[str, Any]
    types: frozenset[str] | None
    only: bool


def asked_types(view: GraphView, words: Mapping[str, Any]) -> Asked:
    """Part the types asked for into those of the ontology and those that the rules of the data derive.

    No type named: all derived ones count. Only types of the ontology named: none does (`chosen` sees to that).
    """
    named = tuple(words.get("type") or ())
    derived = {r.then.type.id for r in view.rules}
    mine = frozenset(t for t in named if t in derived)
    left = tuple(t for t in named if t not in derived)
    rest = {k: v for k, v in words.items() if k != "type"}
    if left:
        rest["type"] = left
    categories = tuple(words.get("category") or ())
    if DERIVED in categories:
        rest["category"] = tuple(c for c in categories if c != DERIVED)
        if not rest["category"]:
            del rest["category"]
    only = bool(mine and not left) or categories == (DERIVED,)
    return Asked(rest, mine if mine else None, only)
