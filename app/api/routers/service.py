"""Liveness, readiness, metrics, and the interactive documentation, whose files are all served from here."""

from __future__ import annotations

import importlib.resources
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from app.api.render import dump
from app.api.schemas.service import Health, Readiness
from app.api.serving import JSON, desk
from app.errors import NotReady

router = APIRouter(tags=["service"])
PROBLEMS_SHOWN = 100
_DOCS = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Realpolitik API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{root}/docs/assets/swagger-ui.css">
<link rel="icon" href="{root}/docs/assets/favicon.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{root}/docs/assets/swagger-ui-bundle.js"></script>
<script src="{root}/docs/start.js"></script>
</body>
</html>
"""
_START = """SwaggerUIBundle({
  url: document.currentScript.src.replace("docs/start.js", "openapi.json"),
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIBundle.SwaggerUIStandalonePreset],
  layout: "BaseLayout",
});
"""
DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@router.get("/healthz", response_model=Health, summary="Liveness")
async def healthz() -> Response:
    """Whether the process answers at all."""
    return Response(dump({"status": "ok"}), media_type=JSON, headers={"cache-control": "no-store"})


@router.get("/readyz", response_model=Readiness, summary="Readiness", responses={503: {"model": Readiness}})
async def readyz(request: Request) -> Response:
    """Whether a snapshot is served, and how the last attempt to load went, with every problem's place."""
    runtime = desk(request).runtime
    body: dict[str, Any] = {"status": "ready", "snapshot": None, "built_at": None, "last_load": None}
    status = 200
    try:
        served = runtime.served
    except NotReady:
        body["status"], status = "not_ready", 503
    else:
        body["snapshot"] = served.view.snapshot_id
        body["built_at"] = served.built_at.isoformat(timespec="seconds")
    report = runtime.report
    if report is not None:
        body["last_load"] = {
            "ok": report.ok,
            "at": report.at.isoformat(timespec="seconds"),
            "message": report.message,
            "problems": [str(p) for p in report.problems[:PROBLEMS_SHOWN]],
        }
    return Response(dump(body), status, media_type=JSON, headers={"cache-control": "no-store"})


@router.get("/metrics", summary="Prometheus metrics", response_class=Response)
async def metrics(request: Request) -> Response:
    """Requests by route and status, their durations, the snapshot's size, in the Prometheus text format."""
    body, media_type = request.app.state.metrics.expose()
    return Response(body, media_type=media_type, headers={"cache-control": "no-store"})


def install_docs(app: FastAPI) -> None:
    """Serve /docs and its assets; nothing is fetched from another host."""
    assets = importlib.resources.files("fastapi_offline") / "static"
    app.mount("/docs/assets", StaticFiles(directory=str(assets)), name="docs-assets")

    @app.get("/docs", include_in_schema=False)
    async def docs(request: Request) -> HTMLResponse:
        root = request.scope.get("root_path", "")
        return HTMLResponse(_DOCS.format(root=root), headers={"content-security-policy": DOCS_POLICY})

    @app.get("/docs/start.js", include_in_schema=False)
    async def start() -> Response:
        return Response(_START, media_type="text/javascript")
