"""assertions.yaml: what must be true of the data as a whole (counts, fill rates), measured on what was read.

An assertion about a kind of which some records are broken is not measured: the number would be wrong. A waived id is
left out of the fill rate; a waiver that waives nothing known is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.loading.building import ClaimBuilder
from app.loading.claim_records import AssertionRecord, WaiverRecord
from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.measuring import Measured, fields_of, has_field, measured
from app.loading.shape import Entry, unknown
from app.loading.suggest import did_you_mean, shown
from app.model.problem import Problem

MOST_NAMED = 5


def check_assertions(corpus: Corpus, builder: ClaimBuilder) -> Iterator[Problem]:
    """Assertions that are badly put or broken, and waivers without effect."""
    names = {entry.text("name") for entry in corpus.assertions.entries}
    waivers_known = corpus.waivers.sound and all(one.text("assertion") in names for one in corpus.waivers.entries)
    waived: dict[str, list[Entry[WaiverRecord]]] = {}
    for waiver in corpus.waivers.entries:
        waived.setdefault(waiver.text("assertion") or "", []).append(waiver)
    for entry in corpus.assertions.entries:
        record = entry.record
        if record is None:
            continue
        problems = list(_badly_put(corpus, entry, record))
        waivers = waived.get(record.name, [])
        yield from problems
        for waiver in waivers if record.count else ():
            message = f"{shown(record.name)} counts things; only a fill assertion can be waived"
            yield waiver.problem(Code.INVALID_VALUE, message, "assertion")
        found = measured(corpus, builder, record.count or record.fill or "")
        if found is not None and record.fill:
            yield from _waived_ids(found, waivers)
        if found is not None and not problems and (record.count or waivers_known):
            yield from _measure(entry, record, found.where(record.where), _ids(waivers))


def _badly_put(corpus: Corpus, entry: Entry[AssertionRecord], record: AssertionRecord) -> Iterator[Problem]:
    kind = record.count or record.fill
    if kind is None or (record.count and record.fill):
        yield entry.problem(Code.MISSING_FIELD, "an assertion has either 'count' or 'fill'")
        return
    if record.at_least is None and record.at_most is None:
        yield entry.problem(Code.MISSING_FIELD, "missing field 'at_least' or 'at_most'")
    if record.fill:
        if record.field is None:
            yield entry.problem(Code.MISSING_FIELD, "missing field 'field': which field must be filled")
        for bound in ("at_least", "at_most"):
            if (getattr(record, bound) or 0) > 1:
                yield entry.problem(Code.OUT_OF_RANGE, "a fill rate lies between 0 and 1", bound)
    elif record.field is not None:
        yield entry.problem(Code.INVALID_VALUE, "only 'fill' has a field", "field")
    if record.field is not None and not has_field(kind, record.field):
        message = f"{kind} have no field {shown(record.field)}{did_you_mean(record.field, fields_of(kind))}"
        yield entry.problem(Code.UNKNOWN_FIELD, message, "field")
    for name, wanted in record.where.items():
        if not has_field(kind, name):
            message = f"{kind} have no field {shown(name)}{did_you_mean(name, fields_of(kind))}"
            yield entry.problem(Code.UNKNOWN_FIELD, message, "where", name, at_key=True)
        elif name == "type":
            yield from _known_type(corpus, entry, kind, wanted)


def _known_type(corpus: Corpus, entry: Entry[AssertionRecord], kind: str, wanted: str) -> Iterator[Problem]:
    entity = kind == "entities"
    shelf: Any = corpus.entity_types if entity else corpus.relation_types
    if shelf.complete and wanted not in shelf.by_id:
        code = Code.UNKNOWN_ENTITY_TYPE if entity else Code.UNKNOWN_RELATION_TYPE
        message = unknown("entity type" if entity else "relation type", wanted, shelf.by_id)
        yield entry.problem(code, message, "where", "type")


def _waived_ids(found: Measured, waivers: Iterable[Entry[WaiverRecord]]) -> Iterator[Problem]:
    known = found.all_names()
    for waiver in waivers:
        for loc, name in waiver.texts("ids", "*"):
            if name not in known:
                yield waiver.problem(Code.UNKNOWN_WAIVED_ID, unknown("id", name, known), *loc)


def _ids(waivers: Iterable[Entry[WaiverRecord]]) -> frozenset[str]:
    return frozenset(name for waiver in waivers for _, name in waiver.texts("ids", "*"))


def _measure(
    entry: Entry[AssertionRecord], record: AssertionRecord, found: Measured, waived: frozenset[str]
) -> Iterator[Problem]:
    if record.count:
        number = len(found.things)
        yield from _compare(entry, record, number, f"{record.count}: {number}", "{:g}")
        return
    left = found.without(waived)
    empty = [thing for thing in left.things if not thing.is_filled(record.field or "")]
    total = len(left.things)
    if not found.things:
        yield entry.problem(Code.ASSERTION_FAILED, f"assertion {shown(record.name)}: no {record.fill} match", "name")
        return
    rate = 1 - len(empty) / total if total else 1.0
    missing = ", ".join(thing.names[0] for thing in empty[:MOST_NAMED]) + (", ..." if len(empty) > MOST_NAMED else "")
    measure = f"{rate:.1%} of {total} {record.fill} have {record.field}"
    yield from _compare(entry, record, rate, measure + (f" (not: {missing})" if empty else ""), "{:.1%}")


def _compare(
    entry: Entry[AssertionRecord], record: AssertionRecord, value: float, measure: str, form: str
) -> Iterator[Problem]:
    if record.at_least is not None and value < record.at_least:
        wanted = f"at least {form.format(record.at_least)}"
    elif record.at_most is not None and value > record.at_most:
        wanted = f"at most {form.format(record.at_most)}"
    else:
        return
    message = f"assertion {shown(record.name)} is broken: {measure}, wanted {wanted}"
    yield entry.problem(Code.ASSERTION_FAILED, message, "name")
