"""What claims amount to: status and confidence, rulings R2, R3 and R6."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph.status import ClaimFacts, claim_status, judge
from app.model.claim import Confidence, Modality, Stance, Status
from tests.worlds import (
    AUTHOR,
    World,
    border_dispute,
    chorus,
    status,
    verdict,
    view,
)

# ---------------------------------------------------------------- R2


def test_r2_affirmed_and_denied_at_overlapping_times_is_contested() -> None:
    """The author has Graustark in control since 2014, the ministry denies it since 2018: contested."""
    assert status(view(border_dispute()), "graustark.controls.the-valley") == "contested"


def test_r2_affirmed_and_denied_at_different_times_is_not_contested() -> None:
    """Control until 2012 and none since 2015 do not contradict each other."""
    assert status(view(border_dispute()), "graustark.controls.the-pass") == "asserted"


@pytest.mark.parametrize(
    ("affirmed", "denied", "outcome"),
    [
        ("2014/2016", "2016/2018", "contested"),
        ("2014/2016-12-31", "2017-01-01/2018", "asserted"),
        ("2014/2016-12-31~", "2017-01-01/2018", "contested"),
        ("2014", "2020", "contested"),
        ("2020", "2014/2019", "asserted"),
        ("../2014", "2015/..", "asserted"),
        ("2014/", "2020/..", "contested"),
        ("/2014", "../2013", "contested"),
    ],
)
def test_r2_possible_intervals_decide_whether_two_claims_meet(affirmed: str, denied: str, outcome: str) -> None:
    """It is enough that the intervals overlap under some reading; that they touch is not."""
    world = World()
    world.claim("graustark", "controls", "the-valley", valid=affirmed)
    world.denial("graustark", "controls", "the-valley", valid=denied, paragraph=2)
    assert status(view(world), "graustark.controls.the-valley") == outcome


def test_r2_only_denials_are_denied_and_only_questions_questioned() -> None:
    """What is only denied is denied, what is only questioned is questioned."""
    seen = view(border_dispute())
    assert status(seen, "ruritania.controls.the-valley") == "denied"
    assert status(seen, "ruritania.controls.the-pass") == "questioned"


def test_r2_a_question_takes_nothing_from_an_affirmation_or_a_denial() -> None:
    """A question beside a claim leaves what the claim says."""
    world = World()
    world.claim("a", "supports", "b", modality="alleged")
    world.question("a", "supports", "b", paragraph=2)
    world.denial("a", "supports", "c")
    world.question("a", "supports", "c", paragraph=2)
    seen = view(world)
    assert status(seen, "a.supports.b") == "alleged"
    assert status(seen, "a.supports.c") == "denied"


def test_r2_an_ought_does_not_contest_an_is() -> None:
    """That it ought not to be does not deny that it is, nor the other way round (decision record 0021)."""
    assert status(view(border_dispute()), "graustark.threatens.ruritania") == "asserted"
    world = World()
    world.denial("a", "supports", "b")
    world.claim("a", "supports", "b", modality="normative", paragraph=2)
    world.claim("a", "arms", "b", modality="normative")
    world.denial("a", "arms", "b", modality="normative", by="c", paragraph=2)
    seen = view(world)
    assert status(seen, "a.supports.b") == "normative"
    assert status(seen, "a.arms.b") == "contested"


@pytest.mark.parametrize("modality", [m for m in Modality if m is not Modality.NORMATIVE])
def test_r2_any_affirmation_can_be_contested(modality: Modality) -> None:
    """Whatever its modality, what one voice affirms and another denies at that time is contested."""
    world = World()
    world.claim("a", "supports", "b", modality=modality.value, by="c")
    world.denial("a", "supports", "b", paragraph=2)
    assert status(view(world), "a.supports.b") == "contested"


# ---------------------------------------------------------------- R3

STRONGEST_FIRST = ("asserted", "attributed", "alleged", "agreed", "planned", "expected", "hypothetical", "normative")


def said(world: World, outcome: str, paragraph: int) -> None:
    """A claim that alone gives the status."""
    modality = "fact" if outcome in ("asserted", "attributed") else outcome
    by = AUTHOR if outcome == "asserted" else "foreign-office"
    world.claim("a", "supports", "b", modality=modality, by=by, paragraph=paragraph)


@pytest.mark.parametrize(("stronger", "weaker"), list(itertools.combinations(STRONGEST_FIRST, 2)))
def test_r3_the_strongest_affirmation_gives_the_status(stronger: str, weaker: str) -> None:
    """Of two affirmed claims the one earlier in the order counts, whichever is said first."""
    for order in ((stronger, weaker), (weaker, stronger)):
        world = World()
        for paragraph, outcome in enumerate(order, 1):
            said(world, outcome, paragraph)
        assert status(view(world), "a.supports.b") == stronger


def test_r3_only_the_author_asserts() -> None:
    """A fact in the author's voice is asserted, in another's attributed; a joint voice with the author asserts."""
    seen = view(chorus())
    assert status(seen, "graustark.supports.rebels") == "asserted"
    assert status(seen, "graustark.arms.rebels") == "attributed"
    assert status(seen, "graustark.funds.rebels") == "asserted"
    assert status(seen, "graustark.shelters.rebels") == "attributed"
    assert status(seen, "graustark.threatens.rebels") == "alleged"


def test_r3_the_author_of_another_source_is_one_voice_among_others() -> None:
    """Who wrote one document does not assert what another document reports in that voice."""
    world = World()
    world.source("gazette")
    world.source("courier")
    world.claim("a", "supports", "b", by="gazette-author", source="courier")
    assert status(view(world), "a.supports.b") == "attributed"


def test_r3_an_allegation_stays_one_even_in_the_authors_voice() -> None:
    """What the author only alleges is alleged."""
    world = World()
    world.claim("a", "supports", "b", modality="alleged")
    assert status(view(world), "a.supports.b") == "alleged"


# ---------------------------------------------------------------- R6


def test_r6_confidence_is_that_of_the_best_claim_of_the_winning_status() -> None:
    """A sure allegation lends nothing to an unsure fact; the least of all claims is shown beside."""
    world = World()
    world.claim("a", "supports", "b", confidence="low")
    world.claim("a", "supports", "b", confidence="medium", paragraph=2)
    world.claim("a", "supports", "b", modality="alleged", by="c", confidence="high", paragraph=3)
    found = verdict(view(world), "a.supports.b")
    assert found is not None
    assert (found.status, found.confidence, found.min_confidence) == (
        Status.ASSERTED,
        Confidence.MEDIUM,
        Confidence.LOW,
    )


def test_r6_the_minimum_looks_at_every_claim() -> None:
    """A doubtful denial or question lowers the minimum, not the confidence of what is affirmed."""
    world = World()
    world.claim("a", "supports", "b")
    world.question("a", "supports", "b", confidence="low", paragraph=2)
    found = verdict(view(world), "a.supports.b")
    assert found is not None
    assert (found.confidence, found.min_confidence) == (Confidence.HIGH, Confidence.LOW)


def test_r6_a_contested_relation_is_as_sure_as_its_surest_side() -> None:
    """Both sides give the status contested, so the best of both counts."""
    found = verdict(view(border_dispute()), "graustark.controls.the-valley")
    assert found is not None
    assert (found.confidence, found.min_confidence) == (Confidence.HIGH, Confidence.MEDIUM)


FACTS = st.builds(
    ClaimFacts,
    st.sampled_from(Stance),
    st.sampled_from(Modality),
    st.booleans(),
    st.sampled_from(Confidence),
    st.integers(0, 5),
    st.integers(6, 9),
    st.booleans(),
)


@given(st.lists(FACTS, min_size=1, max_size=6), st.randoms())
def test_r6_a_verdict_does_not_depend_on_the_order_of_claims(claims: list[ClaimFacts], random: Any) -> None:
    """Shuffled claims amount to the same, and one claim alone amounts to what it says."""
    turned = claims.copy()
    random.shuffle(turned)
    assert judge(turned) == judge(claims)
    assert judge(claims[:1]).status is claim_status(claims[0])
