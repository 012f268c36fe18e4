"""Counts of an answer by its properties, over the whole answer and not only the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from app.errors import InvalidValue
from app.graph.contract import GraphView, Match
from app.graph.episodes import polarity
from app.model.ontology import polarity_name

Facet = dict[str, Any]
Values = Iterable[tuple[str, str]]


def _word(text: str) -> tuple[str, str]:
    return text, text.replace("_", " ")


def _type(view: GraphView, match: Match) -> Values:
    kind = view.ontology.relation_types[view.ends(match.relation).type]
    return ((kind.id, kind.label),)


def _category(view: GraphView, match: Match) -> Values:
    return (_word(view.ontology.relation_types[view.ends(match.relation).type].category),)


def _status(view: GraphView, match: Match) -> Values:
    return (_word(view.verdict(match).status.value),)


def _confidence(view: GraphView, match: Match) -> Values:
    return (_word(view.verdict(match).confidence.value),)


def _polarity(view: GraphView, match: Match) -> Values:
    return (_word(polarity_name(polarity(view, match))),)


def _modality(view: GraphView, match: Match) -> Values:
    return {_word(view.claim(c).modality.value) for c in match.claims}


def _stance(view: GraphView, match: Match) -> Values:
    return {_word(view.claim(c).stance.value) for c in match.claims}


def _asserted_by(view: GraphView, match: Match) -> Values:
    keys = {v for c in match.claims for v in view.claim(c).asserted_by}
    handles = (view.find_entity(k) for k in keys)
    return [(view.entity(h).id, view.entity(h).label) for h in handles if h is not None]


def _source(view: GraphView, match: Match) -> Values:
    return {(s, view.sources[s].title) for s in view.documents(match.claims)}


def _dataset(view: GraphView, match: Match) -> Values:
    keys = {view.sources[s].dataset for s in view.documents(match.claims)}
    return [(k, view.datasets[k].title) for k in keys]


RELATION_FACETS: Mapping[str, Callable[[GraphView, Match], Values]] = MappingProxyType(
    {
        "asserted_by": _asserted_by,
        "category": _category,
        "confidence": _confidence,
        "dataset": _dataset,
        "modality": _modality,
        "polarity": _polarity,
        "source": _source,
        "stance": _stance,
        "status": _status,
        "type": _type,
    }
)


def _entity_type(view: GraphView, handle: int) -> Values:
    kind = view.ontology.entity_types[view.entity(handle).type]
    return ((kind.id, kind.label),)


_GENERIC_LABELS: Mapping[str, str] = MappingProxyType({"true": "a class", "false": "a named thing"})


def _generic(view: GraphView, handle: int) -> Values:
    value = "true" if view.entity(handle).generic else "false"
    return ((value, _GENERIC_LABELS[value]),)


def _existence(view: GraphView, handle: int) -> Values:
    return (_word(view.entity(handle).existence.value),)


def _country(view: GraphView, handle: int) -> Values:
    country = view.entity(handle).country
    return ((country, country),) if country else ()


ENTITY_FACETS: Mapping[str, Callable[[GraphView, int], Values]] = MappingProxyType(
    {"country": _country, "existence": _existence, "generic": _generic, "type": _entity_type}
)

FACET_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "asserted_by": "who says it",
        "category": "category",
        "confidence": "confidence",
        "country": "country",
        "dataset": "data set",
        "existence": "existence",
        "generic": "class or named thing",
        "modality": "modality",
        "polarity": "polarity",
        "source": "document",
        "stance": "stance",
        "status": "status",
        "type": "type",
    }
)


def count_facets(
    view: GraphView,
    table: Mapping[str, Callable[[GraphView, Any], Values]],
    names: Sequence[str],
    items: Sequence[Any],
) -> dict[str, Facet]:
    """The asked facets over all items, the most frequent value first. Raises InvalidValue for an unknown facet."""
    for name in names:
        if name not in table:
            raise InvalidValue("facets", f"unknown facet {name!r}: use {', '.join(table)}", tuple(table))
    return {name: _count(view, name, table[name], items) for name in dict.fromkeys(names)}


def _count(view: GraphView, name: str, values: Callable[[GraphView, Any], Values], items: Sequence[Any]) -> Facet:
    tallied = view.tally(items, name)
    counts: Counter[tuple[str, str]] = Counter()
    if tallied is not None:
        counts.update({(value, _label(view, name, value)): n for value, n in tallied.items()})
    else:
        for item in items:
            counts.update(values(view, item))
    ordered = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    return {
        "label": FACET_LABELS[name],
        "values": [{"name": value, "label": label, "count": n} for (value, label), n in ordered],
    }


def _label(view: GraphView, name: str, value: str) -> str:
    """The label of a value, as the functions above give it item by item."""
    if name == "asserted_by":
        handle = view.find_entity(value)
        return value if handle is None else view.entity(handle).label
    if name == "source":
        return view.sources[value].title
    if name == "dataset":
        return view.datasets[value].title
    if name == "type":
        types: Mapping[str, Any] = view.ontology.relation_types
        return str(types[value].label if value in types else view.ontology.entity_types[value].label)
    return _GENERIC_LABELS[value] if name == "generic" else _word(value)[1]
