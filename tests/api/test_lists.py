"""The envelope of every list: totals, pages, facets, claims that come along, and why a list is empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.clients import SOURCE, Held, client, ids, problem
from tests.api.conftest import Ask
from tests.worlds import World

LISTS = (
    "/v1/entities",
    "/v1/relations",
    "/v1/claims",
    "/v1/sources",
    "/v1/entities/pakistan/relations",
    "/v1/entities/pakistan/adjacent",
)
ENVELOPE = {"results", "total", "facets", "limit", "offset", "next", "previous", "snapshot", "notes"}


def pages(http: TestClient, address: str) -> Iterator[dict[str, Any]]:
    """The pages of a list, each found by the link of the one before."""
    following: str | None = address
    while following is not None:
        answer = http.get(following)
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        yield page
        following = page["next"]


def key(item: dict[str, Any]) -> str:
    return str(item["entity"]["id"] if "entity" in item else item["id"])


@pytest.mark.parametrize("path", LISTS)
def test_the_envelope(curated: TestClient, path: str) -> None:
    """Every list has the same envelope, with 50 results at most where nothing is asked, from the first on."""
    body = curated.get(path).json()
    assert set(body) == ENVELOPE
    assert (body["limit"], body["offset"], body["previous"]) == (50, 0, None)
    assert body["total"]["relation"] == "eq"
    assert len(body["results"]) == min(50, body["total"]["value"]) > 0
    assert (body["next"] is None) is (body["total"]["value"] <= 50)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_next_leads_through_all(curated: TestClient, path: str, limit: int) -> None:
    """Following `next` to the end gives every result once, in the order of the whole list."""
    whole = curated.get(path, params={"limit": 1000}).json()
    assert whole["next"] is None
    walked = list(pages(curated, f"{path}?limit={limit}"))
    assert [key(r) for page in walked for r in page["results"]] == [key(r) for r in whole["results"]]
    assert {page["total"]["value"] for page in walked} == {len(whole["results"])}
    assert walked[-1]["next"] is None


def test_links_keep_the_question(curated: TestClient) -> None:
    """Links carry every parameter of the request, repeated and odd ones too, and both directions agree."""
    question = "/v1/relations?status=asserted&status=alleged&subject=Iran&q=t%26%C3%AF%2B&limit=2&offset=2"
    assert curated.get(question).json()["previous"] == (
        "/v1/relations?status=asserted&status=alleged&subject=Iran&q=t%26%C3%AF%2B&limit=2&offset=0"
    )
    first, second, *_ = pages(curated, "/v1/relations?subject=pakistan&limit=2")
    assert curated.get(second["previous"]).json() == first


@pytest.mark.parametrize(("offset", "previous"), [(0, None), (3, 0), (5, 0), (12, 7)])
def test_previous(curated: TestClient, offset: int, previous: int | None) -> None:
    """`previous` leads one page back, and never before the first result."""
    link = curated.get("/v1/claims", params={"limit": 5, "offset": offset}).json()["previous"]
    assert link == (None if previous is None else f"/v1/claims?limit=5&offset={previous}")


def test_an_offset_past_the_end(curated: TestClient) -> None:
    """Past the end a page is empty, says how many there are, and gives no reason for an absence, as there is none."""
    body = curated.get("/v1/claims?offset=9999").json()
    assert body["results"] == []
    assert body["total"]["value"] > 0
    assert body["next"] is None
    assert "absence" not in body


@pytest.fixture(scope="module")
def crowd() -> Iterator[TestClient]:
    """More entities than `offset` reaches."""
    world = World()
    for number in range(10_030):
        world.state(f"state-{number:05}")
    with client(Held(world)) as http:
        yield http


def test_beyond_the_reach_of_offset(crowd: TestClient) -> None:
    """`offset` reaches 10,000 and no further; from there on `next` and `previous` lead by cursor, to the very end."""
    assert crowd.get("/v1/entities?limit=20&offset=9980").json()["next"] == "/v1/entities?limit=20&offset=10000"
    assert "10000" in problem(crowd.get("/v1/entities?limit=20&offset=10001"), 400)["detail"]
    page = crowd.get("/v1/entities?limit=20&offset=10000").json()
    last = crowd.get(page["next"]).json()
    assert (len(page["results"]), len(last["results"]), last["offset"], last["next"]) == (20, 10, 10_020, None)
    assert [r["id"] for r in last["results"]] == [f"state-{n:05}" for n in range(10_020, 10_030)]
    assert crowd.get(last["previous"]).json()["results"] == page["results"]
    assert "cursor=" in page["next"]
    assert "offset" not in page["next"]


def test_a_cursor_means_one_snapshot(crowd: TestClient, curated: TestClient) -> None:
    """A cursor of another snapshot is refused with 409, one that is none with 400."""
    following = crowd.get("/v1/entities?limit=20&offset=10000").json()["next"]
    assert "no longer served" in problem(curated.get(following), 409)["detail"]
    for wrong in (
        "",
        "1",
        "1.",
        ".0000000000000000",
        "-1.0000000000000000",
        "1.000000000000000g",
        "ž.0000000000000000",
    ):
        problem(curated.get("/v1/entities", params={"cursor": wrong}), 400)
    beyond = f"zzzzzzzz.{curated.get('/v1/stats').json()['snapshot']}"
    assert curated.get(f"/v1/relations?cursor={beyond}").json()["results"] == []


@pytest.mark.parametrize(("limit", "status"), [(0, 400), (1, 200), (1000, 200), (1001, 400), (-1, 400)])
def test_the_bounds_of_limit(curated: TestClient, limit: int, status: int) -> None:
    """`limit` is from 1 to 1000; what lies beyond is refused and not cut down."""
    assert curated.get("/v1/relations", params={"limit": limit}).status_code == status


RELATION_FACETS = (
    "asserted_by", "category", "confidence", "dataset", "modality", "polarity", "source", "stance", "status", "type",
)  # fmt: skip


@pytest.mark.parametrize("path", ["/v1/relations", "/v1/claims", "/v1/entities/pakistan/relations"])
@pytest.mark.parametrize("name", RELATION_FACETS)
def test_relation_facets(curated: TestClient, path: str, name: str) -> None:
    """Each facet counts over the whole answer and not the page, and each count is what the filter finds."""
    body = curated.get(path, params={"facets": name, "limit": 1}).json()
    assert list(body["facets"]) == [name]
    facet = body["facets"][name]
    assert facet["label"]
    counts = [value["count"] for value in facet["values"]]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) >= body["total"]["value"]
    if name == "confidence":  # no filter means exactly one level of it
        return
    for value in facet["values"]:
        found = curated.get(path, params={name: value["name"], "exact": True, "limit": 1}).json()
        if name != "type":  # the filter includes subtypes
            assert found["total"]["value"] == value["count"], value
        assert found["total"]["value"] >= value["count"]


@pytest.mark.parametrize("name", ["country", "existence", "generic", "type"])
def test_entity_facets(curated: TestClient, name: str) -> None:
    """Entities are counted by type, country, existence, and whether they are a class."""
    body = curated.get("/v1/entities", params={"facets": name, "limit": 1}).json()
    values = body["facets"][name]["values"]
    assert values
    for value in values:
        found = curated.get("/v1/entities", params={name: value["name"], "limit": 1}).json()
        assert found["total"]["value"] >= value["count"] > 0


def test_several_facets(curated: TestClient) -> None:
    """Several facets come in the order in which they were asked for, each once."""
    body = curated.get("/v1/relations?facets=type&facets=polarity&facets=type&limit=1").json()
    assert list(body["facets"]) == ["type", "polarity"]
    assert {v["name"] for v in body["facets"]["polarity"]["values"]} <= {"cooperative", "neutral", "conflictual"}


@pytest.mark.parametrize(
    ("path", "valid"),
    [
        ("/v1/relations", RELATION_FACETS),
        ("/v1/claims", RELATION_FACETS),
        ("/v1/entities/iran/relations", RELATION_FACETS),
        ("/v1/entities", ("country", "existence", "generic", "type")),
    ],
)
def test_an_unknown_facet(curated: TestClient, path: str, valid: tuple[str, ...]) -> None:
    """An unknown facet is refused, and the known ones are listed."""
    body = problem(curated.get(path, params={"facets": "tpye"}), 400)
    assert body["errors"][0]["loc"] == ["query", "facets"]
    assert tuple(body["errors"][0]["valid"]) == valid


@pytest.mark.parametrize("path", ["/v1/relations", "/v1/entities/iran/relations"])
def test_claims_come_along(curated: TestClient, path: str) -> None:
    """`include=claims` puts the claims with their evidence where else their number stands."""
    without = curated.get(path).json()["results"]
    along = curated.get(path, params={"include": "claims"}).json()["results"]
    assert [r["claims"] for r in without] == [len(r["claims"]) for r in along]
    for relation in along:
        assert {c["relation"] for c in relation["claims"]} == {relation["id"]}
        assert all(c["evidence"][0]["paragraph"] >= 1 and c["evidence"][0]["note"] for c in relation["claims"])


def test_claims_come_along_with_neighbours(curated: TestClient) -> None:
    """Neighbours carry relations with claims where asked to."""
    neighbours = curated.get("/v1/entities/iran/adjacent?include=claims").json()["results"]
    assert all(isinstance(r["claims"], list) for n in neighbours for r in n["relations"])


def test_the_claims_shown_are_those_that_remain(over: Ask) -> None:
    """Under the known clock a relation shows the claims of that day only, with the status that they amount to."""
    http = over("two_clocks")
    found = http.get("/v1/relations?known_at=2019-12&id=graustark.funds.rebels&include=claims").json()["results"][0]
    assert [c["source"] for c in found["claims"]] == ["gazette"]
    assert (found["ended"], found["sources"], found["datasets"]) == (False, ["gazette"], ["press"])
    full = http.get("/v1/relations/graustark.funds.rebels").json()["relation"]
    assert (full["ended"], full["sources"], full["datasets"]) == (True, ["courier", "gazette"], ["archive", "press"])


def absent(http: TestClient, address: str) -> dict[str, Any]:
    """The absence of an answer that is empty."""
    body = http.get(address).json()
    assert body["results"] == []
    assert body["total"]["value"] == 0
    absence: dict[str, Any] = body["absence"]
    assert set(absence) == {"status", "silences", "sources_checked", "hidden", "nearest"}
    return absence


@pytest.mark.parametrize(
    "address",
    [
        "/v1/relations?type=supports&object=rebels",
        "/v1/claims?type=supports&object=rebels",
        "/v1/entities/rebels/relations?type=supports&direction=in",
        "/v1/entities/rebels/adjacent?type=supports&direction=in",
    ],
)
def test_what_is_not_stated(over: Ask, address: str) -> None:
    """A silence that covers the question is the answer, with the claims that come nearest."""
    absence = absent(over("sheltering"), address)
    assert absence["status"] == "not_stated"
    assert [s["question"] for s in absence["silences"]] == ["Who armed the rebels?"]
    silence = absence["silences"][0]
    assert (silence["subject"], silence["object"]["id"], silence["source"]) == ("any", "rebels", "gazette")
    assert [c["id"] for c in absence["nearest"]] == silence["nearest"]
    assert absence["nearest"][0]["relation"] == "graustark.shelters.rebels"
    assert (absence["sources_checked"], absence["hidden"]) == (1, {})


def test_what_was_not_looked_for(over: Ask) -> None:
    """Without a silence nobody has looked: `unchecked`."""
    absence = absent(over("sheltering"), "/v1/relations?type=allied_with&subject=graustark")
    assert (absence["status"], absence["silences"], absence["hidden"]) == ("unchecked", [], {})


@pytest.mark.parametrize(
    ("query", "hidden"),
    [
        ("type=attacks&as_of=2018", {"as_of": 1}),
        ("type=attacks&as_of=2019-06&status=alleged", {"status": 1}),
        ("type=attacks&as_of=2018&status=alleged", {"combined": 1}),
        ("type=shelters&modality=agreed", {"modality": 1}),
        ("during=2019-04-10/2019-04-20&type=attacks&certainty=certain", {"during": 1, "certainty": 1}),
    ],
)
def test_what_filters_hide(over: Ask, query: str, hidden: dict[str, int]) -> None:
    """What would appear is counted per filter that hides it, each lifted alone, or all of them together."""
    absence = absent(over("sheltering"), f"/v1/relations?{query}")
    assert (absence["status"], absence["hidden"]) == ("hidden_by_filters", hidden)
    assert absence["nearest"]


def test_what_is_denied(over: Ask) -> None:
    """Where all that filters hide is a denial, the answer is `denied`, and the denial is shown."""
    query = "subject=ruritania&object=the-valley&type=controls&stance=affirms&exact=true"
    absence = absent(over("border_dispute"), f"/v1/relations?{query}")
    assert (absence["status"], absence["hidden"]) == ("denied", {"stance": 1})
    assert {c["stance"] for c in absence["nearest"]} == {"denies"}


def test_absent_entities(curated: TestClient) -> None:
    """An empty list of entities says which filter empties it."""
    absence = absent(curated, "/v1/entities?type=Embassy&country=IR&generic=true")
    assert absence["status"] == "hidden_by_filters"
    assert set(absence["hidden"]) <= {"type", "country", "generic"}
    assert absent(curated, "/v1/entities?q=%F0%9F%A6%86")["hidden"]["q"] > 50


def test_no_absence_where_there_is_something(curated: TestClient) -> None:
    """An answer that has results has no absence."""
    assert "absence" not in curated.get("/v1/relations?limit=1").json()


@pytest.mark.parametrize(
    "path",
    [
        *LISTS,
        "/v1/ontology",
        "/v1/datasets",
        "/v1/stats",
        "/v1/suggest?q=iran",
        "/v1/entities/iran",
        f"/v1/sources/{SOURCE}",
    ],
)
def test_every_answer_names_its_snapshot(curated: TestClient, path: str) -> None:
    """Every envelope carries the snapshot; pinned to it the answer is the same, and another pin is refused (409)."""
    body = curated.get(path).json()
    joint = "&" if "?" in path else "?"
    pinned = curated.get(f"{path}{joint}snapshot={body['snapshot']}")
    assert pinned.status_code == 200
    assert pinned.json()["snapshot"] == body["snapshot"]
    if path != "/v1/stats":
        assert pinned.headers["cache-control"] == "public, max-age=3600"
        assert curated.get(path).headers["cache-control"] == "public, no-cache"
    detail = problem(curated.get(f"{path}{joint}snapshot=0123456789abcdef"), 409)["detail"]
    assert body["snapshot"] in detail
    assert "0123456789abcdef" in detail


def test_a_pin_is_a_parameter_and_not_a_text(curated: TestClient) -> None:
    """Only the parameter pins: its name in another value does not make an answer cacheable."""
    assert curated.get("/v1/entities?q=snapshot=").headers["cache-control"] == "public, no-cache"


def test_a_pin_is_kept_by_links(curated: TestClient) -> None:
    """Pages that are found by `next` stay pinned."""
    snapshot = curated.get("/v1/stats").json()["snapshot"]
    assert f"snapshot={snapshot}" in curated.get(f"/v1/claims?snapshot={snapshot}&limit=1").json()["next"]


def test_the_order_is_stable(curated: TestClient) -> None:
    """The same question gives the same bytes."""
    for path in LISTS:
        assert curated.get(path).content == curated.get(path).content


def test_a_batch(curated: TestClient) -> None:
    """Entities, relations and claims are found in batches of ids."""
    assert ids(curated.get("/v1/entities?id=iran&id=pakistan&sort=name")) == ["iran", "pakistan"]
    some = ids(curated.get("/v1/relations?limit=3"))
    assert ids(curated.get("/v1/relations", params={"id": some})) == some
