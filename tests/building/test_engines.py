"""The same bytes from any engine, however much memory and however many threads it has, in whatever order rows come."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from app.building.distributed.build import build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from app.errors import BoundExceeded, InvalidValue, MissingExtra
from tests.building.crowd import crowd
from tests.building.folders import contents

ROWS = 60_000


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A snapshot of a crowd, built with memory enough, beside the data sets that it was built of."""
    at = tmp_path_factory.mktemp("crowd")
    made(at, at / "snapshot", "2GB", 2)
    return at / "snapshot"


def made(at: Path, target: Path, memory: str, threads: int, *, shuffled: int | None = None) -> None:
    """Build the crowd."""
    curated, folders = crowd(at, ROWS, shuffled=shuffled)
    opener = engine_of("duckdb", memory, threads)
    build(curated, [open_folder(f) for f in folders], target, opener, tell=lambda *_: None)


def test_a_crowd_has_all_that_a_build_must_settle(tmp_path: Path) -> None:
    """There are loops and claims said twice; the rows that went in are the rows that are accounted for."""
    curated, folders = crowd(tmp_path, 2_000)
    opened = [open_folder(f) for f in folders]
    found = build(curated, opened, tmp_path / "s", engine_of("duckdb", "1GB"), tell=lambda *_: None)
    assert found.rows == sum(f.claims for f in opened) + len(curated.claims)
    assert found.rows == found.kept + found.duplicates + found.loops
    assert min(found.kept, found.duplicates, found.loops) > 0


@pytest.mark.parametrize(("memory", "threads", "shuffled"), [("2GB", 1, 3), ("2GB", 4, 5)])
def test_neither_threads_nor_the_order_of_rows_count(
    plain: Path, tmp_path: Path, memory: str, threads: int, shuffled: int
) -> None:
    """One thread or four, rows in any order: the same files; only the hashes of the shuffled inputs differ."""
    made(tmp_path, tmp_path / "snapshot", memory, threads, shuffled=shuffled)
    assert contents(tmp_path / "snapshot") == contents(plain)


def test_with_the_least_memory_that_suffices(plain: Path, tmp_path: Path) -> None:
    """With hardly more memory than DuckDB refuses to work with, a build comes to the same and leaves nothing behind."""
    for memory in range(80, 200, 12):
        with contextlib.suppress(BoundExceeded):
            made(tmp_path, tmp_path / "snapshot", f"{memory}MB", 1)
            break
    else:
        raise AssertionError("no memory sufficed")
    assert contents(tmp_path / "snapshot") == contents(plain)
    assert sorted(p.name[:5] for p in (tmp_path / "snapshot").iterdir()) == ["data-", "manif"]


def test_what_does_not_fit_is_spilled(tmp_path: Path) -> None:
    """Sorting more than the limit of memory holds writes to the scratch folder, and the order is right all the same."""
    keys = np.random.default_rng(1).permutation(1_200_000)
    texts = pa.array([f"{key:060}" for key in keys.tolist()])
    pq.write_table(pa.table({"key": keys, "text": texts}), tmp_path / "rows.parquet")
    spilled, sorted_keys = 0, []
    with engine_of("duckdb", "80MB", 1)(tmp_path) as engine:
        for batch in engine.batches(engine.read(tmp_path / "rows.parquet").order_by("key")):
            files = [f for f in (tmp_path / "spilled").rglob("*") if f.is_file()]
            spilled = max(spilled, sum(f.stat().st_size for f in files))
            sorted_keys.append(batch.column("key").to_numpy())
    assert spilled > 10_000_000
    assert np.array_equal(np.concatenate(sorted_keys), np.arange(len(keys)))


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    """Where even spilling needs more memory than allowed, the message says what to do, and no snapshot is begun."""
    with pytest.raises(BoundExceeded, match="--memory"):
        made(tmp_path, tmp_path / "snapshot", "20MB", 1)
    assert list((tmp_path / "snapshot").iterdir()) == []


def test_the_manifest_names_the_inputs(plain: Path) -> None:
    """Each data set with its name and the hash of each file, and what was curated with the hash of its content."""
    inputs: list[dict[str, Any]] = json.loads((plain / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    assert [i["name"] for i in inputs] == ["the curated graph", "first", "second"]
    assert set(inputs[1]["files"]) == {"dataset.json", "claims.parquet", "entities.parquet", "sources.parquet"}
    assert (
        inputs[1]["files"]["claims.parquet"]
        == open_folder(plain.parent / "first").as_input()["files"]["claims.parquet"]
    )


@pytest.mark.parametrize("name", ["sqlite", "spark://", "spark", ""])
def test_an_unknown_engine_is_refused(name: str) -> None:
    """What is no engine is refused with the names of those that are."""
    with pytest.raises(InvalidValue, match="spark://HOST:PORT"):
        engine_of(name, "1GB")


@pytest.mark.parametrize("memory", ["much", "4", "-1GB", "4 TB", "0GB"])
def test_memory_has_a_unit(memory: str) -> None:
    """A size that nobody can read is refused with one that can be."""
    with pytest.raises(InvalidValue, match="4GB"):
        engine_of("duckdb", memory)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a package is not installed, the message says which extra brings it."""
    monkeypatch.setattr("app.building.distributed.engine.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"realpolitik\[scale\]"):
        engine_of("duckdb", "1GB")
