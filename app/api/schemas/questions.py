"""Answers about paths, pairs, inference, change and time."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Silence, Snapshotted, Total
from app.api.schemas.claims import Absence, Claim, PolarityName, ValidityShape
from app.api.schemas.match import Bound
from app.api.schemas.relations import DerivedRelation, Relation
from app.model.claim import Confidence, Status

Direction = Literal["out", "in", "both"]


class Noted(Snapshotted):
    """An answer with what it rests on."""

    notes: list[str] = Field(description="What the answer rests on, such as an inferred publication date.")


class PathStep(Shape):
    """One step: the relation that carries it, and whether it is gone along or against."""

    from_: Reference = Field(alias="from")
    to: Reference
    direction: Direction
    relation: Relation


class PathShape(Shape):
    """A simple path: no entity comes twice. Status and confidence are the weakest on the way."""

    length: int
    status: Status
    confidence: Confidence
    entities: list[Reference]
    relations: list[str]
    steps: list[PathStep]
    sentence: str


class PathsAnswer(Noted):
    """The best paths: shortest first, then by the weakest status and the least confidence on the way, then by ids."""

    start: Reference
    end: Reference
    results: list[PathShape]
    total: Bound
    max_depth: int
    max_paths: int
    directed: bool
    absence: Absence | None = None


class DerivedAnswer(Noted):
    """What follows by rules, with the rules."""

    results: list[DerivedRelation]
    total: Bound
    limit: int
    offset: int
    rules: list[dict[str, Any]]
    truncated: bool
    truncated_by: str | None
    absence: Absence | None = None


class ContradictionShape(Shape):
    """Claims against each other: affirmed and denied, or one that rejects another."""

    kind: Literal["contested", "rejected"]
    relation: str
    one: list[Claim]
    other: list[Claim]


class Finding(Shape):
    """One sentence of the summary, and the relations that it is about."""

    kind: Literal["direct", "contradiction", "derived", "path", "silence"]
    sentence: str
    relations: list[str]


class Explanation(Noted):
    """How two entities stand to each other."""

    start: Reference
    end: Reference
    direct: list[Relation]
    derived: list[DerivedRelation]
    derived_truncated_by: str | None
    paths: list[PathShape]
    paths_truncated_by: str | None
    contradictions: list[ContradictionShape]
    silences: list[Silence]
    absence: Absence | None = None
    summary: list[Finding]


class Side(Shape):
    """What a relation amounts to at one of two dates."""

    status: Status
    polarity: PolarityName
    asserted_by: list[str]


class Responsible(Shape):
    """The claims that make the difference."""

    appeared: list[Claim]
    gone: list[Claim]


class ChangeShape(Shape):
    """A relation that came, went or changed."""

    change: Literal["added", "ended", "changed"]
    changed: list[Literal["status", "polarity", "asserted_by"]]
    relation: Relation
    before: Side | None
    after: Side | None
    claims: Responsible


class ChangedPair(Shape):
    """Two entities whose net sign changed."""

    entities: list[Reference]
    before: PolarityName
    after: PolarityName


class ComeAndGone(Shape):
    """Entities with relations at one of the dates only."""

    appeared: list[Reference]
    gone: list[Reference]
    appeared_total: int
    gone_total: int


class DiffAnswer(Noted):
    """What changed between two dates."""

    clock: Literal["valid", "known"]
    from_: str = Field(alias="from")
    to: str
    results: list[ChangeShape]
    total: Total
    counts: dict[str, int]
    pairs: list[ChangedPair]
    pairs_total: int
    entities: ComeAndGone
    limit: int
    offset: int


class EventCounts(Shape):
    """`expected`: vague dates spread over the days they may mean; `possible`, `certain`: under some or all readings."""

    expected: float
    certain: int
    possible: int


class StateCounts(Shape):
    """States that may hold, and that surely do."""

    possible: int
    certain: int


class TallyShape(Shape):
    """Counts of a bucket; `score` is the signed intensity of events, `standing` that of states."""

    events: EventCounts
    states: StateCounts
    score: float
    standing: float


class ItemShape(Shape):
    """One occurrence or spell on the timeline."""

    relation: str
    episode: str
    type: str
    kind: Literal["spell", "occurrence"]
    event: Reference | None
    polarity: PolarityName
    status: Status
    weight: float
    share: float | None = Field(description="The share of its possible days that falls into the bucket.")
    valid: list[ValidityShape]
    sentence: str
    known_after: list[Reference] | None = Field(None, description="What sources say came before.")


class BucketShape(TallyShape):
    """One bucket of time."""

    bucket: str
    from_: str | None = Field(alias="from")
    to: str | None
    ends: Literal["exclusive"]
    by_polarity: dict[str, TallyShape]
    by_type: dict[str, TallyShape]
    items: list[ItemShape] | None = None
    items_total: int | None = None


class TimelineAnswer(Noted):
    """Buckets in order, empty ones too."""

    interval: Literal["day", "month", "year"]
    results: list[BucketShape]
    total: Total
    relations: int
    episodes: int
    undated: list[ItemShape] = Field(description="Occurrences whose beginning or end no source gives.")
    undated_total: int
    absence: Absence | None = None
