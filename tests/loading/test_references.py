"""References that lead nowhere: each at the very name, with the name that was probably meant."""

from __future__ import annotations

import pytest

from app.loading.codes import Code
from tests.loading.worlds import (
    ASSERTIONS,
    CLAIMS,
    ENTITIES,
    ENTITY_TYPES,
    RELATION_TYPES,
    SEED,
    SILENCES,
    YamlWorld,
)


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "subject: sylvania", "subject: ▸sylvannia", "unknown entity 'sylvannia', did you mean 'sylvania'?"),
        (CLAIMS, "object: night-riders", "object: ▸Night Riders", "did you mean 'night-riders'?"),
        (CLAIMS, "[author-of-border-news]", "[author-of-border-news, ▸somebody-else]", "unknown entity"),
        (CLAIMS, "addressed_to: sylvania", "addressed_to: ▸slyvania", "did you mean 'sylvania'?"),
        (CLAIMS, "via: border-shooting", "via: ▸border-shoting", "did you mean 'border-shooting'?"),
        (CLAIMS, "subject: old-freedonia", "subject: ▸old-freedonai", "did you mean 'old-freedonia'?"),
        (ENTITIES, "organ_of: freedonia", "organ_of: ▸fredonia", "did you mean 'freedonia'?"),
        (SEED, "author: author-of-border-news", "author: ▸author-of-border-new", "'author-of-border-news'?"),
        (SILENCES, "object: freedonia", "object: ▸fredonia", "did you mean 'freedonia'?"),
        (SILENCES, "subject: any", "subject: ▸anybody", "unknown entity 'anybody'"),
    ],
)  # fmt: skip
def test_unknown_entity(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """An entity that does not exist is reported wherever it is named."""
    world.change(path, old, new).expect(Code.UNKNOWN_ENTITY, hint)


def test_unknown_entity_as_an_attribute(world: YamlWorld) -> None:
    """An attribute of type entity names an entity that exists."""
    world.append(CLAIMS, CLAIM + "    attributes: {planner: ▸night-rider}\n")
    world.change(ASSERTIONS, "at_most: 3", "at_most: 4").expect(Code.UNKNOWN_ENTITY, "did you mean 'night-riders'?")


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (ENTITIES, "type: ArmedGroup", "type: ▸armed_group", "did you mean 'ArmedGroup'?"),
        (ENTITY_TYPES, "id: Person, label: Person, plural: Persons, parents: [Actor]",
         "id: Person, label: Person, plural: Persons, parents: [▸Actors]", "did you mean 'Actor'?"),
        (RELATION_TYPES, "range: [any]", "range: [Place, ▸Stat]", "did you mean 'State'?"),
        (RELATION_TYPES, "domain: [Ministry]", "domain: [▸Ministery]", "did you mean 'Ministry'?"),
        (ASSERTIONS, "where: {type: State}", "where: {type: ▸States}", "did you mean 'State'?"),
    ],
)  # fmt: skip
def test_unknown_entity_type(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """An entity type that the ontology does not have is reported wherever it is named."""
    world.change(path, old, new)
    problems = [one for one in world.problems() if one.code != Code.ORGAN_VIOLATED]
    ((marked, line, column),) = world._places
    assert [(one.path, one.line, one.column, one.code) for one in problems] == [
        (marked, line, column, Code.UNKNOWN_ENTITY_TYPE)
    ]
    assert hint in problems[0].message


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "type: arms", "type: ▸arm", "did you mean 'arms'?"),
        (RELATION_TYPES, "parent: supports", "parent: ▸support", "did you mean 'supports'?"),
        (SILENCES, "type: attacks", "type: ▸attack", "did you mean 'attacks'?"),
        (ASSERTIONS, "count: claims,", "count: claims, where: {type: ▸atacks},", "did you mean 'attacks'?"),
    ],
)
def test_unknown_relation_type(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A relation type that the ontology does not have is reported wherever it is named."""
    world.change(path, old, new)
    first = next(one for one in world.problems() if one.code == Code.UNKNOWN_RELATION_TYPE)
    ((marked, line, column),) = world._places
    assert (first.path, first.line, first.column) == (marked, line, column)
    assert hint in first.message


@pytest.mark.parametrize("path", [CLAIMS, SILENCES])
def test_unknown_source(world: YamlWorld, path: str) -> None:
    """A file of claims or silences about a source without a record is reported at the source."""
    key = path.split("/")[1]
    world.add(path.replace("border-news", "border-newz"), f"source: ▸border-newz\n{key}: []\n")
    world.expect(Code.UNKNOWN_SOURCE, "did you mean 'border-news'?")


def test_unknown_dataset(world: YamlWorld) -> None:
    """A source belongs to a data set that is described."""
    world.change(SEED, "dataset: curated", "dataset: ▸curatd").expect(Code.UNKNOWN_DATASET, "did you mean 'curated'?")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [(CLAIMS, "{paragraph: 2,", "{paragraph: ▸4,"), (SILENCES, "paragraphs: [2]", "paragraphs: [2, ▸99]")],
)
def test_unknown_paragraph(world: YamlWorld, path: str, old: str, new: str) -> None:
    """A paragraph that the source does not have is reported with how many it has."""
    world.change(path, old, new).expect(Code.UNKNOWN_PARAGRAPH, "'border-news' has 3")


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "target_claim: riders-armed", "target_claim: ▸rider-armed", "did you mean 'riders-armed'?"),
        (SILENCES, "nearest: [tension]", "nearest: [tension, ▸tensions]", "did you mean 'tension'?"),
    ],
)
def test_unknown_claim_key(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A key that no claim of the source has is reported where it is named."""
    world.change(path, old, new).expect(Code.UNKNOWN_CLAIM_KEY, hint)


def test_unknown_assertion(world: YamlWorld) -> None:
    """A waiver of an assertion that is not there is reported."""
    world.change(ASSERTIONS, "assertion: states have places", "assertion: ▸states have place")
    problems = world.problems()
    ((path, line, column),) = world._places
    assert (path, line, column, Code.UNKNOWN_ASSERTION) in [
        (one.path, one.line, one.column, one.code) for one in problems
    ]


def test_unknown_waived_id(world: YamlWorld) -> None:
    """A waiver of something that is not there is reported."""
    world.change(ASSERTIONS, "ids: [sylvania]", "ids: [sylvania, ▸sylvannia]")
    world.expect(Code.UNKNOWN_WAIVED_ID, "did you mean 'sylvania'?")


CLAIM = """\
  - subject: night-riders
    type: attacks
    object: sylvania
    asserted_by: [author-of-border-news]
    modality: fact
    confidence: low
    evidence: [{paragraph: 2, note: Shots.}]
"""
