"""What a date may mean, read off the calendar: all readings of an expression, each a pair of first and last day.

Written from the rulings T1 to T5 and from nothing else. A date is matched against a written-out calendar; where the
rulings say "possible" it means under some reading, where they say "certain" under all of them. Between the extreme
readings lie further ones; those that begin or end on a day that the question names are tried as well.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

Reading = tuple[int, int]  # first and last day, as proleptic ordinals
EVER, FOREVER = -(10**9), 10**9  # where an interval is open
TOO_EARLY, TOO_LATE = -(10**10), 10**10  # an end so early, a start so late, that nothing is left of the interval
SEASONS = (("-21", "-(03|04|05)"), ("-22", "-(06|07|08)"), ("-23", "-(09|10|11)"))


class Dated(NamedTuple):
    """A single date: its widest days, the days it names when taken at its word, and whether it is approximate."""

    first: int
    last: int
    named_first: int
    named_last: int
    approximate: bool


@functools.cache
def calendar() -> tuple[tuple[str, int], ...]:
    """Every day that the tests may name, as it is written and as a number."""
    days = (date(1995, 1, 1) + timedelta(days=n) for n in range(365 * 40))
    return tuple((day.isoformat(), day.toordinal()) for day in days)


@functools.cache
def dated(text: str) -> Dated:
    """Match a date against the calendar; `~` and `%` add one unit of its precision on each side (T5)."""
    bare = text.rstrip("~?%")
    pattern = bare.replace("X", "[0-9]")
    for season, months in SEASONS:
        pattern = re.sub(f"{season}$", months, pattern)
    days = [number for written, number in calendar() if re.fullmatch(f"{pattern}(-.*)?", written)]
    first, last = days[0], days[-1]
    if text[-1] not in "~%":
        return Dated(first, last, first, last, approximate=False)
    early, late = date.fromordinal(first), date.fromordinal(last)
    for _ in range(months_of(bare)):
        early = (early - timedelta(days=1)).replace(day=1)
        late = (late + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    if not months_of(bare):
        early, late = early - timedelta(days=1), late + timedelta(days=1)
    return Dated(early.toordinal(), late.toordinal(), first, last, approximate=True)


def months_of(bare: str) -> int:
    """How many months one unit of the date's precision has; none for a day."""
    if bare.endswith("X") and len(bare) == 4:
        return 120
    if len(bare) == 4 or "XX-XX" in bare or re.fullmatch(r"\d{4}-XX", bare):
        return 12
    if re.fullmatch(r"\d{4}-2\d", bare):
        return 3
    return 0 if re.fullmatch(r"\d{4}-\d\d-\d\d", bare) else 1


def span(text: str) -> Reading:
    """The span of a query: from its first to its last day; two dots and nothing are open."""
    left, slash, right = text.partition("/")
    if not slash:
        right = left
    return (
        EVER if left in ("", "..") else dated(left).first,
        FOREVER if right in ("", "..") else dated(right).last,
    )


def readings(text: str, *, event: bool, corners: Iterable[int] = ()) -> list[Reading]:
    """Every reading that matters of when a claim holds, or its event happens, as first and last day.

    A state at a single date D was attested then (T3): taken at its word it held on all of D, and from then on for a
    while or for ever; about D, on some day of D at least. An event at D happens on some day of D (T4). In an interval
    (T1) each end has its own readings; one that is unknown may be any, so that nothing need be left in between. That
    an event is open says no more than that its end is unknown.
    """
    asked = list(corners)
    left, slash, right = text.partition("/")
    if not slash:
        days = within(dated(left).first, dated(left).last, asked)
        if event:
            return [(day, day) for day in days]
        if dated(left).approximate:
            return [(day, until) for day in days for until in (day, FOREVER, *(c for c in asked if c > day))]
        first, last = dated(left).named_first, dated(left).named_last
        return [(first, until) for until in (last, FOREVER, *(c for c in asked if c > last))]
    starts = end_readings(left, [EVER, TOO_LATE], event=event, asked=asked)
    ends = end_readings(right, [FOREVER, TOO_EARLY], event=event, asked=asked)
    return list(itertools.product(starts, ends))


def end_readings(text: str, unknown: list[int], *, event: bool, asked: list[int]) -> list[int]:
    """The days that one end of an interval may be; if it is unknown, so that it is open, or that nothing is left."""
    if text == ".." and not event:
        return unknown[:1]
    if text in ("", ".."):
        return [*unknown, *asked]
    return within(dated(text).first, dated(text).last, asked)


def within(first: int, last: int, asked: list[int]) -> list[int]:
    """The first day, the last day, and the asked days in between."""
    return [first, last, *(c for c in asked if first <= c <= last)]


def hull(text: str, *, event: bool) -> Reading:
    """From the first to the last day on which it is possible."""
    found = readings(text, event=event)
    return min(first for first, _ in found), max(last for _, last in found)


@functools.cache
def holds(text: str, day: str, *, event: bool, certain: bool) -> bool:
    """Whether a state holds, or an event had happened, on the queried date: possible overlaps, certain covers (T5)."""
    low, high = span(day)
    found = readings(text, event=event, corners=(low, high))
    if event:
        return all(last <= low for _, last in found) if certain else any(first <= high for first, _ in found)
    if certain:
        return all(first <= low and last >= high for first, last in found)
    return any(first <= high and last >= low for first, last in found)


@functools.cache
def falls(text: str, window: str, *, event: bool, certain: bool, inside: bool) -> bool:
    """Whether it holds or happens in the window, or lies within it: under some reading, or under all."""
    low, high = span(window)
    found = readings(text, event=event, corners=(low, high))
    if inside and certain:
        return all(first >= low and last <= high for first, last in found)
    if inside:
        return any(low <= first <= last <= high for first, last in found)
    meets = [first <= high and last >= low for first, last in found]
    return all(meets) if certain else any(meets)


def meet(one: Reading, two: Reading) -> bool:
    """Whether two spans have a day in common."""
    return one[0] <= two[1] and two[0] <= one[1]


def iso(day: int) -> str | None:
    """A day as it is written, or nothing where it is open."""
    return date.fromordinal(day).isoformat() if EVER < day < FOREVER else None
