"""The bytes of every answer. Relations are rendered once per snapshot and then joined as fragments."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import orjson

from app.graph import envelope, shapes
from app.graph.absence import Absence
from app.graph.contract import GraphView, Match

Fragment = orjson.Fragment


class Renderer:
    """Renders the shapes of one snapshot; keeps the bytes of at most `capacity` relations and claims."""

    def __init__(self, view: GraphView, capacity: int = 50_000) -> None:
        self._view = view
        self._capacity = capacity
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()

    def _fragment(self, key: tuple[object, ...], make: Callable[[], Any]) -> orjson.Fragment:
        kept = self._kept.get(key)
        if kept is None:
            kept = bytes(memoryview(orjson.dumps(make())))  # a copy: the original holds a far larger buffer
            self._kept[key] = kept
            if len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        return Fragment(kept)

    def relation(self, match: Match, *, with_claims: bool = False) -> orjson.Fragment:
        """One relation, as its remaining claims have it."""
        return self._fragment(
            ("r", match.relation, match.claims, with_claims),
            lambda: shapes.relation(self._view, match, with_claims=with_claims),
        )

    def claim(self, handle: int) -> orjson.Fragment:
        """One claim."""
        return self._fragment(("c", handle), lambda: shapes.claim(self._view, handle))

    def entity(self, handle: int) -> orjson.Fragment:
        """One entity."""
        return self._fragment(("e", handle), lambda: shapes.entity(self._view, handle))

    def reference(self, handle: int) -> orjson.Fragment:
        """An entity named in passing."""
        return self._fragment(("n", handle), lambda: shapes.reference(self._view, handle))

    def absence(self, why: Absence) -> dict[str, Any]:
        """Why an answer is empty."""
        return envelope.absence(self._view, why, self.claim)


def dump(value: Any) -> bytes:
    """JSON in UTF-8; fragments are taken as they are."""
    return orjson.dumps(value)
