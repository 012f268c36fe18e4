"""An overrides file: what the user says that names of foreign data mean. Every problem has its line and column.

`names: {"Taleban": taliban}`: each name leads to the id of an entity that there is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, NoneType

from app.errors import InvalidData
from app.loading.codes import Code
from app.loading.document import Document
from app.loading.scalars import described
from app.loading.shape import unknown
from app.loading.suggest import one_of, shown
from app.loading.text import read_file
from app.model.names import fold
from app.model.problem import Problem

_NAMES = "names"


def load_overrides(path: Path, known: Collection[str]) -> Mapping[str, str]:
    """Name to entity id. Raises InvalidData with all problems; `known` are the ids that may be named."""
    document = read_file(path, str(path))
    problems = [*document.problems, *_problems(document, known)] if document.root else list(document.problems)
    if problems or document.root is None:
        raise InvalidData(sorted(problems))
    return MappingProxyType(dict(document.root.value.get(_NAMES) or {}))


def _problems(document: Document, known: Collection[str]) -> Iterator[Problem]:
    value = document.root.value if document.root else None
    if not isinstance(value, dict):
        got = "nothing: the file is empty" if value is None else described(value)
        yield document.problem(Code.WRONG_TYPE, f"expected 'names:' at the top level, got {got}")
        return
    for key in value:
        if key != _NAMES:
            message = f"unknown field {shown(key)}{one_of(key, [_NAMES])}"
            yield document.problem(Code.UNKNOWN_FIELD, message, (key,), at_key=True)
    names = value.get(_NAMES)
    if _NAMES not in value:
        yield document.problem(Code.MISSING_FIELD, "missing field 'names'")
    elif not isinstance(names, dict | NoneType):
        message = f"expected names with ids, got {described(names)}"
        yield document.problem(Code.WRONG_TYPE, message, (_NAMES,))
    else:
        yield from _name_problems(document, names or {}, known)


def _name_problems(document: Document, names: Mapping[str, object], known: Collection[str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, target in names.items():
        loc = (_NAMES, name)
        same = first.setdefault(fold(name), name)
        if not fold(name):
            yield document.problem(Code.INVALID_VALUE, "a name has letters or digits", loc, at_key=True)
        elif same != name:
            message = f"{shown(name)} is the same name as {shown(same)}: letter case and accents aside"
            yield document.problem(Code.REPEATED_NAME, message, loc, at_key=True)
        if not isinstance(target, str):
            yield document.problem(Code.WRONG_TYPE, f"expected the id of an entity, got {described(target)}", loc)
        elif target not in known:
            yield document.problem(Code.UNKNOWN_ENTITY, unknown("entity", target, known), loc)
