"""The ontology as data: a tree of entity types and a tree of relation types, with questions about both."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Kind = Literal["state", "event"]
AttributeType = Literal["text", "number", "integer", "boolean", "enum", "entity", "date", "quantity"]
PolarityName = Literal["cooperative", "neutral", "conflictual"]

ANY = "any"


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class of things; `parents` are its more general types (a State is both an Actor and a Place)."""

    id: str
    label: str
    plural: str
    parents: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute that a relation type declares for its claims."""

    name: str
    type: AttributeType
    values: tuple[str, ...] = ()
    unit: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a relation is said: "S affirmed O", "S negated O", "S plans to infinitive O"."""

    affirmed: str
    negated: str
    infinitive: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A typed edge: its labels, tone (polarity, intensity), logic, ends, attributes and mappings."""

    id: str
    label: str
    inverse_label: str
    category: str
    kind: Kind
    polarity: int
    symmetric: bool
    transitive: bool
    phrase: Phrase
    parent: str | None = None
    intensity: float | None = None
    domain: tuple[str, ...] = (ANY,)
    range: tuple[str, ...] = (ANY,)
    attributes: tuple[Attribute, ...] = ()
    mappings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    description: str = ""


# Attributes that a claim of any type may carry (ruling C3e); `ended` is what ruling R4 asks a claim to say.
COMMON_ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("condition", "text", description="what the claim is conditional on"),
    Attribute("horizon", "text", description="how far ahead the claim looks"),
    Attribute("scope", "text", description="what the claim is limited to"),
    Attribute("rank", "text", description="superlative or order given by the text"),
    Attribute("due", "date", description="target date of what is planned, agreed or expected"),
    Attribute("collective", "boolean", description="a list against a list: the pairing is not stated"),
    Attribute("quantity", "quantity", description="value, whether approximate, and the words of the text"),
    Attribute("ended", "boolean", description="the claim says that the relation has ended"),
    Attribute("event_id", "text", description="id of the occurrence in the data set that reports it"),
    Attribute("event_code", "text", description="code that the data set gives the occurrence, such as one of CAMEO"),
    Attribute("intensity", "number", description="value of that code on the Goldstein scale, from -10 to 10"),
    Attribute("attribution", "enum", values=("pooled",), description="tied to one of several, not to one alone"),
)


@dataclass(frozen=True)
class Ontology:
    """All entity and relation types by id, in a stable order."""

    entity_types: Mapping[str, EntityType]
    relation_types: Mapping[str, RelationType]

    @classmethod
    def of(cls, entity_types: Iterable[EntityType], relation_types: Iterable[RelationType]) -> Ontology:
        """Build an ontology from its types, ordered by id."""
        return cls(
            MappingProxyType({t.id: t for t in sorted(entity_types, key=lambda t: t.id)}),
            MappingProxyType({t.id: t for t in sorted(relation_types, key=lambda t: t.id)}),
        )

    @functools.cached_property
    def _entity_lineage(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(self._climb(name)) for name in self.entity_types}

    @functools.cached_property
    def _relation_lineage(self) -> Mapping[str, tuple[str, ...]]:
        lineage: dict[str, tuple[str, ...]] = {}
        for name in self.relation_types:
            chain = [name]
            while (parent := self.relation_types[chain[-1]].parent) and parent not in chain:
                chain.append(parent)
            lineage[name] = tuple(chain)
        return lineage

    def _climb(self, name: str) -> list[str]:
        seen: list[str] = [name]
        for current in seen:
            seen.extend(p for p in self.entity_types[current].parents if p not in seen and p in self.entity_types)
        return seen

    def entity_lineage(self, name: str) -> tuple[str, ...]:
        """The type itself, then all more general types, nearest first."""
        return self._entity_lineage[name]

    def relation_lineage(self, name: str) -> tuple[str, ...]:
        """The relation type itself, then its parents up the tree."""
        return self._relation_lineage[name]

    def entity_subtypes(self, name: str) -> frozenset[str]:
        """The type itself and everything below it."""
        return frozenset(t for t in self.entity_types if name in self._entity_lineage[t])

    def relation_subtypes(self, name: str) -> frozenset[str]:
        """The relation type itself and everything below it."""
        return self._relation_subtypes.get(name, frozenset())

    @functools.cached_property
    def _relation_subtypes(self) -> Mapping[str, frozenset[str]]:
        lineage = self._relation_lineage
        return {name: frozenset(t for t in lineage if name in lineage[t]) for name in lineage}

    def fits(self, entity_type: str, allowed: tuple[str, ...]) -> bool:
        """Whether an entity type may stand at an end that allows the given types."""
        return ANY in allowed or any(name in allowed for name in self.entity_lineage(entity_type))

    def attributes_of(self, relation_type: str) -> Mapping[str, Attribute]:
        """The attributes that a claim of this type may carry: its own, its parents', and the common ones."""
        declared = {a.name: a for a in COMMON_ATTRIBUTES}
        for name in reversed(self.relation_lineage(relation_type)):
            declared.update({a.name: a for a in self.relation_types[name].attributes})
        return declared

    @functools.cached_property
    def categories(self) -> tuple[str, ...]:
        """All categories of relation types, sorted."""
        return tuple(sorted({t.category for t in self.relation_types.values()}))


def polarity_name(polarity: int) -> PolarityName:
    """The word for a polarity of +1, 0 or -1."""
    return "cooperative" if polarity > 0 else "conflictual" if polarity < 0 else "neutral"


_EFFECT_POLARITY = MappingProxyType({"harms": -1, "helps": 1, "unclear": 0})


def claim_polarity(relation_type: RelationType, attributes: Mapping[str, object]) -> int:
    """The tone of one claim: its type's polarity, or what a declared `effect` attribute makes of it."""
    effect = attributes.get("effect")
    if isinstance(effect, str) and any(a.name == "effect" for a in relation_type.attributes):
        return _EFFECT_POLARITY.get(effect, relation_type.polarity)
    return relation_type.polarity
