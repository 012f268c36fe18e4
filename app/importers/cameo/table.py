"""Event tables to claims in SQL, from file to file: DuckDB reads, joins the actors, folds, hashes and writes.

No row passes through Python, and memory is bounded: what does not fit is spilled. Values reach SQL as parameters, Arrow
tables or quoted literals.
"""
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from app.errors import MissingExtra
from app.importers.cameo import sql
from app.importers.cameo.actors import Named
from app.importers.cameo.columns import columns, quoted, schema
from app.importers.cameo.layouts import Table
from app.importers.cameo.plans import Plan, choices, plans
from app.model.ontology import Ontology

BATCH: Final = 100_000
MEMORY: Final = "4GB"  # as a build takes it; what is beyond goes to the temporary folder


class Events:
    """The rows of event tables in a database of their own, which spills into `folder`."""

    def __init__(self, folder: Path) -> None:
        try:
            import duckdb
        except ModuleNotFoundError as error:
            raise MissingExtra("scale", error.name or "duckdb") from None
        self._db = duckdb.connect(config={"temp_directory": str(folder), "memory_limit": MEMORY})
        # Joins as they are written: the small table on the right is what is held in memory.
        self._db.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
        self._db.execute(
            "create table rows (event varchar, day date, known date, code varchar, source varchar, target varchar, "
            "told varchar, beyond boolean)"
        )
        self._db.execute("create table files (file varchar, first bigint)")
        self._db.execute("create table unread (file varchar, line bigint, kept bigint)")

    def close(self) -> None:
        """Give back memory and files."""
        self._db.close()

    def read(self, table: Table) -> int:
        """Take in the rows of a table; how many there are, those that cannot be read included."""
        quote = quoted("" if table.delimiter == "\t" else '"')  # what is tab-separated is never quoted
        options = (
            f"delim = {quoted(table.delimiter)}, header = {str(table.header).lower()}, quote = {quote}, "
            f"escape = {quote}, auto_detect = false, strict_mode = false, null_padding = true, ignore_errors = true, "
            f"store_rejects = true, rejects_limit = 0, columns = {schema(table)}"
        )
        first = self._count("rows")
        self._db.execute(
            f"insert into rows select {columns(table)} from read_csv({quoted(str(table.path))}, {options})"
        )
        self._db.execute("insert into files values (?, ?)", [table.name, first])
        self._db.execute(
            "insert into unread select ?, line, line - row_number() over (order by line) from "
            "(select distinct line - ? as line from reject_errors) order by line",
            [table.name, int(table.header)],
        )
        self._db.execute("drop table reject_errors; drop table reject_scans")
        return self._count("rows") - first + self._count(f"unread where file = {quoted(table.name)}")

    def actors(self) -> Iterator[tuple[str, Named]]:
        """The actors that occur, each with its key."""
        found = self._db.execute(
            "select actor, count(*) from (select source as actor from rows union all select target from rows) "
            "where actor is not null group by actor order by actor"
        )
        while batch := found.fetchmany(BATCH):
            for key, times in batch:
                name, country, mark = str(key).rsplit(chr(31), 2)
                yield key, Named(name, country, times, mark == "igo")

    def plan(
        self, ontology: Ontology, ids: Mapping[str, str], kinds: Mapping[str, str], source: str, voice: str
    ) -> None:
        """Settle what each row says: `ids` are entities by actor's key, `kinds` their types.

        `source` is what the ids of the sources begin with, before the day; `voice` whose claims they are.
        """
        entities = sorted(set(ids.values()))
        number = {entity: index for index, entity in enumerate(entities)}
        types = sorted({kinds[entity] for entity in entities})
        kind = [types.index(kinds[entity]) for entity in entities]
        owners = [number[entity] for entity in ids.values()]
        self._load("entities", {"number": list(range(len(entities))), "id": entities})
        self._load("actors", {"key": list(ids), "number": owners, "kind": [kind[owner] for owner in owners]})
        self._load("plans", {name: [getattr(one, name) for one in plans(ontology)] for name in Plan.__slots__})
        chosen = list(choices(ontology, types))
        self._load(
            "chosen",
            {
                "code": [one[0] for one in chosen],
                "source": [types.index(one[1]) for one in chosen],
                "target": [types.index(one[2]) for one in chosen],
                "type": [one[3] for one in chosen],
                "ends": [f"{one[1]} and {one[2]}" for one in chosen],
            },
        )
        self._db.execute(sql.CHOICES)
        self._db.execute(sql.SAID)
        self._db.execute(sql.FOLDED)
        self._db.execute(sql.claims(source, voice))

    def write(self, target: Path) -> int:
        """Write the claims as Parquet; their number."""
        self._db.execute(
            f"copy claims to {quoted(str(target))} (format parquet, compression zstd, compression_level 1)"
        )
        found = self._db.execute(f"select count(*) from read_parquet({quoted(str(target))})").fetchone()
        return int(found[0]) if found else 0

    def named(self, target: Path) -> list[str]:
        """The entities that claims in a file have as ends."""
        written = f"read_parquet({quoted(str(target))})"
        found = self._db.execute(f"select subject from {written} union select object from {written}").fetchall()
        return [entity for (entity,) in found]

    def sources(self, target: Path) -> list[str]:
        """The sources of the claims in a file, sorted."""
        found = self._db.execute(
            f"select distinct source from read_parquet({quoted(str(target))}) order by all"
        ).fetchall()
        return [source for (source,) in found]

    def merged(self) -> int:
        """How many rows only repeat or mirror another one."""
        return self._count("merged")

    def rejected(self) -> Iterator[Sequence[str]]:
        """Rows of which no claim comes, as lines of file, row and reason, in order."""
        found = self._db.execute(sql.REJECTED)
        while batch := found.fetchmany(BATCH):
            yield [line for (line,) in batch]

    def _count(self, what: str) -> int:
        found = self._db.execute(f"select count(*) from {what}").fetchone()
        return int(found[0]) if found else 0

    def _load(self, name: str, columns: Mapping[str, list[Any]]) -> None:
        import pyarrow as pa

        self._db.register("given", pa.table({key: pa.array(values) for key, values in columns.items()}))
        self._db.execute(f"create table {name} as from given")
        self._db.unregister("given")
