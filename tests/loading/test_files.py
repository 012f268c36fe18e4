"""Which files are read: none is lost to a typo, and a broken one hides nothing that is wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.loading.codes import Code
from tests.loading.worlds import ASSERTIONS, CLAIMS, DATASETS, ENTITIES, ENTITY_TYPES, SEED, SILENCES, YamlWorld


def test_the_tiny_world_is_valid(world: YamlWorld) -> None:
    """The world that the other tests break has no problem."""
    assert world.problems() == ()


@pytest.mark.parametrize("path", [DATASETS, ENTITIES])
def test_a_missing_file(world: YamlWorld, path: str) -> None:
    """What every body of data needs is missed by name, and nothing that refers to it is called unknown."""
    name = "graph_data/entities" if path == ENTITIES else path
    problems = world.remove(path).problems()
    assert [(one.path, one.line, one.column, one.code) for one in problems] == [(name, 1, 1, Code.MISSING_FILE)]


def test_missing_folders(world: YamlWorld) -> None:
    """Without any folder both are missed, and nothing else is said."""
    world.files.clear()
    assert [(one.path, one.code) for one in world.problems()] == [
        ("graph_data", Code.MISSING_FILE),
        ("seeds", Code.MISSING_FILE),
    ]


def test_no_silences_and_no_assertions(world: YamlWorld) -> None:
    """Silences and assertions are not required."""
    assert world.remove(SILENCES).remove(ASSERTIONS).problems() == ()


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("graph_data/claim/border-news.yaml", "did you mean 'claims'?"),
        ("graph_data/claims/border-news.yml", "only *.yaml"),
        ("graph_data/claims/deeper/more.yaml", "unexpected folder 'deeper'"),
        ("graph_data/assertion.yaml", "did you mean 'assertions.yaml'?"),
        ("graph_data/rules", "unexpected file 'rules'"),
        ("seeds/notes.txt", "only *.yaml"),
    ],
)
def test_an_unexpected_file(world: YamlWorld, path: str, hint: str) -> None:
    """A file that nothing would read is a problem, since a typo in its name must not lose its content."""
    (problem,) = world.add(path, "claims: []\n").problems()
    assert (problem.code, problem.line, problem.column) == (Code.UNEXPECTED_FILE, 1, 1)
    assert path.startswith(problem.path)
    assert hint in problem.message


@pytest.mark.parametrize("path", ["graph_data/README.md", "seeds/README.md", "graph_data/entities/.swp"])
def test_files_that_are_left_alone(world: YamlWorld, path: str) -> None:
    """README.md and hidden files are nobody's business here."""
    assert world.add(path, "whatever\n").problems() == ()


def test_a_file_name_differs_from_its_source(world: YamlWorld) -> None:
    """A file of claims is named after its source."""
    text = str(world.files[CLAIMS]).replace("source: border-news", "source: ▸border-news")
    world.remove(CLAIMS).add("graph_data/claims/border.yaml", text).expect(Code.FILE_NAME_MISMATCH, "border-news.yaml")


def test_a_file_name_differs_from_its_id(world: YamlWorld) -> None:
    """A source record is named after its id."""
    text = str(world.files[SEED]).replace("id: border-news", "id: ▸border-news", 1)
    world.remove(SEED).add("seeds/news.yaml", text).expect(Code.FILE_NAME_MISMATCH, "rename the file")


def test_an_unreadable_file_is_not_missed_twice(world: YamlWorld) -> None:
    """When the entities cannot be parsed, no claim is told that its entities are unknown."""
    world.change(ENTITIES, "label: Freedonia\n", "label: Freedonia: ▸a state\n")
    problems = world.problems()
    assert [(one.path, one.code) for one in problems] == [(ENTITIES, Code.YAML_SYNTAX)]


@pytest.mark.parametrize("path", [ENTITY_TYPES, ENTITIES, DATASETS, CLAIMS, SILENCES, SEED, ASSERTIONS])
@pytest.mark.parametrize("text", [b"\xff", b"", b"a: b\n", b"- a\n", b"just text\n", b"*bomb\n"])
def test_one_broken_file_causes_no_nonsense(world: YamlWorld, path: str, text: bytes) -> None:
    """Whatever a file holds instead of its records, only that file has problems."""
    problems = world.add(path, text).problems()
    assert {one.path for one in problems} == {path}


def test_problems_of_all_files_come_together(world: YamlWorld) -> None:
    """One run reports every file's problems, sorted by path and place."""
    world.add(DATASETS, b"\xff")
    world.change(ENTITIES, "country: SE", "country: XX").change(ENTITIES, "type: ArmedGroup", "type: ArmedGrup")
    world.change(CLAIMS, "modality: alleged", "modality: allegd").change(
        CLAIMS, "object: sylvania", "object: sylvannia"
    )
    world.change(SEED, "language: en", "language: xx")
    problems = world.problems()
    assert [(one.path, one.code) for one in problems] == [
        (CLAIMS, Code.INVALID_VALUE),
        (CLAIMS, Code.UNKNOWN_ENTITY),
        (DATASETS, Code.NOT_UTF8),
        (ENTITIES, Code.INVALID_COUNTRY),
        (ENTITIES, Code.UNKNOWN_ENTITY_TYPE),
        (SEED, Code.INVALID_LANGUAGE),
    ]
    assert list(problems) == sorted(problems)


def test_one_record_may_have_several_problems(world: YamlWorld) -> None:
    """A record of wrong shape is still checked for its references and rules."""
    world.change(CLAIMS, "modality: alleged", "modality: allegd")
    world.change(CLAIMS, "subject: sylvania", "subject: night-riders")
    assert [one.code for one in world.problems()] == [Code.SELF_LOOP, Code.INVALID_VALUE]


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        ("seeds", "seeds"),
        ("entities", "graph_data/entities"),
        ("claims", "graph_data/claims"),
        ("graph_data", "graph_data"),
    ],
)
def test_a_folder_that_cannot_be_listed(
    world: YamlWorld, monkeypatch: pytest.MonkeyPatch, folder: str, shown: str
) -> None:
    """A folder that the system does not open is a problem, and what may lie in it is not missed elsewhere."""
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == folder:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [(one.path, one.code) for one in world.problems()] == [(shown, Code.UNREADABLE_FILE)]


def test_a_seeds_folder_elsewhere(world: YamlWorld) -> None:
    """A problem outside the folder that holds graph_data shows its whole path."""
    from app.loading.load import check

    world.write()
    elsewhere = world.root / "elsewhere" / "graph_data"
    elsewhere.parent.mkdir()
    world.graph_data.rename(elsewhere)
    (world.seeds / "extra.txt").write_text("")
    (problem,) = check(elsewhere, world.seeds)
    assert problem.path == str(world.seeds / "extra.txt")
