"""Writes a snapshot that is held in memory to disk: the plain way, and what a distributed build must come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from app.model.records import claim_detail, text_of
from app.snapshot.columns import Snapshot
from app.snapshot.folder import FolderWriter
from app.snapshot.layout import (
    ADJACENCIES,
    ClaimIds,
    Head,
    split_ids,
    write_arrays,
    write_claims,
    write_entities,
    write_head,
)


def write(snapshot: Snapshot, target: Path, inputs: Iterable[Mapping[str, Any]] = ()) -> str:
    """Write a snapshot as a folder; the id that it has there, which is the hash of its files."""
    dates = sorted({claim.valid.edtf for claim in snapshot.claims})
    position = {date: index for index, date in enumerate(dates)}
    with FolderWriter(target) as writer:
        writer.texts("claims/detail", (text_of(claim_detail(claim)).encode() for claim in snapshot.claims))
        write_claims(
            writer,
            ClaimIds.of(*split_ids(np.array([claim.id.encode() for claim in snapshot.claims], dtype="S20"))),
            np.array([position[claim.valid.edtf] for claim in snapshot.claims], dtype=np.int32),
            dates,
        )
        write_entities(writer, snapshot.entities)
        adjacencies = {name: getattr(snapshot, name) for name in ADJACENCIES}
        write_arrays(writer, snapshot.columns, adjacencies, snapshot.index, snapshot.worth)
        write_head(
            writer,
            Head(
                snapshot.ontology,
                snapshot.datasets,
                snapshot.sources,
                snapshot.silences,
                snapshot.merged,
                snapshot.rules,
            ),
        )
        return writer.commit(
            {
                "entities": len(snapshot.entities),
                "relations": len(snapshot.columns.relation_subject),
                "claims": len(snapshot.claims),
                "sources": len(snapshot.sources),
            },
            inputs,
        )
