"""Ids: slugs, relation ids, and the content hash of a claim (ruling C4)."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.ids import CLAIM_ID_LENGTH, LONGEST_ID, canonical_json, claim_id, is_slug, is_type_name, relation_id
from tests.worlds import World, sheltering

FIELDS: dict[str, Any] = {
    "source": "gazette",
    "paragraphs": [2],
    "asserted_by": ["foreign-office"],
    "addressed_to": "graustark-embassy",
    "subject": "graustark",
    "relation_type": "shelters",
    "object_": "rebels",
    "symmetric": False,
    "stance": "affirms",
    "modality": "alleged",
    "edtf": "2016~/..",
    "attributes": {"consent": "not_stated"},
    "target_claim": None,
}


def hashed(**changed: Any) -> str:
    return claim_id(**{**FIELDS, **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "courier"},
        {"paragraphs": [3]},
        {"paragraphs": [2, 3]},
        {"asserted_by": ["graustark"]},
        {"asserted_by": ["foreign-office", "graustark"]},
        {"addressed_to": None},
        {"addressed_to": "graustark"},
        {"subject": "ruritania"},
        {"relation_type": "supports"},
        {"object_": "militants"},
        {"subject": "rebels", "object_": "graustark"},
        {"stance": "denies"},
        {"modality": "fact"},
        {"edtf": "2016/.."},
        {"edtf": None},
        {"attributes": {}},
        {"attributes": {"consent": "knowing"}},
        {"attributes": {"consent": "not_stated", "due": "2020"}},
        {"target_claim": "0123456789abcdef0123"},
    ],
    ids=str,
)
def test_c4_what_makes_a_claim_enters_its_id(changed: dict[str, Any]) -> None:
    """Source, paragraphs, voices, addressee, ends, type, stance, modality, EDTF, attributes and target are hashed."""
    assert hashed(**changed) != hashed()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"note": "One line."}, {"note": "Another line."}),
        ({"words": "since about 2016"}, {"words": "for years"}),
        ({"inferred": "from the text"}, {"inferred": "from the date"}),
        ({"confidence": "low"}, {"confidence": "high"}),
        ({"key": "one"}, {"key": "two"}),
        ({"basis": "explicit"}, {"basis": "implied"}),
    ],
    ids=str,
)
def test_c4_what_describes_a_claim_does_not_enter_its_id(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Note, words of time, confidence, local key and basis may be improved and leave the id as it is."""
    ids = set()
    for described in (one, other):
        world = World()
        ids.add(world.claim("graustark", "shelters", "rebels", valid="2016~/..", **described))
    assert len(ids) == 1


def test_c4_the_pair_of_a_symmetric_type_is_sorted_first() -> None:
    """A borders B and B borders A are one claim; A shelters B and B shelters A are two."""
    one, two = {"subject": "a", "object_": "b"}, {"subject": "b", "object_": "a"}
    assert hashed(**one, symmetric=True) == hashed(**two, symmetric=True)
    assert hashed(**one, symmetric=False) != hashed(**two, symmetric=False)


def test_c4_paragraphs_and_voices_are_sets() -> None:
    """The order in which paragraphs, voices and attributes are written, and repetitions, make no other claim."""
    assert hashed(paragraphs=[3, 2, 3]) == hashed(paragraphs=[2, 3])
    assert hashed(asserted_by=["b", "a"]) == hashed(asserted_by=["a", "b", "a"])
    assert hashed(attributes={"a": 1, "b": 2}) == hashed(attributes={"b": 2, "a": 1})


def test_c4_ids_enter_as_written() -> None:
    """A merged entity id and the one it was merged into give two claim ids, so that a merge changes none."""
    world = World()
    world.state("myanmar", was=["burma"])
    before = World().claim("burma", "shelters", "rebels")
    assert world.claim("burma", "shelters", "rebels") == before
    assert world.claim("myanmar", "shelters", "rebels") != before


def test_c4_ids_never_change() -> None:
    """The id of this very claim is written down here: the same claim has the same id everywhere, forever."""
    assert hashed() == "753ca9c5b6f401c0e85e"
    claim = next(c for c in sheltering().dataset().claims if c.key == "sheltered")
    assert claim.id == "75e3a80e3b364509a083"


@given(st.text())
def test_c4_a_claim_id_has_one_form(condition: str) -> None:
    """Ids are twenty lowercase hexadecimal digits, whatever was hashed."""
    key = hashed(attributes={"condition": condition})
    assert len(key) == CLAIM_ID_LENGTH
    assert set(key) <= set("0123456789abcdef")


def test_a_relation_is_named_after_its_ends_and_type() -> None:
    """A relation id is subject, type and object, joined by full stops, which none of them can hold (ruling R7)."""
    assert relation_id("graustark", "fences_border_with", "the-valley") == "graustark.fences_border_with.the-valley"
    assert not is_slug("a.b")
    assert not is_type_name("a.b")


@pytest.mark.parametrize("text", ["iran", "tehrik-e-taliban-pakistan", "un2", "2019-visit", "a" * LONGEST_ID])
def test_a_slug_is_lowercase_words_joined_by_hyphens(text: str) -> None:
    """What may be the id of an entity or source is accepted."""
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "Iran", "iran-", "-iran", "i--ran", "i_ran", "i ran", "īran", "iran\n", "a" * (LONGEST_ID + 1), "a/b"]
)
def test_other_texts_are_no_slugs(text: str) -> None:
    """Capitals, other letters, blanks, double or outer hyphens and long texts are refused."""
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [("shelters", True), ("fences_border_with", True), ("a2", True), ("", False), ("Shelters", False), ("2a", False),
     ("a-b", False), ("a__b", False), ("_a", False), ("a_", False), ("a\n", False)],
)  # fmt: skip
def test_a_type_name_is_lowercase_words_joined_by_underscores(text: str, right: bool) -> None:
    """What may be the id of a relation type begins with a letter and has single underscores."""
    assert is_type_name(text) is right


def test_canonical_json_has_one_form() -> None:
    """Keys are sorted, white space left out, letters kept; what JSON cannot say is refused."""
    assert canonical_json({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical_json(float("nan"))


def test_a_claim_is_frozen() -> None:
    """A claim, once made, cannot be changed."""
    claim = sheltering().dataset().claims[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.modality = "fact"  # type: ignore[misc, assignment]
