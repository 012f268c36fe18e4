"""Rules as data: from which relations another one follows, and how it is said. What follows is never a claim.

A rule names its own relation type (ADR 0101): derived types are no part of the ontology, so that nothing curated or
imported can ever claim one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.model.claim import Status
from app.model.ontology import Phrase, RelationType

# What may stand as a premise unless a rule asks for less; denied and questioned never may (semantics, "Rules").
DEFAULT_PREMISES = frozenset({Status.ASSERTED, Status.ATTRIBUTED, Status.ALLEGED, Status.AGREED, Status.CONTESTED})
NEVER_PREMISES = frozenset({Status.DENIED, Status.QUESTIONED})
DERIVED = "derived"  # the category of every derived relation type


def is_variable(term: str) -> bool:
    """Whether a term of a condition stands for any entity: `?name`; else it is the id of one."""
    return term.startswith("?")


@dataclass(frozen=True, slots=True)
class Premise:
    """A relation type (subtypes included) and the attribute values that its claims must carry."""

    type: str
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Condition:
    """One relation that must be there: its ends (variables or ids) and the premises of which one must hold."""

    subject: str
    object: str
    premises: tuple[Premise, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables at its ends."""
        return tuple(t for t in (self.subject, self.object) if is_variable(t))


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What follows: the ends, and the relation type with its cautious label, phrase, polarity and symmetry."""

    subject: str
    object: str
    type: RelationType


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions that must hold together in time, and the relation that follows.

    `where` restricts variables to entity types (subtypes included); `different` are pairs of variables that must not
    be the same entity; `premises` are the statuses that a premise may have; `overlap_days` is how long all premises
    must possibly hold at once.
    """

    id: str
    label: str
    description: str
    when: tuple[Condition, ...]
    then: Conclusion
    where: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    different: tuple[tuple[str, str], ...] = ()
    premises: frozenset[Status] = DEFAULT_PREMISES
    overlap_days: int = 1


def derived_type(
    key: str, label: str, inverse_label: str, polarity: int, *, symmetric: bool, phrase: Phrase, description: str
) -> RelationType:
    """The relation type of what follows: a state of the category `derived`, between any things."""
    return RelationType(
        id=key,
        label=label,
        inverse_label=inverse_label,
        category=DERIVED,
        kind="state",
        polarity=polarity,
        symmetric=symmetric,
        transitive=False,
        phrase=phrase,
        description=description,
    )
