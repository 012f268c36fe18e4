"""The relations that can satisfy one clause, each with the values that it gives the clause's variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from app.graph.claims import selected
from app.graph.contract import GraphView, Survey
from app.graph.filters import Filters, Scope
from app.graph.match.pattern import Clause, End

Value = int | str


class Candidate(NamedTuple):
    """A relation and the values of the clause's variables, in their order; two differ by orientation or by voice."""

    relation: int
    values: tuple[Value, ...]


Allowed = Mapping[str, frozenset[Value] | None]


def candidates(view: GraphView, clause: Clause, scope: Scope, filters: Filters, allowed: Allowed) -> list[Candidate]:
    """All candidates in scope under the filters, in order of relation."""
    if clause.voice_variable is None and clause.type_variable is None:
        return list(_plain(view, clause, view.survey(scope, filters, worth=False), allowed))
    return list(_spoken(view, clause, scope, filters, allowed))


def _plain(view: GraphView, clause: Clause, found: Survey, allowed: Allowed) -> Iterator[Candidate]:
    """Only the ends may be variables: no claim and no type has to be looked at, but for symmetric types."""
    one, two = clause.subject, clause.object
    first, second = _may(one, allowed), _may(two, allowed)
    shown = (one.variable is not None, two.variable is not None)
    same = one.variable is not None and one.variable == two.variable
    turns = turning(view, clause)
    for relation, subject, object_ in zip(found.relation, found.subject, found.object, strict=True):
        ways: tuple[tuple[int, int], ...] = ((subject, object_),)
        if turns is None or (turns and view.ends(relation).type in turns):
            ways = ((subject, object_), (object_, subject))
        for ends in ways:
            if same or (first is not None and ends[0] not in first) or (second is not None and ends[1] not in second):
                continue
            yield Candidate(
                relation, ends if shown == (True, True) else ends[:1] if shown[0] else ends[1:] if shown[1] else ()
            )


def _may(end: End, allowed: Allowed) -> frozenset[Value] | None:
    if end.variable is not None:
        return allowed[end.variable]
    return cast("frozenset[Value] | None", end.entities)


def turning(view: GraphView, clause: Clause) -> frozenset[str] | None:
    """The types that read both ways round; None: all do."""
    if clause.any_direction:
        return None
    types, asked = view.ontology.relation_types, clause.filters.type
    return frozenset(t for t in (types if asked is None else asked) if types[t].symmetric)


def _spoken(view: GraphView, clause: Clause, scope: Scope, filters: Filters, allowed: Allowed) -> Iterator[Candidate]:
    """Type and voice may be variables, too."""
    turns = turning(view, clause)
    for relation, subject, object_, voices in _relations(view, clause, scope, filters):
        kind = view.ends(relation).type
        ways = [(subject, object_)]
        if turns is None or kind in turns:
            ways.append((object_, subject))
        for one, two in ways:
            if _fits(clause.subject, one) and _fits(clause.object, two):
                yield from _bound(clause, relation, (one, two, kind), voices, allowed)


def _relations(
    view: GraphView, clause: Clause, scope: Scope, filters: Filters
) -> Iterable[tuple[int, int, int, frozenset[int] | None]]:
    """The relations with their ends and, only where the clause has a variable for it, with their voices."""
    if clause.voice_variable is None:
        found = view.survey(scope, filters, worth=False)
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
    allowed: Allowed,
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
        yield Candidate(relation, tuple(values[v] for v in clause.variables))
        return
    may = allowed[clause.voice_variable]
    for voice in sorted(voices or ()):
        if (may is None or voice in may) and values.get(clause.voice_variable, voice) == voice:
            spoken = {**values, clause.voice_variable: voice}
            yield Candidate(relation, tuple(spoken[v] for v in clause.variables))
