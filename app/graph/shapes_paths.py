"""Paths as plain dictionaries: each step with the relation that carries it, and the path read as one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.filters import Filters, Scope
from app.graph.paths import Path
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK

Shape = dict[str, Any]


def matches_of(view: GraphView, relations: Sequence[int], filters: Filters) -> Mapping[int, Match]:
    """The relations with the claims that the filters leave of them, by handle."""
    return {m.relation: m for m in view.select(Scope(relations=frozenset(relations)), filters)}


def path_shapes(view: GraphView, found: Sequence[Path], filters: Filters) -> list[Shape]:
    """All paths, in order."""
    matches = matches_of(view, [r for p in found for r in p.relations], filters)
    return [_path(view, path, matches) for path in found]


def _path(view: GraphView, path: Path, matches: Mapping[int, Match]) -> Shape:
    steps = [
        _step(view, one, two, matches[relation])
        for one, two, relation in zip(path.entities, path.entities[1:], path.relations, strict=False)
    ]
    return {
        "length": len(path.relations),
        "status": word(STATUS_RANK, path.status),
        "confidence": word(CONFIDENCE_RANK, path.confidence),
        "entities": [shapes.reference(view, e) for e in path.entities],
        "relations": [step["relation"]["id"] for step in steps],
        "steps": steps,
        "sentence": " ".join(step["relation"]["sentence"] for step in steps),
    }


def _step(view: GraphView, one: int, two: int, match: Match) -> Shape:
    relation = shapes.relation(view, match)
    along = "both" if relation["symmetric"] else "out" if view.ends(match.relation).subject == one else "in"
    return {
        "from": shapes.reference(view, one),
        "to": shapes.reference(view, two),
        "direction": along,
        "relation": relation,
    }


def word(ranks: Mapping[Any, int], rank: int) -> str:
    """The word for a rank of status or confidence."""
    return str(next(w.value for w, r in ranks.items() if r == rank))
