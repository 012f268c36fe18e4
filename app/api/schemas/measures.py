"""Answers about signed structure and metrics."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Snapshotted, Total
from app.api.schemas.questions import Noted

Value = int | float | bool | str


class TieShape(Shape):
    """Two actors, the net sign between them, and the relations that make it."""

    entities: list[Reference]
    sign: Literal[-1, 0, 1]
    relations: list[str]


class TieCounts(Shape):
    """How many ties there are, by sign; in ambivalent pairs the tones cancel out."""

    total: int
    cooperative: int
    conflictual: int
    ambivalent: list[TieShape]
    ambivalent_total: int


class TriadShape(Shape):
    """Three actors who are all tied."""

    entities: list[Reference]
    balanced: bool
    kind: Literal["+++", "++-", "+--", "---"]
    ties: list[TieShape]


class TriadCounts(Shape):
    """Triads by kind, the unbalanced ones first."""

    total: int
    balanced: int
    unbalanced: int
    by_kind: dict[str, int]
    truncated_by: str | None
    results: list[TriadShape]


class Faction(Shape):
    """Two camps of one connected part of the graph; which of the two comes first means nothing."""

    actors: int
    camps: list[list[Reference]]


class FrustrationShape(Shape):
    """The fewest ties that have to change for balance, and which they are in this division."""

    index: int
    lower_bound: int
    share: float
    method: str
    ties: list[TieShape]


class BalanceAnswer(Noted):
    """The signed structure at a date."""

    as_of: str | None
    actors: int
    ties: TieCounts
    triads: TriadCounts
    factions: list[Faction]
    frustration: FrustrationShape
    literature: list[str]


class ParameterShape(Shape):
    """A parameter of a metric."""

    name: str
    type: Literal["integer", "number", "boolean", "choice"]
    default: Value
    minimum: float | None
    maximum: float | None
    choices: list[str]
    description: str


class MetricShape(Shape):
    """A metric as it describes itself."""

    id: str
    label: str
    tells: str
    target: Literal["entities", "relations", "groups"]
    value: str
    cost: str
    most_relations: int
    source: str
    parameters: list[ParameterShape]


class MetricList(Snapshotted):
    """All metrics."""

    results: list[MetricShape]
    total: Total


class RankedRow(Shape):
    """A ranked entity, pair or group."""

    rank: int
    value: float
    entity: Reference | None = None
    entities: list[Reference] | None = None
    relations: list[str] | None = None
    details: dict[str, Value]


class Measurement(Noted):
    """The results of a metric."""

    metric: MetricShape
    parameters: dict[str, Value] = Field(description="As given, or the defaults.")
    summary: dict[str, Value]
    results: list[RankedRow]
    total: Total
    limit: int
    offset: int
