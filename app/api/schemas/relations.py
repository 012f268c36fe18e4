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


class Derivation(Shape):
    """The rule and the premises of a derived relation, and when they hold together."""

    rule: str
    premises: list[str]
    overlap: dict[str, str | None]


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
    sources: list[str]
    datasets: list[str]
    sentence: str
    derived: Derivation | None
    cite: str


class RelationPage(Page):
    """A page of relations."""

    results: list[Relation]


class RelationDocument(Snapshotted):
    """One relation with all its claims."""

    relation: Relation
