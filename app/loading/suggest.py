"""Hints for messages: the value in short, what it may have meant, and what would have been valid."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_SHOWN = 60
CLOSE_ENOUGH = 65.0
MOST_LISTED = 12


def shown(value: object) -> str:
    """A value for a message: quoted, and cut when long."""
    text = str(value)
    return repr(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "...")


def closest(value: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like the value, if any is close enough."""
    if len(value) > LONGEST_SHOWN * 2:
        return None
    from rapidfuzz import fuzz, process  # only mistakes need it

    found = process.extractOne(value, list(choices), scorer=fuzz.ratio, processor=_plain, score_cutoff=CLOSE_ENOUGH)
    return str(found[0]) if found else None


def did_you_mean(value: str, choices: Iterable[str]) -> str:
    """`, did you mean 'iran'?` or nothing."""
    best = closest(value, choices)
    return f", did you mean {best!r}?" if best else ""


def one_of(value: str, choices: Iterable[str]) -> str:
    """The close match, and the whole list of what is valid where it is short."""
    options = sorted(choices)
    listed = ", ".join(options[:MOST_LISTED]) + (", ..." if len(options) > MOST_LISTED else "")
    return f"{did_you_mean(value, options)} (valid: {listed or 'none'})"


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
