"""The filtered graph as NetworkX graphs: one for each way in which metrics look at it, made when first asked for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.analytics.balance.signed import WEIGHING
from app.analytics.bounds import within_bounds
from app.graph.contract import GraphView, Survey
from app.graph.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    import networkx as nx


class Network:
    """The relations that the filters leave, as columns and as graphs over entity handles."""

    def __init__(self, view: GraphView, filters: Filters) -> None:
        within_bounds(view, filters)
        self.view = view
        self.found: Survey = view.survey(EVERYTHING, filters)

    @functools.cached_property
    def entities(self) -> tuple[int, ...]:
        """All entities with a relation, in order."""
        return tuple(sorted({*self.found.subject, *self.found.object}))

    @property
    def relation_count(self) -> int:
        """How many relations there are."""
        return len(self.found.relation)

    @functools.cached_property
    def ties(self) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """The relations of each pair of entities, whatever their direction."""
        pairs: dict[tuple[int, int], list[int]] = {}
        for relation, one, two in zip(self.found.relation, self.found.subject, self.found.object, strict=True):
            pairs.setdefault((min(one, two), max(one, two)), []).append(relation)
        return {pair: tuple(relations) for pair, relations in sorted(pairs.items())}

    @functools.cached_property
    def undirected(self) -> nx.Graph[int]:
        """One edge per pair, weighted by the number of its relations."""
        import networkx as nx  # slow to import, and starting needs it not

        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(self.entities)
        graph.add_weighted_edges_from((a, b, float(len(r))) for (a, b), r in self.ties.items())
        return graph

    @functools.cached_property
    def arcs(self) -> Mapping[tuple[int, int], int]:
        """From whom to whom, with the number of relations; a symmetric relation goes both ways."""
        symmetric = {t.id for t in self.view.ontology.relation_types.values() if t.symmetric}
        arcs: dict[tuple[int, int], int] = {}
        for relation, one, two in zip(self.found.relation, self.found.subject, self.found.object, strict=True):
            ways = [(one, two)]
            if self.view.ends(relation).type in symmetric:
                ways.append((two, one))
            for way in ways:
                arcs[way] = arcs.get(way, 0) + 1
        return dict(sorted(arcs.items()))

    @functools.cached_property
    def directed(self) -> nx.DiGraph[int]:
        """One arc per ordered pair, weighted by the number of relations."""
        import networkx as nx

        graph: nx.DiGraph[int] = nx.DiGraph()
        graph.add_nodes_from(self.entities)
        graph.add_weighted_edges_from((a, b, float(n)) for (a, b), n in self.arcs.items())
        return graph

    def signs(self, *, weigh_all: bool) -> list[int]:
        """The sign of each relation; what is not affirmed as fact has none unless asked for (ruling R8)."""
        return [
            p if weigh_all or s in WEIGHING else 0 for p, s in zip(self.found.polarity, self.found.status, strict=True)
        ]
