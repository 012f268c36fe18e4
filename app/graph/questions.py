"""From the words of a question to its answer, one function for each question; both doors and the cookbook call these.

The words are those of the HTTP parameters (or of a request's body); an answer is plain dictionaries.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import InvalidDate, InvalidValue
from app.graph import asking, envelope, shapes
from app.graph.absence import Absence, explain_absence
from app.graph.body import boolean, number, only
from app.graph.contract import GraphView
from app.graph.derive.engine import Derivation, derive, derived_by_data
from app.graph.derive.reading import read_rules
from app.graph.derive.selection import asked_types, chosen
from app.graph.derive.shapes import DerivedShapes, rule_shape
from app.graph.diff import diff as find_diff
from app.graph.diff import diff_shape
from app.graph.explain import explain as find_explanation
from app.graph.explain import explanation_shape
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.match.evaluate import evaluate
from app.graph.match.reading import read_filters, read_pattern
from app.graph.match.shapes import answer_shape
from app.graph.paths import PathRequest, find_paths, hidden_paths
from app.graph.shapes_paths import path_shapes
from app.graph.timeline.buckets import INTERVALS
from app.graph.timeline.shapes import timeline_shape
from app.graph.timeline.spread import timeline as find_timeline
from app.model.dates import Span, parse_query_date

Words = Mapping[str, Any]
Shape = dict[str, Any]


def paths(view: GraphView, words: Words) -> Shape:
    """The best paths between two entities."""
    filters = asking.filters(view, words)
    request = _ends(view, words)
    found = find_paths(view, request, filters)
    shape: Shape = {
        "start": shapes.reference(view, request.start),
        "end": shapes.reference(view, request.end),
        "results": path_shapes(view, found, filters),
        "total": {"value": len(found), "relation": "gte" if len(found) == request.max_paths else "eq"},
        "max_depth": request.max_depth,
        "max_paths": request.max_paths,
        "directed": request.directed,
        "snapshot": view.snapshot_id,
        "notes": envelope.notes(view, filters),
    }
    if not found:
        between = Scope(between=((frozenset((request.start,)), frozenset((request.end,))),))
        why = explain_absence(view, between, filters)
        hidden = hidden_paths(view, request, filters)
        status = "hidden_by_filters" if hidden and why.status == "unchecked" else why.status
        shape["absence"] = _why(view, Absence(status, why.silences, why.sources_checked, hidden, why.nearest))
    return shape


def _ends(view: GraphView, words: Words) -> PathRequest:
    for name in ("start", "end"):
        if not words.get(name):
            raise InvalidValue(name, f"{name} is missing: give the id or name of an entity")
    request = PathRequest(asking.entity(view, "start", words["start"]), asking.entity(view, "end", words["end"]))
    given = {k: words[k] for k in ("max_depth", "max_paths", "directed") if words.get(k) is not None}
    return request._replace(**given)


def match(view: GraphView, body: Words) -> Shape:
    """The rows of a pattern; the body is that of `POST /v1/match`."""
    pattern = read_pattern(view, body)
    with_claims = "claims" in (body.get("include") or ())
    return answer_shape(view, pattern, evaluate(view, pattern), with_claims=with_claims)


def explain(view: GraphView, words: Words) -> Shape:
    """Everything between two entities, in sentences."""
    filters = asking.filters(view, words)
    found = find_explanation(view, _ends(view, words), filters, exact=bool(words.get("exact")))
    shape = explanation_shape(view, found, with_claims="claims" in (words.get("include") or ()))
    return {**shape, "notes": envelope.notes(view, filters)}


def derived(view: GraphView, words: Words) -> Shape:
    """What the rules of the data derive, with traces."""
    asked = asked_types(view, words)
    filters = asking.filters(view, asked.words)
    scope = asking.scope(view, asked.words)
    kept = {str(r) for r in words.get("rule") or ()}
    known = {r.id for r in view.rules}
    for name in kept - known:
        raise asking.unknown_value("rule", name, known)
    plain = filters.without("type", "category", "polarity", "status")
    derivation = derived_by_data(view, plain)
    if kept:
        rules = [r for r in view.rules if r.id in kept]
        derivation = view.remembered(("derived", plain, tuple(sorted(kept))), lambda: derive(view, rules, plain))
    return _derived(view, derivation, scope, filters, asked.types, words)


def derived_by(view: GraphView, body: Words) -> Shape:
    """What the rules of a request derive; the body is that of `POST /v1/derived`. Nothing is kept."""
    only(body, ("rules", "with_data_rules", "filters", "limit", "offset"), ())
    rules = read_rules(view, body.get("rules"))
    if boolean(body, "with_data_rules"):
        rules = (*rules, *(r for r in view.rules if r.id not in {p.id for p in rules}))
    filters = read_filters(view, body.get("filters") or {}, ("filters",))
    plain = filters.without("category", "polarity", "status")
    page = {"limit": number(body, "limit", 50, (1, 1000)), "offset": number(body, "offset", 0, (0, 10_000))}
    return _derived(view, derive(view, rules, plain), EVERYTHING, filters, None, page)


def _derived(
    view: GraphView,
    derivation: Derivation,
    scope: Scope,
    filters: Filters,
    types: frozenset[str] | None,
    words: Words,
) -> Shape:
    found = chosen(derivation, scope, filters, types)
    limit, offset = words.get("limit") or 50, words.get("offset") or 0
    page = found[offset : offset + limit]
    render = DerivedShapes(view, derivation, page, filters)
    shape: Shape = {
        "results": [render.relation(d) for d in page],
        "total": {"value": len(found), "relation": "gte" if derivation.truncated else "eq"},
        "limit": limit,
        "offset": offset,
        "rules": [rule_shape(r) for r in derivation.rules.values()],
        "truncated": derivation.truncated is not None,
        "truncated_by": derivation.truncated,
        "snapshot": view.snapshot_id,
        "notes": envelope.notes(view, filters),
    }
    if not found:
        nothing = Absence("unchecked", (), _checked(view), {}, ())
        shape["absence"] = _why(view, nothing)
    return shape


def diff(view: GraphView, words: Words) -> Shape:
    """What changed between two dates."""
    clock = words.get("clock") or "valid"
    filters = asking.filters(view, words)
    first, last = (_date(words, name) for name in ("from", "to"))
    found = find_diff(view, clock, first, last, filters)
    shape = diff_shape(
        view, found, words.get("limit") or 50, words.get("offset") or 0, tuple(words.get("change") or ())
    )
    notes = envelope.notes(view, found.after)
    return {"clock": clock, "from": words["from"], "to": words["to"], **shape, "notes": notes}


def _date(words: Words, name: str) -> Span:
    if not words.get(name):
        raise InvalidValue(name, f"{name} is missing: give a date, as YYYY, YYYY-MM, YYYY-MM-DD or other EDTF")
    try:
        return parse_query_date(words[name])
    except InvalidDate as error:
        raise InvalidValue(name, str(error)) from None


def timeline(view: GraphView, words: Words) -> Shape:
    """Counts and signed scores over time, for all, for an entity with its organs, or between two."""
    interval = words.get("interval") or "month"
    if interval not in INTERVALS:
        raise InvalidValue("interval", f"unknown interval {interval!r}: use {', '.join(INTERVALS)}", INTERVALS)
    filters = asking.filters(view, words)
    if words.get("entity") and words.get("between"):
        raise InvalidValue("between", "give an entity or a pair in between, not both")
    scope = asking.scope(view, {k: words[k] for k in ("between", "exact") if k in words})
    if words.get("entity"):
        handle = asking.entity(view, "entity", words["entity"])
        near = frozenset((handle,)) if words.get("exact") else view.organs(handle)
        scope = Scope(incident=near)
    found = find_timeline(view, scope, filters, interval, weigh_all=bool(words.get("weigh_all")))
    shape = timeline_shape(view, found, filters, items=bool(words.get("items")))
    if not found.relations:
        shape["absence"] = _why(view, explain_absence(view, scope, filters))
    return {"interval": interval, **shape, "notes": envelope.notes(view, filters)}


def _why(view: GraphView, why: Absence) -> Shape:
    return envelope.absence(view, why, lambda c: shapes.claim(view, c))


def _checked(view: GraphView) -> int:
    return sum(s.coverage == "complete" for s in view.sources.values())
