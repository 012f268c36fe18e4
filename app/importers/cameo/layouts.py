"""The published layouts of event tables, recognised by their columns: ICEWS (20, with a header), GDELT 1.0 (57 or 58,
without one) and GDELT 2.0 (61, without one).

GDELT: "The GDELT Event Database Data Format Codebook", V1.03 and V2.0. ICEWS: the header of the data files in the
Harvard Dataverse (doi:10.7910/DVN/28075).
"""

from __future__ import annotations

import csv
import gzip
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import InvalidValue

ICEWS: Final = "icews"
GDELT_1: Final = "gdelt-1"
GDELT_2: Final = "gdelt-2"
_ICEWS_HEADER: Final = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_NEEDED: Final = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Country",
    "CAMEO Code",
    "Target Name",
    "Target Country",
)
_ACTOR: Final = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_MIDDLE: Final = (
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
)  # fmt: skip
_GEO_1: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
_GEO_2: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_READ: Final = 1 << 20


def _gdelt(geo: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
        *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
        *_MIDDLE,
        *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in geo),
        *("DATEADDED", "SOURCEURL"),
    )


GDELT_1_COLUMNS: Final = _gdelt(_GEO_1)
GDELT_2_COLUMNS: Final = _gdelt(_GEO_2)


@dataclass(frozen=True, slots=True)
class Table:
    """One event table: the file to read, the name that users know it by, its layout and how it is written."""

    path: Path
    name: str
    layout: str
    columns: tuple[str, ...]
    delimiter: str
    header: bool


def recognise(path: Path, folder: Path) -> Table:
    """The table in a file; what a zip holds is unpacked into `folder`. Raises InvalidValue for no known layout."""
    plain = _unpacked(path, folder) if path.suffix.casefold() == ".zip" else path
    first = _first_line(plain, path)
    for delimiter in ("\t", ","):
        cells = [cell.strip().removeprefix("\ufeff") for cell in next(csv.reader([first], delimiter=delimiter), [])]
        known = _layout(cells, path)
        if known is not None:
            layout, columns, header = known
            return Table(plain, path.name, layout, columns, delimiter, header)
    raise InvalidValue(
        "file",
        f"{path}: {len(first.split(chr(9)))} columns, which is no event table that is known: ICEWS has a header "
        f"({', '.join(_NEEDED)} ...), GDELT 1.0 has 57 or 58 columns and GDELT 2.0 has 61, both without a header",
    )


def _layout(cells: list[str], path: Path) -> tuple[str, tuple[str, ...], bool] | None:
    """Layout, columns and whether there is a header, from the cells of the first line."""
    names = {name.casefold(): name for name in _ICEWS_HEADER}
    found = [names.get(cell.casefold(), cell) for cell in cells]
    if "CAMEO Code" in found or "Event Text" in found:
        missing = [name for name in _NEEDED if name not in found]
        if missing:
            raise InvalidValue("file", f"{path}: an ICEWS table without the column {', '.join(missing)}")
        if len(set(found)) < len(found):
            raise InvalidValue("file", f"{path}: two columns have the same name")
        return ICEWS, tuple(found), True
    for layout, columns, sizes in ((GDELT_1, GDELT_1_COLUMNS, (57, 58)), (GDELT_2, GDELT_2_COLUMNS, (61,))):
        if len(cells) in sizes:
            return layout, columns[: len(cells)], cells[0].casefold() == columns[0].casefold()
    return None


def _first_line(plain: Path, path: Path) -> str:
    with plain.open("rb") as raw:
        line = (gzip.GzipFile(fileobj=raw) if plain.suffix.casefold() == ".gz" else raw).readline(_READ)
    if not line.strip():
        raise InvalidValue("file", f"{path}: is empty")
    return line.decode("utf-8", errors="replace").rstrip("\r\n")


def _unpacked(path: Path, folder: Path) -> Path:
    """The one file in a zip, written into the folder piece by piece."""
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise InvalidValue("file", f"{path}: not a zip file ({error})") from None
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) != 1:
            raise InvalidValue("file", f"{path}: holds {len(members)} files; an event table is one, unpack it first")
        target = folder / f"{path.name}.unpacked"
        with archive.open(members[0]) as packed, target.open("wb") as plain:
            shutil.copyfileobj(packed, plain, _READ)
    return target
