"""The small parts of STIX objects: times, markings, the producer, and the one extension that carries our fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.exporters.stix_types import identifier
from app.model.dates import Point, iso_day, parse_edtf
from app.model.source import DatasetInfo, Source

Thing = dict[str, Any]
PRODUCER = identifier("identity", "producer")
BEGINNING = "2019-01-01T00:00:00.000Z"  # before any source: when the producer and the extension came to be
_EXTENSION = identifier("extension-definition", "claims")
_SAYS = (
    "Fields of Realpolitik: what an entity, relation or claim is there. Relations carry relation_id, relation_type, "
    "status, modality and voices; claims carry stance, modality, hedge, progress, dates, paragraphs and attributes."
)


def thing(key: str, times: Thing, datasets: Iterable[str]) -> Thing:
    """What every object has: its id, its times, and the licences of the data sets it is from."""
    return {
        "type": key.partition("--")[0],
        "spec_version": "2.1",
        "id": key,
        "created_by_ref": PRODUCER,
        **times,
        "object_marking_refs": [identifier("marking-definition", d) for d in sorted(datasets)],
    }


def link(base_url: str, folder: str, key: str) -> Thing:
    """Where a thing is looked up; not as `url`, which would ask for a hash of what changes there."""
    address = f"{base_url.rstrip('/')}/v1/{folder}/{key}"
    return {"source_name": "realpolitik", "external_id": key, "description": address}


def extended(**fields: Any) -> Thing:
    """The extension with these fields."""
    return {_EXTENSION: {"extension_type": "property-extension", **clean(fields)}}


def clean(fields: Thing) -> Thing:
    """Without what has no value: STIX knows neither null nor empty lists."""
    return {name: value for name, value in fields.items() if value is not None and value != "" and value != []}


def label(name: str) -> str:
    """A type or status as a label."""
    return name.replace("_", "-").lower()


def time(day: str | None) -> str | None:
    """The beginning of a day."""
    return f"{day}T00:00:00.000Z" if day else None


def published(source: Source) -> str:
    """The latest reading of a document's date."""
    end = parse_edtf(source.published).end
    day = iso_day(end.last) if isinstance(end, Point) else None
    return time(day) or BEGINNING


def producer() -> Thing:
    """Who made the objects: this project, not the voices."""
    return {
        "type": "identity",
        "spec_version": "2.1",
        "id": PRODUCER,
        "created": BEGINNING,
        "modified": BEGINNING,
        "name": "Realpolitik",
        "description": "A knowledge graph of geopolitical relations that keeps who said what, how sure, and when.",
        "identity_class": "system",
    }


def extension() -> Thing:
    """The definition of the extension."""
    return {
        "type": "extension-definition",
        "spec_version": "2.1",
        "id": _EXTENSION,
        "created_by_ref": PRODUCER,
        "created": BEGINNING,
        "modified": BEGINNING,
        "name": "Realpolitik fields",
        "description": _SAYS,
        "schema": _SAYS,
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def marking(info: DatasetInfo) -> Thing:
    """The licence of a data set and whom to name."""
    where = f" ({info.licence_url})" if info.licence_url else ""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": identifier("marking-definition", info.id),
        "created_by_ref": PRODUCER,
        "created": BEGINNING,
        "name": info.title,
        "definition_type": "statement",
        "definition": {"statement": f"{info.title}: {info.attribution}, {info.licence}{where}"},
    }
