"""All relations that rules derive, round by round until nothing new follows, within bounds.

Semi-naive evaluation (F. Bancilhon, "Naive evaluation of recursively defined relations", 1986; S. Abiteboul, R. Hull
and V. Vianu, *Foundations of Databases*, 1995, ch. 13): after the first round only proofs with at least one fact of
the last round are sought. Rules without derived premises are done after one round. No negation.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.graph.contract import GraphView
from app.graph.derive.join import Proofs, Terms, TooMany, proofs
from app.graph.derive.premises import Fact, Span, Spans, asked_for, facts, merge
from app.graph.filters import Filters
from app.model.rule import Condition, Premise, Rule, is_variable

MOST_ROUNDS = 4
MOST_TRACES = 200_000


class Trace(NamedTuple):
    """One way in which a derived relation follows; `status` and `doubt` are the weakest of its premises (ranks)."""

    status: int
    doubt: int
    rule: str
    premises: tuple[str, ...]
    overlap: Span


class Derived(NamedTuple):
    """A relation that follows. Its best trace, the first, gives status and confidence; it holds where a trace does."""

    id: str
    subject: int
    type: str
    object: int
    traces: tuple[Trace, ...]

    @property
    def spans(self) -> Spans:
        """When it holds: the overlaps of its traces together."""
        return merge(t.overlap for t in self.traces)


@dataclass(frozen=True, slots=True)
class Derivation:
    """All that follows, in order of (subject, type, object). `truncated` names the bound that cut it."""

    relations: tuple[Derived, ...]
    rules: Mapping[str, Rule]
    rounds: int
    truncated: str | None


def derive(view: GraphView, rules: Sequence[Rule], filters: Filters) -> Derivation:
    """Everything that follows by the rules from what the query leaves of the graph."""
    work = _Work(view, rules, filters)
    rounds = 0
    while work.fresh and rounds < MOST_ROUNDS and work.truncated is None:
        rounds += 1
        work.round(first=rounds == 1)
    if work.fresh and work.truncated is None:
        work.truncated = f"rounds: rules still had something to add after {MOST_ROUNDS} rounds"
    return Derivation(work.result(), {r.id: r for r in rules}, rounds, work.truncated)


def derived_by_data(view: GraphView, filters: Filters) -> Derivation:
    """What follows by the rules that came with the data; computed once per snapshot and filters."""
    return view.remembered(("derived", filters), lambda: derive(view, view.rules, filters))


Ends = tuple[int, str, int]


class _Work:
    """The state of one derivation: traces by relation, and what the last round added."""

    def __init__(self, view: GraphView, rules: Sequence[Rule], filters: Filters) -> None:
        self._view = view
        self._filters = filters
        self._rules = rules
        self._types = {r.then.type.id: r.then.type for r in rules}
        self._again = {p.type for r in rules for c in r.when for p in c.premises} & self._types.keys()
        self._terms = {r.id: _terms(view, r) for r in rules}
        self._base: dict[tuple[str, ...], list[Fact]] = {}
        self._traces: dict[Ends, dict[tuple[str, tuple[str, ...], Span], Trace]] = {}
        self._count = 0
        self.fresh: frozenset[Ends] = frozenset(((-1, "", -1),)) if rules else frozenset()
        self.truncated: str | None = None

    def round(self, *, first: bool) -> None:
        """Apply every rule once; later rounds seek only what the last one made possible."""
        last, self._added = self.fresh, set[Ends]()
        known = self._derived_facts(self._traces)
        new = {} if first else self._derived_facts(last)
        try:
            for rule in self._rules:
                for rows in self._passes(rule, known, new, first=first):
                    self._keep(rule, proofs(rule, rows, self._terms[rule.id]))
        except TooMany:
            self.truncated = self.truncated or "rows: a rule has too many partial matches"
        self.fresh = frozenset(e for e in self._added if e[1] in self._again)

    def _passes(
        self, rule: Rule, known: Mapping[str, list[Fact]], new: Mapping[str, list[Fact]], *, first: bool
    ) -> Iterable[list[list[Fact]]]:
        """The facts for each condition: everything in the first round, then once per condition that has new facts."""
        whole = [self._facts(rule, c, known) for c in rule.when]
        if first:
            yield whole
            return
        for index, condition in enumerate(rule.when):
            delta = [f for p in condition.premises for f in new.get(p.type, ())]
            if delta:
                yield [*whole[:index], delta, *whole[index + 1 :]]

    def _facts(self, rule: Rule, condition: Condition, known: Mapping[str, list[Fact]]) -> list[Fact]:
        found: dict[str, Fact] = {}
        for premise in condition.premises:
            source = known.get(premise.type, ()) if premise.type in self._types else self._of(rule, premise)
            for fact in source:
                found[fact.relation] = _joined(found[fact.relation], fact) if fact.relation in found else fact
        return list(found.values())

    def _of(self, rule: Rule, premise: Premise) -> list[Fact]:
        attributes = tuple(f"{k}={v}" for k, vs in sorted(premise.attributes.items()) for v in vs)
        key = (premise.type, *sorted(rule.premises), *attributes)
        if key not in self._base:
            self._base[key] = facts(self._view, premise, rule.premises, self._filters)
        return self._base[key]

    def _derived_facts(self, ends: Iterable[Ends]) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for end in sorted(e for e in ends if e in self._traces and e[1] in self._again):
            best = min(self._traces[end].values())
            spans = merge(t.overlap for t in self._traces[end].values())
            symmetric = self._types[end[1]].symmetric
            fact = Fact(self._key(end), end[0], end[2], symmetric, best.status, best.doubt, spans)
            found.setdefault(end[1], []).append(fact)
        return found

    def _keep(self, rule: Rule, found: Proofs) -> None:
        """Keep what the proofs show, each once."""
        kind, filters = rule.then.type, self._filters
        dated = filters.as_of is not None or filters.during is not None
        recursive = kind.id in self._again
        subjects, objects = (self._picker(rule, t, found) for t in (rule.then.subject, rule.then.object))
        for proof in found.rows:
            subject, object_ = subjects(proof.values), objects(proof.values)
            spans = asked_for(proof.spans, filters) if dated else proof.spans
            if subject is None or object_ is None or subject == object_ or not spans:
                continue
            if kind.symmetric and subject > object_:
                subject, object_ = object_, subject
            end = (subject, kind.id, object_)
            premises = tuple([proof.facts[c].relation for c in found.conditions])
            if recursive and self._key(end) in premises:
                continue  # nothing is its own premise
            traces = self._traces.setdefault(end, {})
            for span in spans:
                key = (rule.id, premises, span)
                if key not in traces:
                    self._count += 1
                    traces[key] = Trace(proof.status, proof.doubt, rule.id, premises, span)
                    self._added.add(end)
            if self._count >= MOST_TRACES:
                self.truncated = f"traces: more than {MOST_TRACES} follow; narrow by date, source or rule"
                raise TooMany

    def _picker(self, rule: Rule, term: str, found: Proofs) -> Callable[[tuple[int, ...]], int | None]:
        """How the entity of a term is read off the values of a proof."""
        if is_variable(term):
            return operator.itemgetter(found.places[term])
        entity = self._terms[rule.id].entities[term]
        return lambda _: entity

    def _key(self, end: Ends) -> str:
        return f"{self._view.entity(end[0]).id}.{end[1]}.{self._view.entity(end[2]).id}"

    def result(self) -> tuple[Derived, ...]:
        """The relations with their traces, the best first."""
        return tuple(
            Derived(self._key(end), *end, tuple(sorted(traces.values())))
            for end, traces in sorted(self._traces.items())
            if traces
        )


def _joined(one: Fact, two: Fact) -> Fact:
    """A relation that satisfies a condition by two premises: the better of the two verdicts, both spells."""
    better = min(one, two, key=lambda f: (f.status, f.doubt))
    return better._replace(spans=merge((*one.spans, *two.spans)))


def _terms(view: GraphView, rule: Rule) -> Terms:
    ends = [t for c in rule.when for t in (c.subject, c.object)] + [rule.then.subject, rule.then.object]
    entities = {t: view.find_entity(view.merged_into(t) or t) for t in ends if not is_variable(t)}
    allowed = {variable: _of_types(view, types) for variable, types in rule.where.items()}
    return Terms(entities, allowed)


def _of_types(view: GraphView, types: Sequence[str]) -> frozenset[int]:
    wanted = frozenset[str]().union(*(view.ontology.entity_subtypes(t) for t in types))
    key = ("entities of types", tuple(sorted(wanted)))
    return view.remembered(key, lambda: frozenset(e for e in range(view.entity_count) if view.entity(e).type in wanted))
