"""Writes an event table in ICEWS's 20 columns, made up but shaped like ICEWS18: heavy-tailed, 23,033 actors, 256 codes.

    python -m benchmarks.event_tables N FILE [SEED]

The same N and seed give the same bytes. Names, places and stories are invented; some rows mirror the visit or meeting
of the row before them, as event coding does.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa

from app.importers.cameo.codes import codes

ACTORS: Final = 23_033
CODES: Final = 256
DAYS: Final = 304
CHUNK: Final = 1_000_000
HEADER: Final = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_COUNTRIES: Final = (
    "Afghanistan", "Australia", "Bangladesh", "Brazil", "Canada", "China", "Egypt", "France", "Germany", "India",
    "Indonesia", "Iran", "Iraq", "Israel", "Italy", "Japan", "Kazakhstan", "Kenya", "Malaysia", "Mexico", "Nepal",
    "Nigeria", "Pakistan", "Philippines", "Poland", "Qatar", "Russian Federation", "Saudi Arabia", "Somalia",
    "South Korea", "Spain", "Sri Lanka", "Sudan", "Syria", "Tajikistan", "Thailand", "Turkey", "Ukraine",
    "United Kingdom", "United States", "Uzbekistan", "Vietnam", "Yemen",
)  # fmt: skip
_ROLES: Final = (
    "Citizen", "Government", "Police", "Military", "Militant", "Armed Rebel", "Protester", "Head of Government",
    "Foreign Affairs", "Court Judge", "Criminal", "Student", "Journalist", "Business", "Villager", "Men",
)  # fmt: skip
_COMMON: Final = ("010", "036", "040", "042", "043", "051", "111", "112", "173", "190")
_MIRRORED: Final[Mapping[str, str]] = MappingProxyType(
    {"040": "040", "041": "041", "042": "043", "043": "042", "044": "044", "046": "046", "057": "057"}
)
_WRITTEN: Final = """
copy (
    select 20000000 + n, strftime(date '2018-01-01' + d, '%Y-%m-%d'), a.name, a.sectors, a.country,
        codes.label, codes.code, codes.goldstein, b.name, b.sectors, b.country, story, sentence,
        'Invented Newswire ' || publisher, 'City ' || city, 'District ' || (city % 700), 'Province ' || (city % 90),
        b.country, round(-60 + (city % 1200) / 10.0, 4), round(-170 + (city % 3400) / 10.0, 4)
    from drawn join actors a on a.rank = s join actors b on b.rank = t join codes on codes.rank = c
    order by n
) to '{part}' (format csv, delimiter '\t', quote '', escape '', header false)
"""


def write(count: int, target: Path, seed: int = 18) -> None:
    """Write `count` events to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, target.open("wb") as out, duckdb.connect() as db:
        out.write(("\t".join(HEADER) + "\n").encode())
        mirrored = _dictionaries(db)
        for start in range(0, count, CHUNK):
            part = Path(folder) / f"{start}.tsv"
            db.register("drawn", _drawn(start, min(CHUNK, count - start), seed, mirrored))
            db.execute(_WRITTEN.format(part=part))
            db.unregister("drawn")
            with part.open("rb") as written:
                shutil.copyfileobj(written, out, 1 << 22)
            part.unlink()


def _dictionaries(db: duckdb.DuckDBPyConnection) -> dict[int, int]:
    """Actors by rank (states first, they act most) and codes by rank; the ranks of codes that mirror each other."""
    actors = [(land, "", land) for land in _COUNTRIES]
    actors += [(f"{role} ({land})", role, land) for role in _ROLES for land in _COUNTRIES]
    for number in range(len(actors), ACTORS):
        sectors = "Executive,Government" if number % 3 else "Social"
        actors.append((f"Person {number}", sectors, _COUNTRIES[number % len(_COUNTRIES)]))
    leaves = [code for code in codes() if len(code.code) > 2]
    ranked = sorted(leaves, key=lambda code: (code.code not in _COMMON, code.code))[:CODES]
    listed: dict[str, dict[str, list[Any]]] = {
        "actors": {
            "name": [a[0] for a in actors],
            "sectors": [a[1] for a in actors],
            "country": [a[2] for a in actors],
        },
        "codes": {
            "code": [code.code for code in ranked],
            "label": [code.label for code in ranked],
            "goldstein": [f"{code.goldstein:.1f}" for code in ranked],
        },
    }
    for name, columns in listed.items():
        db.register("listed", pa.table({"rank": list(range(len(next(iter(columns.values()))))), **columns}))
        db.execute(f"create table {name} as from listed")
        db.unregister("listed")
    rank = {code.code: at for at, code in enumerate(ranked)}
    return {rank[one]: rank[other] for one, other in _MIRRORED.items() if one in rank}


def _ranks(random: np.random.Generator, size: int, most: int) -> np.ndarray[Any, np.dtype[np.int32]]:
    """Ranks below `most` whose frequency falls as one over the rank (Zipf's law): uniform in the exponent."""
    return np.minimum(np.power(most + 1.0, random.random(size)).astype(np.int32) - 1, most - 1)


def _drawn(start: int, size: int, seed: int, mirrored: Mapping[int, int]) -> pa.Table:
    random = np.random.default_rng((seed, start))
    number = np.arange(start, start + size)
    source, target = _ranks(random, size, ACTORS), _ranks(random, size, ACTORS)
    source = np.where(number < ACTORS, number % ACTORS, source).astype(np.int32)  # each actor is there
    target = np.where(source == target, (target + 1) % ACTORS, target).astype(np.int32)
    code = np.where(number < CODES, number % CODES, _ranks(random, size, CODES)).astype(np.int32)  # and each code
    day = random.integers(0, DAYS, size, dtype=np.int32)
    turned = np.arange(CODES, dtype=np.int32)
    for one, other in mirrored.items():
        turned[one] = other
    mirrors = np.flatnonzero((random.random(size) < 0.3) & (number > ACTORS))
    mirrors = mirrors[(mirrors > 0) & np.isin(code[mirrors - 1], list(mirrored))]
    code[mirrors], day[mirrors] = turned[code[mirrors - 1]], day[mirrors - 1]
    source[mirrors], target[mirrors] = target[mirrors - 1].copy(), source[mirrors - 1].copy()
    columns = {
        "n": number,
        "s": source,
        "t": target,
        "c": code,
        "d": day,
        "story": random.integers(1_000_000, 9_000_000, size),
        "sentence": random.integers(1, 7, size, dtype=np.int32),
        "publisher": _ranks(random, size, 300),
        "city": _ranks(random, size, 5_000),
    }
    return pa.table(columns)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), *(int(given) for given in sys.argv[3:4]))
