"""Entities and their neighbours."""

from __future__ import annotations

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Snapshotted
from app.api.schemas.claims import Page
from app.api.schemas.relations import Relation
from app.graph.adjacency import MANY, MOST_TIES
from app.model.entity import Existence, NameKind


class NameShape(Shape):
    """Another name, its language (BCP 47) and kind."""

    text: str
    lang: str | None
    kind: NameKind


class PlaceShape(Shape):
    """A point that stands for the place (WGS 84 degrees) and what it is based on."""

    latitude: float
    longitude: float
    precision: str
    basis: str


class Sides(Shape):
    """Relations by side."""

    out: int
    in_: int = Field(alias="in")


class RelationCounts(Shape):
    """How many relations the entity has, by type and side."""

    total: int
    by_type: dict[str, Sides]


class Entity(Shape):
    """A state, group, person, project, place, document, event, condition ..."""

    id: str
    label: str
    type: str
    types: list[str] = Field(description="The type and all above it.")
    generic: bool = Field(description="A class such as `insurgent groups`, never merged with a named group.")
    existence: Existence
    organ_of: Reference | None
    organs: list[Reference] = Field(description="Its organs at any depth; entity filters include them.")
    names: list[NameShape]
    identifiers: dict[str, str]
    country: str | None
    place: PlaceShape | None
    description: str
    relations: RelationCounts
    sources: list[str]
    reference: str | None = Field(description="Where the background facts come from; they are no claims.")
    merged_ids: list[str]
    cite: str


class EntityPage(Page):
    """A page of entities."""

    results: list[Entity]


class EntityDocument(Snapshotted):
    """One entity."""

    entity: Entity


class Adjacent(Shape):
    """A neighbour with the relations that tie it."""

    entity: Reference
    relations: list[Relation] = Field(
        description=f"Around an entity with more than {MANY} relations the first {MOST_TIES}; `between` has all."
    )
    relations_total: int


class AdjacentPage(Page):
    """A page of neighbours."""

    results: list[Adjacent]
