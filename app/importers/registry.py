"""The registry of importers: found by name or by the suffix of a file, imported on use."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import InvalidValue

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Importer:
    """One form that can be read: its name, what it is, the suffixes of its files, the module that reads it."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str

    def records(self, path: Path) -> Iterator[Record]:
        """The records of a file, each with its kind under `record`."""
        found: Iterable[Record] = importlib.import_module(self.module).read(path)
        yield from found


IMPORTERS: tuple[Importer, ...] = (
    Importer("ndjson", "our own NDJSON export", (".ndjson", ".jsonl"), "app.importers.ndjson"),
    Importer("parquet", "our own Parquet export (zip)", (".zip",), "app.importers.parquet"),
)


def get(name: str) -> Importer:
    """The importer of this name. Raises InvalidValue with the names that there are."""
    for known in IMPORTERS:
        if known.name == name:
            return known
    names = tuple(i.name for i in IMPORTERS)
    raise InvalidValue("importer", f"unknown importer {name!r}: use {', '.join(names)}", names)
