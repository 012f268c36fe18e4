"""The World Factbook: formats of the years, items and what they say, editions as intervals; and the real pages."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.errors import InvalidValue
from app.importers.factbook_pages.items import items
from app.importers.factbook_pages.organisations import organisations
from app.importers.factbook_pages.pages import page, plain_name, unmarked
from app.importers.factbook_pages.spells import spells
from app.model.claim import Basis, Claim, Confidence
from tests.importers import makers

GROUPS = "Invented Front (IF); al-Qa'ida;<strong> </strong>Islamic Revolutionary Guard Corps/Qods Force (2019)"
DISPUTES = (
    "<p><em>Iran-Pakistan</em>: an invented hill is claimed by both</p> "
    "<p><em>Pakistan-China:</em> none identified</p>"
    "<p><em>Invented Sea</em>: it is disputed<br><br>"
    "<em>Pakistan-India</em>: they dispute a river, which was settled</p>"
)


def write(folder: Path, name: str, country: str, **fields: str) -> Path:
    """A page in the format of 2017 and later: sections, fields, texts."""
    sections: dict[str, Any] = {"Government": {"Country name": {"conventional short form": {"text": country}}}}
    known = {
        "borders": ("Geography", "Land boundaries"),
        "member": ("Government", "International organization participation"),
        "groups": ("Terrorism", "Terrorist group(s)"),
        "exports": ("Economy", "Exports - partners"),
        "imports": ("Economy", "Imports - partners"),
        "disputes": ("Transnational Issues", "Disputes - international"),
    }
    for key, text in fields.items():
        section, field = known[key]
        value: Any = {"border countries": {"text": text}} if key == "borders" else {"text": text}
        sections.setdefault(section, {})[field] = value
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(sections), encoding="utf-8")
    return path


def run(tmp_path: Path, *paths: Path, **options: Any) -> list[Claim]:
    """Import pages or folders, and the claims."""
    counts = makers.imported("factbook", list(paths), tmp_path / "out", **options)
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    assert len(makers.listed(tmp_path / "out", "rejected")) == counts.rejected + counts.partly
    return makers.claims(tmp_path / "out")


def said(claims: list[Claim], type_: str) -> list[tuple[str, str, str]]:
    """Subject, object and time of the claims of a type."""
    return [(c.subject, c.object, c.valid.edtf) for c in claims if c.type == type_]


def faults(tmp_path: Path) -> Mapping[str, str]:
    """The reasons of rejected rows by where they stand."""
    return {row["row"]: row["reason"] for row in makers.listed(tmp_path / "out", "rejected")}


def test_formats_of_the_years_say_the_same(tmp_path: Path) -> None:
    """The flat, lower-case form of 2014 and the nested one of later years are read alike."""
    old = {
        "govt": {"country_name": {"conventional_short_form": "Iran"}},
        "geo": {"land_boundaries": {"total": "909 km", "border_countries": "Pakistan 1,909 km"}},
        "econ": {"exports_partners": {"text": "China 22.1% (2012)"}},
    }
    folder = tmp_path / "2014"
    folder.mkdir()
    (folder / "ir-iran.json").write_text(json.dumps(old), encoding="utf-8")
    new = write(tmp_path / "2017", "ir.json", "Iran", borders="Pakistan 1909 km", exports="China 22.1% (2012)")
    one, two = page(folder / "ir-iran.json", "a"), page(new, "b")
    assert (one.year, two.year) == (2014, 2017)
    assert [(i.names, i.attributes, i.held) for i in items(one)] == [
        (i.names, i.attributes, i.held) for i in items(two)
    ]


def test_both_pages_tell_one_border(tmp_path: Path) -> None:
    """A border that both pages give with one length is one claim; with two lengths each page is heard."""
    write(tmp_path / "2017", "ir.json", "Iran", borders="Pakistan 959 km; Afghanistan 921 km")
    write(tmp_path / "2017", "pk.json", "Pakistan", borders="Iran 959 km")
    write(tmp_path / "2017", "af.json", "Afghanistan", borders="Iran 936 km")
    found = run(tmp_path, tmp_path / "2017")
    lengths = sorted((min(c.subject, c.object), c.attributes["length_km"]) for c in found)
    assert lengths == [("afghanistan", 921), ("afghanistan", 936), ("iran", 959)]
    assert all(c.asserted_by == ("cia-world-factbook",) and c.confidence is Confidence.HIGH for c in found)


def test_parts_of_a_country_are_scopes(tmp_path: Path) -> None:
    """`Russia (northwest)` and `Azerbaijan-proper` are parts of one country each."""
    text = "Russia (northeast) 4,133 km and Russia (northwest) 46 km, Azerbaijan-proper 432 km, Hong Kong 0.5 km"
    found = run(tmp_path, write(tmp_path / "2017", "ch.json", "China", borders=text))
    assert [(c.object, c.attributes.get("scope"), c.attributes["length_km"]) for c in found] == [
        ("country-ru", "northeast", 4133),
        ("country-ru", "northwest", 46),
        ("country-az", "proper", 432),
        ("country-hk", None, 0.5),
    ]


def test_roles_are_kept_apart(tmp_path: Path) -> None:
    """Member, observer and partner are roles; NGOs of a country are not the state; peacekeeping is no membership."""
    text = (
        "SCO (observer), ASEAN (sectoral dialogue partner), UN, ICC (NGOs), UNMIL, Invented Pact, NAM (something new)"
    )
    found = run(tmp_path, write(tmp_path / "2017", "pk.json", "Pakistan", member=text))
    assert [(c.type, c.object, c.attributes.get("role"), c.attributes.get("scope")) for c in found] == [
        ("member_of", "factbook-shanghai-cooperation-organisation", "observer", None),
        ("member_of", "factbook-association-of-southeast-asian-nations", "partner", "sectoral dialogue partner"),
        ("member_of", "factbook-united-nations", "full", None),
        ("participates_in", "factbook-jointforce-united-nations-mission-in-liberia", None, None),
        ("member_of", "factbook-invented-pact", "full", None),
    ]
    assert faults(tmp_path) == {
        "international organization participation 4": "not the state is a member of ICC but its NGOs",
        "international organization participation 7": "unknown role 'something new' in NAM",
    }
    assert [n.text for n in makers.entities(tmp_path / "out")["factbook-united-nations"].names] == ["UN"]


def test_presence_is_no_support(tmp_path: Path) -> None:
    """A listed group operates in the country; the listing is the Factbook's own, since no page names another."""
    found = run(tmp_path, write(tmp_path / "2021", "pk.json", "Pakistan", groups=GROUPS))
    assert Counter(c.type for c in found) == {"operates_in": 3, "designates_terrorist": 3}
    assert {c.subject for c in found if c.type == "designates_terrorist"} == {"cia-world-factbook"}
    assert "united-states" not in makers.entities(tmp_path / "out")
    listed = next(c for c in found if c.type == "designates_terrorist")
    assert (listed.basis, listed.confidence) == (Basis.IMPLIED, Confidence.MEDIUM)
    made = makers.entities(tmp_path / "out")
    assert made["factbook-invented-front"].type == "ArmedGroup"
    force = made["factbook-islamic-revolutionary-guard-corps-qods-force"]
    assert (force.type, force.organ_of) == ("Military", "iran")


def test_apostrophes_fold(tmp_path: Path) -> None:
    """A name with either apostrophe is one group."""
    write(tmp_path / "2021", "pk.json", "Pakistan", groups="al-Qa'ida")
    write(tmp_path / "2021", "ir.json", "Iran", groups="al-Qa’ida")
    found = run(tmp_path, tmp_path / "2021")
    assert {c.subject for c in found if c.type == "operates_in"} == {"factbook-al-qaida"}


def test_shares_hold_in_their_year(tmp_path: Path) -> None:
    """Trade is claimed for the year of the figures, with whose exports they are; without a year it is rejected."""
    path = write(tmp_path / "2017", "pk.json", "Pakistan", exports="US 13.1%, UAE 9% (2015 est.)", imports="China 28%")
    found = run(tmp_path, path)
    assert said(found, "trades_with") == [
        ("pakistan", "united-states", "2015"),
        ("pakistan", "country-ae", "2015"),
    ]
    assert found[0].attributes == {"direction": "exports", "share_pct": 13.1, "scope": "exports of Pakistan"}
    assert faults(tmp_path) == {"imports - partners 1": "no year is given for which the shares hold"}


def test_only_plain_disputes_are_taken(tmp_path: Path) -> None:
    """A pair of countries over words of a dispute is one; seas, settled matters and prose are rejected."""
    write(tmp_path / "2023", "pk.json", "Pakistan", disputes=DISPUTES)
    prose = "Iran and UAE dispute an invented island; talks about a dispute go on"
    write(tmp_path / "2023", "ir.json", "Iran", disputes=prose)
    found = run(tmp_path, tmp_path / "2023")
    assert said(found, "has_dispute_with") == [("iran", "country-ae", "2023/.."), ("iran", "pakistan", "2023/..")]
    assert all(c.confidence is Confidence.LOW for c in found)
    assert len(makers.listed(tmp_path / "out", "rejected")) == 4


def test_editions_make_intervals(tmp_path: Path) -> None:
    """What every later edition has holds from the first on; each edition is a source that says so."""
    for year in (2014, 2017, 2021):
        write(tmp_path / str(year), "pk.json", "Pakistan", borders=f"Iran {year} km")
    found = run(tmp_path, *(tmp_path / str(year) for year in (2021, 2014, 2017)))
    assert sorted((c.source, c.valid.edtf) for c in found) == [
        ("factbook-2014", "2014/.."),
        ("factbook-2017", "2014/.."),
        ("factbook-2021", "2014/.."),
    ]
    assert [(s.id, s.published, bool(s.published_inferred)) for s in makers.sources(tmp_path / "out")] == [
        ("factbook-2014", "2014", True),
        ("factbook-2017", "2017", True),
        ("factbook-2021", "2021", True),
    ]


def test_what_a_later_edition_lacks_is_attested_and_not_ended(tmp_path: Path) -> None:
    """A role that a later edition no longer has ran while editions had it; no claim says that it ended."""
    for year, role in ((2014, " (observer)"), (2017, " (observer)"), (2023, "")):
        write(tmp_path / str(year), "pk.json", "Pakistan", member=f"SCO{role}")
    found = run(tmp_path, *(tmp_path / str(year) for year in (2014, 2017, 2023)))
    assert [(c.attributes["role"], c.valid.edtf) for c in found] == [
        ("observer", "2014"),
        ("observer", "2014/2017"),
        ("full", "2023/.."),
    ]
    assert not any("ended" in c.attributes for c in found)


def test_a_page_that_is_missing_in_a_year_breaks_nothing(tmp_path: Path) -> None:
    """A year in which a country has no page says nothing about it."""
    write(tmp_path / "2014", "pk.json", "Pakistan", member="SCO")
    write(tmp_path / "2017", "ir.json", "Iran", member="UN")
    write(tmp_path / "2023", "pk.json", "Pakistan", member="SCO")
    found = run(tmp_path, *(tmp_path / str(year) for year in (2014, 2017, 2023)))
    assert {c.valid.edtf for c in found if c.subject == "pakistan"} == {"2014/.."}


@pytest.mark.parametrize(
    ("present", "editions", "expected"),
    [
        ([2014, 2017], [2014, 2017], {2014: "2014/..", 2017: "2014/.."}),
        ([2014], [2014, 2017], {2014: "2014"}),
        ([2014, 2017], [2014, 2017, 2021], {2014: "2014", 2017: "2014/2017"}),
        ([2014, 2021], [2014, 2017, 2021], {2014: "2014", 2021: "2021/.."}),
        ([2017], [2014, 2017], {2017: "2017/.."}),
    ],
)
def test_spells(present: list[int], editions: list[int], expected: dict[int, str]) -> None:
    """Open while later editions have it, attested where one lacks it, begun anew after a gap."""
    assert spells(present, editions) == expected


def test_pages_that_are_none_are_refused(tmp_path: Path) -> None:
    """A page without year or country, a file that is no page, and one date for all editions are refused."""
    with pytest.raises(InvalidValue, match="of which year"):
        run(tmp_path, write(tmp_path / "pages", "pk.json", "Pakistan"))
    with pytest.raises(InvalidValue, match="has the year of its folder"):
        run(tmp_path, write(tmp_path / "2014", "pk.json", "Pakistan"), published="2020")
    with pytest.raises(InvalidValue, match="no country name"):
        run(tmp_path, write(tmp_path / "2017", "xx.json", "none"))
    broken = tmp_path / "2021" / "pk.json"
    broken.parent.mkdir()
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(InvalidValue, match="not JSON"):
        run(tmp_path, broken)


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    """An import is idempotent, whatever the order in which folders are given."""
    for year in (2017, 2023):
        write(tmp_path / str(year), "pk.json", "Pakistan", member="SCO, UN", groups=GROUPS, disputes=DISPUTES)
    run(tmp_path, tmp_path / "2017", tmp_path / "2023")
    first = makers.contents(tmp_path / "out")
    run(tmp_path, tmp_path / "2017", tmp_path / "2023")
    assert makers.contents(tmp_path / "out") == first


def test_abbreviations_are_distinct_and_typed() -> None:
    """Each abbreviation has a name and a type that may be joined or taken part in."""
    ontology = makers.curated().ontology
    for known in organisations().values():
        allowed = ontology.relation_types["participates_in" if known.type == "JointForce" else "member_of"].range
        assert known.name
        assert ontology.fits(known.type, allowed)


# ---------------------------------------------------------------- the real pages


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of all real pages."""
    folders = [shared / "data" / "factbook" / year for year in ("2014", "2017", "2021", "2023")]
    output = tmp_path_factory.mktemp("factbook") / "out"
    counts = makers.imported("factbook", folders, output)
    assert counts.rows == counts.kept + counts.merged + counts.rejected > 2900
    return output


@pytest.mark.shared
def test_real_borders(real: Path) -> None:
    """The border of Iran and Pakistan is one state since 2014, measured anew in 2017."""
    found = [c for c in makers.claims(real) if c.type == "borders" and {c.subject, c.object} == {"iran", "pakistan"}]
    assert [(c.source[-4:], c.attributes["length_km"], c.valid.edtf) for c in found] == [
        ("2014", 909, "2014/.."),
        ("2017", 959, "2014/.."),
        ("2021", 959, "2014/.."),
        ("2023", 959, "2014/.."),
    ]


@pytest.mark.shared
def test_real_totals_add_up(shared: Path) -> None:
    """The lengths that are read from a page add up to the total that the page gives."""
    checked = 0
    for path in sorted((shared / "data" / "factbook").glob("*/*.json")):
        read = page(path, path.name)
        boundaries = read.fields.get("land boundaries", {})
        total = re.search(r"([\d,]+) km", unmarked(read.text("land boundaries", "total") or ""))
        lengths = [
            i.attributes["length_km"]
            for i in items(read)
            if i.kind == "border" and not i.fault and "regional" not in i.where
        ]
        if total and lengths and "regional borders" not in map(plain_name, boundaries):
            checked += 1
            given = int(total[1].replace(",", ""))
            assert abs(sum(lengths) - given) <= max(5, given * 0.01), (path, sum(lengths), given)
    assert checked > 20


@pytest.mark.shared
def test_real_roles_change_between_years(real: Path) -> None:
    """Pakistan goes from observer to member of the SCO, Afghanistan from observer to partner; nothing ends."""
    sco = [c for c in makers.claims(real) if c.object == "factbook-shanghai-cooperation-organisation"]
    roles = {
        who: [(c.source[-4:], c.attributes["role"]) for c in sco if c.subject == who]
        for who in ("pakistan", "afghanistan")
    }
    assert roles["pakistan"] == [("2014", "observer"), ("2017", "observer"), ("2021", "observer"), ("2023", "full")]
    assert [role for _, role in roles["afghanistan"]] == ["observer", "partner", "partner", "partner"]
    assert next(c.valid.edtf for c in sco if c.subject == "pakistan" and c.source.endswith("2021")) == "2014/2021"


@pytest.mark.shared
def test_real_groups_fold(real: Path) -> None:
    """One al-Qa'ida for both apostrophes, in every country that lists it; the Islamic State is the curated one."""
    present = [c for c in makers.claims(real) if c.type == "operates_in"]
    assert {c.subject for c in present if "qaida" in c.subject and "subcontinent" not in c.subject} == {
        "factbook-al-qaida"
    }
    assert {c.object for c in present if c.subject == "factbook-al-qaida"} >= {
        "iran",
        "pakistan",
        "india",
        "country-bd",
    }
    assert "islamic-state" in {c.subject for c in present}
    assert not any(c.type in ("supports", "shelters") for c in makers.claims(real))
