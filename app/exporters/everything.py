"""What must come along so that an export can be read back as data: types, sources, data sets, silences, voices.

Collected while the edges pass by. For the whole graph that is all there is; for a part of it, what the part rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.graph.contract import Match
from app.graph.subgraph import Subgraph
from app.model.claim import Claim
from app.model.ontology import EntityType, RelationType
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import Source


class Needed:
    """Notes, edge by edge, what they need beside the nodes.

    What it holds grows with the entities, types and sources of the view, never with the edges.
    """

    def __init__(self, graph: Subgraph) -> None:
        self._view = graph.view
        self._there = {n.entity for n in graph.nodes}
        self._entities: set[int] = set()
        self._sources: set[str] = set()
        self._types: set[str] = set()
        self._edges = self._claims = 0
        for item in graph.nodes:
            self._with_states(graph.view.entity(item.entity).organ_of)

    def seeing(self, edges: Iterable[Match]) -> Iterator[Match]:
        """The edges as they pass by, each of them noted."""
        for match in edges:
            self._edges += 1
            self._claims += len(match.claims)
            self._types.add(self._view.ends(match.relation).type)
            for handle in match.claims:
                claim = self._view.claim(handle)
                self._sources.add(claim.source)
                for key in _mentioned(claim):
                    self._with_states(key)
            yield match

    @property
    def whole(self) -> bool:
        """Whether what has passed by is the whole graph: every entity, relation and claim."""
        view = self._view
        seen = len(self._there), self._edges, self._claims
        return seen == (view.entity_count, view.relation_count, view.claim_count)

    def sources(self) -> list[Source]:
        """The documents."""
        return [s for s in self._view.sources.values() if self.whole or s.id in self._sources]

    def silences(self) -> list[Silence]:
        """What these documents do not say."""
        return [s for s in self._view.silences if self.whole or s.source in self._sources]

    def entities(self) -> list[int]:
        """Entities that are mentioned (voices, addressees, authors, organs above) without being nodes."""
        for source in self.sources():
            self._with_states(source.author)
        for silence in self.silences():
            self._with_states(silence.subject)
            self._with_states(silence.object)
        return sorted(self._entities)

    def entity_types(self) -> list[EntityType]:
        """The types of all these entities, and whatever they are kinds of."""
        ontology, handles = self._view.ontology, self._there | set(self.entities())
        names = {name for h in handles for name in ontology.entity_lineage(self._view.entity(h).type)}
        return [t for key, t in ontology.entity_types.items() if self.whole or key in names]

    def relation_types(self) -> list[RelationType]:
        """The types of all edges, and whatever they are kinds of."""
        ontology = self._view.ontology
        names = {above for name in self._types for above in ontology.relation_lineage(name)}
        return [t for key, t in ontology.relation_types.items() if self.whole or key in names]

    def rules(self) -> list[Rule]:
        """The rules, which belong to the graph as a whole."""
        return list(self._view.rules) if self.whole else []

    def _with_states(self, key: str | None) -> None:
        """An entity, and what it is an organ of."""
        while key is not None:
            handle = self._view.find_entity(self._view.merged_into(key) or key)
            if handle is None or handle in self._entities:
                return
            if handle not in self._there:
                self._entities.add(handle)
            key = self._view.entity(handle).organ_of


def _mentioned(claim: Claim) -> Iterator[str]:
    """The entities that a claim names beside its ends."""
    yield from claim.asserted_by
    for key in (claim.addressed_to, claim.via):
        if key is not None:
            yield key
