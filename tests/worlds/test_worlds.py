"""Tests of the test worlds themselves."""

from __future__ import annotations

import pytest

from app.graph import shapes
from app.graph.contract import Match
from tests.worlds import WORLDS, World, ask, view


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_a_world_can_be_seen(world) -> None:
    """Every relation, claim and entity of each named world can be rendered."""
    seen = view(world())
    for relation in range(seen.relation_count):
        assert shapes.relation(seen, Match(relation, tuple(seen.relation_claims(relation))), with_claims=True)
    for entity in range(seen.entity_count):
        assert shapes.entity(seen, entity)


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_a_world_obeys_its_ontology(world) -> None:
    """Every claim of each named world fits the domain and range of its relation type."""
    made = world().dataset()
    types = {e.id: e.type for e in made.entities} | {old: e.type for e in made.entities for old in e.merged_ids}
    for claim in made.claims:
        kind = made.ontology.relation_types[claim.type]
        assert made.ontology.fits(types[claim.subject], kind.domain), claim
        assert made.ontology.fits(types[claim.object], kind.range), claim
        assert set(claim.attributes) <= set(made.ontology.attributes_of(claim.type)), claim


def test_a_world_reads_like_prose() -> None:
    """A world needs no more than its claims: the source, its author and the states come along."""
    world = World()
    world.claim("ruritania", "allied_with", "graustark")
    assert ask(view(world), incident="ruritania", status="asserted") == ["graustark.allied_with.ruritania"]
