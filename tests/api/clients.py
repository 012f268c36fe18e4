"""Clients for the app in this process: over the curated graph, over a world, over whatever runtime a test brings.

    with client(held(sheltering())) as http:
        http.get("/v1/relations", params={"status": "alleged"})

No variable of the environment reaches the app: settings are the defaults and what a test names.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx2 import Response

from app.api.app import create_app
from app.runtime import ReloadReport, Runtime, Served
from app.settings import Settings
from tests.worlds import World, view

ROOT: Final = Path(__file__).resolve().parents[2]
MOMENT: Final = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE: Final = "pakistan-iran-relations-under-imran-khan"


class Held(Runtime):
    """A runtime that serves one world and has nothing to load."""

    def __init__(self, world: World) -> None:
        super().__init__(Path("nowhere"))
        graph = view(world)
        self._served = Served(graph, MOMENT, 0.1)
        self._report = ReloadReport(True, MOMENT, graph.snapshot_id, "a world of the tests")


def settings(**given: Any) -> Settings:
    """The default settings with what a test gives, whatever the environment says."""
    defaults = {name: field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()}
    return Settings(**{**defaults, "root": ROOT, **given})


def client(runtime: Runtime | None = None, **given: Any) -> TestClient:
    """A client of a new app; to be entered, so that the app starts and stops. Redirects are not followed."""
    app = create_app(settings(**given), runtime)
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)


def ids(answer: Response) -> list[str]:
    """The ids of a list's results."""
    assert answer.status_code == 200, answer.text[:500]
    return [item["id"] for item in answer.json()["results"]]


def problem(answer: Response, status: int) -> dict[str, Any]:
    """The problem document of an answer that has this status."""
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["type"] == "about:blank"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body
