"""From data to snapshot: the load order of ruling C5, merges, columns that cannot change."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.building.assembling import known_day
from app.building.memory import build
from app.graph import shapes
from app.snapshot.columns import Adjacency, Snapshot, read_only
from tests.worlds import WORLDS, World, ask, claim_ids, handle, match, merged, spells, status, view

# ---------------------------------------------------------------- C5


def test_c5_claims_follow_merges() -> None:
    """What was said of Burma and of the rebel army is said of Myanmar and the rebels: one relation, all its claims."""
    seen = view(merged())
    found = match(seen, "myanmar.shelters.rebels")
    assert found is not None
    assert len(found.claims) == 2
    assert {(seen.claim(c).subject, seen.claim(c).object) for c in found.claims} == {("myanmar", "rebels")}
    assert seen.find_relation("burma.shelters.rebel-army") is None


def test_c5_voices_addressees_organs_and_authors_follow_merges() -> None:
    """An old id stands nowhere: not as a voice, not as the one spoken to, not as the state above an organ."""
    seen = view(merged())
    found = match(seen, "laos.supports.rebels")
    assert found is not None
    claim = seen.claim(found.claims[0])
    assert (claim.asserted_by, claim.addressed_to) == (("myanmar",), "myanmar")
    assert seen.entity(handle(seen, "foreign-office")).organ_of == "myanmar"
    assert shapes.entity(seen, handle(seen, "foreign-office"))["organ_of"]["id"] == "myanmar"
    assert ask(seen, asserted_by="myanmar") == ["laos.supports.rebels", "myanmar.shelters.rebels"]
    assert seen.silences[0].object == "rebels"
    world = World()
    world.voice("a-writer", was=["a-wright"])
    world.source("gazette", author="a-wright")
    world.claim("a", "supports", "b", by="a-writer")
    assert status(view(world), "a.supports.b") == "asserted"
    assert view(world).sources["gazette"].author == "a-writer"


def test_c5_merged_voices_speak_once() -> None:
    """Two voices that turn out to be one are one voice."""
    world = World()
    world.state("myanmar", was=["burma"])
    world.claim("a", "supports", "b", by=["burma", "c", "myanmar"])
    assert view(world).claim(0).asserted_by == ("myanmar", "c")


def test_c5_the_symmetric_pair_is_sorted_after_merging() -> None:
    """Burma-Laos and Laos-Myanmar are one relation, its ends in order of the ids that remain."""
    seen = view(merged())
    found = match(seen, "laos.tense_with.myanmar")
    assert found is not None
    assert len(found.claims) == 2
    assert ask(seen, type="tense_with") == ["laos.tense_with.myanmar"]


def test_c5_a_self_loop_falls_away() -> None:
    """A claim between two ids of one entity says nothing, and is not in the graph."""
    seen = view(merged())
    assert ask(seen, type="affects") == []
    assert seen.claim_count == len(merged().claims) - 1
    assert all(seen.ends(r).subject != seen.ends(r).object for r in range(seen.relation_count))


def test_c5_the_same_claim_counts_once() -> None:
    """A claim that comes twice, or comes with its symmetric pair turned round, is one claim."""
    world = World()
    for _ in range(2):
        world.claim("a", "supports", "b")
    world.claim("a", "allied_with", "b")
    world.claim("b", "allied_with", "a")
    seen = view(world)
    assert seen.claim_count == 2
    assert ask(seen) == ["a.allied_with.b", "a.supports.b"]


def test_c5_a_merge_leaves_claim_ids_as_they_were() -> None:
    """Claim ids are of what was written, so a merge later on changes none."""
    plain = World()
    before = plain.claim("burma", "shelters", "rebels")
    assert claim_ids(view(plain), match(view(plain), "burma.shelters.rebels")) == [before]
    later = World()
    later.state("myanmar", was=["burma"])
    later.claim("burma", "shelters", "rebels")
    assert claim_ids(view(later), match(view(later), "myanmar.shelters.rebels")) == [before]


# ---------------------------------------------------------------- the snapshot


@pytest.fixture(params=WORLDS.values(), ids=list(WORLDS))
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    world: Callable[[], World] = request.param
    return build(world().dataset())


def test_columns_are_what_they_are_defined_to_be(snapshot: Snapshot) -> None:
    """Every column has its dtype and length, and cannot be written to."""
    snapshot.columns.verify()
    for column in dataclasses.fields(snapshot.columns):
        with pytest.raises(ValueError, match="read-only"):
            getattr(snapshot.columns, column.name)[:1] = 0


def test_a_wrong_column_is_found() -> None:
    """Verification names a column of another dtype, another length, or that can be written to."""
    columns = build(spells().dataset()).columns
    wrong: Any
    for wrong in (
        np.zeros(columns.claim_known.shape, dtype=np.int32),
        read_only(columns.claim_known, np.int64),
        read_only(columns.claim_known[:-1], np.int32),
    ):
        with pytest.raises(ValueError, match="claim_known"):
            dataclasses.replace(columns, claim_known=wrong).verify()


def test_handles_are_in_order(snapshot: Snapshot) -> None:
    """Entities come by id, relations by subject, type and object, claims by relation and first possible day."""
    columns = snapshot.columns
    assert [e.id for e in snapshot.entities] == sorted(e.id for e in snapshot.entities)
    triples = list(zip(columns.relation_subject, columns.relation_type, columns.relation_object, strict=True))
    assert triples == sorted(set(triples))
    claims = list(
        zip(columns.claim_relation, columns.claim_possible_from, (c.id for c in snapshot.claims), strict=True)
    )
    assert claims == sorted(claims)


@pytest.mark.parametrize(("part", "end", "event"), [
    ("out_events", "subject", True), ("out_states", "subject", False),
    ("in_events", "object", True), ("in_states", "object", False),
])  # fmt: skip
def test_adjacency_holds_each_claim_of_its_kind_once_by_node_and_day(
    snapshot: Snapshot, part: str, end: str, event: bool
) -> None:
    """Each part lists, for each node, the claims of its side and kind in order of their first possible day."""
    adjacency: Adjacency = getattr(snapshot, part)
    kinds = snapshot.ontology.relation_types
    listed = []
    for node, entity in enumerate(snapshot.entities):
        here = adjacency.claim[adjacency.start[node] : adjacency.start[node + 1]].tolist()
        days = adjacency.day[adjacency.start[node] : adjacency.start[node + 1]].tolist()
        assert days == sorted(days) == [int(snapshot.columns.claim_possible_from[c]) for c in here]
        assert all(getattr(snapshot.claims[c], end) == entity.id for c in here)
        listed += here
    assert sorted(listed) == [i for i, c in enumerate(snapshot.claims) if (kinds[c.type].kind == "event") is event]


def test_a_snapshot_can_be_empty() -> None:
    """Without claims, and without anything, there is a graph that answers."""
    world = World()
    assert (view(world).entity_count, view(world).claim_count, ask(view(world))) == (0, 0, [])
    world.state("ruritania")
    world.source("gazette")
    seen = view(world)
    assert (seen.entity_count, seen.relation_count, ask(seen, incident="ruritania", as_of="2019")) == (2, 0, [])


def test_a_source_is_known_on_some_day() -> None:
    """A publication date without a latest reading is refused, since nothing would ever be known."""
    world = World()
    world.source("gazette", published="2019/..")
    with pytest.raises(ValueError, match="gazette"):
        known_day(world.dataset().sources[0])
