"""Runs one importer of foreign data: files in, a data set's folder out, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import InvalidValue
from app.importers.collector import Collector, Counts, Progress
from app.importers.registry import ForeignImporter
from app.importers.resolver import NOTHING, Resolver
from app.importers.writer import DatasetWriter
from app.model.dataset import Dataset
from app.model.dates import parse_query_date
from app.model.ids import is_slug
from app.model.source import DatasetInfo


def run(
    importer: ForeignImporter,
    files: Sequence[Path],
    output: Path,
    curated: Dataset,
    *,
    overrides: Mapping[str, str] = NOTHING,
    dataset_id: str | None = None,
    published: str | None = None,
    progress: Progress | None = None,
) -> Counts:
    """Import the files; `curated` gives the ontology and the entities that names resolve to."""
    key = dataset_id or importer.name
    if not is_slug(key) or any(d.id == key for d in curated.datasets):
        message = f"{key!r} cannot be the id of the data set: use lowercase words joined by hyphens, not taken yet"
        raise InvalidValue("dataset-id", message)
    if published is not None:
        parse_query_date(published)
    names = [path.name for path in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InvalidValue(
            "files", f"two files are called {twice[0]!r}: rename one, so that rejected rows can be found"
        )
    info = DatasetInfo(
        id=key,
        title=importer.title,
        licence=importer.licence,
        attribution=importer.attribution,
        coverage=importer.coverage,
        licence_url=importer.licence_url,
        description=f"Imported, not curated: {importer.title}.",
    )
    resolver = Resolver(curated.entities, curated.ontology, importer.prefix, overrides)
    with DatasetWriter(output) as writer:
        collector = Collector(writer, resolver, info, files, progress, published)
        importer.read(files, collector)
        return collector.close(importer.name)
