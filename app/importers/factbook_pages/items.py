"""The items of a page: each is one row, and says one thing or is rejected with a reason. Strict, without guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal

from app.importers.countries import countries
from app.importers.factbook_pages.pages import Page, headed, unmarked

Kind = Literal["border", "membership", "group", "trade", "dispute"]
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_SEPARATED: Final = re.compile(r"[,;]\s+(?![^()]*\))|(?<=km)\s+and\s+")
_BORDER: Final = re.compile(r"(?P<name>\D+?)\s+(?P<length>\d[\d,]*(?:\.\d+)?)\s*km\Z")
_PART: Final = re.compile(r"(?P<name>[^()]+?)\s*\((?P<part>[^()]*)\)\Z")
_AZERBAIJAN: Final = re.compile(r"(?P<name>Azerbaijan)-(?P<part>\S.*)\Z")
_MEMBER: Final = re.compile(r"(?P<name>[^():]+?)\s*(?:\((?P<role>[^()]*)\))?\Z")
_SUSPENDED: Final = re.compile(r"member of the following organizations but cannot participate[^:]*:\s*", re.IGNORECASE)
_TRADE: Final = re.compile(r"(?P<name>\D+?)\s+(?P<share>\d+(?:\.\d+)?)%\Z")
_AS_OF: Final = re.compile(r"\s*\((?P<year>\d{4})(?P<estimated>\s+est\.?)?\)\s*\Z")
_GROUP_FIELDS: Final = (
    "terrorist group s", "terrorist groups", "terrorist groups home based", "terrorist groups foreign based",
)  # fmt: skip
_SEEN: Final = re.compile(r"\s*\(\d{4}\)\Z")
_PROSE: Final = re.compile(r"(?P<one>[A-Z][\w.'’ -]*?) and (?P<two>[A-Z][\w.'’ -]*?) dispute\b")
_CONTESTED: Final = re.compile(r"\b(?:disput|contest|undemarcated|claim)\w*", re.IGNORECASE)
_SETTLED: Final = re.compile(r"\b(?:arbitrated|resolved|settled|none identified)\b", re.IGNORECASE)
# Roles as the Factbook writes them, and the one of ours that each is; what is written goes along where it says more.
_ROLES: Final = MappingProxyType(
    {
        "observer": ("observer", None),
        "partner": ("partner", None),
        "dialogue partner": ("partner", "dialogue partner"),
        "sectoral dialogue partner": ("partner", "sectoral dialogue partner"),
        "dialogue member": ("partner", "dialogue member"),
        "associate": ("associate", None),
        "associate member": ("associate", None),
        "correspondent": ("associate", "correspondent"),
        "correspondent member": ("associate", "correspondent"),
        "subscriber": ("associate", "subscriber"),
        "subscriber member": ("associate", "subscriber"),
        "cooperating state": ("associate", "cooperating state"),
        "candidate": ("candidate", None),
        "candidate country": ("candidate", None),
        "accession candidate": ("candidate", "accession candidate"),
        "nonregional member": ("full", "nonregional member"),
        "temporary": ("full", "temporary"),
        "permanent": ("full", "permanent"),
        "suspended": ("suspended", None),
    }
)
# Countries as the Factbook calls them and nobody else does.
_USUAL: Final = MappingProxyType(
    {"UAE": "United Arab Emirates", "Turkey (Turkiye)": "Turkey", "Burma (Myanmar)": "Myanmar", "Macau": "Macao"}
)
_NOT_THE_STATE: Final = frozenset({"ngos", "national committees"})


@dataclass(frozen=True, slots=True)
class Item:
    """One row: where it stands, what it names, with which attributes; or why nothing is made of it.

    `held` is the year for which the Factbook gives the item, where that is not the edition's own. `key` tells what must
    stay the same for a later edition to speak of the same state of affairs.
    """

    where: str
    kind: Kind
    names: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    key: tuple[str, ...] = ()
    held: str | None = None
    note: str = ""
    fault: str | None = None


def items(page: Page) -> Iterator[Item]:
    """All items of a page."""
    yield from _borders(page)
    yield from _memberships(page)
    yield from _groups(page)
    yield from _trade(page)
    yield from _disputes(page)


def usual(name: str) -> str:
    """A country's usual name."""
    return _USUAL.get(name, name)


def _borders(page: Page) -> Iterator[Item]:
    for field_name in ("border countries", "regional borders"):
        for number, text in _listed(page.text("land boundaries", field_name)):
            where = f"land boundaries, {field_name} {number}"
            found = _BORDER.match(text)
            if found is None:
                yield Item(where, "border", fault="is no name with a length in km")
                continue
            name, part = _split(found["name"])
            length = float(found["length"].replace(",", ""))
            attributes: dict[str, Any] = {"length_km": int(length) if length.is_integer() else length}
            if part:
                attributes["scope"] = part
            note = f"land boundaries: {name}{f' ({part})' if part else ''}, {found['length']} km"
            yield Item(where, "border", (page.country, name), attributes, (part or "",), note=note)


def _split(name: str) -> tuple[str, str | None]:
    """A name and the part of the country that is meant: `Russia (northeast)`, `Azerbaijan-proper`."""
    found = _PART.match(name) or _AZERBAIJAN.match(name)
    return (found["name"], found["part"]) if found else (name, None)


def _memberships(page: Page) -> Iterator[Item]:
    text = page.text("international organization participation")
    plain = unmarked(text or "")
    barred = bool(_SUSPENDED.match(plain))
    for number, entry in _listed(_SUSPENDED.sub("", plain)):
        where = f"international organization participation {number}"
        found = _MEMBER.match(entry)
        if found is None:
            yield Item(where, "membership", fault="is no organisation, or one with more than a role in brackets")
            continue
        name, written = found["name"], (found["role"] or "").strip().casefold()
        if written in _NOT_THE_STATE:
            yield Item(where, "membership", fault=f"not the state is a member of {name} but its {found['role']}")
            continue
        role, more = _ROLES.get(written, (None, None)) if written else ("full", None)
        if role is None:
            yield Item(where, "membership", fault=f"unknown role {found['role']!r} in {name}")
            continue
        scope = ", ".join(filter(None, (more, "without taking part" if barred else None)))
        attributes = {"role": role} | ({"scope": scope} if scope else {})
        note = f"international organization participation: {name}{f' ({scope})' if scope else ''}"
        yield Item(where, "membership", (page.country, name), attributes, (role, more or ""), note=note)


def _groups(page: Page) -> Iterator[Item]:
    for field_name in _GROUP_FIELDS:
        plain = unmarked(page.text(field_name) or "")
        for number, entry in enumerate((part.strip() for part in plain.split(";") if part.strip()), start=1):
            where = f"{field_name} {number}"
            if ":" in entry:
                yield Item(where, "group", fault="is prose, not the name of a group")
                continue
            name = _SEEN.sub("", entry)
            note = f"listed under terrorism: {name}"
            yield Item(where, "group", (page.country, name), key=("group",), note=note)


def _trade(page: Page) -> Iterator[Item]:
    for direction in ("exports", "imports"):
        plain = unmarked(page.text(f"{direction} partners") or "")
        as_of = _AS_OF.search(plain)
        for number, entry in _listed(_AS_OF.sub("", plain)):
            where = f"{direction} - partners {number}"
            found = _TRADE.match(entry)
            if found is None:
                yield Item(where, "trade", fault="is no name with a share in percent")
            elif as_of is None:
                yield Item(where, "trade", fault="no year is given for which the shares hold")
            else:
                attributes = {
                    "direction": direction,
                    "share_pct": float(found["share"]),
                    "scope": f"{direction} of {page.country}",
                }
                estimated = ", estimated" if as_of["estimated"] else ""
                note = f"{direction}, partners: {found['name']} {found['share']}% ({as_of['year']}{estimated})"
                yield Item(where, "trade", (page.country, found["name"]), attributes, held=as_of["year"], note=note)


def _disputes(page: Page) -> Iterator[Item]:
    text = page.text("disputes international")
    if text is None or unmarked(text).casefold().rstrip(".") in ("none", "none identified"):
        return
    number = 0
    for heading, body in headed(text):
        for entry in [body] if heading else [part.strip() for part in re.split(r";|\+\+", body)]:
            if entry:
                number += 1
                yield _dispute(f"disputes - international {number}", heading, entry)


def _dispute(where: str, heading: str | None, body: str) -> Item:
    if heading is None:
        found = _PROSE.match(body)
        named = found is not None and all(countries().named(usual(found[side])) for side in ("one", "two"))
        if found is None or not named:
            return Item(where, "dispute", fault="is prose that does not open with two countries and their dispute")
        pair = (found["one"], found["two"])
    else:
        headed_by = _pair(heading)
        if headed_by is None:
            return Item(where, "dispute", fault=f"the heading {heading!r} is not a pair of countries")
        pair = headed_by
        if _SETTLED.search(body) or body.casefold().rstrip(".") == "none":
            return Item(
                where, "dispute", fault="none is identified, or something was settled: what is left is not said"
            )
        if not _CONTESTED.search(body):
            return Item(where, "dispute", fault="the text under the heading does not speak of a dispute or a claim")
    note = f"disputes - international: {' and '.join(pair)}"
    return Item(where, "dispute", pair, key=("dispute",), note=note)


def _pair(heading: str) -> tuple[str, str] | None:
    """The two countries of `Pakistan-India`, where the heading can be read in one way only."""
    cuts = [at for at, letter in enumerate(heading) if letter in "-–"]
    found = [
        (one, two)
        for one, two in ((heading[:at].strip(), heading[at + 1 :].strip()) for at in cuts)
        if countries().named(usual(one)) and countries().named(usual(two))
    ]
    return found[0] if len(found) == 1 else None


def _listed(text: str | None) -> Iterator[tuple[int, str]]:
    """The parts of a list, numbered; a comma inside a number or in brackets separates nothing."""
    parts = (part.strip() for part in _SEPARATED.split(unmarked(text or "")))
    yield from enumerate((part for part in parts if part), start=1)
