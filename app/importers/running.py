"""Runs one importer of foreign data: files in, a data set's folder out, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from app.errors import InvalidValue
from app.importers.collector import Collector, Counts, Progress
from app.importers.countries import COUNTRY_ID
from app.importers.registry import FOREIGN, ForeignImporter
from app.importers.resolver import NOTHING, Resolver
from app.importers.writer import DatasetWriter
from app.model.dataset import Dataset
from app.model.dates import parse_query_date
from app.model.ids import is_slug
from app.model.source import DatasetInfo

LONGEST_KEY: Final = 60


def run(
    importer: ForeignImporter,
    files: Sequence[Path],
    output: Path,
    curated: Dataset,
    *,
    overrides: Mapping[str, str] = NOTHING,
    dataset_id: str | None = None,
    published: str | None = None,
    described: Mapping[str, str] = NOTHING,
    progress: Progress | None = None,
) -> Counts:
    """Import the files; `curated` gives the ontology and the entities that names resolve to.

    `described` tells of the data set what differs from the usual: its title, licence, attribution.
    """
    key = dataset_id or importer.name
    prefix = importer.prefix or key
    _check_id(importer, key, prefix, curated)
    if published is not None:
        parse_query_date(published)
    named = importer.named(files)
    info = DatasetInfo(
        id=key,
        title=described.get("title", importer.title),
        licence=described.get("licence", importer.licence),
        attribution=described.get("attribution", importer.attribution),
        coverage=importer.coverage,
        licence_url=None if "licence" in described else importer.licence_url,
        description=f"Imported, not curated: {importer.title}.",
    )
    resolver = Resolver(curated.entities, curated.ontology, prefix, overrides)
    with DatasetWriter(output) as writer:
        collector = Collector(writer, resolver, info, named, progress, published)
        importer.read(list(named.values()), collector)
        return collector.close(importer.name)


def _check_id(importer: ForeignImporter, key: str, prefix: str, curated: Dataset) -> None:
    """The id is free, and own ids that begin with it run into nobody else's."""
    if not is_slug(key) or len(key) > LONGEST_KEY or any(d.id == key for d in curated.datasets):
        message = f"{key!r} cannot be the id of the data set: use lowercase words joined by hyphens, not taken yet"
        raise InvalidValue("dataset-id", message)
    others = {COUNTRY_ID, *(f"{other.prefix}-" for other in FOREIGN if other.prefix and not importer.prefix)}
    if any(f"{prefix}-".startswith(other) for other in others):
        raise InvalidValue("dataset-id", f"{key!r} begins like the ids of another importer: choose another one")
