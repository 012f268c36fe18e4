"""The peers in process: the same events in NetworkX, rustworkx, SQLite, igraph and Oxigraph, asked the same questions.

Each is used as somebody would who knows it well: what it has indexes for is indexed, nothing is copied needlessly, and
where it has no fast search of its own for a single shortest path, a search from both ends runs on its neighbours. An
engine lacks the method for a question that it cannot express. Events come back as (subject, type, object, day).
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from benchmarks.quadruples import Events

MOST = 500  # entities around another one
ROWS = 1000  # of a pattern

Event = tuple[Any, Any, Any, Any]


def rows_of(events: Events) -> Iterator[tuple[int, int, int, int]]:
    """The events as tuples."""
    return zip(*(column.tolist() for column in events[:4]), strict=True)


def around(neighbours: Callable[[Any], Iterable[Any]], entity: Any) -> list[Any]:
    """The first entities within two steps, breadth first, the entity itself among them."""
    seen = {entity}
    frontier = [entity]
    for _ in range(2):
        following = []
        for node in frontier:
            for far in neighbours(node):
                if far not in seen:
                    seen.add(far)
                    following.append(far)
                    if len(seen) == MOST:
                        return list(seen)
        frontier = following
    return list(seen)


def linked(neighbours: Callable[[int], Iterable[int]], start: int, end: int) -> list[int] | None:
    """One shortest path, found from both ends, the smaller side first."""
    back: tuple[dict[int, int | None], dict[int, int | None]] = ({start: None}, {end: None})
    fronts = [[start], [end]]
    while fronts[0] and fronts[1]:
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        seen, other, following = back[side], back[1 - side], []
        for node in fronts[side]:
            for far in neighbours(node):
                if far not in seen:
                    seen[far] = node
                    if far in other:
                        return _path(back, far)
                    following.append(far)
        fronts[side] = following
    return None


def _path(back: tuple[dict[int, int | None], dict[int, int | None]], middle: int) -> list[int]:
    halves: list[list[int]] = []
    for seen in back:
        half: list[int] = []
        node: int | None = middle
        while node is not None:
            half.append(node)
            node = seen[node]
        halves.append(half)
    return halves[0][::-1] + halves[1][1:]


class NetworkX:
    """One edge for each event, and one between two entities for free paths."""

    name = f"NetworkX {nx.__version__}"

    def __init__(self, events: Events) -> None:
        self._graph: Any = nx.MultiDiGraph()
        self._graph.add_nodes_from(range(len(events.entities)))
        self._graph.add_edges_from((s, o, {"type": t, "day": d}) for s, t, o, d in rows_of(events))
        self._pairs: Any = nx.Graph(zip(events.subject.tolist(), events.object.tolist(), strict=True))

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Event]:
        """Q1."""
        wanted = frozenset(types)
        found = [(s, d["type"], o, d["day"]) for s, o, d in self._graph.out_edges(entity, data=True)
                 if d["type"] in wanted and first <= d["day"] <= last]  # fmt: skip
        found += [(s, d["type"], o, d["day"]) for s, o, d in self._graph.in_edges(entity, data=True)
                  if d["type"] in wanted and first <= d["day"] <= last]  # fmt: skip
        return found

    def around(self, entity: int) -> list[int]:
        """Q2."""
        return around(self._pairs.__getitem__, entity) if entity in self._pairs else [entity]

    def linked(self, start: int, end: int) -> list[int] | None:
        """Q3a."""
        try:
            path: list[int] = nx.bidirectional_shortest_path(self._pairs, start, end)
        except nx.NetworkXNoPath:
            return None
        return path

    def linked_by(self, start: int, end: int, types: Sequence[int], first: int, last: int) -> list[int] | None:
        """Q3b."""
        wanted, graph = frozenset(types), self._graph

        def neighbours(node: int) -> Iterator[int]:
            for view in (graph.succ[node], graph.pred[node]):
                for far, edges in view.items():
                    if any(d["type"] in wanted and first <= d["day"] <= last for d in edges.values()):
                        yield far

        return linked(neighbours, start, end)

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Event]:
        """Q4."""
        found = []
        for middle, _, data in self._graph.in_edges(end, data=True):
            if data["type"] == two and first <= data["day"] <= last:
                for start, _, other in self._graph.in_edges(middle, data=True):
                    if other["type"] == one and first <= other["day"] <= last:
                        found.append((start, middle, other["day"], data["day"]))
                        if len(found) == ROWS:
                            return found
        return found

    def counted(self, entity: int) -> dict[int, int]:
        """Q5."""
        counts = Counter(t for _, _, t in self._graph.out_edges(entity, data="type"))
        counts.update(t for _, _, t in self._graph.in_edges(entity, data="type"))
        return counts


class Rustworkx:
    """One edge for each event, with (type, day); entities are its indices."""

    name = "rustworkx"

    def __init__(self, events: Events) -> None:
        import rustworkx as rx  # type: ignore[import-not-found, unused-ignore]

        self.name = f"rustworkx {rx.__version__}"
        self._graph = rx.PyDiGraph(multigraph=True)
        self._graph.add_nodes_from(range(len(events.entities)))
        self._graph.add_edges_from([(s, o, (t, d)) for s, t, o, d in rows_of(events)])
        self._pairs = rx.PyGraph(multigraph=False)
        self._pairs.add_nodes_from(range(len(events.entities)))
        self._pairs.add_edges_from_no_data(list(zip(events.subject.tolist(), events.object.tolist(), strict=True)))

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Event]:
        """Q1."""
        wanted = frozenset(types)
        edges = (*self._graph.out_edges(entity), *self._graph.in_edges(entity))
        return [(s, t, o, d) for s, o, (t, d) in edges if t in wanted and first <= d <= last]

    def around(self, entity: int) -> list[int]:
        """Q2."""
        return around(self._pairs.neighbors, entity)

    def linked(self, start: int, end: int) -> list[int] | None:
        """Q3a."""
        return linked(self._pairs.neighbors, start, end)

    def linked_by(self, start: int, end: int, types: Sequence[int], first: int, last: int) -> list[int] | None:
        """Q3b."""
        wanted, graph = frozenset(types), self._graph

        def neighbours(node: int) -> Iterator[int]:
            for _, far, (kind, day) in graph.out_edges(node):
                if kind in wanted and first <= day <= last:
                    yield far
            for far, _, (kind, day) in graph.in_edges(node):
                if kind in wanted and first <= day <= last:
                    yield far

        return linked(neighbours, start, end)

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Event]:
        """Q4."""
        found = []
        for middle, _, (kind, day) in self._graph.in_edges(end):
            if kind == two and first <= day <= last:
                for start, _, (other, earlier) in self._graph.in_edges(middle):
                    if other == one and first <= earlier <= last:
                        found.append((start, middle, earlier, day))
                        if len(found) == ROWS:
                            return found
        return found

    def counted(self, entity: int) -> dict[int, int]:
        """Q5."""
        counts = Counter(kind for _, _, (kind, _) in self._graph.out_edges(entity))
        counts.update(kind for _, _, (kind, _) in self._graph.in_edges(entity))
        return counts


class IGraph:
    """One edge for each event, types and days as lists beside it."""

    name = "igraph"

    def __init__(self, events: Events) -> None:
        import igraph

        self.name = f"igraph {igraph.__version__}"
        ends = list(zip(events.subject.tolist(), events.object.tolist(), strict=True))
        self._graph = igraph.Graph(n=len(events.entities), edges=ends, directed=True)
        self._pairs = igraph.Graph(n=len(events.entities), edges=ends, directed=False).simplify()
        self._subject, self._type, self._object, self._day = (column.tolist() for column in events[:4])

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Event]:
        """Q1."""
        wanted, kinds, days = frozenset(types), self._type, self._day
        return [(self._subject[e], kinds[e], self._object[e], days[e])
                for e in self._graph.incident(entity, mode="all")
                if kinds[e] in wanted and first <= days[e] <= last]  # fmt: skip

    def around(self, entity: int) -> list[int]:
        """Q2."""
        return around(self._pairs.neighbors, entity)

    def linked(self, start: int, end: int) -> list[int] | None:
        """Q3a."""
        return linked(self._pairs.neighbors, start, end)

    def linked_by(self, start: int, end: int, types: Sequence[int], first: int, last: int) -> list[int] | None:
        """Q3b."""
        wanted, kinds, days = frozenset(types), self._type, self._day
        one, two = self._subject, self._object

        def neighbours(node: int) -> Iterator[int]:
            for e in self._graph.incident(node, mode="all"):
                if kinds[e] in wanted and first <= days[e] <= last:
                    yield two[e] if one[e] == node else one[e]

        return linked(neighbours, start, end)

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Event]:
        """Q4."""
        found, kinds, days = [], self._type, self._day
        for e in self._graph.incident(end, mode="in"):
            if kinds[e] == two and first <= days[e] <= last:
                middle = self._subject[e]
                for f in self._graph.incident(middle, mode="in"):
                    if kinds[f] == one and first <= days[f] <= last:
                        found.append((self._subject[f], middle, days[f], days[e]))
                        if len(found) == ROWS:
                            return found
        return found

    def counted(self, entity: int) -> dict[int, int]:
        """Q5."""
        return Counter([self._type[e] for e in self._graph.incident(entity, mode="all")])


class SQLite:
    """A file with covering indexes from either end, by day and by type, and a table of who is next to whom."""

    name = f"SQLite {sqlite3.sqlite_version}"

    def __init__(self, events: Events) -> None:
        self._folder = tempfile.TemporaryDirectory()
        base = sqlite3.connect(Path(self._folder.name) / "events.db")
        base.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000;"
                           "create table event (s int, t int, o int, d int);"
                           "create table next (a int, b int, primary key (a, b)) without rowid;")  # fmt: skip
        base.executemany("insert into event values (?, ?, ?, ?)", rows_of(events))
        base.executescript("create index out_by_type on event (s, t, d, o);"
                           "create index in_by_type on event (o, t, d, s);"
                           "insert into next select s, o from event union select o, s from event;"
                           "analyze;")  # fmt: skip
        self._run = base.execute

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Event]:
        """Q1."""
        marks = ",".join("?" * len(types))
        return self._run(
            f"select s, t, o, d from event where s = ? and t in ({marks}) and d between ? and ? union all "
            f"select s, t, o, d from event where o = ? and t in ({marks}) and d between ? and ?",
            (entity, *types, first, last, entity, *types, first, last),
        ).fetchall()

    def _next(self, entity: int) -> Iterator[int]:
        return (row[0] for row in self._run("select b from next where a = ?", (entity,)))

    def around(self, entity: int) -> list[int]:
        """Q2."""
        return around(self._next, entity)

    def linked(self, start: int, end: int) -> list[int] | None:
        """Q3a."""
        return linked(self._next, start, end)

    def linked_by(self, start: int, end: int, types: Sequence[int], first: int, last: int) -> list[int] | None:
        """Q3b."""
        marks = ",".join("?" * len(types))
        query = (
            f"select o from event where s = ? and t in ({marks}) and d between ? and ? union all "
            f"select s from event where o = ? and t in ({marks}) and d between ? and ?"
        )
        rest = (*types, first, last)
        return linked(lambda node: (r[0] for r in self._run(query, (node, *rest, node, *rest))), start, end)

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Event]:
        """Q4."""
        return self._run(
            "select f.s, e.s, f.d, e.d from event e join event f on f.o = e.s and f.t = ? and f.d between ? and ? "
            f"where e.o = ? and e.t = ? and e.d between ? and ? limit {ROWS}",
            (one, first, last, end, two, first, last),
        ).fetchall()

    def counted(self, entity: int) -> dict[int, int]:
        """Q5."""
        return dict(self._run("select t, count(*) from (select t from event where s = ? union all "
                              "select t from event where o = ?) group by t", (entity, entity)))  # fmt: skip


class Oxigraph:
    """A quad for each event, its day the graph; it has no search for paths. Answers stay in its own words."""

    name = "pyoxigraph"

    def __init__(self, events: Events) -> None:
        import pyoxigraph as ox

        self.name = f"pyoxigraph {ox.__version__}"
        store: Any = ox.Store()
        self._store, node = store, ox.NamedNode
        entities = [node(f"e:{n}") for n in range(len(events.entities))]
        kinds = [node(f"t:{n}") for n in range(len(events.types))]
        days = [node(f"d:{n}") for n in range(int(events.day.max()) + 1)]
        self._store.bulk_extend(ox.Quad(entities[s], kinds[t], entities[o], days[d]) for s, t, o, d in rows_of(events))
        self._store.optimize()
        self._node = node

    def near(self, entity: int, types: Sequence[int], first: int, last: int) -> list[Event]:
        """Q1."""
        node, days = self._node(f"e:{entity}"), {f"d:{d}" for d in range(first, last + 1)}
        kinds = [self._node(f"t:{t}") for t in types]
        quads = self._store.quads_for_pattern
        found = [quad for kind in kinds for quad in (*quads(node, kind, None, None), *quads(None, kind, node, None))]
        return [(q.subject.value, q.predicate.value, q.object.value, q.graph_name.value)
                for q in found if q.graph_name.value in days]  # fmt: skip

    def around(self, entity: int) -> list[Any]:
        """Q2."""
        quads = self._store.quads_for_pattern

        def neighbours(node: Any) -> Iterator[Any]:
            yield from (quad.object for quad in quads(node, None, None, None))
            yield from (quad.subject for quad in quads(None, None, node, None))

        return around(neighbours, self._node(f"e:{entity}"))

    def chained(self, end: int, one: int, two: int, first: int, last: int) -> list[Event]:
        """Q4."""
        days = ", ".join(f"<d:{d}>" for d in range(first, last + 1))
        query = (f"select ?a ?b ?c ?d {{ graph ?d {{ ?b <t:{two}> <e:{end}> }} filter(?d in ({days})) "
                 f"graph ?c {{ ?a <t:{one}> ?b }} filter(?c in ({days})) }} limit {ROWS}")  # fmt: skip
        return [tuple(term.value for term in row) for row in self._store.query(query)]

    def counted(self, entity: int) -> dict[str, int]:
        """Q5."""
        query = (f"select ?t (count(*) as ?n) {{ {{ graph ?d {{ <e:{entity}> ?t ?o }} }} union "
                 f"{{ graph ?d {{ ?s ?t <e:{entity}> }} }} }} group by ?t")  # fmt: skip
        return {row[0].value: int(row[1].value) for row in self._store.query(query)}
