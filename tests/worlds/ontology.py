"""A small ontology for tests: the shape of the real one (types under types, both polarities, states and events,
symmetric types, an effect that sets the tone), and few enough types to keep in one's head.
"""

from __future__ import annotations

from app.model.ontology import Attribute, EntityType, Kind, Ontology, Phrase, RelationType

_ENTITY_TYPES = (
    ("Actor", ()),
    ("State", ("Actor", "Place")),
    ("GovernmentOrgan", ("Actor",)),
    ("Government", ("GovernmentOrgan",)),
    ("Ministry", ("GovernmentOrgan",)),
    ("Embassy", ("GovernmentOrgan",)),
    ("Military", ("GovernmentOrgan",)),
    ("Organisation", ("Actor",)),
    ("ArmedGroup", ("Actor",)),
    ("Person", ("Actor",)),
    ("Population", ("Actor",)),
    ("Voice", ("Actor",)),
    ("Place", ()),
    ("Region", ("Place",)),
    ("City", ("Place",)),
    ("Border", ("Place",)),
    ("Project", ()),
    ("Policy", ()),
    ("Agreement", ()),
    ("Document", ()),
    ("Event", ()),
    ("Attack", ("Event",)),
    ("Condition", ()),
    ("Ideology", ()),
)


def _entity_type(name: str, parents: tuple[str, ...]) -> EntityType:
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return EntityType(name, name, plural, parents, f"A {name} of the test worlds.")


def relation_type(
    name: str,
    category: str,
    kind: Kind,
    polarity: int,
    verb: str,
    infinitive: str,
    *,
    negated: str | None = None,
    inverse: str | None = None,
    symmetric: bool = False,
    transitive: bool = False,
    parent: str | None = None,
    domain: tuple[str, ...] = ("any",),
    range: tuple[str, ...] = ("any",),
    attributes: tuple[Attribute, ...] = (),
) -> RelationType:
    """A relation type from the words for it; the inverse label of a symmetric one is its label."""
    label = name.replace("_", " ")
    return RelationType(
        id=name,
        label=label,
        inverse_label=label if symmetric else inverse or f"{label} (inverse)",
        category=category,
        kind=kind,
        polarity=polarity,
        symmetric=symmetric,
        transitive=transitive,
        phrase=Phrase(verb, negated or f"does not {infinitive}", infinitive),
        parent=parent,
        intensity=None,
        domain=domain,
        range=range,
        attributes=attributes,
        description=f"The subject {verb} the object.",
    )


_CONSENT = Attribute("consent", "enum", ("knowing", "tolerated", "unwitting", "not_stated"))
_EFFECT = Attribute("effect", "enum", ("harms", "helps", "unclear"))
_DEATHS = Attribute("deaths", "integer", unit="persons")

_RELATION_TYPES = (
    # where things are and what belongs to what
    relation_type("located_in", "structural", "state", 0, "is located in", "be located in",
                  negated="is not located in", transitive=True, range=("Place",)),
    relation_type("part_of", "structural", "state", 0, "is part of", "be part of", negated="is not part of"),
    relation_type("organ_of", "structural", "state", 0, "is an organ of", "be an organ of",
                  negated="is not an organ of", parent="part_of", domain=("GovernmentOrgan",)),
    relation_type("borders", "structural", "state", 0, "borders", "border", symmetric=True, domain=("Place",),
                  range=("Place",)),
    relation_type("controls", "structural", "state", 0, "controls", "control", domain=("Actor",)),
    relation_type("shelters", "structural", "state", 0, "shelters", "shelter", inverse="has sanctuary in",
                  domain=("Place",), attributes=(_CONSENT,)),
    relation_type("affects", "structural", "state", 0, "affects", "affect", attributes=(_EFFECT,)),
    relation_type("followed_by", "structural", "event", 0, "was followed by", "be followed by",
                  negated="was not followed by"),
    # what actors do for each other
    relation_type("supports", "material_coop", "state", 1, "supports", "support", inverse="supported by"),
    relation_type("arms", "material_coop", "state", 1, "arms", "arm", inverse="armed by", parent="supports"),
    relation_type("arms_covertly", "material_coop", "state", 1, "secretly arms", "secretly arm",
                  negated="does not secretly arm", parent="arms"),
    relation_type("funds", "material_coop", "state", 1, "funds", "fund", inverse="funded by", parent="supports"),
    relation_type("allied_with", "diplomatic", "state", 1, "is allied with", "be allied with",
                  negated="is not allied with", symmetric=True),
    relation_type("visits", "diplomatic", "event", 1, "visits", "visit", inverse="visited by"),
    relation_type("consults_with", "diplomatic", "event", 0, "discusses with", "discuss with", symmetric=True),
    # what actors do against each other
    relation_type("tense_with", "verbal_conflict", "state", -1, "has tense relations with", "have tense relations with",
                  negated="does not have tense relations with", symmetric=True),
    relation_type("threatens", "verbal_conflict", "state", -1, "threatens", "threaten", inverse="threatened by"),
    relation_type("accuses", "verbal_conflict", "event", -1, "accuses", "accuse", inverse="accused by"),
    relation_type("fences_border_with", "material_conflict", "state", 0, "is fencing the border with",
                  "fence the border with", negated="is not fencing the border with"),
    relation_type("attacks", "material_conflict", "event", -1, "attacks", "attack", inverse="attacked by",
                  domain=("Actor", "Event"), attributes=(_DEATHS,)),
    relation_type("bombs", "material_conflict", "event", -1, "bombs", "bomb", inverse="bombed by", parent="attacks"),
)  # fmt: skip


def small_ontology() -> Ontology:
    """The ontology of the test worlds."""
    return Ontology.of((_entity_type(*t) for t in _ENTITY_TYPES), _RELATION_TYPES)
