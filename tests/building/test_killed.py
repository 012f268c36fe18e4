"""A build that is killed at any point leaves the old snapshot as it was, and the next build clears what it left."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from app.building import memory, stored
from app.model.dataset import Dataset
from app.snapshot import folder as snapshot_folder
from app.snapshot.stored import open_snapshot
from tests.building.killing import build_whole
from tests.worlds import WORLDS, World

KILLS = 12
EVERY = 40  # of the last steps, among them all renames, each is tried; of those before, which only write, one in nine


def older() -> Dataset:
    """Another world, which is there before."""
    world = World()
    world.claim("ruritania", "supports", "graustark")
    return world.dataset()


def clean(target: Path) -> bool:
    """Whether there is one snapshot and nothing else; `verified.json` is what opening it remembers."""
    names = sorted(p.name for p in target.iterdir())
    return [n for n in names if n != "verified.json"] == [next(n for n in names if n[:5] == "data-"), "manifest.json"]


def test_killed_after_any_time(tmp_path: Path) -> None:
    """SIGKILL after ever longer times: what is there is the old snapshot or the new one, whole."""
    stored.write(memory.build(older()), tmp_path / "kept")
    old = open_snapshot(tmp_path / "kept").id
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.building.killing", "duckdb", "ibis", "pyarrow.parquet"])
    target = tmp_path / "snapshot"
    warming = context.Process(target=str)  # the first process waits for all that is loaded in advance
    warming.start()
    warming.join()
    started = time.perf_counter()
    process = context.Process(target=build_whole, args=(tmp_path,))
    process.start()
    process.join()
    took = time.perf_counter() - started
    assert process.exitcode == 0
    new = open_snapshot(target).id
    found, ended = set(), set()
    for n in range(KILLS):
        shutil.rmtree(target)
        shutil.copytree(tmp_path / "kept", target)
        process = context.Process(target=build_whole, args=(tmp_path,))
        process.start()
        time.sleep(took * n / (KILLS - 5))
        process.kill()
        process.join()
        ended.add(process.exitcode)
        found.add(open_snapshot(target).id)
    assert old in found <= {old, new}
    assert -9 in ended <= {0, -9}
    build_whole(tmp_path)
    assert open_snapshot(target).id == new
    assert clean(target)


class Killed(BaseException):
    """The process is no more: nothing that comes after happens."""


@contextmanager
def killed_at(monkeypatch: pytest.MonkeyPatch, last: int) -> Iterator[list[int]]:
    """Let so many steps on the disk happen, and no further one; the list holds how many were asked for."""
    asked = [0]

    def step(real: Callable[..., Any]) -> Callable[..., Any]:
        def taken(*args: Any, **more: Any) -> Any:
            asked[0] += 1
            if asked[0] > last:
                raise Killed
            return real(*args, **more)

        return taken

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", step(lambda _: None))  # takes its time, and only a power cut would tell
        for name in ("rename", "replace", "unlink", "mkdir"):
            patch.setattr(Path, name, step(getattr(Path, name)))
        patch.setattr(snapshot_folder.HashedFile, "write", step(snapshot_folder.HashedFile.write))
        patch.setattr(shutil, "rmtree", step(shutil.rmtree))
        yield asked


def test_killed_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ended at a write, sync, rename and removal in turn, with nothing cleared up, the snapshot is always whole."""
    made = memory.build(WORLDS["sheltering"]().dataset())
    stored.write(memory.build(older()), tmp_path / "kept")
    old = open_snapshot(tmp_path / "kept").id
    with killed_at(monkeypatch, 10**6) as asked:
        new = stored.write(made, tmp_path / "all")
    steps = asked[0]
    found = []
    for last in [*range(0, steps - EVERY, 9), *range(max(steps - EVERY, 0), steps + 1)]:
        target = tmp_path / "snapshot"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(tmp_path / "kept", target)
        with killed_at(monkeypatch, last), suppress(Killed):
            stored.write(made, target)
        found.append(open_snapshot(target).id)
    assert set(found) == {old, new}
    assert found == sorted(found, key=[old, new].index), "once it is the new one, it stays the new one"
    stored.write(made, tmp_path / "snapshot")
    assert clean(tmp_path / "snapshot")
