"""What measures refuse to look at: each relation would become an object."""

from __future__ import annotations

from typing import Final

from app.errors import BoundExceeded
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters

MOST_RELATIONS: Final = 500_000


def within_bounds(view: GraphView, filters: Filters) -> None:
    """Raise BoundExceeded where the filters leave more relations than measures look at."""
    if (count := len(view.select(EVERYTHING, filters))) > MOST_RELATIONS:
        raise BoundExceeded(
            "relations",
            f"this would look at {count} relations, more than {MOST_RELATIONS}: narrow by type, date or source",
        )
