"""What the OpenAPI document says of the parameters of a request's route, and the refusal of values given twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import Request

from app.errors import InvalidValue


def parameters(request: Request) -> list[dict[str, Any]]:
    """The query parameters that the matched route takes, as documented."""
    route = request.scope.get("route")
    path = request.app.openapi()["paths"].get(getattr(route, "path", ""), {})
    described = path.get(request.method.lower()) or path.get("get") or {}
    return [p for p in described.get("parameters", []) if p["in"] == "query"]


def known_parameters(request: Request) -> list[str]:
    """The names of the query parameters that the matched route takes."""
    return sorted(p["name"] for p in parameters(request))


async def refuse_repeats(request: Request) -> None:
    """Raise InvalidValue where a parameter that takes one value is given twice: which one was meant is unknown."""
    given = request.query_params
    if len(given.multi_items()) == len(given):
        return
    many = [name for name, n in Counter(name for name, _ in given.multi_items()).items() if n > 1]
    single = {p["name"] for p in parameters(request) if p["schema"].get("type") != "array"}
    for name in many:
        if name in single:
            values = ", ".join(repr(v[:80]) for v in given.getlist(name)[:5])
            raise InvalidValue(name, f"{name} takes one value, but {values} were given: choose one")
