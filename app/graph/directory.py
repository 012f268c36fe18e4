"""Finding entities, and type-ahead over entities, relation types and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from rapidfuzz import fuzz, utils

from app.graph.contract import EntityNeeds, GraphView
from app.graph.shapes import reference

Sort = Literal["relevance", "name", "degree"]
SEARCH_LIMIT = 1000


def find_entities(view: GraphView, q: str | None, needs: EntityNeeds, sort: Sort) -> Sequence[int]:
    """The entities that pass, in the asked order; relevance is likeness to `q`, without it the number of relations."""
    if q is None:
        return view.entities(needs, by_name=sort == "name")
    found = [hit.entity for hit in view.search(q, SEARCH_LIMIT)]
    if needs != EntityNeeds():
        ids = frozenset(found) if needs.ids is None else needs.ids & frozenset(found)
        kept = frozenset(view.entities(needs._replace(ids=ids)))
        found = [entity for entity in found if entity in kept]
    if sort == "name":
        found.sort(key=lambda e: (view.entity(e).label.casefold(), e))
    elif sort == "degree":
        found.sort(key=lambda e: (-view.degree(e), e))
    return found


def hidden_entities(view: GraphView, q: str | None, needs: EntityNeeds) -> dict[str, int]:
    """Per filter: how many entities would be found without it."""
    counts = {"q": len(find_entities(view, None, needs, "relevance"))} if q is not None else {}
    for name in needs._fields:
        if getattr(needs, name) is not None:
            lifted = needs._replace(**{name: None})
            counts["id" if name == "ids" else name] = len(find_entities(view, q, lifted, "relevance"))
    return {name: n for name, n in counts.items() if n}


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
