"""What the endpoint of a request says of its query parameters, and the refusal of values given twice."""

from __future__ import annotations

import functools
import typing
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import Request
from pydantic.fields import FieldInfo

from app.api.parameters import Parameters
from app.errors import InvalidValue


@functools.cache
def _fields(endpoint: Callable[..., Any] | None) -> Mapping[str, FieldInfo]:
    hints = typing.get_type_hints(endpoint) if endpoint is not None else {}
    models = [hint for hint in hints.values() if isinstance(hint, type) and issubclass(hint, Parameters)]
    return {field.alias or name: field for model in models for name, field in model.model_fields.items()}


def described(request: Request) -> Mapping[str, FieldInfo]:
    """The query parameters that the endpoint takes, by name."""
    return _fields(request.scope.get("endpoint"))


async def refuse_repeats(request: Request) -> None:
    """Raise InvalidValue where a parameter that takes one value is given twice: which one was meant is unknown."""
    given = request.query_params
    if len(given.multi_items()) == len(given):
        return
    many = [name for name, n in Counter(name for name, _ in given.multi_items()).items() if n > 1]
    fields = described(request)
    for name in many:
        if name in fields and typing.get_origin(fields[name].annotation) not in (list, tuple):
            values = ", ".join(repr(v[:80]) for v in given.getlist(name)[:5])
            raise InvalidValue(name, f"{name} takes one value, but {values} were given: choose one")
