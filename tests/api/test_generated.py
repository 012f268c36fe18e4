"""Requests made by machine: none fails, none is slow, and every answer is documented.

The first kind is generated from the app's own OpenAPI document, as it is and broken on purpose. The second combines
values that mean something on the curated graph, so that they get past the parser and down to the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.config import SchemathesisConfig

from app.api.app import create_app
from app.runtime import Runtime
from tests.api import clients
from tests.api.openapi import GETS, OPERATIONS, READS, filled, operation, parameters
from tests.api.test_schemas import hold, model

SLOWEST: Final = 2.0  # seconds for any request
REFUSALS: Final = (400, 404, 405, 406, 409, 413, 414, 422)
CHECKED: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "allow_header_conformance",
    "unsupported_method",
    "negative_data_rejection",
)
ALWAYS_THE_SAME: Final[dict[str, Any]] = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "phases": [Phase.generate],
    "suppress_health_check": list(HealthCheck),
}


@cache
def loaded() -> Any:
    """The document of an app over the curated graph, as the generator reads it."""
    load_all_checks()
    runtime = Runtime(clients.ROOT)
    assert runtime.reload().ok
    app = create_app(clients.settings(), runtime)
    expected = {"checks": {"negative_data_rejection": {"expected-statuses": list(REFUSALS)}}}
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=SchemathesisConfig.from_dict(expected))


def generate(method: str, path: str, mode: GenerationMode, most: int) -> None:
    """Put generated requests to one operation and check each answer against the document."""
    checks = [check for check in CHECKS.get_all() if check.__name__ in CHECKED]
    described = operation(method, path)

    @settings(max_examples=most, **ALWAYS_THE_SAME)
    @given(case=loaded()[path][method].as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            for name in ("snapshot", "cursor"):  # one that was made up is 409 and ends the matter
                case.query.pop(name, None)
        answer = case.call()
        assert answer.elapsed < SLOWEST, f"{answer.request.url} took {answer.elapsed:.1f} s"
        assert str(answer.status_code) in described["responses"]
        case.validate_response(answer, checks=checks)

    ask()


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_generated_requests(method: str, path: str) -> None:
    """Requests that fit the document get documented answers."""
    generate(method, path, GenerationMode.POSITIVE, 10)


TAKES_SOMETHING: Final = [o for o in OPERATIONS if operation(*o)["parameters"] or "requestBody" in operation(*o)]


@pytest.mark.parametrize(("method", "path"), TAKES_SOMETHING)
def test_broken_requests(method: str, path: str) -> None:
    """Requests that break the document are refused with documented answers."""
    generate(method, path, GenerationMode.NEGATIVE, 8)


# combinations of what means something

ENTITIES: Final = ("iran", "Pakistan", "afghanistan", "cpec", "taliban", "TTP", "balochistan", "government-of-pakistan")
DATES: Final = ("2019", "2018-12", "2019-04-15", "2019-04~", "2016~", "1900", "2100", "2019?")
VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "addressed_to": ("embassy-of-iran-in-pakistan", "iran"),
    "as_of": DATES,
    "asserted_by": ("pakistan", "government-of-pakistan", "unattributed", "marvin-g-weinbaum"),
    "between": ("iran,pakistan", "Pakistan,India", "cpec,afghanistan"),
    "by": ("in", "out", "total"),
    "category": ("diplomatic", "structural", "verbal_conflict", "material_conflict"),
    "change": ("added", "ended", "changed"),
    "country": ("IR", "pk", "CN"),
    "cursor": (0, 3),
    "damping": (0.5, 0.85),
    "dataset": ("curated",),
    "depth": (0, 1, 2, 3),
    "during": ("2018/2019", "2019-03/2019-06", "../2018", "2019/..", "2019-04~", "2016~/2019"),
    "end": ENTITIES,
    "entity": ENTITIES,
    "entity_type": ("State", "Actor", "Place", "ArmedGroup"),
    "facets": ("type", "status"),
    "format": ("json",),
    "from": DATES,
    "height": (200, 900),
    "iterations": (5, 50),
    "k": (1, 2),
    "known_at": DATES,
    "limit": (1, 2, 50),
    "max_depth": (1, 2, 3),
    "max_paths": (1, 5),
    "object": ENTITIES,
    "offset": (0, 1, 40),
    "other": ENTITIES,
    "prefix": ("", "p", "iran"),
    "q": ("iran", "base", "pak", "Beluchistan"),
    "queries": ('{"q0": {"query": "Iran"}}',),
    "resolution": (0.5, 1.5),
    "rule": (),
    "sample": (5,),
    "source": (clients.SOURCE,),
    "start": ENTITIES,
    "subject": ENTITIES,
    "to": DATES,
    "type": ("shelters", "threatens", "borders", "supports", "tense_relations_with"),
    "width": (200, 900),
}
# Where `type` or another name means something else.
ELSEWHERE: Final[dict[tuple[str, str], tuple[Any, ...]]] = {
    ("/v1/entities", "type"): ("State", "Actor", "ArmedGroup", "Condition"),
    ("/v1/entities", "id"): ENTITIES,
    ("/v1/entities", "facets"): ("type", "country"),
    ("/v1/derived", "type"): (),
    ("/reconcile/properties", "type"): ("State", "Actor"),
    ("/reconcile", "extend"): ('{"ids": ["iran"], "properties": [{"id": "country"}]}',),
}
UNSET: Final = ("snapshot", "cursor", "include_derived")
COMBINED: Final = [path for path in GETS if path.startswith(("/v1", "/reconcile")) and path != "/v1/ontology.ttl"]


def values(path: str, parameter: dict[str, Any]) -> tuple[Any, ...]:
    """Values of a parameter that are acceptable and find something."""
    name, schema = parameter["name"], parameter["schema"]
    if (path, name) in ELSEWHERE:
        return ELSEWHERE[path, name]
    if name in VALUES:
        return VALUES[name]
    inner = schema.get("items") or next((s for s in schema.get("anyOf", ()) if s.get("type") != "null"), schema)
    if "$ref" in inner:
        inner = loaded().raw_schema["components"]["schemas"][inner["$ref"].rpartition("/")[2]]
    if inner.get("type") == "boolean":
        return ("true", "false")
    return tuple(inner.get("enum") or filter(None, [inner.get("const")]))


@st.composite
def questions(draw: st.DrawFn, path: str) -> list[tuple[str, str]]:
    """A query of up to five parameters beside those that are needed, repeatable ones with up to two values."""
    known = {p["name"]: p for p in parameters(path) if p["name"] not in UNSET and values(path, p)}
    needed = [name for name, p in known.items() if p["required"]]
    some = draw(st.lists(st.sampled_from(sorted(known)), max_size=5, unique=True)) if known else []
    query = []
    for name in dict.fromkeys((*needed, *some)):
        many = 2 if known[name]["schema"].get("type") == "array" else 1
        chosen = draw(st.lists(st.sampled_from(values(path, known[name])), min_size=1, max_size=many, unique=True))
        query += [(name, str(value)) for value in chosen]
    return query


@pytest.mark.parametrize("path", COMBINED)
def test_sensible_combinations(curated: TestClient, path: str) -> None:
    """Acceptable values in any combination are answered, to the letter of the model; or refused for a named bound."""
    shape = model(path)

    @settings(max_examples=12, **ALWAYS_THE_SAME)
    @given(query=questions(path))
    def ask(query: list[tuple[str, str]]) -> None:
        answer = curated.get(f"{filled(path)}?{urlencode(query)}")
        assert answer.elapsed.total_seconds() < SLOWEST, answer.url
        if answer.status_code == 400:
            assert excusable(query, answer.json()["detail"]), (str(answer.url), answer.json()["detail"])
            return
        if answer.status_code == 422:
            assert answer.json()["bound"]
            return
        assert answer.status_code == 200, (str(answer.url), answer.text[:300])
        body = answer.json()
        hold(shape, body, str(answer.url))
        assert sound(body), answer.url

    ask()


def excusable(query: list[tuple[str, str]], detail: str) -> bool:
    """Whether a refusal is due to two values that do not go together, and says so."""
    given = dict(query)
    same = given.get("start", "").lower() == given.get("end", "-").lower()
    return same or any(word in detail for word in ("before", "takes", "has no parameter", "leave it out", "not both"))


def sound(body: dict[str, Any]) -> bool:
    """What holds for every list: no more than asked for, an absence exactly where there is nothing."""
    if "facets" not in body or "total" not in body:
        return True
    few_enough = len(body["results"]) <= min(body["limit"], max(0, body["total"]["value"] - body["offset"]))
    return few_enough and ("absence" in body) is (body["total"]["value"] == 0)


def drawn(path: str) -> Iterator[str]:
    """The names of the parameters that combinations of a path may use."""
    return (p["name"] for p in parameters(path) if p["name"] not in UNSET and values(path, p))


def test_the_combinations_leave_nothing_out() -> None:
    """Every parameter of every read takes part in combinations, but for a few that have a test of their own."""
    left_out = {p["name"] for path in READS for p in parameters(path) if p["name"] not in set(drawn(path))}
    assert left_out <= {"snapshot", "cursor", "include_derived", "id", "rule", "type"}
