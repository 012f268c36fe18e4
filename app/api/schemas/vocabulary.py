"""Ontology, data sets, statistics, suggestions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.api.schemas.base import Shape, Snapshotted
from app.api.schemas.claims import PolarityName


class EntityTypeShape(Shape):
    """A class of things."""

    id: str
    label: str
    plural: str
    parents: list[str]
    types: list[str]
    description: str


class AttributeShape(Shape):
    """An attribute that claims of a type may carry."""

    name: str
    type: str
    values: list[str]
    unit: str | None
    description: str


class PhraseShape(Shape):
    """How the relation is said."""

    affirmed: str
    negated: str
    infinitive: str


class RelationTypeShape(Shape):
    """A typed edge."""

    id: str
    label: str
    inverse_label: str
    parent: str | None
    types: list[str]
    category: str
    kind: Literal["state", "event"]
    polarity: PolarityName
    intensity: float | None
    symmetric: bool
    transitive: bool
    domain: list[str]
    range: list[str]
    attributes: list[AttributeShape]
    phrase: PhraseShape
    mappings: dict[str, str] = Field(description="To CAMEO, PLOVER, Wikidata, STIX ...")
    description: str


class OntologyDocument(Snapshotted):
    """All types."""

    entity_types: list[EntityTypeShape]
    relation_types: list[RelationTypeShape]
    common_attributes: list[AttributeShape]
    categories: list[str]


class Dataset(Shape):
    """A data set."""

    id: str
    title: str
    licence: str
    licence_url: str | None
    attribution: str
    coverage: str
    description: str
    sources: int
    claims: int
    relations: int


class DatasetList(Snapshotted):
    """All data sets."""

    results: list[Dataset]


class Suggestion(Shape):
    """Something that was probably meant, with the name that matched and how well (0 to 100)."""

    kind: Literal["entity", "relation_type", "source"]
    id: str
    label: str
    type: str
    name: str
    score: float


class SuggestionList(Snapshotted):
    """Suggestions, best first."""

    results: list[Suggestion]


class SpanShape(Shape):
    """First day and the day after the last one."""

    from_: str | None = Field(alias="from")
    to: str | None
    ends: Literal["exclusive"]


class Spans(Shape):
    """The spans of both clocks."""

    valid: SpanShape
    known: SpanShape


class Build(Shape):
    """When the snapshot was built (UTC) and in how many seconds."""

    at: str
    seconds: float


class StatsDocument(Snapshotted):
    """Counts of everything."""

    counts: dict[str, int]
    entities_by_type: dict[str, int]
    relations_by_type: dict[str, int]
    relations_by_status: dict[str, int]
    claims_by_modality: dict[str, int]
    claims_by_stance: dict[str, int]
    claims_by_voice: dict[str, int]
    spans: Spans
    build: Build
