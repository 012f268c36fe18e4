"""Counts over columns: the same as counting item by item."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from app.building.memory import build
from app.engines.columnar import counts
from app.engines.columnar.view import ColumnarView
from app.graph import drawing, shapes, vocabulary
from app.graph.claims import find_claims
from app.graph.contract import EntityNeeds, GraphView
from app.graph.facets import ENTITY_FACETS, RELATION_FACETS, count_facets
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.graph.subgraph import SubgraphRequest, subgraph
from tests.conformance.strategies import filters, worlds
from tests.conformance.suite import Pair
from tests.worlds import World
from tests.worlds import filters as resolved

MANY = settings(max_examples=40)


def views(world: World) -> tuple[GraphView, GraphView]:
    """The same world with objects at hand, and with everything read off the columns."""
    snapshot = build(world.dataset())
    return ColumnarView(snapshot, kernels=False), ColumnarView(snapshot, at_hand=0, kernels=False)


@MANY
@given(world=worlds(), asked=filters)
def test_facets_of_relations_and_claims(world: World, asked: dict[str, Any]) -> None:
    """Each facet of what passes any filters is the same from columns as item by item; of claims, each stands alone."""
    told = []
    question = Pair(lambda data: ColumnarView(build(data), kernels=False), world).question({}, asked)
    for view in views(world):
        chosen = resolved(view, **question)
        relations = view.select(EVERYTHING, chosen)
        alone = view.alone(find_claims(view, EVERYTHING, chosen))
        told.append([count_facets(view, RELATION_FACETS, list(RELATION_FACETS), found) for found in (relations, alone)])
    assert told[0] == told[1]


@MANY
@given(world=worlds())
def test_facets_of_entities_and_the_census(world: World) -> None:
    """So are those of entities, and the counts of everything."""
    one, two = views(world)
    for needs in (EntityNeeds(), EntityNeeds(generic=False), EntityNeeds(type=frozenset({"State"}))):
        assert list(one.entities(needs)) == list(two.entities(needs))
        listed = [count_facets(v, ENTITY_FACETS, list(ENTITY_FACETS), v.entities(needs)) for v in (one, two)]
        assert listed[0] == listed[1]
    assert vocabulary.stats(one) == vocabulary.stats(two)
    assert vocabulary.datasets(one) == vocabulary.datasets(two)


def test_portions_make_no_difference(monkeypatch: Any) -> None:
    """Counted a few relations at a time, everything comes to the same."""
    world = World()
    for number in range(12):
        world.state(f"state-{number:02}")
    for one in range(11):
        for two in range(one + 1, 12):
            world.claim(f"state-{one:02}", "shelters", f"state-{two:02}", modality="alleged" if two % 2 else "fact")
    _, view = views(world)
    whole = count_facets(view, RELATION_FACETS, list(RELATION_FACETS), view.select(EVERYTHING, NO_FILTERS))
    monkeypatch.setattr(counts, "PORTION", 5)
    _, fresh = views(world)
    assert count_facets(fresh, RELATION_FACETS, list(RELATION_FACETS), fresh.select(EVERYTHING, NO_FILTERS)) == whole


def test_more_edges_than_can_be_drawn(monkeypatch: Any) -> None:
    """Of too many edges those with a seed at an end stay, and the answer says how many there are."""
    monkeypatch.setattr("app.graph.subgraph.MOST_EDGES", 5)
    world = World()
    for number in range(5):
        world.state(f"state-{number}")
    for one in range(4):
        for two in range(one + 1, 5):
            world.claim(f"state-{one}", "shelters", f"state-{two}")
    for view in views(world):
        seed = view.find_entity("state-3")
        assert seed is not None
        request = SubgraphRequest((seed,), 1, 100, None)
        found = subgraph(view, request, NO_FILTERS)
        assert (len(found.edges), found.total_edges, found.truncated) == (5, 10, "edges: 5 of 10")
        assert sum(seed in view.ends(m.relation)[::2] for m in found.edges) == 4
        assert [m.relation for m in found.edges] == sorted(m.relation for m in found.edges)
        everything = subgraph(view, request.__class__((seed,), 1, None, None), NO_FILTERS)
        assert (len(everything.edges), everything.truncated) == (10, None)


def test_a_relation_with_very_many_claims(monkeypatch: Any) -> None:
    """All claims count in what a relation amounts to; the latest are shown, and what is left out is said."""
    monkeypatch.setattr(shapes, "MOST_SHOWN", 10)
    monkeypatch.setattr(drawing, "MOST_PLACES", 10)
    world = World()
    for state in ("arland", "borland", "corland"):
        world.state(state)
    for year in range(1990, 2020):
        voice = "corland" if year == 1990 else "arland"
        world.claim("arland", "consults_with", "borland", by=voice, valid=str(year), paragraph=year - 1989)
    for view in views(world):
        (match,) = view.select(EVERYTHING, NO_FILTERS)
        shown = shapes.relation(view, match, with_claims=True)
        assert shown["truncated"] == "the latest 10 of 30 claims are shown"
        assert [c["valid"]["edtf"] for c in shown["claims"]] == [str(year) for year in range(2010, 2020)]
        assert [e["valid_from"] for e in shown["episodes"]] == [f"{year}-01-01" for year in range(2010, 2020)]
        assert [v["id"] for v in shown["asserted_by"]] == ["arland", "corland"]
        assert (shown["valid_from"], shown["valid_to"]) == ("1990-01-01", "2020-01-01")
        assert shapes.relation(view, match)["claims"] == 30
        edge = drawing.edge(view, match)
        assert [p["paragraph"] for p in edge["paragraphs"]] == list(range(21, 31))
        assert (edge["claims"], edge["valid_from"]) == (30, "1990-01-01")
