"""Records as plain JSON values and back: how entities, sources and claims are kept in tables.

What has its default is left out, so that ten million details stay small; equal records give equal text.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Progress, Stance, Validity
from app.model.entity import Entity, Existence, Name, NameKind, Place
from app.model.source import DatasetInfo, Paragraph, Source

Record = dict[str, Any]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def text_of(record: Mapping[str, Any]) -> str:
    """The one JSON text of a record: sorted keys, no white space."""
    return json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def entity_record(entity: Entity) -> Record:
    """An entity without what has its default."""
    record = _given(entity, "names", "identifiers", "place", "existence")
    if entity.names:
        record["names"] = [_given(name, "kind") | {"kind": name.kind.value} for name in entity.names]
    if entity.identifiers:
        record["identifiers"] = dict(entity.identifiers)
    if entity.place:
        record["place"] = dataclasses.asdict(entity.place)
    if entity.existence is not Existence.ACTUAL:
        record["existence"] = entity.existence.value
    return record


def entity_of(record: Mapping[str, Any]) -> Entity:
    """The entity of a record."""
    given = dict(record)
    names = tuple(Name(n["text"], NameKind(n["kind"]), n.get("lang")) for n in given.pop("names", ()))
    place = given.pop("place", None)
    return Entity(
        names=names,
        identifiers=MappingProxyType(given.pop("identifiers", {})),
        place=Place(**place) if place else None,
        existence=Existence(given.pop("existence", Existence.ACTUAL)),
        merged_ids=tuple(given.pop("merged_ids", ())),
        **given,
    )


def source_record(source: Source) -> Record:
    """A source without what has its default."""
    record = _given(source, "paragraphs")
    record["paragraphs"] = [[p.number, p.fingerprint, p.note] for p in source.paragraphs]
    return record


def source_of(record: Mapping[str, Any]) -> Source:
    """The source of a record."""
    given = dict(record)
    return Source(paragraphs=tuple(Paragraph(*p) for p in given.pop("paragraphs")), **given)


def dataset_record(dataset: DatasetInfo) -> Record:
    """A data set's description without what has its default."""
    return _given(dataset)


def dataset_of(record: Mapping[str, Any]) -> DatasetInfo:
    """The description of a record."""
    return DatasetInfo(**record)


def claim_row(claim: Claim) -> Record:
    """A claim as a row of the claims table (`app.model.tables.CLAIMS`)."""
    effect = claim.attributes.get("effect")
    return {
        "id": claim.id,
        "source": claim.source,
        "subject": claim.subject,
        "type": claim.type,
        "object": claim.object,
        "voices": json.dumps(sorted(set(claim.asserted_by)), separators=(",", ":")),
        "addressed_to": claim.addressed_to,
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "confidence": claim.confidence.value,
        "progress": claim.progress.value if claim.progress else None,
        "edtf": claim.valid.edtf,
        "effect": effect if isinstance(effect, str) else None,
        "ended": claim.stance is Stance.AFFIRMS and claim.attributes.get("ended") is True,
        "detail": text_of(claim_detail(claim)),
    }


def claim_detail(claim: Claim) -> Record:
    """What of a claim stands in no column."""
    detail: Record = {"evidence": [[e.paragraph, e.note] for e in claim.evidence]}
    if claim.basis is not Basis.EXPLICIT:
        detail["basis"] = claim.basis.value
    if claim.valid.words is not None:
        detail["words"] = claim.valid.words
    if claim.valid.inferred is not None:
        detail["inferred"] = claim.valid.inferred
    if claim.attributes:
        detail["attributes"] = dict(claim.attributes)
    if claim.hedge:
        detail["hedge"] = [claim.hedge.kind.value, claim.hedge.words]
    if claim.via is not None:
        detail["via"] = claim.via
    if claim.target_claim is not None:
        detail["target_claim"] = claim.target_claim
    return detail


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim of a row of the claims table."""
    return claim_with(
        json.loads(row["detail"]),
        id=row["id"],
        source=row["source"],
        subject=row["subject"],
        type=row["type"],
        object=row["object"],
        asserted_by=tuple(json.loads(row["voices"])),
        addressed_to=row["addressed_to"],
        stance=Stance(row["stance"]),
        modality=Modality(row["modality"]),
        confidence=Confidence(row["confidence"]),
        progress=Progress(row["progress"]) if row["progress"] else None,
        edtf=row["edtf"],
    )


def claim_with(detail: Mapping[str, Any], *, edtf: str, **columns: Any) -> Claim:
    """The claim of a detail (`claim_detail`), its date, and the fields that stand in columns."""
    hedge, basis = detail.get("hedge"), detail.get("basis")
    return Claim(
        valid=Validity(edtf, detail.get("words"), detail.get("inferred")),
        evidence=tuple([Evidence(paragraph, note) for paragraph, note in detail["evidence"]]),
        basis=Basis(basis) if basis else Basis.EXPLICIT,
        via=detail.get("via"),
        hedge=Hedge(HedgeKind(hedge[0]), hedge[1]) if hedge else None,
        attributes=MappingProxyType(detail["attributes"]) if "attributes" in detail else NOTHING,
        target_claim=detail.get("target_claim"),
        **columns,
    )


def plain(value: Any) -> Any:
    """A frozen record as plain JSON values, field by field."""
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, frozenset):
        return sorted(plain(v) for v in value)
    return value.value if isinstance(value, Enum) else value


def _given(value: Any, *apart: str) -> Record:
    """The fields that differ from their defaults, but for those that are treated apart."""
    return {
        field.name: list(given) if isinstance(given := getattr(value, field.name), tuple) else given
        for field in dataclasses.fields(value)
        if field.name not in apart
        and (field.default is dataclasses.MISSING or getattr(value, field.name) != field.default)
    }
