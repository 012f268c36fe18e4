"""From claims and what they refer to, as arrays, to the columns and indexes of a snapshot, however it is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.model.dates import Point, parse_edtf
from app.model.entity import Entity
from app.model.ontology import Ontology
from app.model.source import DatasetInfo, Source
from app.snapshot.columns import Adjacency, Bool, Columns, Int8, Int16, Int32, Int64, RelationIndex, read_only
from app.snapshot.entity_columns import entity_columns
from app.snapshot.indexing import index_of
from app.snapshot.sorting import order_by


@dataclass(frozen=True, slots=True)
class Directory:
    """What claims refer to, by handle; merges are followed."""

    entity: Mapping[str, NDArray[Any]]  # the columns of entities, by name
    source_author: Int32
    source_dataset: Int16
    source_known: Int32
    type_event: Bool


@dataclass(frozen=True, slots=True)
class ClaimArrays:
    """Claims in the order of their handles: by subject, type, object, first possible day and id, no loops."""

    subject: Int32
    type: Int16
    object: Int32
    source: Int32
    stance: Int8
    modality: Int8
    progress: Int8
    confidence: Int8
    polarity: Int8
    ended: Bool
    possible_from: Int32
    possible_to: Int32
    certain_from: Int32
    certain_to: Int32
    addressed_to: Int32
    voices: Int64  # where each claim's voices begin in `voice`, and one end more
    voice: Int32  # handles, sorted within a claim


@dataclass(frozen=True, slots=True)
class Assembled:
    """The columns of a snapshot with its indexes."""

    columns: Columns
    index: RelationIndex
    out_events: Adjacency
    out_states: Adjacency
    in_events: Adjacency
    in_states: Adjacency


def directory_of(
    ontology: Ontology,
    entities: Sequence[Entity],
    sources: Mapping[str, Source],
    datasets: Mapping[str, DatasetInfo],
) -> Directory:
    """The directory of entities, sources and data sets in order of their ids; all merges are followed."""
    handle = {entity.id: index for index, entity in enumerate(entities)}
    dataset_index = {name: index for index, name in enumerate(datasets)}
    return Directory(
        entity=entity_columns(entities, handle, ontology),
        source_author=read_only([handle.get(s.author, -1) for s in sources.values()], np.int32),
        source_dataset=read_only([dataset_index[s.dataset] for s in sources.values()], np.int16),
        source_known=read_only([known_day(s) for s in sources.values()], np.int32),
        type_event=read_only([t.kind == "event" for t in ontology.relation_types.values()], np.bool_),
    )


def known_day(source: Source) -> int:
    """The day from which a source's claims are known: the latest reading of its publication date (ruling T5)."""
    end = parse_edtf(source.published).end
    if not isinstance(end, Point):
        raise ValueError(f"source {source.id!r} has no latest publication date: {source.published}")
    return end.last


def assemble(directory: Directory, claims: ClaimArrays) -> Assembled:
    """Columns, adjacency and index of relations."""
    first = _first_of_relation(claims)
    event = directory.type_event[claims.type]
    columns = Columns(
        **directory.entity,
        relation_subject=read_only(claims.subject[first], np.int32),
        relation_type=read_only(claims.type[first], np.int16),
        relation_object=read_only(claims.object[first], np.int32),
        relation_claims=read_only(np.append(np.flatnonzero(first), len(first)), np.int64),
        claim_relation=read_only(np.cumsum(first, dtype=np.int32) - np.int32(1), np.int32),
        claim_source=read_only(claims.source, np.int32),
        claim_dataset=read_only(directory.source_dataset[claims.source], np.int16),
        claim_stance=read_only(claims.stance, np.int8),
        claim_modality=read_only(claims.modality, np.int8),
        claim_progress=read_only(claims.progress, np.int8),
        claim_confidence=read_only(claims.confidence, np.int8),
        claim_polarity=read_only(claims.polarity, np.int8),
        claim_event=read_only(event, np.bool_),
        claim_authored=read_only(_authored(directory, claims), np.bool_),
        claim_ended=read_only(claims.ended, np.bool_),
        claim_possible_from=read_only(claims.possible_from, np.int32),
        claim_possible_to=read_only(claims.possible_to, np.int32),
        claim_certain_from=read_only(claims.certain_from, np.int32),
        claim_certain_to=read_only(claims.certain_to, np.int32),
        claim_known=read_only(directory.source_known[claims.source], np.int32),
        claim_addressed_to=read_only(claims.addressed_to, np.int32),
        claim_voices=read_only(claims.voices, np.int64),
        voice=read_only(claims.voice, np.int32),
    )
    columns.verify()
    day, entities = claims.possible_from, len(columns.entity_type)
    return Assembled(
        columns=columns,
        index=index_of(columns, len(directory.type_event)),
        out_events=_adjacency(claims.subject, event, day, entities),
        out_states=_adjacency(claims.subject, ~event, day, entities),
        in_events=_adjacency(claims.object, event, day, entities),
        in_states=_adjacency(claims.object, ~event, day, entities),
    )


def _first_of_relation(claims: ClaimArrays) -> Bool:
    """Which claims begin a relation."""
    first = np.ones(len(claims.subject), dtype=np.bool_)
    first[1:] = claims.subject[1:] != claims.subject[:-1]
    first[1:] |= claims.type[1:] != claims.type[:-1]
    first[1:] |= claims.object[1:] != claims.object[:-1]
    return first


def _authored(directory: Directory, claims: ClaimArrays) -> Bool:
    """Which claims the author of their source makes, alone or with others."""
    lengths = np.diff(claims.voices)
    author = np.repeat(directory.source_author[claims.source], lengths)
    spoken = np.repeat(np.arange(len(lengths)), lengths)[claims.voice == author]
    authored = np.zeros(len(lengths), dtype=np.bool_)
    authored[spoken] = True
    return authored


def _adjacency(nodes: Int32, kind: Bool, day: Int32, entities: int) -> Adjacency:
    chosen = np.flatnonzero(kind)
    order = chosen[order_by(nodes[chosen], day[chosen])]
    return Adjacency(
        read_only(np.searchsorted(nodes[order], np.arange(entities + 1)), np.int64),
        read_only(order, np.int32),
        read_only(day[order], np.int32),
    )
