"""Builds a snapshot in memory from a validated data set (the curated graph).

Load order as ruling C5: merges, symmetric sort, self-loop check, dedupe. Claims on the same (subject, type, object)
stand side by side, so that a relation is a slice of the claim table.
"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from app.building.assembling import ClaimArrays, assemble, directory_of
from app.model.claim import Claim, Stance
from app.model.dataset import Dataset
from app.model.dates import Bounds, event_bounds, parse_edtf, state_bounds
from app.model.merges import follow_claim, follow_entity, follow_silence, follow_source, merged_ids
from app.model.ontology import Ontology, claim_polarity
from app.snapshot.columns import CONFIDENCES, MODALITIES, PROGRESSES, STANCES, HeldClaims, Snapshot, read_only


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
    limits = [bounds[c.id] for c in claims]
    voices = [sorted(handle[v] for v in c.asserted_by) for c in claims]
    source_index = {name: index for index, name in enumerate(sources)}
    types = dataset.ontology.relation_types
    arrays = ClaimArrays(
        subject=read_only([handle[c.subject] for c in claims], np.int32),
        type=read_only([type_index[c.type] for c in claims], np.int16),
        object=read_only([handle[c.object] for c in claims], np.int32),
        source=read_only([source_index[c.source] for c in claims], np.int32),
        stance=read_only([STANCES.index(c.stance) for c in claims], np.int8),
        modality=read_only([MODALITIES.index(c.modality) for c in claims], np.int8),
        progress=read_only([-1 if c.progress is None else PROGRESSES.index(c.progress) for c in claims], np.int8),
        confidence=read_only([CONFIDENCES.index(c.confidence) for c in claims], np.int8),
        polarity=read_only([claim_polarity(types[c.type], c.attributes) for c in claims], np.int8),
        ended=read_only([c.stance is Stance.AFFIRMS and c.attributes.get("ended") is True for c in claims], np.bool_),
        possible_from=read_only([b.possible_from for b in limits], np.int32),
        possible_to=read_only([b.possible_to for b in limits], np.int32),
        certain_from=read_only([b.certain_from for b in limits], np.int32),
        certain_to=read_only([b.certain_to for b in limits], np.int32),
        addressed_to=read_only([-1 if c.addressed_to is None else handle[c.addressed_to] for c in claims], np.int32),
        voices=read_only(np.cumsum([0, *(len(v) for v in voices)]), np.int64),
        voice=read_only([v for vs in voices for v in vs], np.int32),
    )
    made = assemble(directory_of(dataset.ontology, entities, sources, datasets), arrays)
    return Snapshot(
        id=dataset.content_id,
        ontology=dataset.ontology,
        columns=made.columns,
        index=made.index,
        out_events=made.out_events,
        out_states=made.out_states,
        in_events=made.in_events,
        in_states=made.in_states,
        entities=tuple(entities),
        claims=HeldClaims(claims),
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
