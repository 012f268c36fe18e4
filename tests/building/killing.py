"""What a process does that is going to be killed: in a module that such a process can import."""

from __future__ import annotations

import random
from pathlib import Path

from app.building.distributed.build import build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from tests.building.folders import parted
from tests.worlds import merged


def build_whole(at: Path) -> None:
    """Build the world of merges into `snapshot`."""
    curated, folders = parted(merged().dataset(), ["press"], at, random.Random(1))
    opened = [open_folder(path) for path in folders]
    build(curated, opened, at / "snapshot", engine_of("duckdb", "1GB", 1), tell=lambda *_: None)
