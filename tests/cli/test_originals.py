"""`realpolitik new-source` and `realpolitik verify`: from a text to its record and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import InvalidData, InvalidValue
from tests.cli.conftest import Run
from tests.loading.worlds import SEED, TEXT, YamlWorld


def test_the_original_verifies(world: YamlWorld, run: Run) -> None:
    """The original is recognised, paragraph by paragraph."""
    result = run("verify", "border-news.txt")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "source: border-news",
        "paragraph 1: same",
        "paragraph 2: same",
        "paragraph 3: same",
        "the text is the original, byte for byte",
    ]


def test_other_white_space_verifies(world: YamlWorld, run: Run) -> None:
    """Other line ends are no other words."""
    Path("border-news.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    result = run("verify", "border-news.txt")
    assert result.exit_code == 0
    assert "only white space" in result.output


def test_a_changed_text_differs(world: YamlWorld, run: Run) -> None:
    """A changed text is compared number by number, and the exit status is 1."""
    Path("other.txt").write_text(TEXT.replace("Border News\n", "Border News\n\nToday\n"))
    result = run("verify", "other.txt")
    assert result.exit_code == 1
    assert result.output.splitlines()[1:] == [
        "paragraph 1: same",
        "paragraph 2: differs (its words stand in paragraph 3 of the text)",
        "paragraph 3: differs (its words stand in paragraph 4 of the text)",
        "paragraph 4: extra",
        "the text differs from the record in paragraph 2, 3, 4",
    ]


def test_an_unknown_text(world: YamlWorld, run: Run) -> None:
    """A text without a record is said to have none."""
    Path("other.txt").write_text("Nothing of the kind.")
    result = run("verify", "other.txt")
    assert result.exit_code == 1
    assert "no source record matches other.txt" in result.stderr


def test_verify_needs_valid_records(world: YamlWorld, run: Run) -> None:
    """With a broken record nothing is compared, and its problems are shown."""
    world.change(SEED, "language: en", "language: xx").write()
    result = run("verify", "border-news.txt", "--root", world.root)
    assert isinstance(result.exception, InvalidData)


@pytest.mark.parametrize("command", ["verify", "new-source"])
def test_a_file_that_is_not_there(world: YamlWorld, run: Run, command: str) -> None:
    """A missing text is a mistake of usage."""
    assert run(command, "nowhere.txt").exit_code == 2


def test_a_new_record_is_named_after_the_file(world: YamlWorld, run: Run) -> None:
    """Without an id, the file's name makes one; the record is written into the folder of the settings."""
    Path("000 Some_News.TXT").write_text("Some news.\n")
    result = run("new-source", "000 Some_News.TXT")
    assert result.exit_code == 0
    record = world.seeds / "000-some-news.yaml"
    assert f"{record} written" in result.output
    assert "id: 000-some-news\n" in record.read_text()


def test_a_new_record_round_trips(world: YamlWorld, run: Run) -> None:
    """A record written by one command and filled by hand is what the other command finds."""
    Path("news.txt").write_text("Some news.\n")
    assert run("new-source", "news.txt", "--id", "some-news").exit_code == 0
    path = world.seeds / "some-news.yaml"
    assert run("check").exit_code == 1
    text = path.read_text().replace("title:", "title: N").replace("author:", "author: author-of-border-news")
    text = text.replace("published:", "published: {edtf: 2020}").replace("language:", "language: en")
    path.write_text(text.replace("    note:", "    note: News."))
    assert run("check").output.startswith("no problems: 2 sources")
    assert run("verify", "news.txt").output.startswith("source: some-news\n")


def test_a_record_is_not_overwritten(world: YamlWorld, run: Run) -> None:
    """An existing record stays as it is."""
    before = (world.root / SEED).read_text()
    result = run("new-source", "border-news.txt")
    assert isinstance(result.exception, InvalidValue)
    assert "exists already" in str(result.exception)
    assert (world.root / SEED).read_text() == before


def test_a_record_elsewhere(world: YamlWorld, run: Run) -> None:
    """The record can go to another file, or to the terminal."""
    assert run("new-source", "border-news.txt", "-o", "here.yaml").exit_code == 0
    assert run("new-source", "border-news.txt", "-o", "-").output == Path("here.yaml").read_text()
    assert "cannot be written" in str(run("new-source", "border-news.txt", "-o", "no/where.yaml").exception)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(["--id", "Border News"], "such as --id border-news"), (["--id", "!"], "give one with --id")],
)
def test_a_wrong_id(world: YamlWorld, run: Run, arguments: list[str], hint: str) -> None:
    """An id that is no slug is refused with one that is."""
    assert hint in str(run("new-source", "border-news.txt", *arguments).exception)
