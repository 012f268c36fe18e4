"""The protocol around the candidates: manifest, query batches of versions 0.2 and 1.0-draft, suggestions, extension.

After the specifications of the W3C Entity Reconciliation Community Group, "Reconciliation Service API" 0.2 (2021) and
its draft for 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import InvalidQuery, InvalidValue
from app.graph import asking
from app.graph.body import Loc, mapping, number, only, texts
from app.graph.contract import GraphView
from app.graph.reconcile.matching import (
    MOST_CANDIDATES,
    MOST_QUERIES,
    Candidate,
    Quantifier,
    Query,
    Wanted,
    candidates,
)
from app.graph.reconcile.properties import fitting, property_of

Shape = dict[str, Any]
MOST_IDS = 1000
MOST_PROPERTIES = 20
_SUGGESTIONS = 20


def manifest(view: GraphView, base: str) -> Shape:
    """What the service offers; `base` is the public address of this server."""
    return {
        "versions": ["0.2", "1.0-draft"],
        "name": "Realpolitik",
        "identifierSpace": f"{base}/v1/entities/",
        "schemaSpace": f"{base}/v1/ontology",
        "documentation": f"{base}/docs",
        "view": {"url": f"{base}/v1/entities/{{{{id}}}}"},
        "defaultTypes": [{"id": t.id, "name": t.label} for t in view.ontology.entity_types.values() if not t.parents],
        "suggest": {kind: _suggest_at(base, kind) for kind in ("entity", "property", "type")},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
        "batchSize": MOST_QUERIES,
    }  # fmt: skip


def _suggest_at(base: str, kind: str) -> Shape:
    return {"service_url": base, "service_path": f"/reconcile/suggest/{kind}"}


def query_batch(view: GraphView, words: Any) -> Shape:
    """A batch of version 0.2: queries by key, each answered under the same key."""
    batch = mapping(words, ("queries",), "queries is an object: {'q0': {'query': 'a name'}}")
    _bounded(batch, ("queries",))
    return {str(key): {"result": [_candidate(view, c) for c in _old(view, one, ("queries", str(key)))]}
            for key, one in batch.items()}  # fmt: skip


def match_batch(view: GraphView, words: Any) -> Shape:
    """A batch of the draft for version 1.0: a list of queries made of conditions, answered in the same order."""
    only(words, ("queries",), ())
    batch = words.get("queries")
    if not isinstance(batch, list):
        raise InvalidQuery(("queries",), "queries is a list of {conditions: [...]}")
    _bounded(batch, ("queries",))
    found = [_new(view, one, ("queries", i)) for i, one in enumerate(batch)]
    return {"results": [{"candidates": [_candidate(view, c) for c in one]} for one in found]}


def _bounded(batch: Mapping[str, Any] | Sequence[Any], loc: Loc) -> None:
    if len(batch) > MOST_QUERIES:
        raise InvalidQuery(loc, f"a batch has at most {MOST_QUERIES} queries")


def _old(view: GraphView, words: Any, loc: Loc) -> list[Candidate]:
    only(words, ("query", "type", "limit", "properties", "type_strict"), loc)
    text = words.get("query")
    listed = words.get("properties") or []
    if not isinstance(text, str | None) or not isinstance(listed, list):
        raise InvalidQuery(loc, "query is a text, and properties a list of {pid, v}")
    wanted = tuple(_wanted(view, p, (*loc, "properties", i), ("pid", "v")) for i, p in enumerate(listed))
    if not (text and text.strip()) and not wanted:
        raise InvalidQuery((*loc, "query"), "give a name in query, or at least one property")
    strict = words.get("type_strict", "any")
    if strict not in ("any", "all", "should"):
        raise InvalidQuery((*loc, "type_strict"), "type_strict is any, all or should", ("any", "all", "should"))
    limit = number(words, "limit", 5, (1, MOST_CANDIDATES), loc)
    types = _types(view, texts(words, "type", loc), (*loc, "type"))
    return candidates(view, Query(text, types, strict != "should", wanted, limit))


def _new(view: GraphView, words: Any, loc: Loc) -> list[Candidate]:
    only(words, ("type", "limit", "conditions", "lang", "dir"), loc)
    conditions = words.get("conditions")
    if not isinstance(conditions, list) or not conditions:
        raise InvalidQuery((*loc, "conditions"), "conditions is a list with at least one {matchType, v}")
    text: str | None = None
    wanted: list[Wanted] = []
    for index, one in enumerate(conditions):
        place = (*loc, "conditions", index)
        only(one, ("matchType", "v", "pid", "required", "matchQuantifier", "matchQualifier"), place)
        if one.get("matchType") == "name":
            text = _values(one.get("v"), (*place, "v"))[0]
        elif one.get("matchType") == "property":
            rest = {k: v for k, v in one.items() if k not in ("matchType", "matchQualifier")}
            wanted.append(_wanted(view, rest, place, ("pid", "v", "required", "matchQuantifier")))
        else:
            raise InvalidQuery((*place, "matchType"), "matchType is name or property", ("name", "property"))
    limit = number(words, "limit", 5, (1, MOST_CANDIDATES), loc)
    types = _types(view, texts(words, "type", loc), (*loc, "type"))
    return candidates(view, Query(text, types, True, tuple(wanted), limit))


def _wanted(view: GraphView, words: Any, loc: Loc, fields: tuple[str, ...]) -> Wanted:
    only(words, fields, loc)
    key = words.get("pid")
    if not isinstance(key, str):
        raise InvalidQuery((*loc, "pid"), "pid is the id of a property")
    quantifier: Quantifier = words.get("matchQuantifier", "any")
    if quantifier not in ("any", "all", "none"):
        raise InvalidQuery((*loc, "matchQuantifier"), "matchQuantifier is any, all or none", ("any", "all", "none"))
    values = _values(words.get("v"), (*loc, "v"))
    return Wanted(property_of(view, key, (*loc, "pid")), values, quantifier, words.get("required") is True)


def _values(value: Any, loc: Loc) -> tuple[str, ...]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        plain = one.get("id") if isinstance(one, Mapping) else one
        if isinstance(plain, bool):
            plain = "true" if plain else "false"
        if not isinstance(plain, str | int | float) or plain == "":
            raise InvalidQuery(loc, "a value is a text, a number, true or false, {id}, or a list of these")
        found.append(str(plain))
    if not found:
        raise InvalidQuery(loc, "give at least one value")
    return tuple(found)


def _types(view: GraphView, names: list[str], loc: Loc) -> frozenset[str] | None:
    try:
        return asking.entity_types(view, "type", names)
    except InvalidValue as error:
        raise InvalidQuery(loc, str(error), error.valid) from None


def _candidate(view: GraphView, found: Candidate) -> Shape:
    record = view.entity(found.entity)
    kind = view.ontology.entity_types[record.type]
    return {
        "id": record.id,
        "name": record.label,
        "description": record.description,
        "type": [{"id": kind.id, "name": kind.label}],
        "score": found.score,
        "match": found.match,
        "features": [{"id": key, "name": name, "value": value} for key, name, value in found.features],
    }


def suggest(view: GraphView, kind: str, prefix: str, cursor: int = 0) -> Shape:
    """Type-ahead over entities, types or properties, in the shape of the protocol."""
    if kind == "entity":
        hits = view.search(prefix, cursor + _SUGGESTIONS)[cursor:]
        shown = [(view.entity(h.entity), view.ontology.entity_types[view.entity(h.entity).type]) for h in hits]
        return {
            "result": [
                {
                    "id": record.id,
                    "name": record.label,
                    "description": record.description,
                    "notable": [{"id": t.id, "name": t.label}],
                }
                for record, t in shown
            ]
        }
    wanted = prefix.casefold()
    if kind == "type":
        named = [(t.id, t.label, t.description) for t in view.ontology.entity_types.values()]
    else:
        named = [(p.id, p.name, "") for p in fitting(view, None)]
    found = [n for n in named if wanted in n[0].casefold() or wanted in n[1].casefold()]
    found.sort(key=lambda n: (not n[1].casefold().startswith(wanted), n[0]))
    return {"result": [{"id": i, "name": n, "description": d} for i, n, d in found[cursor : cursor + _SUGGESTIONS]]}


def propose(view: GraphView, entity_type: str | None, limit: int) -> Shape:
    """The properties that can be fetched for a type."""
    if entity_type is not None and entity_type not in view.ontology.entity_types:
        raise asking.unknown_value("type", entity_type, view.ontology.entity_types)
    found = [{"id": p.id, "name": p.name} for p in fitting(view, entity_type)[:limit]]
    shape: Shape = {"limit": limit, "properties": found}
    return {"type": entity_type, **shape} if entity_type else shape


def extend(view: GraphView, words: Any) -> Shape:
    """Property values for entities: a row per id; an id that nothing carries has empty cells."""
    only(words, ("ids", "properties"), ("extend",))
    ids, asked = words.get("ids"), words.get("properties")
    if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids) or len(ids) > MOST_IDS:
        raise InvalidQuery(("extend", "ids"), f"ids is a list of at most {MOST_IDS} entity ids")
    if not isinstance(asked, list) or not 1 <= len(asked) <= MOST_PROPERTIES:
        raise InvalidQuery(("extend", "properties"), f"properties is a list of 1 to {MOST_PROPERTIES} objects {{id}}")
    columns = []
    for index, one in enumerate(asked):
        loc = ("extend", "properties", index)
        only(one, ("id", "settings"), loc)
        columns.append((str(one.get("id")), property_of(view, str(one.get("id")), (*loc, "id"))))
    rows: Shape = {}
    for key in ids:
        handle = view.find_entity(view.merged_into(key) or key)
        rows[key] = {name: [] if handle is None else p.read(view, handle) for name, p in columns}
    return {"meta": [{"id": name, "name": p.name} for name, p in columns], "rows": rows}
