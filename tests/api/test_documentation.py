"""The pages on the API and on its settings say what is so: each request is asked, each table held to the code."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api.errors import STATUS
from app.api.parameters import Parameters, RelationFilters
from app.settings import Settings
from tests.api import shown
from tests.api.clients import ROOT
from tests.api.openapi import OPERATIONS, operation

API = shown.PAGE.read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
OPTIONS = {"root", "snapshot", "host", "port", "workers", "root_path", "watch"}


def rows(text: str) -> list[list[str]]:
    """The rows of all tables of a page, without their heads."""
    lines = (line.strip()[1:-1] for line in text.splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("request_", "part"), list(shown.pairs(API)), ids=lambda v: getattr(v, "address", "part")[:40])
def test_each_answer_is_what_is_given_today(curated: TestClient, request_: shown.Request, part: Any) -> None:
    """The part of an answer that the page shows is in the answer."""
    whole = request_.ask(curated).json()
    assert part == shown.part(part, whole), "out of date: python -m tests.api.shown"


def test_the_page_is_as_it_is_written(curated: TestClient) -> None:
    """Writing the page anew changes nothing."""
    assert shown.renewed(API, lambda r: r.ask(curated).json()) == API


def test_no_answer_is_shown_empty() -> None:
    """No part of an answer is left to be filled in."""
    for request, part in shown.pairs(API):
        assert part, request.address
        assert '"id": null' not in json.dumps(part)


@pytest.mark.parametrize("request_", list(shown.requests(API)), ids=lambda r: r.address[:40])
def test_each_request_is_answered(curated: TestClient, request_: shown.Request) -> None:
    """Each request of the page is answered, or refused where the page shows a refusal."""
    answer = request_.ask(curated)
    assert answer.status_code == (400 if "typ=" in request_.address else 200)


@pytest.mark.parametrize("path", sorted({path for _, path in OPERATIONS}))
def test_each_path_is_on_the_page(path: str) -> None:
    """Each documented path stands on the page, as itself or in a request."""
    pattern = re.sub(r"\\\{\w+\\\}", "[^/?' `]+", re.escape(path))
    assert re.search(rf"{pattern}(?=[?'`\s]|$)", API), path


def test_each_filter_is_in_the_table() -> None:
    """The table of filters names every relation filter, and each closed list of words completely."""
    table = {name: row[1] for row in rows(API) for name in re.findall(r"`(\w+)`", row[0])}
    filters = set(RelationFilters.model_fields) - set(Parameters.model_fields)
    assert filters <= set(table)
    for name, field in RelationFilters.model_json_schema()["properties"].items():
        inner = field.get("items", field)
        words = inner.get("enum") or RelationFilters.model_json_schema()["$defs"].get(
            inner.get("$ref", "").rpartition("/")[2], {}
        ).get("enum", [])
        assert all(f"`{word}`" in table[name] for word in words), name


def test_each_status_is_in_the_table() -> None:
    """Every status that the OpenAPI document names, and every error has, is explained."""
    table = [line for line in API.splitlines() if re.match(r"\| [345]", line)]
    explained = set(re.findall(r"\b[345]\d\d\b", "".join(table)))
    documented = {code for o in OPERATIONS for code in operation(*o)["responses"]} - {"200"}
    assert documented | {str(code) for _, code in STATUS} <= explained


def default(name: str) -> str:
    """How the table shows the default of a setting."""
    field = Settings.model_fields[name]
    if name == "root":
        return "the checkout, else what the package carries"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, tuple):
        return f"`{json.dumps(list(value))}`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return "none" if value is None else f"`{value}`" if value != "" else "empty"


def test_the_table_of_settings() -> None:
    """The table has one row for each setting, in their order, with its option, default and meaning."""
    table = [row for row in rows(CONFIGURATION) if row[0].startswith("`REALPOLITIK_")]
    assert table == [
        [
            f"`REALPOLITIK_{name.upper()}`",
            f"`--{name.replace('_', '-')}`" if name in OPTIONS else "",
            default(name),
            field.description or "",
        ]
        for name, field in Settings.model_fields.items()
    ]


def test_each_metric_is_named(curated: TestClient) -> None:
    """The page on the settings names every metric that is there, and no other."""
    there = set(re.findall(r"# TYPE (\w+) (?:counter|gauge|histogram)", curated.get("/metrics").text))
    there = {name for name in there if not name.endswith("_created")}
    assert set(re.findall(r"`(realpolitik_\w+)`", CONFIGURATION)) == there


@pytest.mark.parametrize("page", ["api.md", "configuration.md"])
def test_links_lead_somewhere(page: str) -> None:
    """Each link between the pages leads to a file that is there."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (ROOT / "docs" / target).exists(), target
