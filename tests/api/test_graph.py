"""`/v1/graph` over HTTP: seeds, depth, bounds, filters and what comes along; formats by name and by `Accept`."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from app.exporters import registry
from tests.api.clients import Held, client, problem
from tests.api.conftest import Ask
from tests.worlds import World

FORMATS = registry.names()
OPTIONAL = {"parquet": "pyarrow", "png": "resvg_py"}
SHELTERS = "graustark.shelters.rebels"


def drawn(http: TestClient, query: str) -> tuple[list[str], list[str], dict[str, Any]]:
    """The nodes, the edges and the meta data of a subgraph."""
    answer = http.get(f"/v1/graph?{query}")
    assert answer.status_code == 200, answer.text[:500]
    body = answer.json()
    return [n["id"] for n in body["nodes"]], [e["id"] for e in body["edges"]], body["meta"]


@pytest.mark.parametrize(
    ("query", "nodes", "edges"),
    [
        ("entity=rebels&depth=0", {"rebels"}, set()),
        ("entity=rebels", {"rebels", "graustark", "ruritania"}, {SHELTERS, "rebels.attacks.ruritania", "fence"}),
        ("entity=rebels&depth=1&direction=out", None, None),
        ("entity=rebels&type=shelters", {"rebels", "graustark"}, {SHELTERS}),
        ("entity=rebels&status=alleged", {"rebels", "graustark"}, {SHELTERS}),
        ("entity=rebels&as_of=2019-04-30", {"rebels", "ruritania"}, {"rebels.attacks.ruritania"}),
        ("entity=rebels&known_at=2018", {"rebels"}, set()),
        ("entity=rebels&entity_type=State&depth=3", {"rebels", "graustark", "ruritania"}, None),
        ("entity=the%20rebels&entity=foreign-office&depth=0", {"rebels", "foreign-office"}, set()),
        ("entity=militants&depth=2&polarity=conflictual", {"militants", "ruritania", "rebels"}, None),
        ("type=shelters", {"rebels", "graustark"}, {SHELTERS}),
        ("entity_type=ArmedGroup", {"rebels", "militants"}, set()),
    ],
)
def test_what_is_drawn(over: Ask, query: str, nodes: set[str] | None, edges: set[str] | None) -> None:
    """Seeds and what lies around them, filtered; without seeds the whole graph; all edges among the nodes that stay."""
    http = over("sheltering")
    if nodes is None and edges is None:
        assert problem(http.get(f"/v1/graph?{query}"), 400)["errors"][0]["loc"] == ["query", "direction"]
        return
    some, ties, meta = drawn(http, query)
    assert nodes is None or set(some) == nodes
    if edges is not None:
        assert {e if "fences" not in e else "fence" for e in ties} == edges
    assert (meta["nodes"], meta["edges"], meta["truncated"]) == (len(some), len(ties), False)


def test_the_whole_graph(curated: TestClient) -> None:
    """Without seed and filter all is drawn: every entity and every relation."""
    counts = curated.get("/v1/stats").json()["counts"]
    nodes, edges, meta = drawn(curated, "")
    assert (len(nodes), len(edges)) == (counts["entities"], counts["relations"])
    assert (meta["total_nodes"], meta["total_edges"]) == (counts["entities"], counts["relations"])
    assert (nodes, edges) == (sorted(nodes), edges)
    assert (meta["as_of"], meta["known_at"], meta["truncated_by"], meta["query"]) == (None, None, None, {})


def test_every_edge_has_its_ends(curated: TestClient) -> None:
    """Both ends of every edge are drawn, and neighbours that are not are counted at the node."""
    body = curated.get("/v1/graph?entity=cpec").json()
    ids = {n["id"] for n in body["nodes"]}
    assert all({e["source"], e["target"]} <= ids for e in body["edges"])
    assert [n["id"] for n in body["nodes"] if n["seed"]] == ["cpec"]
    assert {n["hops"] for n in body["nodes"]} == {0, 1}
    pakistan = next(n for n in body["nodes"] if n["id"] == "pakistan")
    assert pakistan["hidden_neighbours"] > 0


def test_a_bound_that_cuts(curated: TestClient) -> None:
    """Where the bound on nodes cuts, the answer says so, says which bound, and how much there is."""
    nodes, _, meta = drawn(curated, "entity=pakistan&limit=3")
    assert len(nodes) == 3
    assert "pakistan" in nodes
    assert meta["truncated"] is True
    assert "3" in meta["truncated_by"]
    assert meta["total_nodes"] > 3
    assert drawn(curated, "entity=pakistan&limit=1000")[2]["truncated"] is False


@pytest.mark.parametrize("limit", ["0", "-1", "1000000", "1e3", "ALL", "al", "", "07"])
def test_a_limit_that_is_none(curated: TestClient, limit: str) -> None:
    """`limit` is a number of nodes, or `all`."""
    assert problem(curated.get(f"/v1/graph?limit={limit}"), 400)["errors"][0]["loc"] == ["query", "limit"]


@pytest.mark.parametrize("depth", ["-1", "4", "1.5", "deep"])
def test_a_depth_that_is_none(curated: TestClient, depth: str) -> None:
    """`depth` is from 0 to 3."""
    assert problem(curated.get(f"/v1/graph?entity=iran&depth={depth}"), 400)["errors"][0]["loc"] == ["query", "depth"]


def test_what_comes_along(curated: TestClient) -> None:
    """`include` brings the claims of the edges, their sources, the types that occur, and facets."""
    plain = curated.get("/v1/graph?entity=iran").json()
    assert {"claims", "sources", "ontology", "facets"} & set(plain) == set()
    body = curated.get("/v1/graph?entity=iran&include=claims&include=sources&include=ontology&include=facets").json()
    assert len(body["claims"]) == sum(e["claims"] for e in body["edges"])
    assert {c["relation"] for c in body["claims"]} == {e["id"] for e in body["edges"]}
    assert {s["id"] for s in body["sources"]} == {s for e in body["edges"] for s in e["sources"]}
    assert {e["type"] for e in body["edges"]} <= {t["id"] for t in body["ontology"]["relation_types"]}
    assert sum(v["count"] for v in body["facets"]["status"]["values"]) == len(body["edges"])


def test_hidden_edges_are_counted(over: Ask) -> None:
    """Per filter: how many edges among the nodes appear when it alone is lifted."""
    meta = drawn(over("sheltering"), "entity=rebels&status=alleged")[2]
    assert (meta["hidden"], meta["query"]) == ({}, {"entity": ["rebels"], "status": ["alleged"]})
    assert drawn(over("chorus"), "entity=rebels&type=arms")[2]["hidden"] == {"type": 4}


def test_an_edge_speaks(curated: TestClient) -> None:
    """An edge carries voice, addressee, modality, paragraph and sentence: an allegation stays one when it is drawn."""
    body = curated.get("/v1/graph?entity=iran&type=shelters").json()
    [edge] = [e for e in body["edges"] if e["type"] == "shelters"]
    assert (edge["status"], edge["modality"]) == ("alleged", ["alleged"])
    assert [v["id"] for v in edge["asserted_by"]] == ["foreign-office-of-pakistan"]
    assert edge["addressed_to"]["id"] == "embassy-of-iran-in-pakistan"
    assert [p["paragraph"] for p in edge["paragraphs"]] == [6]
    assert edge["sentence"].startswith("Pakistan's Foreign Office alleges")


# formats


@pytest.mark.parametrize("name", FORMATS)
def test_each_format(curated: TestClient, name: str) -> None:
    """Each format has its media type, a file name, a tag of its own, and links to the licence and the same as JSON."""
    if name in OPTIONAL:
        pytest.importorskip(OPTIONAL[name])
    answer = curated.get(f"/v1/graph?entity=iran&format={name}")
    assert answer.status_code == 200, answer.text[:500]
    known = registry.get(name)
    assert answer.headers["content-type"].partition(";")[0] == known.media_type.partition(";")[0]
    snapshot = curated.get("/v1/stats").json()["snapshot"]
    shown = answer.headers["content-disposition"]
    assert shown.endswith(f'; filename="realpolitik-iran-{snapshot}.{known.suffix}"')
    assert shown.startswith("inline" if name in ("json", "svg", "png") else "attachment")
    links = answer.headers["link"]
    assert '</v1/graph?entity=iran&format=json>; rel="alternate"; type="application/json"' in links
    assert 'rel="license"' in links
    assert int(answer.headers["content-length"]) > 0
    again = curated.get(f"/v1/graph?entity=iran&format={name}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert curated.head(f"/v1/graph?entity=iran&format={name}").headers["etag"] == answer.headers["etag"]


def test_tags_differ_by_format(curated: TestClient) -> None:
    """A copy in one format is never taken for one in another, though the address is the same."""
    tags = {n: curated.get(f"/v1/graph?entity=cpec&format={n}").headers["etag"] for n in FORMATS if n not in OPTIONAL}
    assert len(set(tags.values())) == len(tags)
    accepted = {"accept": "application/graphml+xml", "if-none-match": tags["json"]}
    assert curated.get("/v1/graph?entity=cpec", headers=accepted).status_code == 200


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("application/json", "json"),
        ("*/*", "json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"),
        ("", "json"),
        ("application/graphml+xml", "graphml"),
        ("text/turtle;q=0.9, application/json;q=0.1", "turtle"),
        ("application/vnd.realpolitik.cytoscape+json", "cytoscape"),
        ("image/svg+xml", "svg"),
        ("application/graphml+xml;q=0, text/turtle", "turtle"),
    ],
)
def test_formats_by_accept(curated: TestClient, accept: str, name: str) -> None:
    """`Accept` chooses the format that is liked best; whoever has no wish gets Graph JSON."""
    answer = curated.get("/v1/graph?entity=cpec", headers={"accept": accept})
    same = curated.get(f"/v1/graph?entity=cpec&format={name}")
    assert answer.headers["etag"] == same.headers["etag"]
    assert answer.headers["content-type"] == same.headers["content-type"]
    assert "accept" in answer.headers["vary"].lower()


def test_a_format_by_name_outdoes_accept(curated: TestClient) -> None:
    """`format=` counts more than `Accept`."""
    answer = curated.get("/v1/graph?entity=cpec&format=turtle", headers={"accept": "application/json"})
    assert answer.headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize("accept", ["application/pdf", "text/html", "*/*;q=0", "application/json;q=0"])
def test_nothing_acceptable(curated: TestClient, accept: str) -> None:
    """What no format has is 406, with the media types that there are."""
    answer = curated.get("/v1/graph?entity=cpec", headers={"accept": accept})
    assert "application/graphml+xml" in problem(answer, 406)["detail"]


@pytest.mark.parametrize("name", ["jsn", "JSON", "xlsx", "%00", "../json", "x" * 200])
def test_an_unknown_format(curated: TestClient, name: str) -> None:
    """An unknown format is refused, and all formats are listed."""
    body = problem(curated.get(f"/v1/graph?format={name}"), 400)
    assert body["errors"][0]["loc"] == ["query", "format"]
    assert tuple(body["errors"][0]["valid"]) == FORMATS


@pytest.mark.parametrize(("name", "module"), OPTIONAL.items())
def test_a_format_that_is_not_installed(
    curated: TestClient, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    """A format whose optional package is missing is refused with what to install, and the others are listed."""
    monkeypatch.setitem(sys.modules, module, None)
    body = problem(curated.get(f"/v1/graph?entity=iran&limit=37&format={name}"), 400)
    assert module in body["detail"]
    assert "install" in body["detail"]
    assert name not in body["errors"][0]["valid"]


def test_all_is_for_formats_that_stream(curated: TestClient) -> None:
    """`limit=all` is taken by formats that stream, and refused by others before any work."""
    for known in registry.FORMATS:
        if known.name in OPTIONAL:
            continue
        answer = curated.get(f"/v1/graph?limit=all&format={known.name}")
        if known.streams:
            assert answer.status_code == 200
        else:
            assert problem(answer, 422)["bound"] == "limit"


def test_a_picture_that_is_too_large(curated: TestClient) -> None:
    """A PNG is bounded in pixels, since it is drawn in memory; a drawing that scales is not."""
    body = problem(curated.get("/v1/graph?entity=iran&format=png&width=8000&height=8000"), 422)
    assert body["bound"] == "pixels"
    assert "4,000,000" in body["detail"]
    assert curated.get("/v1/graph?entity=iran&format=svg&width=8000&height=8000").status_code == 200
    for name, value in (("width", "199"), ("height", "8001"), ("theme", "sepia")):
        assert problem(curated.get(f"/v1/graph?{name}={value}"), 400)["errors"][0]["loc"] == ["query", name]


@pytest.fixture(scope="module")
def wide() -> Iterator[TestClient]:
    """A graph of more nodes and bytes than some formats and one piece of an answer take."""
    world = World()
    for number in range(700):
        world.claim("hub", "borders", f"state-{number:03}")
    with client(Held(world)) as http:
        yield http


def test_a_format_past_its_bound(wide: TestClient) -> None:
    """A format that cannot hold the graph refuses it, and names the bound and what to do."""
    body = problem(wide.get("/v1/graph?format=mermaid"), 422)
    assert body["bound"] == "most_nodes"
    assert "150" in body["detail"]
    assert "limit=" in body["detail"]
    assert wide.get("/v1/graph?format=mermaid&limit=20").status_code == 200


@pytest.mark.parametrize("name", ["json", "ndjson", "graphml", "nquads", "node-link", "csv"])
def test_a_long_answer_is_streamed_whole(wide: TestClient, name: str) -> None:
    """What is longer than one piece is streamed; it is complete, and its tag holds for a copy."""
    plain = {"accept-encoding": "identity"}
    answer = wide.get(f"/v1/graph?format={name}&limit=all", headers=plain)
    assert answer.status_code == 200
    if len(answer.content) > 1 << 20:
        assert "content-length" not in answer.headers
    if name in ("json", "node-link"):
        body = answer.json()
        assert len(body["nodes"]) == 702  # the states, the hub, and the author of the source
        assert len(body.get("edges", body.get("links"))) == 700
    elif name == "graphml":
        assert len(ElementTree.fromstring(answer.content).findall(".//{*}edge")) == 700
    elif name == "csv":
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    elif name == "ndjson":
        assert all(json.loads(line) for line in answer.text.splitlines())
    copy = wide.get(f"/v1/graph?format={name}&limit=all", headers={**plain, "if-none-match": answer.headers["etag"]})
    assert (copy.status_code, copy.content) == (304, b"")


def test_a_pin_is_kept(curated: TestClient) -> None:
    """A pinned export may be kept for an hour, streamed or not."""
    snapshot = curated.get("/v1/stats").json()["snapshot"]
    for name in ("json", "nquads"):
        answer = curated.get(f"/v1/graph?format={name}&snapshot={snapshot}&limit=all")
        assert answer.headers["cache-control"] == "public, max-age=3600"


def test_formats_are_listed(curated: TestClient) -> None:
    """`/v1/formats` says of each format what it keeps and what it cannot carry."""
    listed = curated.get("/v1/formats").json()["results"]
    assert tuple(f["name"] for f in listed) == FORMATS
    assert all(f["keeps"] and f["title"] and f["media_type"] and f["suffix"] for f in listed)


@pytest.mark.parametrize("name", [n for n in FORMATS if n not in OPTIONAL])
def test_an_export_of_nothing(over: Ask, name: str) -> None:
    """Where nothing passes the filters, each format hands out an empty graph, and JSON says why it is empty."""
    answer = over("sheltering").get(f"/v1/graph?type=allied_with&format={name}")
    assert answer.status_code == 200, answer.text[:300]
    if name == "json":
        body = answer.json()
        assert (body["nodes"], body["edges"], body["absence"]["status"]) == ([], [], "unchecked")


def test_links_in_exports_follow_the_public_address() -> None:
    """What leaves the service names it by its public address."""
    with client(Held(World()), public_url="https://graph.example/") as http:
        assert "https://graph.example/v1/ontology.ttl" in http.get("/v1/graph?format=turtle").text
        assert http.get("/reconcile").json()["identifierSpace"] == "https://graph.example/v1/entities/"
        assert "https://graph.example" in http.get("/v1/ontology.ttl").text
