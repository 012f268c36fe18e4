"""A subgraph to draw or to take away, in any format; and what each format keeps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api.errors import problem
from app.api.parameters import GraphQuery, NoParameters
from app.api.schemas.graph import FormatList, GraphDocument
from app.api.serving import MOST_LIGHT, NotLight, Seen, address, caching, desk, has_already, link, reply
from app.api.streaming import streamed
from app.errors import BoundExceeded, InvalidValue
from app.exporters import registry
from app.exporters.about import used_datasets
from app.exporters.context import ExportContext
from app.exporters.registry import Format
from app.graph import asking
from app.graph.absence import explain_absence
from app.graph.contract import GraphView
from app.graph.derive.drawing import asked_for
from app.graph.filters import EVERYTHING, Scope
from app.graph.lookup import resolve
from app.graph.subgraph import Subgraph, SubgraphRequest

router = APIRouter(prefix="/v1", tags=["graph"])
MOST_PIXELS = 4_000_000  # of a PNG, before it is drawn at double density: more would take seconds and gigabytes
# Bytes: a smaller answer is sent in one piece, with its length; of a larger one the head waits. What is bounded is
# wanted whole; of what is not, a beginning is wanted soon.
SENT_WHOLE, SENT_SOON = 1 << 24, 1 << 19


@router.get("/graph", response_model=GraphDocument, summary="A subgraph")
async def graph(request: Request, query: Annotated[GraphQuery, Query()]) -> Response:
    """Seeds and what lies around them, or the whole graph, filtered; drawable in one call, or in another format."""
    return await run_in_threadpool(answer, request, query)


@router.get("/formats", response_model=FormatList, summary="The formats")
async def formats(request: Request, query: Annotated[NoParameters, Query()]) -> Response:
    """What `format=` takes: media type, file suffix, what each format keeps and what it cannot carry."""
    seen = desk(request).seen(query)
    found = [
        {
            "name": f.name,
            "title": f.title,
            "media_type": f.media_type,
            "suffix": f.suffix,
            "keeps": list(f.keeps),
            "cannot": list(f.cannot),
            "streams": f.streams,
            "most_nodes": f.most_nodes,
            "most_edges": f.most_edges,
        }
        for f in registry.FORMATS
    ]
    return reply(request, seen, {"results": found, "snapshot": seen.view.snapshot_id})


def answer(request: Request, query: GraphQuery, *, light: bool = False) -> Response:
    """The answer of `GET /v1/graph`; if `light`, raises NotLight where it may take long."""
    seen = desk(request).seen(query)
    chosen = registry.get(query.format) if query.format else registry.by_media_type(request.headers.get("accept", ""))
    if light and not _is_light(seen.view, query, chosen):
        raise NotLight
    if chosen is None:
        media = ", ".join(dict.fromkeys(f.media_type for f in registry.FORMATS))
        return problem(406, f"no format of this media type: use {media}")
    variant = "" if chosen.name == "json" else chosen.name
    validators = caching(request, seen, variant)
    found, extra = _subgraph(seen, query, chosen)
    registry.check(chosen, found)
    if has_already(request, validators["etag"]):
        return Response(status_code=304, headers=validators)
    context = ExportContext(
        url=link(request, {}),
        json_url=link(request, {"format": "json"}),
        base_url=address(request),
        extra=extra,
        rows=seen.rows,
        width=query.width,
        height=query.height,
        theme=query.theme,
    )
    headers = {
        "content-disposition": f'{_disposition(chosen)}; filename="{registry.file_name(chosen, found)}"',
        "link": ", ".join(_links(found, context)),
    }
    try:
        first, rest = _head(registry.writer(chosen)(found, context), SENT_SOON if query.limit == "all" else SENT_WHOLE)
    except ModuleNotFoundError as missing:
        raise _not_installed(chosen, missing) from missing
    if rest is None:
        return Response(first, media_type=chosen.media_type, headers={**validators, **headers})
    return streamed(request, itertools.chain((first,), rest), chosen.media_type, {**validators, **headers})


def _is_light(view: GraphView, query: GraphQuery, chosen: Format | None) -> bool:
    """Whether it is the neighbourhood of one entity in a small graph, as JSON, with nothing beside."""
    bare = len(query.entity) == 1 and query.depth == 1 and not query.include and not query.include_derived
    return bare and chosen is not None and chosen.name == "json" and view.relation_count <= MOST_LIGHT


def _subgraph(seen: Seen, query: GraphQuery, chosen: Format) -> tuple[Subgraph, Mapping[str, Any]]:
    words = query.words()
    if query.limit == "all" and not chosen.streams:
        raise BoundExceeded(
            "limit", f"limit=all is for formats that stream; {chosen.name!r} does not: give a number of nodes"
        )
    if chosen.name == "png" and query.width * query.height > MOST_PIXELS:
        advice = "lower width or height, or use svg, which scales"
        raise BoundExceeded("pixels", f"a PNG has at most {MOST_PIXELS:,} pixels: {advice}")
    seeds = tuple(dict.fromkeys(resolve(seen.view, "entity", name) for name in query.entity))
    asked = SubgraphRequest(
        seeds=seeds,
        depth=query.depth,
        limit=None if query.limit == "all" else int(query.limit),
        entity_types=asking.entity_types(seen.view, "entity_type", query.entity_type),
        include=frozenset(query.include),
        query={name: value for name, value in words.items() if name != "snapshot"},
    )
    found, filters = asked_for(seen.view, asked, words, derived=query.include_derived)
    if found.edges or found.derived or chosen.name != "json":
        return found, {}
    scope = Scope(incident=frozenset(seeds)) if seeds else EVERYTHING
    return found, {"absence": seen.render.absence(explain_absence(seen.view, scope, filters))}


def _not_installed(chosen: Format, missing: ModuleNotFoundError) -> InvalidValue:
    """The refusal of a format whose optional package is not there; a module of our own that is missing is a failure."""
    package = (missing.name or "").partition(".")[0]
    if package == "app":
        raise missing
    others = tuple(name for name in registry.names() if name != chosen.name)
    words = f"this server lacks {package!r}, which {chosen.name!r} needs: install realpolitik[export], or use"
    return InvalidValue("format", f"{words} {', '.join(others)}", others)


def _disposition(chosen: Format) -> str:
    return "inline" if chosen.name in ("json", "svg", "png") else "attachment"


def _links(found: Subgraph, context: ExportContext) -> Iterator[str]:
    """The very query as JSON, and the licences of the data sets in the graph."""
    yield f'<{context.json_url}>; rel="alternate"; type="application/json"'
    view, keys = found.view, used_datasets(found)
    for url in sorted({view.datasets[k].licence_url or "" for k in keys} - {""}):
        yield f'<{url}>; rel="license"'


def _head(pieces: Iterator[bytes], most: int) -> tuple[bytes, Iterator[bytes] | None]:
    """The beginning of an answer, and its rest where it is too long to be sent whole."""
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        parts.append(piece)
        size += len(piece)
        if size > most:
            return b"".join(parts), pieces
    return b"".join(parts), None
