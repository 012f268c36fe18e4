"""Assembles the HTTP application from settings: routers, errors, limits, documentation, reloading."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import AsyncIterator
from typing import Any

import anyio
import anyio.to_thread
from fastapi import Depends, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.api import errors, explorer, openapi
from app.api.described import refuse_repeats
from app.api.hot import HotReads
from app.api.metrics import Metrics
from app.api.middleware import Bounds, Envelope, Limits
from app.api.reloading import reloading
from app.api.routers import (
    claims,
    entities,
    graph,
    measures,
    questions,
    reconcile,
    relations,
    service,
    sources,
    vocabulary,
)
from app.api.serving import Desk
from app.runtime import Runtime
from app.settings import Settings

EXPOSED_HEADERS = ("etag", "link", "content-disposition", "x-request-id")


def prefix(text: str) -> str:
    """A path prefix as links need it: with a slash before it and none behind it, or empty."""
    bare = text.strip("/")
    return f"/{bare}" if bare else ""


def create_app(settings: Settings, runtime: Runtime | None = None) -> FastAPI:
    """The application. Without a runtime it makes its own; the data is loaded when it starts."""
    held = runtime or Runtime(settings.root, settings.snapshot, kernels=settings.kernels)
    metrics = Metrics()

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if held.report is None:
            held.reload()
        metrics.loaded(held)
        anyio.to_thread.current_default_thread_limiter().total_tokens = settings.threads
        async with reloading(held, watch=settings.watch, then=lambda: metrics.loaded(held)):
            yield

    app = FastAPI(
        title="Realpolitik",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.desk = Desk(held, settings.public_url)
    app.state.metrics = metrics
    app.state.streams = anyio.CapacityLimiter(settings.threads)
    for family in (entities, relations, claims, sources, vocabulary, graph, questions, measures, reconcile, service):
        app.include_router(family.router, dependencies=[Depends(refuse_repeats)])
    service.install_docs(app)
    explorer.install(app)
    errors.install(app)
    compressed = functools.partial(GZipMiddleware, minimum_size=1024, compresslevel=5)
    shared = functools.partial(
        CORSMiddleware,
        allow_origins=list(settings.cors_origins),
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=list(EXPOSED_HEADERS),
        max_age=86_400,
    )
    limits = Limits(settings.max_body_bytes, settings.max_query_bytes, settings.request_timeout)
    app.add_middleware(compressed)
    app.add_middleware(Bounds, limits=limits)
    app.add_middleware(shared)
    app.add_middleware(HotReads, runtime=held, limits=limits, compressed=compressed, shared=shared)
    app.add_middleware(Envelope, metrics=metrics, prefix=prefix(settings.root_path))

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, description=openapi.DESCRIPTION, routes=app.routes)
            app.openapi_schema = openapi.complete(made)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
    return app
