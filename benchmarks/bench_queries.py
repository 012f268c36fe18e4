"""Paths, patterns, diffs and derivation over generated graphs, with kernels and without, against NetworkX.

`python -m benchmarks.bench_queries` prints the tables, of 100,000 claims as a curated graph has them and of 500,000
events; under pytest the goals are asserted, on the first. All sides answer the same question, and the answers are
compared before anything is timed. The NetworkX side is what a user of that library would write with care: a graph with
one edge per relation, claims as plain dictionaries, no needless copies.
"""

from __future__ import annotations

import atexit
import gc
import itertools
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import networkx as nx

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.graph.derive.engine import derive
from app.graph.diff import diff
from app.graph.filters import NO_FILTERS, Filters
from app.graph.match.evaluate import evaluate
from app.graph.match.reading import read_pattern
from app.graph.paths import PathRequest, find_paths
from app.model.dates import parse_query_date
from app.snapshot.stored import open_snapshot
from benchmarks import snapshots
from benchmarks.generated import dataset, networkx_of

CLAIMS: Final = 100_000
EVENTS: Final = 500_000
PATHS: Final = 10
DEPTH: Final = 4
QUERIES: Final = 40
REPEATS: Final = 3
DAY: Final = parse_query_date("2012-06-15")
# "Which state is said to shelter a group that threatens a project?"
SHELTERED: Final = {"where": [{"subject": "?s", "type": "shelters", "object": "?g"},
                              {"subject": "?g", "type": "threatens", "object": "?v"}],
                    "bind": {"?s": {"type": "State"}, "?v": {"type": "Project"}},
                    "filters": {"as_of": "2012-06-15"}}  # fmt: skip
PATH_TYPES: Final = ("supports", "arms", "funds", "attacks", "allied_with", "threatens", "shelters")


class Graphs(NamedTuple):
    """The same graph four times (with kernels, without, as a multigraph, as pairs), and what is asked of it."""

    native: ColumnarView
    plain: ColumnarView
    multi: Any
    pairs: Any
    types: frozenset[str]
    pattern: Mapping[str, Any]

    @property
    def filters(self) -> Filters:
        """The filters of the path question."""
        return Filters(type=self.types, as_of=DAY)


@cache
def claims() -> Graphs:
    """Claims of many kinds: states and events, several voices, vague dates."""
    snapshot = build(dataset(CLAIMS))
    subtypes = snapshot.ontology.relation_subtypes
    return _graphs(snapshot, frozenset[str]().union(*(subtypes(t) for t in PATH_TYPES)), SHELTERED)


@cache
def events() -> Graphs:
    """Events in the shape of machine-coded ones, mapped from disk: few entities have most of them."""
    folder = Path(tempfile.mkdtemp(prefix="realpolitik-benchmark-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    snapshots.main(EVENTS, folder)
    snapshot = open_snapshot(folder)
    types, starts = list(snapshot.ontology.relation_types.values()), snapshot.index.type_start
    common = [types[i].id for i in (starts[:-1] - starts[1:]).argsort().tolist() if not types[i].symmetric]
    kind = [t.id for t in types].index(common[3])
    ends = snapshot.columns.relation_object[snapshot.index.by_type[starts[kind] : starts[kind + 1]]]
    object_ = snapshot.entities[statistics.mode(ends.tolist())].id
    pattern = {"where": [{"subject": "?a", "type": common[2], "object": "?b"},
                         {"subject": "?b", "type": common[3], "object": object_}],
               "filters": {"as_of": "2012-06-15"}}  # fmt: skip
    return _graphs(snapshot, frozenset(common[2:8]), pattern)


def _graphs(snapshot: Any, types: frozenset[str], pattern: Mapping[str, Any]) -> Graphs:
    native, plain = (ColumnarView(snapshot, kernels=with_kernels) for with_kernels in (True, False))
    assert native.warm(), "kernels need the extra: pip install 'realpolitik[scale]'"
    multi = networkx_of(plain)
    pairs: Any = nx.Graph()
    for one, two, key, data in multi.edges(keys=True, data=True):
        if not pairs.has_edge(one, two):
            pairs.add_edge(one, two, relations=[])
        pairs.edges[one, two]["relations"].append((key, data))
    gc.collect()
    gc.freeze()  # what is loaded is there to stay: no collection has to look at it again, on any side
    return Graphs(native, plain, multi, pairs, types, pattern)


def holds(data: dict[str, Any]) -> bool:
    """Whether a relation is there on the day: it holds, or had happened by then."""
    if data["event"]:
        return any(c["from"] <= DAY.last for c in data["claims"])
    return any(c["from"] <= DAY.last and c["to"] > DAY.first for c in data["claims"])


def _kept(graphs: Graphs) -> Any:
    """The graph of pairs as the filters of the path question leave it, by a view that looks when asked."""
    types, edges = graphs.types, graphs.pairs.edges
    return nx.subgraph_view(
        graphs.pairs,
        filter_edge=lambda a, b: any(d["type"] in types and holds(d) for _, d in edges[a, b]["relations"]),
    )


def peer_paths(graphs: Graphs, start: int, end: int, wanted: int) -> list[int]:
    """The lengths of the shortest simple paths over relations, by NetworkX on a filtered view of the graph of pairs."""
    edges, types = graphs.pairs.edges, graphs.types
    lengths: list[int] = []
    try:
        for nodes in nx.shortest_simple_paths(_kept(graphs), start, end):
            if len(nodes) > DEPTH + 1 or len(lengths) >= wanted:
                break
            ties = [
                [k for k, d in edges[a, b]["relations"] if d["type"] in types and holds(d)]
                for a, b in itertools.pairwise(nodes)
            ]
            lengths += [len(ties) for _ in itertools.islice(itertools.product(*ties), wanted - len(lengths))]
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return lengths
    return lengths


def peer_path(graphs: Graphs, start: int, end: int) -> int | None:
    """The length of one shortest path, by NetworkX on the same filtered view."""
    try:
        nodes = nx.bidirectional_shortest_path(_kept(graphs), start, end)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return None
    return len(nodes) - 1 if len(nodes) <= DEPTH + 1 else None


def our_paths(view: ColumnarView, filters: Filters, start: int, end: int, wanted: int) -> list[int]:
    """The lengths of the best paths, by the engine."""
    return [len(p.relations) for p in find_paths(view, PathRequest(start, end, DEPTH, wanted), filters)]


def peer_match(graphs: Graphs) -> set[tuple[int, int]]:
    """The pairs of relations that satisfy the pattern, by NetworkX."""
    multi, rows = graphs.multi, set()
    first, second = (clause["type"] for clause in graphs.pattern["where"])
    bound = graphs.pattern.get("bind", {})
    kinds = multi.nodes(data="type")
    from_, to = (bound.get(name, {}).get("type") for name in ("?s", "?v"))
    target = graphs.native.find_entity(graphs.pattern["where"][1]["object"])
    if target is not None:  # from the entity that is named
        for middle, _, last, other in multi.in_edges(target, keys=True, data=True):
            if other["type"] == second and holds(other):
                for _, _, key, data in multi.in_edges(middle, keys=True, data=True):
                    if data["type"] == first and holds(data):
                        rows.add((key, last))
        return rows
    for one, middle, key, data in multi.edges(keys=True, data=True):
        if data["type"] == first and kinds[one] == from_ and holds(data):
            for _, end, last, other in multi.out_edges(middle, keys=True, data=True):
                if other["type"] == second and kinds[end] == to and holds(other):
                    rows.add((key, last))
    return rows


def our_match(view: ColumnarView, pattern: Mapping[str, Any]) -> set[tuple[int | None, ...]]:
    """The same by the engine, from the words of the question on."""
    return {row.relations for row in evaluate(view, read_pattern(view, pattern)).rows}


def timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Seconds of processor time of each call: a busy machine is nobody's fault."""
    found = []
    for call in calls:
        started = time.process_time()
        call()
        found.append(time.process_time() - started)
    return found


def best(call: Callable[[], object], times: int) -> float:
    """The fastest of several calls, in seconds."""
    return min(timed([call] * times))


def questions(graphs: Graphs) -> list[tuple[int, int]]:
    """Pairs of entities between which there is something to find."""
    rng = random.Random(11)
    nodes = sorted(n for n, d in graphs.pairs.degree if d >= 5)
    found: list[tuple[int, int]] = []
    while len(found) < QUERIES:
        start, end = rng.sample(nodes, 2)
        if our_paths(graphs.native, graphs.filters, start, end, 1):
            found.append((start, end))
    return found


class Line(NamedTuple):
    """One row of the table: what, our median in milliseconds with kernels and without, the peer's, and the goal."""

    what: str
    native: float
    plain: float
    peer: float | None
    goal: str
    met: bool


def path_lines(graphs: Graphs) -> list[Line]:
    """Ten best paths, and a single shortest one, under a filter on type and date."""
    asked, lines = questions(graphs), []
    views, filters = (graphs.native, graphs.plain), graphs.filters
    for start, end in asked[:10]:
        for view in views:
            assert our_paths(view, filters, start, end, PATHS) == peer_paths(graphs, start, end, PATHS), (start, end)
            found = our_paths(view, filters, start, end, 1)
            assert next(iter(found), None) == peer_path(graphs, start, end)
    for what, wanted in ((f"{PATHS} best filtered paths", PATHS), ("one filtered path", 1)):
        ours = [
            [best(lambda a=a, b=b, v=view, w=wanted: our_paths(v, filters, a, b, w), REPEATS) for a, b in asked]  # type: ignore[misc]
            for view in views
        ]
        peer: Callable[[int, int], object] = (
            (lambda a, b: peer_path(graphs, a, b)) if wanted == 1 else (lambda a, b: peer_paths(graphs, a, b, PATHS))
        )
        other = [best(lambda a=a, b=b, p=peer: p(a, b), REPEATS if wanted == 1 else 1) for a, b in asked]  # type: ignore[misc]
        lines.append(_compared(what, ours, other, 20))
    return lines


def match_line(graphs: Graphs) -> Line:
    """A pattern of two clauses, the same each time: the fastest of several runs on all sides, as timeit advises."""
    expected = peer_match(graphs)
    views = (graphs.native, graphs.plain)
    assert expected
    assert all(our_match(view, graphs.pattern) == expected for view in views)
    ours = [[best(lambda v=view: our_match(v, graphs.pattern), 40)] for view in views]  # type: ignore[misc]
    return _compared(f"two-clause match, {len(expected)} rows", ours, [best(lambda: peer_match(graphs), 8)], 50)


def _compared(what: str, views: Sequence[Sequence[float]], peer: Sequence[float], goal: int) -> Line:
    ours, without, other = (statistics.median(side) for side in (*views, peer))
    return Line(what, ours * 1000, without * 1000, other * 1000, f">= {goal}x", other >= goal * ours)


def diff_line(graphs: Graphs) -> Line:
    """What changed in a year, on the clock of the world."""
    first, last = parse_query_date("2010"), parse_query_date("2011")
    ours = [best(lambda v=v: diff(v, "valid", first, last, NO_FILTERS), 9) for v in (graphs.native, graphs.plain)]  # type: ignore[misc]
    return Line("diff over a year", ours[0] * 1000, ours[1] * 1000, None, "< 50 ms", ours[0] < 0.05)


def derive_line(graphs: Graphs) -> Line:
    """Everything that the curated rules derive, with all traces."""
    ours = [best(lambda v=v: derive(v, v.rules, NO_FILTERS), 2) for v in (graphs.native, graphs.plain)]  # type: ignore[misc]
    return Line("derivation by five rules", ours[0] * 1000, ours[1] * 1000, None, "< 5 s", ours[0] < 5)


def table(lines: Iterable[Line]) -> str:
    """The lines as text."""
    rows = [f"{'what':34} {'kernels ms':>10} {'without':>9} {'NetworkX':>9} {'ratio':>7} {'without':>7}  goal"]
    for line in lines:
        peer = "" if line.peer is None else f"{line.peer:.2f}"
        ratio, without = ("" if line.peer is None else f"{line.peer / ours:.0f}x" for ours in (line.native, line.plain))
        verdict = "" if line.met else "  MISSED"
        rows.append(
            f"{line.what:34} {line.native:10.3f} {line.plain:9.3f} {peer:>9} {ratio:>7} {without:>7}  "
            f"{line.goal}{verdict}"
        )
    return "\n".join(rows)


def test_queries() -> None:
    """Paths, patterns, diffs and derivation meet their goals on 100,000 claims."""
    graphs = claims()
    lines = [*path_lines(graphs), match_line(graphs), diff_line(graphs), derive_line(graphs)]
    print(f"\n{table(lines)}")
    assert [line.what for line in lines if not line.met] == []


if __name__ == "__main__":
    for name, made in ((f"{CLAIMS:,} claims", claims), (f"{EVENTS:,} events", events)):
        graph = made()
        print(f"\n{name}")
        print(table([*path_lines(graph), match_line(graph)]))
        if made is claims:
            print(table([diff_line(graph), derive_line(graph)]))
