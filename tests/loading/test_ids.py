"""Things that must differ: ids, merged ids, names, claims, documents, paragraph numbers."""

from __future__ import annotations

import pytest

from app.loading.codes import Code
from tests.loading.worlds import (
    ASSERTIONS,
    CLAIMS,
    DATASETS,
    ENTITIES,
    ENTITY_TYPES,
    RELATION_TYPES,
    SEED,
    SILENCES,
    YamlWorld,
)

OTHER = "graph_data/entities/other.yaml"


@pytest.mark.parametrize(
    ("path", "text", "first"),
    [
        (DATASETS, "  - {id: ▸curated, title: t, licence: l, attribution: a, coverage: c}\n", f"{DATASETS}:2:9"),
        (ENTITY_TYPES, "  - {id: ▸Actor, label: x, plural: x}\n", f"{ENTITY_TYPES}:2:10"),
        (ENTITIES, "  - {id: ▸sylvania, type: State, label: Another}\n", f"{ENTITIES}:12:9"),
        (ASSERTIONS, None, "assertion 'three claims'"),
    ],
)
def test_duplicate_id(world: YamlWorld, path: str, text: str | None, first: str) -> None:
    """The second of two equal ids is reported, with the place of the first."""
    if text is None:
        world.change(path, "waivers:", "  - {name: ▸three claims, count: claims, at_least: 1}\nwaivers:")
    else:
        world.append(path, text)
    world.expect(Code.DUPLICATE_ID, first)


def test_duplicate_relation_type(world: YamlWorld) -> None:
    """Two relation types with one id are reported."""
    text = str(world.files[RELATION_TYPES])
    start = text.index("  - id: accuses")
    again = text[start : text.index("  - id: organ_of")]
    world.append(RELATION_TYPES, again.replace("id: accuses", "id: ▸accuses")).expect(Code.DUPLICATE_ID)


def test_duplicate_claim_key(world: YamlWorld) -> None:
    """Two claims of a source with one key are reported."""
    world.change(CLAIMS, "key: tension", "key: ▸accusation").change(SILENCES, "[tension]", "[accusation]")
    world.expect(Code.DUPLICATE_ID, f"claim 'accusation' is already at {CLAIMS}:21:10")


def test_duplicate_silence(world: YamlWorld) -> None:
    """Two silences of a source with one key are reported."""
    text = str(world.files[SILENCES])
    again = text[text.index("  - key") :].replace("key: who", "key: ▸who")
    world.append(SILENCES, again).expect(Code.DUPLICATE_ID, "silence 'who-fired'")


def test_duplicate_source(world: YamlWorld) -> None:
    """Two records of one source are reported, as are two records of one document."""
    world.add("seeds/other.yaml", str(world.files[SEED]))
    assert [one.code for one in world.problems()] == [
        Code.DUPLICATE_ID,
        Code.FILE_NAME_MISMATCH,
        Code.DUPLICATE_DOCUMENT,
    ]


def test_duplicate_document(world: YamlWorld) -> None:
    """The same document under another id is reported at its hash."""
    text = str(world.files[SEED]).replace("id: border-news", "id: other", 1).replace("sha256: ", "sha256: ▸")
    world.add("seeds/other.yaml", text).expect(Code.DUPLICATE_DOCUMENT, "the same document as source 'border-news'")


def test_merged_id_is_alive(world: YamlWorld) -> None:
    """An id that was merged is no longer the id of an entity."""
    world.change(ENTITIES, "[old-freedonia]", "[old-freedonia, ▸night-riders]")
    world.expect(
        Code.MERGED_ID_CLASH, "'night-riders' is still the id of the entity at graph_data/entities/all.yaml:20:9"
    )


def test_merged_id_went_into_two(world: YamlWorld) -> None:
    """An id is merged into one entity only."""
    world.change(ENTITIES, "country: SE", "country: SE\n    merged_ids: [▸old-freedonia]")
    world.expect(Code.MERGED_ID_CLASH, "went into 'freedonia' already")


@pytest.mark.parametrize(
    "text",
    [
        "{id: x, type: Place, label: ▸SYLVANIA}",
        "{id: x, type: Place, label: X, names: [{text: ▸land of  the free}]}",
        "{id: x, type: Place, label: ▸Foreign office of Freedonia}",
    ],
)
def test_duplicate_name(world: YamlWorld, text: str) -> None:
    """Two entities share no name or label, whatever its case; the message names both places."""
    world.add(OTHER, f"entities:\n  - {text}\n").expect(Code.DUPLICATE_NAME, f"({ENTITIES}:", "only a metonym")


def test_a_metonym_may_be_shared(world: YamlWorld) -> None:
    """A capital may stand for its government, whichever of the two comes first."""
    names = "names: [{text: Capital, kind: metonym}]"
    world.add(OTHER, "entities:\n  - {id: capital, type: Place, label: Capital}\n")
    world.change(ENTITIES, "organ_of: freedonia", f"organ_of: freedonia\n    {names}")
    world.append(ENTITIES, f"  - {{id: x, type: Ministry, label: X, {names}}}\n")
    assert world.problems() == ()


@pytest.mark.parametrize("name", ["freedonia", "FREEDONIA"])
def test_label_repeated_in_names(world: YamlWorld, name: str) -> None:
    """The label is a name already, and is not listed again."""
    world.change(ENTITIES, "names:\n", f"names:\n      - {{text: ▸{name}}}\n").expect(Code.REPEATED_NAME, "line 4")


def test_name_repeated(world: YamlWorld) -> None:
    """A name is listed once."""
    world.change(ENTITIES, "kind: alias}\n", "kind: alias}\n      - {text: ▸land of the FREE}\n")
    world.expect(Code.REPEATED_NAME, "line 6")


def test_duplicate_claim(world: YamlWorld) -> None:
    """Two claims that say the same are reported at the second, with the place of the first; notes do not count."""
    text = str(world.files[CLAIMS])
    again = text[text.index("  - key: tension") :]
    again = again.replace("key: tension", "▸key: again").replace("Shots are fired", "Other words")
    again = again.replace("subject: old-freedonia", "subject: sylvania").replace(
        "object: sylvania", "object: old-freedonia"
    )
    world.append(CLAIMS, again).change(ASSERTIONS, "at_most: 3", "at_most: 4")
    world.expect(Code.DUPLICATE_CLAIM, f"{CLAIMS}:31:5", "both have the id")


@pytest.mark.parametrize(
    ("old", "new"), [("number: 2", "number: ▸1"), ("number: 2", "number: ▸5"), ("number: 1", "number: ▸7")]
)
def test_paragraph_numbers(world: YamlWorld, old: str, new: str) -> None:
    """Paragraphs are numbered from 1 without gaps; the first that is not is reported."""
    world.change(SEED, old, new)
    problems = [one for one in world.problems() if one.code != Code.UNKNOWN_PARAGRAPH]
    ((path, line, column),) = world._places
    assert [(one.path, one.line, one.column, one.code) for one in problems] == [
        (path, line, column, Code.PARAGRAPH_NUMBER)
    ]
