"""Our own table of claims, one a row, for whatever has no importer of its own: CSV, TSV, NDJSON, Parquet or .xlsx.

What keeps an allegation apart from a fact is never assumed: a row without a voice, a modality or a date is rejected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from app.errors import InvalidValue
from app.importers.claims_sources import SPEAKERS, SourceColumns
from app.importers.collector import Collector
from app.importers.drafting import draft
from app.importers.tabular import Broken, Row, Table, Unusable, read_table, whole_number
from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Progress, Stance, Validity
from app.model.ontology import ANY

E = TypeVar("E", bound=StrEnum)

NEEDED: Final = ("subject", "type", "object", "asserted_by", "modality", "valid")
COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "subject": "id or name of the one end",
        "subject_type": "entity type; needed where the name is nobody's yet",
        "type": "relation type",
        "object": "id or name of the other end",
        "object_type": "entity type; needed where the name is nobody's yet",
        "asserted_by": "whose voice: id or name, several as a JSON list",
        "asserted_by_type": "entity type of voices that are nobody's yet; Voice if empty",
        "modality": "fact, alleged, agreed, planned, expected, hypothetical or normative",
        "valid": "when it holds: EDTF",
        "stance": "affirms (if empty), denies or questions",
        "confidence": "low, medium (if empty) or high: how surely the source supports this very claim",
        "hedge": "reportedly, likely, may, appears or arguably",
        "hedge_words": "the words that make the hedge",
        "progress": "none, attempted, under_way or completed",
        "basis": "explicit (if empty), implied or presupposed",
        "addressed_to": "id or name of the one it was said to",
        "via": "id of the agreement, visit or letter through which",
        "valid_words": "the words of the source that gave the date",
        "valid_inferred": "from what the date was inferred, if it was",
        "paragraph": "number from 1 (if empty)",
        "note": "evidence in your own words",
        "attributes": "JSON object of attributes that the relation type declares",
        "event_id": "id of the occurrence, which becomes an attribute",
        "key": "a name for this row, for rows below it",
        "target_claim": "key of a row above, or id of a claim, that this one is about",
        "source": "name of the document; the table itself if empty",
        "source_title": "its title",
        "source_author": "id or name of its author",
        "source_published": "when it came out: EDTF",
        "source_language": "its language: BCP 47; en if empty",
        "source_url": "its address",
    }
)
_CLAIM_ID_DIGITS: Final = frozenset("0123456789abcdef")


def read(files: Sequence[Path], to: Collector) -> None:
    """Read tables of claims."""
    rows = _Rows(files, to)
    for path in files:
        table = read_table(path)
        _check_columns(path, table)
        for number, row in to.rows(table.rows):
            if isinstance(row, Broken):
                to.reject(path.name, number, row.reason)
                continue
            try:
                claim, key = rows.claim(row, f"Row {number} of {path.name}.")
            except Unusable as error:
                to.reject(path.name, number, str(error))
                continue
            faults = to.faults(claim)
            if key and not faults:
                rows.keys[key] = claim.id
            to.add(path.name, number, [claim])


def _check_columns(path: Path, table: Table) -> None:
    if not table.columns:
        return
    unknown = [name for name in table.columns if name not in COLUMNS]
    missing = [name for name in NEEDED if name not in table.columns]
    if unknown or missing:
        wrong = f"it lacks {', '.join(missing)}" if missing else f"no column may be called {', '.join(unknown)}"
        raise InvalidValue(
            "files", f"{path.name} is no table of claims: {wrong}; use {', '.join(COLUMNS)}", tuple(COLUMNS)
        )


class _Rows:
    """Makes claims of rows; knows the keys of the rows above."""

    def __init__(self, files: Sequence[Path], to: Collector) -> None:
        self._to = to
        self._sources = SourceColumns(files, to)
        self._found: set[tuple[str, str]] = set()
        self.keys: dict[str, str] = {}

    def claim(self, row: Row, note: str) -> tuple[Claim, str]:
        """The claim of a row and its key. Raises Unusable with what is wrong."""
        cells = self._cells(row)
        try:
            return self._claim(cells, note), cells["key"]
        except (ValueError, RecursionError) as error:  # attributes that no JSON text can say again
            raise Unusable(f"attributes cannot be kept ({error})") from None

    def _cells(self, row: Row) -> dict[str, str]:
        unknown = [name for name in row if name not in COLUMNS]
        if unknown:
            raise Unusable(f"there is no column {unknown[0][:40]!r}")
        cells = {name: row.get(name, "").strip() for name in COLUMNS}
        for name in NEEDED:
            if not cells[name]:
                raise Unusable(f"{name} is empty: nothing is assumed in its place")
        if cells["key"] in self.keys:
            raise Unusable(f"a row above has the key {cells['key']!r}")
        return cells

    def _claim(self, cells: Row, note: str) -> Claim:
        hedge = _chosen(HedgeKind, cells, "hedge")
        return draft(
            self._to.ontology,
            subject=self._end(cells, "subject"),
            type=cells["type"],
            object=self._end(cells, "object"),
            voices=self._voices(cells),
            valid=Validity(cells["valid"], cells["valid_words"] or None, cells["valid_inferred"] or None),
            evidence=(Evidence(_paragraph(cells["paragraph"]), cells["note"] or note),),
            confidence=_chosen(Confidence, cells, "confidence") or Confidence.MEDIUM,
            modality=_chosen(Modality, cells, "modality") or Modality.FACT,
            stance=_chosen(Stance, cells, "stance") or Stance.AFFIRMS,
            basis=_chosen(Basis, cells, "basis") or Basis.EXPLICIT,
            addressed_to=self._voice(cells["addressed_to"], "Actor") if cells["addressed_to"] else None,
            via=self._known(cells["via"], "via") if cells["via"] else None,
            hedge=Hedge(hedge, cells["hedge_words"] or hedge.value) if hedge else None,
            progress=_chosen(Progress, cells, "progress"),
            attributes=_attributes(cells),
            target_claim=self._target(cells["target_claim"]),
            source=self._sources.source(cells),
        )

    def _end(self, cells: Row, name: str) -> str:
        kind = cells[f"{name}_type"]
        if not kind:
            return self._known(cells[name], name)
        self._check_type(kind, f"{name}_type")
        return self._to.resolver.entity(cells[name], (kind,))

    def _known(self, name: str, column: str) -> str:
        if (name, ANY) not in self._found:
            if self._to.resolver.find(name, (ANY,)) is None:
                advice = "name its id" if column == "via" else f"give {column}_type to make it one"
                raise Unusable(f"{column} {name[:60]!r} fits no entity, or several: {advice}")
            self._found.add((name, ANY))
        return self._to.resolver.entity(name, (ANY,))

    def _voices(self, cells: Row) -> list[str]:
        kind = cells["asserted_by_type"] or "Voice"
        self._check_type(kind, "asserted_by_type")
        text = cells["asserted_by"]
        names = _json(text, "asserted_by") if text.startswith("[") else [text]
        if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
            raise Unusable("asserted_by is a name, or a JSON list of names")
        return list(dict.fromkeys(self._voice(name.strip(), kind) for name in names))

    def _voice(self, name: str, kind: str) -> str:
        if (name, "Voice") in self._found or self._to.resolver.find(name, SPEAKERS) is not None:
            self._found.add((name, "Voice"))
            return self._to.resolver.entity(name, SPEAKERS)
        return self._to.resolver.entity(name, (kind,))

    def _check_type(self, kind: str, column: str) -> None:
        if kind not in self._to.ontology.entity_types:
            raise Unusable(f"{column} {kind[:40]!r} is no entity type")

    def _target(self, text: str) -> str | None:
        if not text or text in self.keys:
            return self.keys.get(text)
        if len(text) == 20 and _CLAIM_ID_DIGITS.issuperset(text):
            return text
        raise Unusable(f"target_claim {text[:40]!r} is neither the key of a row above nor the id of a claim")


def _chosen(kind: type[E], cells: Row, name: str) -> E | None:
    text = cells[name]
    try:
        return kind(text) if text else None
    except ValueError:
        raise Unusable(f"{name} {text[:40]!r} is none of {', '.join(kind)}") from None


def _paragraph(text: str) -> int:
    number = whole_number(text) if text else 1
    if not number:
        raise Unusable(f"paragraph {text[:40]!r} is no number from 1 on")
    return number


def _attributes(cells: Row) -> dict[str, Any]:
    found = _json(cells["attributes"], "attributes") if cells["attributes"] else {}
    if not isinstance(found, dict):
        raise Unusable("attributes are a JSON object")
    if cells["event_id"]:
        found["event_id"] = cells["event_id"]
    return found


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"{name} is no JSON ({error})") from None


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")
