"""The envelope of every list, and why a list is empty, as plain dictionaries; both doors put answers into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.graph import shapes
from app.graph.absence import Absence
from app.graph.contract import GraphView
from app.graph.filters import Filters


def page(
    *,
    results: Sequence[Any],
    total: int,
    limit: int,
    offset: int,
    snapshot: str,
    links: tuple[str | None, str | None] = (None, None),
    facets: Mapping[str, Any] | None = None,
    absence: Mapping[str, Any] | None = None,
    notes: Sequence[str] = (),
) -> dict[str, Any]:
    """One page of a list. `notes` say what the answer rests on, such as an inferred publication date."""
    envelope: dict[str, Any] = {
        "results": results,
        "total": {"value": total, "relation": "eq"},
        "facets": facets or {},
        "limit": limit,
        "offset": offset,
        "next": links[0],
        "previous": links[1],
        "snapshot": snapshot,
        "notes": notes,
    }
    if absence is not None:
        envelope["absence"] = absence
    return envelope


def absence(view: GraphView, why: Absence, claim: Callable[[int], Any]) -> dict[str, Any]:
    """Why an answer is empty; `claim` renders the nearest claims."""
    return {
        "status": why.status,
        "silences": [shapes.silence(view, s) for s in why.silences],
        "sources_checked": why.sources_checked,
        "hidden": why.hidden,
        "nearest": [claim(c) for c in why.nearest],
    }


def notes(view: GraphView, filters: Filters) -> list[str]:
    """What an answer under the known clock rests on: publication dates that were inferred (ruling T6)."""
    if filters.known_at is None:
        return []
    return [
        f"known_at rests on an inferred publication date of {s.id} ({s.published}): {s.published_inferred}"
        for s in view.sources.values()
        if s.published_inferred
    ]
