"""CSV and Parquet: headers that Neo4j takes, cells that no spreadsheet runs, columns with types in every reader."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from app.exporters.columns import CLAIM_COLUMNS, EDGE_COLUMNS, NODE_COLUMNS
from app.exporters.csv import header
from tests.exporters.exporting import export
from tests.exporters.worlds import AWKWARD, FORMULA, awkward_graph

pandas: Any = pytest.importorskip("pandas")
_NEO4J_TYPES = {"int", "long", "double", "boolean", "date", "string", "string[]"}


@pytest.fixture(scope="module")
def tables() -> dict[str, list[list[str]]]:
    """The tables of a CSV export, as rows."""
    with zipfile.ZipFile(io.BytesIO(export("csv", awkward_graph()))) as archive:
        assert archive.testzip() is None
        return {
            name.removesuffix(".csv"): list(
                csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), strict=True)
            )
            for name in archive.namelist()
            if name.endswith(".csv")
        }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a Parquet export."""
    path = tmp_path_factory.mktemp("parquet")
    zipfile.ZipFile(io.BytesIO(export("parquet", awkward_graph()))).extractall(path)
    return path


def test_the_zip_holds_what_it_says(tables: dict[str, list[list[str]]]) -> None:
    """Nodes, edges and claims, each row as long as its header, and a README first."""
    assert set(tables) == {"nodes", "edges", "claims"}
    for rows in tables.values():
        assert len(rows) > 1
        assert {len(r) for r in rows} == {len(rows[0])}
    with zipfile.ZipFile(io.BytesIO(export("csv", awkward_graph()))) as archive:
        assert archive.namelist()[0] == "README.txt"
        assert "neo4j-admin database import" in archive.read("README.txt").decode()


@pytest.mark.parametrize(
    ("table", "columns"), [("nodes", NODE_COLUMNS), ("edges", EDGE_COLUMNS), ("claims", CLAIM_COLUMNS)]
)
def test_headers_are_those_of_neo4j(table: str, columns, tables: dict[str, list[list[str]]]) -> None:
    """Each name is unique, each type one that Neo4j's import knows, and the special columns are there."""
    names = tables[table][0]
    assert names == header(table, columns)
    assert len(set(names)) == len(names)
    special = {n for n in names if n.startswith(":") or ":ID" in n}
    assert (
        special
        == {
            "nodes": {"id:ID(Entity)", ":LABEL"},
            "edges": {":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"},
            "claims": {"id:ID(Claim)", ":LABEL"},
        }[table]
    )
    assert {n.partition(":")[2] for n in names if n not in special} <= _NEO4J_TYPES | {""}


def test_typed_cells_hold_their_type(tables: dict[str, list[list[str]]]) -> None:
    """Numbers, dates and truth values are written so that Neo4j reads them; lists are joined by semicolons."""
    for rows in tables.values():
        for number, name in enumerate(rows[0]):
            kind = name.partition(":")[2]
            for cell in (row[number] for row in rows[1:] if row[number]):
                if kind == "int":
                    assert int(cell) is not None
                elif kind == "double":
                    assert float(cell) is not None
                elif kind == "boolean":
                    assert cell in ("true", "false")
                elif kind == "date":
                    assert pandas.Timestamp(cell)


def test_no_cell_is_a_formula(tables: dict[str, list[list[str]]]) -> None:
    """No text begins with a character that a spreadsheet computes from; numbers keep their sign."""
    signs = set()
    for rows in tables.values():
        for number, name in enumerate(rows[0]):
            for cell in (row[number] for row in rows[1:] if row[number]):
                if name.partition(":")[2] in ("int", "double"):
                    signs.add(cell[0] == "-")
                else:
                    assert cell[0] not in "=+-@\t\r\n＝＋－＠", (name, cell)
    assert signs == {True, False}
    labels = [row[tables["nodes"][0].index("label")] for row in tables["nodes"][1:]]
    assert "'" + FORMULA in labels
    assert AWKWARD in labels


@pytest.mark.parametrize("read", [pandas.read_csv, polars.read_csv, lambda f: duckdb.read_csv(f).df()])
def test_csv_opens_in_data_frames(read, tmp_path: Path) -> None:
    """pandas, polars and DuckDB read the tables with their first column's name intact, byte order mark or not."""
    zipfile.ZipFile(io.BytesIO(export("csv", awkward_graph()))).extractall(tmp_path)
    for name, first in (("nodes", "id:ID(Entity)"), ("claims", "id:ID(Claim)"), ("edges", "id")):
        frame = read(str(tmp_path / f"{name}.csv"))
        assert next(iter(frame.columns)) == first
        assert len(frame) > 1


def test_parquet_columns_are_typed(folder: Path) -> None:
    """Days are dates, voices are lists, evidence is a list of records; the meta data names the snapshot."""
    schema = pq.read_schema(folder / "claims.parquet")
    assert schema.field("valid_from").type == pa.date32()
    assert schema.field("asserted_by").type == pa.list_(pa.string())
    assert schema.field("evidence").type.value_type.field("paragraph").type == pa.int64()
    assert pq.read_schema(folder / "nodes.parquet").field("latitude").type == pa.float64()
    assert awkward_graph().view.snapshot_id.encode() in schema.metadata[b"realpolitik"]


def _asked(query: str) -> list[tuple[Any, ...]]:
    relation: Any = duckdb.sql(query)
    return list(relation.fetchall())


def test_parquet_opens_everywhere(folder: Path) -> None:
    """pyarrow, pandas, polars and DuckDB read the same ids, voices and days."""
    path = str(folder / "claims.parquet")
    rows = [(r["id"], r["asserted_by"], r["valid_from"]) for r in pq.read_table(path).to_pylist()]
    assert [tuple(r) for r in polars.read_parquet(path).select("id", "asserted_by", "valid_from").iter_rows()] == rows
    assert _asked(f"select id, asserted_by, valid_from from '{path}'") == rows
    frame = pandas.read_parquet(path)
    assert [(i, list(v), d) for i, v, d in zip(frame.id, frame.asserted_by, frame.valid_from, strict=True)] == rows
    voices = _asked(f"select count(*) from '{path}' where list_contains(asserted_by, 'office')")
    assert voices == [(3,)]
