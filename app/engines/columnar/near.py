"""The relations of one entity, kept ready: what `select` gives where no filter looks at single claims."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from app.graph.contract import Ends, Match
from app.graph.filters import Filters, Scope
from app.model.ontology import Ontology

MOST_ENTITIES = 10_000
MOST_RELATIONS = 1_000  # of one entity; one with more is looked up in the columns

Near = tuple[tuple[Match, Ends, bool], ...]


class Neighbourhoods:
    """Relations by entity with all their claims, in order of handle, made when first asked for."""

    def __init__(self, ontology: Ontology, ends: Sequence[Ends], collect: Callable[[Scope], Sequence[Match]]) -> None:
        self._ontology = ontology
        self._ends = ends
        self._collect = collect
        self._near: dict[int, Near] = {}
        self._lock = threading.Lock()

    def select(self, scope: Scope, filters: Filters, degree: Callable[[int], int]) -> list[Match] | None:
        """The relations in scope that pass type and category; None where the question is another one."""
        if (
            scope.incident is None
            or len(scope.incident) != 1
            or scope.subject is not None
            or scope.object is not None
            or scope.between is not None
            or scope.relations is not None
            or filters.polarity is not None
            or filters.drops_claims
            or filters.selects_claims
        ):
            return None
        (entity,) = scope.incident
        if degree(entity) > MOST_RELATIONS:
            return None
        types, categories, others = filters.type, filters.category, scope.other
        kinds = self._ontology.relation_types
        return [
            match
            for match, ends, symmetric in self._of(entity)
            if (types is None or ends.type in types)
            and (categories is None or kinds[ends.type].category in categories)
            and (others is None or (ends.object if ends.subject == entity else ends.subject) in others)
            and (symmetric or scope.direction == "both" or (scope.direction == "out") == (ends.subject == entity))
        ]

    def _of(self, entity: int) -> Near:
        near = self._near.get(entity)
        if near is None:
            near = tuple(
                (
                    match,
                    self._ends[match.relation],
                    self._ontology.relation_types[self._ends[match.relation].type].symmetric,
                )
                for match in self._collect(Scope(incident=frozenset((entity,))))
            )
            with self._lock:
                if len(self._near) >= MOST_ENTITIES:
                    self._near.pop(next(iter(self._near)))
                self._near[entity] = near
        return near
