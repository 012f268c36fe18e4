"""The shapes of claims, silences, assertions and waivers as curators write them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from app.loading.codes import Code
from app.loading.records import Record
from app.loading.scalars import Count, Date, Line, NotNegative, Slug, Text, fail
from app.model.claim import (
    Basis,
    Claim,
    Confidence,
    Evidence,
    Hedge,
    HedgeKind,
    Modality,
    Progress,
    Stance,
    Validity,
)
from app.model.silence import Silence


def _has_evidence(value: tuple[EvidenceRecord, ...]) -> tuple[EvidenceRecord, ...]:
    if not value:
        raise fail(Code.NO_EVIDENCE, "a claim needs evidence: at least one paragraph with a note")
    return value


def _has_voice(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise fail(Code.NO_VOICE, "a claim needs a voice: at least one entity in asserted_by")
    return value


class HedgeRecord(Record):
    """The kind of hedge and the words that make it."""

    kind: HedgeKind
    words: Line


class ValidRecord(Record):
    """When a claim holds: a date or interval, the words that gave it, and why it was inferred, if it was."""

    edtf: Date
    words: Line | None = None
    inferred: Text | None = None


class EvidenceRecord(Record):
    """A paragraph and what it says, in our own words."""

    paragraph: Count
    note: Text


class ClaimRecord(Record):
    """A claim."""

    subject: Text
    type: Text
    object: Text
    modality: Modality
    confidence: Confidence
    asserted_by: Annotated[tuple[Text, ...], AfterValidator(_has_voice), Field(validate_default=True)] = ()
    evidence: Annotated[tuple[EvidenceRecord, ...], AfterValidator(_has_evidence), Field(validate_default=True)] = ()
    stance: Stance = Stance.AFFIRMS
    basis: Basis = Basis.EXPLICIT
    addressed_to: Text | None = None
    via: Text | None = None
    hedge: HedgeRecord | None = None
    progress: Progress | None = None
    valid: ValidRecord | None = None
    attributes: dict[str, Any] = Field(default_factory=dict)
    target_claim: Text | None = None
    key: Slug | None = None

    def validity(self, published: str, published_inferred: str) -> Validity:
        """When the claim holds: as written, else attested when the document was published."""
        if self.valid is None:
            return Validity(published, None, published_inferred)
        return Validity(self.valid.edtf, self.valid.words, self.valid.inferred)

    def to_model(
        self, *, id_: str, source: str, valid: Validity, attributes: Mapping[str, Any], target_claim: str | None
    ) -> Claim:
        """The model's type; what needs other files is passed in."""
        return Claim(
            id=id_,
            source=source,
            subject=self.subject,
            type=self.type,
            object=self.object,
            asserted_by=self.asserted_by,
            stance=self.stance,
            modality=self.modality,
            confidence=self.confidence,
            valid=valid,
            evidence=tuple(Evidence(one.paragraph, one.note) for one in self.evidence),
            basis=self.basis,
            addressed_to=self.addressed_to,
            via=self.via,
            hedge=Hedge(self.hedge.kind, self.hedge.words) if self.hedge else None,
            progress=self.progress,
            attributes=MappingProxyType(dict(attributes)),
            target_claim=target_claim,
            key=self.key,
        )


class SilenceRecord(Record):
    """What a document does not say."""

    key: Slug
    question: Text
    subject: Text
    type: Text
    object: Text
    note: Text
    paragraphs: tuple[Count, ...] = ()
    nearest: tuple[Text, ...] = ()

    def to_model(self, source: str, nearest: tuple[str, ...]) -> Silence:
        """The model's type, with the ids of the nearest claims."""
        return Silence(
            key=self.key,
            source=source,
            question=self.question,
            subject=self.subject,
            type=self.type,
            object=self.object,
            note=self.note,
            paragraphs=self.paragraphs,
            nearest=nearest,
        )


Countable = Literal["entities", "claims", "sources", "silences", "relation_types", "entity_types"]
Fillable = Literal["entities", "claims", "sources"]


class AssertionRecord(Record):
    """What must be true of the data as a whole: a number of things, or the share of them that have a field filled."""

    name: Line
    count: Countable | None = None
    fill: Fillable | None = None
    field: Line | None = None
    where: dict[str, Line] = Field(default_factory=dict)
    at_least: NotNegative | None = None
    at_most: NotNegative | None = None


class WaiverRecord(Record):
    """Things that an assertion leaves out of account, with the reason."""

    assertion: Line
    ids: Annotated[tuple[Line, ...], Field(min_length=1)]
    reason: Text
