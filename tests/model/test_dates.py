"""EDTF dates and the rulings T1 to T6: each ruling has tests named after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidDate
from app.graph import shapes
from app.model.dates import (
    LONGEST_EDTF,
    OPEN_END,
    OPEN_START,
    Bounds,
    Point,
    event_bounds,
    iso_day,
    parse_edtf,
    parse_query_date,
    parse_span,
    state_bounds,
)
from tests.worlds import World, match, view


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def state(edtf: str) -> Bounds:
    return state_bounds(parse_edtf(edtf))


def event(edtf: str) -> Bounds:
    return event_bounds(parse_edtf(edtf))


def certain_days(bounds: Bounds) -> range:
    return range(bounds.certain_from, bounds.certain_to)


def point(edtf: str) -> Point:
    start = parse_edtf(edtf).start
    assert isinstance(start, Point)
    return start


# ---------------------------------------------------------------- what an expression says


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-04", "2019-04-01", "2019-04-30", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2019-04-18", "2019-04-18", "2019-04-18", "day"),
        ("2019-21", "2019-03-01", "2019-05-31", "season"),
        ("2019-22", "2019-06-01", "2019-08-31", "season"),
        ("2019-23", "2019-09-01", "2019-11-30", "season"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2019-XX", "2019-01-01", "2019-12-31", "year"),
        ("2019-XX-XX", "2019-01-01", "2019-12-31", "year"),
        ("2019-04-XX", "2019-04-01", "2019-04-30", "month"),
    ],
)
def test_a_date_names_a_span(text: str, first: str, last: str, precision: str) -> None:
    """A date of any precision names the days from the first to the last that it may mean."""
    one = point(text)
    assert (iso_day(one.first), iso_day(one.last), one.precision) == (first, last, precision)
    assert (one.named_first, one.named_last) == (one.first, one.last)


@pytest.mark.parametrize(
    "text",
    ["2019/2020", "2019-04~/..", "../2019-04-18", "2019/", "/2019", "2019?/2020%", "2019-21/2019-23", "2019/2019-06"],
)
def test_an_interval_has_two_ends(text: str) -> None:
    """An interval is read with what stands at each end: a date, two dots for open, nothing for unknown."""
    parsed = parse_edtf(text)
    left, right = text.split("/")
    assert parsed.interval
    for end, written in ((parsed.start, left), (parsed.end, right)):
        assert end == ({"..": "open", "": "unknown"}.get(written) or point(written))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2019 ", " 2019", "2019\n", "19", "20190", "2019-4", "2019-00", "2019-13", "2019-25", "2019-04-00",
        "2019-04-31", "2019-02-29", "0000", "000X", "XXXX", "2019-22-XX", "2019~~", "~2019", "2019–04", "2019.04",
        "04/2019", "2019-04-18T10:00", "now", "today", "２０１９", "٢٠١٩", "..", "/", "../..", "../", "/..",
        "2019/2020/2021", "2019//2020", "[2018,2019]", "2019-04-18/..~", "-2019", "Y12019", "null",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused(text: str) -> None:
    """What is not EDTF is refused with a hint at what would be right, never guessed at."""
    with pytest.raises(InvalidDate, match=r"YYYY|neither|calendar"):
        parse_edtf(text)


def test_a_reversed_interval_is_refused_with_the_right_one() -> None:
    """An interval that ends before it starts is refused, and the message turns it round."""
    with pytest.raises(InvalidDate, match="write 2018/2019"):
        parse_edtf("2019/2018")


def test_an_interval_may_end_in_the_span_it_starts_in() -> None:
    """Ends of different precision are reversed only where no reading of them is in order."""
    assert parse_edtf("2019-06/2019").interval
    assert parse_edtf("2019/2019-01").interval
    with pytest.raises(InvalidDate):
        parse_edtf("2019-06/2019-05-31")


def test_a_long_text_is_refused_unread() -> None:
    """A text longer than any date is refused by its length."""
    with pytest.raises(InvalidDate, match=f"longer than {LONGEST_EDTF}"):
        parse_edtf("2019/" * 1000)


@given(st.text(alphabet="0123456789-/~?%.X ", max_size=24) | st.text(max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is either read, with its ends in order, or refused as an invalid date."""
    try:
        parsed = parse_edtf(text)
    except InvalidDate:
        return
    assert parsed.text == text
    for bounds in (state_bounds(parsed), event_bounds(parsed)):
        assert bounds.possible_from < bounds.possible_to
        if bounds.certain_from < bounds.certain_to:
            assert bounds.possible_from <= bounds.certain_from
            assert bounds.certain_to <= bounds.possible_to


# ---------------------------------------------------------------- T1


def test_t1_an_interval_is_possible_from_the_first_to_the_last_day_of_its_ends() -> None:
    """A/B is possible in [first(A), day after last(B))."""
    bounds = state("2014/2017-03")
    assert (iso_day(bounds.possible_from), iso_day(bounds.possible_to)) == ("2014-01-01", "2017-04-01")


def test_t1_an_interval_is_certain_between_the_inner_days_of_its_ends() -> None:
    """A/B is certain in [last(A), day after first(B))."""
    bounds = state("2014/2017-03")
    assert (iso_day(bounds.certain_from), iso_day(bounds.certain_to)) == ("2014-12-31", "2017-03-02")


def test_t1_a_short_vague_interval_is_certain_on_no_day() -> None:
    """Where the ends overlap, no day lies in the interval under all readings."""
    assert not certain_days(state("2019/2019"))
    assert not certain_days(state("2019~/2020"))


def test_t1_two_dots_are_an_open_end() -> None:
    """`..` is open: what has no end holds on every later day, certainly too."""
    bounds = state("2016/..")
    assert (bounds.possible_to, bounds.certain_to) == (OPEN_END, OPEN_END)
    bounds = state("../2016")
    assert (bounds.possible_from, bounds.certain_from) == (OPEN_START, OPEN_START)
    assert iso_day(bounds.certain_to) == "2016-01-02"


@pytest.mark.parametrize("edtf", ["2016/", "/2016", "2016-04-18/", "/2016-04-18"])
def test_t1_an_interval_with_an_unknown_end_is_certain_on_no_day(edtf: str) -> None:
    """An empty end is unknown: possible on every day on its side, certain on none (decision record 0023)."""
    bounds = state(edtf)
    assert OPEN_END in (bounds.possible_to, -bounds.possible_from)
    assert not certain_days(bounds)
    world = World()
    world.claim("ruritania", "supports", "rebels", valid=edtf)
    seen = view(world)
    for window in ("2016", "2010/2020", "../2016", "2016/..", "../2030", "2010/.."):
        assert match(seen, "ruritania.supports.rebels", during=window)
        assert not match(seen, "ruritania.supports.rebels", during=window, certainty="certain")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_t1_an_interval_of_days_is_certain_on_each_of_them(start: date, length: int) -> None:
    """Between two precise days every day is certain, and no other is even possible."""
    end = start + timedelta(days=length)
    bounds = state(f"{start}/{end}")
    assert range(bounds.possible_from, bounds.possible_to) == certain_days(bounds)
    assert certain_days(bounds) == range(start.toordinal(), end.toordinal() + 1)


# ---------------------------------------------------------------- T2


def test_t2_a_state_still_holding_has_an_open_end() -> None:
    """A state that held when the document was written holds possibly and certainly on every later day."""
    bounds = state("2016~/..")
    assert iso_day(bounds.possible_from) == "2015-01-01"
    assert iso_day(bounds.certain_from) == "2017-12-31"
    assert bounds.possible_to == bounds.certain_to == OPEN_END


def test_t2_undated_present_tense_holds_from_the_day_of_publication() -> None:
    """`<published>/..` holds from the first possible day of publication on, and is marked as inferred."""
    world = World()
    world.source("gazette", published="2019-05-20")
    world.claim("ruritania", "tense_with", "graustark")
    seen = view(world)
    assert match(seen, "graustark.tense_with.ruritania", as_of="2019-05-19") is None
    assert match(seen, "graustark.tense_with.ruritania", as_of="2031", certainty="certain") is not None
    assert seen.claim(0).valid.inferred


# ---------------------------------------------------------------- T3


def test_t3_a_single_date_on_a_state_means_attested_then() -> None:
    """A single date D on a state says that it held then: possible from first(D) on, with no end."""
    bounds = state("2019-04-18")
    assert (iso_day(bounds.possible_from), bounds.possible_to) == ("2019-04-18", OPEN_END)
    assert certain_days(bounds) == range(day("2019-04-18"), day("2019-04-19"))


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2019-04", "2019-04-01", "2019-05-01"),
        ("2019", "2019-01-01", "2020-01-01"),
        ("2019-22", "2019-06-01", "2019-09-01"),
        ("2019?", "2019-01-01", "2020-01-01"),
        ("201X", "2010-01-01", "2020-01-01"),
    ],
)
def test_t3_a_precise_date_is_certain_on_all_its_days(edtf: str, first: str, after: str) -> None:
    """A state attested on a date of any precision is certain on all days that the date names (decision record 0020)."""
    bounds = state(edtf)
    assert certain_days(bounds) == range(day(first), day(after))
    assert (iso_day(bounds.possible_from), bounds.possible_to) == (first, OPEN_END)


@pytest.mark.parametrize("edtf", ["2019-04-18~", "2019-04~", "2019~", "2019%", "2019-22~", "201X~"])
def test_t3_an_approximate_date_is_certain_on_no_day(edtf: str) -> None:
    """A state attested at about D holds certainly on no day, since D itself is not certain (decision record 0020)."""
    assert not certain_days(state(edtf))
    assert iso_day(state(edtf).possible_from) == iso_day(point(edtf).first)


# ---------------------------------------------------------------- T4


@pytest.mark.parametrize("edtf", ["2019-04-18", "2019-04", "2019~", "2019-22", "2018/2019", "2018~/2019-06"])
def test_t4_an_event_happened_possibly_from_its_first_and_certainly_by_its_last_day(edtf: str) -> None:
    """An event at D lies, under any reading, between first(D) and last(D)."""
    bounds = event(edtf)
    parsed = parse_edtf(edtf)
    assert isinstance(parsed.start, Point)
    assert isinstance(parsed.end, Point)
    assert (bounds.possible_from, bounds.possible_to - 1) == (parsed.start.first, parsed.end.last)


def test_t4_a_state_and_an_event_at_one_date_differ() -> None:
    """At the same date a state goes on, and an event is over with its last possible day."""
    assert state("2019-04").possible_to == OPEN_END
    assert iso_day(event("2019-04").possible_to) == "2019-05-01"


def test_t4_an_event_without_a_stated_end_has_an_unknown_one() -> None:
    """An event does not go on for ever: an open end is read like an unknown one (decision record 0023)."""
    assert event("2014/..") == event("2014/")
    assert event("../2014") == event("/2014")


@pytest.mark.parametrize(
    ("as_of", "possible", "certain"),
    [("2019-03-31", False, False), ("2019-04-01", True, False), ("2019-04-29", True, False), ("2019-04-30", True, True),
     ("2019-04", True, False), ("2019-05", True, True), ("2019", True, False), ("2018", False, False)],
)  # fmt: skip
def test_t4_an_event_had_happened_by_a_date(as_of: str, possible: bool, certain: bool) -> None:
    """An event of April 2019 had happened by t: possibly from the first of April, certainly from the thirtieth."""
    world = World()
    world.claim("rebels", "attacks", "ruritania", valid="2019-04")
    seen = view(world)
    assert bool(match(seen, "rebels.attacks.ruritania", as_of=as_of)) is possible
    assert bool(match(seen, "rebels.attacks.ruritania", as_of=as_of, certainty="certain")) is certain


# ---------------------------------------------------------------- T5


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-04-18~", "2019-04-17", "2019-04-19"),
        ("2019-01-01~", "2018-12-31", "2019-01-02"),
        ("2019-04~", "2019-03-01", "2019-05-31"),
        ("2019-01~", "2018-12-01", "2019-02-28"),
        ("2019-12~", "2019-11-01", "2020-01-31"),
        ("2020-03~", "2020-02-01", "2020-04-30"),
        ("2019-22~", "2019-03-01", "2019-11-30"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("20XX~", "1900-01-01", "2199-12-31"),
        ("2019-04-XX~", "2019-03-01", "2019-05-31"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
    ],
)
def test_t5_about_widens_by_one_unit_of_precision_on_each_side(text: str, first: str, last: str) -> None:
    """`~` and `%` add one day, month, season, year, decade or century on each side, within the calendar."""
    for qualified in (text, text.replace("~", "%")):
        one = point(qualified)
        assert (iso_day(one.first), iso_day(one.last)) == (first, last)
        assert one.approximate
        assert (one.named_first, one.named_last) == (point(text[:-1]).first, point(text[:-1]).last)


@pytest.mark.parametrize("text", ["2019-04-18", "2019-04", "2019", "2019-22", "201X"])
def test_t5_uncertain_leaves_the_bounds(text: str) -> None:
    """`?` marks a date as uncertain and does not move its bounds."""
    one, other = point(f"{text}?"), point(text)
    assert one.uncertain
    assert not one.approximate
    assert (one.first, one.last) == (other.first, other.last)


def test_t5_a_query_date_is_a_span() -> None:
    """A queried month asks about all its days, a queried interval about all between its ends."""
    span = parse_query_date("2019-04")
    assert (span.first, span.last) == (day("2019-04-01"), day("2019-04-30"))
    span = parse_span("2019-04/..")
    assert (span.first, span.last) == (day("2019-04-01"), OPEN_END)
    span = parse_span("/2019~")
    assert (span.first, span.last) == (OPEN_START, day("2020-12-31"))


def test_t5_as_of_takes_no_interval() -> None:
    """A single date is asked for where one clock is set; an interval is refused."""
    with pytest.raises(InvalidDate, match="single date"):
        parse_query_date("2018/2019")


@pytest.mark.parametrize(
    ("as_of", "possible", "certain"),
    [("2015", False, False), ("2016", True, False), ("2016-06", True, True), ("2016-08-31", True, True),
     ("2016-08~", True, False), ("2016-22", True, True), ("2016-09-01", False, False)],
)  # fmt: skip
def test_t5_possible_overlaps_and_certain_covers(as_of: str, possible: bool, certain: bool) -> None:
    """A state of June to August 2016 possibly holds in any span it overlaps, certainly where it covers all of it."""
    world = World()
    world.claim("ruritania", "supports", "rebels", valid="2016-06-01/2016-08-31")
    seen = view(world)
    assert bool(match(seen, "ruritania.supports.rebels", as_of=as_of)) is possible
    assert bool(match(seen, "ruritania.supports.rebels", as_of=as_of, certainty="certain")) is certain


@pytest.mark.parametrize(
    ("during", "asked"),
    [
        ("2015", ""),
        ("2016-08/2016-09", "overlaps, certainly"),
        ("2016-07/2016-10", "overlaps, certainly, within"),
        ("2016-05/2016-06-15", "overlaps"),
        ("2016-06/2016-10", "overlaps, certainly, within"),
        ("2016-05/2016-10", "overlaps, certainly, within, certainly within"),
        ("2016-05/..", "overlaps, certainly, within, certainly within"),
        ("2016-11/..", ""),
    ],
)
def test_t5_a_window_is_asked_for_under_some_reading_or_all(during: str, asked: str) -> None:
    """A state from about June to about September 2016 overlaps a window, or lies within it, possibly or certainly."""
    world = World()
    world.claim("ruritania", "supports", "rebels", valid="2016-06~/2016-09~")
    seen = view(world)
    readings = {
        "overlaps": ("overlaps", "possible"),
        "certainly": ("overlaps", "certain"),
        "within": ("within", "possible"),
        "certainly within": ("within", "certain"),
    }
    found = [
        words
        for words, (how, certainty) in readings.items()
        if match(seen, "ruritania.supports.rebels", during=during, time_match=how, certainty=certainty)
    ]
    assert ", ".join(found) == asked


def test_t5_known_at_takes_its_last_day() -> None:
    """What was published on any day of the queried month is known at that month."""
    world = World()
    world.source("gazette", published="2019-05-20")
    world.claim("ruritania", "supports", "rebels", valid="2016/..")
    seen = view(world)
    assert match(seen, "ruritania.supports.rebels", known_at="2019-05")
    assert match(seen, "ruritania.supports.rebels", known_at="2019-05-20")
    assert not match(seen, "ruritania.supports.rebels", known_at="2019-05-19")


def test_t5_a_vague_publication_date_counts_from_its_latest() -> None:
    """A document of about May 2019 is known from the end of June on: before, it may not have been out."""
    world = World()
    world.source("gazette", published="2019-05~")
    world.claim("ruritania", "supports", "rebels", valid="2016/..")
    seen = view(world)
    assert iso_day(seen.known_from(0)) == "2019-06-30"
    assert not match(seen, "ruritania.supports.rebels", known_at="2019-06-29")
    assert match(seen, "ruritania.supports.rebels", known_at="2019-06-30")


def test_t5_ends_are_exclusive_and_say_so() -> None:
    """In JSON the end of an interval is the day after the last, and the shape names that."""
    world = World()
    world.claim("ruritania", "supports", "rebels", valid="2016/2017")
    seen = view(world)
    found = match(seen, "ruritania.supports.rebels")
    assert found is not None
    valid, relation = shapes.claim(seen, 0)["valid"], shapes.relation(seen, found)
    assert valid["ends"] == relation["ends"] == "exclusive"
    assert (relation["valid_from"], relation["valid_to"]) == (valid["from"], valid["to"])
    assert (valid["from"], valid["to"]) == ("2016-01-01", "2018-01-01")
    assert (valid["certain_from"], valid["certain_to"]) == ("2016-12-31", "2017-01-02")


# ---------------------------------------------------------------- T6


def test_t6_an_inferred_publication_date_is_said_wherever_it_is_relied_on() -> None:
    """A source without a stated date carries the reason for the inferred one, and each of its claims repeats it."""
    world = World()
    world.source("leaflet", published="2021", published_inferred="it mentions the floods of 2021")
    world.claim("ruritania", "supports", "rebels")
    seen = view(world)
    claim = shapes.claim(seen, 0)
    assert (claim["known_from"], claim["known_inferred"]) == ("2021-12-31", "it mentions the floods of 2021")
    source = shapes.source(seen, seen.sources["leaflet"], 1)
    assert source["published"] == {"edtf": "2021", "inferred": "it mentions the floods of 2021"}


def test_an_open_day_has_no_iso_form() -> None:
    """Open ends, and days beyond the calendar, are written as nothing and never as a made-up date."""
    assert iso_day(OPEN_START) is None
    assert iso_day(OPEN_END) is None
    assert iso_day(date.max.toordinal() + 1) is None
    assert iso_day(1) == "0001-01-01"
