"""Claims: the atoms of the graph."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.api.schemas.base import ISO_DAY, Facet, Reference, Shape, Silence, Snapshotted, Total
from app.model.claim import Basis, Confidence, HedgeKind, Modality, Progress, Stance, Status

PolarityName = Literal["cooperative", "neutral", "conflictual"]


class HedgeShape(Shape):
    """How the text softens the statement, and in which words."""

    kind: HedgeKind
    words: str


class ValidityShape(Shape):
    """When the claim holds in the world. `to` and `certain_to` are exclusive: the day after the last one."""

    edtf: str = Field(description="The date or interval as EDTF (ISO 8601-2).")
    from_: str | None = Field(alias="from", description=f"First possible day, {ISO_DAY}.")
    to: str | None = Field(description=f"The day after the last possible one, {ISO_DAY}.")
    certain_from: str | None = Field(description="First day that is certain under every reading.")
    certain_to: str | None = Field(description="The day after the last certain one; null also where it is open.")
    certain: bool = Field(description="Whether any day is certain.")
    ends: Literal["exclusive"]
    precision: str
    words: str | None = Field(description="The words of the text that gave the date.")
    inferred: str | None = Field(description="Why the date was inferred, where the text does not give it.")


class EvidenceShape(Shape):
    """Where the claim was read: paragraph number from 1 and a note in our own words."""

    paragraph: int
    note: str


class Claim(Shape):
    """In this source and paragraph, these voices say that subject, type, object; in this mode, at this time."""

    id: str = Field(description="Content hash: the same claim has the same id everywhere.")
    subject: Reference
    type: str
    label: str
    object: Reference
    relation: str = Field(description="Id of the relation that the claim is on.")
    asserted_by: list[Reference] = Field(description="Whose voice it is.")
    addressed_to: Reference | None
    via: Reference | None = Field(description="The agreement, visit or letter through which.")
    stance: Stance
    modality: Modality
    status: Status = Field(description="What the claim amounts to when it stands alone.")
    polarity: PolarityName
    hedge: HedgeShape | None
    progress: Progress | None
    confidence: Confidence = Field(description="How surely the text supports this claim; not whether it is true.")
    valid: ValidityShape
    known_from: str = Field(description="The day from which our sources know it.")
    known_inferred: str | None = Field(description="Why the publication date was inferred, if it was.")
    source: str
    dataset: str
    evidence: list[EvidenceShape]
    attributes: dict[str, Any]
    target_claim: str | None = Field(description="Id of the claim that this one is about.")
    basis: Basis
    sentence: str
    cite: str


class Absence(Shape):
    """Why an answer is empty. `not_stated`: a curator looked, and the document does not say."""

    status: Literal["not_stated", "unchecked", "hidden_by_filters", "denied"]
    silences: list[Silence]
    sources_checked: int = Field(description="Documents that were read completely for this.")
    hidden: dict[str, int] = Field(description="Per filter: what appears when it alone is lifted.")
    nearest: list[Claim]


class Page(Snapshotted):
    """The envelope of a list."""

    total: Total
    facets: dict[str, Facet]
    limit: int
    offset: int
    next: str | None = Field(description="Link to the next page.")
    previous: str | None = Field(description="Link to the previous page.")
    notes: list[str] = Field(description="What the answer rests on, such as an inferred publication date.")
    absence: Absence | None = Field(None, description="Present when the list is empty: why.")


class ClaimPage(Page):
    """A page of claims."""

    results: list[Claim]


class ClaimDocument(Snapshotted):
    """One claim."""

    claim: Claim
