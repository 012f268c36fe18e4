"""Tables of any kind of file as rows of texts: CSV, TSV, NDJSON, Parquet, .xlsx; what cannot be read is named.

Every cell is text, empty where there is nothing, so that `NA` stays Namibia and `01` stays `01`; numbers lose a `.0`.
"""

from __future__ import annotations

import csv
import functools
import json
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from app.errors import InvalidValue, MissingExtra

Row = Mapping[str, str]
_MOST_NAMED: Final = 8
_WHOLE: Final = re.compile(r"(\d{1,9})(?:\.0*)?\Z", re.ASCII)
_LONE: Final = re.compile("[\ud800-\udfff]")


class Unusable(Exception):
    """A row that gives no claim, and why; never leaves an importer."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns (none where each row has its own) and the rows."""

    columns: tuple[str, ...]
    rows: Iterator[Row | Broken]


def read_table(path: Path) -> Table:
    """Open a table by the suffix of its file. Raises InvalidValue where it is none."""
    suffix = path.suffix.casefold()
    if suffix in (".csv", ".tsv", ".txt"):
        return _csv(path, "\t" if suffix == ".tsv" else ",")
    if suffix in (".ndjson", ".jsonl"):
        return Table((), _ndjson(path))
    if suffix == ".parquet":
        return _parquet(path)
    if suffix == ".xlsx":
        return _xlsx(path)
    raise InvalidValue("files", f"{path.name}: name a file .csv, .tsv, .ndjson, .parquet or .xlsx")


def recognised(
    path: Path, table: Table, wanted: Mapping[str, Sequence[str]], needed: Sequence[str], what: str
) -> dict[str, str]:
    """For each field the column that has it: `wanted` lists the names that columns have had, newest first.

    Raises InvalidValue that says what is missing, and under which names it was looked for.
    """
    by_name = {column.strip().casefold(): column for column in table.columns}
    found = {
        field: by_name[next(name for name in names if name in by_name)]
        for field, names in wanted.items()
        if any(name in by_name for name in names)
    }
    missing = [" or ".join(wanted[field]) for field in needed if field not in found]
    if missing:
        message = f"{path.name} is not {what}: it has no column {'; no '.join(missing)}"
        raise InvalidValue("files", message)
    return found


@functools.lru_cache(maxsize=65_536)  # tables hold the same small numbers over and over
def whole_number(text: str) -> int | None:
    """A whole number from 0 on, which some tables write with `.0`; None where it is none."""
    match = _WHOLE.match(text.strip())
    return int(match.group(1)) if match else None


def cell(value: Any) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=cell)
    return str(value)


def _header(path: Path, names: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(name.strip() for name in names)
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if not any(columns):
        raise InvalidValue("files", f"{path.name}: the first line names no columns")
    if twice:
        raise InvalidValue("files", f"{path.name}: two columns are called {', '.join(twice[:_MOST_NAMED])}")
    return columns


def _csv(path: Path, delimiter: str) -> Table:
    lines = _csv_lines(path, delimiter)
    columns = _header(path, next(lines, []))
    return Table(columns, (_record(columns, line) for line in lines))


def _record(columns: tuple[str, ...], line: list[str]) -> Row | Broken:
    if len(line) != len(columns):
        return Broken(f"has {len(line)} cells where the first line has {len(columns)}")
    return dict(zip(columns, line, strict=True))


def _csv_lines(path: Path, delimiter: str) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from (line for line in csv.reader(file, delimiter=delimiter) if line)
    except UnicodeDecodeError as error:
        raise InvalidValue("files", f"{path.name}: not UTF-8 ({error.reason}): save it as UTF-8") from None
    except csv.Error as error:
        raise InvalidValue("files", f"{path.name}: not a table of separated values ({error})") from None


def _ndjson(path: Path) -> Iterator[Row | Broken]:
    with path.open("rb") as file:
        for line in file:
            if line.strip():
                yield _json_record(line)


def _json_record(line: bytes) -> Row | Broken:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Broken(f"not JSON ({error})")
    if not isinstance(record, dict):
        return Broken("not a JSON object")
    row = {name: cell(value) for name, value in record.items()}
    if any(_LONE.search(text) for pair in row.items() for text in pair):
        return Broken("has half a character (an unpaired surrogate)")
    return row


def _parquet(path: Path) -> Table:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise MissingExtra("scale", error.name or "pyarrow") from None
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise InvalidValue("files", f"{path.name}: not a Parquet file ({error})") from None

    def rows() -> Iterator[Row | Broken]:
        try:
            for batch in file.iter_batches():
                yield from ({name: cell(value) for name, value in row.items()} for row in batch.to_pylist())
        except (pa.ArrowException, OSError, ValueError) as error:
            raise InvalidValue("files", f"{path.name}: broken Parquet file ({error})") from None

    return Table(_header(path, file.schema_arrow.names), rows())


def _xlsx(path: Path) -> Table:
    lines = _sheet(path)
    first = next(lines, ())
    width = max((number for number, value in enumerate(first, start=1) if cell(value).strip()), default=0)
    columns = _header(path, [cell(value) for value in first[:width]])

    def rows() -> Iterator[Row | Broken]:
        for line in lines:
            cells = [cell(value) for value in line]
            if any(cells):
                cells += [""] * (width - len(cells))
                yield _record(columns, cells[:width] if not any(cells[width:]) else cells)

    return Table(columns, rows())


def _sheet(path: Path) -> Iterator[tuple[Any, ...]]:
    """The lines of the first sheet."""
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        raise MissingExtra("scale", error.name or "openpyxl") from None
    book = None
    try:
        with warnings.catch_warnings():  # of styles that nobody asked for
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True)
    except Exception as error:  # the package raises many kinds on a broken file
        raise InvalidValue("files", f"{path.name}: not a workbook that can be read ({error})") from None
    finally:
        if book is not None:
            book.close()
