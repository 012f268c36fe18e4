"""Joins what is small: the entities, sources and descriptions of data sets with the curated graph's.

The curated record of an entity wins, else the first by id of the data set; a source belongs to one data set alone.
Whatever refers to nothing is an error that names the data set, so that no claim rests on something that is not there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.building.assembling import known_day
from app.building.distributed.folders import Folder
from app.errors import InvalidDataset, InvalidDate
from app.model.dataset import Dataset
from app.model.entity import Entity
from app.model.merges import follow_entity, follow_silence, follow_source, merged_ids
from app.model.source import DatasetInfo, Source
from app.snapshot.layout import Head

CURATED = "the curated graph"


@dataclass(frozen=True, slots=True)
class Joined:
    """All that a snapshot holds beside claims, merges followed; and where data sets disagreed about an entity."""

    entities: tuple[Entity, ...]
    handles: Mapping[str, int]  # also of merged ids
    head: Head
    disagreements: tuple[str, ...]


def without_claims(curated: Dataset) -> Dataset:
    """The curated graph without what its documents claim: the entities that importers resolve names to, and types."""
    return dataclasses.replace(curated, datasets=(), sources=(), claims=(), silences=())


def join(curated: Dataset, folders: Sequence[Folder]) -> Joined:
    """Join the curated graph with data sets, in whatever order they come."""
    ordered = sorted(folders, key=lambda f: f.info.id)
    named, disagreements = _entities(curated, ordered)
    merged = merged_ids(entity for entity, _ in named.values())
    followed = [follow_entity(named[key][0], merged) for key in sorted(named)]
    handles = {entity.id: handle for handle, entity in enumerate(followed)}
    for entity in followed:
        if entity.type not in curated.ontology.entity_types:
            raise InvalidDataset(named[entity.id][1], f"has {entity.id!r} of the unknown type {entity.type!r}")
        if entity.organ_of is not None and entity.organ_of not in handles:
            raise InvalidDataset(named[entity.id][1], f"has {entity.id!r} as an organ of {entity.organ_of!r}, "
                                 "which no data set describes")  # fmt: skip
    _refuse_cycles(followed, named)
    handles |= {old: handles[new] for old, new in merged.items()}
    datasets = _datasets(curated, ordered)
    return Joined(
        entities=tuple(followed),
        handles=MappingProxyType(handles),
        head=Head(
            ontology=curated.ontology,
            datasets=MappingProxyType(datasets),
            sources=MappingProxyType(
                {key: follow_source(s, merged) for key, s in _sources(curated, ordered, datasets, handles).items()}
            ),
            silences=tuple(
                follow_silence(s, merged) for s in sorted(curated.silences, key=lambda s: (s.source, s.key))
            ),
            merged=MappingProxyType(merged),
            rules=tuple(sorted(curated.rules, key=lambda r: r.id)),
        ),
        disagreements=disagreements,
    )


Named = dict[str, tuple[Entity, object]]  # each entity, and whose record it is


def _entities(curated: Dataset, folders: Sequence[Folder]) -> tuple[Named, tuple[str, ...]]:
    kept: Named = {}
    merged: set[str] = set()
    disagreements: list[str] = []
    groups: list[tuple[object, Iterable[Entity]]] = [(CURATED, curated.entities)]
    groups += [(folder.path, _once(folder)) for folder in folders]
    for place, group in groups:
        for entity in sorted(group, key=lambda e: e.id):
            if entity.id in kept:
                known, whose = kept[entity.id]
                if known.type != entity.type:
                    disagreements.append(f"{place}: {entity.id!r} is a {entity.type}, in {whose} a {known.type}")
            elif entity.id not in merged:  # else it stands for another one
                free = tuple(old for old in entity.merged_ids if old not in kept and old not in merged)
                if free != entity.merged_ids:
                    disagreements.append(f"{place}: {entity.id!r} takes in ids that something else has")
                    entity = dataclasses.replace(entity, merged_ids=free)
                kept[entity.id] = (entity, place)
                merged.update(free)
    return kept, tuple(disagreements)


def _once(folder: Folder) -> Iterator[Entity]:
    """The entities of a data set, each once. Raises InvalidDataset where one comes again and differs."""
    found: dict[str, Entity] = {}
    for entity in folder.entities():
        if found.setdefault(entity.id, entity) != entity:
            raise InvalidDataset(folder.table("entities"), f"describes {entity.id!r} twice, and not alike")
    yield from found.values()


def _refuse_cycles(entities: Iterable[Entity], named: Named) -> None:
    above = {entity.id: entity.organ_of for entity in entities if entity.organ_of is not None}
    fine: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in fine:
            if at in way:
                raise InvalidDataset(named[at][1], f"has {at!r} as an organ of itself: {' < '.join([*way, at])}")
            way[at] = None
            at = above.get(at)
        fine.update(way)


def _datasets(curated: Dataset, folders: Sequence[Folder]) -> dict[str, DatasetInfo]:
    found = {info.id: info for info in curated.datasets}
    whose: dict[str, object] = dict.fromkeys(found, CURATED)
    for folder in folders:
        if folder.info.id in found:
            raise InvalidDataset(folder.path, f"is the data set {folder.info.id!r}, as is {whose[folder.info.id]}",
                                 "name each data set once")  # fmt: skip
        found[folder.info.id], whose[folder.info.id] = folder.info, folder.path
    return {key: found[key] for key in sorted(found)}


def _sources(
    curated: Dataset, folders: Sequence[Folder], datasets: Mapping[str, DatasetInfo], handles: Mapping[str, int]
) -> dict[str, Source]:
    found: dict[str, Source] = {}
    whose: dict[str, object] = {}
    groups: list[tuple[object, Iterable[Source]]] = [(CURATED, curated.sources)]
    groups += [(folder.path, folder.sources()) for folder in folders]
    for place, group in groups:
        for source in group:
            if source.id in found:
                raise InvalidDataset(place, f"has the source {source.id!r}, as has {whose[source.id]}",
                                     "a source belongs to one data set")  # fmt: skip
            found[source.id], whose[source.id] = source, place
            if source.dataset not in datasets:
                raise InvalidDataset(place, f"has the source {source.id!r} of the unknown data set {source.dataset!r}")
            if source.author not in handles:
                raise InvalidDataset(place, f"has the source {source.id!r} by {source.author!r}, "
                                     "whom no data set describes")  # fmt: skip
            try:
                known_day(source)
            except (ValueError, InvalidDate) as error:
                raise InvalidDataset(place, f"has the source {source.id!r}: {error}") from None
    return {key: found[key] for key in sorted(found)}
