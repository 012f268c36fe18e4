"""Real answers of the curated graph, one for each documented path, for the OpenAPI document.

`python -m app.api.examples` asks the app in this process and writes app/api/schemas/examples.json. Do so after a change
of the curated data or of an answer's shape; then `python -m app.api.openapi`. A new path needs a line in REQUESTS.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from starlette.types import ASGIApp, Message

from app.api.app import create_app
from app.api.openapi import EXAMPLES
from app.runtime import ReloadReport, Runtime, Served, open_view
from app.settings import Settings, default_root

FILE = Path(__file__).parent / "schemas" / EXAMPLES
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
SECONDS = 0.25
MOST = 2  # entries of a list that no parameter cuts

_SOURCE = "/v1/sources/pakistan-iran-relations-under-imran-khan"
REQUESTS: Mapping[str, str] = MappingProxyType(
    {
        "get /healthz": "/healthz",
        "get /readyz": "/readyz",
        "get /v1/analytics": "/v1/analytics",
        "get /v1/analytics/{metric}": "/v1/analytics/betweenness?limit=2",
        "get /v1/balance": "/v1/balance?limit=2",
        "get /v1/derived": "/v1/derived?type=endangers",
        "get /v1/diff": "/v1/diff?from=2018&to=2019-03&type=shelters",
        "get /v1/explain": "/v1/explain?start=iran&end=militants-involved-in-the-balochistan-attack&max_paths=1",
        "get /v1/paths": "/v1/paths?start=china&end=iran&max_paths=1&status=asserted",
        "get /v1/timeline": "/v1/timeline?entity=india&interval=year&during=2018/2019",
        "get /reconcile": "/reconcile",
        "get /reconcile/properties": "/reconcile/properties?type=State&limit=3",
        "get /reconcile/suggest/entity": "/reconcile/suggest/entity?prefix=balu",
        "get /reconcile/suggest/property": "/reconcile/suggest/property?prefix=coun",
        "get /reconcile/suggest/type": "/reconcile/suggest/type?prefix=arm",
        "get /v1/claims": "/v1/claims?asserted_by=pakistan&modality=alleged&limit=1",
        "get /v1/claims/{id}": "/v1/claims/{shelters}",
        "get /v1/datasets": "/v1/datasets",
        "get /v1/entities": "/v1/entities?q=pakistani%20taliban&limit=1",
        "get /v1/entities/{id}": "/v1/entities/cpec",
        "get /v1/entities/{id}/adjacent": "/v1/entities/cpec/adjacent?direction=out&limit=1",
        "get /v1/entities/{id}/relations": "/v1/entities/iran/relations?direction=out&facets=status&limit=1",
        "get /v1/formats": "/v1/formats",
        "get /v1/graph": "/v1/graph?entity=cpec&type=requires_stability_in&type=threatens&as_of=2019-06",
        "get /v1/ontology": "/v1/ontology",
        "get /v1/relations": "/v1/relations?type=carried_out&object=balochistan-attack",
        "get /v1/relations/{id}": "/v1/relations/iran.tense_relations_with.pakistan",
        "get /v1/sources": "/v1/sources?limit=1",
        "get /v1/sources/{id}": _SOURCE,
        "get /v1/sources/{id}/paragraphs/{n}": f"{_SOURCE}/paragraphs/6",
        "get /v1/stats": "/v1/stats",
        "get /v1/suggest": "/v1/suggest?q=balu&limit=2",
    }
)


# What is asked with a body: its media type and the body itself.
BODIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "post /v1/match": (
            "application/json",
            json.dumps(
                {
                    "where": [
                        {"subject": "?state", "type": "shelters", "object": "?group", "asserted_by": "?voice"},
                        {"subject": "?group", "type": "participates_in", "object": "?event"},
                    ],
                    "bind": {"?state": {"type": "State"}},
                    "limit": 1,
                }
            ),
        ),
        "post /v1/derived": (
            "application/json",
            json.dumps(
                {
                    "rules": [
                        {
                            "id": "danger-to-a-neighbour",
                            "when": [
                                {"subject": "?danger", "type": "threatens", "object": "?state"},
                                {"subject": "?state", "type": "borders", "object": "?neighbour"},
                            ],
                            "then": {"subject": "?danger", "object": "?neighbour", "type": "may_reach"},
                        }
                    ],
                    "limit": 1,
                }
            ),
        ),
        "post /reconcile": (
            "application/x-www-form-urlencoded",
            "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Tehreek%20e%20Taliban%22%2C%22limit%22%3A1%7D%7D",
        ),
        "post /reconcile/match": (
            "application/json",
            json.dumps(
                {"queries": [{"type": "State", "limit": 1, "conditions": [{"matchType": "name", "v": "Iran"}]}]}
            ),
        ),
    }
)


class Steady(Runtime):
    """The curated graph as if it had been loaded at a fixed moment, so that examples change only with the data."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        view = open_view(root)
        self._served = Served(view, MOMENT, SECONDS)
        self._report = ReloadReport(True, MOMENT, view.snapshot_id, f"loaded in {SECONDS:.2f} s")


class Answer(NamedTuple):
    """What the app answered."""

    status: int
    body: bytes


async def ask(app: ASGIApp, address: str, body: tuple[str, str] | None = None) -> Answer:
    """Ask the app for a path and query, without a server and without a client."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET" if body is None else "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [
            (b"host", b"localhost"),
            *([(b"content-type", body[0].encode()), (b"content-length", str(len(body[1])).encode())] if body else []),
        ],
        "server": ("localhost", 80),
        "client": ("localhost", 0),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body[1].encode() if body else b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return Answer(sent[0]["status"], b"".join(m.get("body", b"") for m in sent[1:]))


def short(body: dict[str, Any]) -> dict[str, Any]:
    """An answer with its lists cut to their first entries."""
    return {name: value[:MOST] if isinstance(value, list) else value for name, value in body.items()}


async def examples(root: Path) -> dict[str, dict[str, Any]]:
    """Each operation with a request and the answer to it."""
    app = create_app(Settings(root=root, root_path="", public_url=""), Steady(root))
    found = {}
    for operation, address in REQUESTS.items():
        if "{shelters}" in address:
            claims = json.loads((await ask(app, "/v1/claims?type=shelters&modality=alleged&limit=1")).body)
            address = address.format(shelters=claims["results"][0]["id"])
        answer = await ask(app, address)
        if answer.status != 200:
            raise RuntimeError(f"{address} gives {answer.status}: {answer.body.decode()}")
        found[operation] = {"request": address, "response": short(json.loads(answer.body))}
    for operation, body in BODIES.items():
        address = operation.partition(" ")[2]
        answer = await ask(app, address, body)
        if answer.status != 200:
            raise RuntimeError(f"{address} gives {answer.status}: {answer.body.decode()}")
        found[operation] = {"request": f"{address} {body[1]}", "response": short(json.loads(answer.body))}
    return dict(sorted(found.items()))


def written(root: Path) -> str:
    """The file as it is committed."""
    return json.dumps(asyncio.run(examples(root)), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(default_root()), encoding="utf-8")
    sys.stdout.write(f"wrote {FILE}\n")
