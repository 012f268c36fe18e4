"""Source documents and what was drawn from each paragraph. The text itself is never served."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.parameters import ListPaging, NoParameters
from app.api.schemas.sources import ParagraphDocument, SourceDocument, SourcePage
from app.api.serving import desk, listing, reply
from app.graph import shapes
from app.graph.provenance import claim_counts, claims_of_paragraph, paragraph_by_number, source_by_id

router = APIRouter(prefix="/v1/sources", tags=["sources"])
MOST_CLAIMS: Final = 1_000  # of one paragraph
SourceId = Annotated[str, Path(max_length=200, description="Source id.")]


@router.get("", response_model=SourcePage, summary="All sources")
def sources(request: Request, query: Annotated[ListPaging, Query()]) -> Response:
    """The documents that claims come from, with what is inferred marked so."""
    seen = desk(request).seen(query)
    found = list(seen.view.sources.values())
    claims = seen.view.census().claims_by_source
    results = [shapes.source(seen.view, s, claims.get(s.id, 0)) for s in found[query.start : query.start + query.limit]]
    return listing(request, seen, items=found, results=results, limit=query.limit, offset=query.start, facets={})


@router.get("/{id}", response_model=SourceDocument, summary="One source")
def source(request: Request, id: SourceId, query: Annotated[NoParameters, Query()]) -> Response:
    """The document's metadata, its paragraphs with our notes, and what it does not say."""
    seen = desk(request).seen(query)
    record = source_by_id(seen.view, id)
    counts = claim_counts(seen.view, id)
    body: dict[str, Any] = {
        "source": shapes.source(seen.view, record, seen.view.census().claims_by_source.get(id, 0)),
        "paragraphs": [{**shapes.paragraph(p), "claims": counts[p.number]} for p in record.paragraphs],
        "silences": [shapes.silence(seen.view, s) for s in seen.view.silences if s.source == id],
        "snapshot": seen.view.snapshot_id,
    }
    return reply(request, seen, body)


@router.get("/{id}/paragraphs/{n}", response_model=ParagraphDocument, summary="One paragraph")
def paragraph(
    request: Request,
    id: SourceId,
    n: Annotated[int, Path(ge=1, le=1_000_000, description="Paragraph number, from 1.")],
    query: Annotated[NoParameters, Query()],
) -> Response:
    """The paragraph's note in our own words, with every claim drawn from it; of very many, the first thousand."""
    seen = desk(request).seen(query)
    record = paragraph_by_number(source_by_id(seen.view, id), n)
    claims = claims_of_paragraph(seen.view, id, n)
    cut = f"the first {MOST_CLAIMS:,} of {len(claims):,} claims are shown: /v1/claims?source={quote(id)} lists all"
    body = {
        "source": id,
        "paragraph": shapes.paragraph(record),
        "claims": [seen.render.claim(c) for c in claims[:MOST_CLAIMS]],
        "total": len(claims),
        "truncated": cut if len(claims) > MOST_CLAIMS else None,
        "snapshot": seen.view.snapshot_id,
    }
    return reply(request, seen, body)
