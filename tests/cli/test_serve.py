"""`realpolitik serve` as a real process: it answers, binds, reloads on SIGHUP and on changes, and stops cleanly.

Ports are the kernel's choice, data is a copy, and nothing waits longer than it has to.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeVar

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.api.clients import ROOT

PATIENCE: Final = 40.0  # seconds, on a busy machine; what is tested takes less than two
NARNIA: Final = "entities:\n  - id: narnia\n    type: Region\n    label: Narnia\n    description: A test.\n"
Found = TypeVar("Found")

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs the signals of POSIX")


def until(look: Callable[[], Found | None], what: str) -> Found:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.03)
    raise AssertionError(f"waited {PATIENCE:g} s for {what}")


class Server:
    """A running server: its process, address, log and worker processes."""

    def __init__(self, folder: Path, root: Path, *arguments: str) -> None:
        self._client = httpx.Client(
            verify=False, timeout=PATIENCE, limits=httpx.Limits(max_connections=16, max_keepalive_connections=0)
        )
        self._log = folder / "log"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        environment = {n: v for n, v in os.environ.items() if not n.startswith(("REALPOLITIK_", "PROMETHEUS_"))}
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app", "serve", "--port", "0", "--root", str(root), *arguments],
                cwd=ROOT,
                env={**environment, "TMPDIR": str(self.temporary)},
                stdout=log,
                stderr=log,
            )

    def log(self) -> str:
        """All that the server has written."""
        return self._log.read_text(encoding="utf-8")

    def lines(self, message: str) -> list[dict[str, Any]]:
        """The lines of the log that have a message."""
        found = [json.loads(line) for line in self.log().splitlines() if line.endswith("}")]
        return [line for line in found if message in line["message"]]

    def wait(self) -> None:
        """Wait until it answers that it is there, ready or not."""
        self.address = until(lambda: self._said(r"running on (http://[\d.]+:\d+)"), "an address")
        until(lambda: self._tried("/readyz"), "the first answer")

    def _said(self, pattern: str) -> str:
        assert self.process.poll() is None, self.log()
        found = re.search(pattern, self.log())
        return found[1] if found else ""

    def _tried(self, path: str) -> httpx.Response | None:
        try:
            return self.get(path)
        except httpx.TransportError:
            return None

    @property
    def port(self) -> int:
        """The port that the kernel chose."""
        return int(self.address.rpartition(":")[2])

    def get(self, path: str, request: str = "a-test") -> httpx.Response:
        """Ask on a connection of its own, so that any worker may answer."""
        return self._client.get(self.address + path, headers={"x-request-id": request})

    def ready(self) -> dict[str, Any]:
        """How ready it is."""
        body: dict[str, Any] = self.get("/readyz").json()
        return body

    def workers(self) -> list[int]:
        """The processes that serve, in the order in which they started."""
        return [int(re.sub(r"\D", "", line["message"])) for line in self.lines("Started server process")]

    def hang_up(self) -> None:
        """Send SIGHUP."""
        self.process.send_signal(signal.SIGHUP)

    def close(self) -> None:
        """Let the client go."""
        self._client.close()

    def stop(self) -> int:
        """Send SIGTERM and wait for the end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)


Start = Callable[..., Server]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the curated data."""
    root = tmp_path / "data"
    for folder in ("graph_data", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.fixture
def start(tmp_path: Path, data: Path) -> Iterator[Start]:
    """Start a server on the copy; it is ended with the test."""
    started: list[Server] = []

    def begin(*arguments: str) -> Server:
        server = Server(tmp_path, data, *arguments)
        started.append(server)
        server.wait()
        return server

    yield begin
    for server in started:
        server.close()
        if server.process.poll() is None:
            server.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.process.wait(timeout=PATIENCE)


def add(root: Path) -> None:
    """Add an entity to the data."""
    write(root, NARNIA)


def spoil(root: Path) -> str:
    """Put a mistake in the data; the place where it is comes back."""
    write(root, NARNIA.replace("Region", "Regoin"))
    return "graph_data/entities/zz.yaml:3:11: "


def write(root: Path, text: str) -> None:
    """Replace a file in one step, as editors do."""
    fresh = root / "zz.yaml"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(root / "graph_data" / "entities" / "zz.yaml")


def reachable(host: str, port: int) -> bool:
    """Whether anything listens there."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def alive(pid: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_worker_reloads_on_a_signal(start: Start, data: Path) -> None:
    """One worker answers on 127.0.0.1 only; SIGHUP swaps good data in, and bad data leaves the old, saying where."""
    server = start()
    assert server.address.startswith("http://127.0.0.1:")
    assert not reachable("127.0.0.2", server.port)
    assert server.get("/healthz").json() == {"status": "ok"}
    assert server.get("/v1/entities/iran").json()["entity"]["label"] == "Iran"
    assert server.get("/v1/entities/narnia", "find-me").status_code == 404
    [line] = until(lambda: server.lines("GET /v1/entities/narnia"), "the line of the request")
    assert (line["request_id"], line["status"], line["route"]) == ("find-me", 404, "/v1/entities/{id}")
    first = server.ready()
    assert (first["status"], first["last_load"]["ok"]) == ("ready", True)

    add(data)
    server.hang_up()
    second = until(lambda: found if (found := server.ready())["snapshot"] != first["snapshot"] else None, "the swap")
    assert server.get("/v1/entities/narnia").status_code == 200
    assert server.get(f"/v1/entities/iran?snapshot={first['snapshot']}").status_code == 409

    place = spoil(data)
    server.hang_up()
    third = until(lambda: found if not (found := server.ready())["last_load"]["ok"] else None, "the failed load")
    assert (third["status"], third["snapshot"], third["built_at"]) == ("ready", second["snapshot"], second["built_at"])
    assert any(p.startswith(place) and "did you mean" in p for p in third["last_load"]["problems"])
    assert server.get("/v1/entities/narnia").status_code == 200
    assert any(line["level"] == "error" and place in line["message"] for line in server.lines(place))

    add(data)
    server.hang_up()
    until(lambda: server.ready()["last_load"]["ok"], "the load of repaired data")
    assert server.ready()["snapshot"] == second["snapshot"]
    assert len(server.workers()) == 1
    assert server.stop() in (0, -signal.SIGTERM)
    assert not reachable("127.0.0.1", server.port)
    for text in server.log().splitlines():  # every line is one JSON object
        assert {"time", "level", "logger", "message"} <= set(json.loads(text)), text
    assert "Traceback" not in server.log()


def test_watching(start: Start, data: Path) -> None:
    """With --watch a change of the files is enough; what is broken is said, and links carry the prefix of a proxy."""
    place = spoil(data)
    server = start("--watch", "--root-path", "/graph")
    assert server.get("/readyz").status_code == 503
    assert server.get("/v1/entities/iran").status_code == 503
    assert any(p.startswith(place) for p in server.ready()["last_load"]["problems"])

    add(data)
    first = until(lambda: found if (found := server.ready())["status"] == "ready" else None, "the first good load")
    assert server.get("/v1/entities/narnia").status_code == 200
    assert server.get("/v1/relations?limit=1").json()["next"] == "/graph/v1/relations?limit=1&offset=1"
    assert server.get("/graph/v1/relations?limit=1").json()["next"] == "/graph/v1/relations?limit=1&offset=1"
    assert '"/graph/docs/' in server.get("/docs").text

    spoil(data)
    broken = until(lambda: found if not (found := server.ready())["last_load"]["ok"] else None, "the failed load")
    assert (broken["status"], broken["snapshot"]) == ("ready", first["snapshot"])

    (data / "graph_data" / "entities" / "zz.yaml").unlink()
    until(lambda: server.get("/v1/entities/narnia").status_code == 404, "the removal")
    assert server.stop() in (0, -signal.SIGTERM)


def test_two_workers_swap_without_a_restart(start: Start, data: Path) -> None:
    """SIGHUP swaps in both workers, which stay the same processes; their counts add up; SIGTERM ends all of them."""
    server = start("--workers", "2")
    until(lambda: len(server.workers()) == 2, "two workers")
    workers = server.workers()
    until(lambda: len(server.lines("Application startup complete")) == 2, "two workers that serve")
    old = server.ready()["snapshot"]

    add(data)
    server.hang_up()
    until(lambda: len([s for s in server.lines("snapshot loaded") if s["snapshot"] != old]) == 2, "two swaps")
    with ThreadPoolExecutor(8) as pool:
        seen = set(pool.map(lambda _: server.ready()["snapshot"], range(40)))
        assert len(seen) == 1
        assert old not in seen
        found = set(pool.map(lambda _: server.get("/v1/entities/narnia").status_code, range(40)))
        assert found == {200}
    assert server.workers() == workers
    assert all(alive(pid) for pid in workers)

    for _ in range(3):  # whichever worker answers
        text = server.get("/metrics").text
        samples = [s for family in text_string_to_metric_families(text) for s in family.samples]
        counted = [s for s in samples if s.name == "realpolitik_requests_total"]
        assert [s.value for s in counted if s.labels["route"] == "/v1/entities/{id}"] == [40]
        assert [s.value for s in samples if s.name == "realpolitik_last_load_ok"] == [1]
        sizes = {s.labels["what"]: s.value for s in samples if s.name == "realpolitik_snapshot_size"}
        assert set(sizes) == {"entities", "relations", "claims"}
        assert all("pid" not in s.labels for s in samples)

    place = spoil(data)
    server.hang_up()
    until(lambda: len(server.lines("snapshot refused")) == 2, "two refusals")
    assert server.ready()["snapshot"] in seen
    assert any(p.startswith(place) for p in server.ready()["last_load"]["problems"])
    assert "realpolitik_last_load_ok 0.0" in server.get("/metrics").text

    assert list(server.temporary.iterdir()) != []
    assert server.stop() == 0
    until(lambda: not any(alive(pid) for pid in workers), "the end of the workers")
    assert list(server.temporary.iterdir()) == []
    assert not reachable("127.0.0.1", server.port)


def refused(root: Path, *arguments: str, **environment: str) -> str:
    """What `serve` says when it does not start: its status is 1."""
    clean = {n: v for n, v in os.environ.items() if not n.startswith("REALPOLITIK_")}
    done = subprocess.run(
        [sys.executable, "-m", "app", "serve", "--port", "0", "--root", str(root), *arguments],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_broken_data_is_not_served(data: Path) -> None:
    """With broken data the server does not start, and every problem is printed with its place."""
    place = spoil(data)
    said = refused(data, "--workers", "2", REALPOLITIK_LOG_FORMAT="text")
    assert f"\n{place}" in f"\n{said}"
    assert "running on" not in said
    assert said.splitlines()[-1].startswith("error: ")


def test_a_folder_without_data(tmp_path: Path) -> None:
    """A folder that holds no data is named."""
    assert str(tmp_path) in refused(tmp_path)


def test_settings_that_are_none(tmp_path: Path) -> None:
    """Options and variables that are not acceptable are named, all of them."""
    said = refused(tmp_path, "--port", "70000", "--workers", "0", REALPOLITIK_LOG_LEVEL="loud")
    for words in ("port (REALPOLITIK_PORT) is 70000", "workers (REALPOLITIK_WORKERS) is 0", "REALPOLITIK_LOG_LEVEL"):
        assert words in said


def test_a_port_that_is_taken(data: Path) -> None:
    """A port that another process has is an error, and the server ends."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = refused(data, "--port", str(taken.getsockname()[1]))
    assert "address already in use" in said
