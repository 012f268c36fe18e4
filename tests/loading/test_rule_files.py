"""Rules in YAML are checked like all other data: shape, references and their own logic, each at its place."""

from __future__ import annotations

import pytest

from app.loading.codes import Code
from tests.loading.worlds import YamlWorld

RULES = "graph_data/rules/friction.yaml"
RULE = """\
rules:
  - id: friction
    label: friction
    description: Who arms an attacker is at odds with the attacked.
    when:
      - subject: "?patron"
        object: "?group"
        any_of: [{type: supports}]
      - subject: "?group"
        object: "?victim"
        any_of: [{type: attacks, attributes: {weapon: [rifle]}}]
    where: {"?victim": [State]}
    different: [["?patron", "?victim"]]
    then:
      subject: "?patron"
      object: "?victim"
      type: inferred_friction_with
      label: inferred friction with
      polarity: -1
      symmetric: true
      phrase: {affirmed: is perhaps at odds with, negated: is not at odds with, infinitive: be at odds with}
"""


def test_a_rule_is_loaded(world: YamlWorld) -> None:
    """A valid rule is part of the data."""
    (rule,) = world.add(RULES, RULE).load().rules
    assert (rule.id, rule.then.type.id, len(rule.when)) == ("friction", "inferred_friction_with", 2)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("type: supports", "type: ▸suports", Code.UNKNOWN_RELATION_TYPE),
        ("[State]", "[▸Stat]", Code.UNKNOWN_ENTITY_TYPE),
        ('object: "?group"', "object: ▸nobody", Code.UNKNOWN_ENTITY),
        ('then:\n      subject: "?patron"', 'then:\n      subject: ▸"?sponsor"', Code.INVALID_RULE),
        ("weapon: [rifle]", "weapon: ▸[axe]", Code.INVALID_RULE),
        ("type: inferred_friction_with", "type: ▸attacks", Code.INVALID_RULE),
        ("      symmetric: true\n", "", None),
        ("label: friction\n", "labels: friction\n", None),
        ("polarity: -1", "polarity: ▸2", Code.INVALID_VALUE),
    ],
)
def test_a_rule_that_is_wrong(world: YamlWorld, old: str, new: str, code: Code | None) -> None:
    """A mistake in a rule is reported at its place."""
    world.add(RULES, RULE).change(RULES, old, new)
    if code is None:
        assert {one.code for one in world.problems()} <= {Code.MISSING_FIELD, Code.UNKNOWN_FIELD}
        assert world.problems()
    elif code is Code.UNKNOWN_ENTITY:
        assert code in [one.code for one in world.problems()]
    else:
        world.expect(code)


def test_a_broken_file_of_rules(world: YamlWorld) -> None:
    """A file of rules that cannot be read is a problem, and nothing else is."""
    assert [one.code for one in world.add(RULES, "rules: {\n").problems()] == [Code.YAML_SYNTAX]
