"""Why an answer is empty: each status, with the silences, the counts of what filters hide, and the nearest claims."""

from __future__ import annotations

from typing import Any

from app.graph.absence import COMBINED, Absence, explain_absence
from app.graph.contract import GraphView
from tests.worlds import World, ask, border_dispute, filters, merged, scope, sheltering, two_clocks, view


def absence(seen: GraphView, where: dict[str, Any], **asked: Any) -> Absence:
    assert ask(seen, **where, **asked) == []
    return explain_absence(seen, scope(seen, **where), filters(seen, **asked))


def nearest(seen: GraphView, found: Absence) -> list[str]:
    return [f"{seen.claim(c).subject}.{seen.claim(c).type}.{seen.claim(c).object}" for c in found.nearest]


def test_not_stated_is_an_answer_with_its_silence() -> None:
    """Who armed the rebels was looked for and is not said: the silence answers, with the claim that comes nearest."""
    seen = view(sheltering())
    found = absence(seen, {"object": "rebels"}, type="supports")
    assert found.status == "not_stated"
    assert [s.question for s in found.silences] == ["Who armed the rebels?"]
    assert found.sources_checked == 1
    assert found.hidden == {}
    assert nearest(seen, found) == ["graustark.shelters.rebels"]


def test_a_silence_answers_narrower_questions() -> None:
    """Who armed the rebels in particular, and whether Ruritania did, is not stated either."""
    seen = view(sheltering())
    assert absence(seen, {"object": "rebels"}, type="arms").status == "not_stated"
    assert absence(seen, {"subject": "ruritania", "object": "rebels"}, type="funds").status == "not_stated"
    assert absence(seen, {"between": ("ruritania", "rebels")}, type="funds").status == "not_stated"
    assert absence(seen, {"incident": "rebels", "direction": "in"}, type="funds").status == "not_stated"


def test_a_silence_does_not_answer_other_questions() -> None:
    """Nobody looked for whom the rebels support, nor for all relations of somebody else."""
    seen = view(sheltering())
    assert absence(seen, {"subject": "rebels"}, type="supports").status == "unchecked"
    assert absence(seen, {"incident": "rebels", "direction": "out"}, type="supports").status == "unchecked"
    assert absence(seen, {"object": "ruritania"}, type="supports").status == "unchecked"
    assert absence(seen, {"subject": "rebels", "object": "militants"}).status == "unchecked"


def test_a_silence_answers_a_wider_question_only_where_it_names_less() -> None:
    """That A arms B is not said does not answer whom A arms: each end that a silence names must be asked about."""
    world = World()
    world.claim("a", "borders", "b")
    world.silence("Does A arm B?", subject="a", type="arms", object="b")
    seen = view(world)
    assert absence(seen, {"subject": "a"}, type="arms").status == "unchecked"
    assert absence(seen, {"subject": "a", "object": "b"}, type="supports").status == "not_stated"


def test_a_silence_on_a_state_answers_for_the_state_asked_about() -> None:
    """A silence on what Graustark supports covers any object, and no other subject."""
    seen = view(sheltering())
    found = absence(seen, {"subject": "graustark", "object": "militants"}, type="supports")
    assert [s.question for s in found.silences] == ["Does Graustark's government support them?"]


def test_a_silence_on_a_symmetric_type_has_no_sides() -> None:
    """Whether A is allied with B was looked for: that answers whether B is allied with A."""
    world = World()
    world.claim("a", "borders", "b")
    world.silence("Are they allied?", subject="a", type="allied_with", object="b")
    world.silence("Does A arm B?", subject="a", type="arms", object="b")
    seen = view(world)
    assert absence(seen, {"subject": "b", "object": "a"}, type="allied_with").status == "not_stated"
    assert absence(seen, {"subject": "b", "object": "a"}, type="arms").status == "unchecked"


def test_a_silence_follows_merges() -> None:
    """A silence written with an id that was merged since answers for the id that remains."""
    assert absence(view(merged()), {"subject": "laos", "object": "rebels"}, type="arms").status == "not_stated"


def test_what_filters_hide_is_counted_by_filter() -> None:
    """The allegation is there and a filter hides it: it alone is named, with how many relations it hides."""
    seen = view(sheltering())
    found = absence(seen, {"subject": "graustark"}, type="shelters", status="asserted", as_of="2020")
    assert found.status == "hidden_by_filters"
    assert found.hidden == {"status": 1}
    assert nearest(seen, found) == ["graustark.shelters.rebels"]


def test_each_filter_that_hides_is_counted() -> None:
    """Two relations are hidden: lifting the modality alone shows both, lifting the date alone shows one."""
    world = World()
    world.claim("a", "supports", "b", valid="2001/2002", modality="alleged")
    world.claim("a", "supports", "c", valid="2011/2012")
    world.claim("a", "supports", "d", valid="2011/2012")
    seen = view(world)
    found = absence(seen, {"subject": "a"}, modality="alleged", as_of="2012")
    assert found.hidden == {"modality": 2, "as_of": 1}
    found = absence(seen, {"subject": "a"}, modality="alleged", stance="denies", as_of="2001")
    assert found.hidden == {"stance": 1}


def test_filters_that_hide_only_together_say_so() -> None:
    """Where no single filter is to blame, the count stands under one name for all of them."""
    seen = view(two_clocks())
    found = absence(
        seen, {"subject": "graustark"}, type="arms", stance="questions", min_confidence="high", as_of="2001"
    )
    assert found.status == "hidden_by_filters"
    assert found.hidden == {COMBINED: 1}


def test_certainty_hides_what_is_only_possible() -> None:
    """What holds only under some reading is hidden by asking for all readings, and that is said."""
    seen = view(border_dispute())
    found = absence(seen, {"subject": "graustark"}, type="threatens", as_of="2016", certainty="certain")
    assert found.hidden == {"as_of": 1, "certainty": 1}


def test_what_is_only_denied_is_denied() -> None:
    """Asked for what is affirmed, the graph answers that it is denied, and by which claim."""
    seen = view(border_dispute())
    found = absence(seen, {"subject": "ruritania", "object": "the-valley"}, type="controls", stance="affirms")
    assert found.status == "denied"
    assert found.hidden == {"stance": 1}
    assert nearest(seen, found) == ["ruritania.controls.the-valley"]
    found = absence(seen, {"subject": "ruritania"}, type="controls", status="asserted")
    assert found.status == "hidden_by_filters"


def test_what_nobody_looked_for_is_unchecked() -> None:
    """Without a silence nothing follows from an empty answer; the sources that were read completely are counted."""
    seen = view(two_clocks())
    found = absence(seen, {"subject": "rebels"}, type="attacks")
    assert (found.status, found.silences, found.sources_checked, found.hidden) == ("unchecked", (), 2, {})


def test_only_sources_that_count_are_checked() -> None:
    """Under knowledge filters neither silences nor sources outside them are part of the answer."""
    world = World()
    world.source("gazette", published="2019-05-20", dataset="press")
    world.claim("a", "borders", "b")
    world.silence("Does A arm B?", subject="a", type="arms", object="b")
    world.source("courier", published="2020", dataset="archive")
    world.silence("Does A really arm B?", subject="a", type="arms", object="b")
    seen = view(world)
    asked: dict[str, Any]
    for asked, silences in (
        ({}, 2),
        ({"known_at": "2019"}, 1),
        ({"known_at": "2018"}, 0),
        ({"source": "courier"}, 1),
        ({"dataset": "press"}, 1),
    ):
        found = absence(seen, {"subject": "a", "object": "b"}, type="arms", **asked)
        assert (len(found.silences), found.sources_checked) == (silences, silences), asked
        assert found.status == ("not_stated" if silences else "unchecked"), asked


def test_a_vaguely_dated_source_counts_from_its_latest_day() -> None:
    """What a document of about May 2019 is silent on is no answer before the end of June."""
    world = World()
    world.source("gazette", published="2019-05~")
    world.silence("Does A arm B?", subject="a", type="arms", object="b")
    seen = view(world)
    ends = {"subject": "a", "object": "b"}
    assert absence(seen, ends, type="arms", known_at="2019-06-29").status == "unchecked"
    assert absence(seen, ends, type="arms", known_at="2019-06-30").status == "not_stated"


def test_the_other_way_round_is_near() -> None:
    """Asked whether B supports A, the claim that A supports B is shown."""
    world = World()
    world.claim("a", "supports", "b")
    seen = view(world)
    found = absence(seen, {"subject": "b", "object": "a"})
    assert nearest(seen, found) == ["a.supports.b"]
