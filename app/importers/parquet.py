"""Reads our own Parquet export: a zip of tables, whose rows become the records of the NDJSON export."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import InvalidValue

Row = dict[str, Any]
_KEPT = ("sources", "silences", "datasets", "ontology")


def read(path: Path) -> Iterator[Row]:
    """The records. Raises InvalidValue where the file is no zip of the tables that an export writes."""
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise InvalidValue("file", f"{path}: not a zip file ({error})") from None
    with archive:
        for name in _KEPT:
            for row in _rows(archive, path, name):
                yield {**json.loads(row["json"]), "record": row["record"]}
        for name in ("nodes", "entities"):
            for row in _rows(archive, path, name):
                yield {**row, "record": "node", "identifiers": json.loads(row["identifiers"] or "{}")}
        for row in _rows(archive, path, "claims"):
            yield _claim(row)


def _rows(archive: zipfile.ZipFile, path: Path, name: str) -> Iterator[Row]:
    import pyarrow.parquet as pq

    try:
        data = archive.read(f"{name}.parquet")
    except KeyError:
        raise InvalidValue("file", f"{path}: has no {name}.parquet; take an export of the whole graph") from None
    for batch in pq.ParquetFile(io.BytesIO(data)).iter_batches():
        yield from batch.to_pylist()


def _claim(row: Row) -> Row:
    """A claim as the API shapes it, from its columns."""
    hedge = {"kind": row["hedge"], "words": row["hedge_words"]} if row["hedge"] else None
    return {
        **row,
        "record": "claim",
        "hedge": hedge,
        "valid": {"edtf": row["edtf"], "words": row["words"], "inferred": row["inferred"]},
        "attributes": json.loads(row["attributes"] or "{}"),
    }
