"""The shapes of entity types and relation types as curators write them, and how they become the model's types."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from app.loading.codes import Code
from app.loading.records import Record
from app.loading.scalars import Flag, Integer, Intensity, Line, Text, TypeId, TypeName, fail
from app.model.ontology import ANY, Attribute, AttributeType, EntityType, Kind, Phrase, RelationType


def _polarity(value: int) -> int:
    if value not in (-1, 0, 1):
        raise fail(Code.INVALID_VALUE, f"polarity {value} is not -1 (conflictual), 0 (neutral) or 1 (cooperative)")
    return value


class EntityTypeRecord(Record):
    """An entity type."""

    id: TypeId
    label: Line
    plural: Line
    parents: tuple[Text, ...] = ()
    description: Text = ""

    def to_model(self) -> EntityType:
        """The model's type."""
        return EntityType(self.id, self.label, self.plural, self.parents, self.description)


class AttributeRecord(Record):
    """An attribute that a relation type declares."""

    type: AttributeType
    values: tuple[Line, ...] = ()
    unit: Line | None = None
    description: Text = ""


class PhraseRecord(Record):
    """How a relation is said."""

    affirmed: Line
    negated: Line
    infinitive: Line


class RelationTypeRecord(Record):
    """A relation type. A symmetric one needs no inverse label."""

    id: TypeName
    label: Line
    category: TypeName
    kind: Kind
    polarity: Annotated[Integer, AfterValidator(_polarity)]
    phrase: PhraseRecord
    symmetric: Flag = False
    transitive: Flag = False
    inverse_label: Line | None = None
    parent: Text | None = None
    intensity: Intensity | None = None
    domain: tuple[Text, ...] = (ANY,)
    range: tuple[Text, ...] = (ANY,)
    attributes: dict[TypeName, AttributeRecord] = Field(default_factory=dict)
    mappings: dict[str, Line] = Field(default_factory=dict)
    description: Text = ""

    def to_model(self) -> RelationType:
        """The model's type."""
        return RelationType(
            id=self.id,
            label=self.label,
            inverse_label=self.inverse_label or self.label,
            category=self.category,
            kind=self.kind,
            polarity=self.polarity,
            symmetric=self.symmetric,
            transitive=self.transitive,
            phrase=Phrase(self.phrase.affirmed, self.phrase.negated, self.phrase.infinitive),
            parent=self.parent,
            intensity=self.intensity,
            domain=self.domain,
            range=self.range,
            attributes=tuple(
                Attribute(name, declared.type, declared.values, declared.unit, declared.description)
                for name, declared in self.attributes.items()
            ),
            mappings=MappingProxyType(dict(self.mappings)),
            description=self.description,
        )
