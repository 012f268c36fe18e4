"""The CIA World Factbook as JSON, several yearly editions at once: borders, memberships, groups, trade, disputes.

Each edition is a source of its own; what several have becomes an interval. A group's presence in a country is no
support by those who govern it (ruling C6), and "terrorist" is the heading of the Factbook itself; no page names others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from app.errors import InvalidValue
from app.importers.about import TABLE
from app.importers.collector import Collector
from app.importers.drafting import draft
from app.importers.factbook_pages.items import Item, items, usual
from app.importers.factbook_pages.organisations import Organisation, organisations
from app.importers.factbook_pages.pages import Page, page
from app.importers.factbook_pages.spells import spells
from app.model.claim import Basis, Claim, Confidence, Evidence, Validity
from app.model.entity import Entity, Name, NameKind
from app.model.source import Paragraph, Source

AUTHOR: Final = Entity(
    id="cia-world-factbook",
    type="Voice",
    label="CIA World Factbook",
    in_sentence="the CIA World Factbook",
    names=(Name("World Factbook"),),
    description="Reference work of the Central Intelligence Agency of the United States, in its own words.",
)
_INFERRED: Final = "The pages carry no date; the year is that of the folder or file in which they were given."
_OF_DATA: Final = "The figure is given for this year, which is not the edition's."
_SINCE: Final = "Since the first of the editions given here that have it without a gap; undated in the text."
_UNSEEN: Final = "Undated in the text; a later edition given here no longer has it, without saying that it ended."
_GROUPS: Final = ("ArmedGroup", "Organisation")
# Names that one edition or page has for what another one names otherwise.
_SAME: Final = MappingProxyType(
    {
        "IRGC/Qods Force": "Islamic Revolutionary Guard Corps/Qods Force",
        "Haqqani Taliban Network": "Haqqani Network",
        "Islamic State of Iraq and ash-Sham": "Islamic State",
        "Islamic State of Iraq and ash-Sham-Khorasan Province": "Islamic State of Iraq and ash-Sham-Khorasan",
        "Islamic State of ash-Sham – India": "Islamic State of Iraq and ash-Sham – India",
    }
)
# Listed among the groups, but forces of a state.
_FORCES: Final = MappingProxyType({"Islamic Revolutionary Guard Corps/Qods Force": "Iran"})
_SHORT: Final = re.compile(r"\s*\(([^()]+)\)(?=/|\Z)")

Key = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One item with what it names resolved: the ends by relation type; `fault` where nothing is said."""

    page: Page
    item: Item
    subject: str = ""
    object: str = ""
    types: tuple[str, ...] = ()
    lister: str = ""

    def ends(self, type_: str) -> tuple[str, str]:
        """Subject and object of a relation of this type: who lists a group is not the country where it is active."""
        return (self.lister, self.subject) if type_ == "designates_terrorist" else (self.subject, self.object)

    def key(self, type_: str) -> Key:
        """What must stay the same between editions, whichever page has it."""
        one, two = sorted(self.ends(type_))
        return one, two, type_, self.item.key


def read(files: Sequence[Path], to: Collector) -> None:
    """Read the pages of all editions. Raises InvalidValue for a date of publication, since each has its own."""
    if to.published is not None:
        raise InvalidValue("published", "each edition has the year of its folder: leave --published out")
    pages = [page(path, name) for path, name in zip(files, to.inputs, strict=True)]
    author = to.entity(AUTHOR)
    sources = {
        year: _source(year, [p for p in pages if p.year == year], to) for year in sorted({p.year for p in pages})
    }
    rows = [row for one in pages for row in _rows(one, to)]
    held = _held(rows, pages)
    for _, row in to.rows(rows):  # an item is named by the place where it stands
        if row.item.fault:
            to.reject(row.page.file, row.item.where, row.item.fault)
        else:
            to.add(row.page.file, row.item.where, _claims(row, sources[row.page.year], author, held, to))


def _rows(one: Page, to: Collector) -> Iterator[Row]:
    for item in items(one):
        yield Row(one, item) if item.fault else _resolved(one, item, to)


def _resolved(one: Page, item: Item, to: Collector) -> Row:
    first, second = item.names
    subject = _country(first, to)
    if item.kind == "border":
        return Row(one, item, subject, _country(second, to), ("borders",))
    if item.kind == "trade":
        return Row(one, item, subject, _country(second, to), ("trades_with",))
    if item.kind == "dispute":
        return Row(one, item, subject, _country(second, to), ("has_dispute_with",))
    if item.kind == "group":
        return Row(
            one,
            item,
            _group(second, to),
            subject,
            ("operates_in", "designates_terrorist"),
            AUTHOR.id,
        )
    known = organisations().get(second)
    return Row(one, item, subject, _organisation(second, known, to), (_membership(known),))


def _membership(known: Organisation | None) -> str:
    """States are members of organisations, and take part in forces that an agreement creates."""
    return "participates_in" if known and known.type == "JointForce" else "member_of"


def _country(name: str, to: Collector) -> str:
    return to.resolver.entity(usual(name), ("State",))


def _organisation(written: str, known: Organisation | None, to: Collector) -> str:
    if known is None:
        return to.resolver.entity(written, ("Organisation",))
    names = (Name(written, NameKind.ABBREVIATION, "en"),) if known.name != written else ()
    return to.resolver.entity(known.name, (known.type, "Organisation"), identity=known.name, names=names)


def _group(written: str, to: Collector) -> str:
    """The group of a name; what stands in brackets behind it is a short name, or another one."""
    plain = " ".join(_SHORT.sub("", written).split())
    name = _SAME.get(plain, plain)
    short = tuple(Name(found, NameKind.ALIAS, "en") for found in _SHORT.findall(written))
    state = _FORCES.get(name)
    if state is not None:
        above = _country(state, to)
        return to.resolver.entity(name, ("Military",), organ_of=above, names=short)
    return to.resolver.entity(name, _GROUPS, names=short)


def _held(rows: Sequence[Row], pages: Sequence[Page]) -> Mapping[Key, Mapping[int, str]]:
    """How long each state of affairs holds, by edition."""
    editions: dict[str, set[int]] = {}
    for one in pages:
        editions.setdefault(one.country, set()).add(one.year)
    present: dict[Key, set[int]] = {}
    possible: dict[Key, set[int]] = {}
    for row in rows:
        for type_ in row.types:
            key = row.key(type_)
            present.setdefault(key, set()).add(row.page.year)
            possible.setdefault(key, set()).update(editions[row.page.country])
    return {key: spells(years, possible[key]) for key, years in present.items()}


def _claims(
    row: Row, source: str, author: str, held: Mapping[Key, Mapping[int, str]], to: Collector
) -> Iterator[Claim]:
    evidence = (Evidence(TABLE, f"Page of {row.page.country}, {row.item.note}."),)
    for type_ in row.types:
        subject, object_ = row.ends(type_)
        basis, confidence = Basis.EXPLICIT, Confidence.HIGH
        attributes: Mapping[str, Any] = row.item.attributes
        if type_ == "designates_terrorist":
            basis, confidence = Basis.IMPLIED, Confidence.MEDIUM
        if type_ == "has_dispute_with":
            basis, confidence = Basis.IMPLIED, Confidence.LOW
        if type_ == "participates_in":
            attributes = {name: value for name, value in attributes.items() if name != "role"}
        yield draft(
            to.ontology,
            source=source,
            subject=subject,
            type=type_,
            object=object_,
            voices=[author],
            valid=_valid(row, type_, held),
            evidence=evidence,
            confidence=confidence,
            basis=basis,
            attributes=attributes,
        )


def _valid(row: Row, type_: str, held: Mapping[Key, Mapping[int, str]]) -> Validity:
    if row.item.held is not None:
        return Validity(row.item.held, inferred=None if row.item.held == str(row.page.year) else _OF_DATA)
    edtf = held[row.key(type_)][row.page.year]
    return Validity(edtf, inferred=_SINCE if edtf.endswith("..") else _UNSEEN)


def _source(year: int, pages: Sequence[Page], to: Collector) -> str:
    hashes = [str(to.inputs[one.file]["sha256"]) for one in pages]
    whole = hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()
    return to.source(
        Source(
            id=f"{to.info.id}-{year}",
            title=f"CIA World Factbook, {year}",
            author=AUTHOR.id,
            published=str(year),
            published_inferred=_INFERRED,
            language="en",
            coverage="partial",
            dataset=to.info.id,
            sha256=whole,
            paragraphs=(Paragraph(TABLE, whole, "The pages of this edition; notes name the page and the field."),),
            publisher="Central Intelligence Agency",
            note=f"Read from {len(pages)} page(s): {', '.join(sorted(one.country for one in pages))}.",
        )
    )
