"""Worlds as an importer would leave them: part of a world in folders of data sets, the rest curated."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from app.building.distributed.folders import schema
from app.model.claim import Claim
from app.model.dataset import Dataset
from app.model.entity import Entity
from app.model.records import claim_row, dataset_record, entity_record, source_record, text_of
from app.model.source import DatasetInfo, Source
from app.model.tables import FORMAT, TABLES, VERSION


def write_folder(
    folder: Path,
    info: DatasetInfo,
    entities: Iterable[Entity] = (),
    sources: Iterable[Source] = (),
    claims: Iterable[Claim] = (),
    *,
    rng: random.Random | None = None,
) -> Path:
    """A data set on disk, its rows shuffled where a generator is given."""
    tables: Mapping[str, list[dict[str, Any]]] = {
        "entities": [
            {"id": e.id, "type": e.type, "organ_of": e.organ_of, "record": text_of(entity_record(e))} for e in entities
        ],
        "sources": [
            {
                "id": s.id,
                "author": s.author,
                "published": s.published,
                "dataset": s.dataset,
                "record": text_of(source_record(s)),
            }
            for s in sources
        ],
        "claims": [claim_row(c) for c in claims],
    }
    return write_rows(folder, info, tables, rng=rng)


def write_rows(
    folder: Path, info: DatasetInfo, tables: Mapping[str, list[dict[str, Any]]], *, rng: random.Random | None = None
) -> Path:
    """A data set on disk from rows as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in TABLES.items():
        rows = list(tables.get(name, ()))
        if rng is not None:
            rng.shuffle(rows)
        table = pa.Table.from_pylist(rows, schema=schema(columns))
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=4096)
    description = {"format": FORMAT, "version": VERSION, "dataset": dataset_record(info), "importer": "a test"}
    (folder / "dataset.json").write_text(json.dumps(description), encoding="utf-8")
    return folder


def parted(whole: Dataset, keys: Sequence[str], at: Path, rng: random.Random) -> tuple[Dataset, list[Path]]:
    """The world with these of its data sets on disk, and its curated rest.

    A folder describes the entities that its claims and sources name, as an importer would; the curated graph describes
    the others, and some of the same.
    """
    folders, taken, described = [], set(keys), set[str]()
    by_id = {e.id: e for e in whole.entities} | {old: e for e in whole.entities for old in e.merged_ids}
    for key in keys:
        sources = [s for s in whole.sources if s.dataset == key]
        claims = [c for c in whole.claims if c.source in {s.id for s in sources}]
        named = {n for c in claims for n in (c.subject, c.object, c.addressed_to, *c.asserted_by) if n}
        named |= {s.author for s in sources}
        entities = {by_id[n].id: by_id[n] for n in named}
        described |= entities.keys()
        again = [*claims, *rng.sample(claims, min(2, len(claims)))]
        info = next(d for d in whole.datasets if d.id == key)
        folders.append(write_folder(at / f"of-{key}", info, entities.values(), sources, again, rng=rng))
    kept = tuple(s for s in whole.sources if s.dataset not in taken)
    curated = dataclasses.replace(
        whole,
        datasets=tuple(d for d in whole.datasets if d.id not in taken),
        entities=tuple(e for e in whole.entities if e.id not in described or rng.random() < 0.5),
        sources=kept,
        claims=tuple(c for c in whole.claims if c.source in {s.id for s in kept}),
    )
    rng.shuffle(folders)
    return curated, folders


def contents(target: Path) -> dict[str, bytes]:
    """The files of a snapshot by name, without the folder that is named for their hash."""
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    data = target / manifest["folder"]
    return {str(p.relative_to(data)): p.read_bytes() for p in sorted(data.rglob("*")) if p.is_file()}
