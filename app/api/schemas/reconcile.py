"""Answers of the W3C Reconciliation API, named as the protocol names them."""

from __future__ import annotations

from pydantic import Field, RootModel

from app.api.schemas.base import Shape


class NamedType(Shape):
    """An entity type of the protocol."""

    id: str
    name: str


class ViewTemplate(Shape):
    """How an id becomes an address."""

    url: str


class ServicePath(Shape):
    """Where a part of the service answers."""

    service_url: str
    service_path: str


class SuggestServices(Shape):
    """Where entities, properties and types are suggested."""

    entity: ServicePath
    property: ServicePath
    type: ServicePath


class ExtendService(Shape):
    """Where properties to fetch are proposed."""

    propose_properties: ServicePath
    property_settings: list[str]


class Manifest(Shape):
    """What the service offers."""

    versions: list[str]
    name: str
    identifierSpace: str
    schemaSpace: str
    documentation: str
    view: ViewTemplate
    defaultTypes: list[NamedType]
    suggest: SuggestServices
    extend: ExtendService
    batchSize: int = Field(description="Most queries in a batch.")


class SuggestedEntity(Shape):
    """An entity whose name resembles the prefix."""

    id: str
    name: str
    description: str
    notable: list[NamedType]


class SuggestedEntities(Shape):
    """Entities for a prefix, best first."""

    result: list[SuggestedEntity]


class SuggestedThing(Shape):
    """A type or property with the prefix in its name."""

    id: str
    name: str
    description: str


class SuggestedThings(Shape):
    """Types or properties for a prefix."""

    result: list[SuggestedThing]


class ProposedProperties(Shape):
    """Properties that make sense for a type."""

    type: str | None = None
    limit: int
    properties: list[NamedType]


class Feature(Shape):
    """What a score rests on."""

    id: str
    name: str
    value: float


class CandidateShape(Shape):
    """An entity that may be meant."""

    id: str
    name: str
    description: str
    type: list[NamedType]
    score: float
    match: bool = Field(description="Whether it is the one: nothing contradicts, and no other comes close.")
    features: list[Feature]


class Candidates(Shape):
    """The candidates of one query, best first."""

    candidates: list[CandidateShape]


class MatchedBatch(Shape):
    """The answers to a batch, in the order of its queries (draft for version 1.0)."""

    results: list[Candidates]


class QueryResult(Shape):
    """The candidates of one query of version 0.2, best first."""

    result: list[CandidateShape]


class Cell(Shape):
    """One value of a property: a text, a number, or an entity."""

    str_: str | None = Field(None, alias="str")
    int_: int | None = Field(None, alias="int")
    float_: float | None = Field(None, alias="float")
    id: str | None = None
    name: str | None = None


class Extension(Shape):
    """Properties of entities: a row for each id."""

    meta: list[NamedType]
    rows: dict[str, dict[str, list[Cell]]]


class Batch(RootModel[dict[str, QueryResult]]):
    """The answers to a batch of version 0.2, under the keys of its queries."""
