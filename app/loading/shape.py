"""Shape checks: pydantic validates a record, and each of its errors becomes a problem at its own line and column."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.loading.codes import Code
from app.loading.document import Document, Loc, Plain
from app.loading.records import Record
from app.loading.scalars import described
from app.loading.suggest import did_you_mean, one_of, shown
from app.model.problem import Problem

R = TypeVar("R", bound=Record)

_CODES = frozenset(code.value for code in Code)
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One record of a file: where it stands, and its typed form, None if its shape is wrong."""

    document: Document
    loc: Loc
    record: R | None

    def text(self, *path: str) -> str | None:
        """The text at a path, None if there is none or it is no text; works for records of wrong shape too."""
        node = self.document.node((*self.loc, *path))
        return node.value if node is not None and isinstance(node.value, str) else None

    def texts(self, *pattern: str) -> list[tuple[Loc, str]]:
        """All texts that a pattern names (`*` for the items of a list), each with its place inside the record."""
        found = self.document.find(self.loc, pattern)
        return [(loc[len(self.loc) :], value) for loc, value in found if isinstance(value, str)]

    def value(self, *path: str | int) -> Plain:
        """The plain value at a path."""
        node = self.document.node((*self.loc, *path))
        return node.value if node is not None else None

    def problem(self, code: Code, message: str, *path: str | int, at_key: bool = False) -> Problem:
        """A problem at a value (or key) of this record."""
        return self.document.problem(code, message, (*self.loc, *path), at_key=at_key)

    def place(self, *path: str | int) -> tuple[int, int]:
        """The line and column of a value."""
        return self.document.value_place((*self.loc, *path))

    def where(self, *path: str | int) -> str:
        """The place of a value, for messages that point to it from elsewhere."""
        line, column = self.place(*path)
        return f"{self.document.path}:{line}:{column}"


def validated(document: Document, loc: Loc, model: type[R]) -> tuple[Entry[R], list[Problem]]:
    """Validate the value at a location."""
    node = document.node(loc)
    try:
        record = model.model_validate(node.value if node else None)
    except ValidationError as error:
        problems = [_problem(document, loc, model, one) for one in error.errors(include_url=False)]
        return Entry(document, loc, None), problems
    return Entry(document, loc, record), []


def _problem(document: Document, base: Loc, model: type[BaseModel], error: ErrorDetails) -> Problem:
    inner = error["loc"]
    loc = (*base, *inner)
    kind, value = error["type"], error["input"]
    if inner and inner[-1] == "[key]":
        return document.problem(Code.INVALID_ID, error["msg"], loc[:-1], at_key=True)
    if kind in _CODES:
        return document.problem(Code(kind), error["msg"], loc, at_key=_is_empty(document, loc))
    if kind == "missing":
        return _missing(document, loc)
    if kind == "extra_forbidden":
        message = f"unknown field {shown(inner[-1])}{one_of(str(inner[-1]), _fields(model, inner[:-1]))}"
        return document.problem(Code.UNKNOWN_FIELD, message, loc, at_key=True)
    if kind in ("enum", "literal_error"):
        choices = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
        if isinstance(value, str):
            return document.problem(Code.INVALID_VALUE, f"invalid value {shown(value)}{one_of(value, choices)}", loc)
        message = f"expected one of {', '.join(choices)}, got {described(value)}"
        return document.problem(Code.WRONG_TYPE, message, loc)
    if kind in _EXPECTED:
        return document.problem(Code.WRONG_TYPE, f"expected {_EXPECTED[kind]}, got {described(value)}", loc)
    if kind == "too_short":
        return document.problem(Code.INVALID_VALUE, "must not be empty", loc)
    return document.problem(Code.INVALID_VALUE, error["msg"], loc)


_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def _is_empty(document: Document, loc: Loc) -> bool:
    node = document.node(loc)
    return node is not None and node.value is None


def _missing(document: Document, loc: Loc) -> Problem:
    if document.has_key(loc):
        return document.problem(Code.MISSING_FIELD, f"field {loc[-1]!r} has no value", loc, at_key=True)
    return document.problem(Code.MISSING_FIELD, f"missing field {loc[-1]!r}", loc[:-1])


def _fields(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The names of the fields at a location inside a model."""
    current: type[BaseModel] = model
    for step in loc:  # the numbers of items and the keys of mappings stay inside the same model
        if step in current.model_fields:
            current = record_in(current.model_fields[str(step)].annotation) or current
    return list(current.model_fields)


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[NameRecord, ...]` or `PlaceRecord | None`."""
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        found = record_in(part)
        if found:
            return found
    return None


def unknown(kind: str, value: str, choices: Iterable[str]) -> str:
    """The message for a reference that leads nowhere."""
    return f"unknown {kind} {shown(value)}{did_you_mean(value, choices)}"
