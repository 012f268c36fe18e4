"""A crowd of claims in two data sets and a small curated world: enough rows for engines to divide them among
themselves, with all that a build must settle: merges, loops, turned pairs, claims said twice, vague and open dates.
"""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

from app.model.dataset import Dataset
from app.model.records import entity_record, source_record, text_of
from app.model.source import DatasetInfo
from tests.building.folders import write_rows
from tests.conformance.strategies import OPEN, POINTS
from tests.worlds import World

STATES = [f"state-{n:02}" for n in range(40)]
MERGED = [f"old-state-{n:02}" for n in range(10)]
GROUPS = [f"group-{n:03}" for n in range(200)]
TYPES = ("allied_with", "tense_with", "supports", "affects", "attacks", "visits", "consults_with")
DATES = (*POINTS, *OPEN)


def crowd(at: Path, rows: int, *, shuffled: int | None = None) -> tuple[Dataset, list[Path]]:
    """The curated world, and two folders with so many claims together; `shuffled` turns the order of their rows."""
    world = World()
    for n, key in enumerate(STATES):
        world.state(key, was=MERGED[n : n + 1])
    world.source("gazette")
    world.claim(STATES[0], "supports", MERGED[5], by=STATES[1])
    described = World()
    for key in GROUPS:
        described.group(key)
    folders = []
    for n, key in enumerate(("first", "second")):
        for year in range(2010, 2016):
            described.source(f"{key}-{year}", published=f"{year}-12", dataset=key)
        made = described.dataset()
        tables: dict[str, list[dict[str, Any]]] = {
            "entities": [{"id": e.id, "type": e.type, "record": text_of(entity_record(e))} for e in made.entities],
            "sources": [{"id": s.id, "record": text_of(source_record(s))} for s in made.sources if s.dataset == key],
            "claims": [row for i in range(n, rows, 2) for row in _claims(key, i)],
        }
        rng = None if shuffled is None else random.Random(shuffled)
        folders.append(write_rows(at / key, DatasetInfo(key, key, "CC0-1.0", key, "A test."), tables, rng=rng))
    return world.dataset(), folders


def _claims(key: str, number: int) -> list[dict[str, Any]]:
    """One claim; one in fifty is said twice, with another note."""
    rng = random.Random(f"{key} {number}")
    subject = rng.choice(STATES + MERGED)
    row: dict[str, Any] = {
        "id": hashlib.sha256(f"{key} {number}".encode()).hexdigest()[:20],
        "source": f"{key}-{rng.randrange(2010, 2016)}",
        "subject": subject,
        "type": rng.choice(TYPES),
        "object": rng.choice(GROUPS if rng.random() < 0.8 else STATES + MERGED),
        "voices": text_of({"v": sorted(rng.sample(STATES + MERGED, rng.choice((1, 1, 3))))})[5:-1],
        "addressed_to": rng.choice((None, None, *MERGED)),
        "stance": rng.choice(("affirms", "affirms", "denies", "questions")),
        "modality": rng.choice(("fact", "alleged", "planned")),
        "confidence": rng.choice(("low", "medium", "high")),
        "progress": rng.choice((None, None, "attempted")),
        "edtf": rng.choice(DATES),
        "effect": rng.choice((None, "harms", "helps", "unclear", "otherwise")),
        "ended": rng.random() < 0.1,
    }
    via = {"via": rng.choice(MERGED)} if rng.random() < 0.1 else {}
    told = "It is told at length. " * 25  # so that it takes some room
    details = [{"evidence": [[1, f"Row {number}, “{note}”. {told}"]], **via} for note in ("so it is", "so they say")]
    count = 2 if number % 50 == 7 else 1
    return [{**row, "detail": text_of(detail)} for detail in details[:count]]
