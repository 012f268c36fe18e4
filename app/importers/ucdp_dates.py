"""UCDP's days and date precision as EDTF: no day is claimed that the coders did not know.

UCDP GED codebook, `date_prec`: 1 the day (or all days of a longer event) is known; 2 it lies within two to six days;
3 only the week is known; 4 only the month; 5 more than a month, up to a year.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from app.importers.tabular import Unusable
from app.model.claim import Validity

PRECISIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1": "the days are known",
        "2": "the days are known to within two to six days",
        "3": "only the week is known",
        "4": "only the month is known",
        "5": "only a span of more than a month is known",
    }
)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T][0-9:.]{1,20}Z?)?\Z", re.ASCII)
_WHOLE: Final = re.compile(r"([1-5])(?:\.0*)?\Z", re.ASCII)


@functools.lru_cache(maxsize=65_536)
def validity(start: str, end: str, precision: str) -> tuple[Validity, str]:
    """When an event happened, and the precision in words. Raises Unusable where the cells say no such thing."""
    coded = _WHOLE.match(precision)
    if coded is None:
        raise Unusable(f"date_prec {precision[:40]!r} is none of 1 to 5")
    first, last = _day(start, "date_start"), _day(end, "date_end")
    if first > last:
        raise Unusable(f"date_end {end} lies before date_start {start}")
    words = PRECISIONS[coded.group(1)]
    if first == last and coded.group(1) != "1":
        return _widened(first, coded.group(1), words), words
    return Validity(_span(first, last)), words


def _span(first: date, last: date) -> str:
    """The shortest EDTF that names these days: a day, a month, a year, else an interval of days."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    whole_month = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _widened(day: date, code: str, words: str) -> Validity:
    """One day is given and said not to be known: the span that the code names, around the day."""
    if code == "2":
        edtf = f"{day.isoformat()}~"
    elif code == "3":
        back, on = day.weekday(), 6 - day.weekday()
        in_calendar = day.toordinal() > back and date.max - day >= timedelta(on)
        edtf = _span(day - timedelta(back), day + timedelta(on)) if in_calendar else f"{day.isoformat()[:7]}"
    else:
        edtf = day.isoformat()[: 7 if code == "4" else 4]
    return Validity(edtf, inferred=f"the table gives one day, {day.isoformat()}, and says that {words}")


def _day(text: str, column: str) -> date:
    match = _DAY.match(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else _refuse(text, column)
    except ValueError:
        return _refuse(text, column)


def _refuse(text: str, column: str) -> date:
    raise Unusable(f"{column} {text[:40]!r} is no day of the form YYYY-MM-DD")
