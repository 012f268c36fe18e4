"""What a build refuses: it names the data set, the claim and what is missing, and leaves the old snapshot as it was."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from app.building.distributed.build import Built, build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from app.building.distributed.joining import without_claims
from app.errors import InvalidDataset
from app.model.claim import Claim
from app.model.dataset import Dataset
from app.model.entity import Entity
from app.model.records import claim_row, entity_record, source_record, text_of
from app.model.source import DatasetInfo
from app.snapshot.stored import open_snapshot
from tests.building.folders import write_folder, write_rows
from tests.worlds import World

INFO = DatasetInfo("events", "Events", "CC0-1.0", "nobody", "A test.")


def curated() -> Dataset:
    """Two states, of which one took in another, and what a gazette says of them."""
    world = World()
    world.state("myanmar", was=["burma"])
    world.state("laos")
    world.source("gazette")
    world.claim("laos", "supports", "myanmar")
    return world.dataset()


def events(*claims: dict[str, Any], entities: tuple[Entity, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """Rows of a data set with one source, and a claim for each set of changes to a good one."""
    world = World()
    world.source("table", dataset="events")
    world.claim("burma", "tense_with", "laos", by="table-author")
    made = world.dataset()
    authors = [e for e in made.entities if e.id == "table-author"]
    return {
        "entities": [{"id": e.id, "type": e.type, "record": text_of(entity_record(e))} for e in (*authors, *entities)],
        "sources": [{"id": s.id, "record": text_of(source_record(s))} for s in made.sources],
        "claims": [
            claim_row(made.claims[0]) | {"id": f"{n:020x}"} | changes for n, changes in enumerate(claims or ({},))
        ],
    }


def made(at: Path, tables: dict[str, list[dict[str, Any]]], whole: Dataset | None = None) -> Built:
    """Build the rows together with the curated world."""
    folder = write_rows(at / "events", INFO, tables)
    return build(whole or curated(), [open_folder(folder)], at / "snapshot", engine_of("duckdb", "1GB"), tell=told)


def told(step: str, done: int, total: int) -> None:
    """Nobody looks."""


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"subject": "atlantis"}, "its subject 'atlantis' is an entity that no data set describes"),
        ({"object": "atlantis"}, "its object 'atlantis'"),
        ({"addressed_to": "atlantis"}, "it is addressed to 'atlantis'"),
        ({"voices": '["laos","atlantis"]'}, "its voice 'atlantis'"),
        ({"voices": "laos"}, "its voices 'laos' are no JSON list of ids"),
        ({"voices": None}, "its voices None are no JSON list"),
        ({"type": "befriends"}, "its type 'befriends' is not in the ontology"),
        ({"source": "nowhere"}, "its source 'nowhere' is in no data set"),
        ({"edtf": "yesterday"}, "'yesterday' is not an EDTF date"),
        ({"edtf": None}, "is not an EDTF date"),
        ({"stance": "hopes"}, "its stance 'hopes' is none of affirms, denies, questions"),
        ({"modality": None}, "its modality None is none of fact"),
        ({"confidence": "total"}, "its confidence 'total'"),
        ({"progress": "stalled"}, "its progress 'stalled' is none of none, attempted"),
    ],
    ids=lambda value: "-".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else "",
)
def test_a_claim_that_refers_to_nothing_is_named(tmp_path: Path, changes: dict[str, Any], fault: str) -> None:
    """The message has the data set, the claim's id and what is missing."""
    with pytest.raises(InvalidDataset) as error:
        made(tmp_path, events({}, changes))
    assert str(tmp_path / "events") in str(error.value)
    assert f"claim {1:020x}: " in str(error.value)
    assert fault in str(error.value)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": "xyz"}, "the id 'xyz', which is not 20 hexadecimal digits"),
        ({"id": "A" * 20}, "which is not 20"),
        ({"id": None}, "the id None"),
        ({"detail": None}, "no detail"),
    ],
)
def test_a_claim_that_is_none_is_refused(tmp_path: Path, changes: dict[str, Any], fault: str) -> None:
    """Without an id, or without its rest, a row is no claim; its source is named."""
    with pytest.raises(InvalidDataset, match=f"{re.escape(fault)}.* in the source 'table'"):
        made(tmp_path, events({}, changes))


def test_the_old_snapshot_stays(tmp_path: Path) -> None:
    """A build that fails changes nothing and leaves nothing behind."""
    first = made(tmp_path, events())
    before = sorted(p.name for p in (tmp_path / "snapshot").iterdir())
    with pytest.raises(InvalidDataset):
        made(tmp_path, events({"subject": "atlantis"}))
    assert sorted(p.name for p in (tmp_path / "snapshot").iterdir()) == before
    assert open_snapshot(tmp_path / "snapshot").id == first.snapshot


def test_one_id_for_two_claims_is_refused(tmp_path: Path) -> None:
    """An id is a hash of what is said; where two different things have it, something is wrong with the import."""
    with pytest.raises(InvalidDataset, match=r"two claims that differ have the id 0{20}"):
        made(tmp_path, events({}, {"id": "0" * 20, "type": "supports"}))


def test_a_source_belongs_to_one_data_set(tmp_path: Path) -> None:
    """A source that two data sets have is refused, with both named."""
    tables = events()
    tables["sources"] += [{"id": s.id, "record": text_of(source_record(s))} for s in curated().sources]
    with pytest.raises(InvalidDataset, match="the source 'gazette', as has the curated graph"):
        made(tmp_path, tables)


def test_a_data_set_comes_once(tmp_path: Path) -> None:
    """The same data set twice is a mistake of who typed the command."""
    folders = [open_folder(write_rows(tmp_path / name, INFO, events())) for name in ("one", "two")]
    with pytest.raises(InvalidDataset, match=r"'events', as is .*one; name each data set once"):
        build(curated(), folders, tmp_path / "snapshot", engine_of("duckdb", "1GB"), tell=told)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"author": "nobody"}, "by 'nobody', whom no data set describes"),
        ({"dataset": "lost"}, "of the unknown data set 'lost'"),
        ({"published": "2019/.."}, "no latest publication date"),
        ({"published": "soon"}, "'soon' is not an EDTF date"),
    ],
)
def test_a_source_that_fits_nothing_is_refused(tmp_path: Path, changes: dict[str, Any], fault: str) -> None:
    """Author, data set and date of publication must be there."""
    tables = events()
    record = json.loads(tables["sources"][0]["record"]) | changes
    tables["sources"][0]["record"] = text_of(record)
    with pytest.raises(InvalidDataset, match=fault):
        made(tmp_path, tables)


@pytest.mark.parametrize(
    ("entities", "fault"),
    [
        ((Entity("x", "Wizard", "X"),), "'x' of the unknown type 'Wizard'"),
        ((Entity("x", "State", "X", organ_of="y"),), "'x' as an organ of 'y', which no data set describes"),
        (
            (Entity("x", "Ministry", "X", organ_of="y"), Entity("y", "Ministry", "Y", organ_of="x")),
            "an organ of itself: x < y < x",
        ),
        ((Entity("x", "State", "X"), Entity("x", "State", "Z")), "describes 'x' twice, and not alike"),
    ],
)
def test_an_entity_that_fits_nothing_is_refused(tmp_path: Path, entities: tuple[Entity, ...], fault: str) -> None:
    """Type and what it is an organ of must be there, and nothing is an organ of itself."""
    with pytest.raises(InvalidDataset, match=re.escape(fault)):
        made(tmp_path, events(entities=entities))


def test_the_curated_record_of_an_entity_wins(tmp_path: Path) -> None:
    """What is curated stays; where a data set says it is something else, that is reported; a merged id stays merged."""
    others = (Entity("laos", "City", "Elsewhere"), Entity("burma", "State", "Burma"), Entity("new", "State", "New"))
    found = made(tmp_path, events(entities=others))
    snapshot = open_snapshot(tmp_path / "snapshot")
    labels = {e.id: e.label for e in snapshot.entities}
    assert (labels["laos"], labels["new"], "burma" in labels) == ("Laos", "New", False)
    assert [c.subject for c in snapshot.claims if c.type == "tense_with"] == ["laos"]
    assert len(found.disagreements) == 1
    assert "'laos' is a City, in the curated graph a State" in found.disagreements[0]


def test_of_two_data_sets_the_first_by_id_names_an_entity(tmp_path: Path) -> None:
    """In whatever order data sets are given, the same record of an entity is kept."""
    infos = [dataclasses.replace(INFO, id=key) for key in ("aa", "bb")]
    folders = [
        open_folder(write_folder(tmp_path / info.id, info, [Entity("atlantis", "State", f"Of {info.id}")]))
        for info in infos
    ]
    for given in (folders, folders[::-1]):
        build(curated(), given, tmp_path / "snapshot", engine_of("duckdb", "1GB"), tell=told)
        assert {e.label for e in open_snapshot(tmp_path / "snapshot").entities} >= {"Of aa"}


def test_of_a_claim_said_twice_the_same_row_is_kept(tmp_path: Path) -> None:
    """Two rows with one id that differ in their notes: whichever comes first, the same one stays."""
    notes = [text_of({"evidence": [[1, note]]}) for note in ("B.", "A.", "C.")]
    kept = set()
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        found = made(tmp_path, events(*({"id": "0" * 20, "detail": notes[n]} for n in order)))
        assert (found.rows, found.kept, found.duplicates, found.loops) == (4, 2, 2, 0)
        kept |= {c.evidence[0].note for c in open_snapshot(tmp_path / "snapshot").claims if c.type == "tense_with"}
    assert kept == {"A."}


def test_without_curated_claims_the_entities_stay(tmp_path: Path) -> None:
    """What the curated documents claim can be left out; what names were resolved to is there all the same."""
    made(tmp_path, events(), without_claims(curated()))
    snapshot = open_snapshot(tmp_path / "snapshot")
    assert (list(snapshot.sources), list(snapshot.datasets)) == (["table"], ["events"])
    claims: list[Claim] = list(snapshot.claims)
    assert [(c.subject, c.object) for c in claims] == [("laos", "myanmar")]


def broken_json(folder: Path) -> None:
    (folder / "dataset.json").write_text("{", encoding="utf-8")


def no_json(folder: Path) -> None:
    (folder / "dataset.json").unlink()


def foreign(folder: Path) -> None:
    (folder / "dataset.json").write_text('{"format": "something"}', encoding="utf-8")


def newer(folder: Path) -> None:
    text = (folder / "dataset.json").read_text(encoding="utf-8")
    (folder / "dataset.json").write_text(json.dumps(json.loads(text) | {"version": 99}), encoding="utf-8")


def no_table(folder: Path) -> None:
    (folder / "claims.parquet").unlink()


def truncated(folder: Path) -> None:
    whole = (folder / "sources.parquet").read_bytes()
    (folder / "sources.parquet").write_bytes(whole[: len(whole) // 2])


def other_columns(folder: Path) -> None:
    pq.write_table(pa.table({"id": pa.array([1, 2])}), folder / "entities.parquet")


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (broken_json, "dataset.json: cannot be read"),
        (no_json, "holds no dataset.json, so it is no data set"),
        (foreign, "does not name the format 'realpolitik-dataset'"),
        (newer, "has version 99, this program reads version 1"),
        (no_table, "claims.parquet: is missing"),
        (truncated, "sources.parquet: cannot be read"),
        (other_columns, r"entities.parquet: does not have the columns of a data set \(id: int64, type: missing"),
    ],
)
def test_a_folder_that_is_no_data_set_is_refused(tmp_path: Path, damage: Any, fault: str) -> None:
    """The file and the fault are named before anything is built."""
    folder = write_rows(tmp_path / "events", INFO, events())
    damage(folder)
    with pytest.raises(InvalidDataset, match=fault):
        open_folder(folder)


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ("{", "a record 'new' that cannot be read"),
        ("{}", "a record 'new' that cannot be read"),
        ('{"id":"x","type":"State","label":"X"}', "the id 'new' beside the record of 'x'"),
    ],
)
def test_a_record_that_cannot_be_read_is_named(tmp_path: Path, record: str, fault: str) -> None:
    """A record that is no JSON, or lacks a field, or has another id than its row, is named with its table."""
    for record, fault in (
        ("{", "'new' that cannot be read"),
        ("{}", "'new' that"),
        ('{"id":"x","type":"State","label":"X"}', "beside"),
    ):
        tables = events()
        tables["entities"].append({"id": "new", "type": "State", "record": record})
        with pytest.raises(InvalidDataset, match=f"entities.parquet: .*{fault}"):
            made(tmp_path, tables)
