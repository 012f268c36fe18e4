"""`realpolitik build` from the command line: totals, silence when piped, and errors that are messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from app.model.source import DatasetInfo
from app.snapshot.stored import open_snapshot
from tests.building.folders import write_rows

REPO = Path(__file__).parents[2]
INFO = DatasetInfo("empty", "Empty", "CC0-1.0", "nobody", "A test.")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as from a script, where nothing is a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "app", "build", *map(str, arguments)],
        cwd=REPO, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "REALPOLITIK_ROOT": str(REPO)},
    )  # fmt: skip


def test_it_builds_and_says_the_totals(tmp_path: Path) -> None:
    """The two lines name what went in, what became of it, and the snapshot; nothing else is written when piped."""
    folder = write_rows(tmp_path / "empty", INFO, {})
    done = run(folder, "-o", tmp_path / "snapshot")
    assert (done.returncode, done.stderr) == (0, "")
    snapshot = open_snapshot(tmp_path / "snapshot")
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"claims: {len(snapshot.claims)} in = {len(snapshot.claims)} kept + 0 said twice")
    assert f"snapshot {snapshot.id}: {len(snapshot.entities)} entities" in lines[1]
    assert "empty" in snapshot.datasets
    manifest = json.loads((tmp_path / "snapshot" / "manifest.json").read_text(encoding="utf-8"))
    assert [i["name"] for i in manifest["inputs"]] == ["the curated graph", "empty"]


def test_curated_claims_can_be_left_out(tmp_path: Path) -> None:
    """Entities stay, since importers resolve names to them; nothing that a curated document claims is there."""
    assert run("-o", tmp_path / "snapshot", "--without-curated").returncode == 0
    snapshot = open_snapshot(tmp_path / "snapshot")
    assert (len(snapshot.claims), len(snapshot.sources), len(snapshot.silences)) == (0, 0, 0)
    assert "iran" in {e.id for e in snapshot.entities}


def test_an_error_is_a_message(tmp_path: Path) -> None:
    """A folder that is no data set, or an engine that nobody knows, ends with status 1 and says what to do."""
    for arguments, said in (
        ((tmp_path,), "holds no dataset.json, so it is no data set"),
        (("--engine", "sqlite"), "use duckdb, spark://HOST:PORT for a cluster"),
    ):
        done = run(*arguments, "-o", tmp_path / "snapshot")
        assert done.returncode == 1
        assert done.stderr.startswith("error: ")
        assert said in done.stderr
        assert not (tmp_path / "snapshot").exists()
