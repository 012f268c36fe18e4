"""Exports that stream: memory does not grow with the graph, the first bytes come at once, and stopping stops."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from app.exporters import registry
from app.exporters.formats import FORMATS
from app.exporters.rows import Rows
from tests.exporters.exporting import CONTEXT, export
from tests.exporters.streaming import big_graph
from tests.exporters.worlds import awkward, whole
from tests.worlds import view

STREAMING = [f.name for f in FORMATS if f.streams]
EDGES = 600  # benchmarks/ does the same with half a million


def _peak(name: str, edges: int) -> int:
    """The most memory held at any time while an export runs."""
    graph, write = big_graph(edges), registry.writer(registry.get(name))
    for _ in write(big_graph(10), CONTEXT):  # what is imported and kept for good does not count
        pass
    tracemalloc.start()
    try:
        for _ in write(graph, CONTEXT):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", STREAMING)
def test_memory_does_not_grow_with_the_graph(name: str) -> None:
    """Ten times the edges need no more memory, and that is a few megabytes."""
    small = _peak(name, EDGES // 10)
    large = _peak(name, EDGES)
    # Parquet holds one group of rows until it is written
    assert large < (8_000_000 if name == "parquet" else small + 300_000)
    assert large < 8_000_000


@pytest.mark.parametrize("name", STREAMING)
def test_the_first_bytes_come_at_once(name: str) -> None:
    """An export of half a million edges starts sending without looking at all of them."""
    pieces = registry.writer(registry.get(name))(big_graph(500_000), CONTEXT)
    started = time.process_time()
    assert next(pieces)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("name", STREAMING)
def test_an_export_can_be_stopped(name: str) -> None:
    """A reader that goes away ends the work: closing the stream raises nothing."""
    pieces = registry.writer(registry.get(name))(big_graph(50_000), CONTEXT)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", registry.names())
def test_kept_rows_change_nothing(name: str) -> None:
    """What is rendered once and kept gives the same bytes as what is rendered anew, the second time too."""
    graph = whole(view(awkward()))
    rows = Rows(graph.view)
    anew = export(name, graph)
    assert export(name, graph, rows=rows) == anew
    assert export(name, graph, rows=rows) == anew


def test_kept_rows_stay_within_their_room() -> None:
    """When the room is full, what is new is rendered and not kept."""
    graph = whole(view(awkward()))
    rows = Rows(graph.view, capacity=3_000)
    assert export("json", graph, rows=rows) == export("json", graph)
    assert 0 < sum(len(made) for kept in rows._kept.values() for _, made in kept.values()) <= 3_000


def test_rows_of_another_view_are_not_used() -> None:
    """Rows that were kept for another snapshot are left alone."""
    other = Rows(view(awkward()))
    graph = whole(view(awkward()))
    export("json", graph, rows=other)
    assert not any(other._kept.values())
