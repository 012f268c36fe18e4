"""Asks a view in the words of a query: ids for handles, dates for spans, one value or several.

ask(view, subject="graustark", status="alleged", as_of="2019-05")   ->  ["graustark.shelters.rebels"]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.filters import Filters, Scope
from app.graph.lookup import resolve_all
from app.graph.status import Verdict
from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.dates import parse_query_date, parse_span
from app.model.ids import relation_id

_POLARITIES = (("cooperative", 1), ("neutral", 0), ("conflictual", -1))
_ENUMS = (("stance", Stance), ("modality", Modality), ("progress", Progress), ("status", Status))
_ENDS = ("subject", "object", "incident", "other")


def filters(view: GraphView, **asked: Any) -> Filters:
    """Filters in words: entities by id or name with their organs (without, if `exact`), types with their subtypes."""
    given: dict[str, Any] = dict(asked)
    exact = given.pop("exact", False)
    for name in ("as_of", "known_at"):
        if name in given:
            given[name] = parse_query_date(given[name])
    if "during" in given:
        given["during"] = parse_span(given["during"])
    if "min_confidence" in given:
        given["min_confidence"] = Confidence(given["min_confidence"])
    for name, kind in _ENUMS:
        if name in given:
            given[name] = frozenset(kind(v) for v in _several(given[name]))
    for name in ("asserted_by", "addressed_to"):
        if name in given:
            given[name] = resolve_all(view, name, _several(given[name]), exact=exact)
    for name in ("source", "dataset", "category"):
        if name in given:
            given[name] = frozenset(_several(given[name]))
    if "type" in given:
        given["type"] = frozenset[str]().union(*(view.ontology.relation_subtypes(t) for t in _several(given["type"])))
    if "polarity" in given:
        given["polarity"] = frozenset(dict(_POLARITIES)[p] for p in _several(given["polarity"]))
    return Filters(**given)


def scope(view: GraphView, **asked: Any) -> Scope:
    """A scope in words; `between` is one pair of ids, or a list of pairs."""
    given: dict[str, Any] = dict(asked)
    exact = given.pop("exact", False)
    for name in _ENDS:
        if name in given:
            given[name] = resolve_all(view, name, _several(given[name]), exact=exact)
    if "between" in given:
        pairs = given["between"] if isinstance(given["between"], list) else [given["between"]]
        given["between"] = tuple(
            (resolve_all(view, "between", [one], exact=exact), resolve_all(view, "between", [two], exact=exact))
            for one, two in pairs
        )
    if "relations" in given:
        handles = [view.find_relation(key) for key in _several(given["relations"])]
        given["relations"] = frozenset(h for h in handles if h is not None)
    return Scope(**given)


def matches(view: GraphView, **asked: Any) -> list[Match]:
    """The matches for a question in words: ends, `between`, `direction` and `relations` scope it, the rest filters."""
    where = {k: v for k, v in asked.items() if k in (*_ENDS, "between", "direction", "relations")}
    how = {k: v for k, v in asked.items() if k not in where}
    exact = bool(asked.get("exact"))
    return list(view.select(scope(view, **where, exact=exact), filters(view, **how)))


def ask(view: GraphView, **asked: Any) -> list[str]:
    """The ids of the relations that answer a question in words, in order."""
    return [key(view, m) for m in matches(view, **asked)]


def match(view: GraphView, relation: str, **asked: Any) -> Match | None:
    """One relation under filters in words, or None where they leave nothing of it."""
    found = matches(view, relations=relation, **asked)
    return found[0] if found else None


def verdict(view: GraphView, relation: str, **asked: Any) -> Verdict | None:
    """The verdict on one relation under filters in words, or None where they leave nothing of it."""
    found = match(view, relation, **asked)
    return None if found is None else view.verdict(found)


def status(view: GraphView, relation: str, **asked: Any) -> str | None:
    """The status of one relation under filters in words, or None where they leave nothing of it."""
    found = verdict(view, relation, **asked)
    return None if found is None else found.status.value


def claim_ids(view: GraphView, found: Match | None) -> list[str]:
    """The ids of a match's claims."""
    return [] if found is None else [view.claim(c).id for c in found.claims]


def key(view: GraphView, found: Match) -> str:
    """The id of a match's relation."""
    ends = view.ends(found.relation)
    return relation_id(view.entity(ends.subject).id, ends.type, view.entity(ends.object).id)


def handle(view: GraphView, entity: str) -> int:
    """The handle of an entity that is there."""
    found = view.find_entity(entity)
    assert found is not None, f"no entity {entity!r} in this world"
    return found


def _several(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
