"""Completes the OpenAPI document: error answers, and an example of each answer from the real graph.

`python -m app.api.openapi [FILE]` writes the document to docs/openapi.json, or to the file named.
"""

from __future__ import annotations

import importlib.resources
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import orjson

from app.api.schemas.base import Problem
from app.exporters import registry
from app.settings import Settings

DESCRIPTION = """What documents *claim* about states, armed groups, projects and people: who says it, how sure, since
when, in which paragraph. Read-only. Dates are EDTF; ends of intervals are exclusive. Unknown parameters are refused.

A relation's `status` is computed from all its claims; no filter turns an allegation into a fact. Every empty list says
in `absence` why it is empty."""
EXAMPLES = "examples.json"
DOCUMENT = Path("docs") / "openapi.json"
_UNSENT = "HTTPValidationError"
_PROBLEM = "#/components/schemas/Problem"
# What any request may meet, and what only a read of the graph may.
_EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "413": "The body is too large.",
        "414": "The path or the query string is too long.",
        "503": "No snapshot is loaded, or the time limit was reached.",
    }
)
_READING: Mapping[str, str] = MappingProxyType(
    {
        "400": "A parameter is unknown or its value is not acceptable; says what would be right.",
        "409": "The pinned snapshot is no longer served.",
    }
)
_BOUNDED: Mapping[str, str] = MappingProxyType({"422": "The question is past a bound, which is named."})
_PAST_A_BOUND = (
    "/v1/analytics/{metric}",
    "/v1/balance",
    "/v1/derived",
    "/v1/explain",
    "/v1/graph",
    "/v1/match",
    "/v1/paths",
    "/v1/timeline",
)
_ONE: Mapping[str, str] = MappingProxyType({"404": "Nothing has this id; close matches are named."})
_FORMATS: Mapping[str, str] = MappingProxyType(
    {"406": "No format has a media type that `Accept` takes; the ones that there are are named."}
)
_TEXTS: Mapping[str, str] = MappingProxyType({"/metrics": "text/plain", "/v1/ontology.ttl": "text/turtle"})
_UNCACHED = ("/v1/stats",)


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
            for parameter in operation.get("parameters", ()):
                if parameter["schema"].pop("x-needed", None):
                    parameter["required"] = True
            if _UNSENT in str(responses.get("422")):
                responses.pop("422")
            _add_problems(method, path, responses)
            if path == "/v1/graph":
                _add_formats(responses["200"])
            elif path in _TEXTS:
                responses["200"]["content"] = {_TEXTS[path]: {"schema": {"type": "string"}}}
            example = examples.get(f"{method} {path}")
            if example is not None:
                shown = {"summary": f"{method.upper()} {example['request']}", "value": example["response"]}
                responses["200"]["content"]["application/json"]["examples"] = {"curated": shown}
    return document


def _add_problems(method: str, path: str, responses: dict[str, Any]) -> None:
    reading = path.startswith(("/v1", "/reconcile"))
    content = {"application/problem+json": {"schema": {"$ref": _PROBLEM}}}
    met = dict(_EVERYWHERE)
    met |= _READING if reading else {}
    met |= _ONE if "{" in path else {}
    met |= _BOUNDED if path in _PAST_A_BOUND else {}
    met |= _FORMATS if path == "/v1/graph" else {}
    for code, words in met.items():
        responses.setdefault(code, {"description": words, "content": content})
    if reading and method == "get" and path not in _UNCACHED:
        responses.setdefault("304", {"description": "The client has this answer already."})
    if path.startswith("/v1/entities/{id}"):
        responses["308"] = {"description": "The entity was merged: follow Location.", "content": content}


def _add_formats(answer: dict[str, Any]) -> None:
    """The media types of all formats beside Graph JSON, whose schema is the documented one."""
    for known in registry.FORMATS:
        media_type = known.media_type.partition(";")[0]
        if media_type not in answer["content"]:
            answer["content"][media_type] = {"schema": {"type": "string", "title": known.title}}


def _examples() -> dict[str, Any]:
    file = importlib.resources.files("app.api.schemas") / EXAMPLES
    if not file.is_file():
        return {}
    found: dict[str, Any] = orjson.loads(file.read_bytes())
    return found


def written() -> str:
    """The document as it is committed."""
    from app.api.app import create_app

    return json.dumps(create_app(Settings(root_path="")).openapi(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENT
    target.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"wrote {target}\n")
