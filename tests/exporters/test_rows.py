"""What exports draw is what the API says: the drawn edge agrees with the relation, kept JSON with the shapes."""

from __future__ import annotations

import json

import pytest

from app.exporters.rows import Rows
from app.graph import drawing, shapes
from app.graph.filters import Filters
from app.model.dates import parse_query_date
from tests.exporters.worlds import awkward, whole
from tests.worlds import WORLDS, view

_RENAMED = {"modality": "modalities"}
_SAME = (
    "id", "type", "label", "category", "polarity", "kind", "symmetric", "status", "ended", "modality", "asserted_by",
    "confidence", "min_confidence", "valid_from", "valid_to", "ends", "last_attested", "first_known", "sentence",
    "claims", "sources",
)  # fmt: skip


@pytest.mark.parametrize("world", [*WORLDS, "awkward"])
def test_the_drawn_edge_agrees_with_the_relation(world: str) -> None:
    """Whatever a drawn edge and a relation both say, they say alike, with and without filters."""
    seen = view(WORLDS[world]() if world in WORLDS else awkward())
    for filters in (
        Filters(),
        Filters(as_of=parse_query_date("2019-06")),
        Filters(known_at=parse_query_date("2019-12")),
    ):
        for match in whole(seen, filters).edges:
            drawn, relation = drawing.edge(seen, match), shapes.relation(seen, match)
            assert {k: drawn[k] for k in _SAME} == {k: relation[_RENAMED.get(k, k)] for k in _SAME}
            assert (drawn["source"], drawn["target"]) == (relation["subject"]["id"], relation["object"]["id"])


def test_kept_json_is_the_shape() -> None:
    """Nodes, edges and claims as kept JSON are the drawn shapes, first and second time."""
    graph = whole(view(awkward()))
    rows = Rows(graph.view)
    for _ in range(2):
        for item in graph.nodes:
            assert json.loads(rows.drawn_node_json(item)) == drawing.node(graph.view, item)
            assert json.loads(rows.node_json(item)) == rows.node(item)
        for match in graph.edges:
            assert json.loads(rows.edge_json(match)) == drawing.edge(graph.view, match)
            for claim in match.claims:
                assert json.loads(rows.claim_json(claim)) == shapes.claim(graph.view, claim)


def test_an_edge_without_some_claims_is_not_kept() -> None:
    """Under a filter that drops claims an edge is another one, and never comes out of what was kept."""
    seen = view(WORLDS["two_clocks"]())
    rows = Rows(seen)
    full = {json.loads(rows.edge_json(m))["id"]: json.loads(rows.edge_json(m)) for m in whole(seen).edges}
    early = whole(seen, Filters(known_at=parse_query_date("2019-12")))
    for match in early.edges:
        assert json.loads(rows.edge_json(match)) == drawing.edge(seen, match)
    assert full["graustark.arms.rebels"]["status"] == "contested"
    assert {json.loads(rows.edge_json(m))["status"] for m in early.edges} == {"alleged", "asserted"}
