"""What must come along so that an export can be read back as data: types, sources, data sets, silences, voices.

For the whole graph that is all there is; for a part of it, what the part rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.graph.contract import GraphView, Match
from app.graph.subgraph import Subgraph
from app.model.claim import Claim
from app.model.ontology import EntityType, RelationType
from app.model.silence import Silence
from app.model.source import Source


def is_whole(graph: Subgraph) -> bool:
    """Whether the subgraph is the whole graph: every entity, every relation, no filter set."""
    view = graph.view
    return (
        len(graph.nodes) == view.entity_count
        and len(graph.edges) == view.relation_count
        and all(len(m.claims) == len(view.relation_claims(m.relation)) for m in graph.edges)
    )


class Needed:
    """Collects, while the edges pass by, which sources and entities they need beside the nodes.

    What it holds grows with the entities and sources of the view, never with the edges.
    """

    def __init__(self, graph: Subgraph) -> None:
        self._view = graph.view
        self._whole = is_whole(graph)
        self._there = {n.entity for n in graph.nodes}
        self._entities: set[int] = set()
        self._sources: set[str] = set()
        for item in graph.nodes:
            self._with_states(graph.view.entity(item.entity).organ_of)

    def see(self, match: Match) -> None:
        """Note what an edge needs."""
        for handle in match.claims:
            claim = self._view.claim(handle)
            self._sources.add(claim.source)
            for key in mentioned(claim):
                self._with_states(key)

    def sources(self) -> list[Source]:
        """The documents."""
        return [s for s in self._view.sources.values() if self._whole or s.id in self._sources]

    def silences(self) -> list[Silence]:
        """What these documents do not say."""
        return [s for s in self._view.silences if self._whole or s.source in self._sources]

    def entities(self) -> list[int]:
        """Entities that are mentioned (voices, addressees, authors, organs above) without being nodes."""
        for source in self.sources():
            self._with_states(source.author)
        for silence in self.silences():
            self._with_states(silence.subject)
            self._with_states(silence.object)
        return sorted(self._entities)

    def _with_states(self, key: str | None) -> None:
        """An entity, and what it is an organ of."""
        while key is not None:
            handle = self._view.find_entity(self._view.merged_into(key) or key)
            if handle is None or handle in self._entities:
                return
            if handle not in self._there:
                self._entities.add(handle)
            key = self._view.entity(handle).organ_of


def mentioned(claim: Claim) -> Iterator[str]:
    """The entities that a claim names beside its ends."""
    yield from claim.asserted_by
    for key in (claim.addressed_to, claim.via):
        if key is not None:
            yield key


def entity_types(graph: Subgraph) -> list[EntityType]:
    """All types of the whole graph; of a part, those of its nodes and whatever they are kinds of."""
    ontology = graph.view.ontology
    if is_whole(graph):
        return list(ontology.entity_types.values())
    names = {name for n in graph.nodes for name in ontology.entity_lineage(graph.view.entity(n.entity).type)}
    return [t for key, t in ontology.entity_types.items() if key in names]


def relation_types(graph: Subgraph) -> list[RelationType]:
    """All types of the whole graph; of a part, those of its edges and whatever they are kinds of."""
    ontology = graph.view.ontology
    if is_whole(graph):
        return list(ontology.relation_types.values())
    names = {name for m in graph.edges for name in ontology.relation_lineage(graph.view.ends(m.relation).type)}
    return [t for key, t in ontology.relation_types.items() if key in names]


def seeing(needed: Needed, edges: Iterable[Match]) -> Iterator[Match]:
    """The edges as they pass by, each of them noted."""
    for match in edges:
        needed.see(match)
        yield match


def used_entity(view: GraphView, key: str) -> int | None:
    """The handle of an id as written, merges followed."""
    return view.find_entity(view.merged_into(key) or key)
