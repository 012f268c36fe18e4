"""Our own table of claims: every column, in every form of file; nothing is assumed, and what is wrong is named."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidValue, RealpolitikError
from app.importers.claims import COLUMNS, NEEDED
from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Progress, Stance, Validity
from tests.importers.makers import claims, entities, imported, listed, sources

ROOT = Path(__file__).resolve().parents[2]
PLAIN: Mapping[str, str] = {
    "subject": "Government of Iran",
    "type": "arms",
    "object": "Taleban",
    "asserted_by": "Foreign Office of Pakistan",
    "modality": "alleged",
    "valid": "2018~/..",
}
FULL: Mapping[str, str] = {
    **PLAIN,
    "stance": "denies",
    "confidence": "low",
    "hedge": "reportedly",
    "hedge_words": "is said to",
    "progress": "attempted",
    "basis": "implied",
    "addressed_to": "Hill Council",
    "via": "cpec",
    "valid_words": "since last year",
    "valid_inferred": "from the date of the letter",
    "paragraph": "7",
    "note": "A spokesman   said so.",
    "attributes": '{"collective": true}',
    "event_id": "E-9",
    "source": "The Hill Letter",
    "source_title": "A letter",
    "source_author": "Hill Desk",
    "source_published": "2019-05-02",
    "source_language": "fr",
    "source_url": "https://hill.example/letter",
}


def written(path: Path, *rows: Mapping[str, Any]) -> Path:
    """A table with these rows and the columns that occur in them."""
    columns = [name for name in COLUMNS if any(name in row for row in rows)]
    columns += sorted({name for row in rows for name in row if name not in COLUMNS})
    if path.suffix == ".ndjson":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif path.suffix == ".parquet":
        pq.write_table(pa.table({name: [row.get(name) for row in rows] for name in columns}), path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",")
            writer.writerow(columns)
            writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return path


def read(tmp_path: Path, *rows: Mapping[str, Any], name: str = "ours.csv") -> list[Claim]:
    """The claims of a table."""
    imported("claims", written(tmp_path / name, *rows), tmp_path / "out", published="2024")
    return claims(tmp_path / "out")


@pytest.mark.parametrize("name", ["ours.csv", "ours.tsv", "ours.ndjson", "ours.parquet"])
def test_every_column_arrives(name: str, tmp_path: Path) -> None:
    """Each column of a row is in the claim and its source, whatever the form of the file."""
    (claim,) = read(tmp_path, FULL, name=name)
    assert claim.subject == "government-of-iran"
    assert (claim.type, claim.object, claim.asserted_by) == ("arms", "taliban", ("foreign-office-of-pakistan",))
    assert (claim.stance, claim.modality, claim.confidence) == (Stance.DENIES, Modality.ALLEGED, Confidence.LOW)
    assert claim.hedge == Hedge(HedgeKind.REPORTEDLY, "is said to")
    assert (claim.progress, claim.basis, claim.via) == (Progress.ATTEMPTED, Basis.IMPLIED, "cpec")
    assert claim.valid == Validity("2018~/..", "since last year", "from the date of the letter")
    assert claim.evidence == (Evidence(7, "A spokesman   said so."),)
    assert claim.attributes == {"collective": True, "event_id": "E-9"}
    assert claim.addressed_to == "claims-hill-council"
    (source,) = sources(tmp_path / "out")
    assert (source.id, source.title, source.author) == ("claims-the-hill-letter", "A letter", "claims-hill-desk")
    assert (source.published, source.language, source.url) == ("2019-05-02", "fr", "https://hill.example/letter")
    assert (source.paragraphs, source.sha256) == ((), "")
    assert {e.id: e.type for e in entities(tmp_path / "out").values()} == {
        "claims-hill-council": "Actor",
        "claims-hill-desk": "Voice",
    }


def test_what_may_be_left_out_has_a_careful_default(tmp_path: Path) -> None:
    """A plain row affirms with medium confidence; its source is the table, by an author without a name."""
    (claim,) = read(tmp_path, PLAIN)
    assert (claim.stance, claim.modality, claim.confidence) == (Stance.AFFIRMS, Modality.ALLEGED, Confidence.MEDIUM)
    assert claim.evidence == (Evidence(1, "Row 1 of ours.csv."),)
    assert (claim.source, claim.hedge, claim.progress, claim.target_claim) == ("claims", None, None, None)
    (source,) = sources(tmp_path / "out")
    assert (source.id, source.author, source.published) == ("claims", "claims-author", "2024")
    assert source.paragraphs[0].number == 1
    assert entities(tmp_path / "out")["claims-author"].type == "Voice"


@pytest.mark.parametrize("name", NEEDED)
def test_nothing_is_assumed_in_place_of_what_is_needed(name: str, tmp_path: Path) -> None:
    """A row that lacks an end, the type, the voice, the modality or the date is rejected."""
    counts = imported(
        "claims", written(tmp_path / "ours.csv", PLAIN, {**PLAIN, name: " "}), tmp_path / "out", published="2024"
    )
    assert (counts.kept, counts.rejected) == (1, 1)
    assert listed(tmp_path / "out", "rejected")[0]["reason"].startswith(f"{name} is empty")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"subject": "Hill Front"}, "subject 'Hill Front' fits no entity, or several: give subject_type"),
        ({"object_type": "Armoured"}, "object_type 'Armoured' is no entity type"),
        ({"object": "Hill Front", "object_type": "Project"}, "the object of arms is Actor, not Project"),
        ({"type": "befriends"}, "unknown relation type 'befriends'"),
        ({"object": "Government of Iran"}, "both ends are"),
        ({"asserted_by": "[]"}, "asserted_by is a name, or a JSON list of names"),
        ({"asserted_by": '["a", 1]'}, "asserted_by is a name, or a JSON list of names"),
        ({"asserted_by": '["a"'}, "asserted_by is no JSON"),
        ({"asserted_by": "Kabul Times", "asserted_by_type": "Paper"}, "asserted_by_type 'Paper' is no entity type"),
        ({"asserted_by": "Blue Dam", "asserted_by_type": "Project"}, "'claims-project-blue-dam' is no actor"),
        ({"modality": "true"}, "modality 'true' is none of fact, alleged"),
        ({"stance": "yes"}, "stance 'yes' is none of affirms"),
        ({"confidence": "0.9"}, "confidence '0.9' is none of low"),
        ({"hedge": "perhaps"}, "hedge 'perhaps' is none of reportedly"),
        ({"progress": "half"}, "progress 'half' is none of none"),
        ({"basis": "guess"}, "basis 'guess' is none of explicit"),
        ({"valid": "last year"}, "is not an EDTF date"),
        ({"paragraph": "0"}, "paragraph '0' is no number from 1 on"),
        ({"paragraph": "two"}, "paragraph 'two' is no number from 1 on"),
        ({"via": "the letter"}, "via 'the letter' fits no entity"),
        ({"attributes": "x"}, "attributes is no JSON"),
        ({"attributes": "[1]"}, "attributes are a JSON object"),
        ({"attributes": '{"colour": "red"}'}, "arms has no attribute 'colour'"),
        ({"attributes": '{"collective": "yes"}'}, "attribute 'collective' is boolean"),
        ({"attributes": '{"collective": NaN}'}, "NaN is no number"),
        ({"attributes": '{"quantity": 1e999}'}, "attributes cannot be kept"),
        ({"attributes": '{"scope": "\\ud800"}'}, "attributes cannot be kept"),
        ({"attributes": "[" * 100_000}, "attributes is no JSON"),
        ({"type": "accuses"}, "an accusation names the claim"),
        ({"target_claim": "above"}, "target_claim 'above' is neither the key of a row above"),
        ({"source": "Letter", "source_published": "soon"}, "source_published: 'soon' is not an EDTF date"),
        ({"source": "Letter", "source_published": "2018/2019"}, "source_published: '2018/2019' is an interval"),
        ({"source": "Letter", "source_url": "file:///etc"}, "source_url 'file:///etc' is no address"),
    ],
)
def test_a_row_that_makes_no_sense_is_rejected(cells: dict[str, str], reason: str, tmp_path: Path) -> None:
    """The rejected row is named with file, number and reason, and the others stay."""
    table = written(tmp_path / "ours.csv", PLAIN, {**PLAIN, **cells})
    counts = imported("claims", table, tmp_path / "out", published="2024")
    assert (counts.rows, counts.kept, counts.rejected) == (2, 1, 1)
    (line,) = listed(tmp_path / "out", "rejected")
    assert (line["file"], line["row"]) == ("ours.csv", "2")
    assert reason in line["reason"]


def test_names_with_a_type_become_entities(tmp_path: Path) -> None:
    """With its type, a name that is nobody's is an entity of the data set's own; voices may be several."""
    row = {**PLAIN, "object": "Hill Front", "object_type": "ArmedGroup"}
    (claim,) = read(
        tmp_path, {**row, "asserted_by": '["Hill Desk", "Pakistan", "Hill Desk"]', "asserted_by_type": "Organisation"}
    )
    assert claim.object == "claims-hill-front"
    assert claim.asserted_by == ("claims-hill-desk", "pakistan")
    own = entities(tmp_path / "out")
    assert (own["claims-hill-front"].type, own["claims-hill-desk"].type) == ("ArmedGroup", "Organisation")


def test_claims_about_claims(tmp_path: Path) -> None:
    """A row points at a row above by its key, or at a claim elsewhere by its id."""
    what = {**PLAIN, "key": "the-charge"}
    charge = {
        **PLAIN,
        "subject": "pakistan",
        "type": "accuses",
        "object": "iran",
        "asserted_by": "pakistan",
        "modality": "fact",
    }
    first, second, third = read(
        tmp_path, what, {**charge, "target_claim": "the-charge"}, {**charge, "target_claim": "0123456789abcdef0123"}
    )
    assert (second.target_claim, third.target_claim) == (first.id, "0123456789abcdef0123")


def test_a_key_is_used_once(tmp_path: Path) -> None:
    """Two rows of one key cannot be told apart, so that the second is rejected; a rejected row lends no key."""
    bad = {**PLAIN, "key": "b", "type": "befriends"}
    rows = ({**PLAIN, "key": "a"}, {**PLAIN, "key": "a", "paragraph": "2"}, bad, {**PLAIN, "target_claim": "b"})
    counts = imported("claims", written(tmp_path / "ours.csv", *rows), tmp_path / "out", published="2024")
    assert (counts.kept, counts.rejected) == (1, 3)
    reasons = [line["reason"] for line in listed(tmp_path / "out", "rejected")]
    assert reasons[0] == "a row above has the key 'a'"
    assert reasons[2].startswith("target_claim 'b' is neither")


def test_rows_that_say_the_same_merge(tmp_path: Path) -> None:
    """Another note makes no other claim; another paragraph, voice or modality does."""
    rows = (PLAIN, {**PLAIN, "note": "Again."}, {**PLAIN, "paragraph": "2"}, {**PLAIN, "modality": "fact"})
    counts = imported("claims", written(tmp_path / "ours.csv", *rows), tmp_path / "out", published="2024")
    assert (counts.rows, counts.kept, counts.claims, counts.merged, counts.rejected) == (4, 3, 3, 1, 0)


def test_the_first_row_describes_a_source(tmp_path: Path) -> None:
    """A source is what the first good row says; its own date goes before the one that is given for all."""
    letter = {**PLAIN, "source": "The letter", "source_published": "2019", "source_title": "One"}
    read(tmp_path, letter, {**letter, "paragraph": "2", "source_title": "Two", "source_published": "2021"}, PLAIN)
    assert [(s.id, s.title, s.published) for s in sources(tmp_path / "out")] == [
        ("claims", "Table of claims", "2024"),
        ("claims-the-letter", "One", "2019"),
    ]


def test_without_a_date_of_the_source_nothing_is_known(tmp_path: Path) -> None:
    """Where neither row nor option says when the source came out, the row is rejected."""
    counts = imported("claims", written(tmp_path / "ours.csv", PLAIN), tmp_path / "out")
    assert (counts.kept, counts.rejected) == (0, 1)
    assert "source_published is empty" in listed(tmp_path / "out", "rejected")[0]["reason"]


def test_names_of_another_table_are_other_names(tmp_path: Path) -> None:
    """Own ids and claim ids begin with the data set, whose title and licence can be told."""
    table = written(tmp_path / "ours.csv", {**PLAIN, "object": "Hill Front", "object_type": "ArmedGroup"})
    told = {"title": "Hill claims", "licence": "CC0", "attribution": "Hill Desk"}
    imported("claims", table, tmp_path / "out", published="2024", dataset_id="hills", described=told)
    assert [c.object for c in claims(tmp_path / "out")] == ["hills-hill-front"]
    info = json.loads((tmp_path / "out" / "dataset.json").read_text(encoding="utf-8"))["dataset"]
    assert (info["id"], info["title"], info["licence"], info["attribution"]) == ("hills", *told.values())
    with pytest.raises(InvalidValue, match="begins like the ids of another importer"):
        imported("claims", table, tmp_path / "no", published="2024", dataset_id="ucdp-and-more")


def test_an_override_decides(tmp_path: Path) -> None:
    """What the user says that a name means holds for ends and voices."""
    table = written(tmp_path / "ours.csv", {**PLAIN, "subject": "Kabul", "asserted_by": "Islamabad"})
    overrides = {"KABUL": "government-of-afghanistan", "Islamabad": "government-of-pakistan"}
    imported("claims", table, tmp_path / "out", published="2024", overrides=overrides)
    (claim,) = claims(tmp_path / "out")
    assert (claim.subject, claim.asserted_by) == ("government-of-afghanistan", ("government-of-pakistan",))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("ours.csv", b"subject,type\n", "it lacks object, asserted_by, modality, valid"),
        ("ours.csv", ",".join([*NEEDED, "colour"]).encode(), "no column may be called colour"),
        ("ours.parquet", b"PAR1", "not a Parquet file"),
        ("ours.csv", b"subject\n\xff", "not UTF-8|it lacks"),
    ],
)
def test_a_file_that_is_no_table_of_claims_is_refused(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    """The error says what is missing or in the way."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidValue, match=message):
        imported("claims", tmp_path / name, tmp_path / "out", published="2024")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"colour": 1}', "there is no column 'colour'"),
        ('{"subject": "\\ud800"}', "half a character"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_rejected(line: str, reason: str, tmp_path: Path) -> None:
    """One bad line of NDJSON rejects that line alone."""
    (tmp_path / "ours.ndjson").write_text(f"{json.dumps(dict(PLAIN))}\n\n{line}\n", encoding="utf-8")
    counts = imported("claims", tmp_path / "ours.ndjson", tmp_path / "out", published="2024")
    assert (counts.rows, counts.kept, counts.rejected) == (2, 1, 1)
    assert reason in listed(tmp_path / "out", "rejected")[0]["reason"]


def test_a_line_with_too_few_cells_is_rejected(tmp_path: Path) -> None:
    """A row of another width than the first line is not guessed at."""
    (tmp_path / "ours.csv").write_text(",".join(NEEDED) + "\n" + "a,b\n", encoding="utf-8")
    counts = imported("claims", tmp_path / "ours.csv", tmp_path / "out", published="2024")
    assert counts.rejected == 1
    assert listed(tmp_path / "out", "rejected")[0]["reason"] == "has 2 cells where the first line has 6"


def test_values_of_other_types_are_read_as_text(tmp_path: Path) -> None:
    """Numbers, lists and objects in NDJSON and Parquet mean what their text means."""
    row = {**PLAIN, "paragraph": 3, "asserted_by": ["iran", "pakistan"], "attributes": {"collective": True}}
    (claim,) = read(tmp_path, row, name="ours.ndjson")
    assert claim.evidence[0].paragraph == 3
    assert claim.asserted_by == ("iran", "pakistan")
    assert claim.attributes == {"collective": True}
    assert [c.id for c in read(tmp_path, row, name="ours.parquet")] == [claim.id]


def test_every_column_is_documented() -> None:
    """The page has a row for each column, with the very words of the code."""
    page = (ROOT / "docs" / "importers" / "claims.md").read_text(encoding="utf-8")
    for name, words in COLUMNS.items():
        assert f"| `{name}`{' **needed**' if name in NEEDED else ''} | {words} |" in page


@given(st.dictionaries(st.sampled_from(sorted(COLUMNS)), st.text(max_size=12), max_size=8))
def test_no_cell_breaks_the_import(tmp_path_factory: pytest.TempPathFactory, cells: dict[str, str]) -> None:
    """Whatever stands in the cells, the row is kept or rejected, or the file refused: nothing else is raised."""
    folder = tmp_path_factory.mktemp("cells")
    try:
        counts = imported("claims", written(folder / "ours.csv", {**PLAIN, **cells}), folder / "out", published="2024")
    except RealpolitikError:
        return
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    assert len(claims(folder / "out")) == counts.claims


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(COLUMNS)), JSON, max_size=6))
def test_no_json_breaks_the_import(tmp_path_factory: pytest.TempPathFactory, cells: dict[str, Any]) -> None:
    """Whatever values NDJSON holds, the row is kept or rejected: nothing is raised."""
    folder = tmp_path_factory.mktemp("json")
    counts = imported("claims", written(folder / "ours.ndjson", {**PLAIN, **cells}), folder / "out", published="2024")
    assert counts.rows == 1 == counts.kept + counts.rejected
