"""Metrics describe themselves, agree with NetworkX, know their bounds, and are documented."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from app.analytics import answers, registry
from app.analytics.metrics import centrality
from app.analytics.network import Network
from app.analytics.registry import METRICS, metric
from app.api.questions import MetricQuery
from app.errors import BoundExceeded, InvalidValue
from app.graph.filters import NO_FILTERS
from tests.worlds import World, view

DOCS = Path(__file__).resolve().parents[2] / "docs" / "queries" / "README.md"


def web() -> World:
    """Two knots and a bridge between them."""
    world = World()
    for one, two in ("ab", "bc", "ca", "de", "ef", "fd", "cd"):
        world.claim(one, "supports", two)
    world.claim("a", "attacks", "b", paragraph=2)
    world.claim("b", "attacks", "a", modality="alleged", paragraph=2)
    return world


def ranked(name: str, **words: Any) -> list[tuple[Any, float]]:
    """The results of a metric: who, and how much."""
    parameters = {k: v for k, v in words.items() if k in {p.name for p in metric(name).parameters}}
    rest = {k: v for k, v in words.items() if k not in parameters}
    found = answers.measured(view(web()), name, rest, parameters)["results"]
    return [((r.get("entity") or {}).get("id") or tuple(e["id"] for e in r["entities"]), r["value"]) for r in found]


def test_degree_by_sign() -> None:
    """Degree counts relations by tone; what is not affirmed as fact has none unless asked for."""
    assert dict(ranked("degree", by="conflictual")) == {"a": 1, "b": 1, "c": 0, "d": 0, "e": 0, "f": 0}
    assert dict(ranked("degree", by="conflictual", weigh_all="true"))["a"] == 2
    assert ranked("degree")[0] == ("a", 4)


def test_structure() -> None:
    """The bridge and its ends, the cores, and what is returned."""
    assert ranked("bridges") == [(("c", "d"), 1)]
    assert [who for who, _ in ranked("articulation-points")] == ["c", "d"]
    assert {v for _, v in ranked("k-core")} == {2}
    assert ranked("k-core", k=3) == []
    assert dict(ranked("reciprocity"))["a"] == 1
    assert [who for who, _ in ranked("communities")] == [("a", "b", "c"), ("d", "e", "f")]


def test_centrality_agrees_with_networkx() -> None:
    """Betweenness and PageRank are those of NetworkX on the same graph."""
    network = Network(view(web()), NO_FILTERS)
    exact = nx.betweenness_centrality(network.undirected)
    assert {network.view.entity(e).id: v for e, v in exact.items()} == pytest.approx(dict(ranked("betweenness")))
    alg: Any = nx.algorithms.link_analysis.pagerank_alg
    pagerank = alg._pagerank_python(network.directed, tol=1e-12, max_iter=500)
    expected = {network.view.entity(e).id: v for e, v in pagerank.items()}
    assert expected == pytest.approx(dict(ranked("pagerank", iterations=500)), abs=1e-6)


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_describes_itself(name: str) -> None:
    """Each metric has words, a source, bounds for its numbers, a row in the docs and its parameters in the API."""
    found = metric(name)
    assert found.id == name
    assert found.tells.endswith(".")
    assert found.source
    assert found.cost
    assert f"| `{name}` |" in DOCS.read_text(encoding="utf-8")
    for parameter in found.parameters:
        assert parameter.name in MetricQuery.model_fields
        assert parameter.parse(parameter.default) == parameter.default
        assert (parameter.minimum is not None) == (parameter.type in ("integer", "number"))


@pytest.mark.parametrize("name", METRICS)
def test_an_empty_graph_is_measured(name: str) -> None:
    """Where the filters leave nothing, a metric gives no rows and no error."""
    assert ranked(name, as_of="1900") == []


@pytest.mark.parametrize("name", METRICS)
def test_the_bound_on_relations(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A network larger than a metric takes is refused with the bound named."""
    small = dataclasses.replace(metric(name), most_ties=1)
    monkeypatch.setattr(registry, "metric", lambda _: small)
    with pytest.raises(BoundExceeded) as caught:
        registry.measure(view(web()), name, NO_FILTERS, {})
    assert caught.value.bound == "ties"


def test_the_bound_on_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Betweenness names the sample that would do."""
    monkeypatch.setattr(centrality, "MOST_STEPS", 20)
    with pytest.raises(BoundExceeded, match="sample=") as caught:
        ranked("betweenness")
    assert caught.value.bound == "steps"
    assert ranked("betweenness", sample="2")


@pytest.mark.parametrize(
    ("name", "given", "hint"),
    [("degree", {"by": "size"}, "total"), ("degree", {"weigh_all": "maybe"}, "true"), ("k-core", {"k": "0"}, "from 1"),
     ("k-core", {"k": "many"}, "whole number"), ("pagerank", {"damping": "nan"}, "from 0"),
     ("degree", {"k": "1"}, "use by"),
     ("bridges", {"k": "1"}, "takes none")],
)  # fmt: skip
def test_wrong_parameters(name: str, given: dict[str, str], hint: str) -> None:
    """An unknown parameter or a wrong value is refused with what would be right."""
    with pytest.raises(InvalidValue, match=hint):
        answers.measured(view(web()), name, {}, given)


def test_an_unknown_metric() -> None:
    """An unknown metric lists the known ones."""
    with pytest.raises(InvalidValue) as caught:
        metric("fame")
    assert caught.value.valid == tuple(METRICS)
