"""Pages of the World Factbook as JSON: one country in one year. Formats and names of fields differ between the years.

A field is found by its name wherever it stands; the year comes from the folder or the file. A page's two-letter code is
the Factbook's own (`ch` is China) and says nothing here: the country is the one that the page names.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.errors import InvalidValue

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TAG: Final = re.compile(r"<[^>]*>")
_NAMES: Final = ("conventional short form", "conventional long form")
_NO_NAME: Final = frozenset({"", "none"})


@dataclass(frozen=True, slots=True)
class Page:
    """One country's page of one year's edition: its file, its country by name, and its fields by their plain names."""

    file: str
    year: int
    country: str
    fields: Mapping[str, Any]

    def text(self, *path: str) -> str | None:
        """The text of a field or of a part of it, as written; None where there is none."""
        value: Any = self.fields
        for name in path:
            value = _member(value, name)
        if isinstance(value, Mapping):
            value = _member(value, "text")
        return value if isinstance(value, str) and value.strip() else None


def page(path: Path, file: str) -> Page:
    """Read a page. Raises InvalidValue with what is missing."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidValue("file", f"{file}: not JSON ({error})") from None
    if not isinstance(content, dict):
        raise InvalidValue("file", f"{file}: no page of the World Factbook, which is an object of sections")
    fields: dict[str, Any] = {}
    for section in content.values():
        if isinstance(section, dict):
            for name, value in section.items():
                fields.setdefault(plain_name(name), value)
    found = Page(file, year_of(path, file), "", fields)
    names = [found.text("country name", part) for part in _NAMES]
    country = next((n for n in names if n and n.strip().casefold() not in _NO_NAME), None)
    if country is None:
        raise InvalidValue("file", f"{file}: no country name (Government, Country name, conventional short form)")
    return Page(file, found.year, unmarked(country), fields)


def year_of(path: Path, file: str) -> int:
    """The year of the edition: in the name of the file, or else in that of its folder."""
    for name in (path.stem, path.parent.name):
        found = _YEAR.findall(name)
        if len(found) == 1:
            return int(found[0])
    raise InvalidValue(
        "file", f"{file}: of which year? Put the pages of an edition into a folder with its year as name"
    )


def plain_name(name: str) -> str:
    """A field's name in the one form that all years share: `Exports - partners` and `exports_partners` are one."""
    return " ".join(re.findall(r"[a-z0-9]+", name.casefold()))


def unmarked(text: str) -> str:
    """Text without markup, with single blanks."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).replace("\xa0", " ").split())


def headed(text: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a marked-up text, each with its heading (in <em>, <strong> or <b>), None where it has none."""
    parts = re.split(r"<(?:em|strong|b)>(.*?)</(?:em|strong|b)>", text, flags=re.DOTALL | re.IGNORECASE)
    if unmarked(parts[0]).strip(" :"):
        yield None, unmarked(parts[0])
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        if unmarked(heading).strip(" :"):
            yield unmarked(heading).rstrip(" :"), unmarked(body).lstrip(" :")
        elif unmarked(body):
            yield None, unmarked(body)


def _member(value: Any, name: str) -> Any:
    if not isinstance(value, Mapping):
        return None
    return next((found for key, found in value.items() if plain_name(key) == name), None)
