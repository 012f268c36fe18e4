"""The app's own OpenAPI document, as the tests read it, and requests made from it."""

from __future__ import annotations

from functools import cache
from typing import Any, Final
from urllib.parse import quote

from app.api.app import create_app
from app.runtime import open_view
from tests.api.clients import ROOT, SOURCE, settings

# What stands for the parts of paths, and for the parameters without which there is no question, on the curated graph.
IDS: Final = {
    "/v1/analytics/{metric}": "degree",
    "/v1/claims/{id}": "{claim}",
    "/v1/entities/{id}": "iran",
    "/v1/relations/{id}": "iran.tense_relations_with.pakistan",
    "/v1/sources/{id}": SOURCE,
}
NEEDED: Final = {"start": "iran", "end": "pakistan", "from": "2018", "to": "2019-06", "q": "pakistan"}


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of an app with the default settings."""
    return create_app(settings()).openapi()


OPERATIONS: Final = tuple((method, path) for path, item in document()["paths"].items() for method in item)
GETS: Final = tuple(path for method, path in OPERATIONS if method == "get")
READS: Final = tuple(path for path in GETS if path.startswith("/v1"))


def operation(method: str, path: str) -> dict[str, Any]:
    """One operation of the document, with `parameters` even where it has none."""
    found: dict[str, Any] = document()["paths"][path][method]
    return {"parameters": [], **found}


def parameters(path: str) -> list[dict[str, Any]]:
    """The query parameters of a read."""
    return [p for p in operation("get", path)["parameters"] if p["in"] == "query"]


def filled(path: str) -> str:
    """A documented path with something of the curated graph in the place of its ids."""
    known = next((value for prefix, value in IDS.items() if path.startswith(prefix)), "")
    return path.replace("{id}", known).replace("{metric}", known).replace("{n}", "6").replace("{claim}", claim())


def asked(path: str, query: str = "") -> str:
    """An address for a read: its path filled, the parameters that it needs unless `query` has them, and the query."""
    given = {part.partition("=")[0] for part in query.split("&")}
    needed = [f"{p['name']}={quote(NEEDED[p['name']])}" for p in parameters(path) if p["required"]]
    joined = "&".join([n for n in needed if n.partition("=")[0] not in given] + [query] * bool(query))
    return f"{filled(path)}{'?' if joined else ''}{joined}"


@cache
def claim() -> str:
    """The id of a claim of the curated graph."""
    return open_view(ROOT).claim(0).id
