"""The OpenAPI document: everything described, an example of each answer from the real graph, committed and current."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api import examples, openapi
from tests.api.clients import ROOT
from tests.api.openapi import NEEDED, OPERATIONS, READS, document, operation
from tests.api.test_schemas import hold, model

RENEW = "python -m app.api.examples && python -m app.api.openapi"


def answers(path: str, status: str = "200", method: str = "get") -> dict[str, Any]:
    """The documented media types of one answer."""
    found: dict[str, Any] = operation(method, path)["responses"][status].get("content", {})
    return found


IN_JSON = [(method, path) for method, path in OPERATIONS if "application/json" in answers(path, method=method)]


def test_the_document_is_served(curated: TestClient) -> None:
    """OpenAPI 3.1 at /openapi.json is the document that these tests read."""
    answer = curated.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == document()
    assert document()["openapi"].startswith("3.1")


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_operation_is_described(method: str, path: str) -> None:
    """Each operation has a summary, a description, a tag and an id of its own."""
    found = operation(method, path)
    assert found["summary"]
    assert found["description"].endswith(".")
    assert found["tags"]
    assert [operation(m, p)["operationId"] for m, p in OPERATIONS].count(found["operationId"]) == 1


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_parameter_is_described(method: str, path: str) -> None:
    """Each parameter has a description, and those in the path are required."""
    for parameter in operation(method, path)["parameters"]:
        assert parameter["description"], parameter["name"]
        assert parameter["in"] in ("query", "path")
        needed = parameter["name"] in NEEDED and (parameter["name"] != "q" or path == "/v1/suggest")
        assert parameter["required"] is (parameter["in"] == "path" or needed)


@pytest.mark.parametrize("path", READS)
def test_every_read_can_be_pinned(path: str) -> None:
    """Each read of the graph takes `snapshot`, and says what it answers when something is wrong."""
    assert "snapshot" in {p["name"] for p in operation("get", path)["parameters"]}
    documented = set(operation("get", path)["responses"])
    assert {"200", "400", "409", "413", "414", "503"} <= documented
    assert ("404" in documented) is ("{" in path)
    assert "500" not in documented
    for status in documented - {"200", "304"}:
        assert list(answers(path, status)) == ["application/problem+json"]


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_has_a_schema(method: str, path: str) -> None:
    """Each answer names its model, or several that it may have, or is text."""
    content = answers(path, method=method)
    assert content
    for media_type, described in content.items():
        if media_type != "application/json":
            assert described["schema"]["type"] == "string"
        else:
            named = described["schema"].get("anyOf", [described["schema"]])
            assert {one["$ref"].rpartition("/")[2] for one in named} <= set(document()["components"]["schemas"])


def references(node: Any) -> Iterator[str]:
    """All references in the document."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_no_reference_is_dead() -> None:
    """Each reference leads to a schema, and each schema is referred to."""
    named = {r.removeprefix("#/components/schemas/") for r in references(document())}
    assert named == set(document()["components"]["schemas"])


def test_every_schema_is_described() -> None:
    """Each schema says in a sentence what it is."""
    schemas = document()["components"]["schemas"]
    assert [name for name, schema in schemas.items() if "enum" not in schema and not schema.get("description")] == []


def test_one_example_for_each_operation() -> None:
    """Each operation that answers with JSON has its request in the module of examples, and no other."""
    assert sorted(examples.REQUESTS) == sorted(f"{method} {path}" for method, path in IN_JSON)


@pytest.mark.parametrize(("method", "path"), IN_JSON)
def test_every_answer_has_an_example(curated: TestClient, method: str, path: str) -> None:
    """The example of each answer is in the document, holds to its model, and is what its request gives today."""
    [example] = answers(path, method=method)["application/json"]["examples"].values()
    hold(model(path, method), example["value"], path)
    asked, address, *body = example["summary"].split(" ", 2)
    assert asked == method.upper()
    media_type = examples.REQUESTS[f"{method} {path}"].media_type
    given = curated.request(method, address, content=body[0] if body else None, headers={"content-type": media_type})
    assert given.status_code == 200, given.text[:500]
    if path not in ("/readyz", "/v1/stats", "/reconcile"):  # they tell when the data was loaded, and where it is
        assert example["value"] == examples.short(given.json())


def test_the_examples_are_current() -> None:
    """The committed examples are what the curated graph answers."""
    assert examples.FILE.read_text(encoding="utf-8") == examples.written(ROOT), f"out of date: {RENEW}"


def test_the_examples_are_short() -> None:
    """The examples stay readable: no list is long, and the whole is small."""
    found = json.loads(examples.FILE.read_text(encoding="utf-8"))
    lists = [v for e in found.values() for v in e["response"].values() if isinstance(v, list) and v]
    assert all(len(v) <= examples.MOST or isinstance(v[0], str) for v in lists)
    assert examples.FILE.stat().st_size < 150_000


def test_the_committed_document_is_current() -> None:
    """docs/openapi.json is what the app serves."""
    committed = (ROOT / openapi.DOCUMENT).read_text(encoding="utf-8")
    assert json.loads(committed) == document(), f"out of date: {RENEW}"
    assert committed == openapi.written(), f"out of date: {RENEW}"


def test_what_serves_is_enough_to_write_them(tmp_path: Path) -> None:
    """The examples are made and the document is written where no client library and no test tool is installed."""
    target = tmp_path / "openapi.json"
    code = (
        "import sys, runpy\n"
        "sys.modules.update(dict.fromkeys(('httpx', 'httpx2', 'pytest', 'hypothesis', 'schemathesis')))\n"
        "from app.api import examples\n"
        "assert examples.written(examples.default_root()) == examples.FILE.read_text(encoding='utf-8')\n"
        f"sys.argv = ['openapi', {str(target)!r}]\n"
        "runpy.run_path(examples.FILE.parents[1] / 'openapi.py', run_name='__main__')\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert json.loads(target.read_text(encoding="utf-8")) == document()
