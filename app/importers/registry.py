"""The registry of importers: our own exports by form, foreign data by name; each module is imported on use.

A module of foreign data has `read(files, to)`: it reads the files and hands what it finds to the `Collector`.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import InvalidValue

if TYPE_CHECKING:
    from app.importers.collector import Collector

Record = dict[str, Any]
UCDP = "Uppsala Conflict Data Program, Department of Peace and Conflict Research, Uppsala University"
CC_BY = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


@dataclass(frozen=True, slots=True)
class Importer:
    """One form of our own exports: its name, what it is, the suffixes of its files, the module that reads it."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str

    def records(self, path: Path) -> Iterator[Record]:
        """The records of a file, each with its kind under `record`."""
        found: Iterable[Record] = importlib.import_module(self.module).read(path)
        yield from found


@dataclass(frozen=True, slots=True)
class ForeignImporter:
    """One kind of foreign data: its files, what begins the ids of its own entities, whose data it usually is."""

    name: str
    title: str
    files: str
    module: str
    prefix: str  # empty: the id of the data set, so that two data sets share nothing by chance
    licence: str
    attribution: str
    coverage: str
    licence_url: str | None = None
    suffix: str | None = None  # of the files in a folder, where folders may be given

    def named(self, paths: Sequence[Path]) -> dict[str, Path]:
        """The files by the name that a user finds them by; those of a folder with the folder's name before theirs.

        Raises InvalidValue for a folder where only files are read, and where two files would have one name.
        """
        named: dict[str, Path] = {}
        for path in paths:
            if path.is_dir() and self.suffix is None:
                raise InvalidValue("files", f"{path} is a folder: name the files, {self.files}")
            inside = sorted(path.rglob(f"*{self.suffix}")) if path.is_dir() else [path]
            if not inside:
                raise InvalidValue("files", f"{path} holds no file *{self.suffix}")
            for file in inside:
                name = file.name if self.suffix is None else f"{file.parent.name}/{file.name}"
                if name in named:
                    message = f"two files are called {name!r}: rename one, so that rejected rows can be found"
                    raise InvalidValue("files", message)
                named[name] = file
        return named

    def read(self, files: Sequence[Path], to: Collector) -> None:
        """Read the files into the collector."""
        importlib.import_module(self.module).read(files, to)


IMPORTERS: tuple[Importer, ...] = (
    Importer("ndjson", "our own NDJSON export", (".ndjson", ".jsonl"), "app.importers.ndjson"),
    Importer("parquet", "our own Parquet export (zip)", (".zip",), "app.importers.parquet"),
)

FOREIGN: tuple[ForeignImporter, ...] = (
    ForeignImporter(
        "claims",
        "Table of claims",
        ".csv, .tsv, .ndjson, .parquet or .xlsx with the columns of docs/importers/claims.md",
        "app.importers.claims",
        "",
        "not stated",
        "not stated",
        "What its makers put into the table.",
    ),
    ForeignImporter(
        "ucdp-ged",
        "UCDP Georeferenced Event Dataset",
        ".csv or .xlsx as UCDP publishes it",
        "app.importers.ucdp_ged",
        "ucdp",
        CC_BY[0],
        UCDP,
        "Events of organised violence in which somebody was killed, as UCDP coded them from news and other reports.",
        CC_BY[1],
    ),
    ForeignImporter(
        "ucdp-esd",
        "UCDP External Support Dataset",
        ".xlsx or .csv, the table of actor-years",
        "app.importers.ucdp_esd",
        "ucdp",
        CC_BY[0],
        UCDP,
        "Support from outside to parties of armed conflicts that UCDP counts, by year.",
        CC_BY[1],
    ),
    ForeignImporter(
        "factbook",
        "CIA World Factbook",
        ".json, one page a country, in a folder for each year",
        "app.importers.factbook",
        "factbook",
        "public domain",
        "Central Intelligence Agency, The World Factbook",
        "Borders, memberships, groups listed under terrorism, trade partners and disputes of the countries given.",
        suffix=".json",
    ),
    ForeignImporter(
        "cameo-events",
        "Machine-coded events",
        "an event table of ICEWS (20 columns), GDELT 1.0 (57 or 58) or GDELT 2.0 (61): .tsv, .csv, .gz or .zip",
        "app.importers.cameo_events",
        "cameo",
        "terms of each data set",
        "ICEWS or the GDELT Project, as the table is recognised",
        "What programs coded from news stories with CAMEO. Nobody has read these events.",
    ),
)


def get(name: str) -> Importer:
    """The importer of our own exports of this name. Raises InvalidValue with the names that there are."""
    for known in IMPORTERS:
        if known.name == name:
            return known
    raise _unknown(name)


def foreign(name: str) -> ForeignImporter | None:
    """The importer of foreign data of this name, None for a form of our own exports. Raises InvalidValue otherwise."""
    for known in FOREIGN:
        if known.name == name:
            return known
    if any(own.name == name for own in IMPORTERS):
        return None
    raise _unknown(name)


def _unknown(name: str) -> InvalidValue:
    names = (*(i.name for i in IMPORTERS), *(f.name for f in FOREIGN))
    return InvalidValue("importer", f"unknown importer {name!r}: use {', '.join(names)}", names)
