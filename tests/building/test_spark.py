"""The same bytes from a real Spark cluster as from DuckDB: a master and two workers with little memory, on loopback."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.building.distributed.build import build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from tests.building.crowd import crowd
from tests.building.folders import contents

pytestmark = [
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed: see docs/building.md"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),  # of pyspark's own
]

ROWS = 20_000
WORKERS = 2
STARTED_WITHIN = 120  # seconds


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a standalone cluster, whose processes end with the tests."""
    work = tmp_path_factory.mktemp("spark")
    port, page = _free_port(), _free_port()
    where = ("--host", "127.0.0.1", "--port", str(port), "--webui-port", str(page))
    processes = [_start(work, "org.apache.spark.deploy.master.Master", *where)]
    try:
        for _ in range(WORKERS):
            worker = ("--host", "127.0.0.1", "--cores", "1", "--memory", "640m", "--webui-port", "0")
            address = f"spark://127.0.0.1:{port}"
            processes.append(_start(work, "org.apache.spark.deploy.worker.Worker", *worker, address))
        _wait(f"http://127.0.0.1:{page}/json/")
        yield f"spark://127.0.0.1:{port}"
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(30)


def _start(work: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_WORKER_DIR": str(work / "work"),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
    }
    log = (work / f"{name.rsplit('.', 1)[-1]}-{time.monotonic_ns()}.log").open("wb")
    with log:
        return subprocess.Popen(
            [home / "bin" / "spark-class", name, *arguments], env=environment, stdout=log, stderr=log, cwd=work
        )


def _wait(page: str) -> None:
    """Until the master knows its workers."""
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(page, timeout=5) as answer:
                if json.load(answer)["aliveworkers"] == WORKERS:
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise TimeoutError(f"no cluster within {STARTED_WITHIN} s")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_spark_and_duckdb_give_the_same_bytes(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file of the snapshot, and the manifest with it, is the same."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    curated, folders = crowd(tmp_path, ROWS)
    opened = [open_folder(folder) for folder in folders]
    engines = {"spark": engine_of(cluster, "512MB"), "duckdb": engine_of("duckdb", "1GB")}
    parts: set[str] = set()

    def look(step: str, done: int, total: int) -> None:
        if step == "taking claims in":
            parts.update(p.name for p in tmp_path.glob("spark/.unfinished-*/result-3/part-*.parquet"))

    built = {name: build(curated, opened, tmp_path / name, engine, tell=look) for name, engine in engines.items()}
    assert len(parts) > 1, "one worker sorted everything, so the order across parts was not tested"
    assert built["spark"] == built["duckdb"]
    assert min(built["spark"].duplicates, built["spark"].loops) > 0
    assert contents(tmp_path / "spark") == contents(tmp_path / "duckdb")
    manifests = [(tmp_path / name / "manifest.json").read_bytes() for name in engines]
    assert manifests[0] == manifests[1]
