"""What filters may do to a relation: ruling R1."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.engines.columnar.view import ColumnarView
from app.graph import shapes
from app.graph.filters import EVERYTHING, Filters
from app.model.claim import Confidence, Modality, Progress, Stance, Status
from app.model.dates import parse_query_date, parse_span
from tests.worlds import (
    WORLDS,
    ask,
    border_dispute,
    match,
    sheltering,
    status,
    two_clocks,
    view,
)

# ---------------------------------------------------------------- R1


def test_r1_knowledge_filters_drop_claims_before_anything_is_computed() -> None:
    """By the end of 2019 nobody had denied the allegation; the denial of 2020 makes it contested."""
    seen = view(two_clocks())
    assert status(seen, "graustark.arms.rebels", known_at="2019") == "alleged"
    assert status(seen, "graustark.arms.rebels") == "contested"
    assert status(seen, "graustark.arms.rebels", source="courier") == "denied"
    assert status(seen, "graustark.arms.rebels", dataset="press") == "alleged"


def test_r1_dates_keep_the_claims_that_are_valid_then() -> None:
    """In 2016 only the affirmation is about the valley; in 2019 the denial is, too."""
    seen = view(border_dispute())
    assert status(seen, "graustark.controls.the-valley", as_of="2016") == "asserted"
    assert status(seen, "graustark.controls.the-valley", as_of="2019") == "contested"
    assert status(seen, "graustark.controls.the-valley", during="2010/2013") is None


def test_r1_a_selection_filter_keeps_a_relation_and_changes_neither_status_nor_voices() -> None:
    """Asking for the denials alone finds the contested relation, contested, with both voices and all its claims."""
    seen = view(border_dispute())
    for asked in (
        {"stance": "denies"},
        {"stance": "affirms"},
        {"asserted_by": "foreign-office"},
        {"asserted_by": "ruritania"},
        {"modality": "fact"},
        {"min_confidence": "high"},
        {"min_confidence": "medium"},
    ):
        found = match(seen, "graustark.controls.the-valley", **asked)
        assert found is not None, asked
        assert seen.verdict(found).status is Status.CONTESTED, asked
        assert [v["id"] for v in shapes.voices(seen, found)] == ["foreign-office", "gazette-author"], asked
        assert found == match(seen, "graustark.controls.the-valley"), asked


def test_r1_one_claim_must_meet_all_selection_filters() -> None:
    """The author affirms and the ministry denies: nobody's claim is both the author's and a denial."""
    seen = view(border_dispute())
    assert match(seen, "graustark.controls.the-valley", asserted_by="gazette-author")
    assert match(seen, "graustark.controls.the-valley", stance="denies")
    assert not match(seen, "graustark.controls.the-valley", asserted_by="gazette-author", stance="denies")
    assert not match(seen, "graustark.controls.the-valley", stance="affirms", min_confidence="high")


def test_r1_a_selection_filter_sees_only_the_claims_that_knowledge_and_dates_leave() -> None:
    """The denial was not known in 2019 and does not hold in 2016, so asking for it there finds nothing."""
    assert not match(view(two_clocks()), "graustark.arms.rebels", stance="denies", known_at="2019")
    assert not match(view(border_dispute()), "graustark.controls.the-valley", stance="denies", as_of="2016")


def test_r1_status_type_category_and_polarity_apply_last() -> None:
    """They look at the relation as its remaining claims have it."""
    seen = view(border_dispute())
    assert ask(seen, status="contested") == ["graustark.controls.the-valley"]
    assert "graustark.controls.the-valley" in ask(seen, status="asserted", as_of="2016")
    assert ask(seen, status="asserted", stance="denies") == [
        "graustark.controls.the-pass",
        "graustark.threatens.ruritania",
    ]
    assert ask(seen, polarity="conflictual") == ["graustark.tense_with.ruritania", "graustark.threatens.ruritania"]
    assert ask(seen, category="verbal_conflict", status="asserted", type="threatens") == [
        "graustark.threatens.ruritania"
    ]


def test_r1_every_selection_filter_selects() -> None:
    """Stance, modality, progress, voice, addressee, confidence and words each find what has them, and nothing else."""
    seen = view(sheltering())
    sheltered, accused = "graustark.shelters.rebels", "foreign-office.accuses.graustark"
    fenced, threatened = "ruritania.fences_border_with.graustark", "militants.threatens.ruritania"
    assert ask(seen, modality="alleged") == [sheltered]
    assert ask(seen, modality=["alleged", "planned"]) == [sheltered, fenced]
    assert ask(seen, progress="under_way") == [fenced]
    assert ask(seen, stance="denies") == []
    assert ask(seen, addressed_to="graustark") == [accused, sheltered]
    assert ask(seen, addressed_to="graustark", exact=True) == []
    assert ask(seen, asserted_by="ruritania") == [sheltered, threatened, fenced]
    assert ask(seen, asserted_by="ruritanian-government", exact=True) == [threatened, fenced]
    assert threatened not in ask(seen, min_confidence="high")
    assert ask(seen, q="GRAUSTARK SHELTERS") == [sheltered]


def test_r1_words_are_looked_for_in_notes_and_date_words() -> None:
    """`q` searches the notes of the evidence and the words that gave the date, letter case aside."""
    seen = view(border_dispute())
    assert ask(seen, q="the PAST few") == ["graustark.tense_with.ruritania"]
    assert ask(seen, q="no such words") == []


SELECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "stance": st.frozensets(st.sampled_from(Stance), min_size=1, max_size=2),
        "modality": st.frozensets(st.sampled_from(Modality), min_size=1, max_size=3),
        "progress": st.frozensets(st.sampled_from(Progress), min_size=1, max_size=2),
        "asserted_by": st.frozensets(st.integers(0, 6), min_size=1, max_size=4),
        "addressed_to": st.frozensets(st.integers(0, 6), min_size=1, max_size=4),
        "min_confidence": st.sampled_from(Confidence),
        "q": st.sampled_from(["graustark", "rebels", "the", "e"]),
        "status": st.frozensets(st.sampled_from(Status), min_size=1, max_size=4),
        "polarity": st.frozensets(st.sampled_from((-1, 0, 1)), min_size=1, max_size=2),
    },
)
KNOWLEDGE = st.fixed_dictionaries(
    {},
    optional={
        "known_at": st.sampled_from(["2018", "2019-05-20", "2020", "2021"]).map(parse_query_date),
        "source": st.just(frozenset({"gazette"})) | st.just(frozenset({"courier", "leaflet"})),
        "as_of": st.sampled_from(["2011", "2014", "2016", "2018-06", "2019-04"]).map(parse_query_date),
        "during": st.sampled_from(["2010/2012", "2015/..", "2019-04"]).map(parse_span),
        "certainty": st.sampled_from(["possible", "certain"]),
        "time_match": st.sampled_from(["overlaps", "within"]),
    },
)


@given(st.sampled_from(list(WORLDS)), KNOWLEDGE, SELECTIONS)
def test_r1_no_selection_changes_what_a_relation_amounts_to(
    world: str, knowledge: dict[str, Any], selection: dict[str, Any]
) -> None:
    """Whatever selection filters are set, each relation that is left has the claims, and so the verdict, that it has
    under the knowledge and date filters alone.
    """
    seen = seen_world(world)
    known = {m.relation: m for m in seen.select(EVERYTHING, Filters(**knowledge))}
    for found in seen.select(EVERYTHING, Filters(**knowledge, **selection)):
        assert found == known[found.relation]
        assert seen.verdict(found) == seen.verdict(known[found.relation])


@given(st.sampled_from(list(WORLDS)), KNOWLEDGE, SELECTIONS)
def test_r1_no_filter_turns_an_allegation_into_a_fact(
    world: str, knowledge: dict[str, Any], selection: dict[str, Any]
) -> None:
    """A relation is asserted under filters only where the author of a source that counts states it as a fact there."""
    seen = seen_world(world)
    for found in seen.select(EVERYTHING, Filters(**knowledge, **selection)):
        claims = [seen.claim(c) for c in found.claims]
        stated = any(
            c.stance is Stance.AFFIRMS
            and c.modality is Modality.FACT
            and seen.sources[c.source].author in c.asserted_by
            for c in claims
        )
        assert stated or seen.verdict(found).status is not Status.ASSERTED


@functools.cache
def seen_world(name: str) -> ColumnarView:
    return view(WORLDS[name]())
