"""Tiny named worlds, built in Python: data for the tests of the graph, the API and the exporters.

`from tests.worlds import sheltering, view` and `view(sheltering())` is a graph to ask; `World()` builds another one,
and `ask(view, ...)` asks in ids and dates.
"""

from __future__ import annotations

from tests.worlds.asking import ask, claim_ids, filters, handle, key, match, matches, scope, status, verdict
from tests.worlds.builder import AUTHOR, World, name, view
from tests.worlds.named import (
    WORLDS,
    border_dispute,
    chorus,
    merged,
    names,
    sheltering,
    spells,
    two_clocks,
)

__all__ = [
    "AUTHOR", "WORLDS", "World", "ask", "border_dispute", "chorus", "claim_ids", "filters", "handle", "key", "match",
    "matches", "merged", "name", "names", "scope", "sheltering", "spells", "status", "two_clocks", "verdict", "view",
]  # fmt: skip
