"""The columns of a snapshot as kernels read them: by address, one number for all of them.

A call that takes forty arrays spends more time on looking at them than most questions take, and compiling it takes
minutes. So a kernel takes the address of a table of addresses. What lies in memory and what is mapped read-only from
a file are the same to it. Kernels never write to columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic
from numpy.typing import NDArray

from app.snapshot.columns import Int64, Snapshot, Worth

Read = Callable[[int, int], int]

_WHOLE: Final = ir.IntType(64)


def _load(builder: Any, address: Any, row: Any, bits: int) -> Any:
    """Code that reads one value of an array of integers of so many bits, as 64 bits."""
    array = builder.inttoptr(address, ir.IntType(bits).as_pointer())
    value = builder.load(builder.gep(array, [row]))
    return value if bits == 64 else builder.sext(value, _WHOLE)


def _array(bits: int) -> Read:
    """Reads arrays by their address: `read(address, row)`."""

    @intrinsic
    def read(_context: Any, _address: Any, _row: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, args: Any) -> Any:
            return _load(builder, args[0], args[1], bits)

        return types.int64(types.int64, types.int64), generate

    return cast(Read, read)


def _column(place: int, dtype: Any) -> Read:
    """Reads one column by the address of the table: `read(table, row)`."""
    bits = 8 * np.dtype(dtype).itemsize

    @intrinsic
    def read(_context: Any, _table: Any, _row: Any) -> Any:
        def generate(_context: Any, builder: Any, _signature: Any, args: Any) -> Any:
            return _load(builder, _load(builder, args[0], _WHOLE(place), 64), args[1], bits)

        return types.int64(types.int64, types.int64), generate

    return cast(Read, read)


i8, i32, i64 = _array(8), _array(32), _array(64)

COLUMNS: Final = (
    *((np.int32, "relation_subject"), (np.int16, "relation_type"), (np.int32, "relation_object")),
    *((np.int64, "relation_claims"), (np.int32, "claim_relation"), (np.int32, "claim_source")),
    *((np.int16, "claim_dataset"), (np.int8, "claim_stance"), (np.int8, "claim_modality")),
    *((np.int8, "claim_progress"), (np.int8, "claim_confidence"), (np.int8, "claim_polarity")),
    *((np.bool_, "claim_authored"), (np.int32, "claim_possible_from"), (np.int32, "claim_possible_to")),
    *((np.int32, "claim_certain_from"), (np.int32, "claim_certain_to"), (np.int32, "claim_known")),
    *((np.int32, "claim_addressed_to"), (np.int64, "claim_voices"), (np.int32, "voice")),
)
WORTH: Final = tuple((np.int8, name) for name in ("status", "confidence", "polarity"))
INDEX: Final = (
    *((np.int64, "out_start"), (np.int64, "in_start"), (np.int32, "by_object"), (np.int32, "by_type")),
    (np.int64, "type_start"),
)
SIDES: Final = ("out_events", "out_states", "in_events", "in_states")
SIDE: Final = ((np.int64, "start"), (np.int32, "claim"), (np.int32, "day"))
OUT_EVENTS, OUT_STATES, IN_EVENTS, IN_STATES = tuple(len((*COLUMNS, *WORTH, *INDEX)) + 3 * n for n in range(4))
RELATIONS: Final = OUT_EVENTS + 12  # after the addresses: how many relations there are

(
    subject, kind, object_, claims, relation, source, dataset, stance, modality, progress, confidence, tone, authored,
    possible_from, possible_to, certain_from, certain_to, known, addressed_to, voices, voice,
    worth_status, worth_confidence, worth_tone, out_start, in_start, by_object, by_type, type_start,
) = tuple(_column(place, dtype) for place, (dtype, _) in enumerate((*COLUMNS, *WORTH, *INDEX)))  # fmt: skip
POSSIBLE_FROM: Final = [name for _, name in COLUMNS].index("claim_possible_from")


def arrays_of(snapshot: Snapshot, worth: Worth) -> list[NDArray[Any]]:
    """The arrays in the order of the table. Raises ValueError for one that is not what kernels take it for."""
    wanted = [(owner, *pair) for owner, pairs in ((snapshot.columns, COLUMNS), (worth, WORTH), (snapshot.index, INDEX))
              for pair in pairs]  # fmt: skip
    wanted += [(getattr(snapshot, side), *pair) for side in SIDES for pair in SIDE]
    arrays = []
    for owner, dtype, name in wanted:
        array: NDArray[Any] = getattr(owner, name)
        if array.dtype != dtype or not array.flags.c_contiguous or not array.flags.aligned:
            raise ValueError(f"{name} is {array.dtype}, wanted contiguous {np.dtype(dtype)}")
        arrays.append(array)
    return arrays


def table_of(arrays: list[NDArray[Any]]) -> Int64:
    """The addresses of the arrays. Whoever holds the table must hold the arrays as well."""
    return np.array([*(array.ctypes.data for array in arrays), len(arrays[0])], dtype=np.int64)
