"""The reference's own reading of dates against examples worked out by hand."""

from __future__ import annotations

import pytest

from tests.conformance.readings import dated, falls, holds, hull, iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2019-04-XX", "2019-04-01", "2019-04-30"),
        ("2019-04-18~", "2019-04-17", "2019-04-19"),
        ("2019-01~", "2018-12-01", "2019-02-28"),
        ("2019-12%", "2019-11-01", "2020-01-31"),
        ("2019-22~", "2019-03-01", "2019-11-30"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("2019?", "2019-01-01", "2019-12-31"),
        ("2019-XX~", "2018-01-01", "2020-12-31"),
    ],
)
def test_dates_are_read_off_the_calendar(text: str, first: str, last: str) -> None:
    """A date means the days of the calendar that fit it, one unit more on each side where it is approximate."""
    assert (iso(dated(text).first), iso(dated(text).last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "day", "possible", "certain"),
    [
        ("2014/2017-03", "2014-06", True, False),
        ("2014/2017-03", "2015", True, True),
        ("2014/2017-03", "2017", True, False),
        ("2014/2017-03", "2018", False, False),
        ("2014/..", "2031", True, True),
        ("2014/", "2031", True, False),
        ("2014/", "2014-12-31", True, False),
        ("2014", "2014", True, True),
        ("2014", "2015", True, False),
        ("2014~", "2014", True, False),
        ("2014~", "2012", False, False),
        ("2014/2014", "2014-06-01", True, False),
    ],
)
def test_states_hold_by_their_readings(text: str, day: str, possible: bool, certain: bool) -> None:
    """Possible is under some reading, certain under all (T1 to T3)."""
    assert holds(text, day, event=False, certain=False) is possible
    assert holds(text, day, event=False, certain=True) is certain


@pytest.mark.parametrize(
    ("text", "day", "possible", "certain"),
    [
        ("2014-04", "2014-04-01", True, False),
        ("2014-04", "2014-04-30", True, True),
        ("2014-04", "2014-03", False, False),
        ("2014/2015", "2015-12-31", True, True),
        ("2014/..", "2031", True, False),
        ("../2014", "1999", True, False),
    ],
)
def test_events_had_happened_by_their_readings(text: str, day: str, possible: bool, certain: bool) -> None:
    """An event had happened by its first possible day perhaps, and by its last one surely (T4)."""
    assert holds(text, day, event=True, certain=False) is possible
    assert holds(text, day, event=True, certain=True) is certain


def test_windows_hold_what_lies_in_them() -> None:
    """An event of April lies in any window over some day of April perhaps, and in one over all of April surely."""
    for inside in (False, True):
        assert falls("2014-04", "2014-04-10/2014-04-12", event=True, certain=False, inside=inside)
        assert not falls("2014-04", "2014-04-10/2014-04-12", event=True, certain=True, inside=inside)
        assert falls("2014-04", "2014", event=True, certain=True, inside=inside)


def test_a_hull_is_open_where_an_end_is() -> None:
    """What is open or unknown has no day there, and an attested state no last one."""
    assert [iso(d) for d in hull("2014/..", event=False)] == ["2014-01-01", None]
    assert [iso(d) for d in hull("/2014", event=False)] == [None, "2014-12-31"]
    assert [iso(d) for d in hull("2014", event=False)] == ["2014-01-01", None]
    assert [iso(d) for d in hull("2014", event=True)] == ["2014-01-01", "2014-12-31"]
