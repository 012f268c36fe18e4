"""The top level of a file: which lists and texts it must hold, and whether a mistake there loses records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType

from app.loading.codes import Code
from app.loading.document import Document
from app.loading.scalars import described
from app.loading.suggest import one_of, shown
from app.model.problem import Problem


def top_level_problems(
    document: Document, lists: Mapping[str, bool], texts: tuple[str, ...]
) -> Iterator[tuple[Problem, bool]]:
    """Each problem, and whether it loses records. Of `lists`, those marked True are needed, else at least one is."""
    value = document.root.value if document.root else None
    names = (*texts, *lists)
    if not isinstance(value, dict):
        wanted = ", ".join(f"'{name}:'" for name in names)
        got = "nothing: the file is empty" if value is None else described(value)
        yield document.problem(Code.WRONG_TYPE, f"expected {wanted} at the top level, got {got}"), True
        return
    for key in value:
        if key not in names:
            message = f"unknown field {shown(key)}{one_of(key, names)}"
            yield document.problem(Code.UNKNOWN_FIELD, message, (key,), at_key=True), True
    for name in texts:
        if value.get(name) is None:
            yield document.problem(Code.MISSING_FIELD, f"missing field {name!r}"), False
        elif not isinstance(value[name], str):
            message = f"expected text, got {described(value[name])}"
            yield document.problem(Code.WRONG_TYPE, message, (name,)), False
    for name, needed in lists.items():
        if name not in value:
            if needed:
                yield document.problem(Code.MISSING_FIELD, f"missing field {name!r}"), True
        elif not isinstance(value[name], list | NoneType):
            yield document.problem(Code.WRONG_TYPE, f"expected a list, got {described(value[name])}", (name,)), True
    if not any(name in value for name in lists) and not any(lists.values()):
        choices = " or ".join(repr(name) for name in lists)
        yield document.problem(Code.MISSING_FIELD, f"missing field {choices}"), True
