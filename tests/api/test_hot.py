"""The hot reads give the very same bytes and headers as the routes that define them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.api.app import create_app
from app.api.hot import ROUTES, HotReads
from app.api.routers import graph, relations
from app.runtime import Runtime
from app.settings import load_settings

QUERIES = (
    "",
    "limit=3",
    "limit=3&offset=2",
    "type=shelters&type=tense_relations_with",
    "category=diplomatic",
    "polarity=conflictual&polarity=cooperative",
    "status=alleged",
    "modality=planned",
    "stance=denies",
    "progress=attempted",
    "asserted_by=foreign-office-of-pakistan",
    "asserted_by=pakistan&exact=true",
    "addressed_to=iran",
    "source=pakistan-iran-relations-under-imran-khan",
    "dataset=curated",
    "min_confidence=high",
    "as_of=2019-05",
    "as_of=2019-06&certainty=certain",
    "known_at=2019",
    "known_at=2018",
    "during=2018/2019-03&time_match=within",
    "q=base",
    "facets=type&facets=status",
    "include=claims&limit=2",
    "direction=out",
    "other=iran",
    "subject=iran",
    "subject=Iran&object=pakistan",
    "between=iran,pakistan",
    "id=iran.tense_relations_with.pakistan",
    "entity=iran",
    "entity=iran&depth=2&limit=4&type=shelters",
    "entity=iran&format=graphml",
    "entity=iran&include=claims&include=sources",
    "unknown=1",
    "as_of=2019&as_of=2020",
    "as_of=never",
    "limit=0",
    "limit=",
    "type=",
    "snapshot=gone",
    "type=%00&q=%F0%9F%92%A3",
)
PATHS = (
    "/v1/relations",
    "/v1/entities/iran",
    "/v1/entities/iran/relations",
    "/v1/entities/pakistan/adjacent",
    "/v1/graph",
    "/v1/entities/nobody/adjacent",
    "/v1/entities/nobody",
)
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"accept-encoding": "gzip"},
    {"origin": "https://example.org"},
    {"if-none-match": "*"},
    {"accept": "application/graphml+xml"},
    {"host": "elsewhere.example"},
)
VARYING = ("x-request-id", "date")


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[TestClient, TestClient]]:
    """The service with the hot reads, and the same service without them."""
    settings = load_settings()
    runtime = Runtime(settings.root)
    runtime.reload()
    hot, plain = create_app(settings, runtime), create_app(settings, runtime)
    cold = [layer for layer in plain.user_middleware if getattr(layer.cls, "__name__", "") != HotReads.__name__]
    assert len(cold) == len(plain.user_middleware) - 1
    plain.user_middleware = cold
    with TestClient(hot) as one, TestClient(plain) as two:
        yield one, two


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", QUERIES)
def test_both_ways_give_the_same_bytes(both: tuple[TestClient, TestClient], path: str, query: str) -> None:
    """Body, status and headers agree, whatever is asked, right or wrong, and however often."""
    first, again, plain = (client.get(f"{path}?{query}") for client in (both[0], *both))
    for hot in (first, again):
        assert (hot.status_code, hot.content) == (plain.status_code, plain.content)
        assert _told(hot.headers) == _told(plain.headers)


@pytest.mark.parametrize("headers", HEADERS)
def test_both_ways_dress_an_answer_alike(both: tuple[TestClient, TestClient], headers: dict[str, str]) -> None:
    """Compression, other origins and validators are the same on both ways, and when it is sent again."""
    for path in ("/v1/entities/pakistan/adjacent", "/v1/graph?entity=pakistan"):
        first, again, plain = (client.get(path, headers=headers) for client in (both[0], *both))
        for hot in (first, again):
            assert (hot.status_code, hot.content) == (plain.status_code, plain.content)
            assert _told(hot.headers) == _told(plain.headers)


def test_every_hot_read_is_taken(both: tuple[TestClient, TestClient]) -> None:
    """Each route of the table answers without the framework: its label in the metrics is its template."""
    taken = []
    for path in (*PATHS[:4], "/v1/graph?entity=iran"):
        parts = path.partition("?")[0].split("/")
        taken.append(ROUTES[len(parts), parts[2], parts[4] if len(parts) == 5 else ""].path)
        assert both[0].get(path).status_code == 200
    metrics = both[0].get("/metrics").text
    assert set(taken) == {route.path for route in ROUTES.values()}
    assert all(f'route="{path}"' in metrics for path in taken)


@pytest.mark.parametrize(
    ("asked", "light"),
    [
        ("entity=iran", True),
        ("entity=iran&type=shelters", True),
        ("entity=iran&entity=pakistan", False),
        ("entity=iran&depth=2", False),
        ("entity=iran&include=claims", False),
        ("entity=iran&include_derived=true", False),
        ("entity=iran&format=png", False),
        ("", False),
    ],
)
def test_only_a_neighbourhood_is_drawn_beside_other_requests(
    monkeypatch: pytest.MonkeyPatch, asked: str, light: bool
) -> None:
    """The graph of one entity needs no thread; whatever may take long is left to one, pictures by Accept, too."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(graph, "run_in_threadpool", fail)
    with TestClient(create_app(load_settings()), raise_server_exceptions=False) as http:
        assert http.get(f"/v1/graph?{asked}").status_code == (200 if light else 500)
        assert http.get(f"/v1/graph?{asked}", headers={"accept": "image/png"}).status_code == 500


def test_a_failure_of_a_hot_read_is_dressed_as_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the code of a hot read fail, the route answers for it: a problem document with the request's id."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    settings = load_settings()
    with TestClient(create_app(settings), raise_server_exceptions=False) as http:
        monkeypatch.setattr(relations, "answer", fail)
        answer = http.get("/v1/relations", headers={"x-request-id": "find-me", "origin": "https://page.example"})
    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert answer.headers["x-request-id"] == "find-me"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"


def _told(headers: object) -> dict[str, str]:
    return {k: v for k, v in dict(headers).items() if k not in VARYING}  # type: ignore[call-overload]
