"""Completes the OpenAPI document: error answers, and an example of each answer from the real graph."""

from __future__ import annotations

import importlib.resources
from typing import Any

import orjson

from app.api.schemas.base import Problem

DESCRIPTION = """What documents *claim* about states, armed groups, projects and people: who says it, how sure, since
when, in which paragraph. Read-only. Dates are EDTF; ends of intervals are exclusive. Unknown parameters are refused.

A relation's `status` is computed from all its claims; no filter turns an allegation into a fact. Every empty list says
in `absence` why it is empty."""
EXAMPLES = "examples.json"
_PROBLEMS = {
    "400": "A parameter is unknown or its value is not acceptable; says what would be right.",
    "404": "Nothing has this id; close matches are named.",
    "409": "The pinned snapshot is no longer served.",
    "414": "The query string is too long.",
    "503": "No snapshot is loaded, or the time limit was reached.",
}


def complete(document: dict[str, Any]) -> dict[str, Any]:
    """The document with problem answers and examples; FastAPI's own 422 is taken out, as it is never sent."""
    examples = _examples()
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            responses = operation["responses"]
            responses.pop("422", None)
            if path.startswith("/v1"):
                _add_problems(path, responses)
            example = examples.get(f"{method} {path}")
            if example is not None:
                content = responses["200"]["content"]["application/json"]
                content["examples"] = {example["request"]: {"value": example["response"]}}
    return document


def _add_problems(path: str, responses: dict[str, Any]) -> None:
    for code, words in _PROBLEMS.items():
        if code == "404" and "{" not in path:
            continue
        responses.setdefault(
            code,
            {
                "description": words,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        )
    responses.setdefault("304", {"description": "The client has this answer already."})
    if path.startswith("/v1/entities/{id}"):
        responses["308"] = {"description": "The entity was merged: follow Location."}


def _examples() -> dict[str, Any]:
    file = importlib.resources.files("app.api.schemas") / EXAMPLES
    if not file.is_file():
        return {}
    found: dict[str, Any] = orjson.loads(file.read_bytes())
    return found
