"""A zip file as a stream: each member is compressed while it is made, and nothing is held but what is not yet sent."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

# Before anything here was written: the same content gives the same bytes at any time.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class _Pipe(io.RawIOBase):
    """Takes what the zip file writes and gives it away; it cannot go back, and zipfile knows how to live with that."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, data: object) -> int:
        """Hold bytes until they are taken."""
        piece = bytes(data)  # type: ignore[call-overload]
        self._held.append(piece)
        return len(piece)

    def take(self) -> bytes:
        """All bytes since the last time."""
        piece = b"".join(self._held)
        self._held.clear()
        return piece


def zipped(members: Iterable[tuple[str, Iterable[bytes]]], *, compress: bool = True) -> Iterator[bytes]:
    """A zip of the named members, as it grows."""
    pipe = _Pipe()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(pipe, "w", method, compresslevel=4 if compress else None) as archive:
        for name, pieces in members:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = method
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)
                    if ready := pipe.take():
                        yield ready
    yield pipe.take()
