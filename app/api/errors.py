"""Exceptions to HTTP answers: one table, one shape (RFC 9457 problem documents)."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from rapidfuzz import process
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.api.described import described
from app.api.serving import base
from app.errors import (
    BoundExceeded,
    InvalidDate,
    InvalidQuery,
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
_TITLES: Mapping[int, str] = MappingProxyType(
    {413: "Content Too Large", 414: "URI Too Long", 422: "Unprocessable Content"}
)
_SHOWN = 200  # characters of what was sent that a message repeats


class BodyTooLarge(HTTPException):
    """More body came than the limit allows."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"the body is larger than {limit} bytes")


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
        return problem(308, str(error), headers={"location": _location(request, error)})
    entry: dict[str, Any]
    status = next((code for kind, code in STATUS if isinstance(error, kind)), 500)
    if isinstance(error, InvalidQuery):
        entry = {
            "loc": ["body", *error.loc],
            "msg": str(error),
            **({"valid": list(error.valid)} if error.valid else {}),
        }
        return problem(status, str(error), errors=[entry])
    if isinstance(error, InvalidValue):
        entry = {"loc": [_place(request, error.name), error.name], "msg": str(error)}
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


def _location(request: Request, moved: Moved) -> str:
    """This request's address with the merged id replaced by the id that it went into."""
    ends = {k: moved.target if v == moved.key else v for k, v in request.path_params.items()}
    path = request.scope["route"].path.format(**{k: quote(str(v), safe="") for k, v in ends.items()})
    query = request.scope["query_string"].decode("latin-1")
    return f"{base(request)}{path}{'?' if query else ''}{query}"


def _place(request: Request, name: str) -> str:
    return "path" if name in request.path_params else "query"


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this kind
    entries = [_entry(request, e) for e in error.errors()]
    return problem(400, "; ".join(e["msg"] for e in entries[:3]), errors=entries)


def _entry(request: Request, error: dict[str, Any]) -> dict[str, Any]:
    loc = list(error["loc"])
    if error["type"] == "extra_forbidden" and loc[:1] == ["query"]:
        names = sorted(described(request))
        close = [name for name, score, _ in process.extract(str(loc[-1]), names, limit=3) if score > 60]
        hint = f"did you mean {', '.join(close)}?" if close else f"use {', '.join(names)}"
        return {"loc": loc, "msg": f"unknown parameter {str(loc[-1])[:80]!r}: {hint}", "valid": names}
    name = ".".join(str(part) for part in loc[1:])
    entry = {"loc": loc, "msg": f"{name}: {error['msg']}"}
    expected = error.get("ctx", {}).get("expected")
    if error["type"] == "bool_parsing":
        entry = {"loc": loc, "msg": f"{name}: use true or false", "valid": ["true", "false"]}
    elif error["type"] == "string_pattern_mismatch":
        field = described(request).get(str(loc[1]))
        words = field.description if field is not None else error["msg"]
        entry["msg"] = f"{name}: {str(error['input'])[:_SHOWN]!r} does not fit: {words}"
    elif expected:
        entry["valid"] = [word.strip(" '") for word in str(expected).replace(" or ", ", ").split(",")]
    return entry


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this kind
    detail, headers = str(error.detail), dict(error.headers or {})
    if error.status_code == 404:
        detail = f"nothing is at {request.url.path[:_SHOWN]!r}: see /openapi.json for what there is"
    elif error.status_code == 405:
        allowed = {m.strip() for m in headers.pop("allow", headers.pop("Allow", "GET")).split(",")}
        headers["allow"] = ", ".join(sorted(allowed | {"HEAD"} if "GET" in allowed else allowed))
        detail = f"{request.method} is not answered here: use {headers['allow']}"
    extra: dict[str, Any] = {"bound": "body"} if isinstance(error, BodyTooLarge) else {}
    return problem(error.status_code, detail, headers=headers, **extra)


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected error", exc_info=error, extra={"path": request.url.path})
    return problem(500, "internal error; the log has the details under this request's id")
