"""Finding entities, and type-ahead over entities, relation types and sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz, utils

from app.graph.contract import GraphView
from app.graph.shapes import reference

Sort = Literal["relevance", "name", "degree"]
SEARCH_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class EntityFilters:
    """What is asked of entities; None means not asked."""

    q: str | None = None
    ids: frozenset[int] | None = None
    type: frozenset[str] | None = None
    generic: bool | None = None
    existence: frozenset[str] | None = None
    country: frozenset[str] | None = None


def find_entities(view: GraphView, filters: EntityFilters, sort: Sort) -> Sequence[int]:
    """The entities that pass, in the asked order; relevance is likeness to `q`, without it the number of relations."""
    if filters.q is not None:
        found = [hit.entity for hit in view.search(filters.q, SEARCH_LIMIT)]
    else:
        found = sorted(range(view.entity_count), key=lambda e: (-view.degree(e), e))
    kept = [e for e in found if _passes(view, e, filters)]
    if sort == "name":
        kept.sort(key=lambda e: (view.entity(e).label.casefold(), e))
    elif sort == "degree":
        kept.sort(key=lambda e: (-view.degree(e), e))
    return kept


def hidden_entities(view: GraphView, filters: EntityFilters) -> dict[str, int]:
    """Per filter: how many entities would be found without it."""
    hidden = {}
    for field in dataclasses.fields(filters):
        if getattr(filters, field.name) is not None:
            n = len(find_entities(view, dataclasses.replace(filters, **{field.name: None}), "relevance"))
            if n:
                hidden["id" if field.name == "ids" else field.name] = n
    return hidden


def _passes(view: GraphView, handle: int, filters: EntityFilters) -> bool:
    record = view.entity(handle)
    if filters.ids is not None and handle not in filters.ids:
        return False
    if filters.type is not None and record.type not in filters.type:
        return False
    if filters.generic is not None and record.generic is not filters.generic:
        return False
    if filters.existence is not None and record.existence.value not in filters.existence:
        return False
    return filters.country is None or record.country in filters.country


def suggest(view: GraphView, text: str, limit: int) -> list[dict[str, Any]]:
    """The best entities, relation types and sources for the beginning of a word, best first."""
    found: list[tuple[float, int, str, dict[str, Any]]] = []
    for hit in view.search(text, limit):
        shape = reference(view, hit.entity)
        found.append((hit.score, 0, shape["id"], {"kind": "entity", **shape, "name": hit.name}))
    for kind in view.ontology.relation_types.values():
        score = _likeness(text, kind.label)
        item = {"kind": "relation_type", "id": kind.id, "label": kind.label, "type": kind.category, "name": kind.label}
        found.append((score, 1, kind.id, item))
    for source in view.sources.values():
        item = {
            "kind": "source",
            "id": source.id,
            "label": source.title,
            "type": "Document",
            "name": source.title,
        }
        found.append((_likeness(text, source.title), 2, source.id, item))
    found.sort(key=lambda f: (-f[0], f[1], f[2]))
    return [{**item, "score": round(score, 1)} for score, _, _, item in found[:limit] if score >= 60]


def _likeness(query: str, label: str) -> float:
    wanted, text = utils.default_process(query), utils.default_process(label)
    if not wanted:
        return 0.0
    if text.startswith(wanted):
        return 94.0
    return 90.0 if f" {wanted}" in f" {text}" else min(float(fuzz.ratio(wanted, text)), 89.0)
