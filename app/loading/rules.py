"""Rules against the ontology and the entities: every mistake at its own line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.shape import unknown
from app.loading.suggest import shown
from app.model.problem import Problem
from app.model.rule import Rule
from app.model.rule_faults import Fault, clashes, rule_faults

_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "entity": Code.UNKNOWN_ENTITY,
        "entity_type": Code.UNKNOWN_ENTITY_TYPE,
        "relation_type": Code.UNKNOWN_RELATION_TYPE,
        "rule": Code.INVALID_RULE,
    }
)


def check_rule_files(corpus: Corpus) -> Iterator[Problem]:
    """Every mistake of every rule of right shape; nothing is said of what could not be read."""
    entries = [(entry, entry.record.to_model()) for entry in corpus.rules.entries if entry.record is not None]
    rules = [rule for _, rule in entries]
    for index, message in clashes(rules):
        code = Code.DUPLICATE_ID if "the id" in message else Code.INVALID_RULE
        yield entries[index][0].problem(code, message, "id" if code is Code.DUPLICATE_ID else "then")
    derived = {rule.then.type.id for rule in rules}
    for entry, rule in entries:
        for fault in rule_faults(rule, corpus.ontology, derived, corpus.entity_ids):
            if not _unread(corpus, fault):
                yield entry.problem(_CODES[fault.kind], _message(corpus, rule, fault, derived), *fault.loc)
        if not rule.then.type.symmetric and entry.value("then", "inverse_label") is None:
            message = "missing field 'inverse_label': only a symmetric relation reads the same both ways"
            yield entry.problem(Code.MISSING_FIELD, message, "then")


def _unread(corpus: Corpus, fault: Fault) -> bool:
    """Whether what the fault misses may stand in a file that could not be read."""
    complete = {
        "entity": corpus.entities.complete,
        "entity_type": corpus.entity_types.complete,
        "relation_type": corpus.relation_types.complete,
    }
    return not complete.get(fault.kind, True)


def _message(corpus: Corpus, rule: Rule, fault: Fault, derived: set[str]) -> str:
    words = fault.message.split("'")
    if fault.kind == "entity" and len(words) == 3:
        return unknown("entity", words[1], corpus.entity_ids)
    if fault.kind == "entity_type" and len(words) == 3:
        return unknown("entity type", words[1], corpus.ontology.entity_types)
    if fault.kind == "relation_type" and len(words) == 3:
        return unknown("relation type", words[1], {*corpus.ontology.relation_types, *derived})
    return f"rule {shown(rule.id)}: {fault.message}"
