"""A paragraph that very many claims rest on, such as a table of events, is told within bounds, and what is left out."""

from __future__ import annotations

import pytest

from app.api.routers import sources
from app.graph import provenance
from tests.api.clients import Held, client, problem
from tests.worlds import World


def crowded(*, paragraphs: int) -> World:
    """Twelve states, each of which supports the next, in one document of so many paragraphs."""
    world = World()
    for number in range(12):
        paragraph = number % paragraphs + 1
        world.claim(f"s{number:02}", "supports", f"s{(number + 1) % 12:02}", paragraph=paragraph)
    return world


@pytest.mark.parametrize(("paragraphs", "there"), [(1, 12), (2, 6)])
def test_a_paragraph_with_many_claims(monkeypatch: pytest.MonkeyPatch, paragraphs: int, there: int) -> None:
    """The first claims are shown, all are counted, and the answer says where the others are."""
    monkeypatch.setattr(sources, "MOST_CLAIMS", 5)
    world = crowded(paragraphs=paragraphs)
    [source] = [s.id for s in world.dataset().sources]
    with client(Held(world)) as http:
        answer = http.get(f"/v1/sources/{source}/paragraphs/1").json()
        counts = [p["claims"] for p in http.get(f"/v1/sources/{source}").json()["paragraphs"]]
        every = http.get(f"/v1/claims?source={source}").json()["results"]
    resting = [c["id"] for c in every if c["evidence"][0]["paragraph"] == 1]
    assert [c["id"] for c in answer["claims"]] == resting[:5]
    assert (len(resting), answer["total"]) == (there, there)
    assert answer["truncated"] == (f"the first 5 of {there} claims are shown: /v1/claims?source={source} lists all")
    assert counts[:paragraphs] == [there] * paragraphs


def test_a_paragraph_with_few_claims() -> None:
    """Where all are shown, nothing is left out."""
    world = crowded(paragraphs=2)
    [source] = [s.id for s in world.dataset().sources]
    with client(Held(world)) as http:
        answer = http.get(f"/v1/sources/{source}/paragraphs/2").json()
    assert (len(answer["claims"]), answer["total"], answer["truncated"]) == (6, 6, None)


def test_more_claims_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document whose claims cannot all be looked at is refused, with the bound and the way to list them."""
    monkeypatch.setattr(provenance, "MOST_READ", 10)
    world = crowded(paragraphs=2)
    [source] = [s.id for s in world.dataset().sources]
    with client(Held(world)) as http:
        refused = problem(http.get(f"/v1/sources/{source}/paragraphs/1"), 422)
    assert (refused["bound"], f"/v1/claims?source={source}" in refused["detail"]) == ("claims", True)
