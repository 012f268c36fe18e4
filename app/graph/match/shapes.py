"""The answer to a pattern as plain dictionaries: bindings, and per clause the relation that satisfies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.graph import envelope, shapes
from app.graph.absence import explain_absence
from app.graph.contract import GraphView, Match
from app.graph.filters import Scope
from app.graph.match.candidates import Value
from app.graph.match.evaluate import Answer
from app.graph.match.join import Empty, Row
from app.graph.match.pattern import Pattern

Shape = dict[str, Any]


def answer_shape(view: GraphView, pattern: Pattern, answer: Answer, *, with_claims: bool = False) -> Shape:
    """One page of rows with the total, the plan, and, where nothing was left, why."""
    page = [] if pattern.count else answer.rows[pattern.offset : pattern.offset + pattern.limit]
    matches = [_matches(view, pattern, index, page) for index in range(len(pattern.clauses))]
    shape: Shape = {
        "variables": list(answer.variables),
        "results": [_row(view, answer.variables, row, matches, with_claims=with_claims) for row in page],
        "total": {"value": len(answer.rows), "relation": "gte" if answer.truncated else "eq"},
        "limit": pattern.limit,
        "offset": pattern.offset,
        "truncated": answer.truncated is not None,
        "truncated_by": answer.truncated,
        "plan": [{"clause": s.clause, "at_most": s.hint, "rows": s.rows} for s in answer.plan],
        "snapshot": view.snapshot_id,
    }
    if answer.empty is not None:
        shape["absence"] = _absence(view, answer.empty)
    if answer.unmatched:
        shape["unmatched"] = [_absence(view, e) for e in answer.unmatched]
    return shape


def _matches(view: GraphView, pattern: Pattern, index: int, rows: Sequence[Row]) -> Mapping[int, Match]:
    wanted = frozenset(r for r in (row.relations[index] for row in rows) if r is not None)
    found = view.select(Scope(relations=wanted), pattern.clauses[index].filters) if wanted else ()
    return {m.relation: m for m in found}


def _row(
    view: GraphView,
    variables: Sequence[str],
    row: Row,
    matches: Sequence[Mapping[int, Match]],
    *,
    with_claims: bool,
) -> Shape:
    return {
        "bindings": {name: _value(view, value) for name, value in zip(variables, row.values, strict=True)},
        "relations": [
            None if relation is None else _relation(view, matches[index][relation], with_claims=with_claims)
            for index, relation in enumerate(row.relations)
        ],
        "ways": row.ways,
    }


def _value(view: GraphView, value: Value | None) -> Shape | None:
    if value is None:
        return None
    if isinstance(value, str):
        kind = view.ontology.relation_types[value]
        return {"id": kind.id, "label": kind.label, "type": "relation_type"}
    return shapes.reference(view, value)


def _relation(view: GraphView, match: Match, *, with_claims: bool) -> Shape:
    shape = shapes.relation(view, match, with_claims=with_claims)
    records = [view.claim(c) for c in match.claims]
    shape["attributes"] = [{"claim": r.id, **r.attributes} for r in records if r.attributes]
    return shape


def _absence(view: GraphView, empty: Empty) -> Shape:
    why = explain_absence(view, empty.scope, empty.filters)
    return {"clause": empty.clause, **envelope.absence(view, why, lambda c: shapes.claim(view, c))}
