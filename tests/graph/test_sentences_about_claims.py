"""Sentences of claims about other claims, of messages through letters, and of things that go by another name inside."""

from __future__ import annotations

from app.graph.sentences import claim_sentence
from app.model.ontology import Ontology
from tests.worlds.builder import World, view
from tests.worlds.ontology import relation_type, small_ontology

THE_AUTHOR = "The author of “Gazette”"


def world() -> World:
    """A world whose documents can show something."""
    small = small_ontology()
    shows = relation_type("evidences", "structural", "state", 0, "shows", "show", inverse="shown by")
    made = World(Ontology.of(small.entity_types.values(), (*small.relation_types.values(), shows)))
    made.group("rebels", "Rebels of the hills", plural=True, in_sentence="the rebels of the hills")
    made.event("letter", "Letter of May", type="Document", in_sentence="the letter")
    made.event("talks", "Talks of May", in_sentence="the talks")
    made.source("gazette", published="2019-05-20")
    return made


def sentence(made: World, claim: str) -> str:
    """The sentence of a claim of the world."""
    seen = view(made)
    handle = seen.find_claim(claim)
    assert handle is not None
    return claim_sentence(seen, seen.claim(handle))


def test_a_document_shows_what_its_target_says() -> None:
    """The statement of the target stands where the object would."""
    made = world()
    target = made.claim("rebels", "threatens", "ruritania")
    shown = made.claim("letter", "evidences", "ruritania", about=target)
    assert sentence(made, shown) == f"{THE_AUTHOR} says that the letter shows that the rebels of the hills " + (
        "threaten Ruritania."
    )


def test_a_document_never_shows_an_allegation_as_a_fact() -> None:
    """An allegation that a document is evidence for keeps its voice and its verb."""
    made = world()
    target = made.claim("graustark", "arms", "rebels", by="ruritania", modality="alleged")
    shown = made.claim("letter", "evidences", "graustark", about=target)
    assert sentence(made, shown) == f"{THE_AUTHOR} says that the letter shows this: " + (
        "Ruritania alleges that Graustark arms the rebels of the hills."
    )


def test_an_accusation_says_of_what() -> None:
    """The charge follows the accused, whether the accusation is affirmed or denied."""
    made = world()
    target = made.claim("graustark", "arms", "rebels", by="ruritania", modality="alleged")
    said = made.claim("ruritania", "accuses", "graustark", about=target)
    denied = made.denial("ruritania", "accuses", "graustark", about=target)
    charge = "Graustark of this: that Graustark arms the rebels of the hills."
    assert sentence(made, said) == f"{THE_AUTHOR} says that Ruritania accuses {charge}"
    assert sentence(made, denied) == f"{THE_AUTHOR} says that Ruritania does not accuse {charge}"


def test_a_charge_that_is_not_simply_alleged_keeps_its_own_words() -> None:
    """An accusation about an expectation says that it is one."""
    made = world()
    target = made.claim("graustark", "arms", "rebels", by="ruritania", modality="expected")
    said = made.claim("ruritania", "accuses", "graustark", about=target)
    assert sentence(made, said) == f"{THE_AUTHOR} says that Ruritania accuses Graustark of this: " + (
        "Ruritania expects that Graustark will arm the rebels of the hills."
    )


def test_a_message_is_said_through_its_letter_and_a_deed_is_not() -> None:
    """What goes through a letter is the message; the author of the paper does not speak through it."""
    made = world()
    said = made.claim("graustark", "shelters", "rebels", by="ruritania", to="graustark", via="letter")
    state = made.claim("graustark", "threatens", "ruritania", by="ruritania", via="letter")
    deed = made.claim("ruritania", "visits", "graustark", via="talks")
    word = made.claim("ruritania", "consults_with", "graustark", via="letter")
    agreed = made.claim("ruritania", "supports", "graustark", modality="agreed", via="talks")
    assert sentence(made, said).startswith("Ruritania says, to Graustark, through the letter, that Graustark")
    assert sentence(made, state) == "Ruritania says, through the letter, that Graustark threatens Ruritania."
    assert sentence(made, deed) == f"{THE_AUTHOR} says that Ruritania visits Graustark (event: the talks)."
    assert sentence(made, word).endswith("(through: the letter).")
    assert sentence(made, agreed) == f"{THE_AUTHOR} reports it as agreed, through the talks, that " + (
        "Ruritania is to support Graustark."
    )


def test_the_author_who_speaks_of_himself_is_named_once() -> None:
    """At the ends of his or her own claims the author of the document is "the author"."""
    made = world()
    said = made.claim("gazette-author", "consults_with", "graustark")
    assert sentence(made, said) == f"{THE_AUTHOR} says that the author discusses with Graustark."


def test_an_attribute_may_name_the_verb() -> None:
    """An effect that is known is the verb; one that is unclear is said to be."""
    made = world()
    harms = made.denial("rebels", "affects", "ruritania", attributes={"effect": "harms"})
    open_ = made.claim("rebels", "affects", "ruritania", attributes={"effect": "unclear"})
    assert sentence(made, harms) == f"{THE_AUTHOR} says that the rebels of the hills do not harm Ruritania."
    assert sentence(made, open_).endswith("that the rebels of the hills affect Ruritania (effect: unclear).")
