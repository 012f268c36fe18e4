"""The shapes of sources, data sets and entities as curators write them, and how they become the model's types."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.loading.scalars import (
    Count,
    Country,
    Flag,
    Hash,
    Language,
    Latitude,
    Line,
    Longitude,
    SingleDate,
    Slug,
    Text,
    Url,
)
from app.model.entity import Entity, Existence, Name, NameKind, Place
from app.model.source import DatasetInfo, Paragraph, Source


class Record(BaseModel):
    """Base of all shapes: frozen, and no field that is not named; a field without a value counts as not given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_fields(cls, data: Any) -> Any:
        if not isinstance(data, dict) or None not in data.values():
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


class DatasetRecord(Record):
    """A data set and its licence."""

    id: Slug
    title: Line
    licence: Line
    attribution: Text
    coverage: Text
    licence_url: Url | None = None
    description: Text = ""

    def to_model(self) -> DatasetInfo:
        """The model's type."""
        return DatasetInfo(
            id=self.id,
            title=self.title,
            licence=self.licence,
            attribution=self.attribution,
            coverage=self.coverage,
            licence_url=self.licence_url,
            description=self.description,
        )


class PublisherRecord(Record):
    """Who published a document; `inferred` says why, when the document does not."""

    name: Line
    inferred: Text | None = None


class PublishedRecord(Record):
    """When a document was published; `inferred` says why, when the document does not."""

    edtf: SingleDate
    inferred: Text | None = None


class ParagraphRecord(Record):
    """One paragraph: number, fingerprint and a note in our own words."""

    number: Count
    fingerprint: Hash
    note: Text

    def to_model(self) -> Paragraph:
        """The model's type."""
        return Paragraph(self.number, self.fingerprint, self.note)


class SourceRecord(Record):
    """A source document."""

    id: Slug
    title: Line
    author: Text
    published: PublishedRecord
    language: Language
    coverage: Literal["complete", "partial"]
    dataset: Text
    sha256: Hash
    paragraphs: tuple[ParagraphRecord, ...]
    section: Line | None = None
    publisher: PublisherRecord | None = None
    image_credit: Line | None = None
    url: Url | None = None
    note: Text | None = None

    def to_model(self) -> Source:
        """The model's type."""
        return Source(
            id=self.id,
            title=self.title,
            author=self.author,
            published=self.published.edtf,
            language=self.language,
            coverage=self.coverage,
            dataset=self.dataset,
            sha256=self.sha256,
            paragraphs=tuple(paragraph.to_model() for paragraph in self.paragraphs),
            published_inferred=self.published.inferred,
            section=self.section,
            publisher=self.publisher.name if self.publisher else None,
            publisher_inferred=self.publisher.inferred if self.publisher else None,
            image_credit=self.image_credit,
            url=self.url,
            note=self.note,
        )


class NameRecord(Record):
    """One more name of an entity."""

    text: Line
    lang: Language | None = None
    kind: NameKind = NameKind.ALIAS


class PlaceRecord(Record):
    """A point that stands for a place."""

    latitude: Latitude
    longitude: Longitude
    precision: Line
    basis: Text


class EntityRecord(Record):
    """An entity."""

    id: Slug
    type: Text
    label: Line
    names: tuple[NameRecord, ...] = ()
    identifiers: dict[str, Line] = Field(default_factory=dict)
    country: Country | None = None
    place: PlaceRecord | None = None
    organ_of: Text | None = None
    generic: Flag = False
    plural: Flag = False
    in_sentence: Line | None = None
    existence: Existence = Existence.ACTUAL
    description: Text = ""
    reference: Text | None = None
    merged_ids: tuple[Slug, ...] = ()

    def to_model(self) -> Entity:
        """The model's type."""
        place = self.place
        return Entity(
            id=self.id,
            type=self.type,
            label=self.label,
            names=tuple(Name(name.text, name.kind, name.lang) for name in self.names),
            identifiers=MappingProxyType(dict(self.identifiers)),
            country=self.country,
            place=Place(place.latitude, place.longitude, place.precision, place.basis) if place else None,
            organ_of=self.organ_of,
            generic=self.generic,
            plural=self.plural,
            in_sentence=self.in_sentence,
            existence=self.existence,
            description=self.description,
            reference=self.reference,
            merged_ids=self.merged_ids,
        )
