"""The shapes of the API as plain dictionaries: reference, entity, claim, relation, source. Every door and export
speaks these, so that voice, modality, time and paragraph travel with every edge.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.episodes import Episode, episodes, last_attested
from app.graph.sentences import claim_sentence, relation_sentence
from app.graph.status import claim_status
from app.model.claim import Claim, Hedge
from app.model.dates import event_bounds, iso_day, parse_edtf, state_bounds
from app.model.entity import Entity
from app.model.ontology import polarity_name
from app.model.silence import ANY, Silence
from app.model.source import DatasetInfo, Paragraph, Source

Shape = dict[str, Any]
MOST_SHOWN = 100  # claims of one relation
CITATION = "Realpolitik, snapshot {snapshot}, {kind} {id}"


def reference(view: GraphView, handle: int) -> Shape:
    """An entity named in passing."""
    entity = view.entity(handle)
    return {"id": entity.id, "label": entity.label, "type": entity.type}


def reference_of(view: GraphView, key: str | None) -> Shape | None:
    """The reference of an entity id, or None."""
    handle = view.find_entity(key) if key else None
    return None if handle is None else reference(view, handle)


def cite(view: GraphView, kind: str, key: str) -> str:
    """How to cite a thing so that a reader finds the very same state of it."""
    return CITATION.format(snapshot=view.snapshot_id, kind=kind, id=key)


def entity(view: GraphView, handle: int) -> Shape:
    """An entity with its names, background facts and the counts of its relations."""
    record = view.entity(handle)
    counts = view.type_counts(handle)
    return {
        "id": record.id,
        "label": record.label,
        "type": record.type,
        "types": list(view.ontology.entity_lineage(record.type)),
        "generic": record.generic,
        "existence": record.existence.value,
        "organ_of": reference_of(view, record.organ_of),
        "organs": [reference(view, h) for h in sorted(view.organs(handle) - {handle})],
        "names": [{"text": n.text, "lang": n.lang, "kind": n.kind.value} for n in record.names],
        "identifiers": dict(record.identifiers),
        "country": record.country,
        "place": _place(record),
        "description": record.description,
        "relations": {
            "total": view.degree(handle),
            "by_type": {name: {"out": out, "in": in_} for name, (out, in_) in sorted(counts.items())},
        },
        "sources": list(view.sources_of(handle)),
        "reference": record.reference,
        "merged_ids": list(record.merged_ids),
        "cite": cite(view, "entity", record.id),
    }


def _place(record: Entity) -> Shape | None:
    place = record.place
    if place is None:
        return None
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "basis": place.basis,
    }


def claim(view: GraphView, handle: int) -> Shape:
    """A claim with everything that makes it one: voice, addressee, stance, modality, time, paragraph."""
    record = view.claim(handle)
    return {
        "id": record.id,
        "subject": reference_of(view, record.subject),
        "type": record.type,
        "label": view.ontology.relation_types[record.type].label,
        "object": reference_of(view, record.object),
        "relation": f"{record.subject}.{record.type}.{record.object}",
        **said(view, handle),
        "cite": cite(view, "claim", record.id),
    }


def said(view: GraphView, handle: int, sentence: str | None = None) -> Shape:
    """A claim without what its relation says of it: ends and type. `sentence` is its sentence, where it is known."""
    record = view.claim(handle)
    kind = view.ontology.relation_types[record.type]
    source = view.sources[record.source]
    return {
        "id": record.id,
        "asserted_by": [reference_of(view, v) for v in record.asserted_by],
        "addressed_to": reference_of(view, record.addressed_to),
        "via": reference_of(view, record.via),
        "stance": str(record.stance),
        "modality": str(record.modality),
        "status": str(claim_status(view.facts(handle))),
        "polarity": polarity_name(view.polarity(handle)),
        "hedge": _hedge(record.hedge),
        "progress": str(record.progress) if record.progress else None,
        "confidence": str(record.confidence),
        "valid": validity(record, event=kind.kind == "event"),
        "known_from": iso_day(view.known_from(handle)),
        "known_inferred": source.published_inferred,
        "source": record.source,
        "dataset": source.dataset,
        "evidence": [{"paragraph": e.paragraph, "note": e.note} for e in record.evidence],
        "attributes": dict(record.attributes),
        "target_claim": record.target_claim,
        "basis": str(record.basis),
        "sentence": claim_sentence(view, record) if sentence is None else sentence,
    }


def _hedge(hedge: Hedge | None) -> Shape | None:
    return None if hedge is None else {"kind": hedge.kind.value, "words": hedge.words}


def validity(record: Claim, *, event: bool) -> Shape:
    """When a claim holds: the EDTF, its widest reading, the words that gave it and what was inferred.

    `from` is the first possible day, `to` the day after the last possible one (exclusive); null is open.
    """
    return {**_read(record.valid.edtf, event), "words": record.valid.words, "inferred": record.valid.inferred}


@functools.lru_cache(maxsize=65_536)
def _read(text: str, event: bool) -> Shape:
    """What an EDTF alone says of the days of a claim. Only ever copied."""
    edtf = parse_edtf(text)
    bounds = event_bounds(edtf) if event else state_bounds(edtf)
    certain = bounds.certain_from < bounds.certain_to
    return {
        "edtf": text,
        "from": iso_day(bounds.possible_from),
        "to": iso_day(bounds.possible_to),
        "certain_from": iso_day(bounds.certain_from) if certain else None,
        "certain_to": iso_day(bounds.certain_to) if certain else None,
        "certain": certain,
        "ends": "exclusive",
        "precision": edtf.precision,
    }


def relation(view: GraphView, match: Match, *, with_claims: bool = False) -> Shape:
    """A relation as its remaining claims have it: status, confidence, voices, interval, episodes, sentence.

    All claims count; of very many, episodes and claims show the latest, and `truncated` says so.
    """
    ends = view.ends(match.relation)
    kind = view.ontology.relation_types[ends.type]
    digest = view.digest(match)
    verdict = digest.verdict
    shown = match if len(match.claims) <= MOST_SHOWN else Match(match.relation, match.claims[-MOST_SHOWN:])
    subject, object_ = view.entity(ends.subject), view.entity(ends.object)
    key = f"{subject.id}.{ends.type}.{object_.id}"
    sources = view.documents(match.claims)
    return {
        "id": key,
        "subject": reference(view, ends.subject),
        "type": ends.type,
        "label": kind.label,
        "inverse_label": kind.inverse_label,
        "category": kind.category,
        "kind": kind.kind,
        "polarity": polarity_name(digest.polarity),
        "symmetric": kind.symmetric,
        "object": reference(view, ends.object),
        "status": verdict.status.value,
        "ended": verdict.ended,
        "confidence": verdict.confidence.value,
        "min_confidence": verdict.min_confidence.value,
        "modalities": sorted(m.value for m in digest.modalities),
        "stances": sorted(s.value for s in digest.stances),
        "asserted_by": voices(view, match),
        "valid_from": iso_day(digest.possible_from),
        "valid_to": iso_day(digest.possible_to),
        "ends": "exclusive",
        "last_attested": last_attested(view, match),
        "first_known": iso_day(digest.first_known),
        "episodes": [episode(view, e) for e in episodes(view, shown)],
        "claims": [claim(view, c) for c in shown.claims] if with_claims else len(match.claims),
        "truncated": None if shown is match else f"the latest {MOST_SHOWN} of {len(match.claims)} claims are shown",
        "sources": list(sources),
        "datasets": sorted({view.sources[s].dataset for s in sources}),
        "sentence": relation_sentence(view, match, digest),
        "derived": None,
        "cite": cite(view, "relation", key),
    }


def voices(view: GraphView, match: Match) -> list[Shape]:
    """Everyone who says something about the relation, ordered by id."""
    return [reference(view, handle) for handle in view.speakers(match.claims)]


def episode(view: GraphView, item: Episode) -> Shape:
    """One spell or occurrence, with the ids of its claims."""
    return {
        "key": item.key,
        "kind": item.kind,
        "event": reference_of(view, item.event),
        "valid_from": iso_day(item.possible_from),
        "valid_to": iso_day(item.possible_to),
        "edtf": sorted({view.claim(c).valid.edtf for c in item.claims}),
        "status": item.verdict.status.value,
        "confidence": item.verdict.confidence.value,
        "ended": item.verdict.ended,
        "claims": [view.claim(c).id for c in item.claims],
    }


def source(view: GraphView, record: Source, claims: int) -> Shape:
    """A document: metadata, with the reason beside everything that is inferred. Never its text."""
    return {
        "id": record.id,
        "title": record.title,
        "section": record.section,
        "publisher": {"name": record.publisher, "inferred": record.publisher_inferred} if record.publisher else None,
        "author": reference_of(view, view.merged_into(record.author) or record.author),
        "published": {"edtf": record.published, "inferred": record.published_inferred},
        "language": record.language,
        "coverage": record.coverage,
        "image_credit": record.image_credit,
        "url": record.url,
        "note": record.note,
        "sha256": record.sha256,
        "dataset": record.dataset,
        "paragraphs": len(record.paragraphs),
        "claims": claims,
        "silences": sum(s.source == record.id for s in view.silences),
        "cite": cite(view, "source", record.id),
    }


def paragraph(item: Paragraph) -> Shape:
    """A paragraph's number, fingerprint and note in our own words."""
    return {"number": item.number, "fingerprint": item.fingerprint, "note": item.note}


def dataset(info: DatasetInfo, counts: Mapping[str, int]) -> Shape:
    """A data set with licence, attribution and coverage."""
    return {
        "id": info.id,
        "title": info.title,
        "licence": info.licence,
        "licence_url": info.licence_url,
        "attribution": info.attribution,
        "coverage": info.coverage,
        "description": info.description,
        **counts,
    }


def silence(view: GraphView, item: Silence) -> Shape:
    """What a document does not say, and the claims that come nearest."""

    def end(key: str) -> Any:
        return ANY if key == ANY else reference_of(view, key)

    nearest = [h for h in (view.find_claim(c) for c in item.nearest) if h is not None]
    return {
        "key": item.key,
        "source": item.source,
        "question": item.question,
        "subject": end(item.subject),
        "type": item.type,
        "object": end(item.object),
        "paragraphs": list(item.paragraphs),
        "note": item.note,
        "nearest": [view.claim(c).id for c in nearest],
    }
