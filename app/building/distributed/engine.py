"""The engines that a build runs on: DuckDB in this process, or Spark. Both read Parquet, and Ibis speaks both's SQL.

Ibis compiles; what it compiled is run on the engine's own connection, whose ways of handing results over change more
often than its SQL. They come back as Arrow batches: DuckDB streams them, Spark writes Parquet, which is then read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol

from app.errors import BoundExceeded, InvalidValue, MissingExtra

BATCH: Final = 131_072
DUCKDB: Final = "duckdb"
SPARK: Final = "spark://"
_SIZE: Final = re.compile(r"([1-9]\d*)\s*(MB|GB)\Z", re.IGNORECASE)


class Engine(Protocol):
    """What a build asks of an engine."""

    def read(self, path: Path) -> Any:
        """A Parquet file as an Ibis table."""

    def collect(self, expression: Any) -> Any:
        """A small result as an Arrow table."""

    def batches(self, expression: Any) -> Iterator[Any]:
        """A large result as Arrow record batches, in its order."""


Opener = Callable[[Path], AbstractContextManager[Engine]]  # given a folder for what does not fit into memory


def engine_of(name: str, memory: str, threads: int | None = None) -> Opener:
    """What opens the engine of that name: `duckdb`, `spark://HOST:PORT`, or `spark://local`."""
    size = _SIZE.match(memory.strip())
    if size is None:
        raise InvalidValue("memory", f"memory {memory!r} is not a size: write it as 4GB or 512MB")
    limit = f"{int(size[1])}{size[2].upper()}"
    if name == DUCKDB:
        _require("scale", "pyarrow", "ibis", "duckdb")
        return lambda scratch: _duckdb(scratch, limit, threads)
    if name.startswith(SPARK) and len(name) > len(SPARK):
        _require("scale", "pyarrow", "ibis")
        _require("spark", "pyspark")
        return lambda scratch: _spark(scratch, name, limit)
    raise InvalidValue(
        "engine",
        f"unknown engine {name!r}: use duckdb, spark://HOST:PORT for a cluster, or spark://local",
        ("duckdb", "spark://HOST:PORT", "spark://local"),
    )


def _require(extra: str, *packages: str) -> None:
    for package in packages:
        if find_spec(package) is None:
            raise MissingExtra(extra, package)


@contextmanager
def _duckdb(scratch: Path, memory: str, threads: int | None) -> Iterator[Engine]:
    import duckdb

    settings: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": str(scratch / "spilled"),
        "preserve_insertion_order": False,  # our order is total
        "autoinstall_known_extensions": False,  # nothing is fetched
    }
    with duckdb.connect(config=settings if threads is None else {**settings, "threads": threads}) as connection:
        try:
            yield _DuckDB(connection)
        except duckdb.OutOfMemoryException as error:
            reason = str(error).partition("\n")[0]
            message = f"{memory} of memory are not enough for DuckDB ({reason}): give it more with --memory"
            raise BoundExceeded("memory", message) from None


class _DuckDB:
    """Runs in this process, within its limit of memory; what does not fit is spilled into the scratch folder."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._tables = 0

    def read(self, path: Path) -> Any:
        self._tables += 1
        name = f"table_{self._tables}"
        self._connection.read_parquet(str(path)).create_view(name)
        return _table(name, path)

    def collect(self, expression: Any) -> Any:
        with self._connection.cursor() as cursor:
            return cursor.sql(_sql(expression, "duckdb")).to_arrow_table()

    def batches(self, expression: Any) -> Iterator[Any]:
        with self._connection.cursor() as cursor:  # of its own: it is busy until the last batch is taken
            yield from cursor.sql(_sql(expression, "duckdb")).to_arrow_reader(BATCH)


@contextmanager
def _spark(scratch: Path, name: str, memory: str) -> Iterator[Engine]:
    from pyspark.sql import SparkSession

    local = name == f"{SPARK}local"
    builder = SparkSession.builder.master("local[*]" if local else name).appName("realpolitik build")
    settings = {
        "spark.driver.memory" if local else "spark.executor.memory": memory.removesuffix("B").lower(),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.parquet.compression.codec": "zstd",
        "spark.sql.adaptive.coalescePartitions.minPartitionSize": "64k",  # so that all cores sort
    }
    if re.match(r"spark://(localhost|127\.|\[::1\])", name) or local:
        settings["spark.driver.host"] = "127.0.0.1"
        settings["spark.driver.bindAddress"] = "127.0.0.1"
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield _Spark(session, scratch)
    finally:
        session.stop()


class _Spark:
    """Runs on a cluster whose machines see the same folders as this one."""

    def __init__(self, session: Any, scratch: Path) -> None:
        self._session = session
        self._scratch = scratch
        self._tables = 0
        self._results = 0

    def read(self, path: Path) -> Any:
        self._tables += 1
        name = f"table_{self._tables}"
        self._session.read.parquet(str(path.resolve())).createOrReplaceTempView(name)
        return _table(name, path)

    def collect(self, expression: Any) -> Any:
        import pyarrow as pa

        return pa.Table.from_batches(list(self.batches(expression)), schema=expression.schema().to_pyarrow())

    def batches(self, expression: Any) -> Iterator[Any]:
        """A sorted result lies in files whose names are in its order."""
        import pyarrow.parquet as pq

        self._results += 1
        folder = (self._scratch / f"result-{self._results}").resolve()
        self._session.sql(_sql(expression, "pyspark")).write.parquet(str(folder))
        wanted = expression.schema().to_pyarrow()
        for path in sorted(folder.glob("part-*.parquet")):
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(BATCH):
                    yield batch.cast(wanted)


def _table(name: str, path: Path) -> Any:
    """A table that the engine knows by name, with the columns of a Parquet file."""
    import ibis
    import pyarrow.parquet as pq

    columns = ibis.Schema.from_pyarrow(pq.read_schema(path))
    return ibis.table({column: kind.copy(nullable=True) for column, kind in columns.items()}, name=name)


def _sql(expression: Any, dialect: str) -> str:
    import ibis

    return str(ibis.to_sql(expression, dialect=dialect))
