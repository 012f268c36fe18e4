"""Bytes to plain values: YAML in which every scalar stays text (`NO`, `0123`, `12:30`) and everything has its place.

The parser's events are read one by one, so anchors, aliases, tags, second documents and deep nesting are refused
before anything is expanded, and no input can recurse. Mistakes are reported as problems, never raised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from app.loading.codes import Code
from app.loading.document import Document
from app.loading.tree import Refused, Tree
from app.model.problem import Problem

LARGEST_FILE = 4 * 1024 * 1024
MOST_TABS_REPORTED = 20

# What YAML does not allow in a text, and what breaks lines for YAML but not for editors (NEL, LS, PS).
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_HINTS: Final[Mapping[str, str]] = {
    "mapping values are not allowed": "put text that contains ': ' in quotes",
    "found character that cannot start any token": "put text that starts with this character in quotes",
    "could not find expected ':'": "a key needs ': ' after it",
    "did not find expected key": "check the indentation, and put text that contains quotes in quotes",
    "did not find expected '-' indicator": "check the indentation of the list",
    "found unexpected end of stream": "a quotation mark is not closed",
}


def best_loader() -> Any:
    """The parser written in C, or the pure one where the library was built without it."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_file(path: Path, shown: str) -> Document:
    """Read one file; `shown` is the path that problems carry."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return _unreadable(shown, Code.UNREADABLE_FILE, f"cannot be read: {error.strerror or error}")
    return read_text(data, shown)


def read_text(data: bytes, shown: str, loader: Any = None) -> Document:
    """Read the bytes of one file."""
    if len(data) > LARGEST_FILE:
        return _unreadable(shown, Code.FILE_TOO_LARGE, f"larger than {LARGEST_FILE // 1024**2} MiB: split the file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, shown, error)
    control = _CONTROL.search(text)
    if control:
        message = f"the character U+{ord(control.group()):04X} is not allowed in a text"
        return _unreadable(shown, Code.CONTROL_CHARACTER, message, *_place(text, control.start()))
    tabs = _tabs(text, shown)
    if any(indents for _, indents in tabs):
        return Document(shown, None, tuple(problem for problem, _ in tabs))
    document = _parse(text, shown, loader or best_loader())
    return Document(shown, document.root, (*(problem for problem, _ in tabs), *document.problems))


def _parse(text: str, shown: str, loader: Any) -> Document:
    tree = Tree(shown)
    try:
        for event in yaml.parse(text, Loader=loader):
            tree.feed(event)
    except Refused:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        tree.refuse(Code.YAML_SYNTAX, _explain(error), line, column)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the pure parser lets number errors through
        tree.refuse(Code.YAML_SYNTAX, " ".join(str(error).split()), 1, 1)
    return tree.document()


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "not YAML")
    context = f" ({error.context})" if error.context and error.problem else ""
    hint = next((hint for start, hint in _HINTS.items() if problem.startswith(start)), "")
    return f"{problem}{context}" + (f": {hint}" if hint else "")


def _tabs(text: str, shown: str) -> list[tuple[Problem, bool]]:
    """The first tab of each line, and whether it indents."""
    if "\t" not in text:
        return []
    found: list[tuple[Problem, bool]] = []
    for number, line in enumerate(text.split("\n"), 1):
        column = line.find("\t")
        if column < 0:
            continue
        indents = not line[:column].strip()
        message = "tab character: indent with spaces" if indents else "tab character: write a space"
        found.append((Problem(shown, number, column + 1, Code.TAB.value, message), indents))
        if len(found) == MOST_TABS_REPORTED:
            break
    return found


def _not_utf8(data: bytes, shown: str, error: UnicodeDecodeError) -> Document:
    before = data[: error.start].decode("utf-8-sig", errors="replace")
    hint = "it looks like UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"byte 0x{data[error.start]:02X}"
    return _unreadable(shown, Code.NOT_UTF8, f"not UTF-8 ({hint}): save as UTF-8", *_place(before, len(before)))


def _place(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _unreadable(shown: str, code: Code, message: str, line: int = 1, column: int = 1) -> Document:
    return Document(shown, None, (Problem(shown, line, column, code.value, message),))
