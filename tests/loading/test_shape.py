"""The shape of a record: fields, types, values and ids, each mistake at the line and column of its key or value."""

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


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "stance: affirms", "▸stanse: affirms", "did you mean 'stance'?"),
        (CLAIMS, "kind: reportedly, ", "kind: reportedly, ▸word: x, ", "did you mean 'words'?"),
        (CLAIMS, "{paragraph: 2, ", "{▸line: 7, paragraph: 2, ", "valid: note, paragraph"),
        (CLAIMS, "claims:\n", "▸claim: []\nclaims:\n", "did you mean 'claims'?"),
        (ENTITIES, "kind: alias}", "kind: alias, ▸language: en}", "did you mean 'lang'?"),
        (ENTITIES, "basis: invented}", "basis: invented, ▸altitude: 3}", "did you mean 'latitude'?"),
        (RELATION_TYPES, "weapon: {type: enum,", "weapon: {▸unti: kg, type: enum,", "did you mean 'unit'?"),
        (RELATION_TYPES, "{affirmed: arms,", "{▸affirm: x, affirmed: arms,", "did you mean 'affirmed'?"),
        (SEED, "section: World", "▸sections: World", "did you mean 'section'?"),
        (
            SEED,
            "note: Headline.",
            "note: Headline.\n    ▸text: The words themselves.",
            "valid: fingerprint, note, number",
        ),
        (DATASETS, "licence:", "▸license: MIT\n    licence:", "did you mean 'licence'?"),
        (SILENCES, "nearest:", "▸near: []\n    nearest:", "did you mean 'nearest'?"),
        (ASSERTIONS, "at_most: 3", "at_most: 3, ▸atleast: 2", "did you mean 'at_least'?"),
    ],
)
def test_unknown_field(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A field that nothing knows is reported at its key, with the field that was probably meant."""
    world.change(path, old, new).expect(Code.UNKNOWN_FIELD, hint)


@pytest.mark.parametrize(
    ("path", "old", "new", "name"),
    [
        (CLAIMS, "- key: tension\n    subject: old-freedonia\n", "- ▸key: tension\n", "'subject'"),
        (CLAIMS, "    confidence: medium\n", "    ▸confidence:\n", "'confidence' has no value"),
        (CLAIMS, "{paragraph: 2, note: Shots are fired.}", "▸{paragraph: 2}", "'note'"),
        (CLAIMS, "source: border-news\n", "", "'source'"),
        (ENTITIES, "- {text: Land of the Free, lang: en, kind: alias}", "- ▸{lang: en, kind: alias}", "'text'"),
        (ENTITIES, "precision: capital, ", "", "'precision'"),
        (RELATION_TYPES, "    phrase: {affirmed: arms, negated: does not arm, infinitive: arm}\n", "", "'phrase'"),
        (RELATION_TYPES, "negated: does not arm, ", "", "'negated'"),
        (RELATION_TYPES, "  - id: arms\n    label: arms\n", "  - ▸id: arms\n", "'label'"),
        (RELATION_TYPES, "{type: enum, values: [rifle, drone]}", "▸{type: enum}", "'values'"),
        (RELATION_TYPES, "- id: arms\n    label: arms\n    inverse_label: armed by\n", "- ▸id: arms\n    label: arms\n",
         "'inverse_label': only a symmetric type"),
        (SEED, 'published: {edtf: 2019-05-20, inferred: "The text gives no date."}\n', "", "'published'"),
        (SEED, "    note: Headline.\n", "    ▸note:\n", "'note' has no value"),
        (DATASETS, "    licence: CC0-1.0\n", "", "'licence'"),
        (SILENCES, "    note: The document does not say who fired.\n", "", "'note'"),
        (ASSERTIONS, "ids: [sylvania], reason: Its capital is invented.", "ids: [sylvania]", "'reason'"),
        (ASSERTIONS, ", at_least: 3, at_most: 3", "", "'at_least' or 'at_most'"),
        (ASSERTIONS, "{name: three claims, count: claims,", "▸{name: three claims,", "'count' or 'fill'"),
        (ASSERTIONS, "field: place.latitude, ", "", "'field'"),
    ],
)  # fmt: skip
def test_missing_field(world: YamlWorld, path: str, old: str, new: str, name: str) -> None:
    """A field that is not there is reported at the start of its record; one without a value at its key."""
    if "▸" in new:
        world.change(path, old, new).expect(Code.MISSING_FIELD, name)
        return
    (problem,) = world.change(path, old, new).problems()
    assert (problem.path, problem.code) == (path, Code.MISSING_FIELD)
    assert name in problem.message


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "asserted_by: [freedonian-foreign-office]", "asserted_by: ▸freedonian-foreign-office", "a list"),
        (CLAIMS, "hedge: {kind: reportedly, words: is said}", "hedge: ▸reportedly", "a mapping, got 'reportedly'"),
        (CLAIMS, "{paragraph: 2,", "{paragraph: ▸two,", "a whole number"),
        (CLAIMS, "via: border-shooting", "via: ▸[border-shooting]", "text, got a list"),
        (CLAIMS, "  - key: accusation", "  - ▸nothing but text\n  - key: accusation", "a mapping"),
        (CLAIMS, "modality: alleged", "modality: ▸[alleged]", "one of fact, alleged"),
        (
            CLAIMS,
            "confidence: high\n    evidence:",
            "confidence: ▸{is: high}\n    evidence:",
            "one of low, medium, high",
        ),
        (ENTITIES, "label: Sylvania\n", "label: Sylvania\n    generic: ▸yes\n", "true or false, got 'yes'"),
        (ENTITIES, "latitude: 59.9", "latitude: ▸59.9N", "a number"),
        (ENTITIES, 'identifiers: {invented: "0123"}', "identifiers: ▸[Q1]", "a mapping, got a list"),
        (ENTITIES, 'identifiers: {invented: "0123"}', "identifiers: {invented: ▸[Q1]}", "text, got a list"),
        (RELATION_TYPES, "polarity: 1\n    intensity: 7", "polarity: ▸positive\n    intensity: 7", "a whole number"),
        (RELATION_TYPES, "symmetric: true", "symmetric: true\n    transitive: ▸1", "true or false"),
        (SEED, "published: {", "published: ▸2019\nother: {", "a mapping"),
        (SILENCES, "silences:\n", "silences: ▸none\nothers:\n", "a list"),
        (ASSERTIONS, "at_least: 3, ", "at_least: ▸three, ", "a number"),
    ],
)
def test_wrong_type(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A value of the wrong kind is reported where it stands, with what was expected."""
    world.change(path, old, new)
    first, *_ = [one for one in world.problems() if one.code == Code.WRONG_TYPE]
    ((marked, line, column),) = world._places
    assert (first.path, first.line, first.column) == (marked, line, column)
    assert hint in first.message


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "modality: alleged", "modality: ▸allege", "did you mean 'alleged'? (valid: agreed, alleged, expected"),
        (CLAIMS, "stance: affirms", "stance: ▸afirms", "did you mean 'affirms'?"),
        (CLAIMS, "basis: implied", "basis: ▸guessed", "valid: explicit, implied, presupposed"),
        (CLAIMS, "progress: under_way", "progress: ▸underway", "did you mean 'under_way'?"),
        (CLAIMS, "kind: reportedly", "kind: ▸allegedly", "valid: appears, arguably, likely, may, reportedly"),
        (CLAIMS, "confidence: medium", "confidence: ▸middle", "valid: high, low, medium"),
        (ENTITIES, "kind: alias", "kind: ▸allias", "did you mean 'alias'?"),
        (ENTITIES, "country: SE", "country: SE\n    existence: ▸real", "valid: actual, alleged, hypothetical, planned"),
        (ENTITIES, "label: Sylvania", 'label: ▸" "', "must not be empty"),
        (RELATION_TYPES, "kind: event", "kind: ▸happening", "valid: event, state"),
        (RELATION_TYPES, "polarity: -1", "polarity: ▸-2", "-1 (conflictual), 0 (neutral) or 1 (cooperative)"),
        (RELATION_TYPES, "{type: integer}", "{type: ▸intger}", "did you mean 'integer'?"),
        (RELATION_TYPES, "{type: integer}", "{type: integer, values: ▸[1, 2]}", "only an enum has values"),
        (SEED, "coverage: complete", "coverage: ▸whole", "valid: complete, partial"),
        (SEED, "sha256: ", "sha256: ▸0", "64 lowercase hexadecimal digits"),
        (SEED, "url: https://", "url: ▸ftp://", "https://"),
        (ASSERTIONS, "count: claims", "count: ▸claim", "did you mean 'claims'?"),
        (ASSERTIONS, "ids: [sylvania]", "ids: ▸[]", "must not be empty"),
        (ASSERTIONS, "count: claims,", "count: claims, field: ▸key,", "only 'fill' has a field"),
        (ASSERTIONS, "waivers:\n", "waivers:\n  - {assertion: ▸three claims, ids: [x], reason: y}\n", "only a fill"),
    ],
)  # fmt: skip
def test_invalid_value(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A value that is not among the valid ones is reported where it stands, with those that are."""
    world.change(path, old, new).expect(Code.INVALID_VALUE, hint)


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (ENTITIES, "entities:\n", "entities:\n  - {id: ▸Border_Fire, type: Event, label: X}\n", "'border-fire'?"),
        (ENTITIES, "[old-freedonia]", "[old-freedonia, ▸-x]", "did you mean 'x'?"),
        (CLAIMS, "key: accusation", "key: ▸The Accusation", "did you mean 'the-accusation'?"),
        (DATASETS, "datasets:\n", "datasets:\n  - {id: ▸A B, title: t, licence: l, attribution: a, coverage: c}\n",
         "'a-b'"),
        (ENTITY_TYPES, "entity_types:\n", "entity_types:\n  - {id: ▸event_type, label: x, plural: x}\n", "capital"),
        (RELATION_TYPES, "category: structure", "category: ▸Structure", "underscores"),
        (RELATION_TYPES, "deaths: {", "▸Deaths-2: {", "underscores"),
    ],
)  # fmt: skip
def test_invalid_id(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """An id that breaks the rule for its kind is reported with the rule or the nearest slug."""
    world.change(path, old, new).expect(Code.INVALID_ID, hint)


def test_a_wrong_id_is_known_all_the_same(world: YamlWorld) -> None:
    """References to an entity whose id breaks the slug rule are not reported on top of it."""
    world.change(ENTITIES, "- id: sylvania", "- id: ▸Sylvania_State")
    for _ in range(3):
        world.change(CLAIMS, ": sylvania\n", ": Sylvania_State\n")
    world.change(CLAIMS, ": sylvania\n", ": Sylvania_State\n").change(ASSERTIONS, "[sylvania]", "[Sylvania_State]")
    world.expect(Code.INVALID_ID)


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (CLAIMS, "edtf: 2019-04~/..", "edtf: ▸April 2019", "use YYYY, YYYY-MM or YYYY-MM-DD"),
        (CLAIMS, "edtf: 2019-04~/..", "edtf: ▸2019-02-30", "not a date of the calendar"),
        (CLAIMS, "edtf: 2019/..", "edtf: ▸2020/2019", "ends before it starts: write 2019/2020"),
        (CLAIMS, "due: 2019-12", "due: ▸2019-13", "EDTF"),
        (SEED, "edtf: 2019-05-20", "edtf: ▸20 May 2019", "EDTF"),
        (SEED, "edtf: 2019-05-20", "edtf: ▸2019/2020", "give one date"),
    ],
)
def test_invalid_date(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A date that is not EDTF, not in the calendar, or an interval in reverse, is reported at the date."""
    world.change(path, old, new).expect(Code.INVALID_DATE, hint)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("XX", "no country"),
        ("se", "did you mean 'SE'?"),
        ("SWE", "did you mean 'SE'?"),
        ("Sweden", "did you mean 'SE'?"),
    ],
)
def test_invalid_country(world: YamlWorld, code: str, hint: str) -> None:
    """A country code is two capitals of ISO 3166-1, and a name or longer code is translated in the hint."""
    world.change(ENTITIES, "country: SE", f"country: ▸{code}").expect(Code.INVALID_COUNTRY, hint)


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("english", "not a language tag"),
        ("xq", "no language has the code 'xq'"),
        ("eng", "as 'en'"),
        ("EN-gb", "as 'en-GB'"),
        ("fa-Xrab", "no script"),
        ("en-XX", "no country"),
    ],
)
def test_invalid_language(world: YamlWorld, tag: str, hint: str) -> None:
    """A language tag is made of codes that exist, in the recommended form."""
    world.change(SEED, "language: en", f"language: ▸{tag}").expect(Code.INVALID_LANGUAGE, hint)


@pytest.mark.parametrize("tag", ["en", "ur", "bal", "fa-Arab", "pt-BR", "es-419", "de-CH-1996", "und"])
def test_valid_languages(world: YamlWorld, tag: str) -> None:
    """Languages with and without script, region and variant are accepted."""
    assert world.change(ENTITIES, "lang: en", f"lang: {tag}").problems() == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (ENTITIES, "latitude: 59.9", "latitude: ▸90.1", "between -90 and 90"),
        (ENTITIES, "longitude: 10.7", "longitude: ▸-181", "between -180 and 180"),
        (RELATION_TYPES, "intensity: 7", "intensity: ▸70", "between -10 and 10"),
        (CLAIMS, "{paragraph: 2,", "{paragraph: ▸0,", "at least 1"),
        (ASSERTIONS, "where: {type: State}, at_least: 1", "where: {type: State}, at_least: ▸100", "between 0 and 1"),
        (ASSERTIONS, "at_least: 3, ", "at_least: ▸-3, ", "at least 0"),
    ],
)
def test_out_of_range(world: YamlWorld, path: str, old: str, new: str, hint: str) -> None:
    """A number beyond its bounds is reported with the bounds."""
    world.change(path, old, new).expect(Code.OUT_OF_RANGE, hint)


@pytest.mark.parametrize("new", ["    evidence: ▸[]\n", "    ▸evidence:\n"])
def test_no_evidence(world: YamlWorld, new: str) -> None:
    """A claim without evidence is no claim."""
    old = "    evidence:\n      - {paragraph: 3, note: Freedonia accuses Sylvania.}\n"
    world.change(CLAIMS, old, new).expect(Code.NO_EVIDENCE, "at least one paragraph")


def test_no_evidence_field(world: YamlWorld) -> None:
    """A claim that has no field for evidence is reported at its start."""
    world.change(CLAIMS, "    evidence:\n      - {paragraph: 3, note: Freedonia accuses Sylvania.}\n", "")
    world.change(CLAIMS, "- key: accusation", "- ▸key: accusation").expect(Code.NO_EVIDENCE)


def test_no_voice(world: YamlWorld) -> None:
    """A claim that nobody makes is refused: losing the voice turns an allegation into a fact."""
    world.change(CLAIMS, "[freedonian-foreign-office]", "▸[]").expect(Code.NO_VOICE, "asserted_by")
