"""Answers that are sent piece by piece. Each piece is made in a thread, and not behind answers that have yet to begin:
what has been begun comes to its end, however many others wait.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import Request
from starlette.responses import StreamingResponse


def streamed(
    request: Request, pieces: Iterator[bytes], media_type: str, headers: Mapping[str, str]
) -> StreamingResponse:
    """The pieces as an answer. As many answers are made at once as `app.state.streams` has tokens."""
    made = _made(pieces, request.app.state.streams)
    return StreamingResponse(made, media_type=media_type, headers=dict(headers))


async def _made(pieces: Iterator[bytes], limiter: CapacityLimiter) -> AsyncIterator[bytes]:
    while True:
        piece = await anyio.to_thread.run_sync(next, pieces, None, limiter=limiter)
        if piece is None:
            return
        yield piece
