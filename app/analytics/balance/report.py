"""Balance in one answer: projection, triads, camps, frustration and the ties that carry it, with the literature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.analytics.balance.frustration import Frustration, frustration
from app.analytics.balance.signed import Pair, SignedGraph, Tie, signed_graph
from app.analytics.balance.triads import MOST_TRIADS, Census, Triad, census
from app.errors import BoundExceeded
from app.graph import shapes
from app.graph.contract import GraphView
from app.graph.explain import relation_key
from app.graph.filters import Filters

Shape = dict[str, Any]
MOST_TIES = 50_000
LITERATURE: Final = (
    "signs and ruling R8: a tie is what is affirmed as fact",
    "triads: Heider 1946; Cartwright and Harary 1956",
    "line index of balance (frustration): Abelson and Rosenberg 1958; Harary 1959",
    "camps by relocation: Doreian and Mrvar 1996, 2009",
    "exact frustration by branch and bound; bounds: Aref and Wilson 2018, 2019",
)


@dataclass(frozen=True, slots=True)
class Balance:
    """The signed structure at a date."""

    graph: SignedGraph
    census: Census
    frustration: Frustration


def balance(
    view: GraphView, filters: Filters, *, entity_types: frozenset[str] | None, roll_up: bool, weigh_all: bool
) -> Balance:
    """The signed structure of what the filters leave; computed once per snapshot and question."""

    def compute() -> Balance:
        graph = signed_graph(view, filters, entity_types=entity_types, roll_up=roll_up, weigh_all=weigh_all)
        if len(graph.ties) > MOST_TIES:
            raise BoundExceeded(
                "ties",
                f"{len(graph.ties)} signed ties are more than {MOST_TIES}: narrow by date, type, source or entity type",
            )
        return Balance(graph, census(graph), frustration(graph))

    types = None if entity_types is None else tuple(sorted(entity_types))
    return view.remembered(("balance", filters, types, roll_up, weigh_all), compute)


def balance_shape(view: GraphView, found: Balance, limit: int, *, unbalanced_only: bool = False) -> Shape:
    """The answer as plain dictionaries; lists are cut at the limit, totals are not."""
    graph, triads, lines = found.graph, found.census, found.frustration
    counts = triads.counts()
    listed = [t for t in triads.triads if not (unbalanced_only and t.balanced)]
    signs = [t.sign for t in graph.ties.values()]
    return {
        "actors": len(graph.nodes),
        "ties": {
            "total": len(signs),
            "cooperative": sum(s > 0 for s in signs),
            "conflictual": sum(s < 0 for s in signs),
            "ambivalent": [_tie(view, p, t) for p, t in list(graph.ambivalent.items())[:limit]],
            "ambivalent_total": len(graph.ambivalent),
        },
        "triads": {
            "total": sum(counts.values()),
            "balanced": counts["+++"] + counts["+--"],
            "unbalanced": counts["++-"] + counts["---"],
            "by_kind": counts,
            "truncated_by": f"triads: {MOST_TRIADS}" if triads.truncated else None,
            "results": [_triad(view, graph, t) for t in listed[:limit]],
        },
        "factions": [_faction(view, lines, c) for c in lines.components[:limit]],
        "frustration": {
            "index": lines.index,
            "lower_bound": lines.lower_bound,
            "share": round(lines.index / len(signs), 4) if signs else 0.0,
            "method": "exact"
            if lines.exact
            else "heuristic: relocation from several starts; the optimum lies between lower_bound and index",
            "ties": [_tie(view, p, graph.ties[p]) for p in lines.frustrated[:limit]],
        },
        "literature": list(LITERATURE),
        "snapshot": view.snapshot_id,
    }


def _tie(view: GraphView, pair: Pair, tie: Tie) -> Shape:
    return {
        "entities": [shapes.reference(view, e) for e in pair],
        "sign": tie.sign,
        "relations": [relation_key(view, r) for r in tie.relations],
    }


def _triad(view: GraphView, graph: SignedGraph, triad: Triad) -> Shape:
    one, two, three = triad.nodes
    return {
        "entities": [shapes.reference(view, e) for e in triad.nodes],
        "balanced": triad.balanced,
        "kind": triad.kind,
        "ties": [_tie(view, p, graph.ties[p]) for p in ((one, two), (one, three), (two, three))],
    }


def _faction(view: GraphView, lines: Frustration, component: tuple[int, ...]) -> Shape:
    camps = [[shapes.reference(view, e) for e in component if lines.camps[e] == side] for side in (0, 1)]
    return {"actors": len(component), "camps": camps}
