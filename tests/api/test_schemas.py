"""Every answer is what its documented model says, field for field: nothing undocumented, nothing missing."""

from __future__ import annotations

import functools
import importlib
import json
import operator
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel, RootModel, TypeAdapter

import app.api.schemas
from app.api.examples import REQUESTS as REQUESTED
from app.api.schemas.base import Problem
from app.api.schemas.claims import Claim
from app.api.schemas.graph import GraphDocument
from app.api.schemas.relations import Relation
from tests.api.clients import SOURCE, Held, client
from tests.api.conftest import Ask
from tests.api.openapi import GETS, OPERATIONS, operation
from tests.worlds import WORLDS, World

# For each documented read, requests that bring out every shape that it has. A new path needs a line here.
REQUESTS: Final = {
    "/healthz": ["/healthz"],
    "/readyz": ["/readyz"],
    "/reconcile": [
        "/reconcile",
        "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22a%22%7D%7D",
        "/reconcile?extend=%7B%22ids%22%3A%5B%22{entities}%22%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22name%22%7D%2C"
        "%7B%22id%22%3A%22organ_of%22%7D%2C%7B%22id%22%3A%22latitude%22%7D%2C%7B%22id%22%3A%22relations%22%7D%5D%7D",
    ],
    "/reconcile/properties": ["/reconcile/properties", "/reconcile/properties?type=State"],
    "/reconcile/suggest/entity": ["/reconcile/suggest/entity?prefix=a"],
    "/reconcile/suggest/property": ["/reconcile/suggest/property?prefix=a"],
    "/reconcile/suggest/type": ["/reconcile/suggest/type?prefix=a"],
    "/v1/analytics": ["/v1/analytics"],
    "/v1/analytics/{metric}": ["/v1/analytics/{metrics}", "/v1/analytics/{metrics}?as_of=1900"],
    "/v1/balance": ["/v1/balance", "/v1/balance?as_of=2019-06&weigh_all=true&roll_up=false", "/v1/balance?as_of=1900"],
    "/v1/claims": [
        "/v1/claims?limit=1000&facets=type&facets=asserted_by",
        "/v1/claims?known_at=2020&limit=1000",
        "/v1/claims?as_of=1900",
    ],
    "/v1/claims/{id}": ["/v1/claims/{claims}"],
    "/v1/datasets": ["/v1/datasets"],
    "/v1/derived": ["/v1/derived?limit=1000", "/v1/derived?as_of=1900", "/v1/derived?known_at=2020"],
    "/v1/diff": [
        "/v1/diff?from=2015&to=2019-06&limit=1000",
        "/v1/diff?from=2018&to=2020&clock=known&limit=1000",
        "/v1/diff?from=2019&to=2019",
    ],
    "/v1/entities": ["/v1/entities?limit=1000&facets=type&facets=country", "/v1/entities?q=%F0%9F%A6%86"],
    "/v1/entities/{id}": ["/v1/entities/{entities}"],
    "/v1/entities/{id}/adjacent": [
        "/v1/entities/{entities}/adjacent",
        "/v1/entities/{entities}/adjacent?include=claims&known_at=2020",
    ],
    "/v1/entities/{id}/relations": [
        "/v1/entities/{entities}/relations?facets=status",
        "/v1/entities/{entities}/relations?as_of=1900",
    ],
    "/v1/explain": [
        "/v1/explain?start={entities}&end={last}",
        "/v1/explain?start={entities}&end={last}&include=claims&known_at=2020",
        "/v1/explain?start={entities}&end={last}&as_of=1900",
    ],
    "/v1/formats": ["/v1/formats"],
    "/v1/graph": [
        "/v1/graph",
        "/v1/graph?include=claims&include=sources&include=ontology&include=facets",
        "/v1/graph?entity={entities}&depth=2&limit=3",
        "/v1/graph?include_derived=true&include=claims",
        "/v1/graph?as_of=1900",
    ],
    "/v1/ontology": ["/v1/ontology"],
    "/v1/paths": ["/v1/paths?start={entities}&end={last}", "/v1/paths?start={entities}&end={last}&as_of=1900"],
    "/v1/relations": [
        "/v1/relations?limit=1000&facets=type&facets=polarity",
        "/v1/relations?limit=1000&include=claims",
        "/v1/relations?known_at=2020&limit=1000",
        "/v1/relations?as_of=1900",
        "/v1/relations?type=supports",
        "/v1/relations?include_derived=true&include=claims&limit=1000",
    ],
    "/v1/relations/{id}": ["/v1/relations/{relations}"],
    "/v1/sources": ["/v1/sources"],
    "/v1/sources/{id}": ["/v1/sources/{sources}"],
    "/v1/sources/{id}/paragraphs/{n}": [f"/v1/sources/{{sources}}/paragraphs/{n}" for n in range(1, 12)],
    "/v1/stats": ["/v1/stats"],
    "/v1/timeline": [
        "/v1/timeline?interval=year&items=true",
        "/v1/timeline?interval=month&entity={entities}&items=true",
        "/v1/timeline?as_of=1900",
    ],
    "/v1/suggest": ["/v1/suggest?q=a", "/v1/suggest?q=pakistan", "/v1/suggest?q=threat"],
}
MOST_ASKED: Final = 10  # pairs of entities for which a costly question is put


@cache
def models() -> dict[str, type[BaseModel]]:
    """The documented models by name."""
    found = {}
    for module in pkgutil.iter_modules(app.api.schemas.__path__, "app.api.schemas."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            if isinstance(thing, type) and issubclass(thing, BaseModel):
                found[name] = thing
    return found


def model(path: str, method: str = "get") -> TypeAdapter[Any]:
    """The model that the OpenAPI document names for the answers of an operation, or one of several."""
    schema = operation(method, path)["responses"]["200"]["content"]["application/json"]["schema"]
    named = [models()[one["$ref"].rpartition("/")[2]] for one in schema.get("anyOf", [schema])]
    return TypeAdapter(functools.reduce(operator.or_, named))


def addresses(http: TestClient, path: str) -> Iterator[str]:
    """The requests for a path, with every id of a kind where one is needed."""
    for request in REQUESTS[path]:
        kinds = ("claims", "entities", "metrics", "relations", "sources")
        kind = next((k for k in kinds if f"{{{k}}}" in request), None)
        if kind is None:
            yield request
            continue
        listed = http.get("/v1/analytics" if kind == "metrics" else f"/v1/{kind}?limit=1000").json()["results"]
        some = listed[: -1 : max(1, len(listed) // MOST_ASKED)] if "{last}" in request else listed
        for item in some:
            yield request.replace(f"{{{kind}}}", item["id"]).replace("{last}", listed[-1]["id"])


def differences(given: Any, modelled: Any, where: str = "$") -> Iterator[str]:
    """Where an answer and its model written out again differ; a field that is None by default may be left away."""
    if isinstance(given, dict) and isinstance(modelled, dict):
        for name in given.keys() | modelled.keys():
            if name not in modelled:
                yield f"{where}.{name} is not documented"
            elif name not in given:
                if modelled[name] is not None:
                    yield f"{where}.{name} is missing"
            else:
                yield from differences(given[name], modelled[name], f"{where}.{name}")
    elif isinstance(given, list) and isinstance(modelled, list) and len(given) == len(modelled):
        for n, (one, two) in enumerate(zip(given, modelled, strict=True)):
            yield from differences(one, two, f"{where}[{n}]")
    elif given != modelled or (type(given) is not type(modelled) and float not in (type(given), type(modelled))):
        yield f"{where} is {given!r} and not {modelled!r}"


def hold(shape: TypeAdapter[Any], body: Any, where: str) -> None:
    """Validate strictly, and compare what the model understood with what was sent."""
    understood = shape.validate_json(json.dumps(body), strict=True)
    assert list(differences(body, understood.model_dump(mode="json", by_alias=True))) == [], where


def test_every_read_is_covered() -> None:
    """Each documented JSON read has its requests here, and nothing else does."""
    assert sorted(REQUESTS) == sorted(
        path for path in GETS if "$ref" in str(operation("get", path)["responses"]["200"].get("content"))
    )


@pytest.mark.parametrize("path", REQUESTS)
def test_curated_answers(curated: TestClient, path: str) -> None:
    """On the curated graph every answer of a path validates strictly against its documented model."""
    for address in addresses(curated, path):
        answer = curated.get(address)
        assert answer.status_code == 200, address
        hold(model(path), answer.json(), address)


@pytest.mark.parametrize("world", WORLDS)
def test_answers_of_worlds(over: Ask, world: str) -> None:
    """So it does on every tiny world: contested, denied, merged, dated vaguely, in other scripts."""
    http = over(world)
    for path in REQUESTS:
        for address in addresses(http, path):
            answer = http.get(address)
            if "/paragraphs/" in address and answer.status_code == 404:
                continue
            assert answer.status_code == 200, address
            hold(model(path), answer.json(), address)


@pytest.mark.parametrize(("method", "path"), [o for o in OPERATIONS if o[0] != "get"])
def test_answers_to_bodies(curated: TestClient, method: str, path: str) -> None:
    """The answer to the example of each body holds to its model."""
    asked = REQUESTED[f"{method} {path}"]
    answer = curated.request(method, asked.address, content=asked.body, headers={"content-type": asked.media_type})
    assert answer.status_code == 200, answer.text[:500]
    hold(model(path, method), answer.json(), path)


@pytest.mark.parametrize(
    "address",
    [
        "/v1/relations?foo=1&limit=0",
        "/v1/relations?type=shelterz",
        "/v1/entities/irann",
        "/v1/relations?snapshot=old",
        "/nowhere",
        f"/v1/entities?q={'x' * 9000}",
        "/v1/graph?format=wrong",
        "/v1/graph?limit=all&format=mermaid",
    ],
)
def test_problems(curated: TestClient, address: str) -> None:
    """Errors validate against the documented problem document."""
    answer = curated.get(address)
    assert answer.status_code >= 400
    Problem.model_validate_json(answer.content)


def test_models_forbid_what_they_do_not_name() -> None:
    """Every documented model refuses extra fields, so that these tests find what is undocumented."""
    named = {name: shape for name, shape in models().items() if not issubclass(shape, RootModel)}
    lenient = {name for name, shape in named.items() if shape.model_config.get("extra") != "forbid"}
    assert lenient <= {"Problem", "ProblemEntry", "BaseModel"}


def test_a_field_too_much_or_too_few_is_found() -> None:
    """The comparison of these tests sees a field that is not documented, one that is missing, and another type."""
    assert list(differences({"a": 1, "b": 1}, {"a": 1})) == ["$.b is not documented"]
    assert list(differences({"a": 1}, {"a": 1, "c": 2})) == ["$.c is missing"]
    assert list(differences({"a": 1}, {"a": 1, "c": None})) == []
    assert list(differences([1], [True])) == ["$[0] is 1 and not True"]


# what the contract names, by hand


def test_the_contract_of_a_claim(curated: TestClient) -> None:
    """A claim carries everything that the contract names."""
    named = (
        "id subject type label object asserted_by addressed_to via stance modality hedge progress confidence valid "
        "known_from source evidence attributes target_claim basis sentence"
    )
    assert set(named.split()) <= set(Claim.model_fields)
    claim = curated.get("/v1/claims?type=shelters&modality=alleged").json()["results"][0]
    assert set(named.split()) <= set(claim)
    assert {"edtf", "from", "to", "precision", "words", "inferred"} <= set(claim["valid"])
    assert set(claim["subject"]) == {"id", "label", "type"}
    assert set(claim["evidence"][0]) == {"paragraph", "note"}


def test_the_contract_of_a_relation(curated: TestClient) -> None:
    """A relation carries everything that the contract names."""
    named = (
        "id subject type label inverse_label category kind polarity symmetric object status ended confidence "
        "min_confidence modalities asserted_by valid_from valid_to last_attested first_known episodes claims sources "
        "sentence derived cite"
    )
    assert set(named.split()) <= set(Relation.model_fields)
    relation = curated.get("/v1/relations/iran.tense_relations_with.pakistan").json()["relation"]
    assert set(named.split()) <= set(relation)
    assert isinstance(relation["claims"], list)


def test_the_contract_of_an_entity(curated: TestClient) -> None:
    """An entity carries everything that the contract names."""
    named = (
        "id label type types generic existence organ_of names identifiers country place description relations sources "
        "reference cite"
    )
    entity = curated.get("/v1/entities/iran").json()["entity"]
    assert set(named.split()) <= set(entity)
    assert {"latitude", "longitude", "precision", "basis"} <= set(entity["place"])
    assert entity["types"][0] == "State"
    assert {"Actor", "Place"} <= set(entity["types"])
    counted = entity["relations"]["by_type"].values()
    assert sum(side["out"] + side["in"] for side in counted) >= entity["relations"]["total"] > 0


def test_the_contract_of_the_graph(curated: TestClient) -> None:
    """Graph JSON has the nodes, edges and meta that the contract names."""
    body = curated.get("/v1/graph?entity=iran").json()
    node = (
        "id type label polarity_balance degree generic existence organ_of seed hops hidden_neighbours country latitude "
        "longitude"
    )
    edge = (
        "id source target type label category polarity kind symmetric status ended modality stance hedge progress via "
        "asserted_by confidence valid_from valid_to edtf inferred last_attested derived sentence claims sources"
    )
    meta = "snapshot as_of known_at truncated hidden total_nodes total_edges query"
    assert set(node.split()) <= set(body["nodes"][0])
    assert set(edge.split()) <= set(body["edges"][0])
    assert set(meta.split()) <= set(body["meta"])
    assert set(GraphDocument.model_fields) >= set(body)


@pytest.mark.parametrize("n", range(1, 12))
def test_paragraphs(curated: TestClient, n: int) -> None:
    """A paragraph has its note and every claim drawn from it, and the source counts as many."""
    body = curated.get(f"/v1/sources/{SOURCE}/paragraphs/{n}").json()
    assert (body["source"], body["paragraph"]["number"]) == (SOURCE, n)
    assert body["paragraph"]["note"]
    assert len(body["paragraph"]["fingerprint"]) == 64
    assert all(n in [e["paragraph"] for e in c["evidence"]] for c in body["claims"])
    whole = curated.get(f"/v1/sources/{SOURCE}").json()
    assert [p["claims"] for p in whole["paragraphs"] if p["number"] == n] == [len(body["claims"])]


def test_the_source(curated: TestClient) -> None:
    """A source says what was inferred of it, and why; its text is not there."""
    body = curated.get(f"/v1/sources/{SOURCE}").json()
    source = body["source"]
    assert source["published"]["inferred"]
    assert source["publisher"]["inferred"]
    assert (source["coverage"], source["paragraphs"]) == ("complete", len(body["paragraphs"]))
    assert len(source["sha256"]) == 64
    assert len(body["silences"]) == source["silences"] >= 10
    assert source["claims"] == curated.get("/v1/claims").json()["total"]["value"]
    assert [s["id"] for s in curated.get("/v1/sources").json()["results"]] == [SOURCE]


def test_stats_agree_with_the_lists(curated: TestClient) -> None:
    """The statistics count what the lists hold."""
    stats = curated.get("/v1/stats").json()
    for kind in ("entities", "relations", "claims", "sources"):
        assert stats["counts"][kind] == curated.get(f"/v1/{kind}?limit=1").json()["total"]["value"]
    assert sum(stats["relations_by_type"].values()) == stats["counts"]["relations"]
    assert sum(stats["relations_by_status"].values()) == stats["counts"]["relations"]
    assert sum(stats["claims_by_modality"].values()) == stats["counts"]["claims"]
    ontology = curated.get("/v1/ontology").json()
    assert stats["counts"]["relation_types"] == len(ontology["relation_types"])
    assert stats["counts"]["entity_types"] == len(ontology["entity_types"])
    assert set(stats["relations_by_type"]) <= {t["id"] for t in ontology["relation_types"]}
    [dataset] = curated.get("/v1/datasets").json()["results"]
    assert (dataset["claims"], dataset["relations"]) == (stats["counts"]["claims"], stats["counts"]["relations"])
    assert dataset["licence"]
    assert dataset["attribution"]


def test_the_statistics_of_an_empty_world() -> None:
    """A graph with nothing in it has statistics, too, and every list says that it is empty."""
    with client(Held(World())) as http:
        body = http.get("/v1/stats").json()
        hold(model("/v1/stats"), body, "/v1/stats")
        assert body["spans"]["known"] == {"from": None, "to": None, "ends": "exclusive"}
        for kind in ("entities", "relations", "claims", "sources"):
            assert http.get(f"/v1/{kind}").json()["total"]["value"] == 0
        hold(model("/v1/graph"), http.get("/v1/graph").json(), "/v1/graph")
