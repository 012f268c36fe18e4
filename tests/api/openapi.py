"""The app's own OpenAPI document, as the tests read it."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from app.api.app import create_app
from tests.api.clients import settings


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of an app with the default settings."""
    return create_app(settings()).openapi()


# The query parameters without which a read cannot be answered.
NEEDED: Final = frozenset(
    {("/v1/suggest", "q"), ("/v1/paths", "start"), ("/v1/paths", "end"), ("/v1/explain", "start")}
    | {("/v1/explain", "end"), ("/v1/diff", "from"), ("/v1/diff", "to")}
)
OPERATIONS: Final = tuple((method, path) for path, item in document()["paths"].items() for method in item)


def operation(method: str, path: str) -> dict[str, Any]:
    """One operation of the document, with `parameters` even where it has none."""
    found: dict[str, Any] = document()["paths"][path][method]
    return {"parameters": [], **found}
