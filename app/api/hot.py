"""The hot reads answered without the framework's routing: the same parser, the same functions, the very same bytes.

Whatever is not plainly right (an unknown parameter, an unknown id, a repeated single value) is left to the FastAPI
route, which defines and documents the endpoint and words every error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, get_origin
from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import ValidationError
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.parameters import AdjacentQuery, EntityRelationsQuery, NoParameters, Parameters, RelationsQuery
from app.api.routers import entities, relations
from app.errors import RealpolitikError


@dataclass(frozen=True)
class HotRoute:
    """One hot read: the template that it is known by, its parameters, and the function that answers it."""

    path: str
    model: type[Parameters]
    answer: Callable[[Request, str, Any], Response]
    repeatable: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        tuples = (n for n, f in self.model.model_fields.items() if get_origin(f.annotation) is tuple)
        object.__setattr__(self, "repeatable", frozenset(tuples))

    def parse(self, query: str) -> Parameters | None:
        """The parameters of a query string; None where a single-valued one is repeated."""
        given: dict[str, Any] = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            if name in self.repeatable:
                given.setdefault(name, []).append(value)
            elif name in given:
                return None
            else:
                given[name] = value
        return self.model.model_validate(given)


# By the parts of the path: how many there are, the collection, and what is asked of one of its members.
ROUTES: Final[Mapping[tuple[int, str, str], HotRoute]] = MappingProxyType(
    {
        (3, "relations", ""): HotRoute("/v1/relations", RelationsQuery, lambda r, _, q: relations.answer(r, q)),
        (4, "entities", ""): HotRoute("/v1/entities/{id}", NoParameters, entities.answer_one),
        (5, "entities", "relations"): HotRoute(
            "/v1/entities/{id}/relations", EntityRelationsQuery, entities.answer_relations
        ),
        (5, "entities", "adjacent"): HotRoute("/v1/entities/{id}/adjacent", AdjacentQuery, entities.answer_adjacent),
    }
)


class HotReads:
    """Answers the hot reads and hands everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"].startswith("/v1/", len(_root(scope))):
            answer = self._answer(scope)
            if answer is not None:
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        parts = scope["path"].removeprefix(_root(scope)).split("/")
        route = ROUTES.get((len(parts), parts[2], parts[4] if len(parts) == 5 else ""))
        if route is None:
            return None
        try:
            query = route.parse(scope["query_string"].decode("latin-1"))
            if query is None:
                return None
            response = route.answer(Request(scope), parts[3] if len(parts) > 3 else "", query)
        except (RealpolitikError, ValidationError):
            return None
        scope["route"] = route
        return response


def _root(scope: Scope) -> str:
    root: str = scope.get("root_path", "")
    return root
