"""Days, months and years as buckets of a timeline: half-open spans of days, with the EDTF date that names them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from app.errors import BoundExceeded

Interval = Literal["day", "month", "year"]
INTERVALS: tuple[Interval, ...] = ("day", "month", "year")
MOST_BUCKETS = 2000


class Bucket(NamedTuple):
    """A span of days, the end excluded, and its name: YYYY, YYYY-MM or YYYY-MM-DD."""

    name: str
    start: int
    end: int


def buckets(interval: Interval, first: int, last: int) -> list[Bucket]:
    """The buckets that cover the days from first to last, both included. Raises BoundExceeded for too many."""
    found: list[Bucket] = []
    start = _start(interval, start_day(first))
    while start.toordinal() <= last:
        if len(found) >= MOST_BUCKETS:
            raise BoundExceeded(
                "buckets",
                f"{interval}s from {start_day(first)} on make more than {MOST_BUCKETS} buckets: choose a longer "
                "interval, or a window with during=",
            )
        after = _next(interval, start)
        end = after.toordinal() if after is not None else date.max.toordinal() + 1
        found.append(Bucket(_name(interval, start), start.toordinal(), end))
        if after is None:
            break
        start = after
    return found


def start_day(ordinal: int) -> date:
    """The day, or the first of the calendar where it lies before that."""
    return date.fromordinal(max(ordinal, 1))


def _start(interval: Interval, day: date) -> date:
    if interval == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if interval == "month" else day


def _next(interval: Interval, day: date) -> date | None:
    """The first day of the next bucket; None at the end of the calendar."""
    if interval == "year":
        return None if day.year == date.max.year else day.replace(year=day.year + 1)
    if interval == "day":
        return None if day == date.max else date.fromordinal(day.toordinal() + 1)
    if day.month < 12:
        return day.replace(month=day.month + 1)
    return None if day.year == date.max.year else day.replace(year=day.year + 1, month=1)


def _name(interval: Interval, day: date) -> str:
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[interval]]
