"""Exceptions to HTTP answers: one table, one shape (RFC 9457 problem documents)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from rapidfuzz import process
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.errors import (
    BoundExceeded,
    InvalidDate,
    InvalidValue,
    Moved,
    NotFound,
    NotReady,
    RealpolitikError,
    SnapshotGone,
)

log = logging.getLogger("realpolitik.api")
PROBLEM_TYPE = "application/problem+json"
STATUS: tuple[tuple[type[RealpolitikError], int], ...] = (
    (InvalidValue, 400),
    (InvalidDate, 400),
    (NotFound, 404),
    (SnapshotGone, 409),
    (BoundExceeded, 422),
    (NotReady, 503),
)
_TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}


def problem(
    status: int,
    detail: str,
    *,
    errors: Sequence[dict[str, Any]] = (),
    headers: dict[str, str] | None = None,
    **extra: object,
) -> Response:
    """A problem document with the request's own words on what is wrong and what would be right."""
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if errors:
        body["errors"] = list(errors)
    return Response(orjson.dumps(body | extra), status, headers=headers, media_type=PROBLEM_TYPE)


def install(app: FastAPI) -> None:
    """Let the app answer every exception with a problem document."""
    app.add_exception_handler(RealpolitikError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, Moved):
        prefix = request.scope.get("root_path", "")
        path = request.url.path.replace(f"/{error.key}", f"/{error.target}", 1)
        path = path if path.startswith(prefix) else prefix + path
        query = f"?{request.url.query}" if request.url.query else ""
        return problem(308, str(error), headers={"location": path + query})
    status = next((code for kind, code in STATUS if isinstance(error, kind)), 500)
    if isinstance(error, InvalidValue):
        entry: dict[str, Any] = {"loc": [_place(request, error.name), error.name], "msg": str(error)}
        if error.valid:
            entry["valid"] = list(error.valid)
        return problem(status, str(error), errors=[entry])
    if isinstance(error, NotFound):
        return problem(status, str(error), suggestions=list(error.suggestions))
    if isinstance(error, BoundExceeded):
        return problem(status, str(error), bound=error.bound)
    if isinstance(error, NotReady):
        return problem(status, str(error), headers={"retry-after": "5"})
    if status == 500:
        log.error("unmapped error", exc_info=error)
        return problem(500, "internal error; the log has the details under this request's id")
    return problem(status, str(error))


def _place(request: Request, name: str) -> str:
    return "path" if name in request.path_params else "query"


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this kind
    entries = [_entry(request, e) for e in error.errors()]
    return problem(400, "; ".join(e["msg"] for e in entries[:3]), errors=entries)


def _entry(request: Request, error: dict[str, Any]) -> dict[str, Any]:
    loc = [part for part in error["loc"] if part != "[key]"]
    if error["type"] == "extra_forbidden" and loc[:1] == ["query"]:
        names = known_parameters(request)
        close = [name for name, score, _ in process.extract(str(loc[-1]), names, limit=3) if score > 60]
        hint = f"did you mean {', '.join(close)}?" if close else f"use {', '.join(names)}"
        return {"loc": loc, "msg": f"unknown parameter {str(loc[-1])[:80]!r}: {hint}", "valid": names}
    name = ".".join(str(part) for part in loc[1:])
    entry = {"loc": loc, "msg": f"{name}: {error['msg']}"}
    expected = error.get("ctx", {}).get("expected")
    if expected:
        entry["valid"] = [word.strip(" '") for word in str(expected).replace(" or ", ", ").split(",")]
    return entry


def known_parameters(request: Request) -> list[str]:
    """The names of the query parameters that the matched route takes."""
    route = request.scope.get("route")
    path = request.app.openapi()["paths"].get(getattr(route, "path", ""), {})
    described = path.get(request.method.lower()) or path.get("get") or {}
    return sorted(p["name"] for p in described.get("parameters", []) if p["in"] == "query")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this kind
    detail = str(error.detail)
    if error.status_code == 404:
        detail = f"nothing is at {request.url.path!r}: see /openapi.json for what there is"
    return problem(error.status_code, detail, headers=dict(error.headers or {}))


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected error", exc_info=error, extra={"path": request.url.path})
    return problem(500, "internal error; the log has the details under this request's id")
