"""A tiny world in YAML that is valid, and a way to break it in one place.

A test changes or adds text in which MARK stands where the problem must be reported; the mark itself is not written.

    world.change(CLAIMS, "object: sylvania", "object: ▸sylvannia")
    world.expect(Code.UNKNOWN_ENTITY, "did you mean 'sylvania'?")
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.loading.codes import Code
from app.loading.load import check, load
from app.model.dataset import Dataset
from app.model.problem import Problem
from app.model.source import fingerprint

MARK = "▸"

DATASETS = "graph_data/datasets.yaml"
ENTITY_TYPES = "graph_data/ontology/entity_types.yaml"
RELATION_TYPES = "graph_data/ontology/relation_types.yaml"
ENTITIES = "graph_data/entities/all.yaml"
CLAIMS = "graph_data/claims/border-news.yaml"
SILENCES = "graph_data/silences/border-news.yaml"
ASSERTIONS = "graph_data/assertions.yaml"
SEED = "seeds/border-news.yaml"

TEXT = "Border News\n\nShots were fired\nat the border.\n\nFreedonia blames Sylvania.\n"
PARAGRAPHS = ("Border News", "Shots were fired at the border.", "Freedonia blames Sylvania.")

FILES = {
    DATASETS: """\
datasets:
  - id: curated
    title: Invented data
    licence: CC0-1.0
    attribution: Nobody
    coverage: One invented document.
""",
    ENTITY_TYPES: """\
entity_types:
  - {id: Actor, label: Actor, plural: Actors}
  - {id: Place, label: Place, plural: Places}
  - {id: State, label: State, plural: States, parents: [Actor, Place]}
  - {id: Ministry, label: Ministry, plural: Ministries, parents: [Actor]}
  - {id: ArmedGroup, label: Armed group, plural: Armed groups, parents: [Actor]}
  - {id: Person, label: Person, plural: Persons, parents: [Actor]}
  - {id: Voice, label: Voice, plural: Voices}
  - {id: Event, label: Event, plural: Events}
""",
    RELATION_TYPES: """\
relation_types:
  - id: supports
    label: supports
    inverse_label: supported by
    category: cooperation
    kind: state
    polarity: 1
    intensity: 7
    domain: [Actor]
    range: [Actor]
    attributes:
      amount: {type: number, unit: EUR, description: how much}
    phrase: {affirmed: supports, negated: does not support, infinitive: support}
  - id: arms
    label: arms
    inverse_label: armed by
    parent: supports
    category: cooperation
    kind: state
    polarity: 1
    domain: [Actor]
    range: [Actor]
    phrase: {affirmed: arms, negated: does not arm, infinitive: arm}
  - id: attacks
    label: attacks
    inverse_label: attacked by
    category: conflict
    kind: event
    polarity: -1
    domain: [Actor]
    range: [any]
    attributes:
      weapon: {type: enum, values: [rifle, drone]}
      deaths: {type: integer}
      planner: {type: entity}
    phrase: {affirmed: attacks, negated: does not attack, infinitive: attack}
    mappings: {cameo: "190"}
  - id: tense_relations_with
    label: has tense relations with
    symmetric: true
    category: conflict
    kind: state
    polarity: -1
    domain: [State]
    range: [State]
    phrase:
      affirmed: has tense relations with
      negated: has no tense relations with
      infinitive: have tense relations with
  - id: accuses
    label: accuses
    inverse_label: accused by
    category: conflict
    kind: event
    polarity: -1
    domain: [Actor]
    range: [Actor]
    phrase: {affirmed: accuses, negated: does not accuse, infinitive: accuse}
  - id: organ_of
    label: organ of
    inverse_label: has organ
    category: structure
    kind: state
    polarity: 0
    transitive: true
    domain: [Ministry]
    range: [State, Ministry]
    phrase: {affirmed: is an organ of, negated: is not an organ of, infinitive: be an organ of}
""",
    ENTITIES: """\
entities:
  - id: freedonia
    type: State
    label: Freedonia
    names:
      - {text: Land of the Free, lang: en, kind: alias}
    identifiers: {invented: "0123"}
    country: "NO"
    place: {latitude: 59.9, longitude: 10.7, precision: capital, basis: invented}
    description: A state.
    merged_ids: [old-freedonia]
  - id: sylvania
    type: State
    label: Sylvania
    country: SE
  - id: freedonian-foreign-office
    type: Ministry
    label: Foreign Office of Freedonia
    organ_of: freedonia
  - id: night-riders
    type: ArmedGroup
    label: Night Riders
  - id: author-of-border-news
    type: Voice
    label: Author of Border News
  - id: border-shooting
    type: Event
    label: Shooting at the border
""",
    CLAIMS: """\
source: border-news
claims:
  - key: riders-armed
    subject: sylvania
    type: arms
    object: night-riders
    asserted_by: [freedonian-foreign-office]
    addressed_to: sylvania
    via: border-shooting
    modality: alleged
    hedge: {kind: reportedly, words: is said}
    progress: under_way
    valid: {edtf: 2019-04~/.., words: since spring}
    confidence: high
    evidence:
      - {paragraph: 3, note: Freedonia says that Sylvania arms the riders.}
    attributes:
      amount: 12.5
      due: 2019-12
      quantity: {value: 12, approximate: true, words: a dozen}
  - key: accusation
    subject: freedonia
    type: accuses
    object: sylvania
    asserted_by: [author-of-border-news]
    modality: fact
    confidence: high
    evidence:
      - {paragraph: 3, note: Freedonia accuses Sylvania.}
    target_claim: riders-armed
  - key: tension
    subject: old-freedonia
    type: tense_relations_with
    object: sylvania
    asserted_by: [author-of-border-news]
    stance: affirms
    modality: fact
    valid: {edtf: 2019/..}
    confidence: medium
    basis: implied
    evidence:
      - {paragraph: 2, note: Shots are fired.}
      - {paragraph: 3, note: One side blames the other.}
""",
    SILENCES: """\
source: border-news
silences:
  - key: who-fired
    question: Who fired?
    subject: any
    type: attacks
    object: freedonia
    paragraphs: [2]
    note: The document does not say who fired.
    nearest: [tension]
""",
    ASSERTIONS: """\
assertions:
  - {name: three claims, count: claims, at_least: 3, at_most: 3}
  - {name: states have places, fill: entities, field: place.latitude, where: {type: State}, at_least: 1}
waivers:
  - {assertion: states have places, ids: [sylvania], reason: Its capital is invented.}
""",
    SEED: f"""\
id: border-news
title: Border News
section: World
publisher: {{name: The Gazette, inferred: "Its section is called so."}}
author: author-of-border-news
published: {{edtf: 2019-05-20, inferred: "The text gives no date."}}
language: en
coverage: complete
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
dataset: curated
url: https://gazette.example/border-news
paragraphs:
  - number: 1
    fingerprint: {fingerprint(PARAGRAPHS[0])}
    note: Headline.
  - number: 2
    fingerprint: {fingerprint(PARAGRAPHS[1])}
    note: Shots at the border.
  - number: 3
    fingerprint: {fingerprint(PARAGRAPHS[2])}
    note: One state blames the other.
""",
}


class YamlWorld:
    """The files of the world; written when they are checked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, str | bytes] = dict(FILES)
        self._places: list[tuple[str, int, int]] = []

    @property
    def graph_data(self) -> Path:
        """The folder of the curated graph."""
        return self.root / "graph_data"

    @property
    def seeds(self) -> Path:
        """The folder of the source records."""
        return self.root / "seeds"

    def add(self, path: str, text: str | bytes) -> YamlWorld:
        """Add a file, or put another text in the place of one."""
        self.files[path] = self._marked(path, text) if isinstance(text, str) else text
        return self

    def remove(self, path: str) -> YamlWorld:
        """Leave a file out."""
        del self.files[path]
        return self

    def change(self, path: str, old: str, new: str) -> YamlWorld:
        """Change a text that must occur; its first occurrence is replaced."""
        text = self.files[path]
        assert isinstance(text, str)
        assert old in text, f"{old!r} is not in {path}"
        return self.add(path, text.replace(old, new, 1))

    def append(self, path: str, text: str) -> YamlWorld:
        """Add text at the end of a file."""
        before = self.files[path]
        assert isinstance(before, str)
        return self.add(path, before + text)

    def write(self) -> YamlWorld:
        """Write all files below the root."""
        for path, text in self.files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def problems(self) -> tuple[Problem, ...]:
        """What the check of all files finds."""
        self.write()
        return check(self.graph_data, self.seeds)

    def load(self) -> Dataset:
        """The world as data."""
        self.write()
        return load(self.graph_data, self.seeds)

    def expect(self, code: Code, *words: str) -> None:
        """Exactly one problem, at the mark, of the code, whose message holds the words."""
        (place,) = self._places
        problems = self.problems()
        assert [(one.path, one.line, one.column, one.code) for one in problems] == [(*place, code.value)], problems
        for word in words:
            assert word in problems[0].message

    def _marked(self, path: str, text: str) -> str:
        before, mark, after = text.partition(MARK)
        if mark:
            self._places.append((path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        return before + after
