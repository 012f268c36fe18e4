"""Filters and scopes as the numbers that kernels read; what has no number is left to the numpy code."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from app.engines.columnar.kernels import codes
from app.engines.columnar.verdicts import AFFIRMED, AFFIRMS, CONTESTED, DENIED, DENIES, NORMATIVE, QUESTIONED, RANKS
from app.graph.filters import Filters, Scope
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK
from app.snapshot.columns import CONFIDENCES, MODALITIES, PROGRESSES, STANCES, Bool, Int32, Int64, Snapshot

_LONGEST: Final = 4_000  # days up to which bisecting by the beginning of events narrows anything
_REMEMBERED: Final = 64  # handles from which on a set is kept as an array


class Sieve(NamedTuple):
    """Filters: the address of their numbers, and the arrays that those point to, which it keeps alive."""

    address: int
    numbers: Int64
    types: tuple[Bool, Bool]
    handles: Int32


class Ends(NamedTuple):
    """A scope: its numbers, and its entities, each set in order."""

    numbers: Int64
    entities: Int32


class Sieves:
    """Makes sieves for one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._types = tuple(snapshot.ontology.relation_types.values())
        flags = [(True, t.kind == "event", t.symmetric) for t in self._types]
        self._tables: Bool = np.array(flags, dtype=np.bool_).reshape(-1, 3).T.copy()
        self._at = {t.id: position for position, t in enumerate(self._types)}
        self._meanings = _meanings()
        at = int(self._tables.ctypes.data)
        self._meanings[codes.ACCEPTABLE : codes.SYMMETRIC + 1] = [at + n * len(self._types) for n in range(3)]

    def of(self, filters: Filters, longest: int) -> Sieve | None:
        """The sieve of some filters, `longest` being the days of the longest event; None where there is none."""
        if filters.q is not None:
            return None
        numbers = self._meanings.copy()
        acceptable = self._acceptable(filters)
        types = self._tables[0]
        if len(acceptable) < len(self._types):
            types = np.zeros(len(self._types), dtype=np.bool_)
            types[acceptable] = True
            numbers[codes.ACCEPTABLE] = int(types.ctypes.data)
        symmetric = any(self._types[position].symmetric for position in acceptable)
        numbers[codes.FLAGS] = _flags(filters) | _dates(filters, numbers, longest) | symmetric * codes.F_SYMMETRIC
        _masks(filters, numbers)
        handles = (
            self._positions(filters.source, self._sources),
            self._positions(filters.dataset, self._datasets),
            sorted(filters.asserted_by or ()),
            sorted(filters.addressed_to or ()),
            acceptable,
        )
        numbers[codes.SOURCES_AT : codes.TYPES_END + 1] = itertools.accumulate(map(len, handles), initial=0)
        listed = np.array([h for part in handles for h in part], dtype=np.int32)
        numbers[codes.HANDLES] = int(listed.ctypes.data)
        table = np.array(numbers, dtype=np.int64)
        return Sieve(int(table.ctypes.data), table, (self._tables, types), listed)

    def _acceptable(self, filters: Filters) -> Sequence[int]:
        """The positions of the relation types that pass, in order."""
        if filters.category is not None:
            names = filters.type
            return [
                position
                for position, t in enumerate(self._types)
                if t.category in filters.category and (names is None or t.id in names)
            ]
        return range(len(self._types)) if filters.type is None else self._positions(filters.type, self._at)

    @functools.cached_property
    def _sources(self) -> Mapping[str, int]:
        return {name: position for position, name in enumerate(self._snapshot.sources)}

    @functools.cached_property
    def _datasets(self) -> Mapping[str, int]:
        return {name: position for position, name in enumerate(self._snapshot.datasets)}

    @staticmethod
    def _positions(wanted: frozenset[str] | None, there: Mapping[str, int]) -> Sequence[int]:
        return sorted(there[name] for name in wanted or () if name in there)


def _flags(filters: Filters) -> int:
    asked = (
        (filters.known_at is not None, codes.F_KNOWN),
        (filters.as_of is not None, codes.F_DAY),
        (filters.during is not None, codes.F_WINDOW),
        (filters.certainty == "certain", codes.F_CERTAIN),
        (filters.time_match == "within", codes.F_WITHIN),
        (filters.source is not None, codes.F_SOURCES),
        (filters.dataset is not None, codes.F_DATASETS),
        (filters.asserted_by is not None, codes.F_VOICES),
        (filters.addressed_to is not None, codes.F_ADDRESSEES),
        (filters.drops_claims, codes.F_DROPS),
        (filters.selects_claims, codes.F_SELECTS),
        (filters.type is not None or filters.category is not None, codes.F_TYPES),
        (next(filters.active(), None) is not None, codes.F_FILTERS),
    )
    return sum(flag for there, flag in asked if there)


def _dates(filters: Filters, numbers: list[int], longest: int) -> int:
    """Puts the dates in; the flags for those by which claims can be bisected."""
    flags = 0
    if filters.known_at is not None:
        numbers[codes.KNOWN_AT] = filters.known_at.last
    if filters.as_of is not None:
        numbers[codes.DAY_FIRST], numbers[codes.DAY_LAST] = filters.as_of.first, filters.as_of.last
    if filters.during is not None:
        numbers[codes.WINDOW_FIRST], numbers[codes.WINDOW_LAST] = filters.during.first, filters.during.last
        if longest <= _LONGEST:
            numbers[codes.EARLIEST] = filters.during.first - longest + 1
            flags |= codes.F_EARLIEST
    last = [span.last for span in (filters.as_of, filters.during) if span is not None]
    if last:
        numbers[codes.LATEST] = min(last)
        flags |= codes.F_LATEST
    return flags


def _masks(filters: Filters, numbers: list[int]) -> None:
    if filters.stance is not None:
        numbers[codes.STANCES] = _mask(STANCES.index(s) for s in filters.stance)
    if filters.modality is not None:
        numbers[codes.MODALITIES] = _mask(MODALITIES.index(m) for m in filters.modality)
    if filters.progress is not None:
        numbers[codes.PROGRESSES] = _mask(PROGRESSES.index(p) + 1 for p in filters.progress)  # 0: says nothing of it
    if filters.min_confidence is not None:
        least = CONFIDENCE_RANK[filters.min_confidence]
        numbers[codes.CONFIDENCES] = _mask(i for i, c in enumerate(CONFIDENCES) if CONFIDENCE_RANK[c] >= least)
    if filters.polarity is not None:
        numbers[codes.TONES] = _mask(tone + 1 for tone in filters.polarity)
    if filters.status is not None:
        numbers[codes.STATUSES] = _mask(STATUS_RANK[s] for s in filters.status)


def _mask(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in set(bits))


def _meanings() -> list[int]:
    """What codes mean in a verdict, and masks that let everything pass."""
    numbers = np.zeros(codes.NUMBERS, dtype=np.int64)
    numbers[codes.STANCES : codes.STATUSES + 1] = -1
    numbers[codes.AFFIRMS : codes.CONTESTED + 1] = (AFFIRMS, DENIES, NORMATIVE, DENIED, QUESTIONED, CONTESTED)
    numbers[codes.RANKS : codes.RANKS + len(RANKS)] = RANKS
    numbers[codes.AFFIRMED : codes.AFFIRMED + AFFIRMED.size] = AFFIRMED.ravel()
    found: list[int] = numbers.tolist()
    return found


def ends_of_scope(scope: Scope) -> Ends | None:
    """A scope in numbers; None where it names relations or several pairs of sets."""
    if scope.relations is not None or (scope.between is not None and len(scope.between) != 1):
        return None
    pair = (None, None) if scope.between is None else scope.between[0]
    numbers = np.zeros(codes.ENDS, dtype=np.int64)
    has, place, anchor, smallest = 0, 0, codes.NO_ANCHOR, -1
    parts: list[Int32] = []
    for which, entities in enumerate((scope.subject, scope.object, scope.incident, scope.other, *pair)):
        numbers[which] = place
        if entities is None:
            continue
        has |= 1 << which
        parts.append(in_order(entities))
        place += len(entities)
        if which != codes.OTHER and (smallest < 0 or len(entities) < smallest):
            anchor, smallest = which, len(entities)
    ways = _WAYS[scope.direction] | (codes.ALIKE if pair[0] is not None and pair[0] == pair[1] else 0)
    numbers[codes.END : codes.ENTITIES] = (place, has, ways, anchor)
    return Ends(numbers, parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else _NONE)


_WAYS: Final[Mapping[str, int]] = MappingProxyType(
    {"out": codes.OUTWARD, "in": codes.INWARD, "both": codes.OUTWARD | codes.INWARD}
)
_NONE: Final = np.empty(0, dtype=np.int32)


def in_order(entities: Collection[int]) -> Int32:
    """A set of handles as an array in order; large sets, which questions share, are remembered."""
    if isinstance(entities, frozenset) and len(entities) > _REMEMBERED:
        return _remembered(entities)
    return np.array(sorted(entities), dtype=np.int32)


@functools.lru_cache(maxsize=64)
def _remembered(entities: frozenset[int]) -> Int32:
    array = np.fromiter(entities, dtype=np.int32, count=len(entities))
    array.sort()
    return array
