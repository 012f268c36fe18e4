"""The folders of data sets as importers leave them (`app.model.tables`): what they say of themselves, their tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.errors import InvalidDataset
from app.model.entity import Entity
from app.model.records import dataset_of, entity_of, source_of
from app.model.source import DatasetInfo, Source
from app.model.tables import CLAIMS, FORMAT, TABLES, VERSION

DESCRIPTION: Final = "dataset.json"
BOOLEAN: Final = "ended"


@dataclass(frozen=True, slots=True)
class Folder:
    """A data set on disk: its description, the number of its claims, the hashes of its files."""

    path: Path
    info: DatasetInfo
    claims: int

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path.resolve().name

    def table(self, name: str) -> Path:
        """The file of a table."""
        return self.path / f"{name}.parquet"

    def entities(self) -> Iterator[Entity]:
        """The entities, as they are recorded."""
        path = self.table("entities")
        for key, text in _records(path):
            yield _read(path, key, text, entity_of)

    def sources(self) -> Iterator[Source]:
        """The sources, as they are recorded."""
        path = self.table("sources")
        for key, text in _records(path):
            yield _read(path, key, text, source_of)

    def as_input(self) -> dict[str, Any]:
        """What a manifest says of the data set: whose name it has, and the hash of each of its files."""
        files = [self.path / DESCRIPTION, *(self.table(name) for name in sorted(TABLES))]
        return {
            "name": self.name,
            "dataset": self.info.id,
            "files": {file.name: {"bytes": file.stat().st_size, "sha256": _digest(file)} for file in files},
        }


def open_folder(path: Path) -> Folder:
    """The data set in a folder. Raises InvalidDataset where there is none that can be read."""
    import pyarrow.parquet as pq

    place = path / DESCRIPTION
    try:
        content = json.loads(place.read_bytes())
    except FileNotFoundError:
        raise InvalidDataset(path, f"holds no {DESCRIPTION}, so it is no data set") from None
    except (OSError, ValueError) as error:
        raise InvalidDataset(place, f"cannot be read ({error})") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InvalidDataset(place, f"does not name the format {FORMAT!r}")
    if content.get("version") != VERSION:
        raise InvalidDataset(place, f"has version {content.get('version')!r}, this program reads version {VERSION}")
    try:
        info = dataset_of(content["dataset"])
    except (KeyError, TypeError) as error:
        raise InvalidDataset(place, f"does not describe the data set ({type(error).__name__} {error})") from None
    for name, columns in TABLES.items():
        _check(path / f"{name}.parquet", columns)
    return Folder(path, info, int(pq.read_metadata(path / "claims.parquet").num_rows))


def schema(columns: tuple[str, ...] = CLAIMS) -> Any:
    """The Arrow schema of a table."""
    import pyarrow as pa

    return pa.schema([(name, pa.bool_() if name == BOOLEAN else pa.string()) for name in columns])


def _check(path: Path, columns: tuple[str, ...]) -> None:
    """Raise InvalidDataset where a table is missing, cannot be read or has other columns than it should."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found = pq.read_schema(path)
    except FileNotFoundError:
        raise InvalidDataset(path, "is missing") from None
    except (OSError, pa.ArrowInvalid) as error:
        raise InvalidDataset(path, f"cannot be read ({error})") from None
    wrong = [
        f"{name}: {found.field(name).type if name in found.names else 'missing'}"
        for name, wanted in zip(columns, schema(columns).types, strict=True)
        if name not in found.names or found.field(name).type not in (wanted, *_also(wanted))
    ]
    if wrong:
        raise InvalidDataset(path, f"does not have the columns of a data set ({', '.join(wrong)})")


def _also(wanted: Any) -> tuple[Any, ...]:
    import pyarrow as pa

    return (pa.large_string(),) if wanted == pa.string() else ()


def _records(path: Path) -> Iterator[tuple[str, str]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:  # which loads less than `read_table`
        for batch in file.iter_batches(columns=["id", "record"]):
            yield from zip(batch.column("id").to_pylist(), batch.column("record").to_pylist(), strict=True)


def _read(path: Path, key: str, text: str, make: Any) -> Any:
    try:
        record: Mapping[str, Any] = json.loads(text)
        made = make(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidDataset(
            path, f"has a record {key!r} that cannot be read ({type(error).__name__} {error})"
        ) from None
    if made.id != key:
        raise InvalidDataset(path, f"has the id {key!r} beside the record of {made.id!r}")
    return made


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
