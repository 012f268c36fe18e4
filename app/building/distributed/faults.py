"""Says what is wrong with claims that refer to what is not there: in which data set, which claim, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.building.distributed.dictionaries import read_voices
from app.building.distributed.folders import Folder
from app.building.distributed.joining import CURATED, Joined
from app.errors import InvalidDataset, InvalidDate
from app.model.dates import parse_edtf
from app.snapshot.columns import CONFIDENCES, MODALITIES, PROGRESSES, STANCES


def explain(rows: Sequence[Mapping[str, Any]], folders: Sequence[Folder], joined: Joined) -> InvalidDataset:
    """The error for claims at fault, given as they were written, with the position of their data set."""
    origin = int(rows[0]["origin"])
    told = [f"claim {row['id']}: {'; '.join(_faults(row, joined))}" for row in rows if row["origin"] == origin]
    place = folders[origin - 1].path if origin else CURATED
    return InvalidDataset(place, "\n  ".join(told))


def _faults(row: Mapping[str, Any], joined: Joined) -> Iterator[str]:
    for name in ("subject", "object"):
        if row[name] not in joined.handles:
            yield f"its {name} {row[name]!r} is an entity that no data set describes"
    if row["addressed_to"] is not None and row["addressed_to"] not in joined.handles:
        yield f"it is addressed to {row['addressed_to']!r}, an entity that no data set describes"
    if row["type"] not in joined.head.ontology.relation_types:
        yield f"its type {row['type']!r} is not in the ontology"
    if row["source"] not in joined.head.sources:
        yield f"its source {row['source']!r} is in no data set"
    voices = read_voices(row["voices"]) if row["voices"] is not None else None
    if voices is None:
        yield f"its voices {row['voices']!r} are no JSON list of ids"
    else:
        yield from (
            f"its voice {v!r} is an entity that no data set describes" for v in voices if v not in joined.handles
        )
    try:
        parse_edtf(row["edtf"] or "")
    except InvalidDate as error:
        yield str(error)
    for name, known in (("stance", STANCES), ("modality", MODALITIES), ("confidence", CONFIDENCES)):
        if row[name] not in known:
            yield f"its {name} {row[name]!r} is none of {', '.join(known)}"
    if row["progress"] is not None and row["progress"] not in PROGRESSES:
        yield f"its progress {row['progress']!r} is none of {', '.join(PROGRESSES)}"
