"""Text in XML: what must be escaped, what XML 1.0 cannot hold at all, and the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.exporters.columns import Column, as_text
from app.exporters.rows import Shape

# Control characters, surrogates and the two non-characters that no XML 1.0 document may contain.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
# Whatever is written otherwise than it is; most values have none of it, and are looked through only once.
_MARKUP = re.compile('[&<>"\r\n\t\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


def text(value: str) -> str:
    """Text between tags. A carriage return is written so that a parser does not take it for a line end."""
    if not _MARKUP.search(value):
        return value
    if _FORBIDDEN.search(value):
        value = _FORBIDDEN.sub(_REPLACEMENT, value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(value: str) -> str:
    """Text within double quotes; white space is written so that a parser does not make blanks of it."""
    if not _MARKUP.search(value):
        return value
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class Cell(NamedTuple):
    """A column between what opens and what closes its cell."""

    opening: str
    closing: str
    column: Column


def cells(row: Iterable[Cell], shape: Shape, escaped: Callable[[str], str]) -> str:
    """The cells of a row that have a value."""
    parts = []
    for opening, closing, column in row:
        value = column.read(shape)
        if value is None or value == "":
            continue
        cell = value if column.type == "text" else as_text(column, value)
        if cell is not None:
            parts.append(f"{opening}{escaped(cell) if _MARKUP.search(cell) else cell}{closing}")
    return "".join(parts)
