"""Writes a generated snapshot of any size straight to disk: `python -m benchmarks.snapshots CLAIMS FOLDER`.

The shape is that of machine-coded events: few entities have most relations, dates lie within some years, one claim in
twenty is denied or alleged. The ontology is the curated one. Deterministic.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from app.engines.columnar.worth import worth_of
from app.loading.load import load
from app.model.claim import Modality, Stance
from app.model.dates import OPEN_END, iso_day
from app.model.entity import Entity
from app.model.source import DatasetInfo, Source
from app.settings import default_root
from app.snapshot.columns import MODALITIES, STANCES, Adjacency, Columns, read_only
from app.snapshot.entity_columns import entity_columns
from app.snapshot.folder import FolderWriter
from app.snapshot.indexing import index_of
from app.snapshot.layout import ADJACENCIES, ClaimIds, Head, write_arrays, write_claims, write_entities, write_head

FIRST_DAY = 730_000  # in 1999
DAYS = 7_000
SOURCES = 20


def main(claims: int, target: Path) -> None:
    """Write a snapshot of so many claims."""
    started = time.perf_counter()
    ontology = load(default_root() / "graph_data", default_root() / "seeds").ontology
    random = np.random.default_rng(7)
    n = max(200, min(1_000_000, claims // 20))
    types = list(ontology.relation_types.values())
    entities = _entities(n)
    subject, object_ = (_heavy_tailed(random, n, claims) for _ in range(2))
    object_ = np.where(object_ == subject, (object_ + 1) % n, object_)
    kind = np.minimum(random.zipf(1.3, claims) - 1, len(types) - 1)
    symmetric = np.array([t.symmetric for t in types])[kind]
    swapped = symmetric & (subject > object_)
    subject, object_ = np.where(swapped, object_, subject), np.where(swapped, subject, object_)
    day = (FIRST_DAY + random.integers(0, DAYS, claims)).astype(np.int32)
    order = np.lexsort((day, object_, kind, subject))
    subject, object_, kind, day = subject[order], object_[order], kind[order], day[order]
    fresh = np.concatenate(([True], (np.diff(subject) != 0) | (np.diff(kind) != 0) | (np.diff(object_) != 0)))
    relation = (np.cumsum(fresh) - 1).astype(np.int32)
    starts = np.append(np.flatnonzero(fresh), claims)
    event = np.array([t.kind == "event" for t in types])[kind]
    modality = np.where(random.random(claims) < 0.05, MODALITIES.index(Modality.ALLEGED), 0)
    columns = Columns(
        **entity_columns(entities, {}, ontology),
        relation_subject=read_only(subject[fresh], np.int32),
        relation_type=read_only(kind[fresh], np.int16),
        relation_object=read_only(object_[fresh], np.int32),
        relation_claims=read_only(starts, np.int64),
        claim_relation=read_only(relation, np.int32),
        claim_source=read_only(random.integers(0, SOURCES, claims), np.int32),
        claim_dataset=read_only(np.zeros(claims), np.int16),
        claim_stance=read_only(np.where(random.random(claims) < 0.02, STANCES.index(Stance.DENIES), 0), np.int8),
        claim_modality=read_only(modality, np.int8),
        claim_progress=read_only(np.full(claims, -1), np.int8),
        claim_confidence=read_only(random.integers(0, 3, claims), np.int8),
        claim_polarity=read_only(np.array([t.polarity for t in types])[kind], np.int8),
        claim_event=read_only(event, np.bool_),
        claim_authored=read_only(random.random(claims) < 0.5, np.bool_),
        claim_ended=read_only(np.zeros(claims), np.bool_),
        claim_possible_from=read_only(day, np.int32),
        claim_possible_to=read_only(np.where(event, day + 1, OPEN_END), np.int32),
        claim_certain_from=read_only(day, np.int32),
        claim_certain_to=read_only(day + 1, np.int32),
        claim_known=read_only(day + 1, np.int32),
        claim_addressed_to=read_only(np.full(claims, -1), np.int32),
        claim_voices=read_only(np.arange(claims + 1), np.int64),
        voice=read_only(random.integers(0, 50, claims), np.int32),
    )
    sides: dict[str, Any] = {"out": subject, "in": object_}
    adjacencies = {}
    for name in ADJACENCIES:
        side, _, what = name.partition("_")
        adjacencies[name] = _adjacency(sides[side], event if what == "events" else ~event, day, n)
    dates = [iso_day(int(d)) for d in range(FIRST_DAY, FIRST_DAY + DAYS)]
    with FolderWriter(target) as writer:
        writer.texts("claims/detail", _details(claims))
        ids = ClaimIds.of(np.arange(claims, dtype=np.uint64), np.zeros(claims, dtype=np.uint16))
        write_claims(writer, ids, read_only(day - FIRST_DAY, np.int32), [d or "" for d in dates])
        write_entities(writer, entities)
        write_arrays(writer, columns, adjacencies, index_of(columns, len(types)), worth_of(columns))
        info = DatasetInfo("generated", "Generated", "CC0", "nobody", "generated")
        sources = {s.id: s for s in (_source(i) for i in range(SOURCES))}
        write_head(writer, Head(ontology, {info.id: info}, sources, (), {}, ()))
        key = writer.commit({"entities": n, "relations": len(starts) - 1, "claims": claims, "sources": SOURCES}, ())
    print(f"{key}: {claims:,} claims, {len(starts) - 1:,} relations, {time.perf_counter() - started:.1f} s")


def _entities(n: int) -> list[Entity]:
    return [Entity(f"actor-{i:07d}", "State", f"Actor {i:07d}") for i in range(n)]


def _source(number: int) -> Source:
    return Source(
        f"source-{number:02d}", f"Source {number}", "actor-0000000", "2020", "en", "partial", "generated", "0" * 64, ()
    )


def _heavy_tailed(random: np.random.Generator, n: int, size: int) -> Any:
    """Handles of which the first are by far the most frequent, spread over all."""
    ranks = np.minimum((n ** random.random(size)).astype(np.int64), n - 1)
    return (ranks * 7919) % n


def _adjacency(nodes: Any, chosen: Any, day: Any, n: int) -> Adjacency:
    claims = np.flatnonzero(chosen)
    order = claims[np.lexsort((claims, day[claims], nodes[claims]))]
    return Adjacency(
        read_only(np.searchsorted(nodes[order], np.arange(n + 1)), np.int64),
        read_only(order, np.int32),
        read_only(day[order], np.int32),
    )


def _details(claims: int) -> Any:
    for number in range(claims):
        yield b'{"attributes":{"event_id":"%010d"},"evidence":[[1,"event %010d"]]}' % (number, number)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
