"""The relations that can satisfy one clause, each with the values that it gives the clause's variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.graph.claims import selected
from app.graph.contract import GraphView
from app.graph.filters import Filters, Scope
from app.graph.match.pattern import Clause, End

Value = int | str


class Candidate(NamedTuple):
    """A relation and the values of the variables; two candidates differ by orientation or by voice."""

    relation: int
    values: Mapping[str, Value]


def candidates(
    view: GraphView,
    clause: Clause,
    scope: Scope,
    filters: Filters,
    allowed: Mapping[str, frozenset[Value] | None],
) -> Iterator[Candidate]:
    """All candidates in scope under the filters, in order of relation."""
    symmetric = frozenset(t.id for t in view.ontology.relation_types.values() if t.symmetric)
    for relation, subject, object_, voices in _relations(view, clause, scope, filters):
        kind = view.ends(relation).type
        ways = [(subject, object_)]
        if clause.any_direction or kind in symmetric:
            ways.append((object_, subject))
        for one, two in ways:
            if _fits(clause.subject, one) and _fits(clause.object, two):
                yield from _bound(clause, relation, (one, two, kind), voices, allowed)


def _relations(
    view: GraphView, clause: Clause, scope: Scope, filters: Filters
) -> Iterable[tuple[int, int, int, frozenset[int] | None]]:
    """The relations with their ends and, only where the clause has a variable for it, with their voices."""
    if clause.voice_variable is None:
        found = view.survey(scope, filters)
        yield from ((r, s, o, None) for r, s, o in zip(found.relation, found.subject, found.object, strict=True))
        return
    for match in view.select(scope, filters):
        ends = view.ends(match.relation)
        records = [r for r in (view.claim(c) for c in match.claims) if selected(view, r, filters)]
        handles = (view.find_entity(v) for r in records for v in r.asserted_by)
        yield match.relation, ends.subject, ends.object, frozenset(h for h in handles if h is not None)


def _fits(end: End, entity: int) -> bool:
    return end.entities is None or entity in end.entities


def _bound(
    clause: Clause,
    relation: int,
    known: tuple[int, int, str],
    voices: frozenset[int] | None,
    allowed: Mapping[str, frozenset[Value] | None],
) -> Iterator[Candidate]:
    one, two, kind = known
    named: tuple[tuple[str | None, Value], ...] = (
        (clause.subject.variable, one),
        (clause.object.variable, two),
        (clause.type_variable, kind),
    )
    values: dict[str, Value] = {}
    for variable, value in named:
        if variable is None:
            continue
        may = allowed[variable]
        if (may is not None and value not in may) or values.setdefault(variable, value) != value:
            return
    if clause.voice_variable is None:
        yield Candidate(relation, values)
        return
    may = allowed[clause.voice_variable]
    for voice in sorted(voices or ()):
        if (may is None or voice in may) and values.get(clause.voice_variable, voice) == voice:
            yield Candidate(relation, {**values, clause.voice_variable: voice})
