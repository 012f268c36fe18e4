"""What every answer has, whatever was asked: validators, compression, CORS, ids, headers, limits, and no 500."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse
from starlette.websockets import WebSocketDisconnect

from app.api.app import create_app
from app.api.logs import JsonFormatter
from tests.api.clients import Held, client, problem, settings
from tests.api.openapi import GETS, OPERATIONS, READS, asked, filled
from tests.worlds import sheltering

UNCACHED = ("/v1/stats", "/healthz", "/readyz", "/metrics")
CACHED = [path for path in GETS if path not in UNCACHED]
SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ANSWERS = [
    ("GET", "/v1/relations?limit=1", 200),
    ("GET", "/v1/relations?foo=1", 400),
    ("GET", "/v1/entities/nobody", 404),
    ("GET", "/nowhere", 404),
    ("POST", "/v1/relations", 405),
    ("GET", "/v1/relations?snapshot=old", 409),
    ("GET", f"/v1/relations?q={'x' * 9000}", 414),
    ("GET", "/docs", 200),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("GET", "/metrics", 200),
    ("GET", "/openapi.json", 200),
    ("HEAD", "/v1/relations", 200),
]


# validators


@pytest.mark.parametrize("path", CACHED)
def test_a_validator_and_its_304(curated: TestClient, path: str) -> None:
    """Reads have a weak ETag that names the snapshot; whoever has it gets 304 without a body."""
    first = curated.get(asked(path))
    assert first.status_code == 200, first.text[:500]
    tag = first.headers["etag"]
    assert re.fullmatch(r'W/"[0-9a-f]+\.[^"]+"', tag)
    again = curated.get(asked(path), headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["cache-control"] == "public, no-cache"
    assert "accept" in again.headers["vary"].lower()


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("{tag}", 304),
        ("{strong}", 304),
        ('"other", {tag}', 304),
        ('W/"other" ,{strong}', 304),
        ("*", 304),
        ('"other"', 200),
        ("", 200),
        ("nonsense", 200),
    ],
)
def test_if_none_match(curated: TestClient, given: str, status: int) -> None:
    """If-None-Match is a list of tags that are compared weakly, or a star."""
    tag = curated.get("/v1/relations").headers["etag"]
    value = given.format(tag=tag, strong=tag.removeprefix("W/"))
    assert curated.get("/v1/relations", headers={"if-none-match": value}).status_code == status


def test_the_validator_changes_with_the_data(curated: TestClient) -> None:
    """Other data, other tag."""
    with client(Held(sheltering())) as http:
        assert http.get("/v1/relations").headers["etag"] != curated.get("/v1/relations").headers["etag"]


@pytest.mark.parametrize("path", UNCACHED)
def test_what_may_not_be_kept(curated: TestClient, path: str) -> None:
    """What tells of the process and not of the snapshot alone is never kept."""
    answer = curated.get(path, headers={"if-none-match": "*"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_errors_have_no_validator(curated: TestClient) -> None:
    """An error is not answered with 304."""
    answer = curated.get("/v1/entities/nobody", headers={"if-none-match": "*"})
    assert answer.status_code == 404
    assert "etag" not in answer.headers


# HEAD, compression


@pytest.mark.parametrize("path", [*map(asked, GETS), "/docs", "/docs/start.js", "/docs/assets/favicon.png"])
def test_head(curated: TestClient, path: str) -> None:
    """HEAD gives status and headers of GET, and no body."""
    plain = {"accept-encoding": "identity"}
    get, head = curated.get(path, headers=plain), curated.head(path, headers=plain)
    assert head.status_code == get.status_code
    assert head.content == b""
    ignored = {"x-request-id", "content-length"} if path == "/metrics" else {"x-request-id"}
    assert {k: v for k, v in head.headers.items() if k not in ignored} == {
        k: v for k, v in get.headers.items() if k not in ignored
    }


def test_head_of_an_error(curated: TestClient) -> None:
    """HEAD of a wrong request has the status and no body."""
    answer = curated.head("/v1/relations?foo=1")
    assert (answer.status_code, answer.content) == (400, b"")


def test_gzip(curated: TestClient) -> None:
    """Long answers are compressed for those who take it, with the same content; short ones are not."""
    with curated.stream("GET", "/v1/relations", headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    plain = curated.get("/v1/relations", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 4
    assert "content-encoding" not in curated.get("/healthz", headers={"accept-encoding": "gzip"}).headers


# CORS


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_cors(curated: TestClient, method: str, path: str, status: int) -> None:
    """Pages of any origin may read every answer, errors and refusals too, and the headers that matter."""
    answer = curated.request(method, path, headers={"origin": "https://page.example"})
    assert answer.status_code == status
    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = answer.headers["access-control-expose-headers"].lower()
    assert all(name in exposed for name in ("etag", "x-request-id", "content-disposition", "link"))
    assert "access-control-allow-credentials" not in answer.headers


def test_preflight(curated: TestClient) -> None:
    """A preflight is answered for reads and for patterns, with any header, for a day."""
    for method in ("GET", "POST", "HEAD"):
        answer = curated.options(
            "/v1/relations",
            headers={
                "origin": "https://page.example",
                "access-control-request-method": method,
                "access-control-request-headers": "x-request-id, content-type",
            },
        )
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        assert method in answer.headers["access-control-allow-methods"]
        assert "x-request-id" in answer.headers["access-control-allow-headers"].lower()
        assert answer.headers["access-control-max-age"] == "86400"
    refused = curated.options(
        "/v1/relations", headers={"origin": "https://page.example", "access-control-request-method": "DELETE"}
    )
    assert refused.status_code == 400


def test_cors_is_configurable() -> None:
    """Only the named origins may read where some are named."""
    with client(Held(sheltering()), cors_origins=("https://good.example",)) as http:
        good = http.get("/v1/relations", headers={"origin": "https://good.example"})
        assert good.headers["access-control-allow-origin"] == "https://good.example"
        assert "origin" in good.headers["vary"].lower()
        assert (
            "access-control-allow-origin"
            not in http.get("/v1/relations", headers={"origin": "https://bad.example"}).headers
        )


# ids and headers


@pytest.mark.parametrize("given", ["a", "abc-123_4.5", "0" * 64])
def test_a_safe_request_id_is_echoed(curated: TestClient, given: str) -> None:
    """A request id of letters, digits, dot, dash and underscore comes back as it was given."""
    assert curated.get("/healthz", headers={"x-request-id": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a b", "a" * 65, "<script>", "id;drop", "a\tb", "é", "a,b", "a/b", '"a"', "{}"])
def test_an_unsafe_request_id_is_replaced(curated: TestClient, given: str) -> None:
    """Any other request id is not repeated: the request gets one of its own."""
    made = curated.get("/healthz", headers={b"x-request-id": given.encode()}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)


def test_request_ids_differ(curated: TestClient) -> None:
    """Each request has its own id."""
    assert len({curated.get("/healthz").headers["x-request-id"] for _ in range(20)}) == 20


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_security_headers(curated: TestClient, method: str, path: str, status: int) -> None:
    """Every answer has an id and the security headers, each once, and nothing tells which server it is."""
    answer = curated.request(method, path)
    assert answer.status_code == status
    assert answer.headers["x-request-id"]
    for name, value in SECURITY.items():
        assert answer.headers.get_list(name) == [value]
    policy = answer.headers.get_list("content-security-policy")
    assert len(policy) == 1
    assert policy[0].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy[0]
    assert "server" not in answer.headers


def test_the_access_log(curated: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Each request leaves one line of JSON with its id, route, status and time."""
    with caplog.at_level(logging.INFO, "realpolitik.access"):
        curated.get("/v1/entities/iran/relations?q=a%20b", headers={"x-request-id": "mine"})
    [record] = [r for r in caplog.records if r.name == "realpolitik.access"]
    line = json.loads(JsonFormatter().format(record))
    assert line["message"] == "GET /v1/entities/iran/relations"
    assert line["route"] == "/v1/entities/{id}/relations"
    assert (line["status"], line["query"], line["level"]) == (200, "q=a%20b", "info")
    assert line["milliseconds"] > 0


# methods


@pytest.mark.parametrize("path", [p for p in GETS if ("post", p) not in OPERATIONS] + ["/docs/assets/swagger-ui.css"])
def test_other_methods(curated: TestClient, path: str) -> None:
    """A method that is not answered is 405 with a problem document, and Allow says which are."""
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
        answer = curated.request(method, filled(path))
        body = problem(answer, 405)
        allowed = answer.headers["allow"]
        assert {m.strip() for m in allowed.split(",")} >= {"GET", "HEAD"}
        assert method not in allowed
        assert allowed in body["detail"]


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/v1", "/v2/relations", "/v1/relations/", "/v1//relations", "/%00", "/v1/entities/iran/a", "/docs/x"],
)
def test_unknown_paths(curated: TestClient, path: str) -> None:
    """A path that is none is a problem document that says where to look."""
    assert "/openapi.json" in problem(curated.get(path), 404)["detail"]


def test_an_unknown_path_is_not_repeated_at_length(curated: TestClient) -> None:
    """A long unknown path is cut in the message."""
    assert len(curated.get("/" + "x" * 5000).content) < 600


# limits


def test_a_query_string_that_is_too_long(curated: TestClient) -> None:
    """A query string past the bound is 414, and the bound is named."""
    body = problem(curated.get(f"/v1/entities?q={'x' * 8191}"), 414)
    assert body["bound"] == "query string"
    assert "8192" in body["detail"]
    assert curated.get(f"/v1/entities?q={'x' * 8190}").status_code == 400


def test_a_path_that_is_too_long(curated: TestClient) -> None:
    """A path past the bound is 414, too."""
    assert problem(curated.get(f"/v1/entities/{'x' * 9000}"), 414)["bound"] == "path"


@pytest.mark.parametrize("length", ["262145", "9" * 30, "9" * 5000, "-1", "1e3", "ten", "0x10"])
def test_a_body_that_says_it_is_too_large(curated: TestClient, length: str) -> None:
    """A body whose length is past the bound, or is no length, is refused before it is read."""
    answer = curated.post("/v1/relations", content=b"x", headers={"content-length": length})
    body = problem(answer, 413)
    assert body["bound"] == "body"
    assert "262144" in body["detail"]


def with_routes(**given: Any) -> FastAPI:
    """The app over a world, with routes of the tests: one reads, one is slow, one fails, one fails half way."""
    app = create_app(settings(**given), Held(sheltering()))

    @app.post("/read")
    async def read(body: dict[str, Any]) -> dict[str, int]:
        return {"keys": len(body)}

    @app.post("/raw")
    async def raw(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    @app.get("/slow")
    async def slow() -> None:
        await asyncio.sleep(30)

    @app.get("/long")
    async def long(pause: float) -> StreamingResponse:
        async def pieces() -> AsyncIterator[bytes]:
            for number in range(5):
                await asyncio.sleep(pause if number else 0)
                yield b"piece "

        return StreamingResponse(pieces())

    @app.get("/fails")
    async def fails() -> None:
        raise ZeroDivisionError("a secret")

    @app.get("/times-out")
    async def times_out() -> None:
        raise TimeoutError("of something else")

    return app


@pytest.fixture(scope="module")
def strained() -> Iterator[TestClient]:
    """A client of an app with a tight limit on bodies and routes that strain it."""
    with TestClient(with_routes(max_body_bytes=1024), raise_server_exceptions=False) as http:
        yield http


@pytest.mark.parametrize("path", ["/read", "/raw"])
def test_a_body_that_does_not_say_that_it_is_too_large(strained: TestClient, path: str) -> None:
    """A body that comes in pieces is counted, and refused at the bound."""

    def pieces() -> Iterator[bytes]:
        yield b'{"a": "'
        for _ in range(20):
            yield b"x" * 100
        yield b'"}'

    assert problem(strained.post(path, content=pieces()), 413)["bound"] == "body"
    assert strained.post("/raw", content=b"x" * 1024).json() == {"bytes": 1024}


def test_the_time_limit() -> None:
    """What takes longer than the limit is given up with 503, and the limit is named."""
    with TestClient(with_routes(request_timeout=0.2), raise_server_exceptions=False) as http:
        answer = http.get("/slow", headers={"origin": "https://page.example"})
    body = problem(answer, 503)
    assert (body["bound"], "0.2 s" in body["detail"]) == ("time", True)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-request-id"]


def test_long_answers_wait_for_each_other() -> None:
    """No more answers are made at once than there are threads for them, and none is lost by it."""
    app, now, most = with_routes(threads=2), [0], [0]

    @app.get("/works")
    def works() -> None:
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.05)
        now[0] -= 1

    with TestClient(app) as http, ThreadPoolExecutor(8) as askers:
        answers = list(askers.map(lambda _: http.get("/works").status_code, range(8)))
    assert (answers, most) == ([200] * 8, [2])


def test_a_long_answer_may_take_longer() -> None:
    """What comes piece by piece is cut off only where a piece is late."""
    with TestClient(with_routes(request_timeout=0.4), raise_server_exceptions=False) as http:
        assert http.get("/long?pause=0.1").text == "piece " * 5
        with pytest.raises(TimeoutError):
            TestClient(http.app).get("/long?pause=5")


@pytest.mark.parametrize("path", ["/fails", "/times-out"])
def test_a_failure_of_ours(strained: TestClient, caplog: pytest.LogCaptureFixture, path: str) -> None:
    """Should code fail, the answer is a problem document that tells nothing but its id, under which the log has all."""
    answer = strained.get(path, headers={"x-request-id": "find-me", "origin": "https://page.example"})
    body = problem(answer, 500)
    assert "secret" not in answer.text
    assert "id" in body["detail"]
    assert answer.headers["x-request-id"] == "find-me"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert SECURITY.items() <= dict(answer.headers).items()
    [record] = [r for r in caplog.records if r.levelno == logging.ERROR]
    assert record.exc_info is not None


def test_the_log_of_a_failure_has_the_id() -> None:
    """The line that tells of a failure carries the id that the answer has."""
    logger, handler = logging.getLogger("realpolitik.api"), logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    lines: list[str] = []
    handler.emit = lambda record: lines.append(handler.format(record))  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        with TestClient(with_routes(), raise_server_exceptions=False) as http:
            http.get("/fails", headers={"x-request-id": "find-me"})
    finally:
        logger.removeHandler(handler)
    [line] = [json.loads(text) for text in lines]
    assert (line["request_id"], line["level"]) == ("find-me", "error")
    assert "ZeroDivisionError: a secret" in line["exception"]


def test_not_loaded(tmp_path: Path) -> None:
    """Before there is a snapshot, every read is 503 with Retry-After, and the service lives."""
    with client(root=tmp_path) as http:
        for path in READS:
            answer = http.get(asked(path))
            assert "/readyz" in problem(answer, 503)["detail"]
            assert answer.headers["retry-after"] == "5"
        assert http.get("/healthz").json() == {"status": "ok"}


def test_nothing_but_http(curated: TestClient) -> None:
    """A web socket is refused."""
    with pytest.raises(WebSocketDisconnect), curated.websocket_connect("/v1/relations"):
        pass
