"""Names resolve strictly: to the one curated entity that fits, to a country's common id, or to an id of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers.countries import countries
from app.importers.resolver import Resolver, own_id
from app.model.entity import Entity, Name, NameKind
from app.model.ids import is_slug
from tests.importers.makers import curated

ONTOLOGY = curated().ontology
RURITANIA = (
    Entity("ruritania", "State", "Ruritania", identifiers={"iso3166_1_alpha2": "FR", "wikidata": "Q1"}),
    Entity(
        "government-of-ruritania",
        "Government",
        "Ruritania's government",
        names=(Name("Strelsau", NameKind.METONYM), Name("Ruritanian cabinet")),
        organ_of="ruritania",
    ),
    Entity("strelsau", "City", "Strelsau"),
    Entity("graustark", "State", "Graustark", merged_ids=("old-graustark",)),
    Entity("reds", "ArmedGroup", "Réd Army", names=(Name("RA"), Name("Borduria"))),
    Entity("borduria", "State", "Borduria"),
    Entity("ra-party", "Organisation", "RA"),
    Entity("ra-people", "Population", "RA"),
    Entity("rebels", "ArmedGroup", "Rebels", generic=True),
    Entity("the-author", "Voice", "Hope"),
)


def resolver(**overrides: str) -> Resolver:
    """A resolver into Ruritania and around."""
    return Resolver(RURITANIA, ONTOLOGY, "data", {name.replace("_", " "): to for name, to in overrides.items()})


@pytest.mark.parametrize(
    ("name", "kinds", "wanted"),
    [
        ("Ruritania", ("Actor",), "ruritania"),
        ("  RURITANIA ", ("Actor",), "ruritania"),
        ("Red Army", ("Actor",), "reds"),
        ("Ruritanian Cabinet", ("Actor",), "government-of-ruritania"),
        ("Government of Ruritania", ("Actor",), "government-of-ruritania"),
        ("the government of Graustark", ("Actor",), "graustark"),
        ("Government of Germany", ("Actor",), "country-de"),
        ("old-graustark", ("Actor",), "graustark"),
        ("Germany", ("State",), "country-de"),
        ("Ivory Coast", ("State",), "country-ci"),
        ("Soviet Union", ("State",), "country-suhh"),
        ("France", ("State",), "ruritania"),
        ("Borduria", ("Actor",), "reds"),
        ("Borduria", ("State",), "borduria"),
        ("RA", ("Population",), "ra-people"),
        ("RA", ("Organisation",), "ra-party"),
        ("Strelsau", ("Place",), "strelsau"),
    ],
)
def test_a_name_resolves(name: str, kinds: tuple[str, ...], wanted: str) -> None:
    """Ids, labels, names, governments and country names lead to one entity; kind and precedence decide."""
    found = resolver()
    assert found.entity(name, kinds) == wanted
    assert [r.id for r in found.resolutions(resolved=True)] == [wanted]
    assert list(found.resolutions(resolved=False)) == []


@pytest.mark.parametrize(
    ("name", "kinds", "own", "why"),
    [
        ("Strelsau", ("Actor",), "data-strelsau", "may stand for government-of-ruritania"),
        ("RA", ("Organisation", "Population"), "data-ra", "fits ra-party, ra-people"),
        ("Rebels", ("ArmedGroup",), "data-rebels", "nobody"),
        ("Hope", ("Actor",), "data-hope", "nobody"),
        ("Germany", ("ArmedGroup",), "data-germany", "nobody"),
        ("Government of Nowhere", ("Actor",), "data-government-of-nowhere", "no country is called Nowhere"),
        ("Red Armies", ("Actor",), "data-red-armies", "nobody"),
        ("Ruritania", ("City",), "data-city-ruritania", "nobody"),
    ],
)
def test_what_does_not_fit_exactly_one_stays_apart(name: str, kinds: tuple[str, ...], own: str, why: str) -> None:
    """Metonyms, classes, voices, shared names and near misses get ids of their own, with the reason."""
    found = resolver()
    assert found.entity(name, kinds) == own
    (record,) = found.resolutions(resolved=False)
    assert (record.id, record.times) == (own, 1)
    assert why in record.how
    assert found.made[own].label == name
    assert found.made[own].type == kinds[0]


def test_precedence_is_of_armed_groups_over_states() -> None:
    """Where a name fits an armed group and others, the group is meant; the record says that the name decided."""
    found = resolver()
    assert found.entity("RA") == "reds"
    (record,) = found.resolutions(resolved=True)
    assert record.how == "name"


def test_identifiers_go_before_names() -> None:
    """A code finds its entity whatever the name; codes of the data set's own work once they are taught."""
    found = resolver()
    found.teach("pubs", {"gm": "DE", "x": "none"})
    assert found.entity("Anything", ("State",), identifiers={"wikidata": "Q1"}) == "ruritania"
    assert found.entity("Germania", ("State",), identifiers={"pubs": "GM"}) == "country-de"
    assert found.country("gm", "pubs") == "country-de"
    assert found.country("276", "iso3166_1_numeric") == "country-de"
    assert found.country("FR") == "ruritania"
    assert found.country("x", "pubs") is None
    assert found.entity("Elsewhere", ("State",), identifiers={"pubs": "zz"}) == "data-elsewhere"
    assert found.made["data-elsewhere"].identifiers == {}


def test_an_override_goes_before_everything() -> None:
    """What the user says holds, in any spelling of the name; it may name a country by its common id."""
    found = resolver(Strelsau="government-of-ruritania", RA="old-graustark", Teutonia="country-de")
    assert found.entity("STRELSAU") == "government-of-ruritania"
    assert found.entity("RA") == "graustark"
    assert found.entity("Teutonia") == "country-de"
    assert found.made["country-de"].label == "Germany"
    assert {r.how for r in found.resolutions(resolved=True)} == {"override"}


def test_an_override_that_is_never_needed_is_told() -> None:
    """A name in the overrides that the data does not have is listed with no times: it may be misspelt."""
    found = resolver(Strelsua="reds", RA="reds")
    found.entity("RA")
    told = [(r.name, r.id, r.times) for r in found.resolutions(resolved=True)]
    assert told == [("RA", "reds", 1), ("Strelsua", "reds", 0)]


def test_the_times_of_a_name_are_counted() -> None:
    """Each asking counts, however the name was asked for; asking without recording does not."""
    found = resolver()
    found.entity("Ruritania")
    found.entity("Ruritania", times=3)
    found.entity("Ruritania", identifiers={"wikidata": "Q77"})
    assert found.find("Ruritania") == "ruritania"
    assert found.find("Nobody") is None
    assert [(r.name, r.times) for r in found.resolutions(resolved=True)] == [("Ruritania", 5)]


def test_own_ids_tell_namesakes_apart() -> None:
    """Two groups with one name have two ids where the data set has; two names of one id are one entity's."""
    found = resolver()
    first = found.entity("ERP", ("ArmedGroup",), identity="actor 738", identifiers={"data_actor": "738"})
    second = found.entity("ERP", ("ArmedGroup",), identity="actor 753", country="SV")
    again = found.entity("People's ERP", ("ArmedGroup",), identity="actor 738")
    assert (first, second, again) == ("data-actor-738", "data-actor-753", "data-actor-738")
    assert [n.text for n in found.made[first].names] == ["People's ERP"]
    assert found.made[first].identifiers == {"data_actor": "738"}
    assert found.made[second].country == "SV"


def test_the_more_exact_type_stays() -> None:
    """An own entity that is first an actor and then an armed group is an armed group, in either order."""
    for kinds in ((("Actor",), ("ArmedGroup",)), (("ArmedGroup",), ("Actor",))):
        found = resolver()
        assert {found.entity("The Blues", kind) for kind in kinds} == {"data-the-blues"}
        assert found.type_of("data-the-blues") == "ArmedGroup"


def test_a_country_keeps_clear_of_curated_ids() -> None:
    """A common id that a curated entity took is not used again."""
    found = Resolver((Entity("country-de", "City", "Deville"),), ONTOLOGY, "data")
    assert found.entity("Germany", ("State",)) == "country-de-germany"
    assert found.made["country-de-germany"].id == "country-de-germany"


def test_an_own_id_keeps_clear_of_curated_ids() -> None:
    """Where a curated entity has the id already, a hash follows."""
    assert own_id("data", "red") == "data-red"
    assert own_id("data", "red", {"data-red"}).startswith("data-red-")


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True), st.sampled_from(["data", "x"]))
def test_own_ids_are_slugs_and_never_collide(names: list[str], prefix: str) -> None:
    """Whatever the names, ids are valid, the same each time, not curated, and shared only by what folds alike."""
    from app.model.names import fold

    one, two = (own_id(prefix, name) for name in names)
    assert is_slug(one)
    assert is_slug(two)
    assert one == own_id(prefix, names[0])
    assert (one == two) == ((fold(names[0]) or names[0]) == (fold(names[1]) or names[1]))


def test_every_country_finds_itself() -> None:
    """Each country of the table is found by its code and by its label, and no two labels are alike."""
    known = countries()
    assert len(known.by_code) > 250
    for code, country in known.by_code.items():
        assert known.named(country.label) is country, code
        assert is_slug(country.id)
        assert country.entity().type == "State"


def test_curated_names_resolve_to_themselves() -> None:
    """Each curated label leads to its own entity when asked for by type, classes and voices aside."""
    found = Resolver(curated().entities, ONTOLOGY, "data")
    for entity in curated().entities:
        if not entity.generic and entity.type != "Voice":
            assert found.entity(entity.label, (entity.type,)) == entity.id
    assert found.entity("Taleban", ("ArmedGroup",)) == "taliban"
    assert found.entity("Government of India") == "india"
    assert found.entity("Government of Pakistan") == "government-of-pakistan"
