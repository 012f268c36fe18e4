"""What is too much to look at is refused with its bound, or left out and said; nothing runs on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.analytics import answers
from app.errors import BoundExceeded
from app.graph import questions
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, NO_FILTERS, Filters
from app.runtime import open_view
from tests.api.clients import ROOT


@pytest.fixture(scope="module")
def curated() -> GraphView:
    """The curated graph, read for these tests alone: nothing of it is remembered from others."""
    return open_view(Path(ROOT))


def test_an_explanation_goes_on_without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rules would look at too much, the rest is explained, and what is missing is named."""
    monkeypatch.setattr("app.graph.derive.premises.MOST_PREMISES", 0)
    found = questions.explain(open_view(Path(ROOT)), {"start": "iran", "end": "pakistan"})
    assert found["derived_truncated_by"] == "premises"
    assert found["derived"] == []
    assert found["direct"]
    assert found["summary"]


def test_rules_alone_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of what follows is refused with the bound, and says how to narrow the question."""
    monkeypatch.setattr("app.graph.derive.premises.MOST_PREMISES", 0)
    with pytest.raises(BoundExceeded, match="narrow by date or source"):
        questions.derived(open_view(Path(ROOT)), {})


@pytest.mark.parametrize(
    ("place", "ask"),
    [
        ("app.analytics.bounds.MOST_RELATIONS", lambda view: answers.measured(view, "degree", {}, {})),
        ("app.analytics.bounds.MOST_RELATIONS", lambda view: answers.balance(view, {})),
        ("app.graph.timeline.spread.MOST_RELATIONS", lambda view: questions.timeline(view, {})),
    ],
)
def test_measures_are_refused(curated: GraphView, monkeypatch: pytest.MonkeyPatch, place: str, ask: object) -> None:
    """Metrics, balance and timelines name how many relations they would look at, and how to ask for less."""
    monkeypatch.setattr(place, 3)
    with pytest.raises(BoundExceeded, match=r"more than 3: (narrow|name)"):
        ask(curated)  # type: ignore[operator]


def test_reading_notes_is_refused(curated: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search in the notes of too many claims is refused; one within an entity's claims is not."""
    monkeypatch.setattr("app.engines.columnar.select.MOST_READ", 20)
    with pytest.raises(BoundExceeded, match="name an entity, type or date"):
        curated.select(EVERYTHING, Filters(q="border"))
    assert curated.select(EVERYTHING, NO_FILTERS)
