"""What a pattern is: clauses with variables over entities, relation types and voices, resolved to handles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from app.graph.filters import NO_FILTERS, Filters

MOST_CLAUSES = 12
MOST_LIMIT = 1000
MOST_OFFSET = 10_000
MOST_ROWS = 100_000  # partial matches held at once
MOST_RELATIONS = 1_000_000  # relations that one clause may look at

Role = Literal["required", "optional", "not_exists"]
Kind = Literal["entity", "type"]


@dataclass(frozen=True, slots=True)
class End:
    """One end of a clause: a variable, or the entities that may stand there; neither is anything."""

    variable: str | None = None
    entities: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One relation that must (or may, or must not) be there. `filters.type` holds the acceptable types."""

    subject: End
    object: End
    filters: Filters = NO_FILTERS
    type_variable: str | None = None
    voice_variable: str | None = None
    any_direction: bool = False
    role: Role = "required"
    variables: tuple[str, ...] = field(init=False)  # each once: subject, object, type, voice

    def __post_init__(self) -> None:
        named = (self.subject.variable, self.object.variable, self.type_variable, self.voice_variable)
        object.__setattr__(self, "variables", tuple(dict.fromkeys(v for v in named if v is not None)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A whole question. `entities` and `types` say what the variables may be; `different`, which must differ."""

    clauses: tuple[Clause, ...]
    entities: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    types: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    different: tuple[tuple[str, str], ...] = ()
    returned: tuple[str, ...] | None = None
    distinct: bool = False
    count: bool = False
    limit: int = 100
    offset: int = 0

    @property
    def variables(self) -> tuple[str, ...]:
        """All variables of clauses that can bind them, in order of appearance."""
        return tuple(dict.fromkeys(v for c in self.clauses if c.role != "not_exists" for v in c.variables))

    @property
    def type_variables(self) -> frozenset[str]:
        """The variables that stand for relation types."""
        return frozenset(c.type_variable for c in self.clauses if c.type_variable is not None)
