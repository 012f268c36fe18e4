"""Every relation filter over HTTP: OR within a name, AND across names, both clocks, organs, and no change of status."""

from __future__ import annotations

import pytest

from tests.api.clients import ids, problem
from tests.api.conftest import Ask

ACCUSES = "foreign-office.accuses.graustark"
SHELTERS = "graustark.shelters.rebels"
THREATENS = "militants.threatens.ruritania"
ATTACKS = "rebels.attacks.ruritania"
FENCES = "ruritania.fences_border_with.graustark"
ALL = [ACCUSES, SHELTERS, THREATENS, ATTACKS, FENCES]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("type=shelters", [SHELTERS]),
        ("type=shelters&type=attacks", [SHELTERS, ATTACKS]),
        ("category=verbal_conflict", [ACCUSES, THREATENS]),
        ("category=verbal_conflict&category=structural", [ACCUSES, SHELTERS, THREATENS]),
        ("category=verbal_conflict&type=threatens", [THREATENS]),
        ("polarity=neutral", [SHELTERS, FENCES]),
        ("polarity=neutral&polarity=conflictual", ALL),
        ("status=alleged", [SHELTERS]),
        ("status=alleged&status=planned", [SHELTERS, FENCES]),
        ("status=alleged&polarity=neutral&type=shelters", [SHELTERS]),
        ("modality=planned", [FENCES]),
        ("modality=planned&modality=alleged", [SHELTERS, FENCES]),
        ("stance=affirms", ALL),
        ("progress=under_way", [FENCES]),
        ("progress=under_way&progress=attempted", [FENCES]),
        ("asserted_by=foreign-office", [SHELTERS]),
        ("asserted_by=ruritanian-government", [SHELTERS, THREATENS, FENCES]),
        ("asserted_by=ruritania", [SHELTERS, THREATENS, FENCES]),
        ("asserted_by=ruritanian-government&exact=true", [THREATENS, FENCES]),
        ("asserted_by=foreign-office&asserted_by=gazette-author", [ACCUSES, SHELTERS, ATTACKS]),
        ("addressed_to=graustark-embassy", [ACCUSES, SHELTERS]),
        ("addressed_to=graustark", [ACCUSES, SHELTERS]),
        ("addressed_to=graustark&asserted_by=ruritania", [SHELTERS]),
        ("source=gazette", ALL),
        ("dataset=press", ALL),
        ("min_confidence=low", ALL),
        ("min_confidence=high", [ACCUSES, SHELTERS, ATTACKS, FENCES]),
        ("as_of=2019-04-30", [ATTACKS]),
        ("as_of=2019-05-20", ALL),
        ("as_of=2018", []),
        ("known_at=2019-05-20", ALL),
        ("known_at=2019-05", ALL),
        ("known_at=2019-05-19", []),
        ("during=2019-04", [ATTACKS]),
        ("during=2019-04/2019-05-10", [ACCUSES, ATTACKS]),
        ("during=2019-04/2019-05-10&time_match=overlaps", [ACCUSES, ATTACKS]),
        ("during=2019-04/2019-05-10&time_match=within&certainty=certain", [ATTACKS]),
        ("during=2019-04/..&time_match=within", ALL),
        ("during=2019-04/2019-06&time_match=within", [ACCUSES, ATTACKS]),
        ("during=2019-04-10/2019-04-20&certainty=possible", [ATTACKS]),
        ("during=2019-04-10/2019-04-20&certainty=certain", []),
        ("subject=ruritania", [ACCUSES, FENCES]),
        ("subject=ruritania&exact=true", [FENCES]),
        ("subject=rebels&subject=militants", [THREATENS, ATTACKS]),
        ("object=graustark", [ACCUSES, FENCES]),
        ("subject=ruritania&object=graustark&exact=true", [FENCES]),
        ("between=graustark,ruritania", [ACCUSES, FENCES]),
        ("between=ruritania,graustark&exact=true", [FENCES]),
        ("between=rebels,graustark&between=rebels,ruritania", [SHELTERS, ATTACKS]),
        (f"id={FENCES}", [FENCES]),
        (f"id={FENCES}&id={SHELTERS}", [SHELTERS, FENCES]),
        (f"id={FENCES}&status=alleged", []),
        ("q=shelters", [SHELTERS]),
        ("q=SHELTERS%20Rebels", [SHELTERS]),
        ("snapshot={snapshot}&type=shelters", [SHELTERS]),
    ],
)
def test_each_filter(over: Ask, query: str, found: list[str]) -> None:
    """Each filter keeps what it names: any of its values, together with every other filter."""
    http = over("sheltering")
    snapshot = http.get("/v1/stats").json()["snapshot"]
    assert ids(http.get(f"/v1/relations?{query.format(snapshot=snapshot)}")) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=supports", ["graustark.arms.rebels", "graustark.funds.rebels", "graustark.supports.rebels"]),
        ("type=arms", ["graustark.arms.rebels"]),
        ("asserted_by=ruritania", [f"graustark.{t}.rebels" for t in ("arms", "funds", "threatens")]),
        ("asserted_by=ruritania&exact=true", []),
        ("asserted_by=unnamed%20reports", ["graustark.shelters.rebels"]),
    ],
)
def test_subtypes_and_names(over: Ask, query: str, found: list[str]) -> None:
    """A type stands for its subtypes, a state for its organs, and a name for the one entity that has it."""
    assert ids(over("chorus").get(f"/v1/relations?{query}")) == found


def test_or_within_and_across(over: Ask) -> None:
    """Values of one name widen the answer, further names narrow it."""
    http = over("sheltering")
    one = set(ids(http.get("/v1/relations?type=shelters")))
    two = set(ids(http.get("/v1/relations?type=attacks")))
    assert set(ids(http.get("/v1/relations?type=shelters&type=attacks"))) == one | two
    assert set(ids(http.get("/v1/relations?type=shelters&type=attacks&polarity=neutral"))) == one


def test_the_valid_clock(over: Ask) -> None:
    """`as_of` keeps what holds on the day: two spells of an alliance, and the gap between them."""
    http, alliance = over("spells"), "graustark.allied_with.ruritania"
    for year, holds in (("2009", False), ("2011", True), ("2014", False), ("2016", True), ("2018", False)):
        assert (alliance in ids(http.get(f"/v1/relations?as_of={year}&type=allied_with"))) is holds


def test_the_known_clock(over: Ask) -> None:
    """`known_at` drops later sources before anything is computed, so that the status is the one of that day."""
    http = over("two_clocks")
    query = "/v1/relations?id=graustark.arms.rebels&include=claims"
    before = http.get(f"{query}&known_at=2019-12").json()["results"][0]
    after = http.get(f"{query}&known_at=2021").json()["results"][0]
    assert (before["status"], len(before["claims"])) == ("alleged", 1)
    assert (after["status"], len(after["claims"])) == ("contested", 2)


def test_an_inferred_publication_date_is_named(over: Ask) -> None:
    """An answer under the known clock says which publication dates it rests on were inferred (T6)."""
    http = over("two_clocks")
    assert http.get("/v1/relations").json()["notes"] == []
    assert http.get("/v1/relations?known_at=2022").json()["notes"] == [
        "known_at rests on an inferred publication date of leaflet (2021): it mentions the floods of 2021"
    ]
    assert http.get("/v1/claims?known_at=2022").json()["notes"]


@pytest.mark.parametrize(
    "filter", ["modality=fact", "stance=affirms", "min_confidence=high", "asserted_by=gazette-author"]
)
def test_no_filter_settles_a_dispute(over: Ask, filter: str) -> None:
    """A selection filter keeps or drops a relation, and never changes what all its claims amount to (R1)."""
    http = over("border_dispute")
    full = {r["id"]: r["status"] for r in http.get("/v1/relations").json()["results"]}
    kept = {r["id"]: r["status"] for r in http.get(f"/v1/relations?{filter}").json()["results"]}
    assert kept
    assert kept == {key: full[key] for key in kept}


def test_no_filter_makes_an_allegation_a_fact(over: Ask) -> None:
    """Asking for facts in a voice does not find what this voice only alleges."""
    http = over("chorus")
    assert "graustark.threatens.rebels" not in ids(http.get("/v1/relations?modality=fact"))
    found = http.get("/v1/relations?modality=alleged&asserted_by=foreign-office").json()["results"]
    assert [(r["id"], r["status"]) for r in found] == [("graustark.threatens.rebels", "alleged")]


@pytest.mark.parametrize("status", ["asserted", "contested", "denied", "questioned"])
def test_status_filter(over: Ask, status: str) -> None:
    """`status` looks at the computed relation, and keeps exactly those that have it."""
    http = over("border_dispute")
    full = {r["id"]: r["status"] for r in http.get("/v1/relations").json()["results"]}
    assert ids(http.get(f"/v1/relations?status={status}")) == [key for key, has in full.items() if has == status]


def test_claims_stand_alone(over: Ask) -> None:
    """On claims, `status` is that of the claim alone: the denial within a contested relation is a denial."""
    http = over("border_dispute")
    found = http.get("/v1/claims?status=denied").json()["results"]
    assert {c["status"] for c in found} == {"denied"}
    assert "graustark.controls.the-valley" in {c["relation"] for c in found}
    assert http.get("/v1/claims?status=contested").json()["results"] == []


@pytest.mark.parametrize(
    ("query", "n"),
    [
        ("", 5),
        ("type=shelters", 1),
        ("modality=planned", 1),
        ("asserted_by=ruritania", 3),
        ("asserted_by=ruritania&exact=true", 0),
        ("addressed_to=graustark", 2),
        ("subject=ruritania", 2),
        ("object=graustark", 2),
        ("between=graustark,rebels", 1),
        ("progress=under_way", 1),
        ("min_confidence=high", 4),
        ("polarity=neutral", 2),
        ("category=structural", 1),
        ("source=gazette", 5),
        ("dataset=press", 5),
        ("stance=denies", 0),
        ("as_of=2019-04-30", 1),
        ("known_at=2019-05-19", 0),
        ("during=2019-04", 1),
        ("q=attacks", 1),
    ],
)
def test_claims_take_the_same_filters(over: Ask, query: str, n: int) -> None:
    """`/v1/claims` takes what `/v1/relations` takes, and each claim passes by itself."""
    answer = over("sheltering").get(f"/v1/claims?{query}").json()
    assert answer["total"] == {"value": n, "relation": "eq"}
    assert len(answer["results"]) == n
    assert ("absence" in answer) is (n == 0)


def test_claims_by_id(over: Ask) -> None:
    """A batch of claim ids gives these claims, under the other filters."""
    http = over("sheltering")
    some = ids(http.get("/v1/claims"))[1:3]
    assert sorted(ids(http.get("/v1/claims", params={"id": some}))) == sorted(some)
    assert ids(http.get("/v1/claims", params={"id": some, "modality": "agreed"})) == []
    assert "feed" in problem(http.get("/v1/claims?id=feed"), 400)["detail"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [ACCUSES, SHELTERS, FENCES]),
        ("direction=both", [ACCUSES, SHELTERS, FENCES]),
        ("direction=out", [SHELTERS]),
        ("direction=in", [ACCUSES, FENCES]),
        ("other=rebels", [SHELTERS]),
        ("other=ruritania", [ACCUSES, FENCES]),
        ("other=ruritania&exact=true", [FENCES]),
        ("other=rebels&other=foreign-office", [ACCUSES, SHELTERS]),
        ("direction=in&other=rebels", []),
        ("status=planned", [FENCES]),
        ("as_of=2019-05-31&type=accuses", [ACCUSES]),
    ],
)
def test_the_relations_of_an_entity(over: Ask, query: str, found: list[str]) -> None:
    """The path means this very entity; `direction` is its side, `other` the far end, and all filters apply."""
    assert ids(over("sheltering").get(f"/v1/entities/graustark/relations?{query}")) == found


def test_the_neighbours_of_an_entity(over: Ask) -> None:
    """Each neighbour comes with the relations that tie it, the most tied first, under all filters."""
    http = over("sheltering")

    def tied(query: str) -> dict[str, list[str]]:
        results = http.get(f"/v1/entities/graustark/adjacent?{query}").json()["results"]
        return {r["entity"]["id"]: [x["id"] for x in r["relations"]] for r in results}

    assert tied("") == {"foreign-office": [ACCUSES], "rebels": [SHELTERS], "ruritania": [FENCES]}
    assert tied("direction=out") == {"rebels": [SHELTERS]}
    assert tied("other=ruritania&exact=true") == {"ruritania": [FENCES]}
    assert tied("status=alleged") == {"rebels": [SHELTERS]}
    assert tied("status=agreed") == {}


def test_a_symmetric_relation_has_either_end_on_either_side(over: Ask) -> None:
    """Tense relations are found from both ends, as subject and as object, once."""
    http, tense = over("border_dispute"), "graustark.tense_with.ruritania"
    for query in ("subject=graustark", "object=graustark", "subject=ruritania", "object=ruritania"):
        assert ids(http.get(f"/v1/relations?type=tense_with&{query}")) == [tense]
    assert http.get("/v1/relations/ruritania.tense_with.graustark").json()["relation"]["id"] == tense
