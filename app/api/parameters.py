"""The query parameters of every endpoint, as strict models: an unknown name is refused, never ignored."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.entity import Existence

MAX_LIMIT = 1000
MAX_OFFSET = 10_000
MAX_REPEATS = 100
CURSOR = r"^[0-9a-z]{1,8}\.[0-9a-f]{16}$"

Text = Annotated[str, Field(min_length=1, max_length=200)]
Date = Annotated[str, Field(min_length=1, max_length=80)]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$")]
Texts = Annotated[tuple[Text, ...], Field(max_length=MAX_REPEATS)]
DATE_HELP = "YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date"


class Parameters(BaseModel):
    """What all endpoints take."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True)

    snapshot: Text | None = Field(None, description="Answer from this snapshot only; 409 when it is no longer served.")

    @property
    def pinned(self) -> str | None:
        """The snapshot that is meant, if one is."""
        return self.snapshot

    def words(self) -> dict[str, Any]:
        """The parameters that were given, by name."""
        chosen = self.model_fields_set
        given = ((name, getattr(self, name)) for name in type(self).model_fields if name in chosen)
        return {name: value for name, value in given if value is not None}


class Paging(Parameters):
    """Where a list is cut."""

    limit: int = Field(50, ge=1, le=MAX_LIMIT, description=f"Results on a page, at most {MAX_LIMIT}.")
    offset: int = Field(0, ge=0, le=MAX_OFFSET, description=f"Results to skip, at most {MAX_OFFSET}.")


class ListPaging(Paging):
    """Where a long list is cut: a cursor leads beyond the reach of `offset`."""

    cursor: Annotated[str, Field(pattern=CURSOR, max_length=60)] | None = Field(
        None, description="Where a page begins, as `next` has it; it means the same snapshot only."
    )

    @property
    def start(self) -> int:
        """How many results lie before the page."""
        return self.offset if self.cursor is None else int(self.cursor.partition(".")[0], 36)

    @property
    def pinned(self) -> str | None:
        """The snapshot that is meant: the one that was named, or that the cursor was made for."""
        return self.snapshot or (self.cursor.partition(".")[2] if self.cursor else None)


class RelationFilters(Parameters):
    """The relation filters: OR within a name, AND across names (rulings R1 and T1 to T5)."""

    type: Texts = Field((), description="Relation type ids; subtypes are included.", examples=[["shelters"]])
    category: Texts = Field((), description="Categories of relation types, such as `diplomatic`.")
    polarity: tuple[Literal["cooperative", "neutral", "conflictual"], ...] = Field(
        (), max_length=MAX_REPEATS, description="Tone of the relation."
    )
    status: tuple[Status, ...] = Field(
        (), max_length=MAX_REPEATS, description="What the relation's claims amount to, such as `alleged`."
    )
    modality: tuple[Modality, ...] = Field(
        (), max_length=MAX_REPEATS, description="Keeps relations with a claim in this mode; never changes a status."
    )
    stance: tuple[Stance, ...] = Field(
        (), max_length=MAX_REPEATS, description="Keeps relations with a claim of this stance."
    )
    progress: tuple[Progress, ...] = Field((), max_length=MAX_REPEATS, description="How far the deed has come.")
    asserted_by: Texts = Field((), description="Whose voice: an entity id or unambiguous name; its organs count too.")
    addressed_to: Texts = Field((), description="To whom it was said; organs count too.")
    source: Texts = Field((), description="Document ids: only their claims are known.")
    dataset: Texts = Field((), description="Data set ids: only their claims are known.")
    min_confidence: Confidence | None = Field(
        None, description="Keeps relations with a claim that the text supports at least this surely."
    )
    as_of: Date | None = Field(
        None, description=f"States that hold on this date, and events that had happened by it: {DATE_HELP}."
    )
    known_at: Date | None = Field(
        None, description=f"Only what our sources had said by the end of this date: {DATE_HELP}."
    )
    during: Date | None = Field(
        None, description="What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`."
    )
    time_match: Literal["overlaps", "within"] = Field("overlaps", description="How `during` is met.")
    certainty: Literal["possible", "certain"] = Field(
        "possible", description="Whether vague dates count under some reading or only under all."
    )
    q: Text | None = Field(None, description="Words in the notes or the date words of a claim.")
    exact: bool = Field(False, description="Entity filters mean the very entity, without its organs.")


Facets = Annotated[tuple[Text, ...], Field(max_length=20)]


class RelationsQuery(RelationFilters, ListPaging):
    """`GET /v1/relations`."""

    subject: Texts = Field((), description="Entity ids or unambiguous names at the subject's end.")
    object: Texts = Field((), description="Entity ids or unambiguous names at the object's end.")
    between: Texts = Field((), description="Pairs `a,b`, in either direction.", examples=[["iran,pakistan"]])
    id: Texts = Field((), description="Relation ids (`subject.type.object`), for a batch.")
    include: tuple[Literal["claims"], ...] = Field(
        (), max_length=2, description="`claims`: all claims with their evidence."
    )
    facets: Facets = Field((), description="Counts over the whole answer: type, status, polarity, asserted_by ...")
    include_derived: bool = Field(False, description="Also what the rules of the data infer, marked as derived.")


class ClaimsQuery(RelationFilters, ListPaging):
    """`GET /v1/claims`."""

    subject: Texts = Field((), description="Entity ids or unambiguous names at the subject's end.")
    object: Texts = Field((), description="Entity ids or unambiguous names at the object's end.")
    between: Texts = Field((), description="Pairs `a,b`, in either direction.")
    id: Texts = Field((), description="Claim ids, for a batch.")
    facets: Facets = Field((), description="Counts over the whole answer: type, status, modality, asserted_by ...")


class EntityRelationsQuery(RelationFilters, ListPaging):
    """`GET /v1/entities/{id}/relations`."""

    direction: Literal["out", "in", "both"] = Field("both", description="The entity's side.")
    other: Texts = Field((), description="Entities at the far end.")
    include: tuple[Literal["claims"], ...] = Field(
        (), max_length=2, description="`claims`: all claims with their evidence."
    )
    facets: Facets = Field((), description="Counts over the whole answer.")
    include_derived: bool = Field(False, description="Also what the rules of the data infer, marked as derived.")


class AdjacentQuery(RelationFilters, ListPaging):
    """`GET /v1/entities/{id}/adjacent`."""

    direction: Literal["out", "in", "both"] = Field("both", description="The entity's side.")
    other: Texts = Field((), description="Entities at the far end.")
    include: tuple[Literal["claims"], ...] = Field(
        (), max_length=2, description="`claims`: all claims with their evidence."
    )


class EntitiesQuery(ListPaging):
    """`GET /v1/entities`."""

    q: Text | None = Field(None, description="Part of a name, in any spelling or script.", examples=["tehrik taliban"])
    id: Texts = Field((), description="Entity ids, for a batch.")
    type: Texts = Field((), description="Entity type ids; subtypes are included.")
    generic: bool | None = Field(None, description="Classes such as `insurgent groups`, or named things.")
    existence: tuple[Existence, ...] = Field(
        (), max_length=MAX_REPEATS, description="Actual, planned, alleged, hypothetical."
    )
    country: tuple[Country, ...] = Field(
        (), max_length=MAX_REPEATS, description="ISO 3166-1 alpha-2 codes, such as `IR`."
    )
    sort: Literal["relevance", "name", "degree"] = Field(
        "relevance", description="Relevance is likeness to `q`, without it the number of relations."
    )
    facets: Facets = Field((), description="Counts over the whole answer: type, country, generic, existence.")


class SuggestQuery(Parameters):
    """`GET /v1/suggest`."""

    q: Text = Field(description="The beginning of a name.", examples=["ira"])
    limit: int = Field(10, ge=1, le=50, description="Suggestions, at most 50.")


class GraphQuery(RelationFilters):
    """`GET /v1/graph`."""

    entity: Texts = Field((), description="Seeds: entity ids or unambiguous names. None: the whole graph, filtered.")
    entity_type: Texts = Field((), description="Keep entities of these types (subtypes included) beside the seeds.")
    depth: int = Field(1, ge=0, le=3, description="Steps from the seeds.")
    limit: str = Field(
        "500", pattern=r"^(?:[1-9][0-9]{0,5}|all)$", description="Most nodes; `all` for formats that stream."
    )
    include: tuple[Literal["claims", "sources", "ontology", "facets"], ...] = Field(
        (), max_length=8, description="What comes along in JSON."
    )
    format: Text | None = Field(None, description="A name from `/v1/formats`; also by `Accept`.", examples=["graphml"])
    width: int = Field(1600, ge=200, le=8000, description="Width of a picture in pixels.")
    height: int = Field(1000, ge=200, le=8000, description="Height of a picture in pixels.")
    theme: Literal["light", "dark"] = Field("light", description="Colours of a picture.")
    include_derived: bool = Field(False, description="Also what the rules of the data infer, marked as derived.")


class NoParameters(Parameters):
    """Endpoints with nothing but the snapshot to pin."""
