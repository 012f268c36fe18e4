"""Claims in words: the voice comes first, and what is not said as a fact is never worded as one."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping

import pytest

from app.graph.contract import Match
from app.graph.sentences import claim_sentence, relation_sentence
from app.model.claim import HedgeKind, Modality, Progress, Stance
from tests.worlds import AUTHOR, World, border_dispute, match, sheltering, two_clocks, view

OFFICE = "Ruritania's Foreign Office"
# A word of which each stance and modality has at least one, and a plain fact none.
TELLING = {
    Modality.ALLEGED: ("alleg",),
    Modality.AGREED: ("agreed",),
    Modality.PLANNED: ("plan",),
    Modality.EXPECTED: ("expect",),
    Modality.HYPOTHETICAL: ("possible", "rules out", "rule out"),
    Modality.NORMATIVE: ("ought",),
}
NEGATIONS = (" not ", "no plan", "rules out", "rule out")
DONE = {
    "none": ("not begun",),
    "attempted": ("trying to", "attempted"),
    "under_way": ("working to", "under way"),
    "completed": ("completed",),
}
KINDS = list(itertools.product(Stance, Modality))


@functools.cache
def sentences(
    by: str | tuple[str, ...] = "foreign-office",
    subject: str = "graustark",
    type: str = "arms",
    hedge: str | None = None,
    progress: str | None = None,
) -> Mapping[tuple[Stance, Modality], str]:
    """The sentence for each stance and modality of a claim that is otherwise the same."""
    world = World()
    world.ministry("foreign-office", OFFICE, of="ruritania")
    world.group("rebels", "the rebels", plural=True)
    world.voice("unattributed", "unnamed reports", plural=True)
    world.source("gazette", title="Trouble at the Border")
    ends = (subject, type, "ruritania")
    claims = {
        (stance, modality): world.claim(
            *ends, by=by, stance=stance.value, modality=modality.value, hedge=hedge, progress=progress
        )
        for stance, modality in KINDS
    }
    seen = view(world)
    return {kind: claim_sentence(seen, seen.claim(seen.find_claim(key) or 0)) for kind, key in claims.items()}


FACT = (Stance.AFFIRMS, Modality.FACT)
PROGRESSES = [None, *(p.value for p in Progress)]


@pytest.mark.parametrize("progress", PROGRESSES)
@pytest.mark.parametrize("hedge", [None, *(h.value for h in HedgeKind)])
def test_the_voice_comes_first_and_nothing_is_lost(hedge: str | None, progress: str | None) -> None:
    """Each sentence opens with who says it, and tells its stance, modality, hedge and progress."""
    for (stance, modality), said in sentences(hedge=hedge, progress=progress).items():
        assert said.startswith(f"{OFFICE} ")
        assert said.endswith(".")
        if stance is Stance.QUESTIONS:
            assert said.startswith(f"{OFFICE} questions")
        elif modality in TELLING:
            assert any(word in said for word in TELLING[modality]), said
        if stance is Stance.DENIES:
            assert any(word in said for word in NEGATIONS), said
        if hedge:
            assert f"“{hedge}”" in said
        if progress:
            assert any(word in said for word in DONE[progress]), said


@pytest.mark.parametrize("progress", PROGRESSES)
@pytest.mark.parametrize("by", ["foreign-office", AUTHOR, "unattributed", (AUTHOR, "foreign-office")], ids=str)
@pytest.mark.parametrize("subject", ["graustark", "rebels"])
def test_nothing_else_is_worded_as_a_fact(subject: str, by: str | tuple[str, ...], progress: str | None) -> None:
    """Alleged, denied, questioned, planned: none of these reads, or contains, what the plain fact reads."""
    said = sentences(by=by, subject=subject, progress=progress)
    fact = said[FACT][:-1]
    statement = fact[fact.index(" say") :]  # "says that Graustark arms Ruritania", without the voice
    for kind, other in said.items():
        assert kind == FACT or statement not in other
        assert kind == FACT or other[:-1] not in fact


@pytest.mark.parametrize("type", ["arms", "threatens", "allied_with", "attacks", "followed_by", "tense_with"])
@pytest.mark.parametrize("subject", ["graustark", "rebels"])
def test_different_stances_and_modalities_read_differently(subject: str, type: str) -> None:
    """No two ways of affirming or denying share their words, and no question shares them with either."""
    said = sentences(subject=subject, type=type)
    stated = [words for (stance, _), words in said.items() if stance is not Stance.QUESTIONS]
    asked = {words for (stance, _), words in said.items() if stance is Stance.QUESTIONS}
    assert len(set(stated)) == len(stated)
    assert not asked & set(stated)


def test_what_is_ruled_out_is_denied_once() -> None:
    """Where the opening says no, the statement does not say it again."""
    for modality in (Modality.HYPOTHETICAL, Modality.PLANNED, Modality.EXPECTED):
        said = sentences(progress="attempted")[Stance.DENIES, modality]
        assert sum(said.count(word) for word in NEGATIONS) == 1, said


def test_a_denied_agreement_is_an_agreement_not_to() -> None:
    """Denied and agreed reads like denied and normative: that it is not to be (ruling C3b)."""
    said = sentences()
    assert said[Stance.DENIES, Modality.AGREED].endswith("agreed that Graustark is not to arm Ruritania.")
    assert said[Stance.DENIES, Modality.NORMATIVE].endswith("holds that Graustark ought not to arm Ruritania.")


def test_an_allegation_names_its_voice_addressee_and_channel() -> None:
    """The allegation that rebels have sanctuary reads as what the ministry told the embassy, in the letter."""
    seen = view(sheltering())
    found = match(seen, "graustark.shelters.rebels")
    assert found is not None
    assert relation_sentence(seen, found) == (
        "Ruritania's Foreign Office alleges, to Graustark's embassy, through the letter, "
        "that Graustark shelters the rebels (consent: not stated)."
    )


def test_a_reported_plan_keeps_hedge_and_progress() -> None:
    """A plan that is said to be under way reads as a plan, reported and under way."""
    seen = view(sheltering())
    found = match(seen, "ruritania.fences_border_with.graustark")
    assert found is not None
    said = relation_sentence(seen, found)
    assert said.startswith("The Government of Ruritania reports the plan, ")
    assert "“is said to”" in said
    assert "that Ruritania is to fence the border with Graustark (under way" in said


def test_what_is_stated_of_a_pool_is_a_possibility_for_each() -> None:
    """A kind of support that one of several gave reads as possible, with the pool; other hedges are quoted."""
    world = World()
    world.source("gazette", title="Trouble at the Border")
    for type_, attributes in (("arms", {"attribution": "pooled"}), ("funds", {})):
        hedge = ("may", "one or several of 6 supporters")
        world.claim("graustark", type_, "ruritania", modality="hypothetical", hedge=hedge, attributes=attributes)
    seen = view(world)
    pooled, alone = (match(seen, f"graustark.{type_}.ruritania") for type_ in ("arms", "funds"))
    assert pooled is not None
    assert alone is not None
    assert relation_sentence(seen, pooled) == (
        "The author of “Trouble at the Border” considers it possible, as stated of one or several of 6 supporters, "
        "that Graustark arms Ruritania (attribution: pooled)."
    )
    assert "possible, in the words “one or several of 6 supporters”, that" in relation_sentence(seen, alone)


def test_plural_voices_and_subjects_take_plural_verbs() -> None:
    """Unnamed reports say, two voices say, the rebels threaten; one ministry says, one state threatens."""
    assert sentences(by="unattributed", subject="rebels", type="threatens")[FACT] == (
        "Unnamed reports say that the rebels threaten Ruritania."
    )
    assert sentences(by=("foreign-office", AUTHOR), type="threatens")[FACT] == (
        f"{OFFICE} and the author of “Trouble at the Border” say that Graustark threatens Ruritania."
    )
    assert sentences(subject="rebels", type="allied_with")[Stance.DENIES, Modality.FACT] == (
        f"{OFFICE} says that the rebels are not allied with Ruritania."
    )


def test_the_author_is_named_after_the_document_the_claim_is_drawn_from() -> None:
    """An author of two documents is the author of the one that says it."""
    world = World()
    world.voice("a-writer")
    world.source("later", author="a-writer", title="The Later Paper")
    world.source("earlier", author="a-writer", title="The Earlier Paper")
    first = world.claim("a", "supports", "b", source="later")
    second = world.claim("a", "supports", "b", source="earlier")
    seen = view(world)
    for key, title in ((first, "The Later Paper"), (second, "The Earlier Paper")):
        found = seen.find_claim(key)
        assert found is not None
        assert claim_sentence(seen, seen.claim(found)).startswith(f"The author of “{title}” says")


def test_a_merged_author_is_still_the_author() -> None:
    """Where two ids of one author were merged, what was said under the old one is the author's own word."""
    world = World()
    world.voice("a-writer", was=["a-wright"])
    world.source("gazette", author="a-wright", title="A Paper")
    world.claim("a", "supports", "b", by="a-writer")
    seen = view(world)
    assert claim_sentence(seen, seen.claim(0)).startswith("The author of “A Paper” says")


def test_a_contested_relation_shows_both_sides() -> None:
    """The sentence of a contested relation holds the affirmation and the denial, each with its voice."""
    seen = view(border_dispute())
    found = match(seen, "graustark.controls.the-valley")
    assert found is not None
    said = relation_sentence(seen, found)
    assert said.startswith("Contested: The author of “Gazette” says that Graustark controls the valley")
    assert "The Foreign Office of Ruritania says that Graustark does not control the valley" in said


def test_the_sides_shown_are_those_that_contradict_each_other() -> None:
    """A denial of other times and an ought are passed over: the sentence shows what makes it contested."""
    world = World()
    world.claim("a", "controls", "b", valid="2001/2003", words="long ago")
    world.claim("a", "controls", "b", modality="normative", valid="2010/..", paragraph=2)
    world.claim("a", "controls", "b", valid="2010/..", words="these days", paragraph=3)
    world.denial("a", "controls", "b", valid="2006/2007", words="in between", by="c", paragraph=4)
    world.denial("a", "controls", "b", modality="normative", valid="1990/1991", by="c", paragraph=5)
    world.denial("a", "controls", "b", valid="2012", words="in that year", by="d", paragraph=6)
    seen = view(world)
    found = match(seen, "a.controls.b")
    assert found is not None
    assert relation_sentence(seen, found) == (
        "Contested: The author of “Gazette” says that A controls B (when: “these days”). "
        "D says that A does not control B (when: “in that year”)."
    )


def test_a_relation_speaks_through_its_best_claim() -> None:
    """The surest claim of the status speaks for the relation, and the sentence says how many more there are."""
    world = World()
    world.claim("a", "supports", "b", modality="alleged", by="c", valid="2001")
    world.claim("a", "supports", "b", confidence="low", valid="2002", paragraph=2)
    world.claim("a", "supports", "b", confidence="high", valid="2003", words="best", paragraph=3)
    seen = view(world)
    found = match(seen, "a.supports.b")
    assert found is not None
    assert seen.claim(seen.digest(found).leading).valid.words == "best"
    assert relation_sentence(seen, found) == (
        "The author of “Gazette” says that A supports B (when: “best”) (2 more claims)."
    )
    alone = Match(found.relation, found.claims[:1])
    assert relation_sentence(seen, alone) == "C alleges that A supports B."


def test_an_end_is_said() -> None:
    """A claim that it ended says so."""
    seen = view(two_clocks())
    found = match(seen, "graustark.funds.rebels", source="courier")
    assert found is not None
    assert relation_sentence(seen, found).endswith("(ended).")


@pytest.mark.parametrize("quantity", [{"value": 14, "approximate": False, "words": "fourteen"}, {"value": 14}])
def test_a_quantity_is_said(quantity: dict[str, object]) -> None:
    """A quantity is told in the words of the text, else by its value."""
    world = World()
    world.claim("a", "attacks", "b", attributes={"quantity": quantity})
    seen = view(world)
    told = claim_sentence(seen, seen.claim(0))
    assert told.endswith(f"(quantity: {quantity.get('words', 14)}).")
