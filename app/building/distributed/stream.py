"""Takes the sorted stream in: numbers are kept as arrays, details are written as they go by.

Rows of one id stand side by side, since an id is a hash of what the place in the order is made of. Of rows that say the
same claim, the least by all that is in them is kept. Loops, which merges leave behind, fall away here and are counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.building.distributed.expressions import NUMBERS, UNKNOWN
from app.model.ids import CLAIM_ID_LENGTH
from app.model.records import text_of
from app.snapshot.folder import GrowingTexts
from app.snapshot.layout import split_ids

_NARROW: Final[Mapping[str, type[np.generic]]] = {
    "type": np.int16,
    "stance": np.int8,
    "modality": np.int8,
    "confidence": np.int8,
    "progress": np.int8,
    "effect": np.int8,
    "ended": np.bool_,
}
_IN_ID: Final = ("subject", "type", "object", "source", "date", "addressed_to", "stance", "modality")  # ruling C4
_VIA: Final = '"via":'


class UnknownReference(Exception):
    """A claim of the stream refers to something unknown."""


class MalformedRow(Exception):
    """A claim without detail, or whose id is none."""

    def __init__(self, fault: str, source: int) -> None:
        self.source = source
        super().__init__(fault)


@dataclass(slots=True)
class Taken:
    """What was taken in: arrays by name, piece by piece, and how many rows were not kept."""

    rows: int = 0
    kept: int = 0
    duplicates: int = 0
    loops: int = 0
    pieces: dict[str, list[NDArray[Any]]] = field(default_factory=dict)

    def add(self, name: str, piece: NDArray[Any]) -> None:
        """Append to an array."""
        self.pieces.setdefault(name, []).append(piece)

    def array(self, name: str) -> NDArray[Any]:
        """The whole array; its pieces are given up."""
        pieces = self.pieces.pop(name, [])
        return np.concatenate(pieces) if pieces else np.zeros(0, dtype=_ID_PARTS.get(name, _NARROW.get(name, np.int32)))


_ID_PARTS: Final[Mapping[str, type[np.generic]]] = {"high": np.uint64, "low": np.uint16}


def take(
    batches: Iterable[Any], details: GrowingTexts, merged: Mapping[str, str], tell: Callable[[int], None]
) -> Taken:
    """Take in a stream of record batches; `tell` hears how many rows have gone by."""
    taken = Taken()
    for batch in _whole_groups(batches):
        _take(batch, taken, details, merged)
        tell(taken.rows)
    return taken


def _whole_groups(batches: Iterable[Any]) -> Iterator[Any]:
    """The batches, cut so that rows with one id never lie in two of them."""
    import pyarrow as pa

    held: Any = None
    for batch in batches:
        if batch.num_rows == 0:
            continue
        ids = batch.column("id")
        begin = 0
        if held is not None:
            same = held.column("id")[0].as_py()
            while begin < len(ids) and ids[begin].as_py() == same:
                begin += 1
            if begin:
                joined = pa.Table.from_batches([held, batch.slice(0, begin)]).combine_chunks()
                held = joined.to_batches()[0]
            if begin == len(ids):
                continue
            yield held
        end = len(ids) - 1
        while end > begin and ids[end - 1].as_py() == ids[end].as_py():
            end -= 1
        if end > begin:
            yield batch.slice(begin, end - begin)
        held = batch.slice(end)
    if held is not None:
        yield held


def _take(batch: Any, taken: Taken, details: GrowingTexts, merged: Mapping[str, str]) -> None:
    numbers = {name: batch.column(f"n_{name}").to_numpy(zero_copy_only=False) for name in NUMBERS}
    if any((column == UNKNOWN).any() for column in numbers.values()):
        raise UnknownReference
    ids = _ids(batch, numbers["source"])
    real = numbers["subject"] != numbers["object"]
    chosen = _chosen(batch, _again(ids, numbers)) & real
    rows, kept, loops = len(real), int(chosen.sum()), int((~real).sum())
    taken.rows += rows
    taken.kept += kept
    taken.loops += loops
    taken.duplicates += rows - kept - loops
    if kept < rows:
        numbers = {name: column[chosen] for name, column in numbers.items()}
        ids = ids[chosen]
    for name, column in numbers.items():
        taken.add(name, column.astype(_NARROW.get(name, np.int32)))
    high, low = split_ids(ids)
    taken.add("high", high)
    taken.add("low", low)
    column = batch.column("detail")
    if column.null_count:
        raise MalformedRow("a claim has no detail", int(numbers["source"][0]))
    if kept < rows:
        import pyarrow as pa

        column = column.filter(pa.array(chosen))
    details.append(*_block(_followed(column, merged)))


def _ids(batch: Any, sources: NDArray[Any]) -> NDArray[np.bytes_]:
    """The ids of a batch, each of 20 hex digits."""
    column = batch.column("id")
    block, lengths = _block(column)
    wrong = np.flatnonzero(lengths != CLAIM_ID_LENGTH)
    if not len(wrong):
        digits = np.frombuffer(block, dtype=np.uint8).reshape(-1, CLAIM_ID_LENGTH)
        fine = ((digits >= ord("0")) & (digits <= ord("9"))) | ((digits >= ord("a")) & (digits <= ord("f")))
        wrong = np.flatnonzero(~fine.all(axis=1))
    if len(wrong):
        first = int(wrong[0])
        fault = f"a claim has the id {column[first].as_py()!r}, which is not {CLAIM_ID_LENGTH} hexadecimal digits"
        raise MalformedRow(fault, int(sources[first]))
    return np.frombuffer(block, dtype=f"S{CLAIM_ID_LENGTH}")


def _again(ids: NDArray[np.bytes_], numbers: Mapping[str, NDArray[Any]]) -> NDArray[np.int64]:
    """The rows that say the same claim as the row before: the same id, and what it is made of.

    Where an id comes with something else, both rows stay, and the build refuses the id.
    """
    again = ids[1:] == ids[:-1]
    if again.any():
        for name in _IN_ID:
            again &= numbers[name][1:] == numbers[name][:-1]
    return np.flatnonzero(again) + 1


def _chosen(batch: Any, again: NDArray[np.int64]) -> NDArray[np.bool_]:
    """One row of each claim."""
    chosen = np.ones(batch.num_rows, dtype=np.bool_)
    for group in np.split(again, np.flatnonzero(np.diff(again) > 1) + 1):
        if len(group):
            rows = range(int(group[0]) - 1, int(group[-1]) + 1)
            least = min(rows, key=lambda row: text_of(batch.slice(row, 1).to_pylist()[0]))
            chosen[rows.start : rows.stop] = False
            chosen[least] = True
    return chosen


def _followed(column: Any, merged: Mapping[str, str]) -> Any:
    """The details, with merges followed in what names a document as the way (`app.model.merges`)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not merged or not pc.any(pc.match_substring(column, _VIA)).as_py():
        return column
    return pa.array([_follow(text, merged) if _VIA in text else text for text in column.to_pylist()], type=pa.string())


def _follow(text: str, merged: Mapping[str, str]) -> str:
    detail = json.loads(text)
    via = detail.get("via")
    return text_of({**detail, "via": merged[via]}) if via in merged else text


def _block(column: Any) -> tuple[memoryview, NDArray[np.int64]]:
    """An Arrow column of texts as one block of bytes, and the length of each text."""
    _, offsets, data = column.buffers()
    if len(column) == 0:
        return memoryview(b""), np.zeros(0, dtype=np.int64)
    wide = np.int64 if str(column.type) == "large_string" else np.int32
    ends = np.frombuffer(offsets, dtype=wide)[column.offset : column.offset + len(column) + 1]
    block = memoryview(data if data is not None else b"")[int(ends[0]) : int(ends[-1])]
    return block, np.diff(ends).astype(np.int64)
