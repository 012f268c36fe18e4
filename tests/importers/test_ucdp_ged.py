"""UCDP's events: fighting without an attacker, violence against civilians, days as well as they are known."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidValue, RealpolitikError
from app.importers.drafting import Checker
from app.importers.tabular import Unusable
from app.importers.ucdp_dates import PRECISIONS, validity
from app.model.claim import Claim, Confidence
from app.model.dates import Point, event_bounds, parse_edtf
from tests.importers.makers import claims, contents, curated, entities, imported, listed, sources

EVENT: Mapping[str, str] = {
    "id": "7001.0",
    "relid": "RUR-1998-1-1-1",
    "year": "1998.0",
    "code_status": "Clear",
    "type_of_violence": "1.0",
    "side_a_new_id": "900.0",
    "side_a": "Government of Nepal",
    "side_b_new_id": "901.0",
    "side_b": "Hill Front",
    "source_office": "Radio Hills;The Valley Post;Radio Hills",
    "source_date": "1998-05-12;1998-05-13;1998-05-12",
    "source_headline": "Nothing of this is kept",
    "where_prec": "3.0",
    "where_coordinates": "Upper district",
    "adm_1": "Upper zone",
    "latitude": "28.5",
    "longitude": "81.75",
    "country": "Nepal",
    "event_clarity": "1.0",
    "date_prec": "1.0",
    "date_start": "1998-05-10",
    "date_end": "1998-05-10",
    "deaths_a": "1.0",
    "deaths_b": "2.0",
    "deaths_civilians": "0.0",
    "deaths_unknown": "0.0",
    "best": "3.0",
    "high": "5.0",
    "low": "2.0",
}


def written(path: Path, *changes: Mapping[str, str], without: tuple[str, ...] = (), **renamed: str) -> Path:
    """A table of events that differ from the usual one by these cells."""
    columns = [name for name in EVENT if name not in without]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([renamed.get(name, name) for name in columns])
        for change in changes:
            writer.writerow([change.get(name, EVENT[name]) for name in columns])
    return path


def of_event(tmp_path: Path, **changes: str) -> list[Claim]:
    """The claims of one event."""
    imported("ucdp-ged", written(tmp_path / "ged.csv", changes), tmp_path / "out")
    return claims(tmp_path / "out")


def test_two_sides_fight(tmp_path: Path) -> None:
    """A state-based event says that the two fought, with deaths, place and day, in UCDP's voice, and no headline."""
    (claim,) = of_event(tmp_path)
    assert (claim.subject, claim.type, claim.object) == ("country-np", "fights_with", "ucdp-actor-901")
    assert claim.asserted_by == ("ucdp",)
    assert (claim.valid.edtf, claim.valid.inferred, claim.confidence) == ("1998-05-10", None, Confidence.HIGH)
    assert dict(claim.attributes) == {
        "event_id": "7001",
        "deaths_low": 2,
        "deaths_best": 3,
        "deaths_high": 5,
        "deaths_civilians": 0,
        "place": "Upper district, Upper zone, Nepal",
        "place_precision": "district",
        "latitude": 28.5,
        "longitude": 81.75,
    }
    (evidence,) = claim.evidence
    assert evidence.paragraph == 1
    assert evidence.note == (
        "UCDP event 7001; the days are known; reported by Radio Hills (1998-05-12), The Valley Post (1998-05-13); "
        "deaths: Government of Nepal 1, Hill Front 2."
    )
    out = entities(tmp_path / "out")
    assert out["ucdp-actor-901"].label == "Hill Front"
    assert out["ucdp-actor-901"].type == "ArmedGroup"
    assert out["ucdp"].type == "ResearchInstitute"
    (source,) = sources(tmp_path / "out")
    assert (source.author, source.published, source.coverage) == ("ucdp", "1999", "partial")
    assert source.published_inferred


def test_one_side_attacks_civilians(tmp_path: Path) -> None:
    """One-sided violence is an attack on the civilians of the country, who are a class of people."""
    (claim,) = of_event(
        tmp_path, type_of_violence="3", side_a="Taleban", side_b="Civilians", country="Yemen (North Yemen)"
    )
    assert (claim.subject, claim.type, claim.object) == ("taliban", "attacks", "ucdp-civilians-in-yemen")
    civilians = entities(tmp_path / "out")["ucdp-civilians-in-yemen"]
    assert (civilians.type, civilians.generic, civilians.country) == ("Population", True, "YE")
    assert civilians.in_sentence == "civilians in Yemen"


def test_a_side_of_a_non_state_conflict_is_not_called_armed(tmp_path: Path) -> None:
    """Communities fight in non-state conflicts; the same actor is an armed group where it fights a state."""
    communal = {"type_of_violence": "2", "side_a": "Hill people", "side_a_new_id": "902"}
    imported("ucdp-ged", written(tmp_path / "a.csv", communal), tmp_path / "one")
    imported("ucdp-ged", written(tmp_path / "b.csv", communal, {"id": "7002"}), tmp_path / "two")
    assert [entities(tmp_path / "one")[f"ucdp-actor-{n}"].type for n in (901, 902)] == ["Actor", "Actor"]
    assert [entities(tmp_path / "two")[f"ucdp-actor-{n}"].type for n in (901, 902)] == ["ArmedGroup", "Actor"]


def test_governments_side_by_side_stay_together(tmp_path: Path) -> None:
    """Several governments on one side give a claim each, and each says that the pairing is not stated."""
    found = of_event(tmp_path, side_a="Government of Myanmar (Burma), Government of Iran", side_a_new_id="")
    assert [(c.subject, c.attributes["collective"]) for c in found] == [
        ("country-mm", True),
        ("government-of-iran", True),
    ]
    assert {c.attributes["event_id"] for c in found} == {"7001"}


def test_a_name_with_commas_is_one_party(tmp_path: Path) -> None:
    """An alliance that UCDP names by its members is one actor."""
    (claim,) = of_event(tmp_path, side_b="Hill Front, Valley Front, Lake Front")
    assert claim.object == "ucdp-actor-901"
    assert "collective" not in claim.attributes


@pytest.mark.parametrize(
    ("cells", "confidence"),
    [
        ({"event_clarity": "1"}, Confidence.HIGH),
        ({"event_clarity": "2.0"}, Confidence.MEDIUM),
        ({"code_status": "Check - deaths"}, Confidence.LOW),
        ({"code_status": "", "event_clarity": ""}, Confidence.HIGH),
    ],
)
def test_clarity_becomes_confidence(cells: dict[str, str], confidence: Confidence, tmp_path: Path) -> None:
    """Separate events are sure, those out of a summary less so, unclear codes least."""
    assert of_event(tmp_path, **cells)[0].confidence is confidence


@pytest.mark.parametrize(
    ("start", "end", "precision", "edtf", "inferred"),
    [
        ("1998-05-10", "1998-05-10", "1", "1998-05-10", False),
        ("1998-05-10 00:00:00.000", "1998-05-10T00:00:00", "1.0", "1998-05-10", False),
        ("1998-05-10", "1998-05-14", "1", "1998-05-10/1998-05-14", False),
        ("1998-05-10", "1998-05-14", "2", "1998-05-10/1998-05-14", False),
        ("1998-05-11", "1998-05-17", "3", "1998-05-11/1998-05-17", False),
        ("2000-02-01", "2000-02-29", "4", "2000-02", False),
        ("1998-05-01", "1998-05-30", "4", "1998-05-01/1998-05-30", False),
        ("1998-01-01", "1998-12-31", "5", "1998", False),
        ("1998-03-01", "1999-02-28", "5", "1998-03-01/1999-02-28", False),
        ("1998-05-10", "1998-05-10", "2", "1998-05-10~", True),
        ("1998-05-13", "1998-05-13", "3", "1998-05-11/1998-05-17", True),
        ("1998-05-10", "1998-05-10", "4", "1998-05", True),
        ("1998-05-10", "1998-05-10", "5", "1998", True),
    ],
)
def test_days_as_well_as_they_are_known(start: str, end: str, precision: str, edtf: str, inferred: bool) -> None:
    """Each precision has its EDTF; a single day that is not known to be it becomes a span, marked as inferred."""
    valid, words = validity(start, end, precision)
    assert valid.edtf == edtf
    assert (valid.inferred is not None) == inferred
    assert words == PRECISIONS[precision[0]]


@given(st.dates(), st.integers(0, 800), st.sampled_from("12345"))
def test_no_day_is_lost_and_none_is_made_up(first: date, longer: int, precision: str) -> None:
    """Whatever the days, the possible days of the EDTF are those that the table gives; more only if it says so."""
    last = date.fromordinal(min(first.toordinal() + longer, date.max.toordinal()))
    valid, _ = validity(first.isoformat(), last.isoformat(), precision)
    parsed = parse_edtf(valid.edtf)
    bounds = event_bounds(parsed)
    assert bounds.possible_from <= first.toordinal()
    assert last.toordinal() < bounds.possible_to
    if valid.inferred is None:
        assert isinstance(parsed.start, Point)
        assert isinstance(parsed.end, Point)
        assert (parsed.start.first, parsed.end.last) == (first.toordinal(), last.toordinal())


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=5))
def test_days_that_are_none_are_refused(start: str, end: str, precision: str) -> None:
    """Any text gives a valid date or the one refusal that rejects the row."""
    try:
        valid, _ = validity(start, end, precision)
    except Unusable:
        return
    parse_edtf(valid.edtf)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": ""}, "it has no id"),
        ({"id": "7x"}, "id '7x' is no whole number"),
        ({"type_of_violence": "4"}, "type of violence '4' is none of 1, 2 and 3"),
        ({"type_of_violence": ""}, "type of violence '' is none"),
        ({"side_a": " "}, "side_a names nobody"),
        ({"side_b": ""}, "side_b names nobody"),
        ({"date_start": "10/5/1998"}, "date_start '10/5/1998' is no day"),
        ({"date_end": "1998-02-30"}, "date_end '1998-02-30' is no day"),
        ({"date_end": "1998-05-09"}, "date_end 1998-05-09 lies before date_start"),
        ({"date_prec": "0"}, "date_prec '0' is none of 1 to 5"),
        ({"best": "-1"}, "best '-1' is no whole number"),
        ({"best": "many"}, "best 'many' is no whole number"),
        ({"where_prec": "8"}, "where_prec '8' is none of 1 to 7"),
        ({"latitude": "128.5"}, "latitude '128.5' is no number of degrees from -90 to 90"),
        ({"side_b": "Government of Nepal"}, "both ends are 'country-np'"),
    ],
)
def test_a_row_that_makes_no_sense_is_rejected(cells: dict[str, str], reason: str, tmp_path: Path) -> None:
    """The rejected row is named with file, number and reason, and the others stay."""
    table = written(tmp_path / "ged.csv", {}, cells)
    counts = imported("ucdp-ged", table, tmp_path / "out")
    assert (counts.rows, counts.kept, counts.rejected) == (2, 1, 1)
    (line,) = listed(tmp_path / "out", "rejected")
    assert (line["file"], line["row"]) == ("ged.csv", "2")
    assert reason in line["reason"]


def test_what_is_empty_is_left_out(tmp_path: Path) -> None:
    """Figures and places that the table does not give are not made up."""
    (claim,) = of_event(
        tmp_path,
        low="",
        high="",
        where_coordinates="",
        adm_1="",
        country="",
        latitude="",
        where_prec="",
        source_office="",
    )
    assert set(claim.attributes) == {"event_id", "deaths_best", "deaths_civilians"}
    assert "reported" not in claim.evidence[0].note


def test_older_names_of_columns_are_known(tmp_path: Path) -> None:
    """A table with the names of an older release says the same."""
    new = of_event(tmp_path)
    old = written(
        tmp_path / "old.csv",
        {},
        without=("code_status", "relid"),
        best="best_est",
        low="low_est",
        high="high_est",
        side_a_new_id="side_a_id",
        side_b_new_id="SIDE_B_ID",
        type_of_violence="type_of_vi",
        source_office="source_off",
    )
    imported("ucdp-ged", old, tmp_path / "old")
    assert claims(tmp_path / "old") == new


def test_an_event_in_two_files_is_one(tmp_path: Path) -> None:
    """The same event in a second file is merged; one with revised figures is another claim about the same event."""
    files = [written(tmp_path / "a.csv", {}), written(tmp_path / "b.csv", {}, {"best": "4"})]
    counts = imported("ucdp-ged", files, tmp_path / "out")
    assert (counts.rows, counts.kept, counts.merged, counts.claims) == (3, 2, 1, 2)
    assert {c.attributes["event_id"] for c in claims(tmp_path / "out")} == {"7001"}


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """The message says which columns are missing, under all names that they have had."""
    table = written(tmp_path / "ged.csv", {}, without=("best", "date_prec"))
    with pytest.raises(InvalidValue, match=r"no column date_prec or date_precision; no best or best_est"):
        imported("ucdp-ged", table, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_workbook_says_the_same(tmp_path: Path) -> None:
    """The table as .xlsx, with real numbers and days in its cells, gives the same claims."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(list(EVENT))
    typed = [
        float(v) if v.endswith(".0") else date.fromisoformat(v) if n.startswith("date_") else v
        for n, v in EVENT.items()
    ]
    sheet.append(typed)
    sheet.append([None] * len(EVENT))
    book.save(tmp_path / "ged.xlsx")
    counts = imported("ucdp-ged", tmp_path / "ged.xlsx", tmp_path / "out")
    assert (counts.rows, counts.kept) == (1, 1)
    assert claims(tmp_path / "out") == of_event(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("ged.csv", b"", "names no columns"),
        ("ged.csv", b"id,id\n", "two columns are called id"),
        ("ged.csv", b"id,side_a\n", "no column type_of_violence"),
        ("ged.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("ged.xlsx", b"no workbook", "not a workbook"),
        ("ged.xlsx", b"PK\x03\x04 broken", "not a workbook"),
        ("ged.doc", b"", "name a file .csv"),
    ],
)
def test_a_file_that_is_no_table_is_refused(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    """The error is ours, says what is wrong, and leaves nothing behind."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidValue, match=message):
        imported("ucdp-ged", tmp_path / name, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@given(st.dictionaries(st.sampled_from(sorted(EVENT)), st.text(max_size=12), max_size=6))
def test_no_cell_breaks_the_import(tmp_path_factory: pytest.TempPathFactory, cells: dict[str, str]) -> None:
    """Whatever stands in the cells, the row is kept or rejected, or the file refused: nothing else is raised."""
    folder = tmp_path_factory.mktemp("cells")
    table = written(folder / "ged.csv", cells)
    try:
        counts = imported("ucdp-ged", table, folder / "out")
    except RealpolitikError:
        return
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    for claim in claims(folder / "out"):
        parse_edtf(claim.valid.edtf)


@pytest.mark.shared
def test_the_real_sample(shared: Path, tmp_path: Path) -> None:
    """All 1,000 events become claims that fit the ontology, with the file's days and deaths; twice the same bytes."""
    path = shared / "data" / "ucdp" / "ged_sample.csv"
    counts = imported("ucdp-ged", path, tmp_path / "out")
    assert (counts.rows, counts.kept, counts.merged, counts.rejected, counts.partly) == (1000, 1000, 0, 0, 0)
    first = contents(tmp_path / "out")
    imported("ucdp-ged", path, tmp_path / "out")
    assert contents(tmp_path / "out") == first
    found, own = claims(tmp_path / "out"), entities(tmp_path / "out")
    types = {e.id: e.type for e in curated().entities} | {e.id: e.type for e in own.values()}
    checker = Checker(curated().ontology, types.get)
    assert [faults for claim in found if (faults := checker.faults(claim))] == []
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["id"].split(".")[0]: row for row in csv.DictReader(file)}
    kinds = Counter(claim.type for claim in found)
    assert kinds == {"fights_with": 840, "attacks": 160}
    by_event: dict[str, list[Claim]] = {}
    for claim in found:
        by_event.setdefault(claim.attributes["event_id"], []).append(claim)
    assert by_event.keys() == rows.keys()
    for key, row in rows.items():
        for claim in by_event[key]:
            assert claim.attributes["deaths_best"] == int(float(row["best"]))
            assert claim.attributes["latitude"] == float(row["latitude"])
            bounds = event_bounds(parse_edtf(claim.valid.edtf))
            start, end = (date.fromisoformat(row[f"date_{end}"][:10]).toordinal() for end in ("start", "end"))
            assert (bounds.possible_from, bounds.possible_to) == (start, end + 1)
            assert "taliban" in (claim.subject, claim.object) or "Taleban" not in (row["side_a"], row["side_b"])
    assert {r["id"] for r in listed(tmp_path / "out", "resolutions")} >= {"taliban", "islamic-state", "country-sy"}
    assert {r["id"] for r in listed(tmp_path / "out", "resolutions")} >= {"government-of-iran", "india"}
    assert not any(r["name"].startswith("Government") for r in listed(tmp_path / "out", "unresolved"))
