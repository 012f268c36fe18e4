"""A build on an engine gives, byte for byte, what building in memory and writing gives."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.building import memory, stored
from app.building.distributed.build import Built, build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from app.loading.load import load
from app.model.dataset import Dataset
from tests.building.folders import contents, parted
from tests.conformance.strategies import DATASETS, worlds
from tests.worlds import WORLDS, World

ROOT = Path(__file__).parents[2]


def silent(step: str, done: int, total: int) -> None:
    """Nobody looks."""


def built(
    curated: Dataset, folders: list[Path], target: Path, *, memory: str = "1GB", threads: int = 2, **more: Any
) -> Built:
    """Build on DuckDB."""
    opened = [open_folder(folder) for folder in folders]
    return build(curated, opened, target, engine_of("duckdb", memory, threads), tell=silent, **more)


def same(target: Path, whole: Dataset, oracle: Path) -> None:
    """Assert that a snapshot is what the plain way makes of the whole."""
    stored.write(memory.build(whole), oracle)
    found, wanted = contents(target), contents(oracle)
    assert [name for name in wanted if found.get(name) != wanted[name]] == []
    assert found.keys() == wanted.keys()


def test_the_curated_graph_alone(tmp_path: Path) -> None:
    """Without any data set, the snapshot is the curated graph."""
    curated = load(ROOT / "graph_data", ROOT / "seeds")
    found = built(curated, [], tmp_path / "built")
    same(tmp_path / "built", curated, tmp_path / "oracle")
    assert (found.rows, found.kept) == (len(curated.claims), memory.build(curated).columns.claim_relation.size)


@pytest.mark.parametrize("name", WORLDS)
def test_named_worlds(name: str, tmp_path: Path) -> None:
    """All data sets of each named world on disk, nothing but the rest curated."""
    whole = WORLDS[name]().dataset()
    curated, folders = parted(whole, [d.id for d in whole.datasets], tmp_path, random.Random(name))
    built(curated, folders, tmp_path / "built")
    same(tmp_path / "built", whole, tmp_path / "oracle")


@settings(deadline=None, max_examples=25)
@given(worlds(), st.lists(st.sampled_from(DATASETS), unique=True), st.randoms(use_true_random=False))
def test_any_world(world: World, keys: list[str], rng: random.Random) -> None:
    """Merges, duplicates, loops, symmetric pairs, odd dates, in one data set or several, rows in any order."""
    whole = world.dataset()
    keys = [key for key in keys if any(d.id == key for d in whole.datasets)]
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        curated, folders = parted(whole, keys, at, rng)
        found = built(curated, folders, at / "built", threads=rng.choice([1, 3]))
        same(at / "built", whole, at / "oracle")
        assert found.rows == found.kept + found.duplicates + found.loops
        assert found.loops >= 0 <= found.duplicates
