"""One rule over facts: conditions joined on their variables, with the overlap in time narrowed at every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.graph.derive.premises import Fact, Spans, overlap
from app.model.rule import Condition, Rule, is_variable

MOST_ROWS = 500_000  # partial matches of one rule


class Proof(NamedTuple):
    """A way in which a rule holds: who the variables are, by which facts, when, and the weakest on the way."""

    values: tuple[int, ...]
    facts: tuple[Fact, ...]
    spans: Spans
    status: int
    doubt: int


class Terms(NamedTuple):
    """What the terms of a rule mean in this graph: entities for ids, and what each variable may be (None: anything)."""

    entities: Mapping[str, int | None]
    allowed: Mapping[str, frozenset[int]]


class TooMany(Exception):
    """A signal, not an error: a bound was reached, and what was found until then is kept."""


class Proofs(NamedTuple):
    """All proofs of a rule: where each variable stands in their values, and each condition in their facts."""

    places: Mapping[str, int]
    conditions: tuple[int, ...]
    rows: Iterable[Proof]


def proofs(rule: Rule, facts: Sequence[Sequence[Fact]], terms: Terms) -> Proofs:
    """All proofs of a rule from the facts of each condition, in a stable order; the last join is made as it is read."""
    order = _order(rule, facts)
    mirrored = _mirrored(rule)
    places: dict[str, int] = {}
    rows: Iterable[Proof] = (Proof((), (), (), 0, 0),)
    for number, index in enumerate(order):
        condition = rule.when[index]
        rows = _extended(rule, condition, facts[index], list(rows), dict(places), terms, mirrored, first=number == 0)
        for variable in condition.variables:
            places.setdefault(variable, len(places))
    return Proofs(places, tuple(order.index(i) for i in range(len(order))), rows)


def _order(rule: Rule, facts: Sequence[Sequence[Fact]]) -> list[int]:
    """The smallest condition first, then always one that shares a variable, the smallest of those."""
    left, order = list(range(len(rule.when))), list[int]()
    known: set[str] = set()
    while left:
        best = min(left, key=lambda i: (bool(known) and not known & set(rule.when[i].variables), len(facts[i]), i))
        left.remove(best)
        order.append(best)
        known.update(rule.when[best].variables)
    return order


def _mirrored(rule: Rule) -> tuple[str, str] | None:
    """The ends of a symmetric conclusion, where swapping them leaves the rule as it is: each proof has a mirror image
    that says the same, and one of the two is enough.
    """
    one, two = rule.then.subject, rule.then.object
    if not (rule.then.type.symmetric and is_variable(one) and is_variable(two)):
        return None
    swap = {one: two, two: one}
    plain = [(c.subject, c.object, c.premises) for c in rule.when]
    turned = [(swap.get(s, s), swap.get(o, o), p) for s, o, p in plain]
    same = all(c in plain for c in turned) and rule.where.get(one) == rule.where.get(two)
    pairs = {frozenset(p) for p in rule.different}
    same = same and pairs == {frozenset(swap.get(v, v) for v in p) for p in pairs}
    return (one, two) if same else None


def _extended(
    rule: Rule,
    condition: Condition,
    facts: Sequence[Fact],
    rows: Sequence[Proof],
    places: Mapping[str, int],
    terms: Terms,
    mirrored: tuple[str, str] | None,
    *,
    first: bool,
) -> Iterator[Proof]:
    fresh = tuple(v for v in condition.variables if v not in places)
    shared = tuple(v for v in condition.variables if v in places)
    by_key: dict[tuple[int, ...], list[tuple[tuple[int, ...], Fact]]] = {}
    for fact in facts:
        for bound in _bindings(condition, fact, terms):
            key = tuple(bound[v] for v in shared)
            by_key.setdefault(key, []).append((tuple(bound[v] for v in fresh), fact))
    at = [places[v] for v in shared]
    after = {**places, **{v: len(places) + n for n, v in enumerate(fresh)}}
    differ = [
        (after[a], after[b]) for a, b in rule.different if a in after and b in after and (a in fresh or b in fresh)
    ]
    pair = None
    if mirrored is not None and all(v in after for v in mirrored) and any(v in fresh for v in mirrored):
        pair = (after[mirrored[0]], after[mirrored[1]])
    made = 0
    for row in rows:
        for extra, fact in by_key.get(tuple(row.values[p] for p in at), ()):
            values = row.values + extra
            if pair is not None and values[pair[0]] > values[pair[1]]:
                continue
            if fact in row.facts or any(values[a] == values[b] for a, b in differ):
                continue
            spans = fact.spans if first else overlap(row.spans, fact.spans, rule.overlap_days)
            if not spans:
                continue
            made += 1
            if made > MOST_ROWS:
                raise TooMany
            yield Proof(values, (*row.facts, fact), spans, max(row.status, fact.status), max(row.doubt, fact.doubt))


def _bindings(condition: Condition, fact: Fact, terms: Terms) -> Iterator[dict[str, int]]:
    ways = [(fact.subject, fact.object)]
    if fact.symmetric:
        ways.append((fact.object, fact.subject))
    for ends in ways:
        values: dict[str, int] = {}
        for term, entity in zip((condition.subject, condition.object), ends, strict=True):
            if not is_variable(term):
                if terms.entities[term] != entity:
                    break
            elif (term in terms.allowed and entity not in terms.allowed[term]) or (
                values.setdefault(term, entity) != entity
            ):
                break
        else:
            yield values
