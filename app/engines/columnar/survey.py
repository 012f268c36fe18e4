"""Relations in bulk, as columns: what `select` and `verdict` say, without an object for each relation.

Paths, patterns, diffs and metrics look at many relations and show few. Status, confidence and tone are those of
`graph.status.judge` and `graph.episodes.polarity`, computed over whole columns; the suite holds the two together.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from app.engines.columnar.matches import Matches
from app.engines.columnar.native import Kernels, kernels_for
from app.engines.columnar.select import Selector, anchor, ends_mask
from app.engines.columnar.verdicts import Amounts, amounts
from app.engines.columnar.worth import worth_of
from app.graph.contract import Survey
from app.graph.filters import EVERYTHING, NO_FILTERS, Filters, Scope
from app.graph.status import STATUS_RANK, ClaimFacts
from app.snapshot.columns import Bool, Int32, Int64, Snapshot, Worth, read_only


class Surveyed(NamedTuple):
    """The relations that pass, what they amount to, and (where asked for) the claims that remain of them."""

    relations: Int32
    amounts: Amounts
    claims: Int32


_NO_CLAIMS = read_only([], np.int32)
_NOTHING = Amounts(*(read_only([], np.int8) for _ in Amounts._fields))


class Surveyor:
    """Answers `survey` on one snapshot. Holds indices and what all claims of each relation amount to."""

    def __init__(
        self, snapshot: Snapshot, selector: Selector, facts: Callable[[int], ClaimFacts], kernels: bool | None = None
    ) -> None:
        """With kernels or without, once warm; None: where they are there and pay."""
        self._snapshot = snapshot
        self._wanted = kernels
        self.kernels: Kernels | None = None
        self._columns = snapshot.columns
        self._selector = selector
        self._facts = facts
        self._types = tuple(snapshot.ontology.relation_types)
        self._positions = functools.lru_cache(maxsize=256)(self._positioned)
        self._size_of = functools.lru_cache(maxsize=256)(self._sized)
        self._symmetric = np.array([t.symmetric for t in snapshot.ontology.relation_types.values()], dtype=np.bool_)
        self._index = snapshot.index
        self._worth = snapshot.worth
        self._degree = read_only(np.diff(self._index.out_start) + np.diff(self._index.in_start), np.int64)
        self._type_sizes = read_only(np.diff(self._index.type_start), np.int64)

    def survey(self, scope: Scope, filters: Filters, *, worth: bool) -> Survey:
        """The relations in scope that pass all filters, in order of handle."""
        native = None if self.kernels is None else self.kernels.survey(scope, filters)
        if native is not None:
            return native
        found = self.surveyed(scope, filters, with_claims=False, worth=worth)
        columns, relations = self._columns, found.relations
        return Survey(
            relations.tolist(),
            columns.relation_subject[relations].tolist(),
            columns.relation_object[relations].tolist(),
            found.amounts.status.tolist(),
            found.amounts.confidence.tolist(),
            found.amounts.polarity.tolist(),
        )

    def relations(self, scope: Scope, filters: Filters) -> Int32:
        """The relations in scope that pass all filters, in order of handle."""
        return self.surveyed(scope, filters, with_claims=False, worth=False).relations

    def matches(self, scope: Scope, filters: Filters) -> Matches:
        """What `select` gives, as columns."""
        if scope == EVERYTHING and filters == NO_FILTERS:
            return Matches(self._columns, self._every, None, lambda: self.whole)
        native = None if self.kernels is None else self.kernels.surveyed(scope, filters)
        if self.kernels is not None and native is not None:
            left = self.kernels.remaining(native[0], filters) if filters.drops_claims else None
            return Matches(self._columns, native[0], left, lambda: native[1])
        judged = filters.status is not None or filters.polarity is not None
        found = self.surveyed(scope, filters, with_claims=filters.drops_claims, worth=judged)
        if not filters.drops_claims:
            whole = functools.partial(self._whole_of, found.relations)
            return Matches(self._columns, found.relations, None, whole)
        starts = np.flatnonzero(np.diff(self._columns.claim_relation[found.claims], prepend=-1))
        remaining = found.claims, np.append(starts, len(found.claims))
        partly = functools.partial(self._some_of, found.relations, found.claims, starts)
        return Matches(self._columns, found.relations, remaining, partly)

    @functools.cached_property
    def _every(self) -> Int32:
        return read_only(np.arange(len(self._columns.relation_subject)), np.int32)

    def _whole_of(self, relations: Int32) -> Amounts:
        return Amounts(*(column[relations] for column in self.whole))

    def _some_of(self, relations: Int32, claims: Int32, starts: Int64) -> Amounts:
        found = self._whole_of(relations)
        self._rejudge(relations, claims, starts, found)
        return found

    def surveyed(self, scope: Scope, filters: Filters, *, with_claims: bool, worth: bool = True) -> Surveyed:
        """The same as columns; the claims that remain come along only where asked for, since they cost."""
        native = None if self.kernels is None else self.kernels.surveyed(scope, filters)
        if self.kernels is not None and native is not None:
            remaining = self.kernels.remaining(native[0], filters)[0] if with_claims else _NO_CLAIMS
            return Surveyed(*native, remaining)
        relations = self._in_scope(scope, filters)
        claims = np.empty(0, dtype=np.int32)
        if filters.drops_claims or filters.selects_claims or with_claims:
            claims = self._remaining(relations, filters)
            of = self._columns.claim_relation[claims]
            starts = np.flatnonzero(np.diff(of, prepend=-1))
            relations = of[starts]
        if not worth and filters.polarity is None and filters.status is None:
            return Surveyed(relations, _NOTHING, claims)
        found = self._whole_of(relations)
        if filters.drops_claims:
            self._rejudge(relations, claims, starts, found)
        kept = self._passing(filters, found)
        if kept is not None:
            relations, found = relations[kept], Amounts(*(column[kept] for column in found))
            if with_claims:
                claims = claims[np.isin(self._columns.claim_relation[claims], relations)]
        return Surveyed(relations, found, claims)

    def _rejudge(self, relations: Int32, claims: Int32, starts: Int64, found: Amounts) -> None:
        """Put in what the relations amount to of which only some claims remain."""
        sizes = np.diff(starts, append=len(claims))
        columns = self._columns
        partly = sizes != columns.relation_claims[relations + 1] - columns.relation_claims[relations]
        if not partly.any():
            return
        left = sizes[partly]
        some = amounts(columns, claims[np.repeat(partly, sizes)], np.cumsum(left) - left, self._facts)
        for column, changed in zip(found, some, strict=True):
            column[partly] = changed

    def size_hint(self, scope: Scope, types: frozenset[str] | None) -> int:
        """At most how many relations of these types are in scope."""
        sizes = [len(self._columns.relation_subject)]
        if scope.relations is not None:
            sizes.append(len(scope.relations))
        nodes = anchor(scope)
        if nodes is not None:
            beside = self._degree[next(iter(nodes))] if len(nodes) == 1 else self._degree[_array(nodes)].sum()
            sizes.append(int(beside))
        if types is not None:
            sizes.append(self._size_of(types))
        return min(sizes)

    def _sized(self, types: frozenset[str]) -> int:
        return int(self._type_sizes[self._positions(types)].sum())

    def warm(self) -> bool:
        """Load the kernels, if they are wanted and there: until then, numpy answers. Whether they are in use now."""
        kernels = self.kernels or kernels_for(self._snapshot, lambda: Worth(*self.whole), self._wanted)
        if kernels is not None:
            kernels.warm()
        self.kernels = kernels
        return kernels is not None

    @functools.cached_property
    def whole(self) -> Amounts:
        """What each relation amounts to with all its claims."""
        worth = self._worth or worth_of(self._columns)
        return Amounts(worth.status, worth.confidence, worth.polarity)

    # Which relations to look at.

    def _in_scope(self, scope: Scope, filters: Filters) -> Int32:
        columns = self._columns
        relations, beside = self._candidates(scope, filters)
        if scope.relations is not None or (filters.category is not None and not beside):
            relations = self._of_right_type(relations, filters)
        if scope == EVERYTHING or (beside and scope.direction == "both" and scope == Scope(incident=scope.incident)):
            return relations
        one, two = columns.relation_subject[relations], columns.relation_object[relations]
        admitted = ends_mask(scope, one, two, free=False)
        symmetric = self._symmetric[columns.relation_type[relations]]
        if symmetric.any():
            free = ends_mask(scope, one, two, free=True) | ends_mask(scope, two, one, free=True)
            admitted = np.where(symmetric, free, admitted)
        return relations[admitted]

    def _candidates(self, scope: Scope, filters: Filters) -> tuple[Int32, bool]:
        """The relations to look at, and whether they are just those with an end among the anchors of the scope."""
        if scope.relations is not None:
            return np.sort(_array(scope.relations)), False
        nodes = anchor(scope)
        if nodes is None:
            return self._of_types(filters.type), False
        chosen = np.sort(_array(nodes))
        if filters.type is not None:
            positions = self._positions(filters.type)
            if int(self._type_sizes[positions].sum()) < int(self._degree[chosen].sum()):
                return self._of_types(filters.type), False
        index = self._index
        out = self._of_right_type(spread(index.out_start[chosen], index.out_start[chosen + 1]), filters)
        into = index.by_object[spread(index.in_start[chosen], index.in_start[chosen + 1])]
        into = self._of_right_type(into, filters)
        both = np.sort(np.concatenate((out, into)))
        if len(chosen) > 1:  # no relation has one entity at both ends
            both = both[np.diff(both, prepend=-1) != 0]
        return both, True

    def _of_right_type(self, relations: Int32, filters: Filters) -> Int32:
        if filters.type is None and filters.category is None:
            return relations
        return relations[self._selector.type_table(filters)[self._columns.relation_type[relations]]]

    def _of_types(self, types: frozenset[str] | None) -> Int32:
        if types is None:
            return np.arange(len(self._columns.relation_subject), dtype=np.int32)
        positions = self._positions(types)
        starts = self._index.type_start
        return np.sort(self._index.by_type[spread(starts[positions], starts[positions + 1])])

    def _positioned(self, types: frozenset[str]) -> Int64:
        return np.array([i for i, name in enumerate(self._types) if name in types], dtype=np.int64)

    # Which of their claims remain, and what passes last.

    def _remaining(self, relations: Int32, filters: Filters) -> Int32:
        columns = self._columns
        if len(relations) == len(columns.relation_subject):
            claims = np.arange(len(columns.claim_relation), dtype=np.int32)
        else:
            claims = spread(columns.relation_claims[relations], columns.relation_claims[relations + 1])
        return self._selector.remaining(filters, claims)

    def _passing(self, filters: Filters, found: Amounts) -> Bool | None:
        kept: Bool | None = None
        if filters.polarity is not None:
            kept = np.isin(found.polarity, list(filters.polarity))
        if filters.status is not None:
            right = np.isin(found.status, [STATUS_RANK[s] for s in filters.status])
            kept = right if kept is None else kept & right
        return kept


def spread(starts: Int64, ends: Int64) -> Int32:
    """All numbers of the ranges [start, end), one range after the other."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    total = int(lengths.sum())
    return (np.repeat(starts - before, lengths) + np.arange(total)).astype(np.int32)


def _array(handles: frozenset[int]) -> Int32:
    return np.fromiter(handles, dtype=np.int32, count=len(handles))
