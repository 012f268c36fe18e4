"""What routes share: the snapshot that a request sees, its renderer, links to other pages, and the reply's headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import Request
from starlette.responses import Response

from app import __version__
from app.api.parameters import MAX_OFFSET, Parameters
from app.api.render import Renderer, dump
from app.exporters.rows import Rows
from app.graph.absence import Absence
from app.graph.contract import GraphView
from app.graph.envelope import notes, page
from app.graph.filters import Filters, Scope
from app.runtime import Runtime, Served

JSON = "application/json"


# Relations that a question may look at to be answered at once, beside all others: about a millisecond either way.
MOST_LIGHT = 2_000
MOST_LISTED = 10_000  # where a page of them is all that is made of them


class NotLight(Exception):
    """A question that would keep others waiting: who answers at once leaves it to a thread."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One snapshot as one request sees it."""

    served: Served
    view: GraphView
    render: Renderer
    rows: Rows


class Desk:
    """Hands each request the served snapshot with its renderer."""

    def __init__(self, runtime: Runtime, public_url: str) -> None:
        self.runtime = runtime
        self.public_url = public_url.rstrip("/")
        self._current: Seen | None = None

    def seen(self, parameters: Parameters) -> Seen:
        """The served snapshot. Raises SnapshotGone where another one is pinned."""
        served = self.runtime.view(parameters.pinned)
        current = self._current
        if current is None or current.served is not served:
            current = Seen(served, served.view, Renderer(served.view), Rows(served.view))
            self._current = current
        return current


def only_light(view: GraphView, scope: Scope, filters: Filters, most: int = MOST_LIGHT) -> None:
    """Raise NotLight where a question may look at much."""
    if view.size_hint(scope, filters.type) > most:
        raise NotLight


def desk(request: Request) -> Desk:
    """The app's desk."""
    found: Desk = request.app.state.desk
    return found


def etag(snapshot: str, variant: str = "") -> str:
    """The validator of an answer: it changes with the data, with the code that renders it, and with the format."""
    return f'W/"{snapshot}.{__version__}{"." if variant else ""}{variant}"'


def base(request: Request) -> str:
    """What stands before the path in links: the public address, or else the prefix that a proxy strips."""
    root: str = request.scope.get("root_path", "")
    return desk(request).public_url or root


def address(request: Request) -> str:
    """The absolute address of this service, for what is read elsewhere: public_url, or else as the request has it."""
    return desk(request).public_url or str(request.base_url).rstrip("/")


def reply(
    request: Request,
    seen: Seen,
    body: Any,
    *,
    media_type: str = JSON,
    headers: Mapping[str, str] | None = None,
    variant: str = "",
) -> Response:
    """The answer with its validators; 304 where the client has it already."""
    validators = caching(request, seen, variant)
    if has_already(request, validators["etag"]):
        return Response(status_code=304, headers=validators)
    content = body if isinstance(body, bytes) else dump(body)
    return Response(content, headers={**validators, **(headers or {})}, media_type=media_type)


def caching(request: Request, seen: Seen, variant: str = "") -> dict[str, str]:
    """The headers that say how long an answer may be kept and how it is recognised; `variant` is its format."""
    pinned = b"snapshot" in request.scope["query_string"] and "snapshot" in request.query_params  # parsed if need be
    lasting = "max-age=3600" if pinned else "no-cache"
    return {"etag": etag(seen.view.snapshot_id, variant), "cache-control": f"public, {lasting}"}


def has_already(request: Request, tag: str) -> bool:
    """Whether If-None-Match of a read names the tag, by the weak comparison of RFC 9110."""
    if request.method != "GET":
        return False
    known = [t.strip() for field in request.headers.getlist("if-none-match") for t in field.split(",")]
    return "*" in known or tag.removeprefix("W/") in [t.removeprefix("W/") for t in known]


def link(request: Request, changes: Mapping[str, str], without: Sequence[str] = ()) -> str:
    """This request's path and query with some parameters replaced or left out, under the public prefix."""
    gone = {*changes, *without}
    pairs = [(k, v) for k, v in parse_qsl(request.url.query, keep_blank_values=True) if k not in gone]
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    query = urlencode([*pairs, *changes.items()])
    return f"{base(request)}{quote(path)}{'?' if query else ''}{query}"


def page_links(request: Request, seen: Seen, total: int, limit: int, start: int) -> tuple[str | None, str | None]:
    """The links to the next and the previous page."""

    def at(position: int) -> str:
        given = {"limit": str(limit), "offset": str(position)}
        if position > MAX_OFFSET:
            given = {"limit": str(limit), "cursor": f"{_base36(position)}.{seen.view.snapshot_id}"}
        return link(request, given, without=("offset", "cursor"))

    return (
        at(start + limit) if start + limit < total else None,
        at(max(0, start - limit)) if start > 0 else None,
    )


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def listing(
    request: Request,
    seen: Seen,
    *,
    items: Sequence[Any],
    results: Sequence[Any],
    limit: int,
    offset: int,
    facets: Mapping[str, Any],
    absence: Absence | Mapping[str, Any] | None = None,
    filters: Filters | None = None,
) -> Response:
    """The reply for one page of a list; `items` is the whole list, `results` the page rendered."""
    why = seen.render.absence(absence) if isinstance(absence, Absence) else absence
    return reply(
        request,
        seen,
        page(
            results=results,
            total=len(items),
            limit=limit,
            offset=offset,
            links=page_links(request, seen, len(items), limit, offset),
            facets=facets,
            snapshot=seen.view.snapshot_id,
            absence=why,
            notes=notes(seen.view, filters) if filters else (),
        ),
    )
