"""Signed structure and metrics."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.analytics import answers
from app.api.parameters import NoParameters, RelationFilters
from app.api.questions import BalanceQuery, MetricQuery
from app.api.routers.questions import answered
from app.api.schemas.measures import BalanceAnswer, Measurement, MetricList
from app.api.serving import desk, reply

router = APIRouter(prefix="/v1", tags=["measures"])
MetricName = Annotated[str, Path(max_length=60, description="Name of a metric.", examples=["betweenness"])]
_SHARED = frozenset((*RelationFilters.model_fields, "limit", "offset")) - {"weigh_all"}


@router.get("/balance", response_model=BalanceAnswer, summary="Signed structure")
async def balance(request: Request, query: Annotated[BalanceQuery, Query()]) -> Response:
    """Balanced and unbalanced triads, the camps that minimise frustration, and the ties that carry it."""
    return await answered(request, query, answers.balance, query.words())


@router.get("/analytics", response_model=MetricList, summary="The metrics")
async def metrics(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """Each metric with what it tells, its parameters with defaults and bounds, its cost and its source."""
    seen = desk(request).seen(query)
    return reply(request, seen, answers.catalogue(seen.view))


@router.get("/analytics/{metric}", response_model=Measurement, summary="One metric")
async def measured(request: Request, metric: MetricName, query: Annotated[MetricQuery, Query()]) -> Response:
    """Ranked results of a metric over what the filters leave; computed once per snapshot, filters and parameters."""
    seen = desk(request).seen(query)
    words = query.words()
    shared = {name: value for name, value in words.items() if name in _SHARED}
    own = {name: value for name, value in words.items() if name not in _SHARED}
    return reply(request, seen, await run_in_threadpool(answers.measured, seen.view, metric, shared, own))
