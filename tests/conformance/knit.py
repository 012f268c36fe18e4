"""A closely knit world for questions about more than one relation, and what the tests of such questions share."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.graph.contract import GraphView
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK
from app.model.dataset import Dataset
from tests.conformance.strategies import filters, worlds
from tests.conformance.suite import Pair
from tests.worlds import AUTHOR, World, asking

CONFIDENCE = {rank: word.value for word, rank in CONFIDENCE_RANK.items()}
STATUS = {rank: word.value for word, rank in STATUS_RANK.items()}


def columnar(data: Dataset) -> ColumnarView:
    """The engine on numpy columns."""
    return ColumnarView(build(data), kernels=False)


def kernels(data: Dataset) -> ColumnarView:
    """The engine with compiled kernels, for all that they know."""
    pytest.importorskip("numba", reason="kernels need the extra: pip install 'realpolitik[scale]'")
    view = ColumnarView(build(data), at_hand=0, kernels=True)
    assert view.warm(), "kernels were asked for"
    return view


engines = pytest.mark.parametrize("engine", [columnar, kernels])


KNIT = ("arland", "arland-ministry", "borland", "corland", "reds", "zed")
TIES = ("supports", "arms", "attacks", "tense_with", "allied_with", "shelters", "affects", "visits")


@st.composite
def knit(draw: st.DrawFn) -> World:
    """A world whose few actors are closely knit, so that paths, patterns and rules find something."""
    world = draw(worlds())
    ends = st.tuples(st.sampled_from(KNIT), st.sampled_from(TIES), st.sampled_from(KNIT))
    for subject, kind, object_ in draw(st.lists(ends.filter(lambda t: t[0] != t[2]), min_size=6, max_size=14)):
        given: dict[str, Any] = {
            "valid": draw(st.sampled_from(["2012/..", "2014/2018", "2015-04", "2017", "2016~/2018", "2018-06-01"])),
            "modality": draw(st.sampled_from(["fact", "fact", "fact", "alleged", "agreed", "planned"])),
            "stance": draw(st.sampled_from(["affirms"] * 5 + ["denies"])),
            "by": draw(st.sampled_from([[AUTHOR], ["arland"], ["zed"]])),
            "confidence": draw(st.sampled_from(["low", "medium", "high"])),
            "paragraph": draw(st.integers(1, 9)),
            "source": "gazette",
        }
        attributes: dict[str, Any] = {}
        if kind == "shelters":
            attributes["consent"] = draw(st.sampled_from(["knowing", "knowing", "not_stated"]))
        if kind in ("supports", "attacks") and draw(st.integers(0, 5)) == 0:
            attributes["collective"] = True
        before = [c.id for c in world.claims]
        if world.claim(subject, kind, object_, **given, attributes=attributes) in before:
            world.claims.pop()
    return world


few = st.one_of(st.just({}), st.just({}), filters)


def filters_of(pair: Pair, asked: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """A question in words, and the filters that it means."""
    question = pair.question({}, asked)
    return question, asking.filters(pair.view, **question)


def key_of(view: GraphView, relation: int) -> str:
    """The id of a relation."""
    ends = view.ends(relation)
    return f"{view.entity(ends.subject).id}.{ends.type}.{view.entity(ends.object).id}"
