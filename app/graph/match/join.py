"""Joining the clauses of a pattern one after the other, the most selective first, each to the rows so far.

The order is greedy on upper bounds of clause sizes, after P. G. Selinger et al., "Access path selection in a
relational database management system", SIGMOD 1979; each step is a semi-join reduction (P. A. Bernstein and D.-M. W.
Chiu, JACM 28, 1981) followed by a hash join. What a clause looks at and how many rows are held are bounded. An engine
may hold the rows otherwise (`GraphView.join`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, cast

from app.errors import BoundExceeded
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.match.candidates import Allowed, Candidate, Value, candidates
from app.graph.match.pattern import MOST_RELATIONS, MOST_ROWS, Clause, End, Pattern


class Row(NamedTuple):
    """What the variables are and, per clause, the relation that satisfies it; None where an optional one is missing.

    `ways` counts the rows that fell together under `distinct`.
    """

    values: tuple[Value | None, ...]
    relations: tuple[int | None, ...]
    ways: int = 1


class Step(NamedTuple):
    """One step of the plan: a clause, the bound on its size that was used to place it, and the rows after it."""

    clause: int
    hint: int
    rows: int


class Empty(NamedTuple):
    """The clause at which nothing was left, as it was asked then."""

    clause: int
    scope: Scope
    filters: Filters


Partial = tuple[tuple[Value | None, ...], tuple[int | None, ...]]


class Join:
    """The rows so far, and where each variable stands in them.

    An engine that holds rows in another way overrides `count`, `in_order`, `_values`, `_look` and `_join`; what `_look`
    gives is known to `_join` alone.
    """

    def __init__(self, view: GraphView, pattern: Pattern) -> None:
        self.view = view
        self.pattern = pattern
        self.places: dict[str, int] = {}
        self.rows: list[Partial] = [((), (None,) * len(pattern.clauses))]
        self.plan: list[Step] = []
        self.truncated: str | None = None
        self.empty: Empty | None = None
        self.unmatched: list[Empty] = []
        self._seen: dict[str, frozenset[Value]] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def key(self) -> Callable[[Row], tuple[object, ...]] | None:
        """What rows are sorted by; None where nothing can be missing, so that they compare plainly."""
        return _order if any(c.role == "optional" for c in self.pattern.clauses) else None

    def in_order(self) -> Sequence[Row]:
        """The rows in order of values, then of relations."""
        return sorted((Row(*row) for row in self.rows), key=self.key)

    def order(self) -> Iterable[tuple[int, int]]:
        """The required clauses, each time the one that promises the least, connected ones first."""
        left = [i for i, c in enumerate(self.pattern.clauses) if c.role == "required"]
        while left:
            self._seen = {}
            hints = {i: self._hint(i) for i in left}
            best = min(left, key=lambda i: (not self._connected(i), hints[i], i))
            left.remove(best)
            yield best, hints[best]

    def _connected(self, index: int) -> bool:
        return not self.places or any(v in self.places for v in self.pattern.clauses[index].variables)

    def _hint(self, index: int) -> int:
        clause = self.pattern.clauses[index]
        return self.view.size_hint(self._scope(clause), self._filters(clause).type)

    def add(self, index: int, hint: int) -> None:
        """Join a required clause."""
        clause, scope, found = self._candidates(index, hint)
        before = self.count
        self._join(index, clause, found)
        self.plan.append(Step(index, hint, self.count))
        if before and not self.count:
            self.empty = Empty(index, scope, self._filters(clause))

    def add_optional(self, index: int) -> None:
        """Join an optional clause: rows without a match stay, with nothing for its variables."""
        hint = self._hint(index)
        clause, scope, found = self._candidates(index, hint)
        self.rows = self._joined(index, clause, found or (), outer=True)
        self.plan.append(Step(index, hint, len(self.rows)))
        if self.rows and not any(relations[index] is not None for _, relations in self.rows):
            self.unmatched.append(Empty(index, scope, self._filters(clause)))

    def exclude(self, index: int) -> None:
        """Drop the rows for which a clause is satisfied."""
        hint = self._hint(index)
        clause, _, found = self._candidates(index, hint)
        shared = [v for v in clause.variables if v in self.places]
        places = [self.places[v] for v in shared]
        at = [clause.variables.index(v) for v in shared]
        taken = {tuple(c.values[a] for a in at) for c in found or ()}
        self.rows = [row for row in self.rows if tuple(row[0][p] for p in places) not in taken]
        self.plan.append(Step(index, hint, len(self.rows)))

    def _candidates(self, index: int, hint: int) -> tuple[Clause, Scope, Any]:
        self._seen = {}
        clause = self.pattern.clauses[index]
        scope = self._scope(clause)
        if not self.count:
            return clause, scope, None
        if hint > MOST_RELATIONS:
            raise BoundExceeded(
                "relations",
                f"clause {index} would look at more than {MOST_RELATIONS} relations: give it a type, or bind an end",
            )
        allowed = {v: self._allowed(v) for v in clause.variables}
        return clause, scope, self._look(clause, scope, self._filters(clause), allowed)

    def _look(self, clause: Clause, scope: Scope, filters: Filters, allowed: Allowed) -> Any:
        """What can satisfy a clause."""
        return candidates(self.view, clause, scope, filters, allowed)

    def _join(self, index: int, clause: Clause, found: Any) -> None:
        """Join what was found, or None where nothing was looked for, to the rows."""
        self.rows = self._joined(index, clause, found or (), outer=False)

    def _joined(self, index: int, clause: Clause, found: Iterable[Candidate], *, outer: bool) -> list[Partial]:
        shared = [v for v in clause.variables if v in self.places]
        fresh = [v for v in clause.variables if v not in self.places]
        known = [clause.variables.index(v) for v in shared]
        added = [clause.variables.index(v) for v in fresh]
        by_key: dict[tuple[Value | None, ...], list[tuple[tuple[Value, ...], int]]] = {}
        for candidate in found:
            values = candidate.values
            fit = (tuple([values[a] for a in added]), candidate.relation)
            by_key.setdefault(tuple([values[k] for k in known]), []).append(fit)
        places = [self.places[v] for v in shared]
        self.places.update({v: len(self.places) + n for n, v in enumerate(fresh)})
        differs = self._differs(fresh)
        rows: list[Partial] = []
        nothing: tuple[None, ...] = (None,) * len(fresh)
        for held, relations in self.rows:
            matched = False
            before, after = relations[:index], relations[index + 1 :]
            for more, relation in by_key.get(tuple([held[p] for p in places]), ()):
                longer = held + more
                if differs is None or differs(longer):
                    matched = True
                    rows.append((longer, (*before, relation, *after)))
            if outer and not matched:
                rows.append((held + nothing, relations))
            if len(rows) > MOST_ROWS:
                self.truncated = f"rows: more than {MOST_ROWS} partial matches at clause {index}"
                return rows[:MOST_ROWS]
        return rows

    def _differs(self, fresh: Sequence[str]) -> Callable[[tuple[Value | None, ...]], bool] | None:
        """The test that the pairs which become known with the fresh variables differ; None where there are none."""
        pairs = [
            (self.places[a], self.places[b])
            for a, b in self.pattern.different
            if a in self.places and b in self.places and (a in fresh or b in fresh)
        ]
        if not pairs:
            return None
        return lambda values: all(values[a] != values[b] or values[a] is None for a, b in pairs)

    def _values(self, place: int) -> frozenset[Value]:
        """The values of a variable in the rows."""
        return frozenset(v for v in {row[0][place] for row in self.rows} if v is not None)

    def _filters(self, clause: Clause) -> Filters:
        """The clause's filters, its type variable taken into account."""
        if clause.type_variable is None:
            return clause.filters
        types = self._allowed(clause.type_variable)
        if types is None:
            return clause.filters
        names = frozenset(str(t) for t in types)
        wanted = names if clause.filters.type is None else names & clause.filters.type
        return dataclasses.replace(clause.filters, type=wanted)

    def _scope(self, clause: Clause) -> Scope:
        one, two = self._entities(clause.subject), self._entities(clause.object)
        if not clause.any_direction:
            return EVERYTHING if one is two is None else Scope(subject=one, object=two)
        if one is not None and two is not None:
            return Scope(between=((one, two),))
        return EVERYTHING if one is two is None else Scope(incident=one if one is not None else two)

    def _entities(self, end: End) -> frozenset[int] | None:
        if end.variable is None:
            return end.entities
        return cast("frozenset[int] | None", self._allowed(end.variable))  # no type stands at an end

    def _allowed(self, variable: str) -> frozenset[Value] | None:
        """What a variable may be: what the rows hold, else what it is bound to; None is anything."""
        if variable in self.places:
            if variable not in self._seen:
                self._seen[variable] = self._values(self.places[variable])
            return self._seen[variable]
        if variable in self.pattern.types:
            return cast("frozenset[Value]", self.pattern.types[variable])
        return cast("frozenset[Value] | None", self.pattern.entities.get(variable))


def _order(row: Row) -> tuple[object, ...]:
    return (*((v is None, v if v is not None else 0) for v in row[0]), *(-1 if r is None else r for r in row[1]))
