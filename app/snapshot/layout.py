"""What lies in a snapshot's folder, by name: the one list that writing and opening share.

| files | what |
|---|---|
| `columns/*`, `adjacency/*`, `index/*`, `worth/*` | the arrays of `app.snapshot.columns`, by field |
| `names/*` | the index of names (`app.snapshot.name_index`) |
| `entities/id`, `entities/record` | ids, sorted, and records of entities |
| `claims/high`, `claims/low`, `claims/order` | claim ids as numbers of 64 and 16 bits; the claims in order of id |
| `claims/edtf`, `claims/date`, `claims/detail` | each claim's date, as a position in `claims/date`; its rest |
| `sources`, `head` | records of sources; ontology, data sets, silences, rules, merges |
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from app.model.entity import Entity
from app.model.ids import CLAIM_ID_LENGTH
from app.model.ontology import Ontology
from app.model.records import dataset_record, entity_record, plain, source_record, text_of
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source
from app.snapshot.columns import Adjacency, Columns, Int32, RelationIndex, Worth
from app.snapshot.folder import FolderWriter
from app.snapshot.name_index import build as build_names
from app.snapshot.sorting import order_of_ids

ADJACENCIES: Final = ("out_events", "out_states", "in_events", "in_states")
_HIGH_BYTES: Final = 8  # of a claim id's ten bytes, that make its first number


@dataclass(frozen=True, slots=True)
class Head:
    """What a snapshot holds beside entities and claims; small enough to be read whole."""

    ontology: Ontology
    datasets: Mapping[str, DatasetInfo]
    sources: Mapping[str, Source]
    silences: Sequence[Silence]
    merged: Mapping[str, str]
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class ClaimIds:
    """The ids of claims as numbers, and the claims in order of id."""

    high: NDArray[np.uint64]
    low: NDArray[np.uint16]
    order: Int32

    @classmethod
    def of(cls, high: NDArray[np.uint64], low: NDArray[np.uint16]) -> Self:
        """The ids of which these are the upper 64 and the lower 16 bits."""
        return cls(high, low, order_of_ids(high, low).astype(np.int32))

    def twice(self) -> str | None:
        """An id that two claims have, if there is one."""
        high, low = self.high[self.order], self.low[self.order]
        same = np.flatnonzero((high[1:] == high[:-1]) & (low[1:] == low[:-1]))
        return f"{int(high[same[0]]):016x}{int(low[same[0]]):04x}" if len(same) else None


def write_arrays(
    writer: FolderWriter,
    columns: Columns,
    adjacencies: Mapping[str, Adjacency],
    index: RelationIndex,
    worth: Worth | None,
) -> None:
    """Write all columns and indexes."""
    for name, part in (("columns", columns), ("index", index), ("worth", worth)):
        if part is not None:
            _write_fields(writer, name, part)
    for name in ADJACENCIES:
        _write_fields(writer, f"adjacency/{name}", adjacencies[name])


def write_entities(writer: FolderWriter, entities: Sequence[Entity]) -> None:
    """Write the entities, which are sorted by id, and the index of their names."""
    writer.texts("entities/id", (e.id.encode() for e in entities))
    writer.texts("entities/record", (text_of(entity_record(e)).encode() for e in entities))
    _write_fields(writer, "names", build_names(entities))


def write_claims(writer: FolderWriter, ids: ClaimIds, edtf: Int32, dates: Iterable[str]) -> None:
    """Write the ids of claims, and the position of each one's date among the dates.

    The details are written apart, as `claims/detail`, since they do not fit into memory.
    """
    writer.array("claims/high", ids.high)
    writer.array("claims/low", ids.low)
    writer.array("claims/order", ids.order)
    writer.array("claims/edtf", edtf)
    writer.texts("claims/date", (d.encode() for d in dates))


def write_head(writer: FolderWriter, head: Head) -> None:
    """Write everything else."""
    writer.texts("sources", (text_of(source_record(s)).encode() for s in head.sources.values()))
    writer.json(
        "head",
        {
            "entity_types": [plain(t) for t in head.ontology.entity_types.values()],
            "relation_types": [plain(t) for t in head.ontology.relation_types.values()],
            "datasets": [dataset_record(d) for d in head.datasets.values()],
            "silences": [plain(s) for s in head.silences],
            "merged": dict(head.merged),
            "rules": [plain(r) for r in head.rules],
        },
    )


def split_ids(ids: NDArray[np.bytes_]) -> tuple[NDArray[np.uint64], NDArray[np.uint16]]:
    """Claim ids of 20 hex digits as numbers of 64 and 16 bits."""
    digits = np.ascontiguousarray(ids, dtype=f"S{CLAIM_ID_LENGTH}").view(np.uint8).reshape(-1, CLAIM_ID_LENGTH)
    values = np.where(digits >= ord("a"), digits - (ord("a") - 10), digits - ord("0"))
    packed = (values[:, 0::2] << 4) | values[:, 1::2]
    high = np.ascontiguousarray(packed[:, :_HIGH_BYTES]).view(">u8").astype(np.uint64)
    low = np.ascontiguousarray(packed[:, _HIGH_BYTES:]).view(">u2").astype(np.uint16)
    return high.reshape(-1), low.reshape(-1)


def _write_fields(writer: FolderWriter, name: str, part: Any) -> None:
    for field in dataclasses.fields(part):
        writer.array(f"{name}/{field.name}", getattr(part, field.name))
