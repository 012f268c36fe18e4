"""How a metric describes itself: what it tells, its parameters with types, defaults and bounds, cost and source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from app.analytics.network import Network
from app.errors import InvalidValue

Target = Literal["entities", "relations", "groups"]
Value = int | float | bool | str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a metric."""

    name: str
    type: Literal["integer", "number", "boolean", "choice"]
    default: Value
    description: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()

    def parse(self, given: Any) -> Value:
        """The value meant by a text or plain value. Raises InvalidValue with what would be right."""
        if self.type == "boolean":
            if str(given).lower() in ("true", "false"):
                return str(given).lower() == "true"
            raise InvalidValue(self.name, f"{self.name} is true or false", ("true", "false"))
        if self.type == "choice":
            if str(given) in self.choices:
                return str(given)
            raise InvalidValue(self.name, f"unknown value {given!r}: use {', '.join(self.choices)}", self.choices)
        try:
            value: int | float = int(str(given)) if self.type == "integer" else float(str(given))
        except ValueError:
            raise InvalidValue(self.name, f"{self.name} is a {self._kind()}, not {str(given)[:40]!r}") from None
        low, high = self.minimum, self.maximum
        if value != value or (low is not None and value < low) or (high is not None and value > high):
            raise InvalidValue(self.name, f"{self.name} is a {self._kind()} from {low:g} to {high:g}")
        return value

    def _kind(self) -> str:
        return "whole number" if self.type == "integer" else "number"


@dataclass(frozen=True, slots=True)
class Row:
    """One ranked thing: an entity, a relation or a group of entities, its value and what belongs to it."""

    value: float
    entities: tuple[int, ...]
    relations: tuple[int, ...] = ()
    details: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a metric found: ranked rows, and figures about the whole."""

    rows: Sequence[Row]
    summary: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric. `most_ties` bounds the network that it takes; beyond that it is refused, with the bound named."""

    id: str
    label: str
    tells: str
    target: Target
    cost: str
    source: str
    most_ties: int
    run: Callable[[Network, Mapping[str, Value]], Measured]
    parameters: tuple[Parameter, ...] = ()
    value: str = "value"

    def parse(self, given: Mapping[str, Any]) -> dict[str, Value]:
        """All parameters, given or default. Raises InvalidValue for an unknown name or a wrong value."""
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                hint = f"use {', '.join(known)}" if known else "it takes none"
                raise InvalidValue(name, f"{self.id} has no parameter {name!r}: {hint}", tuple(known))
        return {name: p.parse(given[name]) if name in given else p.default for name, p in known.items()}


def ranked(values: Mapping[int, float], details: Mapping[int, Mapping[str, Value]] | None = None) -> list[Row]:
    """Entities by value, the highest first; ties in order of id."""
    ordered = sorted(values.items(), key=lambda kv: (-kv[1], kv[0]))
    return [Row(value, (entity,), (), (details or {}).get(entity, {})) for entity, value in ordered]
