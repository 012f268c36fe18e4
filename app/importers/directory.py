"""The curated entities as importers look them up: by id, name, identifier, and by the state that they govern."""

from __future__ import annotations

from collections.abc import Iterable

from app.importers.countries import ALPHA_2
from app.model.entity import Entity, NameKind
from app.model.names import fold


class Directory:
    """An index of entities. Metonyms are kept apart: a capital is not its government. A class of things has no name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.merged = {old: entity.id for entity in self.entities.values() for old in entity.merged_ids}
        self.taken = frozenset(self.entities) | frozenset(self.merged)
        self.states: dict[str, str] = {}  # by ISO 3166-1 alpha-2
        self._names: dict[str, list[Entity]] = {}
        self._metonyms: dict[str, list[Entity]] = {}
        self._identifiers: dict[tuple[str, str], list[Entity]] = {}
        self._governments: dict[str, list[str]] = {}
        for entity in self.entities.values():
            self._index(entity)

    def _index(self, entity: Entity) -> None:
        names = dict.fromkeys(fold(n.text) for n in entity.names if n.kind is not NameKind.METONYM)
        for key in {} if entity.generic else dict.fromkeys((fold(entity.label), *names)):
            self._names.setdefault(key, []).append(entity)
        for name in entity.names:
            if name.kind is NameKind.METONYM:
                self._metonyms.setdefault(fold(name.text), []).append(entity)
        for scheme, code in entity.identifiers.items():
            self._identifiers.setdefault((scheme, code), []).append(entity)
        if entity.type == "State" and ALPHA_2 in entity.identifiers:
            self.states[entity.identifiers[ALPHA_2]] = entity.id
        if entity.type == "Government" and entity.organ_of:
            self._governments.setdefault(entity.organ_of, []).append(entity.id)

    def get(self, entity_id: str) -> Entity | None:
        """The entity with this id, or with the id that it was merged into."""
        return self.entities.get(self.merged.get(entity_id, entity_id))

    def named(self, name: str) -> list[Entity]:
        """Those that bear this name, metonyms aside."""
        return self._names.get(fold(name), [])

    def metonym(self, name: str) -> list[Entity]:
        """Those that the name stands for in a manner of speaking."""
        return self._metonyms.get(fold(name), [])

    def identified(self, scheme: str, code: str) -> list[Entity]:
        """Those with this identifier."""
        return self._identifiers.get((scheme, code), [])

    def government(self, state: str) -> str | None:
        """The one government of a state, if one is curated."""
        organs = self._governments.get(state, [])
        return organs[0] if len(organs) == 1 else None
