"""The claims of all data sets as one sorted stream of numbers, written once as Ibis expressions for every engine.

Pure functions from table to table. Numbers come from joins with small dictionaries, never from `row_number` over the
whole (one partition on Spark) nor from an engine's own hash; the order is total, so every engine gives the same rows in
the same order. What is not found is UNKNOWN, and NOTHING is what a claim may lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from app.building.distributed.dictionaries import EFFECTS
from app.model.tables import CLAIMS
from app.snapshot.columns import CONFIDENCES, MODALITIES, PROGRESSES, STANCES

UNKNOWN: Final = -2
NOTHING: Final = -1

# What the stream holds, beside `id` and `detail`.
NUMBERS: Final = (
    "subject", "type", "object", "source", "date", "voices", "addressed_to",
    "stance", "modality", "confidence", "progress", "effect", "ended",
)  # fmt: skip
_ORDER: Final = ("n_subject", "n_type", "n_object", "first_day", "id")
# The dictionary that a column of claims is looked up in.
_LOOKED_UP: Final = (
    ("subject", "ends"),
    ("object", "ends"),
    ("addressed_to", "ends"),
    ("type", "types"),
    ("source", "sources"),
    ("edtf", "dates"),
    ("voices", "voices"),
)
_CODES: Final = (("stance", STANCES), ("modality", MODALITIES), ("confidence", CONFIDENCES))


def together(tables: Iterable[Any]) -> Any:
    """The claims of all data sets, each with the position of its data set as `origin`."""
    import ibis

    parts = [table.select(*CLAIMS).mutate(origin=ibis.literal(n, "int32")) for n, table in enumerate(tables)]
    return ibis.union(parts[0], *parts[1:], distinct=False) if len(parts) > 1 else parts[0]


def values(claims: Any, column: str) -> Any:
    """The different values of a column."""
    return claims.select(column).distinct()


def numbered(claims: Any, dictionaries: Mapping[str, Any]) -> Any:
    """The claims with the numbers of all they refer to, and the first day on which they may hold.

    Merges are followed, since merged ids have the handle of what they were merged into; the pair of a symmetric type is
    sorted (ruling C5): handles are in the order of ids.
    """
    table = claims
    for column, name in _LOOKED_UP:
        entry = dictionaries[name]
        entry = entry.rename({f"{column}_{field}": field for field in entry.columns})
        table = table.left_join(entry, table[column] == entry[f"{column}_key"]).drop(f"{column}_key")
    one, other = _known(table.subject_number), _known(table.object_number)
    turned = table.type_symmetric.fill_null(False) & (one > other)
    table = table.mutate(
        n_subject=turned.ifelse(other, one),
        n_object=turned.ifelse(one, other),
        n_addressed_to=_optional(table.addressed_to, _known(table.addressed_to_number)),
        n_type=_known(table.type_number),
        n_source=_known(table.source_number),
        n_date=_known(table.edtf_number),
        n_voices=_known(table.voices_number),
        first_day=_known(table.type_event.fill_null(False).ifelse(table.edtf_event_from, table.edtf_state_from)),
        n_progress=_optional(table.progress, _code(table.progress, PROGRESSES)),
        n_effect=_code(table.effect.fill_null(""), EFFECTS, len(EFFECTS)),
        n_ended=table.ended.fill_null(False).ifelse(_small(1), _small(0)),
        **{f"n_{name}": _code(table[name], names) for name, names in _CODES},
    )
    return table.select(*CLAIMS, "origin", "first_day", *(f"n_{name}" for name in NUMBERS))


def in_order(numbered_claims: Any) -> Any:
    """The stream: numbers, id and detail, sorted by subject, type, object, first possible day and id."""
    chosen = numbered_claims.select("first_day", "id", "detail", *(f"n_{name}" for name in NUMBERS))
    return chosen.order_by(*_ORDER)


def at_fault(numbered_claims: Any, most: int) -> Any:
    """The first claims of which something is unknown, as they were written."""
    import ibis

    wrong = ibis.or_(*(numbered_claims[f"n_{name}"] == UNKNOWN for name in NUMBERS))
    return (
        numbered_claims.filter(wrong)
        .select(*CLAIMS, "origin")
        .order_by("origin", "id", "source", "subject", "object")
        .limit(most)
    )


def _known(number: Any) -> Any:
    import ibis

    return ibis.coalesce(number, ibis.literal(UNKNOWN, "int32"))


def _optional(value: Any, number: Any) -> Any:
    import ibis

    return value.isnull().ifelse(ibis.literal(NOTHING, number.type()), number)


def _code(column: Any, names: Iterable[str], other: int = UNKNOWN) -> Any:
    """The position of a text among a few."""
    cases = [(str(name), _small(position)) for position, name in enumerate(names)]
    return column.cases(*cases, else_=_small(other))


def _small(number: int) -> Any:
    import ibis

    return ibis.literal(number, "int8")
