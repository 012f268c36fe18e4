"""Every column of a snapshot, defined once. Columns are read-only numpy arrays; -1 stands for nothing.

Days are proleptic Gregorian ordinals, intervals half-open. Adjacency comes in four parts, by side (out: the node is
the subject, in: the object) and by kind (events and states apart), each sorted by (node, first possible day), so that
a date filter bisects.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.model.claim import Claim, Confidence, Modality, Progress, Stance
from app.model.entity import Entity, Existence
from app.model.ontology import Ontology
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source

if TYPE_CHECKING:
    from app.snapshot.name_index import NameArrays  # which is made of columns itself

# The codes of enumerations in columns are positions in these tuples: append only.
STANCES = tuple(Stance)
MODALITIES = tuple(Modality)
PROGRESSES = tuple(Progress)
CONFIDENCES = tuple(Confidence)
EXISTENCES = tuple(Existence)

Int8 = NDArray[np.int8]
Int16 = NDArray[np.int16]
Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)


def _of(table: str, dtype: type[np.generic]) -> dict[str, Any]:
    """A column with one value per member of a table, or (the name ending in +1) one boundary more."""
    return {"of": table, "dtype": dtype}


@dataclass(frozen=True, slots=True)
class Adjacency:
    """Claims by node: those of node n are `claim[start[n]:start[n + 1]]`, sorted by `day`, the first possible day."""

    start: Int64
    claim: Int32
    day: Int32


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables entities, relations (sorted by subject, type, object) and claims (sorted by relation)."""

    entity_type: Int16 = field(metadata=_of("entities", np.int16))
    entity_organ_of: Int32 = field(metadata=_of("entities", np.int32))
    entity_generic: Bool = field(metadata=_of("entities", np.bool_))
    entity_existence: Int8 = field(metadata=_of("entities", np.int8))
    entity_country: Int16 = field(metadata=_of("entities", np.int16))  # see app.snapshot.entity_columns
    entity_by_label: Int32 = field(metadata=_of("entities", np.int32))  # the entities by label, letter case aside

    relation_subject: Int32 = field(metadata=_of("relations", np.int32))
    relation_type: Int16 = field(metadata=_of("relations", np.int16))
    relation_object: Int32 = field(metadata=_of("relations", np.int32))
    relation_claims: Int64 = field(metadata=_of("relations+1", np.int64))

    claim_relation: Int32 = field(metadata=_of("claims", np.int32))
    claim_source: Int32 = field(metadata=_of("claims", np.int32))
    claim_dataset: Int16 = field(metadata=_of("claims", np.int16))
    claim_stance: Int8 = field(metadata=_of("claims", np.int8))
    claim_modality: Int8 = field(metadata=_of("claims", np.int8))
    claim_progress: Int8 = field(metadata=_of("claims", np.int8))
    claim_confidence: Int8 = field(metadata=_of("claims", np.int8))
    claim_polarity: Int8 = field(metadata=_of("claims", np.int8))
    claim_event: Bool = field(metadata=_of("claims", np.bool_))
    claim_authored: Bool = field(metadata=_of("claims", np.bool_))
    claim_ended: Bool = field(metadata=_of("claims", np.bool_))
    claim_possible_from: Int32 = field(metadata=_of("claims", np.int32))
    claim_possible_to: Int32 = field(metadata=_of("claims", np.int32))
    claim_certain_from: Int32 = field(metadata=_of("claims", np.int32))
    claim_certain_to: Int32 = field(metadata=_of("claims", np.int32))
    claim_known: Int32 = field(metadata=_of("claims", np.int32))
    claim_addressed_to: Int32 = field(metadata=_of("claims", np.int32))
    claim_voices: Int64 = field(metadata=_of("claims+1", np.int64))
    voice: Int32 = field(metadata=_of("voices", np.int32))

    def table_sizes(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {
            "entities": len(self.entity_type),
            "relations": len(self.relation_subject),
            "claims": len(self.claim_relation),
            "voices": len(self.voice),
        }

    def verify(self) -> None:
        """Raise ValueError where a column has another dtype or length than defined, or can be written to."""
        sizes = self.table_sizes()
        for spec in dataclasses.fields(self):
            column: NDArray[Any] = getattr(self, spec.name)
            table, _, extra = spec.metadata["of"].partition("+")
            wanted = sizes[table] + (1 if extra else 0)
            if column.dtype != spec.metadata["dtype"] or column.shape != (wanted,) or column.flags.writeable:
                raise ValueError(
                    f"column {spec.name} is {column.dtype}{column.shape}, "
                    f"wanted read-only {np.dtype(spec.metadata['dtype'])}({wanted},)"
                )


@dataclass(frozen=True, slots=True)
class RelationIndex:
    """Where relations stand: those of subject n are `[out_start[n], out_start[n + 1])`, those of object n are
    `by_object[in_start[n]:in_start[n + 1]]`, those of type t are `by_type[type_start[t]:type_start[t + 1]]`; each in
    order of handle.
    """

    out_start: Int64
    by_object: Int32
    in_start: Int64
    by_type: Int32
    type_start: Int64


class Lookup(Protocol):
    """Finds the handle of an id."""

    def get(self, key: str, /) -> int | None:
        """The handle, or None where there is no such id."""


class Claims(Protocol):
    """The records of claims, and what can be had of them for less."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Claim]: ...
    def __getitem__(self, claim: int, /) -> Claim: ...

    def dated(self, claim: int) -> tuple[str, str]:
        """The source and the date, as EDTF."""

    def evidence(self, claims: Sequence[int]) -> list[frozenset[int]]:
        """The paragraphs that each of the claims rests on."""

    def about_claims(self, claims: Sequence[int]) -> list[int]:
        """Those of the claims that are about another claim."""


class HeldClaims(tuple[Claim, ...]):
    """Records in memory."""

    __slots__ = ()

    def dated(self, claim: int) -> tuple[str, str]:
        """See `Claims`."""
        record = self[claim]
        return record.source, record.valid.edtf

    def evidence(self, claims: Sequence[int]) -> list[frozenset[int]]:
        """See `Claims`."""
        return [frozenset(e.paragraph for e in self[c].evidence) for c in claims]

    def about_claims(self, claims: Sequence[int]) -> list[int]:
        """See `Claims`."""
        return [c for c in claims if self[c].target_claim is not None]


@dataclass(frozen=True, slots=True)
class Worth:
    """What each relation amounts to with all its claims: ranks of status and confidence, and its polarity."""

    status: Int8
    confidence: Int8
    polarity: Int8


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One immutable state of the graph: columns for asking, records for details. Never changed after building.

    Records may lie on disk and be read when asked for. `worth` and the index of names are there where they were made
    when building.
    """

    id: str
    ontology: Ontology
    columns: Columns
    index: RelationIndex
    out_events: Adjacency
    out_states: Adjacency
    in_events: Adjacency
    in_states: Adjacency
    entities: Sequence[Entity]
    claims: Claims
    entity_handles: Lookup
    claim_handles: Lookup
    sources: Mapping[str, Source]
    datasets: Mapping[str, DatasetInfo]
    silences: Sequence[Silence]
    merged: Mapping[str, str]
    rules: Sequence[Rule] = ()
    worth: Worth | None = None
    names: NameArrays | None = None


def read_only(values: Sequence[Any] | NDArray[Any], dtype: type[Scalar]) -> NDArray[Scalar]:
    """An array of the given dtype that cannot be written to."""
    array = np.ascontiguousarray(values, dtype=dtype)
    array.flags.writeable = False
    return array
