"""Gathers small pieces of bytes into pieces worth sending, without ever holding the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

CHUNK = 64 * 1024


def chunked(pieces: Iterable[bytes], size: int = CHUNK) -> Iterator[bytes]:
    """The same bytes in pieces of about `size`; the first one leaves early, so that the reader sees a start."""
    held: list[bytes] = []
    length, wanted = 0, size // 16
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= wanted:
            yield b"".join(held)
            held, length, wanted = [], 0, size
    if held:
        yield b"".join(held)


def joined(pieces: Iterable[bytes], separator: bytes = b",", batch: int = 16) -> Iterator[bytes]:
    """The pieces with a separator between them, many at a time."""
    waiting = iter(pieces)
    first = True
    while held := list(islice(waiting, batch)):
        text = separator.join(held)
        yield text if first else separator + text
        first = False
