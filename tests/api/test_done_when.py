"""What a new user has to be able to find out over HTTP from the curated document, with voice, modality and paragraph.

One test for each question. Each asks as a user would, and asserts who says it, in which mode, to whom, in which
paragraph, and that the sentence of the answer says so in words.
"""

from __future__ import annotations

from typing import Any, Final

from fastapi.testclient import TestClient

AUTHOR: Final = "author-of-pakistan-iran-relations-under-imran-khan"
OFFICE: Final = "foreign-office-of-pakistan"
GOVERNMENT: Final = "government-of-pakistan"
EMBASSY: Final = "embassy-of-iran-in-pakistan"
FORCE: Final = "pakistan-iran-quick-reaction-force"
ATTACK: Final = "balochistan-attack"
Claim = dict[str, Any]


def claims(http: TestClient, query: str) -> list[Claim]:
    """The claims that answer a question; there are some."""
    body = http.get(f"/v1/claims?{query}").json()
    assert body["total"]["value"] > 0, body
    found: list[Claim] = body["results"]
    return found


def one(http: TestClient, query: str) -> Claim:
    """The only claim that answers a question."""
    [found] = claims(http, query)
    return found


def voices(claim: Claim) -> list[str]:
    """Whose voice it is."""
    return [voice["id"] for voice in claim["asserted_by"]]


def paragraphs(claim: Claim) -> list[int]:
    """Where it was read."""
    return [evidence["paragraph"] for evidence in claim["evidence"]]


def manner(claim: Claim) -> tuple[list[str], str, str, list[int]]:
    """Who says it, in which mode, what it amounts to, in which paragraph."""
    return voices(claim), claim["modality"], claim["status"], paragraphs(claim)


def says(claim: Claim, *parts: str) -> None:
    """The sentence of a claim has these parts, in this order, and begins with the first."""
    sentence = claim["sentence"]
    assert sentence.startswith(parts[0]), sentence
    place = 0
    for part in parts:
        place = sentence.find(part, place)
        assert place >= 0, (part, sentence)


def test_what_the_foreign_office_alleges_of_iranian_territory(curated: TestClient) -> None:
    """The Foreign Office alleges, to Iran's embassy, that militants have a base in Iran and came from it."""
    base = one(curated, f"subject=iran&type=shelters&asserted_by={OFFICE}")
    assert manner(base) == ([OFFICE], "alleged", "alleged", [6])
    assert (base["addressed_to"]["id"], base["stance"]) == (EMBASSY, "affirms")
    assert base["attributes"]["consent"] == "not_stated"
    says(base, "Pakistan's Foreign Office alleges, to Iran's embassy in Pakistan", "that Iran", "consent: not stated")

    origin = one(curated, f"object=iran&type=came_from&asserted_by={OFFICE}")
    assert manner(origin) == ([OFFICE], "alleged", "alleged", [6])
    assert origin["addressed_to"]["id"] == EMBASSY
    says(origin, "Pakistan's Foreign Office alleges, to Iran's embassy in Pakistan", "came from Iran")

    relation = curated.get("/v1/relations/" + base["relation"]).json()["relation"]
    assert (relation["status"], relation["polarity"]) == ("alleged", "neutral")
    assert relation["sentence"].startswith("Pakistan's Foreign Office alleges")


def test_to_whom_the_foreign_office_said_so(curated: TestClient) -> None:
    """Everything that the Foreign Office alleges, it told Iran's embassy, by its letter."""
    found = claims(curated, f"asserted_by={OFFICE}&exact=true&modality=alleged")
    assert {c["addressed_to"]["id"] for c in found} == {EMBASSY}
    assert {c["via"]["type"] for c in found} == {"Document"}
    by_addressee = claims(curated, "addressed_to=iran&modality=alleged")  # the embassy is an organ of Iran
    assert {c["id"] for c in by_addressee} == {c["id"] for c in found}


def test_no_filter_makes_the_allegation_a_fact(curated: TestClient) -> None:
    """Asked as a fact, the base in Iran is not there; the answer says what hides it and shows the allegation."""
    body = curated.get("/v1/claims?subject=iran&type=shelters&modality=fact").json()
    assert body["results"] == []
    assert body["absence"]["status"] == "hidden_by_filters"
    assert body["absence"]["hidden"] == {"modality": 1}
    assert [c["modality"] for c in body["absence"]["nearest"]] == ["alleged"]


def test_what_pakistan_and_iran_agreed(curated: TestClient) -> None:
    """Both governments agreed, during the visit, to set up a quick reaction force: agreed, not yet a fact."""
    act = one(curated, "between=iran,pakistan&type=agrees_with")
    assert (voices(act), act["modality"], paragraphs(act)) == ([AUTHOR], "fact", [7])
    says(act, "The author of", "reaches an agreement with")

    agreed = claims(curated, f"object={FORCE}&modality=agreed")
    assert {c["subject"]["id"] for c in agreed} == {GOVERNMENT, "government-of-iran"}
    for claim in agreed:
        assert (voices(claim), claim["status"], paragraphs(claim)) == ([AUTHOR], "agreed", [7])
        assert claim["via"]["id"] == act["via"]["id"] == "visit-of-imran-khan-to-iran"
        says(claim, "The author of", "as agreed", "is to set up the Pakistan-Iran quick reaction force")

    aim = one(curated, f"subject={FORCE}&type=aims_to_prevent")
    assert (aim["modality"], aim["object"]["id"], paragraphs(aim)) == ("agreed", "cross-border-infiltrations", [7])


def test_whether_the_agreement_is_in_place(curated: TestClient) -> None:
    """Nobody says that the force was set up: as a fact it is not found, and whether it is in place is a silence."""
    body = curated.get(f"/v1/relations?object={FORCE}&type=founded&status=asserted").json()
    assert (body["results"], body["absence"]["hidden"]) == ([], {"status": 2})
    silent = curated.get(f"/v1/relations?object={FORCE}&type=implements").json()
    assert silent["results"] == []
    assert silent["absence"]["status"] == "not_stated"
    [silence] = silent["absence"]["silences"]
    assert "in place" in silence["question"]
    assert {c["modality"] for c in silent["absence"]["nearest"]} == {"agreed"}


def test_what_cpec_needs(curated: TestClient) -> None:
    """CPEC needs stability and security in the region, in Afghanistan above all (par. 9), as the author says."""
    found = {c["object"]["id"]: c for c in claims(curated, "subject=cpec&type=requires_stability_in")}
    assert set(found) == {"pakistans-wider-region", "afghanistan"}
    for claim in found.values():
        assert manner(claim) == ([AUTHOR], "fact", "asserted", [9])
        says(claim, "The author of", "the China-Pakistan Economic Corridor", "requires stability in")
    assert found["afghanistan"]["attributes"]["rank"] == "particularly"

    threats = {c["subject"]["id"] for c in claims(curated, "object=cpec&type=threatens")}
    assert threats == {"instability-in-afghanistan"}


def test_which_groups_the_government_sees_as_threats(curated: TestClient) -> None:
    """Militant groups, the TTP and Baloch insurgent groups: a view of the government (par. 7), not of the author."""
    found = {c["subject"]["id"]: c for c in claims(curated, f"object=pakistan&type=threatens&asserted_by={GOVERNMENT}")}
    assert set(found) == {"militant-groups", "tehrik-e-taliban-pakistan", "baloch-insurgent-groups"}
    for claim in found.values():
        assert manner(claim) == ([GOVERNMENT], "fact", "attributed", [7])
        says(claim, "Pakistan's government says that", "threaten")
    by_state = claims(curated, "object=pakistan&type=threatens&asserted_by=Pakistan")  # whose organ the government is
    assert {c["id"] for c in by_state} == {c["id"] for c in found.values()}


def test_which_threats_the_author_sees(curated: TestClient) -> None:
    """The ideology of the Islamic State, for Pakistan and the whole region (par. 8), and the group as a challenge."""
    for threatened in ("pakistan", "pakistans-wider-region"):
        claim = one(curated, f"object={threatened}&type=threatens&asserted_by={AUTHOR}")
        assert claim["subject"]["id"] == "ideology-of-the-islamic-state"
        assert manner(claim) == ([AUTHOR], "fact", "asserted", [8])
        says(claim, "The author of", "says that the ideology of the Islamic State threatens")
    challenge = one(curated, f"subject=islamic-state&type=poses_challenge_to&asserted_by={AUTHOR}")
    assert (challenge["object"]["id"], challenge["status"], paragraphs(challenge)) == ("pakistan", "asserted", [8])

    facet = curated.get("/v1/relations?object=pakistan&type=threatens&facets=asserted_by").json()["facets"]
    counted = {v["name"]: v["count"] for v in facet["asserted_by"]["values"]}
    assert counted == {GOVERNMENT: 3, AUTHOR: 1}


def test_what_is_under_way_on_the_afghan_border(curated: TestClient) -> None:
    """Pakistan has been trying for years to fence the border with Afghanistan (par. 7): a fact, attempted, not done."""
    claim = one(curated, "subject=pakistan&object=afghanistan&type=fences_border_with")
    assert manner(claim) == ([AUTHOR], "fact", "asserted", [7])
    assert claim["progress"] == "attempted"
    assert (claim["valid"]["edtf"], claim["valid"]["to"]) == ("2016~/..", None)
    says(claim, "The author of", "has been trying to fence the border with Afghanistan", "For the past few years")


def test_what_is_planned_on_the_iranian_border(curated: TestClient) -> None:
    """Unnamed reports have it that Pakistan plans to fence the border with Iran (par. 7): planned, reportedly."""
    claim = one(curated, "subject=pakistan&object=iran&type=fences_border_with")
    assert manner(claim) == (["unattributed"], "planned", "planned", [7])
    assert claim["hedge"]["kind"] == "reportedly"
    says(claim, "Unnamed reports report the plan", "Pakistan", "fence the border with Iran")
    assert curated.get("/v1/relations?subject=pakistan&object=iran&type=fences_border_with&status=asserted").json()[
        "absence"
    ]["hidden"] == {"status": 1}


def test_the_perpetrator_is_a_silence(curated: TestClient) -> None:
    """Who carried out the attack is not stated: a silence with its question and the nearest claims, no empty list."""
    for address in (
        f"/v1/relations?type=carried_out&object={ATTACK}",
        f"/v1/claims?type=carried_out&object={ATTACK}",
        f"/v1/entities/{ATTACK}/relations?type=carried_out&direction=in",
        f"/v1/entities/{ATTACK}/adjacent?type=carried_out&direction=in",
    ):
        body = curated.get(address).json()
        assert (body["results"], body["total"]["value"]) == ([], 0)
        absence = body["absence"]
        assert (absence["status"], absence["sources_checked"]) == ("not_stated", 1)
        [silence] = absence["silences"]
        assert silence["question"].startswith("Who carried out the attack")
        assert 6 in silence["paragraphs"]
        assert silence["note"]
        nearest = next(c for c in absence["nearest"] if c["type"] == "participates_in")
        assert manner(nearest)[:3] == ([OFFICE], "alleged", "alleged")
        assert nearest["attributes"] == {"role": "involved"}

    graph = curated.get(f"/v1/graph?entity={ATTACK}&type=carried_out").json()
    assert (graph["edges"], graph["absence"]["status"]) == ([], "not_stated")
