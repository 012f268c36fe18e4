"""Questions about more than one relation: paths, patterns, explanations, inference, change and time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api.bodies import DerivedBody, MatchBody
from app.api.parameters import NoParameters, Parameters
from app.api.questions import DerivedQuery, DiffQuery, ExplainQuery, PathsQuery, TimelineQuery
from app.api.schemas.match import MatchAnswer
from app.api.schemas.questions import DerivedAnswer, DiffAnswer, Explanation, PathsAnswer, TimelineAnswer
from app.api.serving import desk, reply
from app.graph import questions
from app.graph.contract import GraphView

router = APIRouter(prefix="/v1", tags=["questions"])
Answer = Callable[[GraphView, Mapping[str, Any]], dict[str, Any]]


async def answered(request: Request, query: Parameters, answer: Answer, words: Mapping[str, Any]) -> Response:
    """The reply to a question, worked out beside the event loop."""
    seen = desk(request).seen(query)
    return reply(request, seen, await run_in_threadpool(answer, seen.view, words))


@router.get("/paths", response_model=PathsAnswer, summary="Paths between two entities")
async def paths(request: Request, query: Annotated[PathsQuery, Query()]) -> Response:
    """The k shortest simple paths under all filters and both clocks, each step with the relation that carries it.

    Order: length, then the weakest status and the least confidence on the way, then ids. A search that would look at
    more than its bound is refused with 422, which names the bound.
    """
    return await answered(request, query, questions.paths, query.words())


@router.post("/match", response_model=MatchAnswer, summary="A pattern with variables")
async def match(request: Request, query: Annotated[NoParameters, Query()], body: MatchBody) -> Response:
    """Clauses that share variables; each row names the relations that satisfy it, with voices and attributes.

    The most selective clause is tried first, whatever the order of the question. Where the bound on partial matches is
    reached the answer says so in `truncated_by`.
    """
    return await answered(request, query, questions.match, body.words())


@router.get("/explain", response_model=Explanation, summary="How two entities stand to each other")
async def explain(request: Request, query: Annotated[ExplainQuery, Query()]) -> Response:
    """Direct relations, what follows by rules, the best paths, contradictions and silences: a sentence for each."""
    return await answered(request, query, questions.explain, query.words())


@router.get("/derived", response_model=DerivedAnswer, summary="What follows by the rules of the data")
async def derived(request: Request, query: Annotated[DerivedQuery, Query()]) -> Response:
    """Derived relations with all their traces. A trace holds only if its premises do under the filters."""
    return await answered(request, query, questions.derived, query.words())


@router.post("/derived", response_model=DerivedAnswer, summary="What would follow by other rules")
async def derived_by(request: Request, query: Annotated[NoParameters, Query()], body: DerivedBody) -> Response:
    """Tries the rules of the request on the graph; nothing is kept."""
    return await answered(request, query, questions.derived_by, body.words())


@router.get("/diff", response_model=DiffAnswer, summary="What changed between two dates")
async def diff(request: Request, query: Annotated[DiffQuery, Query()]) -> Response:
    """Relations added, ended or changed, on the clock of the world or of the sources, with the claims responsible."""
    words = query.words()
    return await answered(request, query, questions.diff, {**words, "from": words.get("from_")})


@router.get("/timeline", response_model=TimelineAnswer, summary="Relations over time")
async def timeline(request: Request, query: Annotated[TimelineQuery, Query()]) -> Response:
    """Counts and signed scores per day, month or year. Vague dates are spread over the days that they may mean."""
    return await answered(request, query, questions.timeline, query.words())
