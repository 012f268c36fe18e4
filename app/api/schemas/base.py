"""Parts that several answers share."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

ISO_DAY = "YYYY-MM-DD; null: open"


class Shape(BaseModel):
    """An answer, or a part of one."""

    model_config = ConfigDict(extra="forbid")


class Reference(Shape):
    """An entity named in passing."""

    id: str
    label: str
    type: str


class Total(Shape):
    """How many results there are."""

    value: int
    relation: Literal["eq"]


class FacetValue(Shape):
    """One value of a facet and how often it occurs in the whole answer."""

    name: str
    label: str
    count: int


class Facet(Shape):
    """Counts of an answer by one property."""

    label: str
    values: list[FacetValue]


class Silence(Shape):
    """What a curator looked for and the document does not say. `any` stands for anything."""

    key: str
    source: str
    question: str
    subject: Reference | Literal["any"]
    type: str
    object: Reference | Literal["any"]
    paragraphs: list[int]
    note: str
    nearest: list[str] = Field(description="Ids of the claims that come nearest to an answer.")


class Snapshotted(Shape):
    """An answer from one snapshot."""

    snapshot: str = Field(description="Id of the snapshot: the hash of its content.")


class ProblemEntry(Shape):
    """One thing that is wrong with a request: where, what, and what would be right."""

    model_config = ConfigDict(extra="allow")

    loc: list[str | int]
    msg: str
    valid: list[str] | None = None


class Problem(BaseModel):
    """An RFC 9457 problem document."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[ProblemEntry] = Field(default_factory=list)


def problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entries of the errors that an endpoint answers with."""
    words = {
        308: "The entity was merged: follow `Location`.",
        400: "A parameter is unknown or its value is not acceptable; says what would be right.",
        404: "Nothing has this id; close matches are named.",
        409: "The pinned snapshot is no longer served.",
        413: "The body is too large.",
        422: "The query is past a bound, which is named.",
        503: "No snapshot is loaded, or the time limit is reached.",
    }
    return {
        code: {"model": Problem, "description": words[code], "content": {"application/problem+json": {}}}
        for code in (*codes, 400, 409, 503)
    }
