"""`realpolitik import` of foreign data: totals as JSON when piped, a table on a terminal, mistakes as messages."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from app.cli.import_ import import_
from app.cli.main import main
from tests.cli.conftest import Run
from tests.importers.makers import claims, contents

TABLE = """subject,type,object,object_type,asserted_by,modality,valid
iran,arms,Hill Front,ArmedGroup,pakistan,alleged,2018
iran,arms,Hill Front,ArmedGroup,pakistan,alleged,2018
iran,arms,Hill Front,ArmedGroup,,alleged,2018
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of claims in the working folder; the curated data is the real one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REALPOLITIK_ROOT", raising=False)
    path = tmp_path / "ours.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def failed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What the command says when it refuses."""
    monkeypatch.setattr(sys, "argv", ["realpolitik", "import", *(str(one) for one in arguments)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1
    return capsys.readouterr().err


def test_totals_are_json_when_piped(table: Path, run: Run) -> None:
    """The totals of the rows add up, and nothing else is printed."""
    done = run("import", "claims", table, "-o", "out", "--published", "2024")
    assert done.exit_code == 0
    told = json.loads(done.output)
    assert (told["importer"], told["output"]) == ("claims", "out")
    counts = told["counts"]
    assert (counts["rows"], counts["kept"], counts["merged"], counts["rejected"]) == (3, 1, 1, 1)
    assert sorted(contents(Path("out"))) == [
        "claims.parquet",
        "dataset.json",
        "entities.parquet",
        "rejected.tsv",
        "resolutions.tsv",
        "sources.parquet",
        "unresolved.tsv",
    ]


def test_a_terminal_gets_a_table(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the totals are a table that says where the rejected rows are, and rows are told on the way."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "120")
    shown, told = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "stderr", told)
    import_("claims", [table], Path("out"), published="2024")
    lines = [line.strip().split(maxsplit=1) for line in shown.getvalue().splitlines()]
    assert ["3", "rows read"] in lines
    assert ["1", "rejected, see out/rejected.tsv"] in lines
    assert "claims" in told.getvalue()


def test_options_reach_the_data_set(table: Path, run: Run) -> None:
    """Id, title, licence, attribution and overrides are in what is written."""
    Path("names.yaml").write_text("names:\n  hill front: taliban\n", encoding="utf-8")
    options = ["--dataset-id", "hills", "--title", "Hill claims", "--licence", "CC0", "--attribution", "Hill Desk"]
    done = run("import", "claims", table, "-o", "out", "--published", "2024", "--overrides", "names.yaml", *options)
    assert done.exit_code == 0
    info = json.loads(Path("out/dataset.json").read_text(encoding="utf-8"))["dataset"]
    assert (info["id"], info["title"], info["licence"], info["attribution"]) == (
        "hills",
        "Hill claims",
        "CC0",
        "Hill Desk",
    )
    assert [c.object for c in claims(Path("out"))] == ["taliban"]


def test_a_wrong_override_has_its_place(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that nobody has is an error with line and column, and nothing is written."""
    Path("names.yaml").write_text("names:\n  Hill Front: talibans\n", encoding="utf-8")
    told = failed(monkeypatch, capsys, "claims", table, "-o", "out", "--overrides", "names.yaml")
    assert "names.yaml:2:15: unknown-entity: unknown entity 'talibans', did you mean 'taliban'?" in told
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claims", "ours.csv"], "name the folder of the data set: -o FOLDER"),
        (["gdelt", "ours.csv", "-o", "out"], "unknown importer 'gdelt': use ndjson, parquet, claims"),
        (["ndjson", "ours.csv", "--published", "2024"], "--published is for foreign data"),
        (["ndjson", "ours.csv", "--title", "T"], "--title is for foreign data"),
        (["parquet", "ours.csv", "ours.csv"], "an export of a whole graph is one file"),
        (["claims", "ours.csv", "-o", "."], "is no data set: name a new folder"),
        (["claims", "ours.csv", "-o", "out", "--published", "soon"], "'soon' is not an EDTF date"),
    ],
)
def test_a_mistake_is_a_message(
    arguments: list[str], message: str, table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done is said in one line, which names what can."""
    assert message in failed(monkeypatch, capsys, *arguments)


def test_other_curated_data_can_be_named(table: Path, run: Run, tmp_path: Path) -> None:
    """`--root` resolves names against another graph: one that is not there is refused with its problems."""
    done = run("import", "claims", table, "-o", "out", "--root", tmp_path / "nothing")
    assert done.exit_code == 1
    assert "missing-file" in str(done.exception)
