"""Makes a data set of the records of our own exports; the snapshot built from it has the id of the exported one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.errors import InvalidValue
from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Progress, Stance, Validity
from app.model.dataset import Dataset
from app.model.entity import Entity, Existence, Name, NameKind, Place
from app.model.ontology import EntityType, Ontology, RelationType
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source

Record = dict[str, Any]
Made = TypeVar("Made")
_LEFT_OUT = ("meta", "edge")  # what the others say already


def dataset(records: Iterable[Record]) -> Dataset:
    """The data set of a whole graph's export. Raises InvalidValue where a part is missing or cannot be read."""
    grouped: dict[str, list[Record]] = {}
    for record in records:
        kind = record.pop("record")
        if kind not in _LEFT_OUT:
            grouped.setdefault(kind, []).append(record)
    end = grouped.pop("end", [])
    if not end or not end[-1].get("whole"):
        raise InvalidValue("file", "this is a part of a graph, or was cut off: export the whole graph, without filters")
    return Dataset(
        ontology=Ontology.of(
            _plain(EntityType, "entity_type", grouped), _plain(RelationType, "relation_type", grouped)
        ),
        datasets=tuple(_plain(DatasetInfo, "dataset", grouped)),
        entities=tuple(_made(_entity, r) for kind in ("node", "entity") for r in grouped.get(kind, ())),
        sources=tuple(_plain(Source, "source", grouped)),
        claims=tuple(_made(_claim, r) for r in grouped.get("claim", ())),
        silences=tuple(_plain(Silence, "silence", grouped)),
        rules=tuple(_plain(Rule, "rule", grouped)),
    )


def _plain(kind: type[Made], name: str, grouped: dict[str, list[Record]]) -> list[Made]:
    """Records that were written field by field."""
    adapter = TypeAdapter(kind)
    made = []
    for record in grouped.get(name, ()):
        try:
            made.append(adapter.validate_python(record))
        except ValidationError as error:
            raise InvalidValue("file", f"{name} {record.get('id') or record.get('key')!r}: {error}") from None
    return made


def _made(make: Any, record: Record) -> Any:
    try:
        return make(record)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidValue("file", f"{record.get('id')!r} cannot be read: {type(error).__name__} {error}") from None


def _entity(record: Record) -> Entity:
    place = None
    if record["latitude"] is not None:
        place = Place(record["latitude"], record["longitude"], record["place_precision"], record["place_basis"])
    return Entity(
        id=record["id"],
        type=record["type"],
        label=record["label"],
        names=tuple(Name(n["text"], NameKind(n["kind"]), n["lang"]) for n in record["names"]),
        identifiers=record["identifiers"],
        country=record["country"],
        place=place,
        organ_of=record["organ_of"],
        generic=record["generic"],
        plural=record["plural"],
        in_sentence=record["in_sentence"],
        existence=Existence(record["existence"]),
        description=record["description"],
        reference=record["reference"],
        merged_ids=tuple(record["merged_ids"]),
    )


def _claim(record: Record) -> Claim:
    hedge, valid = record["hedge"], record["valid"]
    return Claim(
        id=record["id"],
        source=record["source"],
        subject=_key(record["subject"]),
        type=record["type"],
        object=_key(record["object"]),
        asserted_by=tuple(_key(v) for v in record["asserted_by"]),
        stance=Stance(record["stance"]),
        modality=Modality(record["modality"]),
        confidence=Confidence(record["confidence"]),
        valid=Validity(valid["edtf"], valid["words"], valid["inferred"]),
        evidence=tuple(Evidence(e["paragraph"], e["note"]) for e in record["evidence"]),
        basis=Basis(record["basis"]),
        addressed_to=_optional_key(record["addressed_to"]),
        via=_optional_key(record["via"]),
        hedge=Hedge(HedgeKind(hedge["kind"]), hedge["words"]) if hedge else None,
        progress=Progress(record["progress"]) if record["progress"] else None,
        attributes=record["attributes"],
        target_claim=record["target_claim"],
    )


def _key(reference: Record | str) -> str:
    """The id of an entity, given alone or in a reference."""
    return reference if isinstance(reference, str) else str(reference["id"])


def _optional_key(reference: Record | str | None) -> str | None:
    return None if reference is None else _key(reference)
