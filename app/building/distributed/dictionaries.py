"""Dictionaries of what claims refer to: few differ, so they are numbered in this process and joined to the claims.

Each is a small table of a key and its number. What cannot be read (a date that is none, a voice that nobody describes)
gets no number; the claims that need it are found by that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.errors import InvalidDate
from app.model.dates import Bounds, event_bounds, parse_edtf, state_bounds
from app.model.ontology import Ontology, claim_polarity
from app.snapshot.columns import Int8, Int32, Int64

EFFECTS: Final = ("harms", "helps", "unclear")  # and the position after these for any other and for none


@dataclass(frozen=True, slots=True)
class Dates:
    """The EDTF texts that claims have, sorted, with the four bounds of each as an event's and as a state's date."""

    texts: tuple[str, ...]
    event: Int32
    state: Int32

    def table(self) -> dict[str, Any]:
        """Key, number, and the first possible day of either kind."""
        return {
            "key": list(self.texts),
            "number": np.arange(len(self.texts), dtype=np.int32),
            "event_from": self.event[:, 0],
            "state_from": self.state[:, 0],
        }


@dataclass(frozen=True, slots=True)
class Voices:
    """The lists of voices that claims have, as texts, and the handles in each: sorted, each once, merges followed."""

    texts: tuple[str, ...]
    start: Int64
    handle: Int32

    def table(self) -> dict[str, Any]:
        """Key and number."""
        return {"key": list(self.texts), "number": np.arange(len(self.texts), dtype=np.int32)}


def dates_of(texts: Iterable[str | None]) -> Dates:
    """The dates among these texts."""
    found: dict[str, tuple[Bounds, Bounds]] = {}
    for text in sorted({t for t in texts if t is not None}):
        try:
            edtf = parse_edtf(text)
        except InvalidDate:
            continue
        found[text] = event_bounds(edtf), state_bounds(edtf)
    return Dates(tuple(found), _bounds([e for e, _ in found.values()]), _bounds([s for _, s in found.values()]))


def voices_of(texts: Iterable[str | None], handles: Mapping[str, int]) -> Voices:
    """The lists of voices among these texts of which all voices are known."""
    found: dict[str, list[int]] = {}
    for text in sorted({t for t in texts if t is not None}):
        named = read_voices(text)
        if named is not None and all(voice in handles for voice in named):
            found[text] = sorted({handles[voice] for voice in named})
    lengths = [len(v) for v in found.values()]
    return Voices(
        tuple(found),
        np.cumsum([0, *lengths], dtype=np.int64),
        np.array([v for voices in found.values() for v in voices], dtype=np.int32),
    )


def read_voices(text: str) -> list[str] | None:
    """The ids in a JSON list; None where it is none."""
    try:
        named = json.loads(text)
    except ValueError:
        return None
    return named if isinstance(named, list) and all(isinstance(v, str) for v in named) else None


def handles_table(handles: Mapping[str, int]) -> dict[str, Any]:
    """Key and number of whatever has a handle."""
    return {"key": list(handles), "number": np.fromiter(handles.values(), dtype=np.int32, count=len(handles))}


def types_table(ontology: Ontology) -> dict[str, Any]:
    """Key and number of relation types, and whether pairs are sorted and dates are those of events."""
    types = ontology.relation_types
    return {
        **handles_table({name: position for position, name in enumerate(types)}),
        "symmetric": [t.symmetric for t in types.values()],
        "event": [t.kind == "event" for t in types.values()],
    }


def polarities(ontology: Ontology) -> Int8:
    """The polarity of a claim by the position of its type and of its effect."""
    effects: tuple[dict[str, str], ...] = (*({"effect": e} for e in EFFECTS), {})
    rows = [[claim_polarity(t, effect) for effect in effects] for t in ontology.relation_types.values()]
    return np.array(rows, dtype=np.int8).reshape(-1, len(effects))


def write_table(columns: Mapping[str, Any], path: Path) -> Path:
    """Write a dictionary where the engine reads it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays = {name: pa.array(values, type=pa.string() if name == "key" else None) for name, values in columns.items()}
    if not len(columns["key"]):  # lists without values have no type
        arrays = {name: array.cast(_EMPTY.get(name, "int32")) for name, array in arrays.items()}
    pq.write_table(pa.table(arrays), path)
    return path


_EMPTY: Final[Mapping[str, str]] = {"key": "string", "symmetric": "bool", "event": "bool"}


def _bounds(bounds: Sequence[Bounds]) -> NDArray[np.int32]:
    rows = [(b.possible_from, b.possible_to, b.certain_from, b.certain_to) for b in bounds]
    return np.array(rows, dtype=np.int32).reshape(-1, 4)
