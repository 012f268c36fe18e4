"""The questions in the terminal give what the HTTP API gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli.main import app
from app.errors import InvalidQuery, InvalidValue


def asked(*words: str) -> dict[str, Any]:
    """The JSON answer of a command."""
    result = CliRunner().invoke(app, ["query", *words, "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_each_question() -> None:
    """Each question answers, with filters and options as over HTTP."""
    assert asked("paths", "china", "iran", "--max-paths", "1", "-f", "status=asserted")["results"][0]["length"] == 3
    assert asked("explain", "iran", "pakistan")["direct"]
    assert asked("derived", "-f", "type=endangers")["total"]["value"] == 1
    assert asked("diff", "2018", "2019-06", "-f", "type=shelters")["counts"]["added"] == 2
    assert asked("timeline", "--between", "india,pakistan", "--interval", "year")["results"]
    assert asked("balance", "--no-roll-up")["ties"]
    assert len(asked("metrics")["results"]) == 8
    assert asked("metric", "pagerank", "-p", "damping=0.5", "--limit", "1")["results"][0]["rank"] == 1
    assert asked("reconcile", "TTP")["results"]["TTP"]["result"][0]["id"] == "tehrik-e-taliban-pakistan"


def test_bodies_from_files(tmp_path: Path) -> None:
    """Patterns and rules are read from a file or from standard input."""
    file = tmp_path / "pattern.json"
    file.write_text(json.dumps({"where": [{"subject": "?s", "type": "shelters", "object": "?g"}]}), encoding="utf-8")
    assert asked("match", str(file))["variables"] == ["?s", "?g"]
    rules = {"rules": [{"id": "r", "when": [{"subject": "?a", "type": "threatens", "object": "?b"}],
                        "then": {"subject": "?b", "object": "?a", "type": "may_fear"}}]}  # fmt: skip
    file.write_text(json.dumps(rules), encoding="utf-8")
    assert asked("try-rules", str(file))["total"]["value"] > 0


@pytest.mark.parametrize(
    ("words", "error"),
    [(["paths", "china", "iran", "-f", "colour=red"], InvalidValue), (["paths", "china", "nowhere"], InvalidValue),
     (["metric", "fame"], InvalidValue), (["diff", "2019", "2018"], InvalidValue)],
)  # fmt: skip
def test_wrong_questions(words: list[str], error: type[Exception]) -> None:
    """What is wrong raises the same errors as over HTTP."""
    with pytest.raises(error):
        asked(*words)


def test_a_wrong_file(tmp_path: Path) -> None:
    """A file that is no JSON object says so."""
    for text in ("{", "[]"):
        (tmp_path / "x.json").write_text(text, encoding="utf-8")
        with pytest.raises(InvalidQuery):
            asked("match", str(tmp_path / "x.json"))
