"""Relation filters and scopes, resolved: handles instead of names, spans instead of dates.

Ruling R1: *knowledge* filters drop claims before anything is computed; *selection* filters keep a relation if one
claim meets all of them, without touching its status; *relation* filters look at the computed relation last. So no
filter can turn an allegation into a fact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.dates import Span

TimeMatch = Literal["overlaps", "within"]
Certainty = Literal["possible", "certain"]
Direction = Literal["out", "in", "both"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a query asks of claims and relations; None means not asked. Sets hold everything that is acceptable."""

    # knowledge: drop claims first
    known_at: Span | None = None
    source: frozenset[str] | None = None
    dataset: frozenset[str] | None = None
    as_of: Span | None = None
    during: Span | None = None
    time_match: TimeMatch = "overlaps"
    certainty: Certainty = "possible"
    # selection: one remaining claim must meet all of these
    stance: frozenset[Stance] | None = None
    modality: frozenset[Modality] | None = None
    progress: frozenset[Progress] | None = None
    asserted_by: frozenset[int] | None = None
    addressed_to: frozenset[int] | None = None
    min_confidence: Confidence | None = None
    q: str | None = None
    # relation: looked at last
    type: frozenset[str] | None = None
    category: frozenset[str] | None = None
    polarity: frozenset[int] | None = None
    status: frozenset[Status] | None = None

    def active(self) -> Iterator[str]:
        """The names of the filters that are set and can hide something."""
        for field in dataclasses.fields(self):
            if field.name not in ("time_match", "certainty") and getattr(self, field.name) is not None:
                yield field.name
        if self.certainty == "certain" and (self.as_of or self.during):
            yield "certainty"
        if self.time_match == "within" and self.during:
            yield "time_match"

    def without(self, *names: str) -> Filters:
        """The same filters with the named ones lifted."""
        defaults: dict[str, Any] = {f.name: f.default for f in dataclasses.fields(self)}
        return dataclasses.replace(self, **{name: defaults[name] for name in names})

    @property
    def drops_claims(self) -> bool:
        """Whether any knowledge or date filter is set, so that a relation may be seen without some of its claims."""
        return not (
            self.known_at is None
            and self.source is None
            and self.dataset is None
            and self.as_of is None
            and self.during is None
        )

    @property
    def selects_claims(self) -> bool:
        """Whether any selection filter is set."""
        return not (
            self.stance is None
            and self.modality is None
            and self.progress is None
            and self.asserted_by is None
            and self.addressed_to is None
            and self.min_confidence is None
            and self.q is None
        )


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which relations a query is about, by their ends. A symmetric relation has each end on either side.

    `incident` holds entities of which one must be an end, on the side that `direction` names; `other` then restricts
    the opposite end. `between` holds pairs of entity sets, in either direction.
    """

    subject: frozenset[int] | None = None
    object: frozenset[int] | None = None
    incident: frozenset[int] | None = None
    direction: Direction = "both"
    other: frozenset[int] | None = None
    between: tuple[tuple[frozenset[int], frozenset[int]], ...] | None = None
    relations: frozenset[int] | None = None

    def admits(self, relation: int, subject: int, object_: int, *, symmetric: bool) -> bool:
        """Whether a relation with these ends is in scope."""
        if self.relations is not None and relation not in self.relations:
            return False
        if symmetric:
            return self._admits_ends(subject, object_, free=True) or self._admits_ends(object_, subject, free=True)
        return self._admits_ends(subject, object_, free=False)

    def _admits_ends(self, subject: int, object_: int, *, free: bool) -> bool:
        if self.subject is not None and subject not in self.subject:
            return False
        if self.object is not None and object_ not in self.object:
            return False
        if self.incident is not None and not self._admits_incident(subject, object_, free=free):
            return False
        if self.between is None:
            return True
        return any((subject in a and object_ in b) or (subject in b and object_ in a) for a, b in self.between)

    def _admits_incident(self, subject: int, object_: int, *, free: bool) -> bool:
        assert self.incident is not None  # noqa: S101 - the caller has looked
        if (
            (free or self.direction != "in")
            and subject in self.incident
            and (self.other is None or object_ in self.other)
        ):
            return True
        return (
            (free or self.direction != "out")
            and object_ in self.incident
            and (self.other is None or subject in self.other)
        )


EVERYTHING = Scope()
