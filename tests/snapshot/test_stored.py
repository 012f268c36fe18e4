"""A snapshot's folder: what is opened is what was written; nothing is served that the manifest does not vouch for."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from app.building import stored
from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.errors import BrokenSnapshot, InvalidValue
from app.graph import shapes
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.model.dataset import Dataset
from app.snapshot import manifest
from app.snapshot.columns import Adjacency, Columns, RelationIndex, Snapshot
from app.snapshot.folder import FolderWriter
from app.snapshot.stored import open_snapshot
from tests.api.clients import ROOT
from tests.conformance.strategies import worlds
from tests.worlds import WORLDS, World, merged


def kept(snapshot: Snapshot, target: Path) -> Snapshot:
    """The snapshot after a journey to the disk."""
    stored.write(snapshot, target)
    return open_snapshot(target)


def same(one: Any, two: Any) -> bool:
    """Whether two records of arrays hold the same."""
    return all(
        np.array_equal(getattr(one, f.name), getattr(two, f.name))
        and getattr(one, f.name).dtype == getattr(two, f.name).dtype
        for f in dataclasses.fields(one)
    )


def compare(held: Snapshot, opened: Snapshot) -> None:
    """Fail where the opened snapshot differs from the one that is held in memory."""
    for name in ("columns", "index", "out_events", "out_states", "in_events", "in_states"):
        assert same(getattr(held, name), getattr(opened, name)), name
    assert list(opened.entities) == list(held.entities)
    plain = [dataclasses.replace(c, key=None, asserted_by=tuple(sorted(c.asserted_by))) for c in held.claims]
    assert list(opened.claims) == plain
    for name in ("ontology", "sources", "datasets", "silences", "merged", "rules"):
        assert getattr(opened, name) == getattr(held, name), name
    every = range(len(held.claims))
    assert opened.claims.about_claims(every) == held.claims.about_claims(every)
    assert opened.claims.evidence(every) == held.claims.evidence(every)
    assert [opened.claims.dated(c) for c in every] == [held.claims.dated(c) for c in every]
    for handle, entity in enumerate(held.entities):
        assert opened.entity_handles.get(entity.id) == handle
    for handle, claim in enumerate(held.claims):
        assert opened.claim_handles.get(claim.id) == handle


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_what_is_opened_is_what_was_written(world: Callable[[], World], tmp_path: Path) -> None:
    """Columns, records and lookups of each named world come back from the disk as they were."""
    held = build(world().dataset())
    compare(held, kept(held, tmp_path / "snapshot"))


def test_a_claim_about_a_claim_is_told_by_its_field(tmp_path: Path) -> None:
    """What a note says, in whatever quotes, makes no claim a claim about another one."""
    world = World()
    world.claim("a", "supports", "b", note='they said "target_claim": "x"')
    data = world.dataset()
    about = dataclasses.replace(data.claims[0], id="f" * 20, target_claim=data.claims[0].id)
    held = build(dataclasses.replace(data, claims=(*data.claims, about)))
    opened = kept(held, tmp_path / "snapshot")
    [found] = opened.claims.about_claims(range(2))
    assert opened.claims[found].id == about.id
    compare(held, opened)


@settings(max_examples=15)
@given(world=worlds())
def test_generated_worlds_come_back(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    """So do generated ones."""
    held = build(world.dataset())
    compare(held, kept(held, tmp_path_factory.mktemp("generated") / "snapshot"))


def test_answers_from_the_disk_are_the_same(curated: Dataset, tmp_path: Path) -> None:
    """Each relation and each entity of the curated graph is shown alike from memory and from the disk."""
    held = build(curated)
    one, two = ColumnarView(held), ColumnarView(kept(held, tmp_path / "snapshot"), at_hand=0)

    def shown(view: ColumnarView) -> Any:
        relations = [shapes.relation(view, m, with_claims=True) for m in view.select(EVERYTHING, NO_FILTERS)]
        entities = [shapes.entity(view, e) for e in range(view.entity_count)]
        text = json.dumps([relations, entities], sort_keys=True).replace(view.snapshot_id, "")
        return json.loads(text, object_hook=_unordered)

    assert shown(one) == shown(two)


def _unordered(record: dict[str, Any]) -> dict[str, Any]:
    """Voices of a claim stand in the order of the text in memory, and by id on the disk."""
    if isinstance(record.get("asserted_by"), list):
        record["asserted_by"] = sorted(record["asserted_by"], key=lambda v: str(v["id"]))
    return {name: value for name, value in record.items() if name != "sentence"}


def test_unknown_ids_are_not_found(tmp_path: Path) -> None:
    """An id that nothing carries is nowhere, whatever it looks like."""
    opened = kept(build(merged().dataset()), tmp_path / "snapshot")
    for key in ("", "a", "zzz", "\ud800", "burma", "0" * 20, "f" * 20, "g" * 20, "A" * 20, "é" * 20):
        assert opened.entity_handles.get(key) is None
        assert opened.claim_handles.get(key) is None


def test_the_same_content_is_the_same_folder(curated: Dataset, tmp_path: Path) -> None:
    """Written twice, the content has the same id, and each file the same bytes."""
    held = build(curated)
    assert stored.write(held, tmp_path / "one") == stored.write(held, tmp_path / "two")
    names = [f.relative_to(tmp_path / "one") for f in sorted((tmp_path / "one").rglob("*")) if f.is_file()]
    assert len(names) > 50
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


# ---------------------------------------------------------------- what is refused


@pytest.fixture(scope="module")
def curated() -> Dataset:
    """The curated data set."""
    from app.loading.load import load

    return load(ROOT / "graph_data", ROOT / "seeds")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A snapshot that was opened before, so that its files are known."""
    kept(build(merged().dataset()), tmp_path / "snapshot")
    return tmp_path / "snapshot"


def data(target: Path) -> Path:
    """Where the files lie."""
    [found] = target.glob("data-*")
    return found


def names(target: Path) -> list[str]:
    """All files that the manifest names."""
    return list(json.loads((target / "manifest.json").read_text())["files"])


def test_a_missing_file_is_named(target: Path) -> None:
    """Without any one of its files a snapshot is refused, and the file is named."""
    for name in names(target):
        path = data(target) / name
        content = path.read_bytes()
        path.unlink()
        with pytest.raises(BrokenSnapshot, match=rf"{name}: is missing; build it again"):
            open_snapshot(target)
        path.write_bytes(content)
    assert open_snapshot(target).id


def test_a_truncated_file_is_named(target: Path) -> None:
    """With one byte less in any one of its files a snapshot is refused, and the file is named."""
    for name in names(target):
        path = data(target) / name
        content = path.read_bytes()
        if content:
            path.write_bytes(content[:-1])
            with pytest.raises(BrokenSnapshot, match=f"{name}: has {len(content) - 1} bytes"):
                open_snapshot(target)
            path.write_bytes(content)


def test_an_altered_file_is_named(target: Path) -> None:
    """With one bit turned in any one of its files a snapshot is refused, although it was found right before."""
    for name in names(target):
        path = data(target) / name
        content = path.read_bytes()
        if content:
            path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
            with pytest.raises(BrokenSnapshot, match=f"{name}: was altered"):
                open_snapshot(target)
            path.write_bytes(content)


def test_what_was_found_right_is_not_hashed_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second opening hashes nothing; a third, after a file was touched, that file alone."""
    hashed: list[Path] = []
    digest = manifest._digest

    def noted(path: Path) -> str:
        hashed.append(path)
        return digest(path)

    monkeypatch.setattr(manifest, "_digest", noted)
    open_snapshot(target)
    assert hashed == []
    path = data(target) / "head.json"
    os.utime(path, ns=(1, 1))
    open_snapshot(target)
    assert hashed == [path]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "has version 2, this program reads version 1; build it again, or update"),
        ({"format": "another"}, "does not name the format"),
        ({"folder": "elsewhere"}, "names the folder 'elsewhere', which is not there"),
        ({"folder": "../snapshot"}, "names the folder"),
        ({"files": None}, "is not complete"),
        ({"counts": {"entities": "many"}}, "is not complete"),
    ],
)
def test_a_manifest_that_cannot_be_served(target: Path, change: dict[str, Any], said: str) -> None:
    """A later version, another format, a folder elsewhere or a part that is missing: each is named."""
    path = target / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(BrokenSnapshot, match=said):
        open_snapshot(target)


def test_no_snapshot_at_all(target: Path, tmp_path: Path) -> None:
    """A folder without a manifest, none at all, and a manifest that is no JSON are refused with their names."""
    with pytest.raises(BrokenSnapshot, match=r"nowhere: holds no manifest\.json, so it is no snapshot"):
        open_snapshot(tmp_path / "nowhere")
    (target / "manifest.json").write_bytes(b"{")
    with pytest.raises(BrokenSnapshot, match="cannot be read"):
        open_snapshot(target)


# ---------------------------------------------------------------- a build that is killed


class Killed(BaseException):
    """Stands for kill -9: nothing catches it."""


def write_until(fresh: Snapshot, target: Path, steps: int) -> int:
    """Write a snapshot, and die after so many steps on the disk; how many there were to do."""
    done = 0

    def step(original: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*args: Any, **kwargs: Any) -> Any:
            nonlocal done
            if done == steps:
                raise Killed
            done += 1
            return original(*args, **kwargs)

        return stepped

    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(Killed):
        patch.setattr(shutil, "rmtree", lambda *args, **kwargs: None)  # the dead clear nothing away
        for owner, name in ((os, "fsync"), (Path, "rename"), (Path, "replace"), (Path, "mkdir")):
            patch.setattr(owner, name, step(getattr(owner, name)))
        stored.write(fresh, target)
    return done


def test_a_build_that_ends_anywhere_leaves_a_snapshot(target: Path, tmp_path: Path, curated: Dataset) -> None:
    """Wherever a build breaks off, the old snapshot opens, or the new one; the next build clears away what is left."""
    old, fresh = build(merged().dataset()), build(curated)
    new = stored.write(fresh, tmp_path / "new")
    first = open_snapshot(target).id
    (tmp_path / "counted").mkdir()
    total = write_until(fresh, tmp_path / "counted", -1)
    found = []
    for steps in (*range(0, total - 12, 15), *range(total - 12, total)):
        assert write_until(fresh, target, steps) == steps
        found.append(open_snapshot(target).id)
        assert stored.write(old, target) == first
        assert {p.name.partition("-")[0] for p in target.iterdir()} == {"data", "manifest.json", "verified.json"}
    assert found == sorted(found, key=[first, new].index)
    assert set(found) == {first, new}


def test_two_builds_into_one_folder(tmp_path: Path) -> None:
    """The second is refused with what to do, and leaves what the first has begun; afterwards the folder is free."""
    held = build(WORLDS["sheltering"]().dataset())
    target = tmp_path / "snapshot"
    with FolderWriter(target) as first:
        first.json("begun", {})
        with pytest.raises(InvalidValue, match="another build is writing into"):
            stored.write(held, target)
        assert [path.name.startswith(".unfinished-") for path in target.iterdir()] == [True]
    stored.write(held, target)
    compare(held, open_snapshot(target))


def test_a_process_that_is_killed(target: Path) -> None:
    """A real build that is killed at any time leaves a folder that opens."""
    code = (
        "import sys, pathlib\n"
        "from app.building import stored\nfrom app.building.memory import build\nfrom app.loading.load import load\n"
        "root = pathlib.Path(sys.argv[1])\nheld = build(load(root / 'graph_data', root / 'seeds'))\n"
        "print('ready', flush=True)\n"
        "while True: stored.write(held, pathlib.Path(sys.argv[2]))\n"
    )
    ids = {open_snapshot(target).id}
    for pause in (0.0, 0.01, 0.02, 0.03):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(ROOT), str(target)], stdout=subprocess.PIPE, cwd=ROOT
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        ids.add(open_snapshot(target).id)
    assert 1 <= len(ids) <= 2


def test_a_copy_elsewhere_opens(target: Path, tmp_path: Path) -> None:
    """A folder that was copied opens at its new place, hashed anew."""
    shutil.copytree(target, tmp_path / "copy")
    assert open_snapshot(tmp_path / "copy").id == open_snapshot(target).id


def test_arrays_cannot_be_written(target: Path) -> None:
    """What is mapped from the disk cannot be changed."""
    opened = open_snapshot(target)
    for part in (opened.columns, opened.index, opened.out_events):
        assert isinstance(part, Columns | RelationIndex | Adjacency)
        for field in dataclasses.fields(part):
            assert not getattr(part, field.name).flags.writeable
