"""Finding entities by name: aliases, diacritics, scripts, romanisations, typos, and an order that stays."""

from __future__ import annotations

import pytest

from app.engines.columnar.search import CANDIDATES, LONGEST_QUERY
from app.engines.columnar.view import ColumnarView
from tests.worlds import World, handle, name, names, view


@pytest.fixture(scope="module")
def seen() -> ColumnarView:
    return view(names())


def found(seen: ColumnarView, text: str, limit: int = 5) -> list[str]:
    return [seen.entity(hit.entity).id for hit in seen.search(text, limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # names, aliases, abbreviations, ids
        ("Iran", "iran"),
        ("islamic republic of iran", "iran"),
        ("Turkey", "turkiye"),
        ("TTP", "tehrik-e-taliban-pakistan"),
        ("tehrik-e-taliban-pakistan", "tehrik-e-taliban-pakistan"),
        # letter case, diacritics, punctuation
        ("TURKIYE", "turkiye"),
        ("türkiye", "turkiye"),
        ("peoples front", "peoples-front"),
        ("People’s Front", "peoples-front"),
        ("qasem  soleimani", "qasem-soleimani"),
        # beginnings and parts
        ("tehrik taliban", "tehrik-e-taliban-pakistan"),
        ("tehrik", "tehrik-e-taliban-pakistan"),
        ("soleimani", "qasem-soleimani"),
        ("islamic rep", "iran"),
        ("pakistan taliban", "tehrik-e-taliban-pakistan"),
        # romanisations
        ("Taleban", "taliban"),
        ("Tahreek-e-Taleban Pakistan", "tehrik-e-taliban-pakistan"),
        ("Tahrik i Taliban", "tehrik-e-taliban-pakistan"),
        ("Kasim Sulaymani", "qasem-soleimani"),
        ("Qassem Suleimany", "qasem-soleimani"),
        # scripts and keyboards
        ("طالبان", "taliban"),
        ("تحریک طالبان پاکستان", "tehrik-e-taliban-pakistan"),
        ("تحریک", "tehrik-e-taliban-pakistan"),
        ("تحريك طالبان باكستان", "tehrik-e-taliban-pakistan"),
        ("ایران", "iran"),
        ("ايران", "iran"),
        ("إيران", "iran"),
        ("قاسم سليماني", "qasem-soleimani"),
        ("Россия", "russia"),
        ("россии", "russia"),
        # typos
        ("Irann", "iran"),
        ("Turkiey", "turkiye"),
        ("Soliemani", "qasem-soleimani"),
        ("Talibna", "taliban"),
        ("Rusia", "russia"),
        ("patriotc front", "patriotic-front"),
    ],
)
def test_what_is_meant_comes_first(seen: ColumnarView, text: str, first: str) -> None:
    """However a name is typed, the entity that is meant is the first hit."""
    assert found(seen, text)[0] == first


@pytest.mark.parametrize("text", ["", "   ", "!?", "_", "xyzzy", "日本"])
def test_nothing_is_found_where_nothing_is_alike(seen: ColumnarView, text: str) -> None:
    """Blanks, punctuation and what resembles no name find nothing."""
    assert found(seen, text) == []


def test_a_hit_shows_the_name_that_matched(seen: ColumnarView) -> None:
    """An exact name scores 100 and is shown as it is written; the romanisation that matched is shown as well."""
    best = seen.search("россия", 1)[0]
    assert (best.name, best.score) == ("Россия", 100.0)
    assert seen.search("Tahrik-i-Taleban", 1)[0].name in ("Tehreek-i-Taliban Pakistan", "Tehrik-e-Taliban Pakistan")


def test_hits_come_best_first_and_once(seen: ColumnarView) -> None:
    """Scores fall from hit to hit, stay between 60 and 100, and no entity comes twice."""
    for text in ("tehran", "iran", "front", "taliban", "PF"):
        hits = seen.search(text, 50)
        scores = [h.score for h in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(60 <= s <= 100 for s in scores)
        assert len({h.entity for h in hits}) == len(hits)


def test_a_limit_is_kept(seen: ColumnarView) -> None:
    """No more than asked for, and none for nothing; the best ones stay."""
    assert found(seen, "taliban", 2) == found(seen, "taliban", 50)[:2]
    assert found(seen, "taliban", 0) == []
    assert found(seen, "taliban", -1) == []


def test_equal_hits_come_by_degree_then_id() -> None:
    """Of two with the same name the better connected comes first, then the first by id."""
    world = World()
    for key in ("front-c", "front-a", "front-b"):
        world.group(key, "The Front")
    world.claim("front-c", "supports", "front-b")
    world.claim("front-c", "supports", "ruritania")
    assert found(view(world), "the front", 3) == ["front-c", "front-b", "front-a"]


def test_exact_names_know_no_likeness(seen: ColumnarView) -> None:
    """Looked up exactly, a name is itself in any case and script, and nothing that is only alike."""
    assert seen.named("IRAN") == (handle(seen, "iran"),)
    assert [seen.entity(h).id for h in seen.named("pf")] == ["patriotic-front", "peoples-front"]
    assert seen.named("Irann") == ()
    assert seen.named("iranian government") == (handle(seen, "iranian-government"),)
    assert seen.named("") == ()


def test_an_entity_with_one_name_twice_is_listed_once() -> None:
    """A label that is repeated among the names, or is the id, makes one entry."""
    world = World()
    world.state("ruritania", "Ruritania", names=["Ruritania", name("RURITANIA", "official")])
    seen = view(world)
    assert seen.named("ruritania") == (0,)


def test_a_long_query_is_cut_and_not_refused(seen: ColumnarView) -> None:
    """Beyond the longest query the rest is not looked at."""
    assert found(seen, "iran" + " " * LONGEST_QUERY + "xyzzy" * 1000) == found(seen, "iran")


def test_the_same_names_are_looked_at_in_every_run() -> None:
    """With more equally likely names than are looked at, those that stand first are: no order of sets decides."""
    world = World()
    for number in range(CANDIDATES + 50):
        world.group(f"g-{number:04d}", f"Brigade {number:04d}")
    seen = view(world)
    assert found(seen, "brigade", 1000) == [f"g-{number:04d}" for number in range(CANDIDATES)]


def test_of_equal_names_the_first_is_shown() -> None:
    """Where two names of one entity match equally well, the one given first is shown."""
    world = World()
    world.group("front", "F", names=["Western Brigade", "Eastern Brigade", "Northern Brigade"])
    assert {view(world).search("brigade", 1)[0].name for _ in range(3)} == {"Western Brigade"}
