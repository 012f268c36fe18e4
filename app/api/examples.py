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
from typing import Any, Final, NamedTuple
from urllib.parse import unquote_plus, urlencode

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
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_BORDERS: Final[Mapping[str, Any]] = {
    "id": "danger-through-a-neighbour",
    "when": [
        {"subject": "?group", "type": "threatens", "object": "?state"},
        {"subject": "?state", "type": "borders", "object": "?neighbour"},
    ],
    "then": {"subject": "?group", "object": "?neighbour", "type": "may_trouble"},
}
_SHELTERED: Final[Mapping[str, Any]] = {
    "where": [
        {"subject": "?state", "type": "shelters", "object": "?group", "asserted_by": "?voice"},
        {"subject": "?group", "type": "participates_in", "object": "balochistan-attack"},
    ],
    "bind": {"?state": {"type": "State"}},
    "limit": 1,
}


class Ask(NamedTuple):
    """A request: path and query, and where it has one the body with its media type."""

    address: str
    media_type: str = ""
    body: str = ""


REQUESTS: Mapping[str, Ask] = MappingProxyType(
    {
        "get /healthz": Ask("/healthz"),
        "get /readyz": Ask("/readyz"),
        "get /reconcile": Ask("/reconcile"),
        "get /reconcile/properties": Ask("/reconcile/properties?type=State&limit=2"),
        "get /reconcile/suggest/entity": Ask("/reconcile/suggest/entity?prefix=balo"),
        "get /reconcile/suggest/property": Ask("/reconcile/suggest/property?prefix=iso"),
        "get /reconcile/suggest/type": Ask("/reconcile/suggest/type?prefix=arm"),
        "get /v1/analytics": Ask("/v1/analytics"),
        "get /v1/analytics/{metric}": Ask("/v1/analytics/degree?limit=2"),
        "get /v1/balance": Ask("/v1/balance?as_of=2019-06&limit=1"),
        "get /v1/claims": Ask("/v1/claims?asserted_by=pakistan&modality=alleged&limit=1"),
        "get /v1/claims/{id}": Ask("/v1/claims/{shelters}"),
        "get /v1/datasets": Ask("/v1/datasets"),
        "get /v1/derived": Ask("/v1/derived?limit=1"),
        "get /v1/diff": Ask("/v1/diff?from=2014&to=2018&type=fences_border_with&limit=1"),
        "get /v1/entities": Ask("/v1/entities?q=pakistani%20taliban&limit=1"),
        "get /v1/entities/{id}": Ask("/v1/entities/cpec"),
        "get /v1/entities/{id}/adjacent": Ask("/v1/entities/cpec/adjacent?direction=out&limit=1"),
        "get /v1/entities/{id}/relations": Ask("/v1/entities/iran/relations?direction=out&facets=status&limit=1"),
        "get /v1/explain": Ask("/v1/explain?start=cpec&end=afghanistan&max_paths=1"),
        "get /v1/formats": Ask("/v1/formats"),
        "get /v1/graph": Ask("/v1/graph?entity=cpec&type=requires_stability_in&type=threatens&as_of=2019-06"),
        "get /v1/ontology": Ask("/v1/ontology"),
        "get /v1/paths": Ask("/v1/paths?start=china&end=iran&max_paths=1"),
        "get /v1/relations": Ask("/v1/relations?type=carried_out&object=balochistan-attack"),
        "get /v1/relations/{id}": Ask("/v1/relations/iran.tense_relations_with.pakistan"),
        "get /v1/sources": Ask("/v1/sources?limit=1"),
        "get /v1/sources/{id}": Ask(_SOURCE),
        "get /v1/sources/{id}/paragraphs/{n}": Ask(f"{_SOURCE}/paragraphs/6"),
        "get /v1/stats": Ask("/v1/stats"),
        "get /v1/suggest": Ask("/v1/suggest?q=balu&limit=2"),
        "get /v1/timeline": Ask("/v1/timeline?between=india,pakistan&interval=year"),
        "post /reconcile": Ask("/reconcile", _FORM, urlencode({"queries": '{"q0": {"query": "Beluchistan"}}'})),
        "post /reconcile/match": Ask(
            "/reconcile/match",
            _JSON,
            '{"queries": [{"conditions": [{"matchType": "name", "v": "Beluchistan"}], "limit": 1}]}',
        ),
        "post /v1/derived": Ask("/v1/derived", _JSON, json.dumps({"rules": [_BORDERS], "limit": 1})),
        "post /v1/match": Ask("/v1/match", _JSON, json.dumps(_SHELTERED)),
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


async def ask(app: ASGIApp, request: Ask) -> Answer:
    """Ask the app, without a server and without a client."""
    path, _, query = request.address.partition("?")
    body = request.body.encode()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST" if body else "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1:8000"), (b"content-type", request.media_type.encode())],
        "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 0),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return Answer(sent[0]["status"], b"".join(m.get("body", b"") for m in sent[1:]))


def short(body: dict[str, Any]) -> dict[str, Any]:
    """An answer with its long lists cut to their first entries; names of variables and formats stay."""
    return {
        name: value[:MOST] if isinstance(value, list) and not isinstance(value[0] if value else "", str) else value
        for name, value in body.items()
    }


async def examples(root: Path) -> dict[str, dict[str, Any]]:
    """Each operation with a request and the answer to it."""
    app = create_app(Settings(root=root, root_path="", public_url=""), Steady(root))
    found = {}
    for operation, request in REQUESTS.items():
        if "{shelters}" in request.address:
            claims = json.loads((await ask(app, Ask("/v1/claims?type=shelters&modality=alleged&limit=1"))).body)
            request = Ask(request.address.format(shelters=claims["results"][0]["id"]))
        answer = await ask(app, request)
        if answer.status != 200:
            raise RuntimeError(f"{request.address} gives {answer.status}: {answer.body.decode()}")
        asked = f"{request.address} {unquote_plus(request.body)}".strip()
        found[operation] = {"request": asked, "response": short(json.loads(answer.body))}
    return found


def written(root: Path) -> str:
    """The file as it is committed."""
    return json.dumps(asyncio.run(examples(root)), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(default_root()), encoding="utf-8")
    sys.stdout.write(f"wrote {FILE}\n")
