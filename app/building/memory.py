"""Builds a snapshot in memory from a validated data set (the curated graph).

Load order as ruling C5: merges, symmetric sort, self-loop check, dedupe. Claims on the same (subject, type, object)
stand side by side, so that a relation is a slice of the claim table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from app.model.claim import Claim, Stance
from app.model.dataset import Dataset
from app.model.dates import Bounds, Point, event_bounds, parse_edtf, state_bounds
from app.model.merges import follow_claim, follow_entity, follow_silence, follow_source, merged_ids
from app.model.ontology import Ontology, claim_polarity
from app.model.source import Source
from app.snapshot.columns import (
    CONFIDENCES,
    MODALITIES,
    PROGRESSES,
    STANCES,
    Adjacency,
    Bool,
    Columns,
    Int32,
    Snapshot,
    read_only,
)
from app.snapshot.entity_columns import entity_columns
from app.snapshot.indexing import index_of


def build(dataset: Dataset) -> Snapshot:
    """The snapshot of a data set; the same content gives the same snapshot, whatever order it came in."""
    merged = merged_ids(dataset.entities)
    entities = [follow_entity(e, merged) for e in sorted(dataset.entities, key=lambda e: e.id)]
    handle = {entity.id: index for index, entity in enumerate(entities)}
    type_index = {name: index for index, name in enumerate(dataset.ontology.relation_types)}
    sources = {s.id: follow_source(s, merged) for s in sorted(dataset.sources, key=lambda s: s.id)}
    datasets = {d.id: d for d in sorted(dataset.datasets, key=lambda d: d.id)}

    followed = {claim.id: follow_claim(claim, merged, dataset.ontology) for claim in dataset.claims}
    bounds = {c.id: claim_bounds(c, dataset.ontology) for c in followed.values()}
    claims = sorted(
        (c for c in followed.values() if c.subject != c.object),
        key=lambda c: (handle[c.subject], type_index[c.type], handle[c.object], bounds[c.id].possible_from, c.id),
    )
    triples = [(handle[c.subject], type_index[c.type], handle[c.object]) for c in claims]
    relations = sorted(set(triples))
    relation_of = {triple: index for index, triple in enumerate(relations)}
    claim_relation = [relation_of[triple] for triple in triples]
    limits = [bounds[c.id] for c in claims]
    voices = [sorted(handle[v] for v in c.asserted_by) for c in claims]
    source_index = {name: index for index, name in enumerate(sources)}
    dataset_index = {name: index for index, name in enumerate(datasets)}

    columns = Columns(
        **entity_columns(entities, handle, dataset.ontology),
        relation_subject=read_only([r[0] for r in relations], np.int32),
        relation_type=read_only([r[1] for r in relations], np.int16),
        relation_object=read_only([r[2] for r in relations], np.int32),
        relation_claims=read_only(np.searchsorted(claim_relation, np.arange(len(relations) + 1)), np.int64),
        claim_relation=read_only(claim_relation, np.int32),
        claim_source=read_only([source_index[c.source] for c in claims], np.int32),
        claim_dataset=read_only([dataset_index[sources[c.source].dataset] for c in claims], np.int16),
        claim_stance=read_only([STANCES.index(c.stance) for c in claims], np.int8),
        claim_modality=read_only([MODALITIES.index(c.modality) for c in claims], np.int8),
        claim_progress=read_only([-1 if c.progress is None else PROGRESSES.index(c.progress) for c in claims], np.int8),
        claim_confidence=read_only([CONFIDENCES.index(c.confidence) for c in claims], np.int8),
        claim_polarity=read_only(
            [claim_polarity(dataset.ontology.relation_types[c.type], c.attributes) for c in claims], np.int8
        ),
        claim_event=read_only([dataset.ontology.relation_types[c.type].kind == "event" for c in claims], np.bool_),
        claim_authored=read_only([sources[c.source].author in c.asserted_by for c in claims], np.bool_),
        claim_ended=read_only(
            [c.stance is Stance.AFFIRMS and c.attributes.get("ended") is True for c in claims], np.bool_
        ),
        claim_possible_from=read_only([b.possible_from for b in limits], np.int32),
        claim_possible_to=read_only([b.possible_to for b in limits], np.int32),
        claim_certain_from=read_only([b.certain_from for b in limits], np.int32),
        claim_certain_to=read_only([b.certain_to for b in limits], np.int32),
        claim_known=read_only([known_day(sources[c.source]) for c in claims], np.int32),
        claim_addressed_to=read_only([_reference(handle, c.addressed_to) for c in claims], np.int32),
        claim_voices=read_only(np.cumsum([0, *(len(v) for v in voices)]), np.int64),
        voice=read_only([v for vs in voices for v in vs], np.int32),
    )
    columns.verify()
    subject = columns.relation_subject[columns.claim_relation]
    object_ = columns.relation_object[columns.claim_relation]
    event, day = columns.claim_event, columns.claim_possible_from
    return Snapshot(
        id=dataset.content_id,
        ontology=dataset.ontology,
        columns=columns,
        index=index_of(columns, len(type_index)),
        out_events=_adjacency(subject, event, day, len(entities)),
        out_states=_adjacency(subject, ~event, day, len(entities)),
        in_events=_adjacency(object_, event, day, len(entities)),
        in_states=_adjacency(object_, ~event, day, len(entities)),
        entities=tuple(entities),
        claims=tuple(claims),
        entity_handles=MappingProxyType(handle),
        claim_handles=MappingProxyType({claim.id: index for index, claim in enumerate(claims)}),
        sources=MappingProxyType(sources),
        datasets=MappingProxyType(datasets),
        silences=tuple(follow_silence(s, merged) for s in sorted(dataset.silences, key=lambda s: (s.source, s.key))),
        merged=MappingProxyType(merged),
        rules=tuple(sorted(dataset.rules, key=lambda r: r.id)),
    )


def claim_bounds(claim: Claim, ontology: Ontology) -> Bounds:
    """The days on which a claim holds, by the kind of its relation type (rulings T1 to T4)."""
    edtf = parse_edtf(claim.valid.edtf)
    return event_bounds(edtf) if ontology.relation_types[claim.type].kind == "event" else state_bounds(edtf)


def known_day(source: Source) -> int:
    """The day from which a source's claims are known: the latest reading of its publication date (ruling T5)."""
    end = parse_edtf(source.published).end
    if not isinstance(end, Point):
        raise ValueError(f"source {source.id!r} has no latest publication date: {source.published}")
    return end.last


def _reference(handle: Mapping[str, int], key: str | None) -> int:
    return -1 if key is None else handle[key]


def _adjacency(nodes: Int32, kind: Bool, day: Int32, entities: int) -> Adjacency:
    chosen = np.flatnonzero(kind)
    order = chosen[np.lexsort((chosen, day[chosen], nodes[chosen]))]
    return Adjacency(
        read_only(np.searchsorted(nodes[order], np.arange(entities + 1)), np.int64),
        read_only(order, np.int32),
        read_only(day[order], np.int32),
    )
