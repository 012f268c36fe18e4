"""Around every request, as plain ASGI: id, limits, time limit, HEAD, security headers, access log, metrics."""

from __future__ import annotations

import asyncio
import logging
import re
import time
import uuid
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import problem
from app.api.logs import request_id
from app.api.metrics import Metrics

log = logging.getLogger("realpolitik.access")
_SAFE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}\Z")
API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one request: bytes of body and query string, seconds."""

    body: int
    query: int
    seconds: float


class Envelope:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, *, limits: Limits, metrics: Metrics) -> None:
        self._app = app
        self._limits = limits
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        identifier = given.decode() if _SAFE_ID.match(given) else uuid.uuid4().hex
        token = request_id.set(identifier)
        method = scope["method"]
        answer = _Answer(send, identifier.encode(), head=method == "HEAD")
        inner = {**scope, "method": "GET"} if method == "HEAD" else scope
        try:
            await self._bounded(inner, receive, answer, headers)
        finally:
            seconds = time.perf_counter() - started
            route = getattr(inner.get("route"), "path", "unmatched")
            self._metrics.observe(method, route, answer.status, seconds)
            if log.isEnabledFor(logging.INFO):
                log.info(
                    "%s %s",
                    method,
                    scope["path"],
                    extra={
                        "status": answer.status,
                        "milliseconds": round(seconds * 1000, 2),
                        "route": route,
                        "query": scope["query_string"].decode("latin-1"),
                    },
                )
            request_id.reset(token)

    async def _bounded(self, scope: Scope, receive: Receive, answer: _Answer, headers: dict[bytes, bytes]) -> None:
        limits = self._limits
        if len(scope["query_string"]) > limits.query:
            refusal = problem(414, f"the query string is longer than {limits.query} bytes", bound="query string")
            await refusal(scope, receive, answer)
            return
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > limits.body:
            await self._too_large(scope, receive, answer)
            return
        body = _Body(receive, limits.body)
        try:
            async with asyncio.timeout(limits.seconds):
                await self._app(scope, body, answer)
        except TimeoutError:
            if answer.started:
                raise
            detail = f"the answer took longer than {limits.seconds:g} s: narrow the query"
            await problem(503, detail, bound="time")(scope, receive, answer)
        except BodyTooLarge:
            if answer.started:
                raise
            await self._too_large(scope, receive, answer)

    async def _too_large(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        refusal = problem(413, f"the body is larger than {self._limits.body} bytes", bound="body")
        await refusal(scope, receive, answer)


class BodyTooLarge(Exception):
    """More body came than the limit allows."""


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
                raise BodyTooLarge
        return message


class _Answer:
    """Adds the headers that every answer has, and leaves the body of HEAD away."""

    def __init__(self, send: Send, identifier: bytes, *, head: bool) -> None:
        self._send = send
        self._identifier = identifier
        self._head = head
        self.status = 500
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            headers = [*message.get("headers", ()), (b"x-request-id", self._identifier), *SECURITY_HEADERS]
            if not any(name == b"content-security-policy" for name, _ in headers):
                headers.append((b"content-security-policy", API_POLICY))
            message = {**message, "headers": headers}
        elif message["type"] == "http.response.body" and self._head:
            message = {**message, "body": b""}
        await self._send(message)
