"""The graph to draw."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.api.schemas.base import Facet, Reference, Shape, Snapshotted
from app.api.schemas.claims import Absence, Claim, HedgeShape, PolarityName
from app.api.schemas.sources import Source
from app.api.schemas.vocabulary import EntityTypeShape, RelationTypeShape
from app.graph.drawing import MOST_PLACES
from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.entity import Existence


class Node(Shape):
    """An entity to draw."""

    id: str
    type: str
    types: list[str]
    label: str
    polarity_balance: int = Field(description="Cooperative minus conflictual edges; only what is affirmed as fact.")
    degree: int = Field(description="Relations in the whole graph.")
    generic: bool
    existence: Existence
    organ_of: str | None
    seed: bool
    hops: int | None = Field(description="Steps from the nearest seed; null without seeds.")
    hidden_neighbours: int = Field(description="Neighbours under these filters that are not drawn.")
    country: str | None
    latitude: float | None
    longitude: float | None
    place_precision: str | None
    description: str


class PlaceInText(Shape):
    """A paragraph of a source."""

    source: str
    paragraph: int


class Edge(Shape):
    """A relation to draw; stance, hedge, progress, via and dates are those of its leading claim."""

    id: str
    source: str
    target: str
    type: str
    label: str
    category: str
    polarity: PolarityName
    kind: Literal["state", "event"]
    symmetric: bool
    status: Status
    ended: bool
    modality: list[Modality]
    stance: Stance
    hedge: HedgeShape | None
    progress: Progress | None
    via: Reference | None
    addressed_to: Reference | None
    asserted_by: list[Reference]
    confidence: Confidence
    min_confidence: Confidence
    valid_from: str | None
    valid_to: str | None
    ends: Literal["exclusive"]
    edtf: str
    inferred: str | None
    last_attested: str | None = Field(description="Null where it is inferred.")
    first_known: str | None
    derived: dict[str, Any] | None
    sentence: str
    claims: int
    paragraphs: list[PlaceInText] = Field(description=f"Of the latest {MOST_PLACES} claims, where there are more.")
    sources: list[str]


class DatasetCredit(Shape):
    """A data set in the words that its licence asks for."""

    id: str
    title: str
    licence: str
    licence_url: str | None
    attribution: str


class GraphOntology(Shape):
    """The types that occur, and those above them."""

    entity_types: list[EntityTypeShape]
    relation_types: list[RelationTypeShape]


class Meta(Shape):
    """What the subgraph is and what is missing from it."""

    snapshot: str
    as_of: str | None
    known_at: str | None
    truncated: bool
    truncated_by: str | None = Field(description="The bound that cut the answer.")
    hidden: dict[str, int] = Field(description="Per filter: edges that appear when it alone is lifted.")
    nodes: int
    edges: int
    total_nodes: int
    total_edges: int
    query: dict[str, Any]
    title: str
    url: str | None = Field(description="Asks this very query again.")
    json_: str | None = Field(alias="json", description="Asks it as Graph JSON.")
    cite: str
    datasets: list[DatasetCredit] = Field(description="Whose data this is, and under which licence.")


class GraphDocument(Shape):
    """Nodes and edges in a stable order, ready to draw."""

    nodes: list[Node]
    edges: list[Edge]
    meta: Meta
    claims: list[Claim] | None = None
    sources: list[Source] | None = None
    ontology: GraphOntology | None = None
    facets: dict[str, Facet] | None = None
    absence: Absence | None = Field(None, description="Present when there is no edge: why.")


class FormatShape(Shape):
    """A format of `/v1/graph`."""

    name: str
    title: str
    media_type: str
    suffix: str
    keeps: list[str]
    cannot: list[str] = Field(description="What the format cannot carry; nothing else is missing.")
    streams: bool = Field(description="Whether memory stays flat however large the graph is.")
    most_nodes: int | None
    most_edges: int | None


class FormatList(Snapshotted):
    """All formats."""

    results: list[FormatShape]
