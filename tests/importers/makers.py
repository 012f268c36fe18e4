"""A small curated graph to import into, and ways to read back what an import wrote."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow.parquet as pq

from app.importers.collector import Counts
from app.importers.registry import foreign
from app.importers.running import run
from app.loading.load import load
from app.model.claim import Claim
from app.model.dataset import Dataset
from app.model.entity import Entity
from app.model.records import claim_of, entity_of, source_of
from app.model.source import Source
from app.settings import load_settings

NOTHING: Mapping[str, str] = MappingProxyType({})


@functools.cache
def curated() -> Dataset:
    """The curated graph, whose ontology and names imports use."""
    root = load_settings().root
    return load(root / "graph_data", root / "seeds")


def imported(name: str, files: Path | list[Path], output: Path, **options: Any) -> Counts:
    """Run an importer on files."""
    importer = foreign(name)
    assert importer is not None
    return run(
        importer, [files] if isinstance(files, Path) else files, output, options.pop("into", curated()), **options
    )


def claims(folder: Path) -> list[Claim]:
    """The claims of a data set, in their order."""
    return [claim_of(row) for row in table(folder, "claims")]


def entities(folder: Path) -> dict[str, Entity]:
    """The entities of a data set by id."""
    import json

    return {row["id"]: entity_of(json.loads(row["record"])) for row in table(folder, "entities")}


def sources(folder: Path) -> list[Source]:
    """The sources of a data set."""
    import json

    return [source_of(json.loads(row["record"])) for row in table(folder, "sources")]


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    rows: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return rows


def listed(folder: Path, name: str) -> list[dict[str, str]]:
    """The lines of a list for people."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
