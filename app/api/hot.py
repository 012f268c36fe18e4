"""The hot reads answered without the framework's routing: the same parser, the same functions, the very same bytes.

Whatever is not plainly right (an unknown parameter, an unknown id, a repeated single value) is left to the FastAPI
route, which defines and documents the endpoint and words every error; so is what takes long, which that route answers
in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, get_origin
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.kept import KeptAnswers, key_of
from app.api.middleware import Limits
from app.api.parameters import AdjacentQuery, EntityRelationsQuery, GraphQuery, NoParameters, Parameters, RelationsQuery
from app.api.routers import entities, graph, relations
from app.runtime import Runtime


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
        (3, "relations", ""): HotRoute(
            "/v1/relations", RelationsQuery, lambda r, _, q: relations.answer(r, q, light=True)
        ),
        (3, "graph", ""): HotRoute("/v1/graph", GraphQuery, lambda r, _, q: graph.answer(r, q, light=True)),
        (4, "entities", ""): HotRoute("/v1/entities/{id}", NoParameters, entities.answer_one),
        (5, "entities", "relations"): HotRoute(
            "/v1/entities/{id}/relations",
            EntityRelationsQuery,
            lambda r, i, q: entities.answer_relations(r, i, q, light=True),
        ),
        (5, "entities", "adjacent"): HotRoute(
            "/v1/entities/{id}/adjacent",
            AdjacentQuery,
            lambda r, i, q: entities.answer_adjacent(r, i, q, light=True),
        ),
    }
)


class HotReads:
    """Answers the hot reads and hands everything else on.

    It lies outside the layers for compression and for other origins, and puts an answer into those that its request
    asks for: `compressed` and `shared` make them.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        runtime: Runtime,
        limits: Limits,
        compressed: Callable[[ASGIApp], ASGIApp],
        shared: Callable[[ASGIApp], ASGIApp],
    ) -> None:
        self._app = app
        self._kept = KeptAnswers(runtime)
        self._longest = limits.query
        self._compressed = compressed
        self._shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        route = self._route(scope)
        if route is None:
            await self._app(scope, receive, send)
            return
        key = key_of(scope)
        kept = None if key is None else self._kept.get(key)
        if kept is not None:
            scope["route"] = route
            await kept.send(send)
            return
        answer = self._answer(scope, route)
        if key is not None:
            send = self._kept.recording(key, send)
        if answer is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = route
        await self._dressed(scope, answer)(scope, receive, send)

    def _dressed(self, scope: Scope, answer: ASGIApp) -> ASGIApp:
        for name, value in scope["headers"]:
            if name == b"accept-encoding" and b"gzip" in value:
                answer = self._compressed(answer)
        if any(name == b"origin" for name, _ in scope["headers"]):
            answer = self._shared(answer)
        return answer

    def _route(self, scope: Scope) -> HotRoute | None:
        if scope["type"] != "http" or scope["method"] != "GET" or len(scope["query_string"]) > self._longest:
            return None
        parts = _parts(scope)
        if not 3 <= len(parts) <= 5 or parts[1] != "v1":
            return None
        return ROUTES.get((len(parts), parts[2], parts[4] if len(parts) == 5 else ""))

    def _answer(self, scope: Scope, route: HotRoute) -> Response | None:
        parts = _parts(scope)
        try:
            query = route.parse(scope["query_string"].decode("latin-1"))
            if query is None:
                return None
            return route.answer(Request(scope), parts[3] if len(parts) > 3 else "", query)
        except Exception:  # the route words what is wrong with a request, and tells of a failure of ours
            return None


def _parts(scope: Scope) -> list[str]:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")).split("/")
