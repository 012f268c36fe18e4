"""Entities: search, one of them, its relations, its neighbours."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.parameters import AdjacentQuery, EntitiesQuery, EntityRelationsQuery, NoParameters
from app.api.routers.relations import relation_page
from app.api.schemas.entities import AdjacentPage, EntityDocument, EntityPage
from app.api.schemas.relations import RelationPage
from app.api.serving import desk, listing, only_light, reply
from app.graph import asking
from app.graph.absence import explain_absence
from app.graph.adjacency import neighbours
from app.graph.contract import EntityNeeds
from app.graph.directory import find_entities, hidden_entities
from app.graph.facets import ENTITY_FACETS, count_facets
from app.graph.lookup import entity_by_id

router = APIRouter(prefix="/v1/entities", tags=["entities"])
EntityId = Annotated[str, Path(max_length=200, description="Entity id, such as `iran`.", examples=["iran"])]


@router.get("", response_model=EntityPage, summary="Find entities")
def entities(request: Request, query: Annotated[EntitiesQuery, Query()]) -> Response:
    """Entities by name in any spelling or script, by type, country or existence."""
    seen = desk(request).seen(query)
    needs = EntityNeeds(
        ids=frozenset(asking.entity(seen.view, "id", key) for key in query.id) if query.id else None,
        type=asking.entity_types(seen.view, "type", query.type),
        generic=query.generic,
        existence=frozenset(query.existence) or None,
        country=frozenset(c.upper() for c in query.country) or None,
    )
    found = find_entities(seen.view, query.q, needs, query.sort)
    absence: dict[str, Any] | None = None
    if not found:
        hidden = hidden_entities(seen.view, query.q, needs)
        absence = {
            "status": "hidden_by_filters" if hidden else "unchecked",
            "silences": [],
            "sources_checked": sum(s.coverage == "complete" for s in seen.view.sources.values()),
            "hidden": hidden,
            "nearest": [],
        }
    return listing(
        request,
        seen,
        items=found,
        results=[seen.render.entity(e) for e in found[query.start : query.start + query.limit]],
        limit=query.limit,
        offset=query.start,
        facets=count_facets(seen.view, ENTITY_FACETS, query.facets, found),
        absence=absence,
    )


@router.get("/{id}", response_model=EntityDocument, summary="One entity")
def entity(request: Request, id: EntityId, query: Annotated[NoParameters, Query()]) -> Response:
    """Names, identifiers, place, and the counts of its relations by type and direction. 308 for a merged id."""
    return answer_one(request, id, query)


def answer_one(request: Request, id: str, query: NoParameters) -> Response:
    """The answer of `GET /v1/entities/{id}`."""
    seen = desk(request).seen(query)
    body = seen.render.entity(entity_by_id(seen.view, id))
    return reply(request, seen, {"entity": body, "snapshot": seen.view.snapshot_id})


@router.get("/{id}/relations", response_model=RelationPage, summary="The relations of an entity")
def relations(request: Request, id: EntityId, query: Annotated[EntityRelationsQuery, Query()]) -> Response:
    """All relations that have the entity at an end. The path means this very entity, without its organs."""
    return answer_relations(request, id, query)


def answer_relations(request: Request, id: str, query: EntityRelationsQuery, *, light: bool = False) -> Response:
    """The answer of `GET /v1/entities/{id}/relations`; if `light`, raises NotLight where it takes long."""
    seen = desk(request).seen(query)
    words = query.words()
    scope = asking.around(seen.view, entity_by_id(seen.view, id), words)
    return relation_page(request, seen, query, scope, words, light=light)


@router.get("/{id}/adjacent", response_model=AdjacentPage, summary="The neighbours of an entity")
def adjacent(request: Request, id: EntityId, query: Annotated[AdjacentQuery, Query()]) -> Response:
    """Each neighbour with the relations that tie it to the entity, the most tied first."""
    return answer_adjacent(request, id, query)


def answer_adjacent(request: Request, id: str, query: AdjacentQuery, *, light: bool = False) -> Response:
    """The answer of `GET /v1/entities/{id}/adjacent`; if `light`, raises NotLight where it takes long."""
    seen = desk(request).seen(query)
    words = query.words()
    handle = entity_by_id(seen.view, id)
    scope, filters = asking.around(seen.view, handle, words), asking.filters(seen.view, words)
    if light:
        only_light(seen.view, scope, filters)
    found = neighbours(seen.view, handle, scope, filters)
    with_claims = bool(query.include)
    return listing(
        request,
        seen,
        items=found,
        results=[
            {
                "entity": seen.render.reference(n.entity),
                "relations": [seen.render.relation(m, with_claims=with_claims) for m in n.matches],
                "relations_total": n.total,
            }
            for n in found[query.start : query.start + query.limit]
        ],
        limit=query.limit,
        offset=query.start,
        facets={},
        absence=None if found else explain_absence(seen.view, scope, filters),
        filters=filters,
    )
