"""Around every request, as plain ASGI: id, HEAD, security headers, access log, metrics; and, further in, the bounds."""

from __future__ import annotations

import asyncio
import logging
import re
import time
import uuid
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import BodyTooLarge, problem
from app.api.logs import request_id
from app.api.metrics import Metrics

access = logging.getLogger("realpolitik.access")
log = logging.getLogger("realpolitik.api")
_SAFE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}\Z")
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"))
_LOGGED = 2000  # bytes of path or query in the access log
API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
VARY = (b"vary", b"Accept, Accept-Encoding, Origin")  # said once here, whichever layers an answer went through
SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Envelope:
    """The outermost layer of the app: what every answer has, refusals included. `prefix` is what a proxy strips."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, prefix: str) -> None:
        self._app = app
        self._metrics = metrics
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        given = dict(scope["headers"]).get(b"x-request-id", b"")
        identifier = given.decode() if _SAFE_ID.match(given) else uuid.uuid4().hex
        token = request_id.set(identifier)
        method = scope["method"]
        answer = _Answer(send, identifier.encode(), head=method == "HEAD")
        inner = {**scope, "method": "GET" if method == "HEAD" else method}
        if self._prefix:
            path = scope["path"]
            stripped = not f"{path}/".startswith(f"{self._prefix}/")
            inner |= {"root_path": self._prefix, "path": self._prefix + path if stripped else path}
        try:
            await self._app(inner, receive, answer)
        finally:
            seconds = time.perf_counter() - started
            route = getattr(inner.get("route"), "path", "unmatched")
            self._metrics.observe(method if method in _METHODS else "other", route, answer.status, seconds)
            if access.isEnabledFor(logging.INFO):
                access.info(
                    "%s %s",
                    method,
                    scope["path"][:_LOGGED],
                    extra={
                        "status": answer.status,
                        "milliseconds": round(seconds * 1000, 2),
                        "route": route,
                        "query": scope["query_string"][:_LOGGED].decode("latin-1"),
                    },
                )
            request_id.reset(token)


class _Answer:
    """Adds the headers that every answer has, and leaves the body of HEAD away."""

    def __init__(self, send: Send, identifier: bytes, *, head: bool) -> None:
        self._send = send
        self._identifier = identifier
        self._head = head
        self.status = 500

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given = (pair for pair in message.get("headers", ()) if pair[0] != b"vary")
            headers = [*given, VARY, (b"x-request-id", self._identifier), *SECURITY_HEADERS]
            if not any(name == b"content-security-policy" for name, _ in headers):
                headers.append((b"content-security-policy", API_POLICY))
            message = {**message, "headers": headers}
        elif message["type"] == "http.response.body" and self._head:
            message = {**message, "body": b""}
        await self._send(message)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one request: bytes of body, and of path and query string; seconds."""

    body: int
    query: int
    seconds: float


class Bounds:
    """Refuses what is too large, gives up what takes too long, and answers where the app failed.

    It lies within CORS, so that browsers may read a refusal, too.
    """

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request within the bounds."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limits = self._limits
        if len(scope["query_string"]) > limits.query:
            refusal = problem(414, f"the query string is longer than {limits.query} bytes", bound="query string")
            await refusal(scope, receive, send)
            return
        if len(scope["path"]) > limits.query:
            await problem(414, f"the path is longer than {limits.query} bytes", bound="path")(scope, receive, send)
            return
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or len(length) > 18 or int(length) > limits.body:
            error = BodyTooLarge(limits.body)
            await problem(413, error.detail, bound="body")(scope, receive, send)
            return
        started = False
        loop = asyncio.get_running_loop()

        async def answer(message: Message) -> None:
            nonlocal started
            started = True
            clock.reschedule(loop.time() + limits.seconds)  # a long export may take long, its next piece may not
            await send(message)

        try:
            async with asyncio.timeout(limits.seconds) as clock:
                await self._app(scope, _Body(receive, limits.body), answer)
        except Exception as error:
            if started:
                raise
            if isinstance(error, TimeoutError) and clock.expired():
                refusal = problem(503, f"no answer within {limits.seconds:g} s: narrow the query", bound="time")
            else:
                log.error("unexpected error", exc_info=error, extra={"path": scope["path"][:_LOGGED]})
                refusal = problem(500, "internal error; the log has the details under this request's id")
            await refusal(scope, receive, send)


class _Body:
    """Counts what arrives, whatever Content-Length said."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._seen = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._seen += len(message.get("body", b""))
            if self._seen > self._limit:
                raise BodyTooLarge(self._limit)
        return message
