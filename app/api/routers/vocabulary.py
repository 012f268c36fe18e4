"""Ontology, data sets, statistics and type-ahead."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.parameters import NoParameters, SuggestQuery
from app.api.render import dump
from app.api.schemas.vocabulary import DatasetList, OntologyDocument, StatsDocument, SuggestionList
from app.api.serving import JSON, address, desk, reply
from app.exporters.rdf import vocabulary as rdf
from app.graph import vocabulary
from app.graph.directory import suggest

router = APIRouter(prefix="/v1", tags=["vocabulary"])


@router.get("/ontology", response_model=OntologyDocument, summary="The ontology")
def ontology(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """Entity types and relation types: labels, logic, tone, ends, attributes, and mappings to other vocabularies."""
    seen = desk(request).seen(query)
    return reply(request, seen, {**vocabulary.ontology(seen.view), "snapshot": seen.view.snapshot_id})


@router.get("/ontology.ttl", response_class=Response, summary="The ontology as OWL and SKOS")
def ontology_turtle(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """The vocabulary of the RDF formats in Turtle, mapped to Wikidata properties."""
    seen = desk(request).seen(query)
    body = b"".join(rdf.write(seen.view, address(request)))
    return reply(request, seen, body, media_type="text/turtle")


@router.get("/datasets", response_model=DatasetList, summary="The data sets")
def datasets(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """Data sets with licence, attribution and coverage."""
    seen = desk(request).seen(query)
    return reply(request, seen, {"results": vocabulary.datasets(seen.view), "snapshot": seen.view.snapshot_id})


@router.get("/suggest", response_model=SuggestionList, summary="Type-ahead")
def suggestions(request: Request, query: Annotated[SuggestQuery, Query()]) -> Response:
    """Entities, relation types and sources for the beginning of a word, best first."""
    seen = desk(request).seen(query)
    found = suggest(seen.view, query.q, query.limit)
    return reply(request, seen, {"results": found, "snapshot": seen.view.snapshot_id})


@router.get("/stats", response_model=StatsDocument, summary="Statistics")
def stats(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """Counts, spans, the snapshot's id and when this process built it, which is why it has no validator."""
    seen = desk(request).seen(query)
    body = {
        **vocabulary.stats(seen.view),
        "snapshot": seen.view.snapshot_id,
        "build": {"at": seen.served.built_at.isoformat(timespec="seconds"), "seconds": round(seen.served.seconds, 3)},
    }
    return Response(dump(body), media_type=JSON, headers={"cache-control": "no-store"})
