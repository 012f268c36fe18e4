"""Event tables: layouts, folding, actors, rejected rows; and that SQL composes what the model composes."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from app.errors import InvalidValue
from app.importers.cameo.codes import codes
from app.importers.cameo.layouts import GDELT_1_COLUMNS, GDELT_2_COLUMNS
from app.importers.collector import Counts
from app.model.claim import Basis, Claim, Confidence, Modality
from app.model.ids import claim_id
from app.model.records import claim_row
from benchmarks import event_tables
from tests.importers import makers

ODD = 'say "it" \\ again \x07 é ’ 𝄞   end'


def icews(path: Path, *rows: Mapping[str, str], header: tuple[str, ...] = event_tables.HEADER) -> Path:
    """An ICEWS table with these rows, each given by what it differs in."""
    common = {
        "Event Date": "2018-05-17",
        "Source Name": "Iran",
        "Source Country": "Iran",
        "CAMEO Code": "042",
        "Target Name": "Pakistan",
        "Target Country": "Pakistan",
        "Story ID": "77",
        "Sentence Number": "3",
        "Publisher": "Invented Newswire",
    }
    filled = [{**common, "Event ID": str(100 + at), **row} for at, row in enumerate(rows)]
    lines = ["\t".join(header), *("\t".join(row.get(name, "") for name in header) for row in filled)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def gdelt(columns: tuple[str, ...], *rows: Mapping[str, str]) -> str:
    """The text of a GDELT table with these rows."""
    common = {
        "SQLDATE": "20180516",
        "DATEADDED": "20180517" if columns is not GDELT_2_COLUMNS else "20180517041500",
        "Actor1Code": "PAKGOV",
        "Actor1Name": "ISLAMABAD",
        "Actor2Code": "IRN",
        "Actor2Name": "IRAN",
        "EventCode": "040",
        "SOURCEURL": "https://news.example/1",
    }
    filled = [{**common, "GLOBALEVENTID": str(500 + at), **row} for at, row in enumerate(rows)]
    return "".join("\t".join(row.get(name, "") for name in columns) + "\n" for row in filled)


def run(tmp_path: Path, *files: Path) -> tuple[Counts, list[Claim]]:
    """Import, and the claims."""
    counts = makers.imported("cameo-events", list(files), tmp_path / "out")
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    assert len(makers.listed(tmp_path / "out", "rejected")) == counts.rejected
    return counts, makers.claims(tmp_path / "out")


def check_composed(folder: Path) -> int:
    """Every row of the claims table is, to the letter, what the model makes of its claim; how many there are."""
    ontology = makers.curated().ontology
    rows = makers.table(folder, "claims")
    for row, claim in zip(rows, makers.claims(folder), strict=True):
        assert row == claim_row(claim)
        assert row["id"] == claim_id(
            source=claim.source,
            paragraphs=[e.paragraph for e in claim.evidence],
            asserted_by=claim.asserted_by,
            addressed_to=None,
            subject=claim.subject,
            relation_type=claim.type,
            object_=claim.object,
            symmetric=ontology.relation_types[claim.type].symmetric,
            stance=claim.stance.value,
            modality=claim.modality.value,
            edtf=claim.valid.edtf,
            attributes=claim.attributes,
            target_claim=None,
        )
    assert len({row["id"] for row in rows}) == len(rows)
    return len(rows)


def test_a_row_becomes_a_claim(tmp_path: Path) -> None:
    """A row of ICEWS says who did what to whom on which day, with code, intensity, story and publisher."""
    _, (claim,) = run(tmp_path, icews(tmp_path / "a.tab", {"City": "Quetta", "Latitude": "30.2", "Longitude": "67.0"}))
    assert (claim.subject, claim.type, claim.object, claim.valid.edtf) == ("iran", "visits", "pakistan", "2018-05-17")
    assert claim.attributes == {"event_code": "042", "event_id": "100", "intensity": 1.9}
    note = claim.evidence[0].note
    assert note == "CAMEO 042, Make a visit: sentence 3 of story 77 (Invented Newswire); Quetta (30.2, 67.0)"


def test_nothing_is_asserted(tmp_path: Path) -> None:
    """The voice is the machine, not the author of the source; confidence is low, the basis implied."""
    _, found = run(tmp_path, icews(tmp_path / "a.tab", {}, {"CAMEO Code": "190"}, {"CAMEO Code": "0311"}))
    authors = {source.author for source in makers.sources(tmp_path / "out")}
    for claim in found:
        assert claim.asserted_by == ("machine-coding-of-icews",)
        assert not authors & set(claim.asserted_by)
        assert (claim.confidence, claim.basis) == (Confidence.LOW, Basis.IMPLIED)
    assert [claim.modality for claim in found] == [Modality.FACT, Modality.FACT, Modality.PLANNED]
    described = json.loads((tmp_path / "out" / "dataset.json").read_text(encoding="utf-8"))["dataset"]
    assert described["id"] == "icews"
    assert described["description"].startswith("Machine-coded")


def test_each_day_is_a_source(tmp_path: Path) -> None:
    """News of a day is a source published on that day, inferred for ICEWS, unless the user says when."""
    table = icews(tmp_path / "a.tab", {}, {"Event Date": "2018-05-18", "CAMEO Code": "010"})
    run(tmp_path, table)
    found = {source.id: source for source in makers.sources(tmp_path / "out")}
    assert list(found) == ["icews-2018-05-17", "icews-2018-05-18"]
    assert found["icews-2018-05-18"].published == "2018-05-18"
    assert found["icews-2018-05-18"].published_inferred
    makers.imported("cameo-events", table, tmp_path / "out", published="2019-01")
    assert {s.published for s in makers.sources(tmp_path / "out")} == {"2019-01"}


def test_guest_and_host_tell_one_visit(tmp_path: Path) -> None:
    """A visit coded by guest and by host on one day is one claim; another day or the way back is another."""
    back = {"Source Name": "Pakistan", "Source Country": "Pakistan", "Target Name": "Iran", "Target Country": "Iran"}
    counts, found = run(
        tmp_path,
        icews(
            tmp_path / "a.tab",
            {},
            {**back, "CAMEO Code": "043"},
            {**back, "CAMEO Code": "042"},
            {"Event Date": "2018-05-18"},
        ),
    )
    assert (counts.rows, counts.kept, counts.merged) == (4, 3, 1)
    assert [(c.subject, c.object, c.valid.edtf[-2:]) for c in found] == [
        ("iran", "pakistan", "17"),
        ("pakistan", "iran", "17"),
        ("iran", "pakistan", "18"),
    ]
    assert "folded from 2 rows" in found[0].evidence[0].note
    assert "folded" not in found[1].evidence[0].note


def test_both_sides_of_a_talk_are_one(tmp_path: Path) -> None:
    """Consultations, calls and agreements are symmetric: both directions of one day are one; attacks are not."""
    back = {"Source Name": "Pakistan", "Source Country": "Pakistan", "Target Name": "Iran", "Target Country": "Iran"}
    rows = [row | {"CAMEO Code": code} for code in ("040", "041", "057", "190") for row in ({}, back)]
    counts, found = run(tmp_path, icews(tmp_path / "a.tab", *rows))
    assert counts.merged == 3
    assert [c.type for c in found] == ["consults_with", "meets_with", "agrees_with", "attacks", "attacks"]


def test_rows_given_twice_are_merged(tmp_path: Path) -> None:
    """The same event in two files is one claim; the same id on another day is another event."""
    one = icews(tmp_path / "a.tab", {"CAMEO Code": "190"})
    two = icews(
        tmp_path / "b.tab", {"CAMEO Code": "190"}, {"CAMEO Code": "190", "Event ID": "100", "Event Date": "2018-06-01"}
    )
    counts, found = run(tmp_path, one, two)
    assert (counts.rows, counts.merged, len(found)) == (3, 1, 2)


def test_a_role_is_an_entity_of_its_own(tmp_path: Path) -> None:
    """A role with a parent is never the parent: type by role, organ of the state only where it is one."""
    names = [
        "Citizen (Iran)",
        "Police (India)",
        "Militant (Taliban)",
        "Government (Pakistan)",
        "Terrorist (India)",
        "Government (Kenya)",
    ]
    run(tmp_path, icews(tmp_path / "a.tab", *({"Source Name": name, "CAMEO Code": "010"} for name in names)))
    found = makers.entities(tmp_path / "out")
    citizens, police = found["cameo-citizen-iran"], found["cameo-police-india"]
    assert (citizens.type, citizens.generic, citizens.organ_of, citizens.country) == ("Population", True, None, "IR")
    assert (police.type, police.organ_of, police.generic) == ("GovernmentOrgan", "india", False)
    assert found["cameo-militant-taliban"].type == "ArmedGroup"
    assert found["cameo-terrorist-india"].label == "Actors coded “Terrorist” (India)"
    assert (found["cameo-government-country-ke"].type, found["cameo-government-country-ke"].organ_of) == (
        "Government",
        "country-ke",
    )
    subjects = {claim.subject for claim in makers.claims(tmp_path / "out")}
    assert "government-of-pakistan" in subjects
    assert not subjects & {"iran", "india", "taliban"}


def test_a_namesake_of_another_country_is_another_person(tmp_path: Path) -> None:
    """A curated person is found by name and country; one of another country has an id of its own."""
    rows = [
        {"Source Name": "Imran Khan", "Source Country": land, "CAMEO Code": "010"} for land in ("Pakistan", "India")
    ]
    _, found = run(tmp_path, icews(tmp_path / "a.tab", *rows))
    assert [claim.subject for claim in found] == ["imran-khan", "cameo-imran-khan-india"]


def test_overrides_come_first(tmp_path: Path) -> None:
    """What the user says of a name goes before its role."""
    table = icews(tmp_path / "a.tab", {"Source Name": "Militant (Taliban)", "CAMEO Code": "010"})
    makers.imported("cameo-events", table, tmp_path / "out", overrides={"Militant (Taliban)": "taliban"})
    assert makers.claims(tmp_path / "out")[0].subject == "taliban"


def test_rejected_rows_are_named(tmp_path: Path) -> None:
    """Each row without a claim is listed with file, number and reason; the number is right after unreadable lines."""
    table = icews(
        tmp_path / "a.tab",
        {},
        {"CAMEO Code": "13y"},
        {"Event Date": "17 May"},
        {"Target Name": "", "Target Country": ""},
        {"Target Name": "Iran", "Target Country": "Iran"},
        {"Event ID": ""},
        {"CAMEO Code": "190", "Longitude": "1\textra"},
    )
    lines = table.read_bytes().split(b"\n")
    lines.insert(2, lines[1].replace(b"Invented", b"\xff\xfe"))
    table.write_bytes(b"\n".join(lines))
    counts, _ = run(tmp_path, icews(tmp_path / "first.tab", {"CAMEO Code": "051"}, {"CAMEO Code": "99"}), table)
    assert (counts.rows, counts.kept, counts.rejected) == (10, 2, 8)
    listed = [(r["file"], r["row"], r["reason"]) for r in makers.listed(tmp_path / "out", "rejected")]
    assert listed == [
        ("first.tab", "2", "unknown CAMEO code 99"),
        ("a.tab", "2", "is not in UTF-8, or cannot be parsed"),
        ("a.tab", "3", "unknown CAMEO code 13y"),
        ("a.tab", "4", "has no date that can be read"),
        ("a.tab", "5", "names no target actor"),
        ("a.tab", "6", "source and target are the same actor"),
        ("a.tab", "7", "has no event id"),
        ("a.tab", "8", "has more columns than the layout"),
    ]


@pytest.mark.parametrize(
    ("columns", "layout"),
    [(GDELT_1_COLUMNS, "gdelt-1"), (GDELT_1_COLUMNS[:57], "gdelt-1"), (GDELT_2_COLUMNS, "gdelt-2")],
)
def test_gdelt_is_known_by_its_columns(tmp_path: Path, columns: tuple[str, ...], layout: str) -> None:
    """Tables of 57, 58 and 61 columns are read; what was added on a day is that day's source."""
    path = tmp_path / "20180517.export.CSV"
    path.write_text(gdelt(columns, {}), encoding="utf-8")
    _, (claim,) = run(tmp_path, path)
    assert (claim.subject, claim.type, claim.object) == ("government-of-pakistan", "consults_with", "iran")
    assert (claim.valid.edtf, claim.source) == ("2018-05-16", f"{layout}-2018-05-17")
    assert ("https://news.example/1" in claim.evidence[0].note) is ("SOURCEURL" in columns)
    assert makers.sources(tmp_path / "out")[0].published_inferred is None


def test_codes_of_actors_are_read(tmp_path: Path) -> None:
    """Country, role and group in an actor's code make the entity; one code is one entity, whatever its names."""
    actors = {
        "IRNCVL": "TEHRAN",
        "AFGINSTAL": "TALIBAN",
        "UGAMIL": "KAMPALA",
        "EUR": "EUROPE",
        "COP": "POLICE",
        "IGOUNO": "UNITED NATIONS",
    }
    rows = [{"Actor1Code": code, "Actor1Name": name, "EventCode": "010"} for code, name in actors.items()]
    path = tmp_path / "a.csv"
    path.write_text(
        gdelt(GDELT_2_COLUMNS, *rows, {"Actor1Code": "IRNCVL", "Actor1Name": "QOM", "EventCode": "010"}),
        encoding="utf-8",
    )
    _, found = run(tmp_path, path)
    made = makers.entities(tmp_path / "out")
    assert [claim.subject for claim in found] == [
        "cameo-civilians-iran",
        "taliban",
        "cameo-military-country-ug",
        "cameo-europe",
        "cameo-police",
        "cameo-igouno",
        "cameo-civilians-iran",
    ]
    kinds = [made[claim.subject].type for claim in found if claim.subject in made]
    assert kinds == [
        "Population",
        "Military",
        "GroupOfStates",
        "GovernmentOrgan",
        "IntergovernmentalOrganisation",
        "Population",
    ]


@pytest.mark.parametrize("packing", ["gz", "zip", "comma"])
def test_packed_and_comma_separated_tables_are_read(tmp_path: Path, packing: str) -> None:
    """Tables come as .gz, as a .zip of one file, or with commas and quotes, and say the same."""
    plain = icews(tmp_path / "a.tab", {"Publisher": "Wire, Invented"}, {"CAMEO Code": "190"})
    text, path = plain.read_text(encoding="utf-8"), tmp_path / f"events.{packing}"
    if packing == "gz":
        path.write_bytes(gzip.compress(text.encode()))
    elif packing == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("events.tab", text)
    else:
        quoted = ("\n".join(",".join(f'"{cell}"' for cell in line.split("\t")) for line in text.splitlines())) + "\n"
        path.write_text(quoted, encoding="utf-8")
    _, expected = run(tmp_path, plain)
    assert run(tmp_path, path)[1] == expected


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    """ICEWS columns may come in any order, and those that nobody needs may be missing."""
    needed = ("Target Country", "Target Name", "CAMEO Code", "Source Country", "Source Name", "Event Date", "Event ID")
    _, (claim,) = run(tmp_path, icews(tmp_path / "a.tab", {}, header=needed))
    assert (claim.subject, claim.object, claim.evidence[0].note) == ("iran", "pakistan", "CAMEO 042, Make a visit")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tb\nc\td\n", "2 columns, which is no event table that is known"),
        ("", "is empty"),
        ("Event ID\tCAMEO Code\n1\t010\n", "without the column Event Date, Source Name"),
    ],
)
def test_what_is_no_event_table_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """A file of another kind, or without a column that is needed, is refused before anything is written."""
    path = tmp_path / "a.tab"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidValue, match=message):
        run(tmp_path, path)
    assert not (tmp_path / "out").exists()


def test_kinds_of_tables_are_not_mixed(tmp_path: Path) -> None:
    """Tables of ICEWS and GDELT are two data sets."""
    other = tmp_path / "b.csv"
    other.write_text(gdelt(GDELT_1_COLUMNS, {}), encoding="utf-8")
    with pytest.raises(InvalidValue, match="import each kind by itself"):
        run(tmp_path, icews(tmp_path / "a.tab", {}), other)


def test_sql_composes_what_the_model_composes(tmp_path: Path) -> None:
    """Ids and details that SQL writes are those of the model, on odd characters and on every code."""
    every = [
        {"CAMEO Code": code.code, "Event ID": f"{at}{ODD}", "Publisher": ODD, "City": f"{ODD}'"}
        for at, code in enumerate(codes())
    ]
    back = {"Source Name": "Pakistan", "Source Country": "Pakistan", "Target Name": "Iran", "Target Country": "Iran"}
    odd = [{"Source Name": f"{ODD} {at}", "CAMEO Code": "040", "Source Country": ""} for at in range(3)]
    counts, _ = run(tmp_path, icews(tmp_path / "a.tab", *every, *(row | back for row in every), *odd))
    assert check_composed(tmp_path / "out") == counts.claims > 500


def test_a_generated_table_goes_in_whole(tmp_path: Path) -> None:
    """A table in the shape of ICEWS18 loses no row and is composed as the model has it."""
    table = tmp_path / "events.tab"
    event_tables.write(30_000, table)
    counts, _ = run(tmp_path, table)
    assert counts.rows == 30_000
    assert counts.merged > 100
    assert check_composed(tmp_path / "out") == counts.claims


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    """A table of several row groups is written in the order of its rows, and twice the same."""
    table = tmp_path / "events.tab"
    event_tables.write(260_000, table)
    makers.imported("cameo-events", table, tmp_path / "out")
    first = makers.contents(tmp_path / "out")
    makers.imported("cameo-events", table, tmp_path / "out")
    assert makers.contents(tmp_path / "out") == first
    details = pq.read_table(tmp_path / "out" / "claims.parquet", columns=["detail"])["detail"].to_pylist()
    order = [int(detail.partition('"event_id":"')[2].partition('"')[0]) for detail in details]
    assert order == sorted(order)
