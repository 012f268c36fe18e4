"""How things are named in requests: ids in paths, soft names elsewhere, merged ids, and what comes close."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.api.clients import SOURCE, Held, client, ids, problem
from tests.api.conftest import Ask
from tests.worlds import World, merged, name


@pytest.mark.parametrize(
    "text", ["iran", "Iran", "IRAN", "Islamic Republic of Iran", "islamic republic of iran", "ایران"]
)
@pytest.mark.parametrize("parameter", ["subject", "object", "asserted_by", "addressed_to"])
def test_soft_names(over: Ask, parameter: str, text: str) -> None:
    """Where an entity is a value, an id and an exact name in any script and letter case mean the same."""
    http = over("names")
    by_id = ids(http.get("/v1/relations", params={parameter: "iran"}))
    assert ids(http.get("/v1/relations", params={parameter: text})) == by_id


@pytest.mark.parametrize("text", ["turkiye", "Türkiye", "Turkiye", "turkey", "Republic of Türkiye"])
def test_soft_names_in_pairs(over: Ask, text: str) -> None:
    """Each end of `between` is a soft name, diacritics and blanks aside."""
    found = ids(over("names").get("/v1/relations", params={"between": f"ایران , {text}"}))
    assert found == ["iran.tense_with.turkiye"]


def test_soft_names_of_others(over: Ask) -> None:
    """The far end of an entity's relations is a soft name, too, and so are the ids of a batch."""
    http = over("names")
    assert ids(http.get("/v1/entities/iran/relations?other=Россия")) == ["iran.consults_with.russia"]
    assert ids(http.get("/v1/entities?id=Taleban&id=TTP&sort=name")) == ["tehrik-e-taliban-pakistan", "taliban"]


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("/v1/relations?subject=PF", "subject"),
        ("/v1/relations?object=pf", "object"),
        ("/v1/relations?between=iran,PF", "between"),
        ("/v1/claims?asserted_by=PF", "asserted_by"),
        ("/v1/relations?addressed_to=PF", "addressed_to"),
        ("/v1/entities/iran/relations?other=PF", "other"),
        ("/v1/entities/iran/adjacent?other=PF", "other"),
        ("/v1/entities?id=PF", "id"),
    ],
)
def test_an_ambiguous_name(over: Ask, address: str, where: str) -> None:
    """A name that two entities have is refused, and both ids are listed."""
    body = problem(over("names").get(address), 400)
    assert body["errors"][0]["loc"] == ["query", where]
    assert sorted(body["errors"][0]["valid"]) == ["patriotic-front", "peoples-front"]
    assert "patriotic-front" in body["detail"]


def test_a_metonym(over: Ask) -> None:
    """A capital's name that stands for the government, too, means the city or is refused with both ids."""
    answer = over("names").get("/v1/relations?subject=Tehran")
    assert answer.status_code == 200 or "iranian-government" in problem(answer, 400)["errors"][0]["valid"]


@pytest.mark.parametrize(
    ("address", "close"),
    [
        ("/v1/relations?subject=irann", "iran"),
        ("/v1/relations?object=turkie", "turkiye"),
        ("/v1/claims?asserted_by=talibann", "taliban"),
        ("/v1/entities?id=rusia", "russia"),
    ],
)
def test_an_unknown_name(over: Ask, address: str, close: str) -> None:
    """A name that nobody has is refused, never an empty answer, and what comes close is suggested."""
    body = problem(over("names").get(address), 400)
    assert close in body["errors"][0]["valid"]
    assert close in body["detail"]


@pytest.mark.parametrize("path", ["", "/relations", "/adjacent"])
@pytest.mark.parametrize("id", ["irann", "Iran", "ایران", "qasem", "%00", "x" * 200, "a.b.c", "%F0%9F%98%80"])
def test_an_unknown_entity(over: Ask, id: str, path: str) -> None:
    """In a path only an id counts: anything else is 404, with the ids of what comes close."""
    body = problem(over("names").get(f"/v1/entities/{id}{path}"), 404)
    assert isinstance(body["suggestions"], list)
    if id in ("irann", "Iran", "ایران"):
        assert body["suggestions"][0] == "iran"
        assert "iran" in body["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/relations/iran.hates.pakistan",
        "/v1/relations/iran",
        "/v1/relations/a.b.c.d",
        "/v1/claims/0000",
        "/v1/claims/%00",
        "/v1/sources/nowhere",
        "/v1/sources/nowhere/paragraphs/1",
        f"/v1/sources/{SOURCE}/paragraphs/99",
        f"/v1/sources/{SOURCE}/paragraphs/1000000",
    ],
)
def test_an_unknown_id(curated: TestClient, path: str) -> None:
    """An id that nothing has is 404 everywhere, and says of what kind it is."""
    kind = "paragraph" if "/paragraphs/9" in path or "1000000" in path else path.split("/")[2].removesuffix("s")
    assert f"unknown {kind}" in problem(curated.get(path), 404)["detail"]


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "one", "1000001", "%20", "٣"])
def test_a_paragraph_is_a_number(curated: TestClient, number: str) -> None:
    """A paragraph that is not a number from 1 on is refused as a wrong value."""
    body = problem(curated.get(f"/v1/sources/{SOURCE}/paragraphs/{number}"), 400)
    assert body["errors"][0]["loc"] == ["path", "n"]


@pytest.mark.parametrize("prefix", ["", "/graph"])
@pytest.mark.parametrize("old", ["burma", "union-of-burma"])
@pytest.mark.parametrize(
    "rest", ["", "/relations", "/adjacent", "/relations?type=tense_with&q=a%26b&type=shelters", "?"]
)
def test_a_merged_id_redirects(old: str, rest: str, prefix: str) -> None:
    """A merged id is 308 to the id that it went into: same path, same query, under the prefix of the proxy."""
    with client(Held(merged()), root_path=prefix) as http:
        answer = http.get(f"/v1/entities/{old}{rest}")
        assert answer.headers["location"] == f"{prefix}/v1/entities/myanmar{rest.rstrip('?')}"
        assert "myanmar" in problem(answer, 308)["detail"]
        assert http.head(f"/v1/entities/{old}{rest}").headers["location"] == answer.headers["location"]
        assert http.get(f"/v1/entities/{old}{rest}", follow_redirects=True).status_code == 200


def test_a_redirect_behind_a_public_address() -> None:
    """With a public address, Location and links begin with it."""
    with client(Held(merged()), public_url="https://graph.example/api/", root_path="/inner") as http:
        moved = http.get("/v1/entities/burma/relations?limit=1").headers["location"]
        assert moved == "https://graph.example/api/v1/entities/myanmar/relations?limit=1"
        following = http.get("/v1/relations?limit=1").json()["next"]
        assert following == "https://graph.example/api/v1/relations?limit=1&offset=1"


@pytest.fixture(scope="module")
def oddly_merged() -> Iterator[TestClient]:
    """Merged ids that also occur elsewhere in paths."""
    world = World()
    world.state("myanmar", was=["entities", "v1", "relations"])
    world.claim("myanmar", "borders", "laos")
    with client(Held(world)) as http:
        yield http


@pytest.mark.parametrize("old", ["entities", "v1", "relations"])
def test_a_redirect_replaces_the_id_alone(oddly_merged: TestClient, old: str) -> None:
    """Only the id in the path is replaced, whatever else in the path reads the same."""
    answer = oddly_merged.get(f"/v1/entities/{old}/relations")
    assert answer.headers["location"] == "/v1/entities/myanmar/relations"


@pytest.mark.parametrize(
    "query",
    [
        "subject=burma",
        "object=union-of-burma",
        "between=laos,burma",
        "asserted_by=burma",
        "addressed_to=union-of-burma",
        "id=burma.tense_with.laos",
        "id=burma.shelters.rebel-army",
    ],
)
def test_merged_ids_as_values(over: Ask, query: str) -> None:
    """As a value, a merged id means what it went into."""
    http, today = over("merged"), query.replace("union-of-burma", "myanmar").replace("burma", "myanmar")
    found = ids(http.get(f"/v1/relations?{query}"))
    assert found
    assert found == ids(http.get(f"/v1/relations?{today.replace('rebel-army', 'rebels')}"))


def test_a_relation_id_follows_merges(over: Ask) -> None:
    """A relation is found under ids that were merged, and under either order of a symmetric pair."""
    http = over("merged")
    for key in ("burma.tense_with.laos", "laos.tense_with.burma", "myanmar.tense_with.laos", "laos.tense_with.myanmar"):
        assert http.get(f"/v1/relations/{key}").json()["relation"]["id"] == "laos.tense_with.myanmar"
    assert http.get("/v1/relations/burma.shelters.rebel-army").json()["relation"]["id"] == "myanmar.shelters.rebels"


def test_the_entity_names_what_it_absorbed(over: Ask) -> None:
    """An entity lists the ids that were merged into it."""
    assert over("merged").get("/v1/entities/myanmar").json()["entity"]["merged_ids"] == ["burma", "union-of-burma"]


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("TTP", "tehrik-e-taliban-pakistan"),
        ("tehreek taliban", "tehrik-e-taliban-pakistan"),
        ("تحریک طالبان", "tehrik-e-taliban-pakistan"),
        ("taleban", "taliban"),
        ("turkey", "turkiye"),
        ("Turkiye", "turkiye"),
        ("россия", "russia"),
        ("suleimani", "qasem-soleimani"),
        ("qasem solaimani", "qasem-soleimani"),
        ("people front", "peoples-front"),
    ],
)
def test_search(over: Ask, q: str, first: str) -> None:
    """Names are found in any spelling and script, the likeliest first."""
    assert ids(over("names").get("/v1/entities", params={"q": q}))[0] == first


def test_suggest(over: Ask) -> None:
    """Type-ahead offers entities, relation types and sources, best first, with the name that matched."""
    http = over("names")
    found = http.get("/v1/suggest?q=ta").json()["results"]
    assert found[0] == {
        "kind": "entity", "id": "taliban", "label": "the Taliban", "type": "ArmedGroup", "name": found[0]["name"],
        "score": found[0]["score"],
    }  # fmt: skip
    assert [f["score"] for f in found] == sorted((f["score"] for f in found), reverse=True)
    assert http.get("/v1/suggest?q=threat").json()["results"][0]["kind"] == "relation_type"
    assert {f["kind"] for f in http.get("/v1/suggest?q=gazette").json()["results"]} == {"source", "entity"}
    assert len(http.get("/v1/suggest?q=a&limit=1").json()["results"]) <= 1
    assert http.get("/v1/suggest?q=%F0%9F%A6%86").json()["results"] == []
    assert problem(http.get("/v1/suggest"), 400)["errors"][0]["loc"] == ["query", "q"]
    assert http.get("/v1/suggest?q=a&limit=51").status_code == 400


def test_names_that_hold_a_comma() -> None:
    """A pair whose ends cannot be told apart is refused with a hint."""
    world = World()
    world.state("korea", names=[name("Korea, Republic of")])
    world.claim("korea", "borders", "china")
    with client(Held(world)) as http:
        assert ids(http.get("/v1/relations", params={"subject": "Korea, Republic of"})) == ["china.borders.korea"]
        body = problem(http.get("/v1/relations", params={"between": "Korea, Republic of,china"}), 400)
        assert "is not a pair" in body["detail"]
