"""What can be asked of an entity as a property: its identifiers, country, place, organ, names and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.errors import InvalidQuery
from app.graph.contract import GraphView
from app.graph.shapes import reference_of

Value = dict[str, Any]
IDENTIFIER = "identifier:"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its id and name, for which entity types it makes sense, and how it is read, as typed values."""

    id: str
    name: str
    read: Callable[[GraphView, int], list[Value]]
    types: tuple[str, ...] = ()


def _texts(values: list[str | None]) -> list[Value]:
    return [{"str": v} for v in values if v]


def _country(view: GraphView, entity: int) -> list[Value]:
    return _texts([view.entity(entity).country])


def _description(view: GraphView, entity: int) -> list[Value]:
    return _texts([view.entity(entity).description])


def _names(view: GraphView, entity: int) -> list[Value]:
    record = view.entity(entity)
    return _texts(list(dict.fromkeys([record.label, *(n.text for n in record.names)])))


def _organ_of(view: GraphView, entity: int) -> list[Value]:
    found = reference_of(view, view.entity(entity).organ_of)
    return [] if found is None else [{"id": found["id"], "name": found["label"]}]


def _existence(view: GraphView, entity: int) -> list[Value]:
    return _texts([view.entity(entity).existence.value])


def _generic(view: GraphView, entity: int) -> list[Value]:
    return _texts(["true" if view.entity(entity).generic else "false"])


def _latitude(view: GraphView, entity: int) -> list[Value]:
    place = view.entity(entity).place
    return [] if place is None else [{"float": place.latitude}]


def _longitude(view: GraphView, entity: int) -> list[Value]:
    place = view.entity(entity).place
    return [] if place is None else [{"float": place.longitude}]


def _relations(view: GraphView, entity: int) -> list[Value]:
    return [{"int": view.degree(entity)}]


def _type(view: GraphView, entity: int) -> list[Value]:
    kind = view.ontology.entity_types[view.entity(entity).type]
    return [{"id": kind.id, "name": kind.label}]


PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {
        p.id: p
        for p in (
            Property("country", "country (ISO 3166-1 alpha-2)", _country),
            Property("description", "description", _description),
            Property("existence", "existence", _existence),
            Property("generic", "a class, not a named thing", _generic),
            Property("latitude", "latitude (WGS 84)", _latitude, ("Place",)),
            Property("longitude", "longitude (WGS 84)", _longitude, ("Place",)),
            Property("name", "names and aliases", _names),
            Property("organ_of", "organ of", _organ_of, ("GovernmentOrgan", "Population", "Person")),
            Property("relations", "number of relations", _relations),
            Property("type", "type", _type),
        )
    }
)


def properties(view: GraphView) -> Mapping[str, Property]:
    """All properties by id: the fixed ones, and one per scheme of identifiers in the data."""

    def compute() -> Mapping[str, Property]:
        schemes = sorted({s for e in range(view.entity_count) for s in view.entity(e).identifiers})
        named = {f"{IDENTIFIER}{s}": Property(f"{IDENTIFIER}{s}", s.replace("_", " "), _reader(s)) for s in schemes}
        return MappingProxyType({**PROPERTIES, **named})

    return view.remembered(("reconcile", "properties"), compute)


def _reader(scheme: str) -> Callable[[GraphView, int], list[Value]]:
    return lambda view, entity: _texts([view.entity(entity).identifiers.get(scheme)])


def property_of(view: GraphView, key: str, loc: tuple[str | int, ...]) -> Property:
    """The property with this id; the bare name of an identifier scheme is understood too."""
    known = properties(view)
    found = known.get(key) or known.get(f"{IDENTIFIER}{key}")
    if found is None:
        raise InvalidQuery(loc, f"unknown property {key[:60]!r}: use {', '.join(known)}", tuple(known))
    return found


def fitting(view: GraphView, entity_type: str | None) -> list[Property]:
    """The properties that make sense for a type of entity; all of them where no type is named."""
    lineage = view.ontology.entity_lineage(entity_type) if entity_type is not None else ()
    return [
        p for p in properties(view).values() if not p.types or entity_type is None or any(t in lineage for t in p.types)
    ]
