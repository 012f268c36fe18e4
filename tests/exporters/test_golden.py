"""Golden files: what a tiny world looks like in each format, byte by byte, so that no change goes unseen.

`GOLDEN=write pytest tests/exporters/test_golden.py` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq
import pytest

from app.exporters import registry
from tests.exporters.exporting import export
from tests.exporters.worlds import tiny, whole
from tests.worlds import view

GOLDEN: Final = Path(__file__).parent / "golden"


def _indented(data: bytes) -> str:
    return json.dumps(json.loads(data), indent=1, ensure_ascii=False) + "\n"


def _members(data: bytes) -> str:
    """The members of a zip of texts, one after the other."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [f"--- {name}\n{archive.read(name).decode('utf-8-sig')}" for name in archive.namelist()]
    return "\n".join(parts).replace("\r\n", "\n")


def _tables(data: bytes) -> str:
    """The tables of a zip of Parquet files: schema and rows."""
    parts: list[Any] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".parquet"):
                table = pq.read_table(io.BytesIO(archive.read(name)))
                schema = {f.name: str(f.type) for f in table.schema}
                parts.append({"table": name, "schema": schema, "rows": table.to_pylist()})
    return json.dumps(parts, indent=1, ensure_ascii=False, default=str) + "\n"


def _lines(data: bytes) -> str:
    """JSON lines, each indented."""
    return "".join(_indented(line) for line in data.splitlines())


SHOWN: Final[Mapping[str, Callable[[bytes], str]]] = {
    "json": _indented,
    "node-link": _indented,
    "cytoscape": _indented,
    "graphology": _indented,
    "ndjson": _lines,
    "csv": _members,
    "parquet": _tables,
    "jsonld": _indented,
    "stix": _indented,
    "ftm": _lines,
    "geojson": _indented,
}
PICTURES: Final = ("png",)  # drawn with the fonts of the machine


@pytest.mark.parametrize("name", [n for n in registry.names() if n not in PICTURES])
def test_the_golden_file_is_met(name: str) -> None:
    """The tiny world comes out as it did when somebody last looked at it."""
    shown = SHOWN.get(name, bytes.decode)(export(name, whole(view(tiny()))))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def test_every_golden_file_has_its_format() -> None:
    """There is a golden file for each format and no other."""
    assert {p.stem for p in GOLDEN.iterdir()} == set(registry.names()) - set(PICTURES)
