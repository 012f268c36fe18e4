"""The W3C Reconciliation API, so that OpenRefine and others match names to our entities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final
from urllib.parse import parse_qs

import orjson
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api.parameters import NoParameters
from app.api.questions import ProposeQuery, ReconcileQuery, SuggestedQuery
from app.api.schemas.reconcile import (
    Batch,
    Extension,
    Manifest,
    MatchedBatch,
    ProposedProperties,
    SuggestedEntities,
    SuggestedThings,
)
from app.api.serving import Seen, address, desk, reply
from app.errors import InvalidQuery
from app.graph.reconcile import service

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])
_FORM: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {"queries": {"type": "string"}, "extend": {"type": "string"}},
}
_BATCH: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["queries"],
    "properties": {"queries": {"type": "array", "items": {}}},
}


@router.get("", response_model=Manifest | Extension | Batch, summary="Service manifest, or a batch of queries")
async def manifest(request: Request, query: Annotated[ReconcileQuery, Query()]) -> Response:
    """Without parameters what the service offers; with `queries` or `extend` the answer to them."""
    seen = desk(request).seen(query)
    return await run_in_threadpool(_answer, request, seen, query.queries, query.extend)


@router.post(
    "",
    response_model=Manifest | Extension | Batch,
    summary="A batch of queries",
    openapi_extra={"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": _FORM}}}},
)
async def batch(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """`queries` (version 0.2) or `extend`, as fields of a form whose values are JSON."""
    seen = desk(request).seen(query)
    form = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    for name in form:
        if name not in ("queries", "extend"):
            raise InvalidQuery((name,), f"unknown field {name[:60]!r}: use queries or extend", ("queries", "extend"))
    return await run_in_threadpool(
        _answer, request, seen, form.get("queries", [None])[0], form.get("extend", [None])[0]
    )


@router.post(
    "/match",
    response_model=MatchedBatch,
    summary="A batch of queries (draft for version 1.0)",
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": _BATCH}}}},
)
async def match(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """Queries made of conditions on names and properties, answered in the same order."""
    seen = desk(request).seen(query)
    words = _json((await request.body()).decode("utf-8", "replace"), "body")
    return reply(request, seen, await run_in_threadpool(service.match_batch, seen.view, words))


@router.get("/suggest/entity", response_model=SuggestedEntities, summary="Type-ahead over entities")
async def suggest_entity(request: Request, query: Annotated[SuggestedQuery, Query()]) -> Response:
    """Entities whose names resemble the prefix."""
    return _suggest(request, query, "entity")


@router.get("/suggest/type", response_model=SuggestedThings, summary="Type-ahead over entity types")
async def suggest_type(request: Request, query: Annotated[SuggestedQuery, Query()]) -> Response:
    """Entity types with the prefix in their names."""
    return _suggest(request, query, "type")


@router.get("/suggest/property", response_model=SuggestedThings, summary="Type-ahead over properties")
async def suggest_property(request: Request, query: Annotated[SuggestedQuery, Query()]) -> Response:
    """Properties with the prefix in their names."""
    return _suggest(request, query, "property")


@router.get("/properties", response_model=ProposedProperties, summary="Properties to fetch")
async def properties(request: Request, query: Annotated[ProposeQuery, Query()]) -> Response:
    """The properties that make sense for a type."""
    seen = desk(request).seen(query)
    return reply(request, seen, service.propose(seen.view, query.type, query.limit))


def _suggest(request: Request, query: SuggestedQuery, kind: str) -> Response:
    seen = desk(request).seen(query)
    return reply(request, seen, service.suggest(seen.view, kind, query.prefix, query.cursor))


def _answer(request: Request, seen: Seen, queries: str | None, extend: str | None) -> Response:
    if queries is not None:
        return reply(request, seen, service.query_batch(seen.view, _json(queries, "queries")))
    if extend is not None:
        return reply(request, seen, service.extend(seen.view, _json(extend, "extend")))
    return reply(request, seen, service.manifest(seen.view, address(request)))


def _json(text: str, name: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise InvalidQuery((name,), f"{name} is not JSON: {error}") from None
