"""From the words of rules (plain values, as in the body of a request) to rules; errors point into the words."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from app.errors import InvalidQuery
from app.graph.body import Loc, Words, boolean, chosen, mapping, number, only, text, texts, variable
from app.graph.contract import GraphView
from app.model.claim import Status
from app.model.ids import is_slug, is_type_name
from app.model.ontology import Phrase
from app.model.rule import (
    DEFAULT_PREMISES,
    NEVER_PREMISES,
    Conclusion,
    Condition,
    Premise,
    Rule,
    derived_type,
)
from app.model.rule_faults import LONGEST_OVERLAP, MOST_CONDITIONS, clashes, rule_faults

MOST_POSTED = 20
_RULE: Final = ("id", "label", "description", "when", "where", "different", "premises", "overlap_days", "then")
_THEN: Final = (
    "subject", "object", "type", "label", "inverse_label", "polarity", "symmetric", "phrase", "description",
)  # fmt: skip


def read_rules(view: GraphView, words: Any, loc: Loc = ("rules",)) -> tuple[Rule, ...]:
    """The rules that the words mean. Raises InvalidQuery with the place and with what would be right."""
    if not isinstance(words, Sequence) or isinstance(words, str) or not words:
        raise InvalidQuery(loc, "give at least one rule: {id, when, then}")
    if len(words) > MOST_POSTED:
        raise InvalidQuery(loc, f"give at most {MOST_POSTED} rules")
    rules = tuple(_rule(item, (*loc, i)) for i, item in enumerate(words))
    for index, message in clashes(rules):
        raise InvalidQuery((*loc, index, "id"), message)
    derived = {r.then.type.id for r in rules}
    ids = {e for r in rules for c in r.when for e in (c.subject, c.object)}
    ids |= {e for r in rules for e in (r.then.subject, r.then.object)}
    known = {e for e in ids if view.find_entity(view.merged_into(e) or e) is not None}
    for index, rule in enumerate(rules):
        for fault in rule_faults(rule, view.ontology, derived, known):
            valid = fault.valid or (tuple(view.ontology.relation_types) if fault.kind == "relation_type" else ())
            raise InvalidQuery((*loc, index, *fault.loc), fault.message, valid)
    return rules


def _rule(words: Any, loc: Loc) -> Rule:
    only(words, _RULE, loc)
    key = text(words, "id", loc, longest=120)
    if not is_slug(key):
        raise InvalidQuery((*loc, "id"), "an id is lowercase words joined by single hyphens")
    when = words.get("when")
    if not isinstance(when, list | tuple) or not 1 <= len(when) <= MOST_CONDITIONS:
        raise InvalidQuery((*loc, "when"), f"when is a list of 1 to {MOST_CONDITIONS} conditions")
    where = mapping(words.get("where") or {}, (*loc, "where"), "where is an object: {'?variable': ['State']}")
    statuses = texts(words, "premises", loc)
    allowed = [s.value for s in Status if s not in NEVER_PREMISES]
    chosen(statuses, allowed, (*loc, "premises"))
    return Rule(
        id=key,
        label=text(words, "label", loc) if words.get("label") else key.replace("-", " "),
        description=text(words, "description", loc, longest=2000) if words.get("description") else "",
        when=tuple(_condition(item, (*loc, "when", i)) for i, item in enumerate(when)),
        then=_conclusion(words.get("then"), (*loc, "then")),
        where=MappingProxyType({str(k): tuple(texts(where, k, (*loc, "where"))) for k in where}),
        different=_different(words.get("different") or (), (*loc, "different")),
        premises=frozenset(Status(s) for s in statuses) if statuses else DEFAULT_PREMISES,
        overlap_days=number(words, "overlap_days", 1, (1, LONGEST_OVERLAP), loc),
    )


def _condition(words: Any, loc: Loc) -> Condition:
    only(words, ("subject", "object", "any_of", "type", "attributes"), loc)
    if ("any_of" in words) == ("type" in words):
        raise InvalidQuery((*loc, "type"), "give a type, or any_of with several {type, attributes}")
    if "type" in words:
        premises: tuple[Premise, ...] = (_premise({k: words[k] for k in ("type", "attributes") if k in words}, loc),)
    else:
        items = words["any_of"]
        if not isinstance(items, list | tuple) or not 1 <= len(items) <= 20:
            raise InvalidQuery((*loc, "any_of"), "any_of is a list of 1 to 20 {type, attributes}")
        premises = tuple(_premise(item, (*loc, "any_of", i)) for i, item in enumerate(items))
    return Condition(_term(words, "subject", loc), _term(words, "object", loc), premises)


def _premise(words: Any, loc: Loc) -> Premise:
    only(words, ("type", "attributes"), loc)
    kind = text(words, "type", loc, longest=120)
    asked = mapping(words.get("attributes") or {}, (*loc, "attributes"), "attributes are an object: {name: [values]}")
    return Premise(kind, MappingProxyType({str(k): tuple(texts(asked, k, (*loc, "attributes"))) for k in asked}))


def _term(words: Words, name: str, loc: Loc) -> str:
    term = text(words, name, loc, longest=120)
    variable(term, (*loc, name))
    return term


def _different(words: Any, loc: Loc) -> tuple[tuple[str, str], ...]:
    if not isinstance(words, list | tuple):
        raise InvalidQuery(loc, "different is a list of pairs: [['?a', '?b']]")
    for index, pair in enumerate(words):
        if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(isinstance(v, str) for v in pair):
            raise InvalidQuery((*loc, index), "give two variables: ['?a', '?b']")
    return tuple((pair[0], pair[1]) for pair in words)


def _conclusion(words: Any, loc: Loc) -> Conclusion:
    only(words, _THEN, loc)
    key = text(words, "type", loc, longest=120)
    if not is_type_name(key):
        raise InvalidQuery((*loc, "type"), "a relation type is lowercase words joined by underscores")
    polarity = number(words, "polarity", 0, (-1, 1), loc)
    label = text(words, "label", loc) if words.get("label") else key.replace("_", " ")
    symmetric = bool(boolean(words, "symmetric", loc))
    inverse = text(words, "inverse_label", loc) if words.get("inverse_label") else f"is what {label} points to"
    return Conclusion(
        _term(words, "subject", loc),
        _term(words, "object", loc),
        derived_type(
            key,
            label,
            label if symmetric else inverse,
            polarity,
            symmetric=symmetric,
            phrase=_phrase(words.get("phrase"), label, (*loc, "phrase")),
            description=text(words, "description", loc, longest=2000) if words.get("description") else "",
        ),
    )


def _phrase(words: Any, label: str, loc: Loc) -> Phrase:
    if words is None:
        relation = f"in the relation “{label}” to"
        return Phrase(f"may stand {relation}", f"need not stand {relation}", f"possibly stand {relation}")
    only(words, ("affirmed", "negated", "infinitive"), loc)
    affirmed = text(words, "affirmed", loc)
    negated = text(words, "negated", loc) if words.get("negated") else f"not: {affirmed}"
    infinitive = text(words, "infinitive", loc) if words.get("infinitive") else affirmed
    return Phrase(affirmed, negated, infinitive)
