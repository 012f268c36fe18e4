"""Serves the built explorer at `/`: its files and nothing else, under a policy that lets no other host and no inline
script in. Where it was not built, `/` says so and points at the API.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).resolve().parent.parent / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_MISSING = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Realpolitik</title></head>
<body>
<h1>Realpolitik</h1>
<p>The explorer is not part of this installation. The API answers: see <a href="{root}/docs">its documentation</a>.</p>
</body>
</html>
"""


class _Assets(StaticFiles):
    """Files whose names hold a hash of their content, so that they may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def install(app: FastAPI, static: Path = STATIC) -> None:
    """Serve the explorer that was built into `static`."""
    if not (static / "index.html").is_file():

        @app.get("/", include_in_schema=False)
        async def missing(request: Request) -> HTMLResponse:
            return HTMLResponse(_MISSING.format(root=request.scope.get("root_path", "")))

        return

    if (static / "assets").is_dir():
        app.mount("/assets", _Assets(directory=static / "assets"), name="explorer-assets")

    @app.get("/", include_in_schema=False)
    async def index() -> FileResponse:
        return _file(static / "index.html")

    for path in sorted(p for p in static.iterdir() if p.is_file() and p.name != "index.html"):
        _serve(app, path)


def _serve(app: FastAPI, path: Path) -> None:
    @app.get(f"/{path.name}", include_in_schema=False)
    async def file() -> FileResponse:
        return _file(path)


def _file(path: Path) -> FileResponse:
    return FileResponse(path, headers={"content-security-policy": POLICY, "cache-control": "no-cache"})
