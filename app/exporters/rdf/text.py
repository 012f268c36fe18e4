"""Values as N-Triples write them, which Turtle takes too."""

from __future__ import annotations

import re
from typing import Any

from app.exporters.rdf.terms import DATATYPES, Tagged, Term
from app.exporters.rows import dumps

_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')


def literal(term: Term, value: Any) -> str:
    """A literal with its type in full."""
    if isinstance(value, Tagged):
        return f'"{escaped(value.text)}"@{value.lang}'
    kind = DATATYPES.get(term.kind)
    return f'"{escaped(lexical(term, value))}"' + (f"^^<{kind}>" if kind else "")


def lexical(term: Term, value: Any) -> str:
    """The text of a value; JSON in its canonical form, with its keys sorted."""
    if term.kind == "json":
        return dumps(value, sort_keys=True).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def escaped(text: str) -> str:
    """Text within double quotes."""
    return _ESCAPED.sub(_escape, text) if _ESCAPED.search(text) else text


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}.get(letter)
    if short:
        return short
    return "\\uFFFD" if letter >= "\ud800" or letter == "\0" else f"\\u{ord(letter):04X}"
