"""The ontology: lineages, what fits where, declared attributes, and the tone of a claim."""

from __future__ import annotations

import pytest

from app.model.ontology import (
    COMMON_ATTRIBUTES,
    Attribute,
    EntityType,
    Ontology,
    claim_polarity,
    polarity_name,
)
from tests.worlds.ontology import relation_type, small_ontology


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return small_ontology()


def test_a_state_is_both_an_actor_and_a_place(ontology: Ontology) -> None:
    """The lineage of a type is the type itself, then all its parents, nearest first."""
    assert ontology.entity_lineage("State") == ("State", "Actor", "Place")
    assert ontology.entity_lineage("Ministry") == ("Ministry", "GovernmentOrgan", "Actor")
    assert ontology.entity_lineage("Actor") == ("Actor",)


def test_a_type_below_two_parents_is_listed_once() -> None:
    """Where two lines meet again above, the common ancestor comes once, after what is nearer."""
    kinds = [
        EntityType("Top", "Top", "Tops"),
        EntityType("Left", "Left", "Lefts", ("Top",)),
        EntityType("Right", "Right", "Rights", ("Top",)),
        EntityType("Low", "Low", "Lows", ("Left", "Right")),
    ]
    assert Ontology.of(kinds, []).entity_lineage("Low") == ("Low", "Left", "Right", "Top")


def test_relation_types_have_a_line_of_parents(ontology: Ontology) -> None:
    """The lineage of a relation type climbs to the top; its subtypes are all below it."""
    assert ontology.relation_lineage("arms_covertly") == ("arms_covertly", "arms", "supports")
    assert ontology.relation_subtypes("supports") == {"supports", "arms", "arms_covertly", "funds"}
    assert ontology.relation_subtypes("funds") == {"funds"}


def test_entity_subtypes_include_the_type_itself(ontology: Ontology) -> None:
    """Asking for a type asks for everything below it."""
    assert ontology.entity_subtypes("Place") == {"Place", "State", "Region", "City", "Border"}
    assert ontology.entity_subtypes("Event") == {"Event", "Attack"}


def test_an_entity_fits_where_one_of_its_types_is_allowed(ontology: Ontology) -> None:
    """A state may stand where a place or an actor is asked for, a city only where a place is; `any` takes all."""
    assert ontology.fits("State", ("Place",))
    assert ontology.fits("State", ("ArmedGroup", "Actor"))
    assert not ontology.fits("City", ("Actor",))
    assert ontology.fits("City", ("any",))


def test_attributes_are_inherited_and_some_are_common(ontology: Ontology) -> None:
    """A claim may carry the attributes of its type, of the types above it, and the common ones (ruling C3e)."""
    assert {a.name for a in COMMON_ATTRIBUTES} <= set(ontology.attributes_of("borders"))
    assert "deaths" in ontology.attributes_of("bombs")
    assert "consent" not in ontology.attributes_of("supports")
    assert {"condition", "horizon", "scope", "rank", "due", "collective", "quantity"} <= set(
        ontology.attributes_of("supports")
    )


def test_a_nearer_declaration_of_an_attribute_counts() -> None:
    """Where a type declares an attribute anew, its own declaration holds."""
    far, near = Attribute("extent", "text"), Attribute("extent", "integer")
    upper = relation_type("upper", "structural", "state", 0, "is", "be", attributes=(far,))
    lower = relation_type("lower", "structural", "state", 0, "is", "be", parent="upper", attributes=(near,))
    assert Ontology.of([], [upper, lower]).attributes_of("lower")["extent"] is near


def test_types_come_in_one_order(ontology: Ontology) -> None:
    """Types are ordered by id, whatever order they were given in, and cannot be exchanged afterwards."""
    turned = Ontology.of([*ontology.entity_types.values()][::-1], [*ontology.relation_types.values()][::-1])
    assert list(turned.entity_types) == sorted(ontology.entity_types)
    assert list(turned.relation_types) == list(ontology.relation_types)
    with pytest.raises(TypeError):
        ontology.entity_types["New"] = ontology.entity_types["State"]  # type: ignore[index]


def test_categories_are_named_once(ontology: Ontology) -> None:
    """The categories are those of the relation types, sorted."""
    assert ontology.categories == (
        "diplomatic", "material_conflict", "material_coop", "structural", "verbal_conflict",
    )  # fmt: skip


@pytest.mark.parametrize(("polarity", "word"), [(1, "cooperative"), (0, "neutral"), (-1, "conflictual")])
def test_a_polarity_has_a_word(polarity: int, word: str) -> None:
    """Each polarity is called by the word that queries use."""
    assert polarity_name(polarity) == word


@pytest.mark.parametrize(("effect", "polarity"), [("harms", -1), ("helps", 1), ("unclear", 0), (None, 0)])
def test_r8_a_declared_effect_sets_the_tone_of_a_claim(ontology: Ontology, effect: str | None, polarity: int) -> None:
    """A type that declares `effect` takes its tone from what the claim says of it."""
    attributes = {"effect": effect} if effect else {}
    assert claim_polarity(ontology.relation_types["affects"], attributes) == polarity


def test_r8_an_effect_that_is_not_declared_sets_no_tone(ontology: Ontology) -> None:
    """On a type that declares no `effect`, the type's own polarity stands."""
    assert claim_polarity(ontology.relation_types["threatens"], {"effect": "helps"}) == -1
