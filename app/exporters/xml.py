"""Text in XML: what must be escaped, and what XML 1.0 cannot hold at all."""

from __future__ import annotations

import re

# Control characters, surrogates and the two non-characters that no XML 1.0 document may contain.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def text(value: str) -> str:
    """Text between tags. A carriage return is written so that a parser does not take it for a line end."""
    if _FORBIDDEN.search(value):
        value = _FORBIDDEN.sub(_REPLACEMENT, value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(value: str) -> str:
    """Text within double quotes; white space is written so that a parser does not make blanks of it."""
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
