"""`realpolitik check`: every problem in the form that is asked for, and an exit status that says if there is any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.check import github_annotation
from app.model.problem import Problem
from tests.cli.conftest import Run
from tests.loading.worlds import CLAIMS, ENTITIES, YamlWorld

COUNTS = "no problems: 1 source, 6 entities, 3 claims, 1 silence, 8 entity types, 6 relation types\n"


@pytest.fixture
def broken(world: YamlWorld) -> YamlWorld:
    """The world with two mistakes in two files."""
    world.change(ENTITIES, "country: SE", "country: XX")
    return world.change(CLAIMS, "subject: sylvania", "subject: sylvannia").write()


LINES = [
    f"{CLAIMS}:4:14: unknown-entity: unknown entity 'sylvannia', did you mean 'sylvania'?",
    f"{ENTITIES}:15:14: invalid-country: 'XX' is no country of ISO 3166-1 alpha-2",
]


def test_no_problem(world: YamlWorld, run: Run) -> None:
    """Without problems the counts are shown, and the exit status is 0."""
    result = run("check")
    assert (result.exit_code, result.output) == (0, COUNTS)


def test_problems_as_text(broken: YamlWorld, run: Run) -> None:
    """Each problem is one line that editors can jump to, without colour outside of a terminal; the summary is apart."""
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == LINES
    assert result.stderr == "2 problems in 2 files\n"


def test_problems_in_colour(broken: YamlWorld, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the place and the code stand out."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    first = run("check").stdout.splitlines()[0]
    assert first.startswith(f"\x1b[1m{CLAIMS}:4:14:\x1b[0m ")
    assert "\x1b[1;31munknown-entity:\x1b[0m" in first


def test_long_lines_are_not_wrapped(world: YamlWorld, run: Run) -> None:
    """A long message stays on its line, and nothing in it is taken for markup."""
    world.change(ENTITIES, "country: SE", f"country: '[red]{'x' * 50} :smile:'").write()
    (line,) = run("check").stdout.splitlines()
    assert f"'[red]{'x' * 50}" in line


def test_problems_as_json(broken: YamlWorld, run: Run) -> None:
    """JSON carries each part of each problem, and counts only when there is none."""
    result = run("check", "--format", "json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (answer["ok"], answer["counts"]) == (False, None)
    assert answer["problems"][0] == {
        "path": CLAIMS,
        "line": 4,
        "column": 14,
        "code": "unknown-entity",
        "message": "unknown entity 'sylvannia', did you mean 'sylvania'?",
    }


def test_no_problem_as_json(world: YamlWorld, run: Run) -> None:
    """JSON without problems has the counts."""
    answer = json.loads(run("check", "--format", "json").stdout)
    assert answer["ok"] is True
    assert answer["problems"] == []
    assert answer["counts"] == {
        "sources": 1, "entities": 6, "claims": 3, "silences": 1, "entity_types": 8, "relation_types": 6,
    }  # fmt: skip


def test_problems_for_github(broken: YamlWorld, run: Run) -> None:
    """For GitHub each problem is an annotation of its line."""
    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        f"::error file={CLAIMS},line=4,col=14,title=unknown-entity::"
        "unknown entity 'sylvannia', did you mean 'sylvania'?"
    )


def test_github_annotations_are_escaped() -> None:
    """What has a meaning in workflow commands is escaped."""
    problem = Problem("a,b:c.yaml", 1, 2, "tab", "50%\nof it: all, or none")
    expected = "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=tab::50%25%0Aof it: all, or none"
    assert github_annotation(problem) == expected


def test_another_folder(broken: YamlWorld, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given by name is checked, and paths are such that they lead there from here."""
    monkeypatch.chdir(broken.root.parent)
    result = run("check", broken.root.name)
    assert result.stdout.splitlines() == [f"{broken.root.name}/{line}" for line in LINES]


def test_a_folder_elsewhere(broken: YamlWorld, run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that does not lie below the working folder is shown with its whole path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("other"))
        assert run("check").stdout.splitlines() == [f"{broken.root.resolve()}/{line}" for line in LINES]


def test_no_such_folder(run: Run, tmp_path: Path) -> None:
    """A folder without data is a problem, not a crash."""
    result = run("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "missing-file" in result.stdout


def test_an_unknown_format(world: YamlWorld, run: Run) -> None:
    """An unknown format is refused with the valid ones."""
    result = run("check", "--format", "xml")
    assert result.exit_code == 2
    assert "github" in result.output
