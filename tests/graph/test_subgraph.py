"""A part of the graph: what depth and limit reach, what is cut and said to be cut, in an order that stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from app.graph.adjacency import neighbours
from app.graph.contract import GraphView
from app.graph.drawing import edge, meta, node
from app.graph.filters import NO_FILTERS, Scope
from app.graph.subgraph import Subgraph, SubgraphRequest, subgraph
from tests.worlds import WORLDS, World, filters, handle, key, view


def around(
    seen: GraphView,
    *seeds: str,
    depth: int = 1,
    limit: int | None = None,
    types: Iterable[str] | None = None,
    **asked: Any,
) -> Subgraph:
    chosen = tuple(handle(seen, s) for s in seeds)
    kept = None if types is None else frozenset(types)
    return subgraph(seen, SubgraphRequest(chosen, depth, limit, kept), filters(seen, **asked))


def nodes(graph: Subgraph) -> list[str]:
    return [graph.view.entity(n.entity).id for n in graph.nodes]


def edges(graph: Subgraph) -> list[str]:
    return [key(graph.view, m) for m in graph.edges]


def hops(graph: Subgraph) -> dict[str, int | None]:
    return {graph.view.entity(n.entity).id: n.hops for n in graph.nodes}


@pytest.fixture(scope="module")
def chain() -> GraphView:
    """A chain from a to e, and a triangle hanging on b: b, x, y."""
    world = World()
    world.group("y")
    for one, two in ("ab", "bc", "cd", "de", "bx", "xy", "by"):
        world.claim(one, "supports", two)
    world.claim("c", "threatens", "b", modality="alleged", valid="2001/2002")
    return view(world)


@pytest.mark.parametrize(
    ("depth", "reached"),
    [(0, "a"), (1, "ab"), (2, "abcxy"), (3, "abcdxy")],
)
def test_depth_says_how_far_to_go(chain: GraphView, depth: int, reached: str) -> None:
    """Each step follows relations in either direction; hops count from the nearest seed."""
    graph = around(chain, "a", depth=depth)
    assert nodes(graph) == list(reached)
    expected = {"a": 0, "b": 1, "c": 2, "x": 2, "y": 2, "d": 3}
    assert hops(graph) == {n: expected[n] for n in reached}
    assert [n.seed for n in graph.nodes] == [n == "a" for n in reached]


def test_all_edges_among_the_nodes_are_there(chain: GraphView) -> None:
    """Edges between two nodes of the last ring belong to the answer, edges out of it do not."""
    assert edges(around(chain, "a", depth=2)) == [
        "a.supports.b", "b.supports.c", "b.supports.x", "b.supports.y", "c.threatens.b", "x.supports.y",
    ]  # fmt: skip


def test_the_nearest_seed_counts(chain: GraphView) -> None:
    """With several seeds, hops are those to the nearest one."""
    assert hops(around(chain, "a", "d", depth=1)) == {"a": 0, "b": 1, "c": 1, "d": 0, "e": 1}


def test_hidden_neighbours_count_what_lies_beyond(chain: GraphView) -> None:
    """A node says how many more neighbours it has, under the same filters, outside the answer."""
    graph = around(chain, "b", depth=0)
    assert [(n.hidden_neighbours) for n in graph.nodes] == [4]
    graph = around(chain, "a", depth=1)
    assert {chain.entity(n.entity).id: n.hidden_neighbours for n in graph.nodes} == {"a": 0, "b": 3}
    graph = around(chain, "a", depth=1, as_of="2001")
    assert nodes(graph) == ["a"]


def test_a_filter_cuts_the_way(chain: GraphView) -> None:
    """Only relations that pass the filters are followed, and the hidden ones among the nodes are counted."""
    graph = around(chain, "a", depth=2, type="supports")
    assert "c.threatens.b" not in edges(graph)
    assert graph.hidden == {"type": 1}
    graph = around(chain, "b", depth=1, status="alleged")
    assert (nodes(graph), edges(graph)) == (["b", "c"], ["c.threatens.b"])
    assert graph.hidden == {"status": 1}


def test_a_limit_keeps_the_nearest_and_best_connected(chain: GraphView) -> None:
    """Where the limit cuts a ring, its best connected nodes stay, then those first by id; the answer says so."""
    graph = around(chain, "a", depth=2, limit=3)
    assert nodes(graph) == ["a", "b", "c"]
    assert graph.truncated == "limit: 3 nodes"
    assert graph.total_nodes == 5
    graph = around(chain, "a", depth=2, limit=4)
    assert nodes(graph) == ["a", "b", "c", "x"]


def test_nothing_is_truncated_where_nothing_is_cut(chain: GraphView) -> None:
    """A limit that is met exactly, or by the seeds alone with nothing around them, cuts nothing."""
    graph = around(chain, "a", depth=2, limit=5)
    assert (graph.truncated, graph.total_nodes, graph.total_edges) == (None, 5, 6)
    graph = around(chain, "a", "b", depth=1, limit=1, status="denied")
    assert (graph.truncated, nodes(graph)) == (None, ["a", "b"])


def test_seeds_always_stay(chain: GraphView) -> None:
    """A seed stays whatever entity types are kept and however small the limit is."""
    graph = around(chain, "a", "y", depth=1, types={"State"})
    assert nodes(graph) == ["a", "b", "x", "y"]
    graph = around(chain, "a", depth=2, types={"State"})
    assert "y" not in nodes(graph)
    graph = around(chain, "a", "b", "c", depth=1, limit=2)
    assert nodes(graph) == ["a", "b", "c"]
    assert graph.truncated == "limit: 2 nodes"


def test_an_entity_type_that_is_not_kept_is_no_way_through() -> None:
    """What is not kept is not walked through either."""
    world = World()
    world.group("g")
    world.claim("a", "supports", "g")
    world.claim("g", "threatens", "b")
    assert nodes(around(view(world), "a", depth=2, types={"State"})) == ["a"]


def test_without_seeds_the_whole_graph_is_meant(chain: GraphView) -> None:
    """No seed gives everything; with filters, only what has a relation that passes."""
    graph = around(chain)
    assert nodes(graph) == ["a", "b", "c", "d", "e", "gazette-author", "x", "y"]
    assert set(hops(graph).values()) == {None}
    assert (graph.total_nodes, graph.total_edges) == (8, 8)
    graph = around(chain, status="alleged")
    assert nodes(graph) == ["b", "c"]


def test_the_whole_graph_is_cut_by_degree(chain: GraphView) -> None:
    """Under a limit the best connected entities stay."""
    graph = around(chain, limit=2)
    assert nodes(graph) == ["b", "c"]
    assert (graph.truncated, graph.total_nodes) == ("limit: 2 nodes", 8)


def test_only_facts_weigh_in_the_balance_of_a_node() -> None:
    """A node's balance sums the tone of its edges in the answer that are affirmed as fact (ruling R8)."""
    world = World()
    world.claim("a", "supports", "b")
    world.claim("a", "threatens", "c")
    world.claim("a", "allied_with", "c", by="c")
    world.claim("a", "threatens", "d", modality="alleged")
    world.denial("a", "allied_with", "d")
    graph = around(view(world), "a")
    assert {graph.view.entity(n.entity).id: n.polarity_balance for n in graph.nodes} == {"a": 1, "b": 1, "c": 0, "d": 0}


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_a_subgraph_can_be_drawn_and_comes_in_one_order(world: Any) -> None:
    """Nodes come by id, edges by relation; each can be drawn, and both ends of each edge are there."""
    graph = around(view(world()))
    assert nodes(graph) == sorted(nodes(graph))
    drawn = [edge(graph.view, m) for m in graph.edges]
    assert edges(graph) == [d["id"] for d in drawn]
    assert {e for d in drawn for e in (d["source"], d["target"])} <= {node(graph.view, n)["id"] for n in graph.nodes}
    assert meta(graph)["truncated"] is False


def test_a_drawn_edge_carries_voice_modality_time_and_paragraph(chain: GraphView) -> None:
    """What is drawn shows who says it, how, when, and where it was read."""
    graph = around(chain, "c", depth=1, type="threatens")
    drawn = edge(chain, graph.edges[0])
    assert (drawn["status"], drawn["modality"], drawn["stance"]) == ("alleged", ["alleged"], "affirms")
    assert [v["id"] for v in drawn["asserted_by"]] == ["gazette-author"]
    assert (drawn["valid_from"], drawn["valid_to"], drawn["edtf"]) == ("2001-01-01", "2003-01-01", "2001/2002")
    assert drawn["paragraphs"] == [{"source": "gazette", "paragraph": 1}]


# ---------------------------------------------------------------- neighbours


def test_neighbours_come_with_what_ties_them(chain: GraphView) -> None:
    """The neighbour with most relations comes first, then by id; each has all its ties in either direction."""
    b = handle(chain, "b")
    found = neighbours(chain, b, Scope(incident=frozenset({b})), NO_FILTERS)
    assert [(chain.entity(n.entity).id, [key(chain, m) for m in n.matches]) for n in found] == [
        ("c", ["b.supports.c", "c.threatens.b"]),
        ("a", ["a.supports.b"]),
        ("x", ["b.supports.x"]),
        ("y", ["b.supports.y"]),
    ]


def test_neighbours_may_be_asked_for_on_one_side(chain: GraphView) -> None:
    """Only what points at an entity, or only what it points at; filters apply."""
    b = handle(chain, "b")
    inward = neighbours(chain, b, Scope(incident=frozenset({b}), direction="in"), NO_FILTERS)
    assert [chain.entity(n.entity).id for n in inward] == ["a", "c"]
    alleged = neighbours(chain, b, Scope(incident=frozenset({b})), filters(chain, status="alleged"))
    assert [chain.entity(n.entity).id for n in alleged] == ["c"]


def test_a_symmetric_tie_has_no_side() -> None:
    """Whoever is asked about, the other end of a symmetric relation is a neighbour, inward and outward."""
    world = World()
    world.claim("a", "allied_with", "b")
    seen = view(world)
    for one, other in ("ab", "ba"):
        own = frozenset({handle(seen, one)})
        for direction in ("in", "out", "both"):
            found = neighbours(seen, handle(seen, one), Scope(incident=own, direction=direction), NO_FILTERS)
            assert [seen.entity(n.entity).id for n in found] == [other]
