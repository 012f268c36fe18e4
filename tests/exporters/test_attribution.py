"""Every export names the data sets, their licences and attribution, the snapshot and the query."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from app.exporters import registry
from app.exporters.about import about, datasets, title
from app.graph.filters import Filters
from tests.exporters.exporting import BASE, CONTEXT, export
from tests.exporters.worlds import around, awkward_graph, whole
from tests.worlds import WORLDS, view

# Some formats escape what stands in addresses and names.
_QUERIES = (f"{BASE}/v1/graph?format=any&q=a%26b", f"{BASE}/v1/graph?format=any&amp;q=a%26b")


def _text(name: str) -> str:
    data = export(name, awkward_graph())
    if name in ("csv", "parquet"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read("README.txt").decode()
    return data.decode()


@pytest.mark.parametrize("name", [n for n in registry.names() if n != "png"])
def test_an_export_says_whose_it_is(name: str) -> None:
    """Both data sets with licence and attribution, the snapshot, and the query are in the file itself."""
    text = _text(name)
    for word in ("Archive", "The makers of archive", "Press", "The makers of press", "CC-BY-4.0"):
        assert word in text
    assert awkward_graph().view.snapshot_id in text
    assert any(query in text for query in _QUERIES)


def test_only_the_data_sets_that_are_used_are_named() -> None:
    """A part that rests on one data set names that one; a graph without edges names all."""
    seen = view(WORLDS["two_clocks"]())
    early = whole(seen, Filters(source=frozenset(("gazette",))))
    assert [d.id for d in datasets(early)] == ["press"]
    assert [d.id for d in datasets(whole(seen))] == ["archive", "press"]
    assert [d.id for d in datasets(whole(seen, entity_types=frozenset()))] == ["archive", "press"]


def test_about_says_what_was_asked_and_what_is_missing() -> None:
    """Title, addresses, citation and bounds are in one place."""
    seen = view(WORLDS["sheltering"]())
    facts = about(around(seen, "graustark", "rebels"), CONTEXT)
    assert facts["title"] == "Relations of Graustark, the rebels"
    assert facts["json"] == CONTEXT.json_url
    assert facts["query"] == {"entity": ["graustark", "rebels"]}
    assert title(around(seen, "graustark", "rebels", "ruritania", "foreign-office")).endswith("Ruritania and 1 more")


def test_graph_json_takes_what_the_query_asked_for() -> None:
    """Claims, sources, ontology and facets come along when they are named, and members that the caller adds."""
    seen = view(WORLDS["sheltering"]())
    plain = json.loads(export("json", whole(seen)))
    assert set(plain) == {"nodes", "edges", "meta"}
    names = frozenset(("claims", "sources", "ontology", "facets"))
    full = json.loads(export("json", whole(seen, include=names), extra={"absence": {"status": "not_stated"}}))
    assert set(full) == {"nodes", "edges", "meta", "absence", *names}
    assert {c["id"] for c in full["claims"]} == {c.id for c in (seen.claim(h) for h in range(seen.claim_count))}
    assert [(s["id"], s["claims"]) for s in full["sources"]] == [("gazette", 5)]
    assert {t["id"] for t in full["ontology"]["relation_types"]} == {e["type"] for e in full["edges"]}
    assert {t["id"] for t in full["ontology"]["entity_types"]} >= {"State", "Actor", "Place"}
    assert full["facets"]["status"]["values"][0]["count"] == 2
