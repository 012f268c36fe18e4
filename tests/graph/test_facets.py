"""Counts of an answer by its properties."""

from __future__ import annotations

import pytest

from app.errors import InvalidValue
from app.graph.facets import ENTITY_FACETS, FACET_LABELS, RELATION_FACETS, count_facets
from tests.worlds import border_dispute, matches, names, sheltering, two_clocks, view


def counts(facet: dict[str, object]) -> dict[str, int]:
    values = facet["values"]
    assert isinstance(values, list)
    return {v["name"]: v["count"] for v in values}


def test_relations_are_counted_by_what_they_amount_to() -> None:
    """Status, polarity, confidence and category are those of the relation; each relation counts once."""
    seen = view(border_dispute())
    found = count_facets(seen, RELATION_FACETS, ["status", "polarity", "category", "type"], matches(seen))
    assert counts(found["status"]) == {"asserted": 4, "contested": 1, "denied": 1, "questioned": 1}
    assert counts(found["polarity"]) == {"neutral": 5, "conflictual": 2}
    assert counts(found["category"]) == {"structural": 5, "verbal_conflict": 2}
    assert counts(found["type"]) == {"controls": 4, "borders": 1, "tense_with": 1, "threatens": 1}


def test_claims_are_counted_once_for_each_relation() -> None:
    """A voice, stance, modality, document or data set counts the relations in which it occurs, not its claims."""
    seen = view(border_dispute())
    found = count_facets(seen, RELATION_FACETS, ["asserted_by", "stance", "modality", "source"], matches(seen))
    assert counts(found["asserted_by"]) == {"gazette-author": 6, "foreign-office": 3, "ruritania": 1}
    assert counts(found["stance"]) == {"affirms": 5, "denies": 4, "questions": 1}
    assert counts(found["modality"]) == {"fact": 7, "normative": 1}
    assert counts(found["source"]) == {"gazette": 7}
    seen = view(two_clocks())
    found = count_facets(seen, RELATION_FACETS, ["dataset"], matches(seen))
    assert counts(found["dataset"]) == {"archive": 3, "press": 2}


def test_facets_count_what_filters_leave() -> None:
    """Under a filter the counts are those of the answer, by the claims that remain."""
    seen = view(two_clocks())
    found = count_facets(seen, RELATION_FACETS, ["status", "stance"], matches(seen, known_at="2019"))
    assert counts(found["status"]) == {"alleged": 1, "asserted": 1}
    assert counts(found["stance"]) == {"affirms": 2}


def test_the_most_frequent_value_comes_first_with_a_label() -> None:
    """Values come by count, then by name, and have labels that people can read."""
    seen = view(border_dispute())
    found = count_facets(seen, RELATION_FACETS, ["status", "type", "asserted_by"], matches(seen))
    assert found["status"]["label"] == "status"
    assert [v["name"] for v in found["status"]["values"]] == ["asserted", "contested", "denied", "questioned"]
    assert found["type"]["values"][2] == {"name": "tense_with", "label": "tense with", "count": 1}
    assert found["asserted_by"]["values"][1]["label"] == "the Foreign Office of Ruritania"


def test_entities_are_counted() -> None:
    """Entities are counted by type, existence, country and whether they are a class."""
    seen = view(names())
    everyone = range(seen.entity_count)
    found = count_facets(seen, ENTITY_FACETS, ["type", "existence", "country", "generic"], everyone)
    assert counts(found["type"])["ArmedGroup"] == 4
    assert counts(found["country"]) == {"IR": 1, "RU": 1, "TR": 1}
    assert counts(found["existence"]) == {"actual": seen.entity_count}
    seen = view(sheltering())
    found = count_facets(seen, ENTITY_FACETS, ["generic"], range(seen.entity_count))
    assert counts(found["generic"])["true"] == 1


def test_an_unknown_facet_is_refused_with_the_known_ones() -> None:
    """A facet that is not there is an error that lists those that are, even when nothing is to be counted."""
    seen = view(names())
    with pytest.raises(InvalidValue, match="unknown facet 'colour'") as refused:
        count_facets(seen, RELATION_FACETS, ["type", "colour"], [])
    assert refused.value.valid == tuple(RELATION_FACETS)
    assert refused.value.name == "facets"


def test_every_facet_has_a_label_and_counts() -> None:
    """Each facet can be counted over relations or entities, and has a label."""
    seen = view(sheltering())
    assert set(FACET_LABELS) == {*RELATION_FACETS, *ENTITY_FACETS}
    assert all(f["values"] for f in count_facets(seen, RELATION_FACETS, list(RELATION_FACETS), matches(seen)).values())
    assert count_facets(seen, RELATION_FACETS, ["type"], [])["type"]["values"] == []
