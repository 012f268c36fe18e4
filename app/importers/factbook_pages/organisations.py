"""Abbreviations of organisations as the World Factbook writes them, read from `organisations.tsv` beside this file."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Organisation:
    """What an abbreviation stands for, and which type of entity that is: peacekeeping forces are joint forces."""

    name: str
    type: str


@functools.lru_cache(maxsize=1)
def organisations() -> Mapping[str, Organisation]:
    """All of them, by abbreviation."""
    text = files(__package__).joinpath("organisations.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType({row["abbreviation"]: Organisation(row["name"], row["type"]) for row in rows})
