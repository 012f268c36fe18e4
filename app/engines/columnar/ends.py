"""The ends of relations as records: all at hand where they are few, made on demand where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from app.graph.contract import Ends
from app.snapshot.columns import Columns, RelationIndex

AT_HAND = 200_000  # rows up to which Python objects are worth their memory


def ends_of(columns: Columns, types: tuple[str, ...], at_hand: int = AT_HAND) -> Sequence[Ends]:
    """The ends of each relation, by handle."""
    if len(columns.relation_subject) > at_hand:
        return ColumnEnds(columns, types)
    parts = (columns.relation_subject, columns.relation_type, columns.relation_object)
    return tuple(Ends(s, types[t], o) for s, t, o in zip(*(part.tolist() for part in parts), strict=True))


def numbers(column: NDArray[Any], at_hand: int = AT_HAND) -> Sequence[int] | NDArray[Any]:
    """A column of integers: as a list, which is read faster, where that is worth its memory."""
    if len(column) > at_hand:
        return column
    listed: list[int] = column.tolist()
    return listed


def relation_between(columns: Columns, index: RelationIndex, ends: tuple[int, int, int]) -> int | None:
    """The relation with this subject, type and object, of which relations are in order."""
    subject, *rest = ends
    low, high = int(index.out_start[subject]), int(index.out_start[subject + 1])
    sorted_by: tuple[NDArray[Any], ...] = (columns.relation_type, columns.relation_object)
    for column, wanted in zip(sorted_by, rest, strict=True):
        part = column[low:high]
        first, last = np.searchsorted(part, wanted, "left"), np.searchsorted(part, wanted, "right")
        low, high = low + int(first), low + int(last)
    return low if low < high else None


class ColumnEnds(Sequence[Ends]):
    """The ends of relations, read off the columns."""

    def __init__(self, columns: Columns, types: tuple[str, ...]) -> None:
        self._subject, self._object = columns.relation_subject, columns.relation_object
        self._kind = columns.relation_type
        self._types = types

    def __len__(self) -> int:
        return len(self._subject)

    @overload
    def __getitem__(self, index: int) -> Ends: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Ends]: ...
    def __getitem__(self, index: int | slice) -> Ends | Sequence[Ends]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return Ends(int(self._subject[index]), self._types[self._kind[index]], int(self._object[index]))

    def __iter__(self) -> Iterator[Ends]:
        return (self[index] for index in range(len(self)))
