"""Nodes and edges as flat rows with typed columns, for formats whose attributes are single values or lists.

One table for all of them: GraphML, GEXF, CSV and Parquet have the same columns under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Literal

from app.exporters.rows import json_text

Shape = Mapping[str, Any]
# `texts` are ids and words without semicolons, `labels` are texts of any kind.
ColumnType = Literal["text", "integer", "number", "boolean", "date", "texts", "labels", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and how its value is read from the drawn shape. None is no value."""

    name: str
    type: ColumnType
    read: Callable[[Shape], Any]


def _column(name: str, type_: ColumnType = "text") -> Column:
    return Column(name, type_, itemgetter(name))


def _inner(name: str, outer: str, key: str) -> Column:
    def read(shape: Shape) -> Any:
        value = shape[outer]
        return value[key] if value else None

    return Column(name, "text", read)


def _each(name: str, type_: ColumnType, outer: str, key: str) -> Column:
    return Column(name, type_, lambda shape: [item[key] for item in shape[outer]])


def place_in_text(paragraph: Shape) -> str:
    """A paragraph of a source as one word."""
    return f"{paragraph['source']}#{paragraph['paragraph']}"


NODE_COLUMNS = (
    _column("id"),
    _column("label"),
    _column("type"),
    _column("types", "texts"),
    _column("polarity_balance", "integer"),
    _column("degree", "integer"),
    _column("generic", "boolean"),
    _column("existence"),
    _column("organ_of"),
    _column("seed", "boolean"),
    _column("hops", "integer"),
    _column("hidden_neighbours", "integer"),
    _column("country"),
    _column("latitude", "number"),
    _column("longitude", "number"),
    _column("place_precision"),
    _column("place_basis"),
    _column("description"),
    _column("names", "json"),
    _column("identifiers", "json"),
    _column("reference"),
)

EDGE_COLUMNS = (
    _column("id"),
    _column("source"),
    _column("target"),
    _column("type"),
    _column("label"),
    _column("category"),
    _column("polarity"),
    Column("sign", "integer", lambda shape: SIGNS[shape["polarity"]]),
    _column("kind"),
    _column("symmetric", "boolean"),
    _column("status"),
    _column("ended", "boolean"),
    _column("modality", "texts"),
    _column("stance"),
    _inner("hedge", "hedge", "kind"),
    _inner("hedge_words", "hedge", "words"),
    _column("progress"),
    _inner("via", "via", "id"),
    _inner("addressed_to", "addressed_to", "id"),
    _each("asserted_by", "texts", "asserted_by", "id"),
    _each("asserted_by_labels", "labels", "asserted_by", "label"),
    _column("confidence"),
    _column("min_confidence"),
    _column("valid_from", "date"),
    _column("valid_to", "date"),
    _column("edtf"),
    _column("inferred"),
    _column("last_attested"),
    _column("first_known", "date"),
    _column("derived", "json"),
    _column("sentence"),
    _column("claims", "integer"),
    Column("paragraphs", "texts", lambda shape: [place_in_text(p) for p in shape["paragraphs"]]),
    _column("sources", "texts"),
)

# What a derived relation has: all that does not come from a claim, and what it follows from.
_OF_CLAIMS = frozenset(
    [
        *("ended", "modality", "stance", "hedge", "hedge_words", "progress", "via", "addressed_to", "asserted_by"),
        *("asserted_by_labels", "last_attested", "claims", "paragraphs"),
    ]
)
DERIVED_COLUMNS = (
    *(c for c in EDGE_COLUMNS if c.name not in _OF_CLAIMS),
    _inner("rule", "derived", "rule"),
    Column("premises", "texts", lambda shape: shape["derived"]["premises"]),
)

CLAIM_COLUMNS = (
    _column("id"),
    _column("relation"),
    _inner("subject", "subject", "id"),
    _column("type"),
    _inner("object", "object", "id"),
    _each("asserted_by", "texts", "asserted_by", "id"),
    _each("asserted_by_labels", "labels", "asserted_by", "label"),
    _inner("addressed_to", "addressed_to", "id"),
    _inner("via", "via", "id"),
    _column("stance"),
    _column("modality"),
    _column("status"),
    _column("polarity"),
    _inner("hedge", "hedge", "kind"),
    _inner("hedge_words", "hedge", "words"),
    _column("progress"),
    _column("confidence"),
    _column("basis"),
    _inner("edtf", "valid", "edtf"),
    Column("valid_from", "date", lambda shape: shape["valid"]["from"]),
    Column("valid_to", "date", lambda shape: shape["valid"]["to"]),
    Column("certain_from", "date", lambda shape: shape["valid"]["certain_from"]),
    Column("certain_to", "date", lambda shape: shape["valid"]["certain_to"]),
    _inner("precision", "valid", "precision"),
    _inner("words", "valid", "words"),
    _inner("inferred", "valid", "inferred"),
    _column("known_from", "date"),
    _column("known_inferred"),
    _column("source"),
    _column("dataset"),
    Column("paragraphs", "texts", lambda shape: [str(e["paragraph"]) for e in shape["evidence"]]),
    _column("evidence", "json"),
    _column("attributes", "json"),
    _column("target_claim"),
    _column("sentence"),
)

SIGNS: Mapping[str, int] = MappingProxyType({"cooperative": 1, "neutral": 0, "conflictual": -1})


def as_text(column: Column, value: Any) -> str | None:
    """A value as text: ids joined by semicolons (they hold none), labels as JSON, None for no value."""
    if value is None or value == "":
        return None
    kind = column.type
    if kind == "text":
        return str(value)
    if kind == "boolean":
        return "true" if value else "false"
    if kind in ("json", "labels"):
        return json_text(value)
    if kind == "texts":
        return ";".join(value) or None
    return str(value)
