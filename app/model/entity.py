"""Entities: what claims are about, with their names, identifiers and places as background data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Existence(StrEnum):
    """Whether the thing is there: a plan is not a deed."""

    ACTUAL = "actual"
    PLANNED = "planned"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"


class NameKind(StrEnum):
    """What sort of name it is; a metonym (a capital for its government) may be shared, no other kind may."""

    NAME = "name"
    ALIAS = "alias"
    OFFICIAL = "official"
    ABBREVIATION = "abbreviation"
    METONYM = "metonym"
    TRANSLITERATION = "transliteration"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its text, its language (BCP 47) and its kind."""

    text: str
    kind: NameKind = NameKind.ALIAS
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A point that stands for a place: WGS 84 degrees, how precise it is and what it is based on."""

    latitude: float
    longitude: float
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, group, person, project, place, document, event, condition ... with a stable slug id."""

    id: str
    type: str
    label: str
    names: tuple[Name, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    country: str | None = None
    place: Place | None = None
    organ_of: str | None = None
    generic: bool = False
    plural: bool = False  # the label takes a plural verb: "the Taliban have"
    in_sentence: str | None = None  # the label as it stands inside a sentence: "the Taliban", "militant groups"
    existence: Existence = Existence.ACTUAL
    description: str = ""
    reference: str | None = None
    merged_ids: tuple[str, ...] = ()
