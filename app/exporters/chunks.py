"""Gathers small pieces of bytes into pieces worth sending, without ever holding the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

CHUNK = 64 * 1024


def chunked(pieces: Iterable[bytes], size: int = CHUNK) -> Iterator[bytes]:
    """The same bytes in pieces of about `size`; the first one leaves early, so that the reader sees a start."""
    held: list[bytes] = []
    length, wanted = 0, size // 16
    for piece in pieces:
        if len(piece) >= size // 4 and not held:
            yield piece  # large enough already: not copied
            continue
        held.append(piece)
        length += len(piece)
        if length >= wanted:
            yield b"".join(held)
            held, length, wanted = [], 0, size
    if held:
        yield b"".join(held)


def joined(pieces: Iterable[bytes], separator: bytes = b",", size: int = CHUNK // 2) -> Iterator[bytes]:
    """The pieces with a separator between them, so many at a time that they are worth sending."""
    held: list[bytes] = []
    length, before = 0, b""
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield before + separator.join(held)
            held, length, before = [], 0, separator
    if held:
        yield before + separator.join(held)
