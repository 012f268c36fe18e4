"""Relations: the edges that people see, each a view of its claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.parameters import EntityRelationsQuery, NoParameters, RelationsQuery
from app.api.schemas.relations import RelationDocument, RelationPage
from app.api.serving import MOST_LIGHT, MOST_LISTED, Seen, desk, listing, only_light, reply
from app.errors import NotFound
from app.graph import asking
from app.graph.absence import explain_absence
from app.graph.contract import Match
from app.graph.derive.engine import Derived, derived_by_data
from app.graph.derive.selection import asked_types, chosen
from app.graph.derive.shapes import DerivedShapes
from app.graph.facets import RELATION_FACETS, count_facets
from app.graph.filters import Scope

router = APIRouter(prefix="/v1/relations", tags=["relations"])
RelationId = Annotated[
    str,
    Path(max_length=400, description="`subject.type.object`.", examples=["iran.tense_relations_with.pakistan"]),
]


@router.get("", response_model=RelationPage, summary="Find relations")
def relations(request: Request, query: Annotated[RelationsQuery, Query()]) -> Response:
    """Relations under all filters and both clocks; an empty answer says why it is empty."""
    return answer(request, query)


def answer(request: Request, query: RelationsQuery, *, light: bool = False) -> Response:
    """The answer of `GET /v1/relations`; if `light`, raises NotLight for a question that takes long."""
    seen = desk(request).seen(query)
    words = query.words()
    return relation_page(request, seen, query, asking.scope(seen.view, words), words, light=light)


@router.get("/{id}", response_model=RelationDocument, summary="One relation with all its claims")
def relation(request: Request, id: RelationId, query: Annotated[NoParameters, Query()]) -> Response:
    """The relation with every claim: who says it, how, since when, in which paragraph."""
    seen = desk(request).seen(query)
    handle = seen.view.find_relation(asking.canonical_relation_id(seen.view, id))
    if handle is None:
        raise NotFound("relation", id)
    match = Match(handle, tuple(seen.view.relation_claims(handle)))
    body = {"relation": seen.render.relation(match, with_claims=True), "snapshot": seen.view.snapshot_id}
    return reply(request, seen, body)


def relation_page(
    request: Request,
    seen: Seen,
    query: RelationsQuery | EntityRelationsQuery,
    scope: Scope,
    words: Mapping[str, Any],
    *,
    light: bool = False,
) -> Response:
    """One page of the relations in scope; what is derived, where asked for, comes after what is stated."""
    if query.include_derived:
        if light:
            only_light(seen.view, scope, asking.filters(seen.view, words))
        return _with_derived(request, seen, query, scope, words)
    filters = asking.filters(seen.view, words)
    if light:
        only_light(seen.view, scope, filters, MOST_LIGHT if query.facets else MOST_LISTED)
    found = seen.view.select(scope, filters)
    with_claims = bool(query.include)
    return listing(
        request,
        seen,
        items=found,
        results=[
            seen.render.relation(m, with_claims=with_claims) for m in found[query.start : query.start + query.limit]
        ],
        limit=query.limit,
        offset=query.start,
        facets=count_facets(seen.view, RELATION_FACETS, query.facets, found),
        absence=None if found else explain_absence(seen.view, scope, filters),
        filters=filters,
    )


def _with_derived(
    request: Request,
    seen: Seen,
    query: RelationsQuery | EntityRelationsQuery,
    scope: Scope,
    words: Mapping[str, Any],
) -> Response:
    asked = asked_types(seen.view, words)
    filters = asking.filters(seen.view, asked.words)
    stated = () if asked.only else seen.view.select(scope, filters)
    derivation = derived_by_data(seen.view, filters.without("type", "category", "polarity", "status"))
    derived = chosen(derivation, scope, filters, asked.types)
    items: list[Match | Derived] = [*stated, *derived]
    page = items[query.start : query.start + query.limit]
    shown = [item for item in page if not isinstance(item, Match)]
    render = DerivedShapes(seen.view, derivation, shown, filters)
    with_claims = bool(query.include)
    return listing(
        request,
        seen,
        items=range(len(stated) + len(derived)),
        results=[
            seen.render.relation(i, with_claims=with_claims) if isinstance(i, Match) else render.relation(i)
            for i in page
        ],
        limit=query.limit,
        offset=query.start,
        facets=count_facets(seen.view, RELATION_FACETS, query.facets, stated),
        absence=None if page or stated or derived else explain_absence(seen.view, scope, filters),
        filters=filters,
    )
