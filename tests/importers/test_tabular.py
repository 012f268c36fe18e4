"""Tables of every kind of file are rows of texts; what is no table is refused in our own words."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidValue, MissingExtra
from app.importers.tabular import Broken, cell, read_table, recognised, whole_number

ROW: dict[str, Any] = {
    "code": "NA",
    "number": 7.0,
    "day": date(2019, 5, 2),
    "flag": True,
    "none": None,
    "list": ["a", 1],
}
TEXTS = {"code": "NA", "number": "7", "day": "2019-05-02", "flag": "true", "none": "", "list": '["a", 1]'}


def rows(path: Path) -> list[Any]:
    """The rows of a table, or why they are none."""
    return list(read_table(path).rows)


def test_cells_are_texts(tmp_path: Path) -> None:
    """NA stays NA, whole numbers lose their point, days are ISO, nothing is empty, lists are JSON."""
    pq.write_table(pa.Table.from_pylist([{k: v for k, v in ROW.items() if k != "list"}]), tmp_path / "t.parquet")
    assert rows(tmp_path / "t.parquet") == [{k: v for k, v in TEXTS.items() if k != "list"}]
    (tmp_path / "t.ndjson").write_text(json.dumps({k: v for k, v in ROW.items() if k != "day"}) + "\n")
    assert rows(tmp_path / "t.ndjson") == [{k: v for k, v in TEXTS.items() if k != "day"}]
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append([" code ", "number", "day", "flag", "none", None, None])
    sheet.append(["NA", 7.0, datetime(2019, 5, 2, 13, 30), True])
    sheet.append([])
    sheet.append(["XK", 7.5, "#N/A", False, "x", None])
    sheet.append(["too", "many", "cells", "in", "this", "line", "!"])
    book.save(tmp_path / "t.xlsx")
    assert rows(tmp_path / "t.xlsx") == [
        {k: v for k, v in TEXTS.items() if k != "list"},
        {"code": "XK", "number": "7.5", "day": "#N/A", "flag": "false", "none": "x"},
        Broken("has 7 cells where the first line has 5"),
    ]


def test_text_keeps_what_is_in_quotes(tmp_path: Path) -> None:
    """Separators, line breaks and quotes inside quotes belong to the cell; empty lines are no rows."""
    (tmp_path / "t.csv").write_text('\ufeffa,b\n"x, ""y""\nz",\n\n1\n', encoding="utf-8", newline="")
    assert rows(tmp_path / "t.csv") == [
        {"a": 'x, "y"\nz', "b": ""},
        Broken("has 1 cells where the first line has 2"),
    ]
    (tmp_path / "t.tsv").write_text("a\tb\nx, y\t01\n", encoding="utf-8")
    assert rows(tmp_path / "t.tsv") == [{"a": "x, y", "b": "01"}]


def test_a_cell_that_never_ends_is_refused(tmp_path: Path) -> None:
    """A quotation mark that is not closed does not swallow the rest of a large file without a word."""
    (tmp_path / "t.csv").write_text('a,b\n"' + "x,y\n" * 50_000, encoding="utf-8")
    with pytest.raises(InvalidValue, match="field larger than field limit"):
        rows(tmp_path / "t.csv")


def test_columns_are_recognised_by_any_name_they_had(tmp_path: Path) -> None:
    """The newest name that is there counts, letter case aside; what is missing is named in full."""
    (tmp_path / "t.csv").write_text("BEST_EST,best,id\n1,2,3\n", encoding="utf-8")
    table = read_table(tmp_path / "t.csv")
    wanted = {"best": ("best", "best_est"), "key": ("id",), "low": ("low", "low_est"), "note": ("note",)}
    assert recognised(tmp_path / "t.csv", table, wanted, ("best", "key"), "a table") == {"best": "best", "key": "id"}
    with pytest.raises(InvalidValue, match=r"t\.csv is not a table: it has no column low or low_est; no note"):
        recognised(tmp_path / "t.csv", table, wanted, ("low", "note"), "a table")


@pytest.mark.parametrize(("name", "package"), [("t.xlsx", "openpyxl"), ("t.parquet", "pyarrow")])
def test_a_missing_extra_is_named(name: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that reads such a file, the error says what to install."""
    import sys

    (tmp_path / name).write_bytes(b"")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"{package}.*realpolitik\[scale\]"):
        rows(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        (" 7.0 ", 7),
        ("0", 0),
        ("7.5", None),
        ("-7", None),
        ("", None),
        ("٧", None),
        ("1" * 10, None),
        ("1e3", None),
    ],
)
def test_whole_numbers(text: str, number: int | None) -> None:
    """Digits, and the `.0` that some tables put behind them; nothing else."""
    assert whole_number(text) == number


@given(st.floats() | st.integers() | st.text() | st.booleans() | st.none())
def test_any_value_is_a_text(value: Any) -> None:
    """Whatever a cell holds, it has a text, and a text stays as it is."""
    assert isinstance(cell(value), str)
    assert not isinstance(value, str) or cell(value) == value


SUFFIXES = (".csv", ".tsv", ".ndjson", ".parquet", ".xlsx")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.sampled_from(SUFFIXES))
def test_any_bytes_are_a_table_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    """Bytes of any kind give rows of texts or the one error that says what is wrong."""
    path = tmp_path_factory.mktemp("bytes") / f"t{suffix}"
    path.write_bytes(content)
    try:
        found = rows(path)
    except InvalidValue:
        return
    for row in found:
        assert isinstance(row, Broken) or all(isinstance(text, str) for pair in row.items() for text in pair)
