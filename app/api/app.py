"""Assembles the HTTP application from settings: routers, errors, limits, documentation, reloading."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.api import errors, openapi
from app.api.metrics import Metrics
from app.api.middleware import Envelope, Limits
from app.api.reloading import reloading
from app.api.routers import claims, entities, relations, service, sources, vocabulary
from app.api.serving import Desk
from app.runtime import Runtime
from app.settings import Settings

EXPOSED_HEADERS = ["etag", "link", "content-disposition", "x-request-id"]


def create_app(settings: Settings, runtime: Runtime | None = None) -> FastAPI:
    """The application. Without a runtime it makes its own; the data is loaded when it starts."""
    held = runtime or Runtime(settings.root)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if held.report is None:
            held.reload()
        async with reloading(held, watch=settings.watch):
            yield

    app = FastAPI(
        title="Realpolitik",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        root_path=settings.root_path,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.desk = Desk(held, settings.public_url)
    app.state.metrics = Metrics()
    for family in (entities, relations, claims, sources, vocabulary, service):
        app.include_router(family.router)
    service.install_docs(app)
    errors.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(settings.cors_origins),
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=EXPOSED_HEADERS,
        max_age=86_400,
    )
    app.add_middleware(
        Envelope,
        limits=Limits(settings.max_body_bytes, settings.max_query_bytes, settings.request_timeout),
        metrics=app.state.metrics,
    )

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, description=openapi.DESCRIPTION, routes=app.routes)
            app.openapi_schema = openapi.complete(made)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
    return app
