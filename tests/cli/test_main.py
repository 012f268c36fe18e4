"""The command as a whole: help, version, errors as messages, and a start that imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.cli.main import main
from tests.cli.conftest import Run
from tests.loading.worlds import SEED, YamlWorld

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("pydantic", "yaml", "rapidfuzz", "pycountry", "numpy", "fastapi", "uvicorn", "networkx", "app.loading.load")


def test_the_version(run: Run) -> None:
    """The version is that of the package."""
    assert run("--version").output == f"realpolitik {__version__}\n"


def test_the_help_names_the_commands(run: Run) -> None:
    """The help lists every command of this door that there is."""
    output = run("--help").output
    assert all(name in output for name in ("check", "verify", "new-source"))


def test_the_start_is_light() -> None:
    """Naming the commands imports none of what they need when they run."""
    code = f"import sys, app.cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_python_m_app() -> None:
    """`python -m app` is the command too."""
    command = [sys.executable, "-m", "app", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"realpolitik {__version__}\n"


def test_an_error_is_a_message(
    world: YamlWorld, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error that this project raises on purpose is printed without a traceback, and the exit status is 1."""
    world.change(SEED, "language: en", "language: xx").write()
    monkeypatch.setattr(sys, "argv", ["realpolitik", "verify", "border-news.txt"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{SEED}:7:11: invalid-language: 'xx': no language has the code 'xx'"
    assert lines[1].startswith("error: 1 problem(s) in the data")
