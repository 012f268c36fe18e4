"""The query parameters of the endpoints that ask more than for a list: paths, explanations, changes, time, measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from pydantic import Field

from app.api.parameters import DATE_HELP, MAX_REPEATS, Date, Paging, Parameters, RelationFilters, Text, Texts
from app.graph.paths import DEEPEST, MOST_PATHS

# Marks a parameter without which there is no answer: the documentation calls it required, and the question itself
# says what is missing, after it has said what else is wrong.
NEEDED: Final[Mapping[str, Any]] = {"x-needed": True}
_END = "Entity id or unambiguous name."


class PathsQuery(RelationFilters):
    """`GET /v1/paths`."""

    start: Text | None = Field(None, json_schema_extra=dict(NEEDED), description=_END, examples=["china"])
    end: Text | None = Field(None, json_schema_extra=dict(NEEDED), description=_END, examples=["iran"])
    max_depth: int = Field(4, ge=1, le=DEEPEST, description=f"Most relations on a path, at most {DEEPEST}.")
    max_paths: int = Field(10, ge=1, le=MOST_PATHS, description=f"Most paths, at most {MOST_PATHS}.")
    directed: bool = Field(False, description="Follow relations only from subject to object.")


class ExplainQuery(RelationFilters):
    """`GET /v1/explain`."""

    start: Text | None = Field(
        None,
        json_schema_extra=dict(NEEDED),
        description=f"{_END} Its organs count too, unless `exact`.",
        examples=["iran"],
    )
    end: Text | None = Field(
        None,
        json_schema_extra=dict(NEEDED),
        description=f"{_END} Its organs count too, unless `exact`.",
        examples=["pakistan"],
    )
    max_depth: int = Field(3, ge=1, le=DEEPEST, description="Most relations on a path.")
    max_paths: int = Field(5, ge=1, le=MOST_PATHS, description="Most paths beside the direct relations.")
    include: tuple[Literal["claims"], ...] = Field(
        (), max_length=2, description="`claims`: all claims with their evidence."
    )


class DerivedQuery(RelationFilters, Paging):
    """`GET /v1/derived`. `type` takes the derived types; filters on claims act on the premises."""

    subject: Texts = Field((), description="Entity ids or unambiguous names at the subject's end.")
    object: Texts = Field((), description="Entity ids or unambiguous names at the object's end.")
    between: Texts = Field((), description="Pairs `a,b`, in either direction.")
    rule: Texts = Field((), description="Only by these rules.", examples=[["support-for-an-adversary"]])


class DiffQuery(RelationFilters, Paging):
    """`GET /v1/diff`."""

    from_: Date | None = Field(
        None,
        alias="from",
        json_schema_extra=dict(NEEDED),
        description=f"The earlier date: {DATE_HELP}.",
        examples=["2018"],
    )
    to: Date | None = Field(
        None, json_schema_extra=dict(NEEDED), description=f"The later date: {DATE_HELP}.", examples=["2019-06"]
    )
    clock: Literal["valid", "known"] = Field(
        "valid", description="`valid`: what changed in the world; `known`: what changed in what sources had said."
    )
    change: tuple[Literal["added", "ended", "changed"], ...] = Field(
        (), max_length=MAX_REPEATS, description="Only changes of these kinds."
    )


class TimelineQuery(RelationFilters):
    """`GET /v1/timeline`."""

    interval: Literal["day", "month", "year"] = Field("month", description="Length of a bucket.")
    entity: Text | None = Field(None, description=f"{_END} Its organs count too, unless `exact`.")
    between: Texts = Field((), description="Pairs `a,b`, in either direction.", examples=[["iran,pakistan"]])
    items: bool = Field(False, description="List the items of each bucket, in their known order.")
    weigh_all: bool = Field(False, description="Give a score also to what is not affirmed as fact.")


class BalanceQuery(RelationFilters):
    """`GET /v1/balance`."""

    entity_type: Texts = Field((), description="Only entities of these types (subtypes included); `Actor` by default.")
    roll_up: bool = Field(True, description="Organs count for their state.")
    weigh_all: bool = Field(False, description="Give a sign also to what is not affirmed as fact.")
    unbalanced: bool = Field(False, description="List unbalanced triads only.")
    limit: int = Field(50, ge=1, le=1000, description="Most entries of each list.")


class MetricQuery(RelationFilters, Paging):
    """`GET /v1/analytics/{metric}`; what each metric takes is in `/v1/analytics`."""

    by: Text | None = Field(None, description="degree: which count ranks the entities.")
    weigh_all: bool | None = Field(None, description="degree: give a sign also to what is not affirmed as fact.")
    sample: int | None = Field(None, description="betweenness: shortest ways from only so many entities.")
    damping: float | None = Field(None, description="pagerank: how often a relation is followed.")
    iterations: int | None = Field(None, description="pagerank: most rounds.")
    resolution: float | None = Field(None, description="communities: above 1, more and smaller groups.")
    k: int | None = Field(None, description="k-core: only entities of this core or a deeper one.")


class ReconcileQuery(Parameters):
    """`GET /reconcile`."""

    queries: str | None = Field(None, max_length=100_000, description="A batch of queries as JSON (version 0.2).")
    extend: str | None = Field(None, max_length=100_000, description="A data extension query as JSON.")


class SuggestedQuery(Parameters):
    """`GET /reconcile/suggest/...`."""

    prefix: str = Field("", max_length=200, description="The beginning of a name.")
    cursor: int = Field(0, ge=0, le=10_000, description="Suggestions to skip.")


class ProposeQuery(Parameters):
    """`GET /reconcile/properties`."""

    type: Text | None = Field(None, description="An entity type.")
    limit: int = Field(100, ge=1, le=1000, description="Most properties.")
