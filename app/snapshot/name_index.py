"""The index of names as arrays, which may be files mapped into memory: texts, exact forms, and trigrams.

A name is a row. Rows are in order of their entities' handles and, within one, as the entity gives its names: label,
names, id. Where the same text comes twice it makes one row. The same entities make the same bytes in every run.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from app.model.entity import Entity
from app.model.names import fold, transliteration_keys
from app.snapshot.columns import Int32, Int64, read_only
from app.snapshot.trigrams import trigrams

UInt8 = NDArray[np.uint8]
UInt64 = NDArray[np.uint64]

CHUNK = 65_536  # rows worked on at once


@dataclass(frozen=True, slots=True)
class NameArrays:
    """Names by row, and where to find them. Texts are UTF-8, one after another; row n is `[start[n], start[n + 1])`.

    The rows whose folded form has the hash `exact_hash[i]`, which is sorted, are `exact_row[i]`. The rows that share
    the trigram `gram[i]`, sorted as well, are `gram_row[gram_start[i]:gram_start[i + 1]]`, in order.
    """

    entity: Int32
    text: UInt8
    text_start: Int64
    folded: UInt8
    folded_start: Int64
    key: UInt8
    key_start: Int64
    exact_hash: UInt64
    exact_row: Int32
    gram: Int64
    gram_start: Int64
    gram_row: Int32

    def as_arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by name."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """The index from its arrays. Raises ValueError where one is missing or does not fit the others."""
        missing = [f.name for f in dataclasses.fields(cls) if f.name not in arrays]
        if missing:
            raise ValueError(f"the index of names lacks {', '.join(missing)}")
        found = cls(**{f.name: arrays[f.name].view(np.ndarray) for f in dataclasses.fields(cls)})
        found.verify()
        return found

    def verify(self) -> None:
        """Raise ValueError where an array has another dtype or length than it should."""
        rows, grams = len(self.entity), len(self.gram)
        wanted: dict[str, tuple[type[np.generic], int]] = {
            "entity": (np.int32, rows),
            "exact_hash": (np.uint64, rows),
            "exact_row": (np.int32, rows),
            "gram": (np.int64, grams),
            "gram_start": (np.int64, grams + 1),
            "gram_row": (np.int32, _end(self.gram_start)),
        }
        for name in ("text", "folded", "key"):
            wanted[f"{name}_start"] = (np.int64, rows + 1)
            wanted[name] = (np.uint8, _end(getattr(self, f"{name}_start")))
        for name, array in self.as_arrays().items():
            dtype, length = wanted[name]
            if array.dtype != dtype or array.shape != (length,):
                raise ValueError(f"names: {name} is {array.dtype}{array.shape}, wanted {np.dtype(dtype)}({length},)")


def names_of(entity: Entity) -> Iterable[str]:
    """Each text under which an entity is found, once: its label, its names, and the words of its id."""
    return dict.fromkeys((entity.label, *(name.text for name in entity.names), entity.id.replace("-", " ")))


def exact_hash(folded: str) -> bytes:
    """Eight bytes that stand for a folded form in every process, little end first."""
    return hashlib.blake2b(_bytes(folded), digest_size=8).digest()


def build(entities: Iterable[Entity]) -> NameArrays:
    """The index of all names. Beside its own arrays it holds one chunk of names at a time."""
    parts = [_part(chunk) for chunk in _chunks(entities)]
    hashes = _joined([p.exact_hash for p in parts], np.uint64)
    order = np.argsort(hashes, kind="stable")
    grams, gram_starts, gram_rows = _merged(parts)
    return NameArrays(
        entity=_joined([p.entity for p in parts], np.int32),
        text=_joined([p.text.data for p in parts], np.uint8),
        text_start=_starts([p.text.lengths for p in parts]),
        folded=_joined([p.folded.data for p in parts], np.uint8),
        folded_start=_starts([p.folded.lengths for p in parts]),
        key=_joined([p.key.data for p in parts], np.uint8),
        key_start=_starts([p.key.lengths for p in parts]),
        exact_hash=read_only(hashes[order], np.uint64),
        exact_row=read_only(order, np.int32),
        gram=grams,
        gram_start=gram_starts,
        gram_row=gram_rows,
    )


class _Block(NamedTuple):
    """Texts one after another."""

    data: UInt8
    lengths: Int64


class _Part(NamedTuple):
    """What a chunk of names adds; its trigrams are an index of their own, with rows from the chunk's first."""

    entity: Int32
    text: _Block
    folded: _Block
    key: _Block
    exact_hash: UInt64
    gram: Int64
    gram_count: Int64
    gram_row: Int32


def _chunks(entities: Iterable[Entity]) -> Iterator[list[tuple[int, str]]]:
    rows = ((handle, text) for handle, entity in enumerate(entities) for text in names_of(entity))
    while chunk := list(itertools.islice(rows, CHUNK)):
        yield chunk


def _part(chunk: Sequence[tuple[int, str]]) -> _Part:
    folded = [fold(text) for _, text in chunk]
    keys = transliteration_keys(folded)
    hashes = np.frombuffer(b"".join(map(exact_hash, folded)), dtype="<u8")
    codes, rows = trigrams([f if f == k else f"{f} {k}" for f, k in zip(folded, keys, strict=True)])
    order = np.argsort(codes, kind="stable")  # rows stay in order within a trigram
    codes, rows = codes[order], rows[order]
    first = _changes(codes)
    once = first | _changes(rows)
    starts = np.flatnonzero(first[once])
    return _Part(
        entity=np.array([handle for handle, _ in chunk], dtype=np.int32),
        text=_block([text for _, text in chunk]),
        folded=_block(folded),
        key=_block(keys),
        exact_hash=hashes.astype(np.uint64),
        gram=codes[first],
        gram_count=np.diff(starts, append=np.count_nonzero(once)),
        gram_row=rows[once],
    )


def _merged(parts: Sequence[_Part]) -> tuple[Int64, Int64, Int32]:
    """The trigrams of all parts: chunk after chunk, each into the places that are its own, so that nothing is sorted
    but the trigrams themselves.
    """
    grams = np.sort(np.concatenate([np.empty(0, np.int64), *(p.gram for p in parts)]))
    grams = grams[_changes(grams)]
    places = [np.searchsorted(grams, p.gram) for p in parts]
    counts = np.zeros(len(grams), dtype=np.int64)
    for part, place in zip(parts, places, strict=True):
        counts[place] += part.gram_count
    starts = np.concatenate(([0], np.cumsum(counts)))
    rows = np.empty(starts[-1], dtype=np.int32)
    free, base = starts[:-1].copy(), 0
    for part, place in zip(parts, places, strict=True):
        own = np.cumsum(part.gram_count) - part.gram_count
        rows[np.repeat(free[place] - own, part.gram_count) + np.arange(len(part.gram_row))] = part.gram_row + base
        free[place] += part.gram_count
        base += len(part.entity)
    return read_only(grams, np.int64), read_only(starts, np.int64), read_only(rows, np.int32)


def _changes(values: Int64 | Int32) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first does."""
    changes = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def _block(texts: Sequence[str]) -> _Block:
    encoded = [_bytes(text) for text in texts]
    return _Block(np.frombuffer(b"".join(encoded), np.uint8), np.array([len(e) for e in encoded], dtype=np.int64))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _joined(arrays: Sequence[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return read_only(np.concatenate([np.empty(0, dtype), *arrays]), dtype)


def _starts(lengths: Sequence[Int64]) -> Int64:
    return read_only(np.cumsum(np.concatenate([np.zeros(1, np.int64), *lengths])), np.int64)


def _end(starts: Int64) -> int:
    return int(starts[-1]) if len(starts) else -1
