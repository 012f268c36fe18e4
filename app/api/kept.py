"""Answers kept as they were sent, while the snapshot lasts: what is asked again is neither parsed nor looked up again.

An answer depends on the snapshot and on what stands in its key, on nothing else. At most `ROOM` bytes are held, those
that were used last.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, NamedTuple

from starlette.types import Message, Scope, Send

from app.runtime import Runtime, Served

ROOM: Final = 32 * 1024 * 1024
_LARGEST: Final = ROOM // 64
_OF_ITS_OWN: Final = 500  # bytes that an answer takes beside its body

_DECIDING: Final = (b"origin", b"accept", b"host")  # headers of a request that its answer depends on

Key = tuple[bytes | str, ...]


class Kept(NamedTuple):
    """An answer that was given: headers and body."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    async def send(self, send: Send) -> None:
        """Send it again."""
        await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body})


class KeptAnswers:
    """Answers from what a runtime serves. Used from the event loop alone."""

    def __init__(self, runtime: Runtime, room: int = ROOM) -> None:
        self._runtime = runtime
        self._most = self._room = room
        self._served: Served | None = None
        self._kept: OrderedDict[Key, Kept] = OrderedDict()

    def get(self, key: Key) -> Kept | None:
        """The answer to what was asked before. Where another snapshot is served now, all is forgotten."""
        served = self._runtime.at_hand
        if served is not self._served:
            self._served, self._room = served, self._most
            self._kept.clear()
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def _put(self, key: Key, answer: Kept) -> None:
        if key in self._kept or _size(key, answer) > min(_LARGEST, self._most):
            return
        self._kept[key] = answer
        self._room -= _size(key, answer)
        while self._room < 0:
            self._room += _size(*self._kept.popitem(last=False))

    def recording(self, key: Key, send: Send) -> Send:
        """`send`, where an answer in one piece is kept when it has been sent, if still the same is served."""
        started: list[Message] = []
        served = self._served

        async def record(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.start":
                started.append({**message, "headers": tuple(message["headers"])})
                return
            whole = bool(started) and started[0]["status"] == 200 and not message.get("more_body")
            if whole and served is self._served is self._runtime.at_hand:
                self._put(key, Kept(started[0]["headers"], message.get("body", b"")))
            started.clear()

        return record


def key_of(scope: Scope) -> Key | None:
    """What an answer depends on beside the snapshot; None where it also depends on what the client has."""
    told, compressed = [], b""
    for name, value in scope["headers"]:
        if name == b"if-none-match":
            return None
        if name == b"accept-encoding" and b"gzip" in value:
            compressed = b"gzip"
        elif name in _DECIDING:
            told.append(name + b":" + value)  # each line by itself: of two, the first may count, or the last
    asked = scope.get("root_path", ""), scope["path"], scope["query_string"]
    return *asked, compressed, b"\n".join(told), scope.get("scheme", "")


def _size(key: Key, answer: Kept) -> int:
    return len(answer.body) + sum(map(len, key)) + _OF_ITS_OWN
