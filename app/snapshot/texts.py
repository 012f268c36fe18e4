"""Many texts in one block of memory, which may be a file: read one by one, searched where they are sorted."""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from typing import overload

from app.snapshot.columns import Int64


class Texts(Sequence[bytes]):
    """Byte strings one after another; text n is the bytes from `start[n]` to `start[n + 1]`."""

    def __init__(self, block: bytes | mmap.mmap, start: Int64) -> None:
        self._block = block
        self._start = start

    def __len__(self) -> int:
        return len(self._start) - 1

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> list[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | list[bytes]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        length = len(self)
        if not -length <= index < length:
            raise IndexError(index)
        index %= length
        start: int = self._start[index]
        end: int = self._start[index + 1]
        return self._block[start:end]

    def __iter__(self) -> Iterator[bytes]:
        for index in range(len(self)):
            yield self[index]

    def find(self, text: bytes) -> int | None:
        """The position of a text among texts sorted by their bytes; None where it is not there."""
        block, start = self._block, self._start
        low, high = 0, len(start) - 1
        while low < high:
            middle = (low + high) // 2
            if block[start[middle] : start[middle + 1]] < text:
                low = middle + 1
            else:
                high = middle
        return low if low < len(start) - 1 and block[start[low] : start[low + 1]] == text else None
