"""From names to entities: ids, soft names, ambiguity, merged ids, organs."""

from __future__ import annotations

import pytest

from app.errors import InvalidValue, Moved, NotFound
from app.graph.contract import GraphView
from app.graph.lookup import close_ids, entity_by_id, resolve, resolve_all
from tests.worlds import handle, merged, names, sheltering, view


@pytest.fixture(scope="module")
def seen() -> GraphView:
    return view(names())


def test_an_id_is_itself(seen: GraphView) -> None:
    """An entity id is found as it stands."""
    assert entity_by_id(seen, "iran") == resolve(seen, "subject", "iran") == handle(seen, "iran")


def test_an_unknown_id_is_not_found_with_close_matches(seen: GraphView) -> None:
    """A mistyped id is an error that suggests what was probably meant."""
    with pytest.raises(NotFound, match="did you mean 'iran'") as missed:
        entity_by_id(seen, "irann")
    assert missed.value.suggestions[0] == "iran"
    assert close_ids(seen, "tehrik-taliban-pakistan")[0] == "tehrik-e-taliban-pakistan"


def test_an_id_names_nothing_but_an_id(seen: GraphView) -> None:
    """Where an id is asked for, a name is not taken for one."""
    with pytest.raises(NotFound):
        entity_by_id(seen, "TTP")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Iran", "iran"),
        ("ISLAMIC REPUBLIC OF IRAN", "iran"),
        ("ایران", "iran"),
        ("ايران", "iran"),
        ("Turkiye", "turkiye"),
        ("Türkiye", "turkiye"),
        ("россия", "russia"),
        ("ttp", "tehrik-e-taliban-pakistan"),
        ("Tehrik e Taliban Pakistan", "tehrik-e-taliban-pakistan"),
        ("qasem soleimani", "qasem-soleimani"),
    ],
)
def test_a_name_is_resolved_softly(seen: GraphView, text: str, entity: str) -> None:
    """An exact name or alias of one entity is as good as its id, letter case, diacritics and keyboard aside."""
    assert resolve(seen, "subject", text) == handle(seen, entity)


@pytest.mark.parametrize(
    ("text", "ids"), [("PF", ("patriotic-front", "peoples-front")), ("Tehran", ("iranian-government", "tehran"))]
)
def test_an_ambiguous_name_is_refused_with_the_candidates(seen: GraphView, text: str, ids: tuple[str, ...]) -> None:
    """A name of several entities, a capital for its government among them, is never silently one of them."""
    with pytest.raises(InvalidValue, match="names 2 entities") as refused:
        resolve(seen, "subject", text)
    assert refused.value.valid == ids
    assert refused.value.name == "subject"


def test_an_id_wins_over_a_name(seen: GraphView) -> None:
    """The id of a city is that city, though its government goes by the same name."""
    assert resolve(seen, "subject", "tehran") == handle(seen, "tehran")


def test_a_name_that_is_only_alike_is_refused_with_suggestions(seen: GraphView) -> None:
    """Softly does not mean loosely: what is only alike is suggested and not taken."""
    with pytest.raises(InvalidValue, match="did you mean tehrik-e-taliban-pakistan") as refused:
        resolve(seen, "object", "Tahrik-i-Taleban")
    assert refused.value.valid[0] == "tehrik-e-taliban-pakistan"
    with pytest.raises(InvalidValue, match="no entity is called 'xyzzy'"):
        resolve(seen, "object", "xyzzy")


def test_a_merged_id_moves() -> None:
    """Asked for by id, a merged entity says where it went; as the value of a filter it is followed."""
    seen = view(merged())
    with pytest.raises(Moved, match="'burma' was merged into 'myanmar'") as moved:
        entity_by_id(seen, "burma")
    assert moved.value.target == "myanmar"
    assert resolve(seen, "subject", "burma") == handle(seen, "myanmar")
    assert seen.find_entity("burma") is None


def test_a_filter_on_a_state_includes_its_organs() -> None:
    """A state stands for its government and its ministries at any depth, unless asked for exactly."""
    seen = view(sheltering())
    state, government, office = (handle(seen, k) for k in ("ruritania", "ruritanian-government", "foreign-office"))
    assert resolve_all(seen, "asserted_by", ["ruritania"], exact=False) == {state, government, office}
    assert resolve_all(seen, "asserted_by", ["ruritanian-government"], exact=False) == {government, office}
    assert resolve_all(seen, "asserted_by", ["ruritania"], exact=True) == {state}
    assert resolve_all(seen, "asserted_by", [], exact=False) == frozenset()
    two = resolve_all(seen, "asserted_by", ["graustark", "foreign-office"], exact=False)
    assert two == {handle(seen, "graustark"), handle(seen, "graustark-embassy"), office}
