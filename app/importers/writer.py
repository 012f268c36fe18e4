"""Writes a data set's folder (`app.model.tables`): Parquet by batches, then the small files, then one rename.

The same input gives the same bytes: no time, no path and no random name enters a file.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from app.errors import InvalidValue, MissingExtra, RealpolitikError
from app.model.entity import Entity
from app.model.records import entity_record, source_record, text_of
from app.model.source import Source
from app.model.tables import CLAIMS, FORMAT, TABLES

BATCH: Final = 65_536
_PACKED: Final = 8_192
DESCRIPTION: Final = "dataset.json"
_BOOLEAN: Final = "ended"


class DatasetWriter:
    """A data set's folder in the making. As a context: what was not committed leaves nothing behind."""

    def __init__(self, target: Path) -> None:
        self._target = target.resolve()
        _refuse_foreign(self._target)
        _arrow()
        self._folder = self._target.with_name(f".{self._target.name}.unfinished-{uuid.uuid4().hex}")
        try:
            self._folder.mkdir(parents=True)
        except OSError as error:
            raise InvalidValue("output", f"{target} cannot be written ({error.strerror})") from None
        self._batch: list[Mapping[str, Any]] = []
        self._packed: list[Any] = []
        self._claims: Any = None
        self._lists: list[TsvFile] = []
        self.claims = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._claims is not None:
            self._claims.close()
        for opened in self._lists:
            opened.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def claim(self, row: Mapping[str, Any]) -> None:
        """Append one row to the claims."""
        self._batch.append(row)
        if len(self._batch) >= _PACKED:
            self._pack()

    def table(self, table: Any) -> None:
        """Append an Arrow table (or record batch) of claims, with the columns of the claims table in any order."""
        pa, _ = _arrow()
        self._flush()
        whole = table if isinstance(table, pa.Table) else pa.Table.from_batches([table])
        self._write(whole.select(list(CLAIMS)).cast(_schema("claims")))

    def claims_file(self) -> Path:
        """Where the claims go, for an engine that writes the whole table by itself and at once."""
        self._flush()
        if self._claims is not None:
            raise RealpolitikError("claims were written already: the table is written whole, or row by row")
        return self._path("claims")

    def entities(self, entities: Iterable[Entity]) -> int:
        """Write the entities; their number."""
        records = ((e, entity_record(e)) for e in entities)
        return self._small(
            "entities", [{"id": e.id, "type": e.type, "organ_of": e.organ_of, "record": text_of(r)} for e, r in records]
        )

    def sources(self, sources: Iterable[Source]) -> int:
        """Write the sources; their number."""
        columns = ("id", "author", "published", "dataset")
        rows = [{c: getattr(s, c) for c in columns} | {"record": text_of(source_record(s))} for s in sources]
        return self._small("sources", rows)

    def tsv(self, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write a list for people."""
        opened = self.open_tsv(name, header)
        for row in rows:
            opened.write(*row)

    def open_tsv(self, name: str, header: Sequence[str]) -> TsvFile:
        """A list for people that grows."""
        self._lists.append(TsvFile(self._folder / f"{name}.tsv", header))
        return self._lists[-1]

    def commit(self, description: Mapping[str, Any]) -> None:
        """Write the description and put the folder into its place, over an older data set if there is one."""
        self._flush()
        if self._claims is None and not self._path("claims").exists():
            pa, _ = _arrow()
            self._write(pa.Table.from_pylist([], schema=_schema("claims")))
        if self._claims is not None:
            self._claims.close()
            self._claims = None
        for opened in self._lists:
            opened.close()
        text = json.dumps(description, ensure_ascii=False, indent=2, sort_keys=True)
        (self._folder / DESCRIPTION).write_text(text + "\n", encoding="utf-8")
        for path in self._folder.iterdir():
            _sync(path)
        _swap(self._folder, self._target)

    def _pack(self) -> None:
        """Put the rows into columns, which are a tenth as large; write them when they make a row group."""
        pa, _ = _arrow()
        self._packed.append(pa.Table.from_pylist(self._batch, schema=_schema("claims")))
        self._batch.clear()
        if sum(table.num_rows for table in self._packed) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._batch:
            self._pack()
        if self._packed:
            pa, _ = _arrow()
            self._write(pa.concat_tables(self._packed))
            self._packed.clear()

    def _write(self, table: Any) -> None:
        if self._claims is None:
            _, pq = _arrow()
            self._claims = pq.ParquetWriter(self._path("claims"), _schema("claims"), compression="zstd")
        self._claims.write_table(table, row_group_size=BATCH)
        self.claims += table.num_rows

    def _small(self, name: str, rows: list[dict[str, Any]]) -> int:
        pa, pq = _arrow()
        pq.write_table(pa.Table.from_pylist(rows, schema=_schema(name)), self._path(name), compression="zstd")
        return len(rows)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.parquet"


class TsvFile:
    """A list for people, written line by line."""

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self.write(*header)

    def write(self, *cells: object) -> None:
        """One line; white space inside a cell becomes a blank."""
        self._file.write("\t".join(" ".join(str(cell).split()) for cell in cells) + "\n")

    def lines(self, lines: Sequence[str]) -> None:
        """Lines that are whole already."""
        self._file.write("".join(f"{line}\n" for line in lines))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def hashed(path: Path) -> dict[str, Any]:
    """An input file as the data set's description tells it apart: by size and SHA-256."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return {"bytes": path.stat().st_size, "sha256": digest.hexdigest()}


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise MissingExtra("scale", error.name or "pyarrow") from None
    return pa, pq


def _schema(name: str) -> Any:
    pa, _ = _arrow()
    return pa.schema([(column, pa.bool_() if column == _BOOLEAN else pa.string()) for column in TABLES[name]])


def _refuse_foreign(target: Path) -> None:
    """Only a data set, or nothing at all, is written over."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    try:
        known = json.loads((target / DESCRIPTION).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = None
    if not isinstance(known, dict) or known.get("format") != FORMAT:
        message = f"{target} is there already and is no data set: name a new folder for the output"
        raise InvalidValue("output", message)


def _swap(folder: Path, target: Path) -> None:
    """Put the folder into its place; an older one steps aside until the new one is there."""
    old = target.with_name(f".{target.name}.old-{uuid.uuid4().hex}")
    if target.exists():
        target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
