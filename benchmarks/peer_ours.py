"""The product in the benchmark of engines: its own operations on the contract, on a snapshot mapped from disk."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from app.engines.columnar.view import ColumnarView
from app.graph.filters import NO_FILTERS, Filters, Scope
from app.graph.match.evaluate import evaluate
from app.graph.match.pattern import Clause, End, Pattern
from app.graph.paths import PathRequest, find_paths
from app.model.dates import Span
from app.snapshot.stored import open_snapshot
from benchmarks.quadruples import FIRST, type_id


class Ours:
    """The product's own operations, on a snapshot mapped from disk."""

    name = "realpolitik"

    def __init__(self, folder: Path) -> None:
        self.view = ColumnarView(open_snapshot(folder))
        self.view.warm()

    def near(self, entity: int, types: frozenset[str], window: Span) -> Any:
        """Q1a: each relation with its claims of the window."""
        return self.view.select(Scope(incident=frozenset((entity,))), Filters(type=types, during=window))

    def near_worth(self, entity: int, types: frozenset[str], window: Span) -> Any:
        """Q1b: each relation with its ends and what its claims of the window amount to."""
        return self.view.survey(Scope(incident=frozenset((entity,))), Filters(type=types, during=window))

    def around(self, entity: int) -> list[int]:
        """Q2: the best connected first, as a drawing of them needs."""
        inside = {entity}
        ring: Any = (entity,)
        for _ in range(2):
            near = self.view.present(Scope(incident=frozenset(ring)), NO_FILTERS)
            ring = list(itertools.islice((e for e in near if e not in inside), 500 - len(inside)))
            inside.update(ring)
        return list(inside)

    def linked(self, start: int, end: int) -> Any:
        """Q3a: of the shortest paths the one with the best status."""
        return find_paths(self.view, PathRequest(start, end, 6, 1), NO_FILTERS)

    def linked_by(self, start: int, end: int, types: frozenset[str], window: Span) -> Any:
        """Q3b."""
        return find_paths(self.view, PathRequest(start, end, 6, 1), Filters(type=types, during=window))

    def chained(self, end: int, one: frozenset[str], two: frozenset[str], window: Span) -> Any:
        """Q4: each row with the relations that make it."""
        pattern = Pattern(
            (
                Clause(End("?a"), End("?b"), Filters(type=one, during=window)),
                Clause(End("?b"), End(entities=frozenset((end,))), Filters(type=two, during=window)),
            )
        )
        return evaluate(self.view, pattern).rows[:1000]

    def counted(self, entity: int) -> Any:
        """Q5: relations, in and out."""
        return self.view.type_counts(entity)

    # What stands for the arguments, and what the answers say in plain numbers; neither is timed.

    def asked(self, kind: str, question: Any) -> tuple[Any, ...]:
        """A question in our words: ids of types, spans of days."""
        if kind in ("near", "near_worth", "linked_by"):
            *ends, types, first, last = question
            return (*ends, frozenset(type_id(t) for t in types), Span(first + FIRST, last + FIRST))
        if kind == "chained":
            end, one, two, first, last = question
            return end, frozenset((type_id(one),)), frozenset((type_id(two),)), Span(first + FIRST, last + FIRST)
        return tuple(question)

    def plain(self, kind: str, question: Any, answer: Any) -> Any:
        """An answer as the truth has it."""
        view, number = self.view, {type_id(n): n for n in range(len(self.view.ontology.relation_types))}
        if kind == "near":
            return sorted(
                (e.subject, number[e.type], e.object, view.bounds(c).possible_from - FIRST)
                for m in answer for e in (view.ends(m.relation),) for c in m.claims
            )  # fmt: skip
        if kind == "near_worth":
            return sorted((s, number[view.ends(r).type], o) for r, s, o in zip(*answer[:3], strict=True))
        if kind in ("linked", "linked_by"):
            return len(answer[0].relations) if answer else None
        if kind == "chained":
            return {tuple(row.values[:2]) for row in answer}
        if kind == "counted":
            return {number[name]: out + into for name, (out, into) in answer.items()}
        return answer
