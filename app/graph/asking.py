"""From the words of a question (parameter names and texts) to resolved filters and scopes; both doors use it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, TypeVar

from rapidfuzz import process

from app.errors import InvalidDate, InvalidValue
from app.graph.contract import GraphView
from app.graph.filters import NO_FILTERS, Direction, Filters, Scope
from app.graph.lookup import resolve, resolve_all
from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.dates import Span, parse_query_date, parse_span

Words = Mapping[str, Any]
Word = TypeVar("Word", bound=Enum)
_POLARITIES: Final[Mapping[str, int]] = {"cooperative": 1, "neutral": 0, "conflictual": -1}
_NAMES = frozenset(f.name for f in dataclasses.fields(Filters))


def filters(view: GraphView, words: Words) -> Filters:
    """The relation filters that the words ask for. Raises InvalidValue naming the parameter and what would be right."""
    if words.keys().isdisjoint(_NAMES):
        return NO_FILTERS
    exact = bool(words.get("exact"))
    return Filters(
        known_at=_date(words, "known_at", parse_query_date),
        source=_known(words, "source", view.sources),
        dataset=_known(words, "dataset", view.datasets),
        as_of=_date(words, "as_of", parse_query_date),
        during=_date(words, "during", parse_span),
        time_match=words.get("time_match") or "overlaps",
        certainty=words.get("certainty") or "possible",
        stance=_words(words, "stance", Stance),
        modality=_words(words, "modality", Modality),
        progress=_words(words, "progress", Progress),
        asserted_by=_entities(view, words, "asserted_by", exact=exact),
        addressed_to=_entities(view, words, "addressed_to", exact=exact),
        min_confidence=_least(words),
        q=words.get("q") or None,
        type=relation_types(view, "type", words.get("type") or ()),
        category=_known(words, "category", view.ontology.categories),
        polarity=_polarity(words),
        status=_words(words, "status", Status),
    )


def scope(view: GraphView, words: Words) -> Scope:
    """Which relations the words ask about: by subject, object, pairs in either direction, or ids."""
    exact = bool(words.get("exact"))
    return Scope(
        subject=_entities(view, words, "subject", exact=exact),
        object=_entities(view, words, "object", exact=exact),
        between=_pairs(view, words, exact=exact),
        relations=_relations(view, words),
    )


def around(view: GraphView, entity: int, words: Words) -> Scope:
    """The relations of one entity, on the side that `direction` names, with `other` at the far end."""
    direction: Direction = words.get("direction") or "both"
    other = _entities(view, words, "other", exact=bool(words.get("exact")))
    return Scope(incident=frozenset((entity,)), direction=direction, other=other)


def relation_types(view: GraphView, name: str, ids: Iterable[str]) -> frozenset[str] | None:
    """The relation types asked for with all their subtypes; None where none is."""
    known = _choice(name, list(ids), view.ontology.relation_types)
    return None if known is None else frozenset[str]().union(*(view.ontology.relation_subtypes(t) for t in known))


def entity_types(view: GraphView, name: str, ids: Iterable[str]) -> frozenset[str] | None:
    """The entity types asked for with all their subtypes; None where none is."""
    known = _choice(name, list(ids), view.ontology.entity_types)
    return None if known is None else frozenset[str]().union(*(view.ontology.entity_subtypes(t) for t in known))


def unknown_value(name: str, value: str, valid: Collection[str]) -> InvalidValue:
    """The error for a value that is none of the valid ones: all of them if few, else the closest."""
    listed = sorted(valid)
    if len(listed) > 20:
        listed = [match for match, _, _ in process.extract(value, listed, limit=5)]
        return InvalidValue(name, f"unknown value {value!r}: did you mean {', '.join(listed)}?", listed)
    return InvalidValue(name, f"unknown value {value!r}: use {', '.join(listed)}", listed)


def _choice(name: str, values: Sequence[str], valid: Collection[str]) -> frozenset[str] | None:
    for value in values:
        if value not in valid:
            raise unknown_value(name, value, valid)
    return frozenset(values) if values else None


def _known(words: Words, name: str, valid: Collection[str]) -> frozenset[str] | None:
    return _choice(name, words.get(name) or (), valid)


def _words(words: Words, name: str, kind: type[Word]) -> frozenset[Word] | None:
    values = words.get(name)
    if not values:
        return None
    return frozenset(kind(v) for v in _choice(name, [str(v) for v in values], {str(w.value) for w in kind}) or ())


def _least(words: Words) -> Confidence | None:
    value = words.get("min_confidence")
    if not value:
        return None
    if value not in set(Confidence):
        raise unknown_value("min_confidence", str(value), {c.value for c in Confidence})
    return Confidence(value)


def _polarity(words: Words) -> frozenset[int] | None:
    chosen = _known(words, "polarity", _POLARITIES)
    return None if chosen is None else frozenset(_POLARITIES[v] for v in chosen)


def _date(words: Words, name: str, parse: Callable[[str], Span]) -> Span | None:
    text = words.get(name)
    if text is None:
        return None
    try:
        return parse(text)
    except InvalidDate as error:
        raise InvalidValue(name, str(error)) from None


def _entities(view: GraphView, words: Words, name: str, *, exact: bool) -> frozenset[int] | None:
    texts = words.get(name)
    if not texts:
        return None
    return resolve_all(view, name, [texts] if isinstance(texts, str) else texts, exact=exact)


def _pairs(view: GraphView, words: Words, *, exact: bool) -> tuple[tuple[frozenset[int], frozenset[int]], ...] | None:
    texts = words.get("between")
    if not texts:
        return None
    pairs = []
    for text in texts:
        one, comma, two = text.partition(",")
        if not comma or "," in two or not one.strip() or not two.strip():
            raise InvalidValue("between", f"{text!r} is not a pair: give two entities with a comma, as iran,pakistan")
        ends = (resolve_all(view, "between", [end.strip()], exact=exact) for end in (one, two))
        pairs.append((next(ends), next(ends)))
    return tuple(pairs)


def _relations(view: GraphView, words: Words) -> frozenset[int] | None:
    keys = words.get("id")
    if not keys:
        return None
    return frozenset(relation_by_id(view, "id", key) for key in keys)


def relation_by_id(view: GraphView, name: str, key: str) -> int:
    """The relation with this id, merged entity ids followed. Raises InvalidValue for an unknown one."""
    handle = view.find_relation(canonical_relation_id(view, key))
    if handle is None:
        raise InvalidValue(name, f"no relation has the id {key!r}: ids read subject.type.object")
    return handle


def canonical_relation_id(view: GraphView, key: str) -> str:
    """A relation id with merged ids followed and the pair of a symmetric type in order."""
    parts = key.split(".")
    if len(parts) != 3:
        return key
    one, kind, two = (view.merged_into(parts[0]) or parts[0], parts[1], view.merged_into(parts[2]) or parts[2])
    known = view.ontology.relation_types.get(kind)
    if known is not None and known.symmetric and one > two:
        one, two = two, one
    return f"{one}.{kind}.{two}"


def entity(view: GraphView, name: str, text: str) -> int:
    """One entity by id or unambiguous name."""
    return resolve(view, name, text)
