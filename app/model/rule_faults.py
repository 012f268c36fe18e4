"""What is wrong with rules in themselves and against an ontology: asked of curated files and of requests alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.model.claim import Status
from app.model.ontology import Ontology
from app.model.rule import NEVER_PREMISES, Rule, is_variable

MOST_CONDITIONS = 6
MOST_RULES = 50
LONGEST_OVERLAP = 36_600


class Fault(NamedTuple):
    """One mistake: where in the rule (as written), which kind of reference it breaks, and what would be right."""

    loc: tuple[str | int, ...]
    message: str
    kind: str = "rule"  # rule, relation_type, entity_type or entity
    valid: tuple[str, ...] = ()


def rule_faults(
    rule: Rule, ontology: Ontology, derived: Collection[str], known_entity: Mapping[str, object] | Collection[str]
) -> Iterator[Fault]:
    """Every mistake of one rule. `derived` are the types that rules conclude; `known_entity` holds entity ids."""
    if not 1 <= len(rule.when) <= MOST_CONDITIONS:
        yield Fault(("when",), f"a rule has from 1 to {MOST_CONDITIONS} conditions")
    variables = tuple(dict.fromkeys(v for c in rule.when for v in c.variables))
    for index, condition in enumerate(rule.when):
        for end, term in (("subject", condition.subject), ("object", condition.object)):
            if not is_variable(term) and term not in known_entity:
                yield Fault(("when", index, end), f"unknown entity {term!r}", "entity")
        if condition.subject == condition.object:
            yield Fault(
                ("when", index, "object"), "subject and object are the same: no relation ties a thing to itself"
            )
        for number, premise in enumerate(condition.premises):
            loc = ("when", index, "any_of", number)
            if premise.type in ontology.relation_types:
                yield from _attribute_faults(ontology, premise.type, premise.attributes, loc)
            elif premise.type not in derived:
                yield Fault((*loc, "type"), f"unknown relation type {premise.type!r}", "relation_type")
            elif premise.attributes:
                yield Fault((*loc, "attributes"), "a derived relation has no claims, so no attributes")
    yield from _connection_faults(rule)
    for end, term in (("subject", rule.then.subject), ("object", rule.then.object)):
        if is_variable(term) and term not in variables:
            yield Fault(
                ("then", end), f"no condition has the variable {term}: use {', '.join(variables)}", valid=variables
            )
        elif not is_variable(term) and term not in known_entity:
            yield Fault(("then", end), f"unknown entity {term!r}", "entity")
    if rule.then.subject == rule.then.object:
        yield Fault(("then", "object"), "subject and object are the same: no relation ties a thing to itself")
    if rule.then.type.id in ontology.relation_types:
        yield Fault(
            ("then", "type"), f"{rule.then.type.id!r} is a type that claims have: give what follows its own name"
        )
    yield from _other_faults(rule, ontology, variables)


def _attribute_faults(
    ontology: Ontology, kind: str, attributes: Mapping[str, tuple[str, ...]], loc: tuple[str | int, ...]
) -> Iterator[Fault]:
    declared = ontology.attributes_of(kind)
    for name, values in attributes.items():
        if name not in declared:
            names = tuple(sorted(declared))
            yield Fault((*loc, "attributes", name), f"{kind} declares no attribute {name!r}", valid=names)
        elif declared[name].type == "enum":
            wrong = [v for v in values if v not in declared[name].values]
            if wrong:
                choices = ", ".join(declared[name].values)
                message = f"{wrong[0]!r} is no value of {name}: use {choices}"
                yield Fault((*loc, "attributes", name), message, valid=declared[name].values)


def _connection_faults(rule: Rule) -> Iterator[Fault]:
    """Conditions that share no variable with the others would pair everything with everything."""
    known: set[str] = set(rule.when[0].variables) if rule.when else set()
    left = list(range(1, len(rule.when)))
    while left:
        joined = [i for i in left if known & set(rule.when[i].variables)]
        if not joined:
            yield Fault(("when", left[0]), "this condition shares no variable with the others: join it")
            return
        for index in joined:
            known.update(rule.when[index].variables)
            left.remove(index)


def _other_faults(rule: Rule, ontology: Ontology, variables: Sequence[str]) -> Iterator[Fault]:
    for variable, types in rule.where.items():
        if variable not in variables:
            yield Fault(("where", variable), f"no condition has the variable {variable}", valid=tuple(variables))
        for number, name in enumerate(types):
            if name not in ontology.entity_types:
                yield Fault(("where", variable, number), f"unknown entity type {name!r}", "entity_type")
    for index, pair in enumerate(rule.different):
        for number, variable in enumerate(pair):
            if variable not in variables:
                yield Fault(("different", index, number), f"no condition has the variable {variable}")
    for status in sorted(rule.premises & NEVER_PREMISES):
        yield Fault(("premises",), f"what is {status.value} is never a premise", valid=tuple(_allowed()))
    if not rule.premises:
        yield Fault(("premises",), "name at least one status", valid=tuple(_allowed()))
    if not 1 <= rule.overlap_days <= LONGEST_OVERLAP:
        yield Fault(("overlap_days",), f"overlap_days is a number of days from 1 to {LONGEST_OVERLAP}")


def _allowed() -> list[str]:
    return [s.value for s in Status if s not in NEVER_PREMISES]


def clashes(rules: Sequence[Rule]) -> Iterator[tuple[int, str]]:
    """Rules, by position, that say another thing of a derived type than the first that concludes it, or reuse an id."""
    first: dict[str, Rule] = {}
    ids: set[str] = set()
    for index, rule in enumerate(rules):
        if rule.id in ids:
            yield index, f"two rules have the id {rule.id!r}"
        ids.add(rule.id)
        other = first.setdefault(rule.then.type.id, rule)
        if other.then.type != rule.then.type:
            yield index, f"{rule.then.type.id!r} is described otherwise in rule {other.id!r}: say it once, the same way"
