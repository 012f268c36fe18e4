"""Nodes, edges and claims of one view as dictionaries and as JSON, rendered once and kept as far as there is room.

A view never changes, so what was rendered stays right. Only edges that are seen with all their claims are kept:
under a date or knowledge filter an edge is what its remaining claims make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import orjson

from app.graph import drawing, shapes
from app.graph.contract import GraphView, Match
from app.graph.subgraph import Node

Shape = dict[str, Any]
ROOM = 128 * 1024 * 1024
# What a node is in this very subgraph; the rest of it is the same everywhere.
IN_THIS_GRAPH = ("polarity_balance", "seed", "hops", "hidden_neighbours")


class Rows:
    """Renders what one view holds; keeps at most `capacity` bytes of it."""

    def __init__(self, view: GraphView, capacity: int = ROOM) -> None:
        self.view = view
        self._room = capacity
        self._kept: dict[str, dict[int, tuple[int, bytes]]] = {}

    def node(self, item: Node) -> Shape:
        """A node as it is drawn, with its names, identifiers and the basis of its place."""
        record = self.view.entity(item.entity)
        return {
            **drawing.node(self.view, item),
            "place_basis": record.place.basis if record.place else None,
            "names": [{"text": n.text, "lang": n.lang, "kind": n.kind.value} for n in record.names],
            "identifiers": dict(record.identifiers),
            "reference": record.reference,
        }

    def edge(self, match: Match) -> Shape:
        """An edge as it is drawn."""
        return drawing.edge(self.view, match)

    def with_claims(self, match: Match) -> tuple[Shape, list[Shape]]:
        """An edge as it is drawn, and all its remaining claims, without what the edge itself says.

        Where there is but one claim, its sentence is that of the edge.
        """
        drawn = self.edge(match)
        sentence = drawn["sentence"] if len(match.claims) == 1 else None
        return drawn, [shapes.said(self.view, claim, sentence) for claim in match.claims]

    def drawn_edges_json(self, matches: Iterable[Match]) -> Iterator[bytes]:
        """Drawn edges as JSON."""
        return self.edges("edge", matches, self._edge_json)

    def drawn_node_json(self, item: Node) -> bytes:
        """A drawn node as JSON."""
        head = self.keep("drawn", item.entity, lambda: self._head(drawing.node(self.view, item)))
        return head + self._tail(item)

    def node_json(self, item: Node) -> bytes:
        """A node with names and identifiers as JSON."""
        head = self.keep("node", item.entity, lambda: self._head(self.node(item)))
        return head + self._tail(item)

    def edge_json(self, match: Match) -> bytes:
        """A drawn edge as JSON."""
        return self.keep_edge("edge", match, self._edge_json)

    def claim_json(self, handle: int) -> bytes:
        """One claim as JSON, as the API has it."""
        return self.keep("claim", handle, lambda: dumps(shapes.claim(self.view, handle)))

    def edges(self, kind: str, matches: Iterable[Match], make: Callable[[Match], bytes]) -> Iterator[bytes]:
        """What `make` makes of each edge, taken from what is kept where it is there: the quick way through many."""
        kept = self._kept.setdefault(kind, {})
        for match in matches:
            found = kept.get(match.relation)
            if found is not None and found[0] == len(match.claims):
                yield found[1]
            else:
                yield self.keep_edge(kind, match, make)

    def keep(self, kind: str, handle: int, make: Callable[[], bytes]) -> bytes:
        """What `make` makes, from the second time on without making it, as far as there is room."""
        found = self._kept.setdefault(kind, {}).get(handle)
        if found is None:
            return self._keep(kind, handle, 0, make())
        return found[1]

    def keep_edge(self, kind: str, match: Match, make: Callable[[Match], bytes]) -> bytes:
        """The same for an edge. Kept is what all its claims make of it; the number of claims tells."""
        found = self._kept.setdefault(kind, {}).get(match.relation)
        if found is not None and found[0] == len(match.claims):
            return found[1]
        made = make(match)
        if len(match.claims) != len(self.view.relation_claims(match.relation)):
            return made
        return self._keep(kind, match.relation, len(match.claims), made)

    def _keep(self, kind: str, handle: int, claims: int, made: bytes) -> bytes:
        if self._room > len(made):
            self._room -= len(made)
            # a copy: orjson's bytes keep the buffer that they were written into, many times their length
            self._kept[kind][handle] = (claims, bytes(memoryview(made)))
        return made

    def _edge_json(self, match: Match) -> bytes:
        return dumps(self.edge(match))

    def _head(self, shape: Shape) -> bytes:
        return dumps({k: v for k, v in shape.items() if k not in IN_THIS_GRAPH})[:-1]

    def _tail(self, item: Node) -> bytes:
        hops = "null" if item.hops is None else item.hops
        seed = "true" if item.seed else "false"
        return (
            f',"polarity_balance":{item.polarity_balance},"seed":{seed},"hops":{hops}'
            f',"hidden_neighbours":{item.hidden_neighbours}}}'
        ).encode()


def dumps(value: object, *, sort_keys: bool = False) -> bytes:
    """JSON in UTF-8; read-only mappings are objects."""
    return orjson.dumps(value, _plain, orjson.OPT_SORT_KEYS if sort_keys else None)


def json_text(value: object) -> str:
    """JSON as text, to be put into a cell or an attribute."""
    return dumps(value).decode()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
