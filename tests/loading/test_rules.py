"""Rules that need several records: ends of relations, voices, organs, self-loops, targets, attributes, circles."""

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

COUNT = "{name: three claims, count: claims, at_least: 3, at_most: 3}"
FILL = "{name: states have places, fill: entities, field: place.latitude, where: {type: State}, at_least: 1}"

ATTACK = """\
  - {voice}subject: night-riders
    type: attacks
    object: sylvania
    asserted_by: [author-of-border-news]
    modality: fact
    confidence: low
    evidence: [{{paragraph: 2, note: Shots.}}]
    attributes: {attributes}
"""


def attacked(world: YamlWorld, attributes: str) -> YamlWorld:
    """The world with one more claim, an attack with the given attributes."""
    world.append(CLAIMS, ATTACK.format(voice="", attributes=attributes))
    return world.change(ASSERTIONS, "at_most: 3", "at_most: 4")


def test_domain_violated(world: YamlWorld) -> None:
    """A subject of the wrong type is reported with its type and the types that are allowed."""
    world.change(CLAIMS, "subject: sylvania", "subject: ▸border-shooting")
    world.expect(Code.DOMAIN_VIOLATED, "'border-shooting' is of type Event; arms allows as subject Actor")


def test_range_violated(world: YamlWorld) -> None:
    """An object of the wrong type is reported with its type and the types that are allowed."""
    world.change(CLAIMS, "object: night-riders", "object: ▸author-of-border-news")
    world.expect(Code.RANGE_VIOLATED, "'author-of-border-news' is of type Voice; arms allows as object Actor")


def test_ends_are_checked_after_merges(world: YamlWorld) -> None:
    """A merged id has the type of the entity that took it in."""
    world.change(
        ENTITIES, "label: Shooting at the border\n", "label: Shooting at the border\n    merged_ids: [fight]\n"
    )
    world.change(CLAIMS, "subject: sylvania", "subject: ▸fight")
    world.expect(Code.DOMAIN_VIOLATED, "'fight' (merged into 'border-shooting') is of type Event")


def test_subtypes_may_stand_at_the_ends(world: YamlWorld) -> None:
    """A subtype of what is allowed is allowed, however far down, and `any` allows everything."""
    world.append(ENTITY_TYPES, "  - {id: Island, label: Island, plural: Islands, parents: [State]}\n")
    world.change(ENTITIES, "id: sylvania\n    type: State", "id: sylvania\n    type: Island")
    assert world.problems() == ()


def test_ends_are_not_judged_without_the_whole_tree(world: YamlWorld) -> None:
    """When an entity type is broken, nothing is said about what fits where."""
    world.change(ENTITY_TYPES, "{id: State, label: State, plural: States,", "▸{id: State, label: State,")
    world.expect(Code.MISSING_FIELD, "'plural'")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("organ_of: freedonia", "organ_of: ▸night-riders", "'night-riders' is of type ArmedGroup; organ_of allows"),
        ("label: Night Riders", "label: Night Riders\n    ▸organ_of: freedonia", "ArmedGroup cannot be an organ"),
    ],
)
def test_organ_violated(world: YamlWorld, old: str, new: str, message: str) -> None:
    """The field organ_of has the ends that the relation of that name has."""
    world.change(ENTITIES, old, new).expect(Code.ORGAN_VIOLATED, message)


def test_symmetric_type_with_two_ends(world: YamlWorld) -> None:
    """A symmetric type cannot allow different things at its ends."""
    world.change(RELATION_TYPES, "range: [State]\n", "range: ▸[Actor]\n").expect(Code.SYMMETRY_VIOLATED, "range")


def test_symmetric_type_with_two_labels(world: YamlWorld) -> None:
    """A symmetric type reads the same both ways."""
    world.change(RELATION_TYPES, "symmetric: true", "symmetric: true\n    inverse_label: ▸is tense to")
    world.expect(Code.SYMMETRY_VIOLATED, "leave inverse_label out")


def test_self_loop(world: YamlWorld) -> None:
    """Nothing is related to itself."""
    world.change(CLAIMS, "object: night-riders", "object: ▸sylvania").expect(Code.SELF_LOOP, "'sylvania'")


def test_self_loop_after_merges(world: YamlWorld) -> None:
    """Two ids of one entity are no two entities."""
    world.change(CLAIMS, "    object: sylvania\n    asserted_by: [author-of-border-news]\n    stance",
                 "    object: ▸freedonia\n    asserted_by: [author-of-border-news]\n    stance")  # fmt: skip
    world.expect(Code.SELF_LOOP, "'old-freedonia' (merged into 'freedonia') and 'freedonia'")


@pytest.mark.parametrize("where", [CLAIMS, SEED])
def test_not_a_voice(world: YamlWorld, where: str) -> None:
    """Only who can speak asserts a claim, and only a voice or person writes a document."""
    if where == CLAIMS:
        world.change(CLAIMS, "[author-of-border-news]", "[author-of-border-news, ▸border-shooting]")
        world.expect(Code.NOT_A_VOICE, "is of type Event; a voice must be of type Actor or Voice")
    else:
        world.change(SEED, "author: author-of-border-news", "author: ▸freedonian-foreign-office")
        world.expect(Code.NOT_A_VOICE, "must be of type Voice or Person")


def test_a_voice_may_be_a_subject(world: YamlWorld) -> None:
    """An author may also be what a claim is about."""
    world.change(RELATION_TYPES, "domain: [Actor]\n    range: [any]", "domain: [any]\n    range: [any]")
    attacked(world, "{}").change(CLAIMS, "subject: night-riders", "subject: author-of-border-news")
    assert world.problems() == ()


@pytest.mark.parametrize("kind", ["accuses", "denounces"])
def test_missing_target(world: YamlWorld, kind: str) -> None:
    """An accusation, and any subtype of it, points to the claim that says of what."""
    world.append(RELATION_TYPES, "  - {id: denounces, label: d, inverse_label: d, parent: accuses, category: c, "
                 "kind: event, polarity: -1, phrase: {affirmed: a, negated: b, infinitive: c}}\n")  # fmt: skip
    world.change(CLAIMS, "    target_claim: riders-armed\n", "")
    world.change(CLAIMS, "type: accuses", f"type: ▸{kind}").expect(Code.MISSING_TARGET, f"{kind} needs target_claim")


def test_undeclared_attribute(world: YamlWorld) -> None:
    """An attribute that neither the type, its parents nor every claim has is reported at its key."""
    attacked(world, "{▸weapons: rifle}").expect(
        Code.UNDECLARED_ATTRIBUTE, "attacks has no attribute 'weapons', did you mean 'weapon'?"
    )


def test_an_attribute_of_another_type(world: YamlWorld) -> None:
    """An attribute that only another type declares is not declared here; one of a parent is."""
    attacked(world, "{▸amount: 3}").expect(Code.UNDECLARED_ATTRIBUTE)


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ("{weapon: ▸axe}", "valid: drone, rifle"),
        ("{deaths: ▸12.5}", "expected a whole number, got '12.5'"),
        ("{deaths: ▸about ten}", "expected a whole number"),
        ("{deaths: ▸[3]}", "expected integer, got a list"),
        ("{▸deaths: }", "'deaths' has no value"),
        ("{collective: ▸yes}", "expected true or false"),
        ("{scope: ▸''}", "expected text"),
        ("{quantity: ▸14}", "{value, approximate, words}"),
        ("{quantity: {value: ▸some}}", "expected a number"),
        ("{quantity: {value: 14, approximate: ▸maybe}}", "expected true or false"),
        ("{quantity: {value: 14, words: ▸[x]}}", "expected text"),
        ("{quantity: {value: 14, ▸word: x}}", "did you mean 'words'?"),
        ("{quantity: ▸{approximate: true}}", "a number, or else the words"),
    ],
)
def test_invalid_attribute(world: YamlWorld, attributes: str, message: str) -> None:
    """An attribute whose value does not fit its declared type is reported at the value."""
    attacked(world, attributes).expect(Code.INVALID_ATTRIBUTE, message)


def test_an_amount_that_is_no_number(world: YamlWorld) -> None:
    """An attribute that a parent type declares is checked in its subtypes."""
    world.change(CLAIMS, "amount: 12.5", "amount: ▸plenty").expect(Code.INVALID_ATTRIBUTE, "expected a number")


def test_cycle_of_entity_types(world: YamlWorld) -> None:
    """The tree of entity types has no circle."""
    world.change(
        ENTITY_TYPES,
        "id: Actor, label: Actor, plural: Actors",
        "id: Actor, label: Actor, plural: Actors, parents: [State]",
    )
    world.change(ENTITY_TYPES, "parents: [Actor, Place]", "parents: [▸Actor, Place]")
    world.expect(Code.CYCLE, "Actor -> State -> Actor goes in a circle")


def test_cycle_of_relation_types(world: YamlWorld) -> None:
    """The tree of relation types has no circle."""
    world.change(RELATION_TYPES, "inverse_label: supported by", "inverse_label: supported by\n    parent: arms")
    world.change(RELATION_TYPES, "parent: supports", "parent: ▸supports")
    world.expect(Code.CYCLE, "relation type tree: supports -> arms -> supports")


@pytest.mark.parametrize("path", [ENTITIES])
def test_cycle_of_merged_ids(world: YamlWorld, path: str) -> None:
    """Two entities cannot each be merged into the other."""
    world.change(path, "[old-freedonia]", "[old-freedonia, sylvania]")
    world.change(path, "country: SE", "country: SE\n    merged_ids: [▸freedonia]")
    world.expect(Code.CYCLE, "merged ids: freedonia -> sylvania -> freedonia")


def test_an_entity_merged_into_itself(world: YamlWorld) -> None:
    """An entity does not merge its own id."""
    world.change(ENTITIES, "[old-freedonia]", "[old-freedonia, ▸freedonia]").expect(
        Code.CYCLE, "freedonia -> freedonia"
    )


def test_cycle_of_organs(world: YamlWorld) -> None:
    """No organ is an organ of its own organ, under whichever id."""
    world.change(ENTITIES, "organ_of: freedonia", "organ_of: table\n    merged_ids: [office]")
    world.append(ENTITIES, "  - {id: desk, type: Ministry, label: Desk, organ_of: ▸office, merged_ids: [table]}\n")
    world.expect(Code.CYCLE, "organ_of: freedonian-foreign-office -> desk -> freedonian-foreign-office")


def test_cycle_of_claims(world: YamlWorld) -> None:
    """Claims about claims end at a claim about the world."""
    world.change(CLAIMS, "target_claim: riders-armed", "target_claim: tension")
    world.change(CLAIMS, "confidence: medium", "confidence: medium\n    target_claim: ▸accusation")
    world.expect(Code.CYCLE, "accusation -> tension -> accusation goes in a circle")


def test_a_claim_about_itself(world: YamlWorld) -> None:
    """A claim is not about itself."""
    world.change(CLAIMS, "target_claim: riders-armed", "target_claim: ▸accusation").expect(Code.CYCLE, "target_claim")


def test_a_long_circle_is_shown_in_short(world: YamlWorld) -> None:
    """A circle through many is cut in the middle, and a chain of thousands is followed without recursion."""
    names = [f"m{number}" for number in range(3000)]
    organs = "".join(
        f"  - {{id: {name}, type: Ministry, label: {name}, organ_of: {after}}}\n"
        for name, after in zip(names, [*names[1:], names[0]], strict=True)
    )
    problems = world.append(ENTITIES, organs).problems()
    assert [one.code for one in problems] == [Code.CYCLE]
    assert "m0 -> m1 -> m2 -> m3 -> m4 -> ... -> m2999 -> m0" in problems[0].message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: attacks\n    object: freedonia", "type: arms\n    object: night-riders"),
        ("type: attacks\n    object: freedonia", "type: supports\n    object: night-riders"),
        ("type: attacks\n    object: freedonia", "type: supports\n    object: any"),
        (
            "subject: any\n    type: attacks\n    object: freedonia",
            "subject: sylvania\n    type: any\n    object: night-riders",
        ),
    ],
)
def test_contradicts_silence(world: YamlWorld, old: str, new: str) -> None:
    """A claim of the pattern that a source is said to be silent on is reported; subtypes and `any` count."""
    world.change(SILENCES, old, new).change(CLAIMS, "- key: riders-armed", "- ▸key: riders-armed")
    world.expect(Code.CONTRADICTS_SILENCE, "'who-fired' (graph_data/silences/border-news.yaml:3:5)")


def test_contradicts_silence_in_reverse(world: YamlWorld) -> None:
    """A symmetric relation contradicts a silence in either direction, and under merged ids."""
    world.change(SILENCES, "subject: any\n    type: attacks\n    object: freedonia",
                 "subject: sylvania\n    type: tense_relations_with\n    object: freedonia")  # fmt: skip
    world.change(CLAIMS, "- key: tension", "- ▸key: tension").expect(Code.CONTRADICTS_SILENCE)


def test_a_silence_is_about_its_own_source(world: YamlWorld) -> None:
    """A claim of another source does not contradict a silence, nor does a supertype of what is looked for."""
    world.change(SILENCES, "type: attacks\n    object: freedonia", "type: arms\n    object: freedonia")
    assert world.problems() == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{name: three claims, count: claims, at_least: 3,", "{name: ▸three claims, count: claims, at_least: 4,",
         "assertion 'three claims' is broken: claims: 3, wanted at least 4"),
        (COUNT,
         "{name: ▸x, count: claims, where: {modality: fact, source: border-news}, at_most: 1}", "claims: 2, wanted"),
        (COUNT,
         "{name: ▸x, count: claims, where: {type: supports}, at_least: 2}", "claims: 1, wanted at least"),
        (COUNT,
         "{name: ▸x, count: entities, where: {type: Actor, generic: false}, at_least: 5}", "entities: 4"),
        (COUNT,
         "{name: ▸x, count: silences, where: {source: other}, at_least: 1}", "silences: 0"),
        (COUNT,
         "{name: ▸x, count: relation_types, where: {polarity: -1}, at_most: 2}", "relation_types: 3"),
        (COUNT,
         "{name: ▸x, count: entity_types, where: {parents: Actor}, at_most: 3}", "entity_types: 4"),
        (FILL,
         "{name: ▸states have places, fill: entities, field: description, where: {type: Place}, at_least: 0.5}\n"
         "  - {name: x, fill: entities, field: names.lang, where: {id: freedonia}, at_least: 1}", None),
        (FILL,
         "{name: ▸states have places, fill: entities, field: identifiers.wd, where: {type: State}, at_least: 0.5}",
         "0.0% of 1 entities have identifiers.wd (not: freedonia), wanted at least 50.0%"),
        (FILL,
         "{name: ▸states have places, fill: entities, field: country, where: {type: Person}, at_least: 0.5}",
         "no entities match"),
        (COUNT,
         "{name: ▸x, fill: claims, field: attributes.quantity, at_least: 0.5}", "33.3% of 3 claims have attributes."),
        (COUNT,
         "{name: ▸x, fill: claims, field: via, at_most: 0.2}", "33.3% of 3 claims have via (not: accusation, tension)"),
    ],
)  # fmt: skip
def test_assertion_failed(world: YamlWorld, old: str, new: str, message: str | None) -> None:
    """A broken assertion is reported with what was measured and what was wanted."""
    world.change(ASSERTIONS, old, new)
    if message is None:
        assert world.problems() == ()
    else:
        world.expect(Code.ASSERTION_FAILED, message)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("field: place.latitude", "field: ▸place.lattitude"),
        ("field: place.latitude", "field: ▸place.latitude.degrees"),
        ("field: place.latitude", "field: ▸placement"),
        ("where: {type: State}", "where: {type: State, ▸kind: x}"),
    ],
)
def test_an_assertion_about_no_field(world: YamlWorld, old: str, new: str) -> None:
    """An assertion about a field that does not exist is reported, not measured."""
    world.change(ASSERTIONS, old, new).expect(Code.UNKNOWN_FIELD, "entities have no field")


def test_a_waiver_names_claims_by_key(world: YamlWorld) -> None:
    """A claim is waived by its key, alone or behind its source."""
    world.change(ASSERTIONS, "waivers:\n", "  - {name: via, fill: claims, field: via, at_least: 1}\nwaivers:\n"
                 "  - {assertion: via, ids: [accusation, border-news/tension], reason: None is said.}\n")  # fmt: skip
    assert world.problems() == ()


def test_assertions_are_not_measured_on_broken_records(world: YamlWorld) -> None:
    """A number of what is left after mistakes would be wrong, so it is not judged."""
    world.change(CLAIMS, "modality: alleged", "modality: ▸allegd").change(ASSERTIONS, "at_least: 3", "at_least: 4")
    world.expect(Code.INVALID_VALUE)
