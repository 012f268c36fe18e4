"""The claim, the atom of the graph: in source S, paragraph P, speaker A says that subject, relation type, object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Stance(StrEnum):
    """What the voice does with the statement."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    QUESTIONS = "questions"


class Modality(StrEnum):
    """In which mode the statement is made (ruling C3a: alleged is damaging and not adopted by the author)."""

    FACT = "fact"
    ALLEGED = "alleged"
    AGREED = "agreed"
    PLANNED = "planned"
    EXPECTED = "expected"
    HYPOTHETICAL = "hypothetical"
    NORMATIVE = "normative"


class HedgeKind(StrEnum):
    """How the text softens the statement."""

    REPORTEDLY = "reportedly"
    LIKELY = "likely"
    MAY = "may"
    APPEARS = "appears"
    ARGUABLY = "arguably"


class Progress(StrEnum):
    """How far a deed has come."""

    NONE = "none"
    ATTEMPTED = "attempted"
    UNDER_WAY = "under_way"
    COMPLETED = "completed"


class Confidence(StrEnum):
    """How surely the text supports this very claim; not whether it is true."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Basis(StrEnum):
    """How the text carries the claim."""

    EXPLICIT = "explicit"
    IMPLIED = "implied"
    PRESUPPOSED = "presupposed"


class Status(StrEnum):
    """What a relation's claims amount to (rulings R2 and R3), strongest first; never set by hand."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    ALLEGED = "alleged"
    AGREED = "agreed"
    PLANNED = "planned"
    EXPECTED = "expected"
    HYPOTHETICAL = "hypothetical"
    NORMATIVE = "normative"
    QUESTIONED = "questioned"
    DENIED = "denied"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Hedge:
    """The kind of hedge and the words of the text that make it."""

    kind: HedgeKind
    words: str


@dataclass(frozen=True, slots=True)
class Validity:
    """When the claim holds in the world: EDTF, the words that gave it, and why it was inferred, if it was."""

    edtf: str
    words: str | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the claim was read: a paragraph (from 1) and one line in our own words."""

    paragraph: int
    note: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with its voice, modality, time and evidence; `id` is its content hash (ruling C4)."""

    id: str
    source: str
    subject: str
    type: str
    object: str
    asserted_by: tuple[str, ...]
    stance: Stance
    modality: Modality
    confidence: Confidence
    valid: Validity
    evidence: tuple[Evidence, ...]
    basis: Basis = Basis.EXPLICIT
    addressed_to: str | None = None
    via: str | None = None
    hedge: Hedge | None = None
    progress: Progress | None = None
    attributes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    target_claim: str | None = None
    key: str | None = None
