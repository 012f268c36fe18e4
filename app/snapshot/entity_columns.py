"""The columns of entities, made of their records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.model.entity import Entity
from app.model.ontology import Ontology
from app.snapshot.columns import EXISTENCES, read_only


def entity_columns(entities: Sequence[Entity], handles: Mapping[str, int], ontology: Ontology) -> dict[str, Any]:
    """The columns by name; the entities are sorted by id, and `handles` are their positions."""
    types = {name: position for position, name in enumerate(ontology.entity_types)}
    labels: NDArray[Any] = np.array([e.label.casefold() for e in entities], dtype=np.object_)
    above = [-1 if e.organ_of is None else handles[e.organ_of] for e in entities]
    return {
        "entity_type": read_only([types[e.type] for e in entities], np.int16),
        "entity_organ_of": read_only(above, np.int32),
        "entity_generic": read_only([e.generic for e in entities], np.bool_),
        "entity_existence": read_only([EXISTENCES.index(e.existence) for e in entities], np.int8),
        "entity_country": read_only([country_code(e.country) for e in entities], np.int16),
        "entity_by_label": read_only(np.argsort(labels, kind="stable"), np.int32),
    }


def country_code(country: str | None) -> int:
    """The two letters of ISO 3166-1 as one number; -1 for none and for anything else."""
    if country is None or len(country) != 2 or not (country.isascii() and country.isupper()):
        return -1
    return (ord(country[0]) - ord("A")) * 26 + ord(country[1]) - ord("A")


def country_of(code: int) -> str | None:
    """The two letters of a number."""
    return None if code < 0 else chr(ord("A") + code // 26) + chr(ord("A") + code % 26)
