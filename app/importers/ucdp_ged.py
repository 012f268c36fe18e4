"""UCDP Georeferenced Event Dataset: events of organised violence, each with its sides, days, place and deaths.

State-based and non-state events say who fought whom, not who attacked: they become `fights_with`. One-sided violence
becomes `attacks` on the civilians of the country. The voice is UCDP's; who reported it stands in the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from app.importers import ucdp
from app.importers.about import TABLE, table_source
from app.importers.collector import Collector
from app.importers.drafting import draft
from app.importers.tabular import Broken, Row, Unusable, read_table, recognised, whole_number
from app.importers.ucdp_dates import validity
from app.model.claim import Claim, Confidence, Evidence

# The names that the columns have had from release to release, newest first.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "id": ("id", "event_id"),
        "violence": ("type_of_violence", "type_of_vi", "type_of_conflict"),
        "side_a": ("side_a",),
        "side_b": ("side_b",),
        "side_a_id": ("side_a_new_id", "side_a_id", "side_a_dset_id"),
        "side_b_id": ("side_b_new_id", "side_b_id", "side_b_dset_id"),
        "start": ("date_start", "start_date"),
        "end": ("date_end", "end_date"),
        "date_prec": ("date_prec", "date_precision"),
        "best": ("best", "best_est", "best_estimate"),
        "low": ("low", "low_est", "low_estimate"),
        "high": ("high", "high_est", "high_estimate"),
        "deaths_a": ("deaths_a",),
        "deaths_b": ("deaths_b",),
        "civilians": ("deaths_civilians", "deaths_civ", "deaths_civi"),
        "unknown": ("deaths_unknown", "deaths_unk", "deaths_unkn"),
        "where_prec": ("where_prec", "where_precision"),
        "where": ("where_coordinates", "where_coor", "where_coord"),
        "province": ("adm_1",),
        "country": ("country",),
        "latitude": ("latitude",),
        "longitude": ("longitude",),
        "clarity": ("event_clarity", "event_clar"),
        "status": ("code_status",),
        "offices": ("source_office", "source_off"),
        "days": ("source_date", "source_dat"),
    }
)
NEEDED: Final = ("id", "violence", "side_a", "side_b", "start", "end", "date_prec", "best", "low", "high")
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
PLACE_PRECISION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1": "exact",
        "2": "nearby",
        "3": "district",
        "4": "province",
        "5": "area",
        "6": "country",
        "7": "international",
    }
)
_DEATHS: Final = (
    ("deaths_low", "low"),
    ("deaths_best", "best"),
    ("deaths_high", "high"),
    ("deaths_civilians", "civilians"),
)
_DECIMAL: Final = re.compile(r"-?\d{1,3}(?:\.\d{1,20})?\Z", re.ASCII)
_MOST_OFFICES: Final = 4


def read(files: Sequence[Path], to: Collector) -> None:
    """Read event tables."""
    to.entity(ucdp.AUTHOR)
    events, newest = _Events(to), 0
    for path in files:
        table = read_table(path)
        columns = recognised(path, table, COLUMNS, NEEDED, "a table of UCDP's georeferenced events")
        for number, row in to.rows(table.rows):
            if isinstance(row, Broken):
                to.reject(path.name, number, row.reason)
                continue
            try:
                claims = list(events.claims({field: row[name].strip() for field, name in columns.items()}))
            except Unusable as error:
                to.reject(path.name, number, str(error))
                continue
            to.add(path.name, number, claims)
            newest = max(newest, *(int(claim.valid.edtf[:4]) for claim in claims))
    table_source(
        to,
        files,
        author=ucdp.AUTHOR,
        published=str(newest + 1 if newest else 2013),
        inferred="UCDP publishes the events of a year in the year after; the newest event of the files decides.",
        url=ucdp.URL,
    )


class _Events:
    """Makes claims of rows."""

    def __init__(self, to: Collector) -> None:
        self._to = to
        self._parties = ucdp.Parties(to.resolver)
        self._civilians: dict[str, tuple[str, str, str | None]] = {}

    def claims(self, row: Row) -> Iterator[Claim]:
        """What one event says. Raises Unusable with what is wrong with the row."""
        key = _whole(row, "id")
        violence = _whole(row, "violence")
        if key is None or violence not in (STATE_BASED, NON_STATE, ONE_SIDED):
            wrong = "it has no id" if key is None else f"type of violence {row['violence']!r} is none of 1, 2 and 3"
            raise Unusable(wrong)
        valid, precision = validity(row["start"], row["end"], row["date_prec"])
        subjects = self._side(row, "side_a")
        objects = [self._victims(row)] if violence == ONE_SIDED else self._side(row, "side_b")
        attributes = _attributes(row, key)
        if len(subjects) * len(objects) > 1:
            attributes["collective"] = True
        for subject in subjects:
            for object_ in objects:
                yield draft(
                    self._to.ontology,
                    source=self._to.info.id,
                    subject=subject,
                    type="attacks" if violence == ONE_SIDED else "fights_with",
                    object=object_,
                    voices=(ucdp.AUTHOR.id,),
                    valid=valid,
                    evidence=(Evidence(TABLE, _note(row, key, precision)),),
                    confidence=_confidence(row),
                    attributes=attributes,
                )

    def _side(self, row: Row, side: str) -> list[str]:
        name = " ".join(row[side].split())
        if not name:
            raise Unusable(f"{side} names nobody")
        actor = _whole(row, f"{side}_id") if row.get(f"{side}_id") else None
        # In non-state conflicts, UCDP counts communities and followers of parties among the sides.
        armed = _whole(row, "violence") != NON_STATE
        return self._parties.joint(name, str(actor) if actor else "", armed=armed)

    def _victims(self, row: Row) -> str:
        """The civilians of the country: a class, not one body of people."""
        country = " ".join(row.get("country", "").split())
        if country not in self._civilians:
            known = ucdp.country_of(self._to.resolver, country) if country else None
            name = known.label if known else country
            self._civilians[country] = (
                f"Civilians in {name}" if name else "Civilians",
                f"civilians in {known.in_sentence or name if known else name}" if name else "civilians",
                known.country if known else None,
            )
        label, said, code = self._civilians[country]
        return self._to.resolver.entity(
            label, ("Population",), generic=True, plural=True, in_sentence=said, country=code
        )


def _attributes(row: Row, key: int) -> dict[str, Any]:
    """Deaths, place and the event's id; what the row leaves empty is left out."""
    found: dict[str, Any] = {"event_id": str(key)}
    for name, field in _DEATHS:
        number = _whole(row, field) if row.get(field) else None
        if number is not None:
            found[name] = number
    place = ", ".join(dict.fromkeys(part for f in ("where", "province", "country") if (part := row.get(f, ""))))
    if place:
        found["place"] = place
    if row.get("where_prec"):
        precision = PLACE_PRECISION.get(str(_whole(row, "where_prec")))
        if precision is None:
            raise Unusable(f"where_prec {row['where_prec']!r} is none of 1 to 7")
        found["place_precision"] = precision
    if row.get("latitude") and row.get("longitude"):
        found["latitude"], found["longitude"] = _degrees(row, "latitude", 90), _degrees(row, "longitude", 180)
    return found


def _confidence(row: Row) -> Confidence:
    """High for a separate event with clear coding, medium for one told in summary, low where UCDP wants to check."""
    if row.get("status") and row["status"].casefold() != "clear":
        return Confidence.LOW
    return Confidence.MEDIUM if row.get("clarity") and _whole(row, "clarity") != 1 else Confidence.HIGH


def _note(row: Row, key: int, precision: str) -> str:
    """Where it comes from, in our own words: no headline and no sentence of a report is kept."""
    days = [day.strip() for day in row.get("days", "").split(";")]
    offices = [office.strip() for office in row.get("offices", "").split(";")]
    named = [
        f"{office} ({day})" if day else office
        for office, day in zip(offices, days + [""] * len(offices), strict=False)
        if office
    ]
    told = list(dict.fromkeys(named))
    more = f" and {len(told) - _MOST_OFFICES} more" if len(told) > _MOST_OFFICES else ""
    said = f"UCDP event {key}; {precision}"
    if told:
        said += f"; reported by {', '.join(told[:_MOST_OFFICES])}{more}"
    sides = (
        ("deaths_a", row["side_a"]),
        ("deaths_b", row["side_b"]),
        ("civilians", "civilians"),
        ("unknown", "side unknown"),
    )
    killed = [f"{who} {number}" for field, who in sides if row.get(field) and (number := _whole(row, field))]
    return f"{said}; deaths: {', '.join(killed)}." if killed else f"{said}."


def _whole(row: Row, field: str) -> int | None:
    """A whole number, which some releases write with `.0`; None where the cell is empty."""
    text = row[field]
    if not text:
        return None
    number = whole_number(text)
    if number is None:
        raise Unusable(f"{COLUMNS[field][0]} {text[:40]!r} is no whole number from 0 on")
    return number


def _degrees(row: Row, field: str, most: int) -> float:
    text = row[field]
    if not _DECIMAL.match(text) or abs(float(text)) > most:
        raise Unusable(f"{field} {text[:40]!r} is no number of degrees from -{most} to {most}")
    return float(text)
