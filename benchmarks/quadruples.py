"""Dated events as bare numbers (subject, relation, object, day): generated or read, asked about, and as our snapshot.

The generated ones have the shape of ICEWS18: 468,558 events among 23,033 entities under 256 relation types in a year,
a few entities in most of them, two of five on a pair and type that was there before. A real file of quadruples, such as
ICEWS18 as it is handed around, is read with its two tables of names. What stands here is independent of any engine;
answers are worked out from the four columns by comparing all rows, which is slow and plainly right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.building.assembling import ClaimArrays, assemble, directory_of
from app.engines.columnar.worth import worth_of
from app.model.entity import Entity
from app.model.ontology import EntityType, Ontology, Phrase, RelationType
from app.model.source import DatasetInfo, Source
from app.snapshot.columns import CONFIDENCES, MODALITIES, STANCES, read_only
from app.snapshot.folder import FolderWriter
from app.snapshot.layout import ADJACENCIES, ClaimIds, Head, write_arrays, write_claims, write_entities, write_head

EVENTS: Final = 468_558
ENTITIES: Final = 23_033
TYPES: Final = 256
DAYS: Final = 365
FIRST: Final = 736_695  # 1 January 2018
DAY_ZERO: Final = np.datetime64("2018-01-01")
HOURS: Final = 24

Ints = NDArray[np.int32]


class Events(NamedTuple):
    """Events by column, sorted by subject, type, object and day, none twice; and the names of what they are about."""

    subject: Ints
    type: Ints
    object: Ints
    day: Ints
    entities: Sequence[str]
    types: Sequence[str]


def generated(scale: int = 1, seed: int = 18) -> Events:
    """Events of the shape described above, or so many times as many, of as many more entities in as many more years;
    the same numbers give the same events.
    """
    random = np.random.default_rng(seed)
    events, entities, types, days = EVENTS * scale, ENTITIES * scale, TYPES, DAYS * scale
    size = int(events * 1.05) + 10  # some come twice and are dropped
    subject, object_ = (_ranks(random, size, entities) for _ in range(2))
    object_ = np.where(object_ == subject, (object_ + 1) % entities, object_)
    kind = _ranks(random, size, types)
    earlier = np.where(
        random.random(size) < 0.4, (random.random(size) * np.arange(size)).astype(np.int64), np.arange(size)
    )
    columns = np.stack((subject[earlier], kind[earlier], object_[earlier], random.integers(0, days, size)))
    names = [f"Actor {number}" for number in range(entities)], [f"Deed {number}" for number in range(types)]
    found = _events(columns.astype(np.int32), *names)
    kept = np.sort(random.choice(len(found.day), min(events, len(found.day)), replace=False))
    return Events(found.subject[kept], found.type[kept], found.object[kept], found.day[kept], *names)


def _ranks(random: np.random.Generator, size: int, most: int) -> NDArray[np.int64]:
    """Numbers below `most` of which the frequency falls as one over the rank, in an order that says nothing."""
    ranks = np.minimum(np.power(most + 1.0, random.random(size)).astype(np.int64) - 1, most - 1)
    return random.permutation(most)[ranks]


def read(path: Path, entities: Path, types: Path) -> Events:
    """Events from a file of subject, relation, object and hour, and two tables of name and number, tab-separated."""
    rows = np.loadtxt(path, dtype=np.int64, usecols=(0, 1, 2, 3)).T
    rows = rows[:, rows[0] != rows[2]]  # a relation of an entity to itself says nothing
    rows[3] //= HOURS
    return _events(rows.astype(np.int32), _names(entities), _names(types))


def _names(path: Path) -> list[str]:
    pairs = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [name for name, _ in sorted(pairs, key=lambda pair: int(pair[1]))]


def _events(columns: Ints, entities: Sequence[str], types: Sequence[str]) -> Events:
    order = np.lexsort(columns[::-1])
    columns = columns[:, order]
    once = np.ones(columns.shape[1], dtype=np.bool_)
    once[1:] = (np.diff(columns, axis=1) != 0).any(axis=0)
    subject, kind, object_, day = columns[:, once]
    return Events(subject, kind, object_, day, entities, types)


class Questions(NamedTuple):
    """What is asked, each a tuple of arguments; entities and types as they come in events, so often in proportion."""

    near: Sequence[tuple[int, tuple[int, ...], int, int]]  # Q1: entity, types, first and last day
    around: Sequence[tuple[int]]  # Q2: entity
    linked: Sequence[tuple[int, int]]  # Q3a: two entities
    linked_by: Sequence[tuple[int, int, tuple[int, ...], int, int]]  # Q3b: two entities, types, first and last day
    chained: Sequence[tuple[int, int, int, int, int]]  # Q4: the last entity, two types, first and last day
    counted: Sequence[tuple[int]]  # Q5: entity


def questions(events: Events, number: int, seed: int) -> Questions:
    """So many questions of each kind."""
    random = np.random.default_rng(seed)

    def entity() -> int:
        side = events.subject if random.random() < 0.5 else events.object
        return int(side[random.integers(len(side))])

    def kinds(most: int) -> tuple[int, ...]:
        return tuple(sorted({int(t) for t in events.type[random.integers(len(events.type), size=most)]}))

    days_in_all = int(events.day.max()) + 1

    def window(days: int) -> tuple[int, int]:
        first = int(random.integers(max(days_in_all - days, 1)))
        return first, first + days - 1

    def pair() -> tuple[int, int]:
        one, two = entity(), entity()
        return (one, two) if one != two else pair()

    def chain() -> tuple[int, int, int, int, int]:
        last = int(random.integers(len(events.day)))
        before = np.flatnonzero(events.object == events.subject[last])
        other = int(events.type[random.choice(before)]) if len(before) else int(events.type[last])
        return (int(events.object[last]), other, int(events.type[last]), *window(90))

    each = range(number)
    return Questions(
        [(entity(), kinds(8), *window(30)) for _ in each],
        [(entity(),) for _ in each],
        [pair() for _ in each],
        [(*pair(), kinds(60), *window(90)) for _ in each],
        [chain() for _ in each],
        [(entity(),) for _ in each],
    )


class Truth:
    """The right answers, from the four columns as they are."""

    def __init__(self, events: Events) -> None:
        self._events = events

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[tuple[int, int, int, int]]:
        """Subject, type, object and day of the entity's events of these types in the window."""
        e = self._events
        kept = (
            ((e.subject == entity) | (e.object == entity)) & np.isin(e.type, types) & (e.day >= first) & (e.day <= last)
        )
        return sorted(zip(*(column[kept].tolist() for column in e[:4]), strict=True))

    def counted(self, entity: int) -> dict[int, int]:
        """Relations (distinct pairs) of the entity by type."""
        e = self._events
        beside = (e.subject == entity) | (e.object == entity)
        pairs = set(zip(e.subject[beside].tolist(), e.type[beside].tolist(), e.object[beside].tolist(), strict=True))
        return dict(Counter(kind for _, kind, _ in pairs))

    def events_counted(self, entity: int) -> dict[int, int]:
        """Events of the entity by type."""
        e = self._events
        return dict(Counter(e.type[(e.subject == entity) | (e.object == entity)].tolist()))

    def within_two(self, entity: int) -> set[int]:
        """Who is at most two steps away, the entity itself among them."""
        e, seen = self._events, np.zeros(len(self._events.entities), dtype=np.bool_)
        seen[entity] = True
        for _ in range(2):
            one, two = e.object[seen[e.subject]], e.subject[seen[e.object]]
            seen[one] = seen[two] = True
        return set(np.flatnonzero(seen).tolist())

    def chained(self, last_entity: int, one: int, two: int, first: int, last: int) -> set[tuple[int, int]]:
        """The pairs (a, b) with events a -one-> b -two-> last_entity in the window."""
        e = self._events
        inside = (e.day >= first) & (e.day <= last)
        middle = set(e.subject[inside & (e.type == two) & (e.object == last_entity)].tolist())
        kept = inside & (e.type == one) & np.isin(e.object, list(middle))
        return set(zip(e.subject[kept].tolist(), e.object[kept].tolist(), strict=True))

    def distance(self, start: int, end: int, allowed: Any = None, most: int = 6) -> int | None:
        """How many steps the ends are apart along events either way, at most six; `allowed` says which events."""
        e = self._events
        one, two = (e.subject, e.object) if allowed is None else (e.subject[allowed], e.object[allowed])
        seen = np.zeros(len(e.entities), dtype=np.bool_)
        seen[start] = True
        for steps in range(1, most + 1):
            wider = seen.copy()
            wider[two[seen[one]]] = True
            wider[one[seen[two]]] = True
            if wider[end]:
                return steps
            if (wider == seen).all():
                return None
            seen = wider
        return None

    def allowed(self, types: Sequence[int], first: int, last: int) -> Any:
        """Which events are of these types and in the window."""
        return np.isin(self._events.type, types) & (self._events.day >= first) & (self._events.day <= last)


def type_id(number: int) -> str:
    """The id of a relation type in our snapshot; ids sort as numbers do."""
    return f"deed_{number:04}"


def write_snapshot(events: Events, target: Path) -> None:
    """The events as a snapshot in a folder: each a claim of its own, alleged by nobody else than its one source."""
    ontology = Ontology.of(
        [EntityType("Actor", "Actor", "Actors")],
        [RelationType(type_id(n), name, f"{name} (by)", "events", "event", 0, False, False, Phrase(name, name, name))
         for n, name in enumerate(events.types)],
    )  # fmt: skip
    known = [Entity(f"e{n:07}", "Actor", name) for n, name in enumerate(events.entities)]
    source = Source("events", "Events", known[0].id, "2019-01-01", "en", "full", "events", "0" * 64, ())
    info = DatasetInfo("events", "Events", "CC0-1.0", "nobody", "generated")
    size = len(events.day)
    day = (events.day + FIRST).astype(np.int32)
    nothing, zeros = np.full(size, -1, dtype=np.int32), np.zeros(size, dtype=np.int8)
    claims = ClaimArrays(
        subject=events.subject, type=events.type.astype(np.int16), object=events.object,
        source=np.zeros(size, dtype=np.int32), stance=zeros + STANCES.index("affirms"),
        modality=zeros + MODALITIES.index("fact"), progress=nothing.astype(np.int8),
        confidence=zeros + CONFIDENCES.index("medium"), polarity=zeros, ended=zeros.astype(np.bool_),
        possible_from=day, possible_to=day + 1, certain_from=day, certain_to=day + 1, addressed_to=nothing,
        voices=np.arange(size + 1, dtype=np.int64), voice=np.zeros(size, dtype=np.int32),
    )  # fmt: skip
    made = assemble(directory_of(ontology, known, {source.id: source}, {info.id: info}), claims)
    dates = [str(DAY_ZERO + n) for n in range(int(events.day.max(initial=0)) + 1)]
    with FolderWriter(target) as writer:
        writer.texts("claims/detail", (b'{"attributes":{},"evidence":[[1,"event %d"]]}' % n for n in range(size)))
        ids = ClaimIds.of(read_only(np.arange(size), np.uint64), read_only(np.zeros(size), np.uint16))
        write_claims(writer, ids, read_only(events.day, np.int32), dates)
        write_entities(writer, known)
        write_arrays(
            writer,
            made.columns,
            {name: getattr(made, name) for name in ADJACENCIES},
            made.index,
            worth_of(made.columns),
        )
        head = Head(ontology, {info.id: info}, {source.id: source}, (), MappingProxyType({}), ())
        write_head(writer, head)
        writer.commit({"entities": len(known), "relations": len(made.columns.relation_subject), "claims": size,
                       "sources": 1}, ())  # fmt: skip
