"""The GraphView contract on the columns of a snapshot."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

import numpy as np

from app.engines.columnar import digests
from app.engines.columnar.compare import Comparer
from app.engines.columnar.counts import Counts
from app.engines.columnar.ends import AT_HAND, ends_of, numbers, relation_between
from app.engines.columnar.joins import ColumnJoin, knows
from app.engines.columnar.listing import Lister
from app.engines.columnar.matches import Handles, Matches
from app.engines.columnar.memory import Memory
from app.engines.columnar.near import Neighbourhoods
from app.engines.columnar.records import Records
from app.engines.columnar.search import NameIndex
from app.engines.columnar.select import Selector
from app.engines.columnar.survey import Surveyor
from app.graph.contract import Census, Comparison, Computed, Digest, Ends, EntityNeeds, Hit, Match, Survey
from app.graph.digest import digest_of, lasting_of
from app.graph.facets import RELATION_FACETS
from app.graph.filters import EVERYTHING, NO_FILTERS, Filters, Scope
from app.graph.match.join import Join
from app.graph.match.pattern import Pattern
from app.graph.paths import Bounds as PathBounds
from app.graph.paths import Path, PathRequest
from app.graph.status import Verdict, judge
from app.snapshot.columns import Snapshot
from app.snapshot.name_index import build as build_names

KEPT_VERDICTS = 65_536
FEW = 500  # relations that may satisfy a clause up to which it is joined the fastest row by row
AT_ONCE = 2_000  # relations of an answer up to which a list of records is the fastest


class ColumnarView(Records):
    """One snapshot, answered from its columns. Holds caches of what is computed, never of what was asked."""

    def __init__(
        self, snapshot: Snapshot, *, at_hand: int = AT_HAND, many: int = digests.MANY, kernels: bool | None = None
    ) -> None:
        """Of what is more than `at_hand`, nothing is made in advance; of `many` claims of one relation, columns tell.

        Kernels: see `native.kernels_for`.
        """
        super().__init__(snapshot)
        self._many = many
        self._at_hand = min(at_hand, AT_ONCE)
        self._index = snapshot.index
        self._types = tuple(snapshot.ontology.relation_types)
        self._type_positions = {name: position for position, name in enumerate(self._types)}
        self._ends = ends_of(self._columns, self._types, at_hand)
        self._claim_starts = numbers(self._columns.relation_claims, at_hand)
        self._degrees = numbers(np.diff(self._index.out_start) + np.diff(self._index.in_start), at_hand)
        self._full_verdict = functools.lru_cache(maxsize=KEPT_VERDICTS)(self._verdict_on_all)
        self._near = Neighbourhoods(
            snapshot.ontology, self._ends, lambda scope: self._selector.select(scope, NO_FILTERS)
        )
        self._selector = Selector(snapshot)
        self._surveyor = Surveyor(snapshot, self._selector, self.facts, kernels)
        self._counts = Counts(snapshot, lambda: self._surveyor.kernels)
        self._lister = Lister(snapshot, self._selector, self._surveyor)
        self._comparer = Comparer(snapshot, self._surveyor)
        self._counted = functools.lru_cache(maxsize=None)(self._count_all)
        self._memory = Memory()
        self._names = NameIndex(snapshot.names or build_names(snapshot.entities), self.degree)

    @property
    def relation_count(self) -> int:
        """How many relations there are."""
        return len(self._ends)

    def named(self, text: str) -> Sequence[int]:
        """Entities with exactly this name or alias."""
        return self._names.exact(text)

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Entities whose names resemble the text, best first."""
        return self._names.search(text, limit)

    def degree(self, entity: int) -> int:
        """How many relations have the entity at either end."""
        return int(self._degrees[entity])

    def type_counts(self, entity: int) -> Mapping[str, tuple[int, int]]:
        """Relations of the entity by type: outgoing and incoming; a symmetric one counts as both."""
        if self._surveyor.kernels is not None:
            return self._surveyor.kernels.type_counts(entity)
        index, kinds, most = self._index, self._columns.relation_type, len(self._types)
        out = np.bincount(kinds[int(index.out_start[entity]) : int(index.out_start[entity + 1])], minlength=most)
        beside = index.by_object[int(index.in_start[entity]) : int(index.in_start[entity + 1])]
        into = np.bincount(kinds[beside], minlength=most)
        counts: dict[str, tuple[int, int]] = {}
        for position in np.flatnonzero(out + into).tolist():
            name = self._types[position]
            one, two = int(out[position]), int(into[position])
            counts[name] = (one + two, one + two) if self.ontology.relation_types[name].symmetric else (one, two)
        return counts

    def find_relation(self, key: str) -> int | None:
        """The handle of a relation id: relations are in order of subject, type and object."""
        subject, _, rest = key.partition(".")
        kind, _, object_ = rest.partition(".")
        one, two = self.find_entity(subject), self.find_entity(object_)
        position = self._type_positions.get(kind)
        if one is None or two is None or position is None:
            return None
        return relation_between(self._columns, self._index, (one, position, two))

    def ends(self, relation: int) -> Ends:
        """Subject, type and object."""
        return self._ends[relation]

    def relation_claims(self, relation: int) -> Sequence[int]:
        """All claims of a relation."""
        return range(int(self._claim_starts[relation]), int(self._claim_starts[relation + 1]))

    def speakers(self, claims: Sequence[int]) -> Sequence[int]:
        """The entities that speak in any of the claims, in order."""
        return self._lister.speakers(claims)

    def documents(self, claims: Sequence[int]) -> Sequence[str]:
        """The sources of the claims, in order of id."""
        return self._lister.documents(claims)

    def verdict(self, match: Match) -> Verdict:
        """What the remaining claims of a relation amount to; the verdict on all claims is kept."""
        claims = self.relation_claims(match.relation)
        return self._full_verdict(match.relation) if len(match.claims) == len(claims) else self._judged(match.claims)

    def _verdict_on_all(self, relation: int) -> Verdict:
        return self._judged(self.relation_claims(relation))

    def _judged(self, claims: Sequence[int]) -> Verdict:
        if len(claims) < self._many:
            return judge([self.facts(claim) for claim in claims])
        return digests.verdict_of(self._columns, claims, self.facts)

    def digest(self, match: Match) -> Digest:
        """What the remaining claims of a relation come to."""
        if len(match.claims) < self._many:
            return digest_of(self, match)
        return digests.digest(self._columns, match.claims, self.verdict(match))

    def lasting(self, match: Match) -> Sequence[int]:
        """The claims that affirm (all, where none does), those that may hold the longest first."""
        if len(match.claims) < self._many:
            return lasting_of(self, match)
        return digests.lasting(self._columns, match.claims)

    def select(self, scope: Scope, filters: Filters) -> Sequence[Match]:
        """The relations in scope that pass all filters, in order of handle."""
        near = self._near.select(scope, filters, self.degree)
        if near is None and (self._surveyor.kernels or self._surveyor.size_hint(scope, filters.type) > self._at_hand):
            return self._surveyor.matches(scope, filters)
        matches = self._selector.select(scope, filters) if near is None else near
        if filters.status is None:
            return matches
        return [m for m in matches if self.verdict(m).status in filters.status]

    def survey(self, scope: Scope, filters: Filters, *, worth: bool = True) -> Survey:
        """What `select` gives, in bulk."""
        return self._surveyor.survey(scope, filters, worth=worth)

    def passing_claims(self, scope: Scope, filters: Filters) -> Sequence[int]:
        """The claims on relations in scope that meet every filter themselves, in order of handle."""
        return self._lister.claims(scope, filters)

    def alone(self, claims: Sequence[int]) -> Sequence[Match]:
        """Each of the claims as if its relation had no other."""
        if isinstance(claims, Handles) and len(claims) > self._at_hand:
            return self._lister.alone(claims)
        return [Match(self.claim_relation(claim), (claim,)) for claim in claims]

    def present(
        self, scope: Scope, filters: Filters, types: frozenset[str] | None = None, without: Collection[int] = ()
    ) -> Sequence[int]:
        """The entities at the ends of what `select` gives, the most connected first."""
        return self._lister.present(scope, filters, types, without)

    def beyond(self, inside: frozenset[int], filters: Filters) -> Mapping[int, int]:
        """For entities inside that have neighbours outside under the filters: how many."""
        return self._lister.beyond(inside, filters)

    def entities(self, needs: EntityNeeds, *, by_name: bool = False) -> Sequence[int]:
        """The entities that meet the needs, the most connected first, or by label."""
        return self._lister.entities(needs, by_name=by_name)

    def tally(self, items: Sequence[Match] | Sequence[int], facet: str) -> Mapping[str, int] | None:
        """How many of the items have which value; None where looking at each is as good."""
        if isinstance(items, Matches):
            if items.whole:
                return self._counted(facet)
            return self._counts.of_matches(items, facet)
        if isinstance(items, Handles) and len(items) > self._at_hand:
            return self._counts.of_entities(items.column, facet)
        return None

    def _count_all(self, facet: str) -> Mapping[str, int]:
        return self._counts.of_matches(self._surveyor.matches(EVERYTHING, NO_FILTERS), facet)

    def census(self) -> Census:
        """Counts of everything."""
        return self._counts.census

    def sources_of(self, entity: int) -> Sequence[str]:
        """The sources that say something about the entity, in order of id."""
        return self._lister.sources_of(entity)

    def paths(self, request: PathRequest, filters: Filters, bounds: PathBounds) -> list[Path] | None:
        """The best paths, where kernels look for them."""
        return None if self._surveyor.kernels is None else self._surveyor.kernels.paths(request, filters, bounds)

    def join(self, pattern: Pattern) -> Join | None:
        """What joins the clauses of a pattern as columns, where it knows all of them and each may be long."""
        least = min(FEW, self._at_hand)
        if not knows(pattern) or any(
            self.size_hint(Scope(subject=c.subject.entities, object=c.object.entities), c.filters.type) < least
            for c in pattern.clauses
        ):
            return None
        return ColumnJoin(self, pattern, self._columns, self._type_positions, self._surveyor.relations)

    def warm(self) -> bool:
        """Load what makes answers faster, and count everything; whether compiled kernels answer what they know."""
        with_kernels = self._surveyor.warm()
        if with_kernels:
            for facet in RELATION_FACETS:
                self._counted(facet)
            self.census()
        return with_kernels

    def compare(self, before: Filters, after: Filters) -> Comparison:
        """What differs between two selections of the whole graph."""
        return self._comparer.compare(before, after)

    def size_hint(self, scope: Scope, types: frozenset[str] | None) -> int:
        """At most how many relations of these types are in scope."""
        return self._surveyor.size_hint(scope, types)

    def remembered(self, key: Hashable, compute: Callable[[], Computed]) -> Computed:
        """What was computed before for this key, else computed now."""
        return self._memory.remembered(key, compute)
