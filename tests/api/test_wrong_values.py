"""What wrong requests get: 400 with what would be right, never an empty answer, never a 500, and quickly."""

from __future__ import annotations

import re
import time
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.api.clients import SOURCE, problem
from tests.api.openapi import READS, asked, operation, parameters

RELATIONAL = [path for path in READS if any(p["name"] == "known_at" for p in parameters(path))]


@pytest.mark.parametrize("path", READS)
def test_an_unknown_parameter(curated: TestClient, path: str) -> None:
    """An unknown parameter name is refused on every endpoint, with the names that are known."""
    known = sorted(p["name"] for p in parameters(path))
    for name in ("foo", "Limit", "as-of", "derived_too", "", "[key]", "q[]", "%00", "%F0%9F%98", "x" * 500):
        body = problem(curated.get(asked(path, f"{name}=x")), 400)
        [entry] = [e for e in body["errors"] if e["msg"].startswith("unknown parameter")]
        assert entry["loc"][0] == "query"
        assert entry["valid"] == known
        assert len(body["detail"]) < 1000


@pytest.mark.parametrize(
    ("given", "meant"),
    [("asof", "as_of"), ("know_at", "known_at"), ("asserted-by", "asserted_by"), ("typ", "type"), ("ofset", "offset")],
)
def test_a_misspelt_parameter(curated: TestClient, given: str, meant: str) -> None:
    """A misspelt name gets the one that was meant, first."""
    detail = problem(curated.get(f"/v1/relations?{given}=2019"), 400)["detail"]
    assert detail.startswith(f"unknown parameter '{given}': did you mean {meant}")


WRONG = [
    ("type", "shelterz", "shelters"),
    ("type", "State", None),
    ("category", "diplomacy", "diplomatic"),
    ("polarity", "positive", "cooperative"),
    ("status", "alledged", "alleged"),
    ("modality", "rumoured", "alleged"),
    ("stance", "confirms", "affirms"),
    ("progress", "done", "completed"),
    ("source", "the-diplomat", SOURCE),
    ("dataset", "curatd", "curated"),
    ("min_confidence", "certain", "high"),
    ("time_match", "inside", "within"),
    ("certainty", "sure", "certain"),
    ("exact", "maybe", "true"),
]


@pytest.mark.parametrize("path", RELATIONAL)
def test_a_word_that_is_none(curated: TestClient, path: str) -> None:
    """A value outside a closed list is refused everywhere, with what is valid or comes close."""
    for name, value, right in WRONG:
        body = problem(curated.get(asked(path, f"{name}={value}")), 400)
        [entry] = body["errors"]
        assert entry["loc"][:2] == ["query", name]
        assert entry["valid"], entry
        if right is not None and (path, name) != ("/v1/derived", "type"):
            assert right in entry["valid"]
            assert right in body["detail"]


WRONG_DATES = ("yesterday", "2019-13", "2019-02-30", "20190401", "19", "2019-4-1", "2020/2019", "../..2", "2019/2020/1")


@pytest.mark.parametrize("path", RELATIONAL)
def test_a_wrong_date(curated: TestClient, path: str) -> None:
    """A wrong date is refused and never read as today; the message says how dates are written."""
    for name in ("as_of", "known_at", "during"):
        for value in WRONG_DATES:
            body = problem(curated.get(asked(path, f"{name}={quote(value)}")), 400)
            assert body["errors"][0]["loc"] == ["query", name]
            assert "YYYY" in body["detail"] or "write" in body["detail"] or "interval" in body["detail"]


@pytest.mark.parametrize(
    ("address", "loc", "right"),
    [
        ("/v1/entities?type=Countri", "type", "Country|State|Condition|Government|Ministry"),
        ("/v1/entities?existence=fake", "existence", "actual"),
        ("/v1/entities?generic=perhaps", "generic", "true"),
        ("/v1/entities?country=Iran", "country", ""),
        ("/v1/entities?country=I1", "country", ""),
        ("/v1/entities?sort=size", "sort", "degree"),
        ("/v1/relations?include=everything", "include", "claims"),
        ("/v1/relations?id=iran.hates.pakistan", "id", ""),
        ("/v1/relations?id=", "id", ""),
        ("/v1/relations?between=iran", "between", ""),
        ("/v1/relations?between=iran,", "between", ""),
        ("/v1/relations?between=iran,pakistan,india", "between", ""),
        ("/v1/relations?between=iran,narnia", "between", ""),
        ("/v1/entities/iran/relations?direction=up", "direction", "both"),
        ("/v1/entities/iran/adjacent?direction=up", "direction", "both"),
        ("/v1/suggest?q=a&limit=0", "limit", ""),
    ],
)
def test_other_wrong_values(curated: TestClient, address: str, loc: str, right: str) -> None:
    """Each parameter of its own kind says what is wrong with its value."""
    body = problem(curated.get(address), 400)
    assert body["errors"][0]["loc"][:2] == ["query", loc]
    if right:
        assert set(right.split("|")) & set(body["errors"][0]["valid"])


@pytest.mark.parametrize("value", ["", "ten", "1e3", "1.5", "0x10", "٣", "5-", "9" * 40, "null", "-0.5"])
@pytest.mark.parametrize("name", ["limit", "offset"])
def test_numbers(curated: TestClient, name: str, value: str) -> None:
    """What is not a whole number within the bounds is refused."""
    body = problem(curated.get("/v1/relations", params={name: value}), 400)
    assert body["errors"][0]["loc"] == ["query", name]


@pytest.mark.parametrize("path", READS)
def test_a_value_given_twice(curated: TestClient, path: str) -> None:
    """A parameter that takes one value is refused when it is given twice, even with the same value."""
    for parameter in parameters(path):
        name, many = parameter["name"], parameter["schema"].get("type") == "array"
        answer = curated.get(asked(path, f"{name}=2019&{name}=2019"))
        if many:
            assert f"{name} takes one value" not in answer.text
        else:
            body = problem(answer, 400)
            assert body["errors"][0]["loc"] == ["query", name]
            assert "takes one value" in body["detail"]


def test_two_dates(curated: TestClient) -> None:
    """Two dates for one clock are refused, and both are repeated in the message."""
    detail = problem(curated.get("/v1/relations?as_of=2018&as_of=2019"), 400)["detail"]
    assert detail == "as_of takes one value, but '2018', '2019' were given: choose one"
    assert curated.get("/v1/relations?as_of=2019&as_of=2018").status_code == 400


@pytest.mark.parametrize("path", READS)
def test_empty_values(curated: TestClient, path: str) -> None:
    """An empty value is refused on every parameter: it is not the same as not asking."""
    for parameter in parameters(path):
        body = problem(curated.get(asked(path, f"{parameter['name']}=")), 400)
        assert body["errors"][0]["loc"][:2] == ["query", parameter["name"]]


ODD = {
    "NUL": "%00",
    "control": "%01%1b%7f",
    "newlines": "%0d%0aX-Evil:%201",
    "not UTF-8": "%ff%fe",
    "half a surrogate": "%ed%a0%80",
    "emoji": "%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80",
    "right to left": "%E2%80%AEnari",
    "combining": "i" + "%CC%88" * 40,
    "quotes": "%22%27%60%3B--",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "template": "%7B%7B7*7%7D%7D%25s%25n",
    "path": "..%2F..%2Fetc%2Fpasswd",
    "long": "x" * 4000,
    "long words": "a%20" * 1000,
    "regular expression": "(a%2B)%2B%24",
    "a lone percent sign": "%25%zz%",
}


THOROUGHLY = ("/v1/entities",)  # every odd value in every parameter; elsewhere each in some


@pytest.mark.parametrize("path", READS)
def test_odd_values(curated: TestClient, path: str) -> None:
    """No value of any parameter gives a 500, takes long, or comes back as anything but a documented answer."""
    for n, parameter in enumerate(operation("get", path)["parameters"]):
        for m, (kind, value) in enumerate(ODD.items()):
            if path not in THOROUGHLY and (n + m) % 7:
                continue
            started = time.perf_counter()
            if parameter["in"] == "query":
                answer = curated.get(asked(path, f"{parameter['name']}={value}"))
            else:
                answer = curated.get(re.sub(r"\{\w+\}", value.replace("%2F", ""), path))
            assert time.perf_counter() - started < 2
            assert answer.status_code in (200, 400, 404, 409, 414), (kind, answer.text[:500])
            assert answer.headers["content-type"].startswith(("application/", "text/turtle"))
            assert "x-evil" not in answer.headers
            if answer.status_code != 200:
                answer.json()


def test_several_faults_at_once(curated: TestClient) -> None:
    """Every wrong parameter of a request has its entry."""
    body = problem(curated.get("/v1/relations?limit=0&polarity=bad&foo=1"), 400)
    assert [e["loc"][1] for e in body["errors"]] == ["limit", "polarity", "foo"]


def test_too_many_values(curated: TestClient) -> None:
    """More values than a parameter takes are refused, and the bound is named."""
    detail = problem(curated.get("/v1/relations", params={"type": ["shelters"] * 101}), 400)["detail"]
    assert "100" in detail
    assert curated.get("/v1/relations", params={"type": ["shelters"] * 100}).status_code == 200


def test_a_huge_number_of_names_is_quick(curated: TestClient) -> None:
    """A request that repeats many unknown names is refused quickly."""
    started = time.perf_counter()
    query = "&".join(f"n{i}=1" for i in range(900))
    assert curated.get(f"/v1/relations?{query}").status_code == 400
    assert time.perf_counter() - started < 2
