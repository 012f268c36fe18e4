"""EDTF dates and intervals (ISO 8601-2:2019) and the two readings, earliest and latest, that vague dates have.

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`); intervals are half-open. The rulings T1 to T5 are
here and nowhere else. Plain dates take a fast path; seasons and unspecified digits get their strict bounds from the
edtf package, whose own fuzzy bounds and interval order are not used.
"""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.errors import InvalidDate

OPEN_START = -(2**31) + 1
OPEN_END = 2**31 - 1
LONGEST_EDTF = 80

Precision = Literal["day", "month", "season", "year", "decade", "century", "open"]
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)\Z", re.ASCII)
_OTHER = re.compile(r"(\d{4}-(?:2[1-4]|XX|XX-XX|\d{2}-XX)|\d{3}X|\d{2}XX)([~?%]?)\Z", re.ASCII)
_HINT = "use YYYY, YYYY-MM or YYYY-MM-DD with ~ (approximate), ? (uncertain) or % (both), or an interval START/END"


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date: its first and last possible day, and the span it names when taken at its word."""

    first: int
    last: int
    named_first: int
    named_last: int
    precision: Precision
    approximate: bool
    uncertain: bool


End = Point | Literal["open", "unknown"]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A parsed EDTF expression: a single date (start is end) or an interval."""

    text: str
    start: End
    end: End
    interval: bool

    @property
    def precision(self) -> Precision:
        """The precision of the start, or of the end where the start is not given."""
        for end in (self.start, self.end):
            if isinstance(end, Point):
                return end.precision
        return "open"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days on which something holds: `possible` under some reading, `certain` under all; both half-open.

    `certain_from >= certain_to` says that no day is certain.
    """

    possible_from: int
    possible_to: int
    certain_from: int
    certain_to: int


@dataclass(frozen=True, slots=True)
class Span:
    """A queried span of days, both ends included."""

    first: int
    last: int


@functools.lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Edtf:
    """Parse a date or interval, or raise InvalidDate with what would be right."""
    if len(text) > LONGEST_EDTF:
        raise InvalidDate(f"date {text[:20]!r}... is longer than {LONGEST_EDTF} characters: {_HINT}")
    left, slash, right = text.partition("/")
    if not slash:
        point = _parse_point(text)
        return Edtf(text, point, point, interval=False)
    start, end = _parse_end(left, text), _parse_end(right, text)
    if isinstance(start, Point) and isinstance(end, Point) and start.first > end.last:
        raise InvalidDate(f"interval {text!r} ends before it starts: write {right}/{left}")
    if not isinstance(start, Point) and not isinstance(end, Point):
        raise InvalidDate(f"interval {text!r} gives neither a start nor an end: {_HINT}")
    return Edtf(text, start, end, interval=True)


def parse_span(text: str) -> Span:
    """The span of days that a query date or interval asks about; `..` and an empty end are open (ruling T5)."""
    parsed = parse_edtf(text)
    first = parsed.start.first if isinstance(parsed.start, Point) else OPEN_START
    last = parsed.end.last if isinstance(parsed.end, Point) else OPEN_END
    return Span(first, last)


def parse_query_date(text: str) -> Span:
    """The span of a single query date (`as_of`, `known_at`); an interval is refused."""
    if "/" in text:
        raise InvalidDate(f"{text!r} is an interval; a single date is asked for: YYYY, YYYY-MM, YYYY-MM-DD or EDTF")
    return parse_span(text)


def state_bounds(edtf: Edtf) -> Bounds:
    """When a state holds: T1 for intervals, T3 (*attested then*) for a single date."""
    if edtf.interval:
        return _interval_bounds(edtf, open_is_known=True)
    point = edtf.start
    assert isinstance(point, Point)  # noqa: S101 - a single date is always a point
    if point.approximate:
        return Bounds(point.first, OPEN_END, point.last, point.first + 1)
    return Bounds(point.first, OPEN_END, point.named_first, point.named_last + 1)


def event_bounds(edtf: Edtf) -> Bounds:
    """When an event happens (T4): between the first day of its start and the last day of its end."""
    return _interval_bounds(edtf, open_is_known=False)


def _interval_bounds(edtf: Edtf, *, open_is_known: bool) -> Bounds:
    start, end = edtf.start, edtf.end
    if isinstance(start, Point):
        possible_from, certain_from = start.first, start.last
    else:
        possible_from = OPEN_START
        certain_from = OPEN_START if start == "open" and open_is_known else OPEN_END
    if isinstance(end, Point):
        possible_to, certain_to = end.last + 1, end.first + 1
    else:
        possible_to = OPEN_END
        certain_to = OPEN_END if end == "open" and open_is_known else OPEN_START
    return Bounds(possible_from, possible_to, certain_from, certain_to)


@functools.lru_cache(maxsize=65_536)
def iso_day(ordinal: int) -> str | None:
    """The ISO 8601 form of a day, or None where it is open."""
    if ordinal <= 0 or ordinal > date.max.toordinal():
        return None
    return date.fromordinal(ordinal).isoformat()


def _parse_end(text: str, whole: str) -> End:
    if text == "..":
        return "open"
    if text == "":
        return "unknown"
    try:
        return _parse_point(text)
    except InvalidDate as error:
        raise InvalidDate(f"in interval {whole!r}: {error}") from None


def _parse_point(text: str) -> Point:
    plain = _PLAIN.match(text)
    if plain:
        year, month, day, qualifier = plain.groups()
        if not (month and int(month) > 12):
            return _plain_point(text, int(year), int(month or 0), int(day or 0), qualifier, month, day)
    other = _OTHER.match(text)
    if other:
        return _library_point(text, other.group(1), other.group(2))
    raise InvalidDate(f"{text!r} is not an EDTF date: {_HINT}")


def _plain_point(
    text: str, year: int, month: int, day: int, qualifier: str, month_text: str | None, day_text: str | None
) -> Point:
    try:
        first = date(year, month if month_text else 1, day if day_text else 1)
    except ValueError as error:
        raise InvalidDate(f"{text!r} is not a date of the calendar ({error}): {_HINT}") from None
    if day_text:
        last, precision = first, "day"
    elif month_text:
        last, precision = date(year, month, calendar.monthrange(year, month)[1]), "month"
    else:
        last, precision = date(year, 12, 31), "year"
    return _qualified(first, last, precision, qualifier)  # type: ignore[arg-type]


def _library_point(text: str, bare: str, qualifier: str) -> Point:
    from edtf import parse_edtf as parse_with_library  # slow to import, and rarely needed

    try:
        parsed = parse_with_library(bare)
        first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except Exception as error:  # the package raises many kinds
        raise InvalidDate(f"{text!r} is not an EDTF date: {_HINT}") from error
    precision: Precision = "year"
    if re.fullmatch(r"\d{4}-2[1-4]", bare):
        precision = "season"
    elif re.fullmatch(r"\d{3}X", bare):
        precision = "decade"
    elif re.fullmatch(r"\d{2}XX", bare):
        precision = "century"
    elif re.fullmatch(r"\d{4}-\d{2}-XX", bare):
        precision = "month"
    return _qualified(first, last, precision, qualifier)


_UNIT_MONTHS = (("month", 1), ("season", 3), ("year", 12), ("decade", 120), ("century", 1200))


def _qualified(first: date, last: date, precision: Precision, qualifier: str) -> Point:
    """Widen `~` and `%` by one unit of precision on each side; `?` leaves the bounds (ruling T5)."""
    approximate = qualifier in ("~", "%")
    named_first, named_last = first.toordinal(), last.toordinal()
    early, late = named_first, named_last
    if approximate and precision == "day":
        early, late = early - 1, late + 1
    elif approximate:
        months = dict(_UNIT_MONTHS)[precision]
        early = _shift_months(first, -months).toordinal()
        late = _month_end(_shift_months(last.replace(day=1), months)).toordinal()
    return Point(
        max(early, 1),
        min(late, date.max.toordinal()),
        named_first,
        named_last,
        precision,
        approximate,
        qualifier in ("?", "%"),
    )


def _shift_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < 1:
        return date.min
    if year > date.max.year:
        return date.max.replace(day=1)
    return date(year, month + 1, 1)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
