"""The registry: names, media types, file names, bounds, and that every format keeps to them."""

from __future__ import annotations

import importlib
import re

import pytest

from app.errors import BoundExceeded, InvalidValue
from app.exporters import registry
from app.exporters.formats import FORMATS
from tests.exporters.exporting import CONTEXT, export
from tests.exporters.streaming import big_graph
from tests.exporters.worlds import around, awkward, tiny, whole
from tests.worlds import view


def test_there_are_twenty_formats() -> None:
    """All formats of the API's contract are there, each with a name, a suffix and a module of its own."""
    assert registry.names() == (
        "json", "node-link", "cytoscape", "graphology", "ndjson", "graphml", "gexf", "dot", "mermaid", "csv",
        "parquet", "jsonld", "turtle", "trig", "nquads", "stix", "ftm", "geojson", "svg", "png",
    )  # fmt: skip
    for field in ("name", "suffix", "module", "title"):
        assert len({getattr(f, field) for f in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("chosen", FORMATS, ids=registry.names())
def test_a_format_says_what_it_is(chosen: registry.Format) -> None:
    """Each format has a module with a writer, a media type, and says what it keeps."""
    module = importlib.import_module(chosen.module)
    assert module.__doc__
    assert callable(module.write)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", chosen.media_type)
    assert chosen.keeps
    assert chosen.streams != (chosen.most_nodes is not None or chosen.most_edges is not None)


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats that there are."""
    with pytest.raises(InvalidValue, match="unknown format 'gephi': use json, node-link") as caught:
        registry.get("gephi")
    assert caught.value.valid == registry.names()


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("*/*", "json"),
        ("", "json"),
        ("application/json", "json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "json"),
        ("text/turtle", "turtle"),
        ("text/turtle;q=0.5, application/n-quads", "nquads"),
        ("application/ld+json;profile=x", "jsonld"),
        ("image/*", "svg"),
        ("image/png, image/svg+xml;q=0.2", "png"),
        ("text/csv", "csv"),
        ("application/vnd.apache.parquet", "parquet"),
        ("application/json;q=0.1, application/geo+json", "geojson"),
        ("*/*;q=0.1, application/json;q=0", "ndjson"),
        ("application/stix+json;version=2.1", "stix"),
        ("APPLICATION/GEXF+XML", "gexf"),
        ("application/vnd.realpolitik.graphology+json", "graphology"),
        ("nonsense", "json"),
        ("text/turtle;q=7", None),
        ("audio/ogg", None),
        ("application/json;q=0", None),
    ],
)
def test_accept_is_understood(accept: str, name: str | None) -> None:
    """The most exact range decides, its quality ranks, and what is not accepted is not given."""
    found = registry.by_media_type(accept)
    assert (found.name if found else None) == name


def test_a_file_name_tells_what_is_in_it() -> None:
    """It names the seeds and the snapshot, and is safe on every file system."""
    seen = view(tiny())
    assert re.fullmatch(
        r"realpolitik-graustark-rebels-[0-9a-f]{16}\.gexf",
        registry.file_name(registry.get("gexf"), around(seen, "graustark", "rebels")),
    )
    assert re.fullmatch(r"realpolitik-[0-9a-f]{16}\.csv\.zip", registry.file_name(registry.get("csv"), whole(seen)))


@pytest.mark.parametrize("chosen", [f for f in FORMATS if not f.streams], ids=lambda f: f.name)
def test_a_bound_is_named_before_any_work(chosen: registry.Format) -> None:
    """A graph past a format's bound is refused when the writer is called, with the bound in the error."""
    with pytest.raises(BoundExceeded, match=f"format '{chosen.name}' takes at most") as caught:
        registry.writer(chosen)(big_graph(40_000), CONTEXT)
    assert caught.value.bound in ("most_nodes", "most_edges")


@pytest.mark.parametrize("name", registry.names())
def test_the_same_graph_gives_the_same_bytes(name: str) -> None:
    """Nothing in an export depends on the clock, on chance or on what was exported before."""
    assert export(name, whole(view(awkward()))) == export(name, whole(view(awkward())))


@pytest.mark.parametrize("name", registry.names())
def test_an_empty_graph_can_be_exported(name: str) -> None:
    """No node and no edge is a graph too."""
    seen = view(tiny())
    assert export(name, whole(seen, entity_types=frozenset()))
