"""Candidates for one query: likeness of names, corrected by types and property values, with the features shown.

The name counts most; each property that agrees adds, each that contradicts takes away. A candidate is a match when
its name is the very one asked for (letter case, diacritics and romanisation aside), nothing contradicts, and no other
candidate has it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.graph.contract import GraphView, Hit
from app.graph.reconcile.properties import Property
from app.model.names import fold, transliteration_key

MOST_QUERIES = 50
MOST_CANDIDATES = 50
LONGEST_QUERY = 200
_POOL = 50
_BONUS, _PENALTY = 10.0, 20.0
_SURE, _MARGIN = 95.0, 5.0

Quantifier = Literal["any", "all", "none"]
Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property and the values asked for; `required` drops candidates that lack them."""

    property: Property
    values: tuple[str, ...]
    quantifier: Quantifier = "any"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """One query: a name (or none, where properties must do), acceptable types, properties, how many candidates."""

    text: str | None
    types: frozenset[str] | None = None
    type_required: bool = True
    wanted: tuple[Wanted, ...] = ()
    limit: int = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity with its score (0 to 100), the features behind it, and whether it is the one."""

    entity: int
    name: str
    score: float
    features: tuple[tuple[str, str, float], ...]
    match: bool


def candidates(view: GraphView, query: Query) -> list[Candidate]:
    """The candidates for a query, best first; ties by number of relations, then id."""
    found = [c for c in (_scored(view, query, hit) for hit in _pool(view, query)) if c is not None]
    found.sort(key=lambda c: (-c.score, -view.degree(c.entity), c.entity))
    best = found[: query.limit]
    if best and _certain(query, found):
        first = best[0]
        best[0] = Candidate(first.entity, first.name, first.score, first.features, True)
    return best


def _pool(view: GraphView, query: Query) -> Iterable[Hit]:
    if query.text:
        text = query.text[:LONGEST_QUERY]
        by_id = view.find_entity(view.merged_into(text) or text)
        hits = list(view.search(text, _POOL))
        if by_id is not None and by_id not in {h.entity for h in hits}:
            hits.append(Hit(by_id, view.entity(by_id).label, 100.0))
        return hits
    return (Hit(e, view.entity(e).label, 0.0) for e in range(view.entity_count))


def _scored(view: GraphView, query: Query, hit: Hit) -> Candidate | None:
    record = view.entity(hit.entity)
    fits = query.types is None or record.type in query.types
    if not fits and query.type_required:
        return None
    features: list[tuple[str, str, float]] = []
    score = hit.score
    if query.text:
        features.append(("name", "likeness of the name", round(hit.score, 2)))
    if query.types is not None:
        features.append(("type", "type fits", float(fits)))
        score -= 0.0 if fits else _PENALTY
    agreed = 0
    for wanted in query.wanted:
        verdict = _agrees(view, hit.entity, wanted)
        if wanted.required and verdict is not True:
            return None
        if verdict is not None:
            score += _BONUS if verdict else -_PENALTY
            agreed += verdict
        features.append((wanted.property.id, wanted.property.name, 0.5 if verdict is None else float(verdict)))
    if not query.text:
        if not agreed:
            return None
        score = 100.0 * agreed / len(query.wanted)
    return Candidate(hit.entity, hit.name, round(min(max(score, 0.0), 100.0), 2), tuple(features), False)


def _agrees(view: GraphView, entity: int, wanted: Wanted) -> bool | None:
    """Whether the entity's values of a property are those asked for; None where it has none."""
    held = {fold(text) for value in wanted.property.read(view, entity) for text in _words(value)}
    if not held:
        return None
    asked = [fold(v) in held for v in wanted.values]
    if wanted.quantifier == "none":
        return not any(asked)
    return all(asked) if wanted.quantifier == "all" else any(asked)


def _words(value: Shape) -> list[str]:
    return [str(v) for v in value.values()]


def _certain(query: Query, found: Sequence[Candidate]) -> bool:
    """Whether the first candidate is the one: its very name, nothing that contradicts, and no other comes close."""
    first = found[0]
    if any(value == 0.0 for _, _, value in first.features) or first.score < _SURE:
        return False
    rivals = [c for c in found[1:] if first.score - c.score < _MARGIN]
    if query.text is None:
        return not rivals
    return _same(query.text, first.name) and not any(_same(query.text, c.name) for c in rivals)


def _same(text: str, name: str) -> bool:
    """Whether two names are the same, letter case, diacritics and romanisation aside."""
    key = transliteration_key(text)
    return fold(text) == fold(name) or (bool(key) and key == transliteration_key(name))
