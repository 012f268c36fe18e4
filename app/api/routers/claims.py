"""Claims: the atoms, each with its voice and paragraph."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.parameters import ClaimsQuery, NoParameters
from app.api.schemas.claims import ClaimDocument, ClaimPage
from app.api.serving import desk, listing, reply
from app.errors import InvalidValue, NotFound
from app.graph import asking
from app.graph.absence import explain_absence
from app.graph.claims import find_claims
from app.graph.contract import GraphView
from app.graph.facets import RELATION_FACETS, count_facets

router = APIRouter(prefix="/v1/claims", tags=["claims"])


@router.get("", response_model=ClaimPage, summary="Find claims")
def claims(request: Request, query: Annotated[ClaimsQuery, Query()]) -> Response:
    """Claims that pass every filter themselves; `status` and `polarity` look at the claim standing alone."""
    seen = desk(request).seen(query)
    words = query.words()
    wanted = _handles(seen.view, words.pop("id", ()))
    scope, filters = asking.scope(seen.view, words), asking.filters(seen.view, words)
    if wanted is not None:
        scope = dataclasses.replace(scope, relations=frozenset(seen.view.claim_relation(c) for c in wanted))
    found = find_claims(seen.view, scope, filters)
    if wanted is not None:
        found = [c for c in found if c in wanted]
    return listing(
        request,
        seen,
        items=found,
        results=[seen.render.claim(c) for c in found[query.start : query.start + query.limit]],
        limit=query.limit,
        offset=query.start,
        facets=count_facets(seen.view, RELATION_FACETS, query.facets, seen.view.alone(found)),
        absence=None if found else explain_absence(seen.view, scope, filters),
        filters=filters,
    )


@router.get("/{id}", response_model=ClaimDocument, summary="One claim")
def claim(
    request: Request,
    id: Annotated[str, Path(max_length=80, description="The claim's content hash.")],
    query: Annotated[NoParameters, Query()],
) -> Response:
    """The claim with its evidence and, where it is about another claim, that one's id."""
    seen = desk(request).seen(query)
    handle = seen.view.find_claim(id)
    if handle is None:
        raise NotFound("claim", id)
    return reply(request, seen, {"claim": seen.render.claim(handle), "snapshot": seen.view.snapshot_id})


def _handles(view: GraphView, keys: Iterable[str]) -> frozenset[int] | None:
    handles = set()
    for key in keys:
        handle = view.find_claim(key)
        if handle is None:
            raise InvalidValue("id", f"no claim has the id {key!r}")
        handles.add(handle)
    return frozenset(handles) or None
