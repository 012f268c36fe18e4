"""The columns of each layout as those of the one table of rows, in SQL made of our own constants and of a header."""

from __future__ import annotations

from typing import Final

from app.importers.cameo.layouts import ICEWS, Table

CUT: Final = "chr(31)"  # between the parts of an actor's key
BEYOND: Final = "_beyond"  # a column that a row of the layout does not have
_CONTROLS: Final = "'[\\x00-\\x1f]+'"


def columns(table: Table) -> str:
    """What to select: event, day, day on which it was known, code, source, target, what is told, excess."""
    names = list(table.columns)
    return f"{_icews(names) if table.layout == ICEWS else _gdelt(names)}, {_name(BEYOND)} is not null"


def schema(table: Table) -> str:
    """All columns as text, and one more, which shows that a row has too many."""
    return "{" + ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in (*table.columns, BEYOND)) + "}"


def _icews(names: list[str]) -> str:
    """Columns of ICEWS as those of the table of rows."""

    def actor(side: str) -> str:
        name, country, sectors = (_given(names, f"{side} {what}") for what in ("Name", "Country", "Sectors"))
        body = f"contains({sectors}, 'Government Organization') or contains({sectors}, 'IGOs')"
        mark = f"case when {country} is null and ({body}) then 'igo' else '' end"
        return f"{name} || {CUT} || coalesce({country}, '') || {CUT} || {mark}"

    place = ", ".join(_given(names, name) for name in ("City", "Province", "Country"))
    told = (
        f"concat_ws(' ', 'sentence ' || {_given(names, 'Sentence Number')}, "
        f"'of story ' || {_given(names, 'Story ID')}, '(' || {_given(names, 'Publisher')} || ')')"
    )
    where = f"nullif(concat_ws(', ', {place}), '')"
    at = f"' (' || {_given(names, 'Latitude')} || ', ' || {_given(names, 'Longitude')} || ')'"
    day = f"try_cast({_name('Event Date')} as date)"
    text = f"concat_ws('; ', nullif({told}, ''), {where} || coalesce({at}, ''))"
    return _row(
        _given(names, "Event ID"), day, day, _given(names, "CAMEO Code"), actor("Source"), actor("Target"), text
    )


def _gdelt(names: list[str]) -> str:
    """Columns of GDELT as those of the table of rows."""

    def actor(side: str) -> str:
        code, name = (_given(names, f"{side}{what}") for what in ("Code", "Name"))
        return f"{code} || {CUT} || coalesce({name}, '') || {CUT}"

    at = f"' (' || {_given(names, 'ActionGeo_Lat')} || ', ' || {_given(names, 'ActionGeo_Long')} || ')'"
    where = f"{_given(names, 'ActionGeo_FullName')} || coalesce({at}, '')"
    day = f"try_strptime({_name('SQLDATE')}, '%Y%m%d')::date"
    added = f"coalesce(try_strptime(left({_name('DATEADDED')}, 8), '%Y%m%d')::date, {day})"
    text = f"concat_ws('; ', {_given(names, 'SOURCEURL')}, {where})"
    return _row(
        _given(names, "GLOBALEVENTID"), day, added, _given(names, "EventCode"), actor("Actor1"), actor("Actor2"), text
    )


def _row(event: str, day: str, known: str, code: str, source: str, target: str, told: str) -> str:
    """The columns of the table of rows, with blanks for control characters in what goes into JSON."""
    told, odd = (f"regexp_replace({text}, {_CONTROLS}, ' ', 'g')" for text in (told, event))
    event = f"case when try_cast({event} as ubigint) is null then {odd} else {event} end"  # numbers need no look
    return f"{event}, {day}, {known}, {code}, {source}, {target}, {told}"


def _given(names: list[str], name: str) -> str:
    """A column's text where it is there and says something, else null."""
    return f"nullif({_name(name)}, '')" if name in names else "null::varchar"


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def quoted(value: str) -> str:
    """A text as a literal of SQL."""
    return "'" + value.replace("'", "''") + "'"
