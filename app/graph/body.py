"""Reading the parts of a request body (plain values): each mistake is an InvalidQuery that points at its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from app.errors import InvalidQuery

Words = Mapping[str, Any]
Loc = tuple[str | int, ...]

_VARIABLE = re.compile(r"\?[A-Za-z_][A-Za-z0-9_]{0,39}\Z")


def mapping(value: Any, loc: Loc, message: str) -> Words:
    """The value, which must be an object."""
    if not isinstance(value, Mapping):
        raise InvalidQuery(loc or ("body",), message)
    return value


def only(words: Any, known: Collection[str], loc: Loc) -> None:
    """Refuse fields that are not known."""
    for name in mapping(words, loc, "expected an object"):
        if name not in known:
            names = tuple(sorted(known))
            raise InvalidQuery((*loc, str(name)), f"unknown field {str(name)[:60]!r}: use {', '.join(names)}", names)


def boolean(words: Words, name: str, loc: Loc = ()) -> bool | None:
    """A field that is true or false, or not given."""
    value = words.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise InvalidQuery((*loc, name), f"{name} is true or false")


def number(words: Words, name: str, default: int, bounds: tuple[int, int], loc: Loc = ()) -> int:
    """A whole number within bounds, both included."""
    value = words.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not bounds[0] <= value <= bounds[1]:
        raise InvalidQuery((*loc, name), f"{name} is a whole number from {bounds[0]} to {bounds[1]}")
    return value


def texts(words: Words, name: str, loc: Loc) -> list[str]:
    """A text or a list of texts, as a list; empty where it is not given."""
    value = words.get(name)
    if value is None:
        return []
    values = value if isinstance(value, list | tuple) else [value]
    if not values or not all(isinstance(v, str) and v for v in values):
        raise InvalidQuery((*loc, name), f"{name} is a text or a list of texts")
    return list(values)


def text(words: Words, name: str, loc: Loc, *, longest: int = 500) -> str:
    """A text that must be there."""
    value = words.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise InvalidQuery((*loc, name), f"{name} is a text of at most {longest} characters, and must be given")
    return value


def chosen(values: Collection[str], valid: Collection[str], loc: Loc) -> None:
    """Refuse values that are none of the valid ones."""
    for value in values:
        if value not in valid:
            names = tuple(sorted(valid))
            raise InvalidQuery(loc, f"unknown value {value[:60]!r}: use {', '.join(names)}", names)


def variable(term: Any, loc: Loc) -> bool:
    """Whether a term is a variable; one that begins like a variable must be well formed."""
    if not isinstance(term, str) or not term.startswith("?"):
        return False
    if not _VARIABLE.match(term):
        raise InvalidQuery(loc, f"{term[:60]!r} is no variable: write ? and a word of letters, digits or _")
    return True
