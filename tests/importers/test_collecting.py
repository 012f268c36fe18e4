"""What every importer keeps to: no row is lost, nothing misfits, a folder comes whole or not at all."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType, ModuleType

import pyarrow as pa
import pytest

from app.errors import InvalidValue, MissingExtra, RealpolitikError
from app.importers.about import table_source
from app.importers.collector import Collector, Counts
from app.importers.drafting import Checker, draft
from app.importers.registry import ForeignImporter
from app.importers.running import run
from app.model.claim import Claim, Confidence, Evidence, Stance, Validity
from app.model.entity import Entity
from app.model.records import claim_row
from app.model.tables import CLAIMS
from tests.importers.makers import claims, contents, curated, entities, listed, sources, table

Reader = Callable[[Sequence[Path], Collector], None]
AUTHOR = Entity("gazette-desk", "Organisation", "The Gazette's desk")
PAIRS = ForeignImporter("pairs", "Pairs", "one text file", "tests_pairs", "pairs", "CC0", "Nobody", "A test.")


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reader], ForeignImporter]:
    """Makes an importer of a function."""

    def importer(read: Reader) -> ForeignImporter:
        module = ModuleType("tests_pairs")
        module.__dict__["read"] = read
        monkeypatch.setitem(sys.modules, "tests_pairs", module)
        return PAIRS

    return importer


def pair(to: Collector, left: str, right: str, type_: str = "attacks", **fields: object) -> Claim:
    """A claim between two names."""
    given: dict[str, object] = {
        "source": "pairs",
        "subject": to.resolver.entity(left),
        "type": type_,
        "object": to.resolver.entity(right),
        "voices": [AUTHOR.id],
        "valid": Validity("2019"),
        "evidence": [Evidence(1, "A row.")],
        "confidence": Confidence.MEDIUM,
    }
    return draft(to.ontology, **(given | fields))  # type: ignore[arg-type]


def read_pairs(files: Sequence[Path], to: Collector) -> None:
    """Each line names pairs: `a>b, c>d`."""
    table_source(to, files, author=AUTHOR, published="2020", inferred="the year after")
    for path in files:
        for number, line in to.rows(path.read_text(encoding="utf-8").splitlines()):
            named = [part.strip().split(">") for part in line.split(",") if ">" in part]
            to.add(path.name, number, [pair(to, left, right) for left, right in named])


def test_each_row_is_kept_merged_or_rejected(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """Rows with news are kept, repeated ones merged, others rejected with file, row and reason; the totals hold."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban, Reds>Iran\nReds>Iran\nReds>Reds\nnothing\nReds>India, Blues>Blues\n")
    counts = run(reading(read_pairs), [file], tmp_path / "out", curated())
    assert counts == Counts(
        rows=5, kept=2, claims=3, merged=1, rejected=2, partly=1, entities=2, sources=1, unresolved=2
    )
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    assert [(r["file"], r["row"], r["reason"]) for r in listed(tmp_path / "out", "rejected")] == [
        ("pairs.txt", "3", "both ends are 'pairs-reds'"),
        ("pairs.txt", "4", "says nothing that makes a claim"),
        ("pairs.txt", "5", "in part: both ends are 'pairs-blues'"),
    ]
    assert [(c.subject, c.object) for c in claims(tmp_path / "out")] == [
        ("pairs-reds", "taliban"),
        ("pairs-reds", "iran"),
        ("pairs-reds", "india"),
    ]


def test_the_folder_says_what_it_is(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """Description, entities, sources and the lists of names are there; what nobody names is left out."""
    file, out = tmp_path / "pairs.txt", tmp_path / "out"
    file.write_text("Reds>Government of France\nBlues>Blues\n")
    run(reading(read_pairs), [file], out, curated(), dataset_id="border-pairs", published="2021-05")
    told = json.loads((out / "dataset.json").read_text(encoding="utf-8"))
    assert (told["format"], told["version"], told["importer"]) == ("realpolitik-dataset", 1, "pairs")
    assert told["dataset"]["id"] == "border-pairs"
    assert [i["name"] for i in told["inputs"]] == ["pairs.txt"]
    assert told["counts"]["rows"] == 2
    assert list(entities(out)) == ["country-fr", "gazette-desk", "pairs-reds"]
    (source,) = sources(out)
    assert (source.id, source.author, source.published) == ("border-pairs", "gazette-desk", "2021-05")
    assert source.published_inferred is None
    assert source.coverage == "partial"
    assert [(r["name"], r["id"]) for r in listed(out, "resolutions")] == [("Government of France", "country-fr")]
    assert [(r["name"], r["times"]) for r in listed(out, "unresolved")] == [("Blues", "2"), ("Reds", "1")]


def test_the_same_files_give_the_same_bytes(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """An import done again, over the first, changes nothing."""
    file, out = tmp_path / "pairs.txt", tmp_path / "out"
    file.write_text("Reds>Taleban\n")
    run(reading(read_pairs), [file], out, curated())
    first = contents(out)
    run(reading(read_pairs), [file], out, curated())
    assert contents(out) == first
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "pairs.txt"]


def test_what_fails_leaves_the_old_folder(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """An import that breaks off leaves what was there, and nothing beside it."""
    file, out = tmp_path / "pairs.txt", tmp_path / "out"
    file.write_text("Reds>Taleban\n")
    run(reading(read_pairs), [file], out, curated())
    first = contents(out)

    def breaks(files: Sequence[Path], to: Collector) -> None:
        read_pairs(files, to)
        raise InvalidValue("file", "cut off")

    with pytest.raises(InvalidValue, match="cut off"):
        run(reading(breaks), [file], out, curated())
    assert contents(out) == first
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "pairs.txt"]


def test_a_lost_row_is_noticed(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """An importer that reads a row and says nothing of it cannot finish."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n")

    def loses(files: Sequence[Path], to: Collector) -> None:
        read_pairs(files, to)
        list(to.rows(["one more"]))

    with pytest.raises(RealpolitikError, match="a row was lost"):
        run(reading(loses), [file], tmp_path / "out", curated())
    assert not (tmp_path / "out").exists()


def test_rows_are_told_as_they_are_read(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """Progress is told every thousand rows."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n" * 2500)
    told: list[int] = []
    counts = run(reading(read_pairs), [file], tmp_path / "out", curated(), progress=told.append)
    assert told == [1000, 2000]
    assert (counts.kept, counts.merged) == (1, 2499)


def test_whole_tables_go_in_as_they_are(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """An importer that works on columns hands on Arrow tables, in any order of columns, between single claims."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n")

    def columns(files: Sequence[Path], to: Collector) -> None:
        read_pairs(files, to)
        one = claim_row(pair(to, "Greens", "Iran"))
        to.table(pa.table({name: [one[name]] for name in reversed(CLAIMS)}), [one["subject"]])
        to.tally(rows=2, kept=1, merged=1)

    counts = run(reading(columns), [file], tmp_path / "out", curated())
    assert (counts.rows, counts.kept, counts.merged, counts.claims) == (3, 2, 1, 2)
    assert [c.subject for c in claims(tmp_path / "out")] == ["pairs-reds", "pairs-greens"]
    assert "pairs-greens" in entities(tmp_path / "out")
    assert list(table(tmp_path / "out", "claims")[0]) == list(CLAIMS)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_data_set_is_not_written_over(
    kind: str, reading: Callable[[Reader], ForeignImporter], tmp_path: Path
) -> None:
    """A file, or a folder with anything else in it, is left alone."""
    file, out = tmp_path / "pairs.txt", tmp_path / "out"
    file.write_text("Reds>Taleban\n")
    if kind == "folder":
        out.mkdir()
    thesis = out / "thesis.txt" if kind == "folder" else out
    thesis.write_text("years of work")
    with pytest.raises(InvalidValue, match="is no data set"):
        run(reading(read_pairs), [file], out, curated())
    assert thesis.read_text() == "years of work"


def test_a_place_that_cannot_be_written_is_named(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """A folder below a file cannot be made, and the message says so."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n")
    with pytest.raises(InvalidValue, match="cannot be written"):
        run(reading(read_pairs), [file], file / "out", curated())


def test_many_claims_come_in_their_order(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """Claims keep the order of the rows, however many there are, and tables between them keep their place."""
    file = tmp_path / "pairs.txt"
    file.write_text("".join(f"Reds>G{n}\n" for n in range(20_000)))

    def columns(files: Sequence[Path], to: Collector) -> None:
        read_pairs(files, to)
        one = claim_row(pair(to, "Greens", "Iran"))
        to.table(pa.table({name: [one[name]] for name in CLAIMS}), [one["subject"]])
        to.tally(rows=1, kept=1)

    run(reading(columns), [file], tmp_path / "out", curated())
    ends = [(row["subject"], row["object"]) for row in table(tmp_path / "out", "claims")]
    assert ends == [*(("pairs-reds", f"pairs-g{n}") for n in range(20_000)), ("pairs-greens", "iran")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"dataset_id": "Not A Slug"}, "lowercase"),
        ({"dataset_id": "curated"}, "not taken"),
        ({"published": "soon"}, "EDTF"),
    ],
)
def test_wrong_options_are_refused(
    options: dict[str, str], message: str, reading: Callable[[Reader], ForeignImporter], tmp_path: Path
) -> None:
    """Ids of data sets are slugs that are free, dates are EDTF."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n")
    with pytest.raises(RealpolitikError, match=message):
        run(reading(read_pairs), [file], tmp_path / "out", curated(), **options)  # type: ignore[arg-type]


def test_files_of_one_name_are_refused(reading: Callable[[Reader], ForeignImporter], tmp_path: Path) -> None:
    """Rejected rows name their file, so that no two may be called alike."""
    files = [tmp_path / folder / "pairs.txt" for folder in "ab"]
    for file in files:
        file.parent.mkdir()
        file.write_text("Reds>Taleban\n")
    with pytest.raises(InvalidValue, match=r"two files are called 'pairs\.txt'"):
        run(reading(read_pairs), files, tmp_path / "out", curated())


def test_a_missing_extra_is_named(
    reading: Callable[[Reader], ForeignImporter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pyarrow the error says what to install."""
    file = tmp_path / "pairs.txt"
    file.write_text("Reds>Taleban\n")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'realpolitik\[scale\]'"):
        run(reading(read_pairs), [file], tmp_path / "out", curated())


KINDS = MappingProxyType({"a": "State", "b": "ArmedGroup", "e": "Event", "p": "Place", "v": "Voice"})
GOOD = draft(
    curated().ontology,
    source="s",
    subject="a",
    type="attacks",
    object="b",
    voices=["v"],
    valid=Validity("2019"),
    evidence=[Evidence(1, "n")],
    confidence=Confidence.LOW,
    attributes={
        "deaths_best": 3,
        "weapon": "rifle",
        "due": "2020-05~",
        "collective": True,
        "attribution": "pooled",
        "quantity": {"value": 1, "approximate": False, "words": None},
    },
)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"type": "befriends"}, "unknown relation type 'befriends'"),
        ({"subject": "e"}, "the subject of attacks is Actor, not Event"),
        ({"subject": "nobody"}, "the subject is no known entity"),
        ({"type": "shelters", "object": "e", "attributes": {}}, "the object of shelters is ArmedGroup or Person"),
        ({"object": "a"}, "both ends are 'a'"),
        ({"asserted_by": ()}, "nobody is named"),
        ({"asserted_by": ("e",)}, "'e' is no actor"),
        ({"addressed_to": "p"}, "'p' is no actor"),
        ({"via": "nobody"}, "unknown entity 'nobody'"),
        ({"type": "accuses", "attributes": {}}, "target_claim"),
        ({"evidence": ()}, "paragraph from 1"),
        ({"evidence": (Evidence(0, "n"),)}, "paragraph from 1"),
        ({"valid": Validity("soon")}, "is not an EDTF date"),
        ({"attributes": {"colour": "red"}}, "attacks has no attribute 'colour'"),
        ({"attributes": {"deaths_best": "3"}}, "attribute 'deaths_best' is integer"),
        ({"attributes": {"deaths_best": True}}, "attribute 'deaths_best' is integer"),
        ({"attributes": {"weapon": " "}}, "attribute 'weapon' is text"),
        ({"attributes": {"due": "soon"}}, "attribute 'due' is date"),
        ({"attributes": {"collective": "yes"}}, "attribute 'collective' is boolean"),
        ({"attributes": {"attribution": "mixed"}}, "attribute 'attribution' is pooled"),
        ({"attributes": {"quantity": {"value": 1}}}, "attribute 'quantity' is quantity"),
        ({"type": "invests_in", "attributes": {"amount": float("nan")}}, "attribute 'amount' is number"),
        ({"type": "sends_message_to", "attributes": {"document": "nothing"}}, "attribute 'document' is entity"),
        ({"stance": Stance.DENIES}, None),
    ],
)
def test_what_does_not_fit_is_named(changed: dict[str, object], fault: str | None) -> None:
    """Each rule of the ontology that a claim breaks is told; a claim that fits has no fault."""
    faults = Checker(curated().ontology, KINDS.get).faults(dataclasses.replace(GOOD, **changed))  # type: ignore[arg-type]
    assert (fault or "") in "; ".join(faults)
    assert bool(faults) == (fault is not None)
