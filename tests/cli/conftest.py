"""The tiny world in a folder that the commands are pointed at, and a way to run them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from tests.loading.worlds import TEXT, YamlWorld

Run = Callable[..., Result]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> YamlWorld:
    """A valid world, written, that is also the folder of the settings; the original text lies beside it."""
    monkeypatch.setenv("REALPOLITIK_ROOT", str(tmp_path))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "border-news.txt").write_text(TEXT, encoding="utf-8")
    return YamlWorld(tmp_path).write()


@pytest.fixture
def run() -> Run:
    """Run the command with arguments, outside of a terminal."""

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments])

    return invoke
