"""Reads our own NDJSON export: one record a line, each of a named kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import InvalidValue


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records. Raises InvalidValue with the line that cannot be read."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InvalidValue("file", f"{path}:{number}: not JSON ({error})") from None
            if not isinstance(record, dict) or not isinstance(record.get("record"), str):
                raise InvalidValue("file", f"{path}:{number}: a record names its kind under `record`")
            yield record
