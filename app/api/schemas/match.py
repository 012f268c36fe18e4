"""The rows of a pattern."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Snapshotted
from app.api.schemas.claims import Absence
from app.api.schemas.relations import Relation


class MatchedRelation(Relation):
    """A relation that satisfies a clause, with the attributes of its claims."""

    attributes: list[dict[str, Any]]


class MatchRow(Shape):
    """Values of the variables, and per clause (in the order of the question) the relation that satisfies it."""

    bindings: dict[str, Reference | None]
    relations: list[MatchedRelation | None]
    ways: int = Field(description="How many rows fell together under `distinct`.")


class PlanStep(Shape):
    """One step of the evaluation."""

    clause: int
    at_most: int = Field(description="The bound on the relations of the clause by which it was placed.")
    rows: int


class ClauseAbsence(Absence):
    """Why a clause has no match."""

    clause: int


class Bound(Shape):
    """How many there are; `gte`: at least so many, a bound cut the count."""

    value: int
    relation: Literal["eq", "gte"]


class MatchAnswer(Snapshotted):
    """The rows of a pattern."""

    variables: list[str]
    results: list[MatchRow]
    total: Bound
    limit: int
    offset: int
    truncated: bool
    truncated_by: str | None
    plan: list[PlanStep]
    absence: ClauseAbsence | None = None
    unmatched: list[ClauseAbsence] | None = None
