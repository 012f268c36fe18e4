"""Relations: views of their claims."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Snapshotted
from app.api.schemas.claims import Claim, Page, PolarityName
from app.model.claim import Confidence, Modality, Stance, Status


class EpisodeShape(Shape):
    """One spell of a state or one occurrence of an event."""

    key: str
    kind: Literal["spell", "occurrence"]
    event: Reference | None
    valid_from: str | None
    valid_to: str | None = Field(description="Exclusive.")
    edtf: list[str]
    status: Status
    confidence: Confidence
    ended: bool
    claims: list[str]


class Relation(Shape):
    """All claims on one (subject, type, object); status, confidence and interval are computed from them."""

    id: str = Field(description="`subject.type.object`, stable under filters.")
    subject: Reference
    type: str
    label: str
    inverse_label: str
    category: str
    kind: Literal["state", "event"]
    polarity: PolarityName
    symmetric: bool
    object: Reference
    status: Status
    ended: bool
    confidence: Confidence = Field(description="Of the best claim of the winning status.")
    min_confidence: Confidence
    modalities: list[Modality]
    stances: list[Stance]
    asserted_by: list[Reference]
    valid_from: str | None
    valid_to: str | None = Field(description="Exclusive; null: open.")
    ends: Literal["exclusive"]
    last_attested: str = Field(description="EDTF of the newest date at which a source has it holding.")
    first_known: str
    episodes: list[EpisodeShape]
    claims: int | list[Claim] = Field(
        description="Their number; in the single view and with include=claims the claims."
    )
    truncated: str | None = Field(description="What is left out of episodes and claims where there are very many.")
    sources: list[str]
    datasets: list[str]
    sentence: str
    derived: None = Field(description="Null: somebody said it.")
    cite: str


class Interval(Shape):
    """Days, the end excluded; null: open."""

    from_: str | None = Field(alias="from")
    to: str | None
    ends: Literal["exclusive"]


class PremiseShape(Shape):
    """A premise of a trace; a derived one has no status of its own here."""

    id: str
    derived: bool
    sentence: str
    status: Status | None


class TraceShape(Shape):
    """One way in which a relation follows."""

    rule: str
    label: str
    premises: list[PremiseShape]
    overlap: Interval
    status: Status = Field(description="The weakest of the premises.")
    confidence: Confidence = Field(description="The least of the premises.")


class DerivedFrom(Shape):
    """The best trace, and all of them (at most 20 are shown)."""

    rule: str
    premises: list[str]
    overlap: Interval
    traces: list[TraceShape]
    traces_total: int


class DerivedRelation(Shape):
    """A relation that follows by a rule. It has no claims and no voices: nobody said it."""

    id: str
    subject: Reference
    type: str
    label: str
    inverse_label: str
    category: str
    kind: Literal["state", "event"]
    polarity: PolarityName
    symmetric: bool
    object: Reference
    status: Status
    ended: Literal[False]
    confidence: Confidence
    min_confidence: Confidence
    modalities: list[str]
    stances: list[str]
    asserted_by: list[Reference]
    valid_from: str | None
    valid_to: str | None
    ends: Literal["exclusive"]
    last_attested: None
    first_known: str | None
    episodes: list[dict[str, str | None]]
    claims: Literal[0]
    sources: list[str]
    datasets: list[str]
    sentence: str
    derived: DerivedFrom
    cite: str


class RelationPage(Page):
    """A page of relations; with `include_derived` also what follows by rules."""

    results: list[Relation | DerivedRelation]


class RelationDocument(Snapshotted):
    """One relation with all its claims."""

    relation: Relation
