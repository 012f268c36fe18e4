"""The mapping of CAMEO's codes: all of them, to types that there are, with the tone of their class or a reason."""

from __future__ import annotations

from typing import Final

import pytest

from app.importers.cameo.codes import Code, codes
from app.importers.cameo.plans import choices
from app.model.claim import Modality, Progress, Stance
from tests.importers.makers import curated

# The digits of CAMEO 1.1b3 below each code: "02": "01(1234)" says 020, 021 and 0211 to 0214.
_TREE: Final = {
    "01": "0 1 2 3 4 5 6 7 8 9",
    "02": "0 1(1234) 2 3(1234) 4(1234) 5(123456) 6 7 8",
    "03": "0 1(1234) 2 3(1234) 4(1234) 5(123456) 6 7 8 9",
    "04": "0 1 2 3 4 5 6",
    "05": "0 1 2 3 4 5 6 7",
    "06": "0 1 2 3 4",
    "07": "0 1 2 3 4 5",
    "08": "0 1(1234) 2 3(1234) 4(12) 5 6(123) 7(1234)",
    "09": "0 1 2 3 4",
    "10": "0 1(1234) 2 3(1234) 4(1234) 5(123456) 6 7 8",
    "11": "0 1 2(12345) 3 4 5 6",
    "12": "0 1(123) 2(1234) 3(1234) 4(123456) 5 6 7 8 9",
    "13": "0 1(123) 2(1234) 3 4 5 6 7 8(12345) 9",
    "14": "0 1(1234) 2(1234) 3(1234) 4(1234) 5(1234)",
    "15": "0 1 2 3 4 5",
    "16": "0 1 2(123) 3 4 5 6(123)",
    "17": "0 1(12) 2(1234) 3 4 5 6",
    "18": "0 1 2(123) 3(1234) 4 5 6",
    "19": "0 1 2 3 4 5(12) 6",
    "20": "0 1 2 3 4(12)",
}
ALL = [pytest.param(code, id=code.code) for code in codes()]


def _listed() -> set[str]:
    """Every code of the tree."""
    found = set(_TREE)
    for top, below in _TREE.items():
        for part in below.split():
            third, _, fourth = part.partition("(")
            found |= {top + third} | {top + third + digit for digit in fourth.rstrip(")")}
    return found


def test_every_code_is_there() -> None:
    """The mapping has all codes of CAMEO 1.1b3 and the one that only ICEWS has, each once, and no other."""
    mapped = [code.code for code in codes()]
    assert len(mapped) == len(set(mapped))
    assert set(mapped) == _listed()
    assert sum(len(code) > 2 for code in mapped) == 297


@pytest.mark.parametrize("code", ALL)
def test_a_code_leads_to_types_that_there_are(code: Code) -> None:
    """Both relation types are in the ontology, the second takes any actors, and attributes are declared and valid."""
    ontology = curated().ontology
    assert code.type in ontology.relation_types
    Modality(code.modality), Stance(code.stance)
    assert code.progress is None or Progress(code.progress)
    assert -10 <= code.goldstein <= 10
    last = ontology.relation_types[code.otherwise or code.type]
    assert ontology.fits("Actor", last.domain)
    assert ontology.fits("Actor", last.range)
    declared = ontology.attributes_of(code.type)
    for name, value in code.attributes.items():
        assert name in declared, name
        assert not declared[name].values or value in declared[name].values


@pytest.mark.parametrize("code", ALL)
def test_tone_follows_the_class_or_says_why_not(code: Code) -> None:
    """The polarity of the type has the sign of the code's class; where it has not, the note gives the reason."""
    polarity = curated().ontology.relation_types[code.type].polarity
    assert polarity == (1 if code.cooperative else -1) or code.note


@pytest.mark.parametrize("code", ALL)
def test_an_intention_is_no_deed_and_words_are_no_blows(code: Code) -> None:
    """Only 03 is planned, threats are speech, charges are criticism, an attempt is marked, nothing has ended."""
    if code.code.startswith("03"):
        assert (code.modality == "planned") or (code.code == "036" and code.note)
    else:
        assert code.modality == "fact"
    assert code.stance == "affirms"
    if code.code.startswith("13"):
        assert code.type == "issues_threat_to"
    if code.code.startswith("112"):
        assert code.type == "criticizes"
    assert (code.progress == "attempted") is (code.code == "185")
    assert "ended" not in code.attributes
    assert code.type not in ("designates_terrorist", "at_war_with", "carried_out", "killed")


def test_four_digits_keep_to_their_three() -> None:
    """A code of four digits has the type of the three that it begins with, but for those that say another thing."""
    types = {code.code: code.type for code in codes()}
    other = {c for c in types if len(c) == 4 and types[c] != types[c[:3]]}
    assert other == {"0311", "0312", "0314", "0331", "0333", "0334", "0353", "0871", "0873"}


def test_where_no_type_fits_nothing_is_chosen() -> None:
    """The choice among types follows the ends: a state sanctions, a person acts against, and hosts are visited."""
    chosen = {row[:3]: row[3] for row in choices(curated().ontology, ["Actor", "State", "Population", "Region"])}
    assert chosen["163", "State", "State"] == "sanctions"
    assert chosen["163", "Actor", "State"] == "acts_against"
    assert chosen["043", "State", "Actor"] == "visits"
    assert chosen["075", "State", "Population"] == "shelters"
    assert chosen["010", "Region", "State"] is None
