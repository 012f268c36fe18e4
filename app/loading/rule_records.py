"""The shapes of rules as curators write them, and how they become the model's types."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from app.loading.codes import Code
from app.loading.ontology_records import PhraseRecord
from app.loading.records import Record
from app.loading.scalars import Flag, Integer, Line, Slug, Text, TypeName, fail
from app.model.claim import Status
from app.model.ontology import Phrase
from app.model.rule import DEFAULT_PREMISES, Conclusion, Condition, Premise, Rule, derived_type


def _sign(value: int) -> int:
    if value not in (-1, 0, 1):
        raise fail(Code.INVALID_VALUE, f"polarity {value} is not -1 (conflictual), 0 (neutral) or 1 (cooperative)")
    return value


class PremiseRecord(Record):
    """A relation type and the attribute values that its claims must carry."""

    type: Line
    attributes: dict[str, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(default_factory=dict)


class ConditionRecord(Record):
    """One relation that must be there."""

    subject: Line
    object: Line
    any_of: Annotated[tuple[PremiseRecord, ...], Field(min_length=1)]


class ConclusionRecord(Record):
    """What follows. A symmetric one needs no inverse label."""

    subject: Line
    object: Line
    type: TypeName
    label: Line
    polarity: Annotated[Integer, AfterValidator(_sign)]
    phrase: PhraseRecord
    symmetric: Flag = False
    inverse_label: Line | None = None
    description: Text = ""


class RuleRecord(Record):
    """A rule."""

    id: Slug
    label: Line
    description: Text
    when: Annotated[tuple[ConditionRecord, ...], Field(min_length=1)]
    then: ConclusionRecord
    where: dict[str, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(default_factory=dict)
    different: tuple[tuple[Line, Line], ...] = ()
    premises: Annotated[tuple[Status, ...], Field(min_length=1)] | None = None
    overlap_days: Integer = 1

    def to_model(self) -> Rule:
        """The model's type."""
        then = self.then
        return Rule(
            id=self.id,
            label=self.label,
            description=self.description,
            when=tuple(
                Condition(
                    c.subject,
                    c.object,
                    tuple(Premise(p.type, MappingProxyType(dict(p.attributes))) for p in c.any_of),
                )
                for c in self.when
            ),
            then=Conclusion(
                then.subject,
                then.object,
                derived_type(
                    then.type,
                    then.label,
                    then.inverse_label or then.label,
                    then.polarity,
                    symmetric=then.symmetric,
                    phrase=Phrase(then.phrase.affirmed, then.phrase.negated, then.phrase.infinitive),
                    description=then.description,
                ),
            ),
            where=MappingProxyType(dict(self.where)),
            different=self.different,
            premises=DEFAULT_PREMISES if self.premises is None else frozenset(self.premises),
            overlap_days=self.overlap_days,
        )
