"""Liveness, readiness through good and bad loads, metrics, and the interactive documentation."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.runtime import Runtime
from tests.api.clients import ROOT, Held, client, problem
from tests.worlds import sheltering


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the curated data that a test may change."""
    for folder in ("graph_data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def break_it(root: Path) -> str:
    """Put an unknown field on line 1 of a new file, and say which file that is."""
    (root / "graph_data" / "entities" / "zz.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    return "graph_data/entities/zz.yaml:1:1: "


def test_healthz(curated: TestClient) -> None:
    """The process answers."""
    answer = curated.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_readyz_when_ready(curated: TestClient) -> None:
    """Ready: the snapshot, when it was built, and how the load went."""
    answer = curated.get("/readyz")
    body = answer.json()
    assert (answer.status_code, body["status"]) == (200, "ready")
    assert body["snapshot"] == curated.get("/v1/stats").json()["snapshot"]
    assert body["last_load"]["ok"] is True
    assert body["last_load"]["problems"] == []
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", body["built_at"])


def test_readyz_before_any_load(tmp_path: Path) -> None:
    """Not ready: nothing is loaded, and it says why."""
    with client(root=tmp_path) as http:
        answer = http.get("/readyz")
    body = answer.json()
    assert (answer.status_code, body["status"], body["snapshot"]) == (503, "not_ready", None)
    assert body["last_load"]["ok"] is False
    assert body["last_load"]["message"]


def test_readyz_with_broken_data(root: Path) -> None:
    """Broken data is never served; every problem is listed with file, line and column."""
    place = break_it(root)
    with client(root=root) as http:
        answer = http.get("/readyz")
        assert answer.status_code == 503
        assert any(p.startswith(place) for p in answer.json()["last_load"]["problems"])
        problem(http.get("/v1/entities"), 503)
        assert value(http, "realpolitik_last_load_ok") == 0


def test_readyz_through_a_failed_reload(root: Path) -> None:
    """After a failed reload the old snapshot keeps serving, ready, and the problems are listed until data is good."""
    runtime = Runtime(root)
    with client(runtime, root=root) as http:
        before = http.get("/readyz").json()
        answers = http.get("/v1/relations").content
        place = break_it(root)
        runtime.reload()
        failed = http.get("/readyz")
        assert (failed.status_code, failed.json()["status"]) == (200, "ready")
        assert failed.json()["snapshot"] == before["snapshot"]
        assert failed.json()["built_at"] == before["built_at"]
        assert failed.json()["last_load"]["ok"] is False
        assert any(p.startswith(place) for p in failed.json()["last_load"]["problems"])
        assert http.get("/v1/relations").content == answers
        (root / "graph_data" / "entities" / "zz.yaml").unlink()
        runtime.reload()
        good = http.get("/readyz").json()
        assert (good["snapshot"], good["last_load"]["ok"]) == (before["snapshot"], True)
        assert good["last_load"]["problems"] == []


def test_a_reload_that_changes_the_data(root: Path) -> None:
    """After a reload with other data every answer is from the new snapshot, and a pin on the old one is 409."""
    runtime = Runtime(root)
    with client(runtime, root=root) as http:
        old = http.get("/v1/stats").json()["snapshot"]
        tag = http.get("/v1/entities/iran").headers["etag"]
        (root / "graph_data" / "entities" / "zz.yaml").write_text(
            "entities:\n  - id: narnia\n    type: Region\n    label: Narnia\n    description: A test.\n"
        )
        report = runtime.reload()
        assert report.ok, report.problems
        assert http.get("/v1/entities/narnia").status_code == 200
        changed = http.get("/v1/entities/iran", headers={"if-none-match": tag})
        assert changed.status_code == 200
        assert changed.json()["snapshot"] == report.snapshot != old
        assert old in problem(http.get(f"/v1/entities/iran?snapshot={old}"), 409)["detail"]
        assert http.get(f"/v1/entities/iran?snapshot={report.snapshot}").status_code == 200


def test_the_list_of_problems_is_bounded(root: Path) -> None:
    """A thousand problems do not make a page of a thousand lines."""
    lines = [f"  - id: x{n}\n    type: Stte\n    label: L{n}\n    description: A test.\n" for n in range(300)]
    (root / "graph_data" / "entities" / "zz.yaml").write_text("entities:\n" + "".join(lines), encoding="utf-8")
    with client(root=root) as http:
        assert len(http.get("/readyz").json()["last_load"]["problems"]) == 100


# metrics


def families(http: TestClient) -> dict[str, Any]:
    """The metrics, parsed."""
    answer = http.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {family.name: family for family in text_string_to_metric_families(answer.text)}


def value(http: TestClient, name: str, **labels: str) -> float:
    """The value of one sample."""
    samples = [s for family in families(http).values() for s in family.samples]
    [found] = [s.value for s in samples if s.name == name and s.labels == labels]
    return float(found)


def test_metrics() -> None:
    """Requests are counted by method, route template and status, their durations by route; the snapshot is measured."""
    with client(Held(sheltering())) as http:
        for entity in ("rebels", "graustark", "nobody"):
            http.get(f"/v1/entities/{entity}")
        http.get("/v1/relations?foo=1")
        http.head("/v1/relations")
        http.get("/nowhere")
        http.request("BREW", "/v1/relations")
        count = "realpolitik_requests_total"
        assert value(http, count, method="GET", route="/v1/entities/{id}", status="200") == 2
        assert value(http, count, method="GET", route="/v1/entities/{id}", status="404") == 1
        assert value(http, count, method="GET", route="/v1/relations", status="400") == 1
        assert value(http, count, method="HEAD", route="/v1/relations", status="200") == 1
        assert value(http, count, method="GET", route="unmatched", status="404") == 1
        assert value(http, count, method="other", route="/v1/relations", status="405") == 1
        assert value(http, "realpolitik_request_seconds_count", route="/v1/entities/{id}") == 3
        assert value(http, "realpolitik_snapshot_size", what="entities") > 0
        assert value(http, "realpolitik_snapshot_size", what="relations") == 5
        assert value(http, "realpolitik_snapshot_size", what="claims") == 5
        assert value(http, "realpolitik_last_load_ok") == 1


def test_metrics_do_not_grow_with_what_is_asked() -> None:
    """Labels are routes and not paths: however many things are asked for, the number of series stays."""
    with client(Held(sheltering())) as http:
        http.request("BREW", "/v1/entities/x")
        http.get("/v1/entities/x")
        http.get("/metrics")
        before = sum(len(f.samples) for f in families(http).values())
        for n in range(20):
            http.get(f"/v1/entities/x{n}")
            http.request(f"BREW{n}", "/v1/entities/x")
        after = sum(len(f.samples) for f in families(http).values())
        assert after == before


def test_apps_count_for_themselves() -> None:
    """Two apps in one process do not share their counts."""
    with client(Held(sheltering())) as one, client(Held(sheltering())) as two:
        one.get("/v1/entities/rebels")
        assert "/v1/entities/{id}" not in two.get("/metrics").text


# documentation


class Links(HTMLParser):
    """What a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.inline = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down sources and addresses."""
        given = dict(attrs)
        self.inline += tag == "script" and "src" not in given
        self.inline += "style" in given or any(name.startswith("on") for name in given)
        self.found += [(tag, given[name] or "") for name in ("src", "href") if name in given]


@pytest.fixture(scope="module", params=["", "/graph"])
def documented(request: pytest.FixtureRequest) -> Iterator[tuple[TestClient, str]]:
    """A client, and the prefix under which its app is served."""
    with client(Held(sheltering()), root_path=request.param) as http:
        yield http, request.param


def test_docs_load_only_from_here(documented: tuple[TestClient, str]) -> None:
    """/docs and all that it loads come from this server: no other host is named, nothing is inline, all is there."""
    http, prefix = documented
    page = http.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "//" not in re.sub(r"<!doctype[^>]*>", "", page.text)
    links = Links()
    links.feed(page.text)
    assert links.inline == 0
    assert len(links.found) >= 4
    for tag, address in links.found:
        assert address.startswith(f"{prefix}/docs/"), address
        asset = http.get(address.removeprefix(prefix))
        assert asset.status_code == 200
        kind = asset.headers["content-type"]
        assert kind.startswith(("text/css", "image/") if tag == "link" else "text/javascript")
        if kind.startswith("text/css"):
            assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", asset.text)
            assert "@import" not in asset.text


def test_docs_may_load_only_from_here(documented: tuple[TestClient, str]) -> None:
    """The browser is told to load nothing from elsewhere: even the bundle's own links to other hosts stay dead."""
    policy = documented[0].get("/docs").headers["content-security-policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["connect-src"] == "'self'"
    assert not re.search(r"https?:|\*", policy)


def test_docs_find_the_document(documented: tuple[TestClient, str]) -> None:
    """The page asks for the OpenAPI document under the prefix, and the document says which prefix that is."""
    http, prefix = documented
    start = http.get("/docs/start.js").text
    assert 'replace("docs/start.js", "openapi.json")' in start
    assert "validatorUrl: null" in start
    document = http.get("/openapi.json").json()
    assert [s["url"] for s in document.get("servers", [])] == ([prefix] if prefix else [])


def test_a_prefix_that_is_not_stripped(documented: tuple[TestClient, str]) -> None:
    """A proxy that leaves the prefix in the path is served, too, and links are the same."""
    http, prefix = documented
    for path in ("/v1/relations?limit=1", f"{prefix}/v1/relations?limit=1"):
        assert http.get(path).json()["next"] == f"{prefix}/v1/relations?limit=1&offset=1"


@pytest.mark.parametrize("given", ["graph", "/graph", "graph/", "/graph/", "//graph"])
def test_how_a_prefix_is_written(given: str) -> None:
    """Slashes around a prefix do not matter."""
    with client(Held(sheltering()), root_path=given) as http:
        assert http.get("/v1/relations?limit=1").json()["next"] == "/graph/v1/relations?limit=1&offset=1"
