"""UCDP's external support: kinds tied to one supporter or pooled over several, years joined into spells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidValue, RealpolitikError
from app.importers.collector import Counts
from app.importers.drafting import Checker
from app.importers.ucdp_esd import EACH, KINDS
from app.model.claim import Claim, Confidence, HedgeKind, Modality
from app.model.dates import parse_edtf
from tests.importers.makers import claims, contents, curated, entities, imported, listed, sources

FLAGS = tuple(kind.column for kind in KINDS)
YEAR: Mapping[str, Any] = {
    "id": 1,
    "year": 1981,
    "actor_id": 901,
    "actor_name": "Hill Front",
    "actor_nonstate": 1,
    "oppo_name": "Government of Nepal",
    "country_a": "NA",
    "ext_id": "114",
    "ext_name": "Government of Iran",
    "ext_coalition_name": "0",
    "ext_count": 1,
    **dict.fromkeys(FLAGS, 0),
}
Change = Mapping[str, Any]
TWO: Change = {"ext_name": "Government of Iran,Hezbollah", "ext_id": "114,366", "ext_count": 2}


def rows(*changes: Change) -> list[dict[str, Any]]:
    """Actor-years that differ from the usual one by these cells."""
    return [{**YEAR, **change} for change in changes]


def written(path: Path, *changes: Change, without: tuple[str, ...] = ()) -> Path:
    """The table of these actor-years, as a workbook or as text."""
    columns = [name for name in YEAR if name not in without]
    lines = [columns, *([row[name] for name in columns] for row in rows(*changes))]
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for line in lines:
            sheet.append(line)
        book.save(path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    return path


def is_pooled(claim: Claim) -> bool:
    """Whether the claim says that its kind of support is shared."""
    return claim.attributes.get("attribution") == "pooled"


def found(tmp_path: Path, *changes: Change) -> list[tuple[str, str, str, str]]:
    """What the actor-years say: supporter, type, supported, years."""
    imported("ucdp-esd", written(tmp_path / "esd.xlsx", *changes), tmp_path / "out")
    return [(c.subject, c.type, c.object, c.valid.edtf) for c in claims(tmp_path / "out")]


@pytest.mark.parametrize(
    ("flag", "type_", "attributes"),
    [
        ("ext_x", "deploys_troops_for", {}),
        ("ext_p", "deploys_troops_for", {"scope": "foreign troop presence"}),
        ("ext_y", "cooperates_militarily_with", {"scope": "joint operations or infrastructure"}),
        ("ext_w", "arms", {"scope": "weapons"}),
        ("ext_m", "arms", {"scope": "materiel"}),
        ("ext_t", "trains", {}),
        ("ext_f", "funds", {}),
        ("ext_i", "shares_intelligence_with", {}),
        ("ext_o", "supports", {"scope": "another kind of support"}),
        ("ext_u", "supports", {"scope": "kind not known"}),
    ],
)
def test_each_flag_is_a_kind_of_support(flag: str, type_: str, attributes: dict[str, str], tmp_path: Path) -> None:
    """One supporter: the kind is tied to it, with high confidence, in UCDP's voice."""
    assert found(tmp_path, {flag: 1}) == [("government-of-iran", type_, "ucdp-actor-901", "1981/1981")]
    (claim,) = claims(tmp_path / "out")
    assert dict(claim.attributes) == attributes
    assert (claim.asserted_by, claim.modality) == (("ucdp",), Modality.FACT)
    assert (claim.confidence, claim.hedge) == (Confidence.HIGH, None)
    assert "in conflict with Government of Nepal" in claim.evidence[0].note
    (source,) = sources(tmp_path / "out")
    assert (source.published, bool(source.published_inferred)) == ("1982", True)
    assert entities(tmp_path / "out")["ucdp-actor-901"].label == "Hill Front"


def test_territory_is_the_states_and_known(tmp_path: Path) -> None:
    """A government that gives access to territory: its state shelters, knowingly."""
    assert found(tmp_path, {"ext_l": 1}) == [("iran", "shelters", "ucdp-actor-901", "1981/1981")]
    assert claims(tmp_path / "out")[0].attributes == {"consent": "knowing"}


def test_what_the_ontology_has_no_word_for_is_support(tmp_path: Path) -> None:
    """Territory for a government is support, limited to that; nothing is bent or lost."""
    state = {"actor_name": "Government of Nepal", "actor_nonstate": 0, "actor_id": 145, "ext_l": 1}
    assert found(tmp_path, state) == [("iran", "supports", "country-np", "1981/1981")]
    assert claims(tmp_path / "out")[0].attributes == {"scope": "access to territory"}


def test_flags_of_several_supporters_stay_pooled(tmp_path: Path) -> None:
    """Two supporters: that either gave weapons is a possibility, hedged and with low confidence, and never a fact."""
    assert found(tmp_path, {**TWO, "ext_w": 1}) == [
        ("government-of-iran", "arms", "ucdp-actor-901", "1981/1981"),
        ("government-of-iran", "supports", "ucdp-actor-901", "1981/1981"),
        ("ucdp-actor-366", "arms", "ucdp-actor-901", "1981/1981"),
        ("ucdp-actor-366", "supports", "ucdp-actor-901", "1981/1981"),
    ]
    arms = [claim for claim in claims(tmp_path / "out") if claim.type == "arms"]
    for claim in arms:
        assert claim.attributes == {"scope": "weapons", "attribution": "pooled"}
        assert (claim.modality, claim.confidence) == (Modality.HYPOTHETICAL, Confidence.LOW)
        assert claim.hedge
        assert (claim.hedge.kind, claim.hedge.words) == (HedgeKind.MAY, "one or several of 2 supporters")
        assert "shared by 2 supporters" in claim.evidence[0].note
    assert entities(tmp_path / "out")["ucdp-actor-366"].type == "Actor"


def test_each_of_several_supporters_gave_support(tmp_path: Path) -> None:
    """What the table states of each of two supporters is a fact: support, in one or several of the row's kinds."""
    found(tmp_path, {**TWO, "ext_w": 1, "ext_f": 1}, {"year": 1982, **TWO, "ext_t": 1}, {"year": 1983, "ext_t": 1})
    tied = [c for c in claims(tmp_path / "out") if c.type == "supports"]
    assert [(c.subject, c.valid.edtf) for c in tied] == [
        ("government-of-iran", "1981/1982"),
        ("ucdp-actor-366", "1981/1982"),
    ]
    for claim in tied:
        assert claim.attributes == {"scope": "one or several of the kinds coded"}
        assert (claim.modality, claim.confidence, claim.hedge) == (Modality.FACT, Confidence.HIGH, None)
        assert claim.asserted_by == ("ucdp",)
        assert claim.evidence[0].note == (
            "UCDP codes support by each of several supporters for each year from 1981 to 1982, "
            "in conflict with Government of Nepal."
        )


def test_a_pooled_kind_without_a_word_of_its_own_is_no_fact_either(tmp_path: Path) -> None:
    """Support of another kind, and territory for a government: pooled, both stay apart from the support of each."""
    state = {"actor_name": "Government of Nepal", "actor_nonstate": 0, "actor_id": 145}
    found(tmp_path, {**TWO, **state, "ext_l": 1, "ext_o": 1})
    iran = [c for c in claims(tmp_path / "out") if c.subject in ("iran", "government-of-iran")]
    assert {c.type for c in iran} == {"supports"}
    assert sorted((c.subject, c.modality, c.attributes["scope"]) for c in iran) == [
        ("government-of-iran", "fact", "one or several of the kinds coded"),
        ("government-of-iran", "hypothetical", "another kind of support"),
        ("iran", "hypothetical", "access to territory"),
    ]


def test_consecutive_years_are_one_spell(tmp_path: Path) -> None:
    """A run of years is one claim; a gap begins another; rows that go on with a claim are merged."""
    years = [{"year": year, "ext_t": 1} for year in (1983, 1981, 1982, 1990)]
    assert [years_ for _, _, _, years_ in found(tmp_path, *years)] == ["1981/1983", "1990/1990"]
    counts = imported("ucdp-esd", tmp_path / "esd.xlsx", tmp_path / "out")
    assert (counts.rows, counts.kept, counts.merged, counts.rejected, counts.claims) == (4, 2, 2, 0, 2)


def test_tied_and_pooled_years_are_apart(tmp_path: Path) -> None:
    """Where the pool changes to one supporter, the spell ends and a tied one begins."""
    found(tmp_path, {"ext_f": 1, **TWO}, {"year": 1982, "ext_f": 1}, {"year": 1983, "ext_f": 1, **TWO})
    iran = [c for c in claims(tmp_path / "out") if c.subject == "government-of-iran"]
    assert [(c.type, c.valid.edtf, c.modality, is_pooled(c)) for c in iran] == [
        ("funds", "1981/1981", Modality.HYPOTHETICAL, True),
        ("funds", "1982/1982", Modality.FACT, False),
        ("funds", "1983/1983", Modality.HYPOTHETICAL, True),
        ("supports", "1981/1981", Modality.FACT, False),
        ("supports", "1983/1983", Modality.FACT, False),
    ]


def test_a_pool_that_changes_its_size_runs_on(tmp_path: Path) -> None:
    """Years pooled over two and over three supporters are one spell, whose hedge names both sizes."""
    three = {"ext_name": "Government of Iran,Hezbollah,Amal", "ext_id": "114,366,367", "ext_count": 3}
    found(tmp_path, {"ext_f": 1, **TWO}, {"year": 1982, "ext_f": 1, **three})
    claim, support = (c for c in claims(tmp_path / "out") if c.subject == "government-of-iran")
    assert (support.type, support.valid.edtf) == ("supports", "1981/1982")
    assert claim.valid.edtf == "1981/1982"
    assert claim.hedge
    assert claim.hedge.words == "one or several of 2 to 3 supporters"


def test_rows_of_one_year_merge(tmp_path: Path) -> None:
    """Two conflicts in one year are one claim; what is tied in one of them is tied."""
    assert found(
        tmp_path, {"ext_w": 1, "oppo_name": "Lake Front", **TWO}, {"ext_w": 1, "oppo_name": "Government of Nepal"}
    ) == [
        ("government-of-iran", "arms", "ucdp-actor-901", "1981/1981"),
        ("government-of-iran", "supports", "ucdp-actor-901", "1981/1981"),
        ("ucdp-actor-366", "arms", "ucdp-actor-901", "1981/1981"),
        ("ucdp-actor-366", "supports", "ucdp-actor-901", "1981/1981"),
    ]
    tied, support, pooled, _ = claims(tmp_path / "out")
    assert "Lake Front" in support.evidence[0].note
    assert "attribution" not in tied.attributes
    assert (tied.modality, pooled.modality) == (Modality.FACT, Modality.HYPOTHETICAL)
    assert "Government of Nepal" in tied.evidence[0].note
    assert "Lake Front" not in tied.evidence[0].note
    assert pooled.attributes["attribution"] == "pooled"


def test_a_comma_with_a_blank_belongs_to_the_name(tmp_path: Path) -> None:
    """Names of parties may hold commas; the number of ids says whether they were told apart rightly."""
    supporters = {"ext_name": "Junta for Peace, Justice and Bread,al-Amal ", "ext_id": "549,367", "ext_count": 2}
    found(tmp_path, {"ext_f": 1, **supporters})
    own = entities(tmp_path / "out")
    assert own["ucdp-actor-549"].label == "Junta for Peace, Justice and Bread"
    assert own["ucdp-actor-367"].label == "al-Amal"


def test_coalitions_stand_in_the_note(tmp_path: Path) -> None:
    """The coalition is told, and tied to nobody."""
    found(tmp_path, {"ext_f": 1, "ext_coalition_name": "Lake Coalition", **TWO})
    for claim in claims(tmp_path / "out"):
        assert "coalition named in the table: Lake Coalition" in claim.evidence[0].note
        assert claim.via is None


def test_governments_that_act_together_are_supported_together(tmp_path: Path) -> None:
    """Support for several governments on one side is a claim for each, and says that the pairing is not stated."""
    joint = {"actor_name": "Government of Nepal, Government of India", "actor_nonstate": 0, "ext_f": 1}
    assert [object_ for _, _, object_, _ in found(tmp_path, joint)] == ["country-np", "india"]
    assert all(c.attributes["collective"] is True for c in claims(tmp_path / "out"))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"ext_name": "", "ext_id": "", "ext_count": 0}, "no external support is coded for this year"),
        ({}, "supporters are named, but no support"),
        ({"ext_name": "", "ext_id": "", "ext_count": 0, "ext_w": 1}, "support is coded, but nobody gives it"),
        ({"ext_w": 1, "ext_id": "114,115"}, "1 names, 2 ids and a count of 1"),
        ({"ext_w": 1, "ext_name": "Government of Iran,"}, "2 names, 1 ids and a count of 1"),
        ({"ext_w": 1, "ext_count": 2}, "1 names, 1 ids and a count of 2"),
        ({"ext_w": 1, "ext_count": None}, "ext_count '' is no whole number"),
        ({"ext_w": 1, "ext_id": "x"}, "ext_id 'x' is no number"),
        ({"ext_w": "NA"}, "ext_w 'NA' is neither 0 nor 1"),
        ({"ext_w": None}, "ext_w '' is neither 0 nor 1"),
        ({"ext_w": 1, "year": "soon"}, "year 'soon' is no whole number"),
        ({"ext_w": 1, "year": 81}, "year 81 is no year"),
        ({"ext_w": 1, "actor_name": None}, "actor_name names nobody"),
        ({"ext_w": 1, "ext_name": "Hill Front", "ext_id": "901"}, "both ends are 'ucdp-actor-901'"),
    ],
)
def test_a_row_that_gives_nothing_is_rejected(cells: Change, reason: str, tmp_path: Path) -> None:
    """Each row without a claim is listed with its reason; the others stay."""
    counts = imported("ucdp-esd", written(tmp_path / "esd.xlsx", {"ext_t": 1}, cells), tmp_path / "out")
    assert (counts.rows, counts.kept, counts.merged, counts.rejected) == (2, 1, 0, 1)
    (line,) = listed(tmp_path / "out", "rejected")
    assert (line["file"], line["row"]) == ("esd.xlsx", "2")
    assert reason in line["reason"]


def test_a_part_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """A supporter that is the party itself is left out, and the row that is kept says so."""
    supporters = {"ext_name": "Government of Iran,Hill Front", "ext_id": "114,901", "ext_count": 2}
    counts = imported("ucdp-esd", written(tmp_path / "esd.xlsx", {"ext_f": 1, **supporters}), tmp_path / "out")
    assert (counts.kept, counts.rejected, counts.partly, counts.claims) == (1, 0, 1, 2)
    assert listed(tmp_path / "out", "rejected")[0]["reason"] == "in part: both ends are 'ucdp-actor-901'"


def test_text_and_workbook_say_the_same(tmp_path: Path) -> None:
    """The table as .csv gives the same claims."""
    changes = ({"ext_w": 1, **TWO}, {"year": 1982, "ext_l": 1})
    imported("ucdp-esd", written(tmp_path / "esd.csv", *changes), tmp_path / "text")
    imported("ucdp-esd", written(tmp_path / "esd.xlsx", *changes), tmp_path / "book")
    assert claims(tmp_path / "text") == claims(tmp_path / "book")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """The message says which columns are missing."""
    with pytest.raises(InvalidValue, match="no column ext_count; no ext_w"):
        imported("ucdp-esd", written(tmp_path / "esd.xlsx", without=("ext_w", "ext_count")), tmp_path / "out")


CELLS = st.one_of(st.text(max_size=9), st.integers(-3, 3000), st.none(), st.booleans(), st.floats(allow_nan=False))


@given(st.lists(st.dictionaries(st.sampled_from(sorted(YEAR)), CELLS, max_size=5), max_size=3))
def test_no_cell_breaks_the_import(tmp_path_factory: pytest.TempPathFactory, changes: list[dict[str, Any]]) -> None:
    """Whatever stands in the cells, rows are kept, merged or rejected, or the file refused: nothing else is raised."""
    folder = tmp_path_factory.mktemp("cells")
    try:
        counts = imported("ucdp-esd", written(folder / "esd.csv", {"ext_w": 1}, *changes), folder / "out")
    except RealpolitikError:
        return
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    for claim in claims(folder / "out"):
        parse_edtf(claim.valid.edtf)


@dataclass(frozen=True)
class Real:
    """The real file, its rows, and what an import made of it."""

    path: Path
    rows: list[dict[str, Any]]
    out: Path
    counts: Counts


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Real:
    """The table of actor-years, imported once."""
    path = shared / "data" / "ucdp" / "esd_actor_year_18_1.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    lines = book.worksheets[0].iter_rows(values_only=True)
    header = [str(name) for name in next(lines)]
    found_rows = [dict(zip(header, line, strict=True)) for line in lines]
    book.close()
    out = tmp_path_factory.mktemp("real") / "out"
    return Real(path, found_rows, out, imported("ucdp-esd", path, out))


def years_of(claim: Claim) -> range:
    """The years of a spell."""
    first, last = claim.valid.edtf.split("/")
    return range(int(first), int(last) + 1)


@pytest.mark.shared
def test_the_real_table(real: Real) -> None:
    """4,781 actor-years, 3,006 with support, 1,604 by one alone: totals add up and claims fit."""
    table, counts, folder = real.rows, real.counts, real.out
    assert counts.rows == len(table) == 4781
    assert counts.rows == counts.kept + counts.merged + counts.rejected
    reasons = Counter(line["reason"] for line in listed(folder, "rejected"))
    assert reasons.pop("no external support is coded for this year") == 4781 - 3006
    assert sum(reasons.values()) == 3  # two ids and one name

    out, own = claims(folder), entities(folder)
    assert len(out) == counts.claims
    types = {e.id: e.type for e in curated().entities} | {e.id: e.type for e in own.values()}
    checker = Checker(curated().ontology, types.get)
    assert [faults for claim in out if (faults := checker.faults(claim))] == []
    alone = [row for row in table if row["ext_count"] == 1]
    assert len(alone) == 1604
    # A kind is a fact only in years in which a row has one supporter and codes it; elsewhere it is a possibility.
    wanted = {(row["year"], kind.words) for row in alone for kind in KINDS if row[kind.column]}
    pooled = [c for c in out if is_pooled(c)]
    support = [c for c in out if words(c) == EACH.words]
    tied = [c for c in out if not is_pooled(c) and words(c) != EACH.words]
    assert {(year, words(c)) for c in tied for year in years_of(c)} == wanted
    assert (len(tied), len(support), len(pooled)) == (1207, 1855, 9389)
    assert {(c.modality, c.confidence, c.hedge) for c in tied + support} == {(Modality.FACT, Confidence.HIGH, None)}
    assert {(c.modality, c.confidence) for c in pooled} == {(Modality.HYPOTHETICAL, Confidence.LOW)}
    assert all(c.hedge and c.hedge.kind is HedgeKind.MAY for c in pooled)
    assert {(c.type, c.attributes["scope"]) for c in support} == {("supports", EACH.attributes["scope"])}
    assert not any(r["name"].startswith("Government") for r in listed(folder, "unresolved"))


def words(claim: Claim) -> str:
    """The kind of support that the note names."""
    return claim.evidence[0].note.removeprefix("UCDP codes ").split(" for ")[0]


@pytest.mark.shared
def test_each_supporter_of_the_real_table_is_said_to_support(real: Real) -> None:
    """For each year, as many claims of support hold as supporters are named in rows of several, party by party."""
    unclear = {int(line["row"]) for line in listed(real.out, "rejected")}
    named = {
        (row["year"], row["actor_id"], supporter.strip())
        for number, row in enumerate(real.rows, start=1)
        if row["ext_count"] > 1 and "," not in row["actor_name"] and number not in unclear
        for supporter in str(row["ext_id"]).split(",")
    }
    support = [c for c in claims(real.out) if words(c) == EACH.words and "collective" not in c.attributes]
    held = Counter(year for c in support for year in years_of(c))
    assert held == Counter(year for year, _, _ in named)


@pytest.mark.shared
def test_what_the_real_table_says_of_one_party(real: Real) -> None:
    """The supporters of KDPI, and PUK's territory in 1987, are those of the table."""
    folder = real.out
    labels = {e.id: e.label for e in entities(folder).values()}
    kdpi = next(key for key, label in labels.items() if label == "KDPI")
    told = {
        (labels.get(c.subject, c.subject), c.type, c.valid.edtf, c.modality.value)
        for c in claims(folder)
        if c.object == kdpi
    }
    assert told == {
        ("Iraq", "arms", "1981/1981", "hypothetical"),
        ("PUK", "arms", "1981/1981", "hypothetical"),
        ("Iraq", "cooperates_militarily_with", "1981/1981", "hypothetical"),
        ("PUK", "cooperates_militarily_with", "1981/1981", "hypothetical"),
        ("PUK", "cooperates_militarily_with", "1982/1983", "fact"),
        ("PUK", "shelters", "1987/1987", "fact"),
        ("Iraq", "supports", "1981/1981", "fact"),
        ("PUK", "supports", "1981/1981", "fact"),
        ("Israel", "supports", "1993/1993", "fact"),
        ("Israel", "supports", "1996/1996", "fact"),
    }
    taliban = [c for c in claims(folder) if "taliban" in (c.subject, c.object)]
    assert taliban


@pytest.mark.shared
def test_the_real_table_again(real: Real) -> None:
    """Imported once more over the first, the table gives the same bytes."""
    first = contents(real.out)
    assert imported("ucdp-esd", real.path, real.out) == real.counts
    assert contents(real.out) == first
