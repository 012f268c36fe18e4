"""Relations in time and tone: rulings R4, R5, R7 and R8."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from app.graph import drawing, episodes, shapes
from app.graph.contract import Match
from app.graph.filters import EVERYTHING, Filters
from app.graph.status import judge
from app.graph.subgraph import SubgraphRequest, subgraph
from app.model.claim import Confidence, Modality, Stance, Status
from app.model.dates import iso_day
from tests.worlds import (
    WORLDS,
    World,
    ask,
    claim_ids,
    filters,
    handle,
    match,
    matches,
    spells,
    status,
    two_clocks,
    verdict,
    view,
)

# ---------------------------------------------------------------- R4


def test_r4_ended_stands_beside_the_status() -> None:
    """A claim that the support ended sets the flag; the relation is still asserted."""
    seen = view(two_clocks())
    known = verdict(seen, "graustark.funds.rebels")
    assert known is not None
    assert (known.status, known.ended) == (Status.ASSERTED, True)
    before = verdict(seen, "graustark.funds.rebels", known_at="2019")
    assert before is not None
    assert (before.status, before.ended) == (Status.ASSERTED, False)


def test_r4_a_past_end_alone_does_not_end_a_relation() -> None:
    """Only a claim that says so ends a relation: an interval in the past does not, nor does a denied end."""
    world = World()
    world.claim("a", "supports", "b", valid="2001/2002")
    world.denial("a", "supports", "c", valid="2001/2002", ended=True)
    seen = view(world)
    for key in ("a.supports.b", "a.supports.c"):
        found = verdict(seen, key)
        assert found is not None
        assert not found.ended


@pytest.mark.parametrize(
    ("published", "valid", "attested"),
    [
        ("2019-05-20", "2016/..", "2019-05-20"),
        ("2019-05~", "2016/..", "2019-05~"),
        ("2019", "2016~/2017-03", "2017-03"),
        ("2019", "2016/2017~", "2017~"),
        ("2018-06", "2016/2017~", "2017~"),
        ("2019-05-20", "2014", "2014"),
        ("2019-05-20", "2014~", "2014~"),
        ("2019-05-20", "2016/2030", "2019-05-20"),
        ("2019-05-20", "2030", "2019-05-20"),
    ],
)
def test_r4_last_attested_is_the_newest_date_at_which_a_source_has_it_holding(
    published: str, valid: str, attested: str
) -> None:
    """What still holds was attested when its source was published, what is over on its last day; the date keeps its
    EDTF form (decision record 0022).
    """
    world = World()
    world.source("gazette", published=published)
    world.claim("a", "supports", "b", valid=valid)
    seen = view(world)
    found = match(seen, "a.supports.b")
    assert found is not None
    assert episodes.last_attested(seen, found) == attested


def test_r4_last_attested_is_the_newest_of_all_affirming_claims() -> None:
    """A later source counts, a denial does not; under `known_at` only what was known counts."""
    world = World()
    world.source("gazette", published="2019-05-20")
    world.claim("a", "supports", "b", valid="2016/..")
    world.source("courier", published="2020-06")
    world.claim("a", "supports", "b", valid="2016/..")
    world.source("leaflet", published="2021")
    world.denial("a", "supports", "b", valid="2021")
    seen = view(world)
    for asked, attested in (({}, "2020-06"), ({"known_at": "2019"}, "2019-05-20")):
        found = match(seen, "a.supports.b", **asked)
        assert found is not None
        assert episodes.last_attested(seen, found) == attested


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_r4_the_wall_clock_is_never_read(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is said of a relation comes out the same on any day, since nothing asks for the day."""

    class NoClock(datetime.date):
        @classmethod
        def today(cls) -> NoClock:
            raise AssertionError("the wall clock was read")

    monkeypatch.setattr(datetime, "date", NoClock)
    monkeypatch.setattr("time.time", lambda: pytest.fail("the wall clock was read"))
    seen = view(world())
    for found in seen.select(EVERYTHING, Filters()):
        assert shapes.relation(seen, found, with_claims=True)["last_attested"]


# ---------------------------------------------------------------- R5


def test_r5_a_plan_is_valid_while_it_stands() -> None:
    """A target date is an attribute and moves nothing; the deed is a later fact claim, and then gives the status."""
    world = World()
    world.source("gazette", published="2019-05-20")
    world.claim("a", "fences_border_with", "b", modality="planned", valid="2019-05-20/..", attributes={"due": "2021"})
    seen = view(world)
    assert status(seen, "a.fences_border_with.b", as_of="2020") == "planned"
    assert status(seen, "a.fences_border_with.b", as_of="2018") is None
    world.source("courier", published="2021-03")
    world.claim("a", "fences_border_with", "b", valid="2021-02/..")
    seen = view(world)
    assert status(seen, "a.fences_border_with.b") == "asserted"
    assert status(seen, "a.fences_border_with.b", as_of="2020") == "planned"
    assert status(seen, "a.fences_border_with.b", known_at="2020") == "planned"


# ---------------------------------------------------------------- R7


def test_r7_a_relation_id_is_stable_under_filters() -> None:
    """The same relation has the same id and handle whatever is filtered."""
    seen = view(two_clocks())
    whole = {m.relation: shapes.relation(seen, m)["id"] for m in matches(seen)}
    for asked in ({"known_at": "2019"}, {"source": "courier"}, {"as_of": "2018"}, {"dataset": "archive"}):
        for found in matches(seen, **asked):
            assert shapes.relation(seen, found)["id"] == whole[found.relation]


def test_r7_dates_test_episodes_and_never_their_hull() -> None:
    """In the gap between two spells nothing holds, though the first began before and the last ended after."""
    seen = view(spells())
    alliance = "graustark.allied_with.ruritania"
    assert ask(seen, type="allied_with", as_of="2011") == [alliance]
    assert ask(seen, type="allied_with", as_of="2014") == []
    assert ask(seen, type="allied_with", during="2013/2015") == []
    assert ask(seen, type="allied_with", as_of="2016") == [alliance]
    whole = match(seen, alliance)
    assert whole is not None
    drawn = drawing.edge(seen, whole)
    assert (drawn["valid_from"], drawn["valid_to"]) == ("2010-01-01", "2018-01-01")


def test_r7_spells_are_claims_whose_times_overlap_or_touch() -> None:
    """Claims on 2010 to 2012 and 2011 to 2012 are one spell, that on 2016 to 2017 is another."""
    seen = view(spells())
    whole = match(seen, "graustark.allied_with.ruritania")
    assert whole is not None
    found = episodes.episodes(seen, whole)
    assert [(e.kind, len(e.claims), iso_day(e.possible_from), iso_day(e.possible_to)) for e in found] == [
        ("spell", 2, "2010-01-01", "2013-01-01"),
        ("spell", 1, "2016-01-01", "2018-01-01"),
    ]
    assert [e.verdict.status.value for e in found] == ["asserted", "asserted"]
    world = World()
    world.claim("a", "supports", "b", valid="2010/2012")
    world.claim("a", "supports", "b", valid="2013/2014", paragraph=2)
    seen = view(world)
    whole = match(seen, "a.supports.b")
    assert whole is not None
    assert len(episodes.episodes(seen, whole)) == 1


def test_r7_an_occurrence_is_its_event_entity_else_the_event_id_else_the_claim() -> None:
    """Two claims through one event are one occurrence; an event id makes one, and a claim without either its own."""
    seen = view(spells())
    whole = match(seen, "rebels.attacks.the-city")
    assert whole is not None
    found = episodes.episodes(seen, whole)
    lone = next(c for c in whole.claims if seen.claim(c).valid.edtf == "2017-21")
    assert {e.key: len(e.claims) for e in found} == {"the-ambush": 2, "X-17": 1, seen.claim(lone).id: 1}
    assert [e.event for e in found if e.key == "the-ambush"] == ["the-ambush"]
    assert {e.kind for e in found} == {"occurrence"}
    statuses = {e.key: e.verdict.status.value for e in found}
    assert statuses["the-ambush"] == "asserted"


def test_r7_an_event_at_either_end_is_the_occurrence() -> None:
    """A relation of an event entity, of whatever kind of event, is that event's occurrence."""
    seen = view(spells())
    whole = match(seen, "the-ambush.followed_by.the-talks")
    assert whole is not None
    assert [e.key for e in episodes.episodes(seen, whole)] == ["the-ambush"]


def test_r7_episodes_come_in_order_of_time_and_hold_each_remaining_claim_once() -> None:
    """Every claim that the filters leave is in exactly one episode, and no other claim is."""
    for world in WORLDS.values():
        seen = view(world())
        for asked in ({}, {"as_of": "2017"}, {"known_at": "2019"}):
            for found in matches(seen, **asked):
                listed = episodes.episodes(seen, found)
                assert sorted(c for e in listed for c in e.claims) == sorted(found.claims)
                assert [e.possible_from for e in listed] == sorted(e.possible_from for e in listed)


def test_r7_an_episode_has_its_own_status() -> None:
    """One spell is contested, the other one is not; the relation is contested."""
    world = World()
    world.claim("a", "controls", "b", valid="2001/2003")
    world.claim("a", "controls", "b", valid="2010/2013", paragraph=2)
    world.denial("a", "controls", "b", valid="2012", by="c", paragraph=3)
    seen = view(world)
    whole = match(seen, "a.controls.b")
    assert whole is not None
    assert [e.verdict.status.value for e in episodes.episodes(seen, whole)] == ["asserted", "contested"]
    assert seen.verdict(whole).status is Status.CONTESTED


# ---------------------------------------------------------------- R8


def test_r8_denial_never_flips_the_tone() -> None:
    """A denied threat is still a conflictual edge, and a denied alliance a cooperative one."""
    world = World()
    world.denial("a", "threatens", "b")
    world.denial("a", "allied_with", "b")
    seen = view(world)
    assert ask(seen, polarity="conflictual") == ["a.threatens.b"]
    assert ask(seen, polarity="cooperative") == ["a.allied_with.b"]


def test_r8_an_effect_gives_the_tone_and_different_effects_give_none() -> None:
    """`affects` is as its claims have it: harm and help together are neutral, and filters leave one of them."""
    world = World()
    world.claim("a", "affects", "b", attributes={"effect": "harms"}, valid="2001/2002")
    world.claim("a", "affects", "b", attributes={"effect": "helps"}, valid="2011/2012", paragraph=2)
    world.claim("a", "affects", "c", attributes={"effect": "harms"})
    world.claim("a", "affects", "d", attributes={"effect": "unclear"})
    world.claim("a", "affects", "e")
    seen = view(world)
    assert ask(seen, polarity="conflictual") == ["a.affects.c"]
    assert ask(seen, polarity="neutral") == ["a.affects.b", "a.affects.d", "a.affects.e"]
    assert ask(seen, polarity="conflictual", as_of="2001") == ["a.affects.b"]
    assert ask(seen, polarity="cooperative", as_of="2012") == ["a.affects.b"]


@pytest.mark.parametrize(
    ("said", "weighs"),
    [({}, -1), ({"by": "c"}, -1), ({"modality": "alleged"}, 0), ({"modality": "planned"}, 0),
     ({"modality": "expected"}, 0), ({"modality": "agreed"}, 0), ({"modality": "hypothetical"}, 0),
     ({"modality": "normative"}, 0), ({"stance": "denies"}, 0), ({"stance": "questions"}, 0)],
    ids=str,
)  # fmt: skip
def test_r8_what_is_not_affirmed_as_fact_weighs_nothing(said: dict[str, Any], weighs: int) -> None:
    """Only asserted and attributed relations count in signed scores."""
    world = World()
    world.claim("a", "threatens", "b", **said)
    seen = view(world)
    graph = subgraph(seen, SubgraphRequest((handle(seen, "a"),), 1, None, None), filters(seen))
    assert {n.polarity_balance for n in graph.nodes} == {weighs}


def test_facts_say_what_the_verdict_needs() -> None:
    """The facts of a claim are its stance, modality, voice, confidence, possible days and whether it says it ended."""
    seen = view(two_clocks())
    ended = next(c for c in range(seen.claim_count) if seen.claim(c).attributes.get("ended"))
    assert seen.facts(ended)[:4] == (Stance.AFFIRMS, Modality.FACT, True, Confidence.LOW)
    assert iso_day(seen.facts(ended).possible_from) == "2018-01-01"
    assert seen.facts(ended).ended
    whole = Match(seen.claim_relation(ended), tuple(seen.relation_claims(seen.claim_relation(ended))))
    assert seen.verdict(whole) == judge([seen.facts(c) for c in whole.claims])
    assert len(claim_ids(seen, whole)) == 2
