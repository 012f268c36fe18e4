"""Ten million events through import, build and service, then minutes of load with reloads: `make soak`.

Prints how long each step takes and what it leaves on the disk, asks every kind of question once, then lets wrk (Debian
package `wrk`) ask with 16 connections while the service is told to reload four times, and watches its memory. Fails on
any answer that is no answer, and where memory grows by more than a tenth after the first reload.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from benchmarks import event_tables
from benchmarks.http_peers import script

RELOADS = 4
CONNECTIONS = 16
GROWTH = 1.1


def main() -> int:
    """Run the soak; the exit status is 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work; what is there already is used again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        snapshot = _built(folder, asked.events)
        server = _Server(snapshot, asked.workers)
        try:
            return _asked(server) + _loaded(server, folder, asked.seconds)
        finally:
            server.stop()


def _built(folder: Path, events: int) -> Path:
    table, dataset, snapshot = folder / "events.tsv", folder / "dataset", folder / "snapshot"
    if not table.exists():
        _timed("generate", lambda: event_tables.write(events, table))
    if not dataset.exists():
        _timed("import", lambda: _realpolitik("import", "cameo-events", str(table), "-o", str(dataset)))
    if not snapshot.exists():
        _timed("build", lambda: _realpolitik("build", str(dataset), "-o", str(snapshot)))
    size = sum(f.stat().st_size for f in snapshot.rglob("*") if f.is_file())
    print(f"on disk: {size / 1e9:.2f} GB, {size / events:.0f} bytes an event", flush=True)
    return snapshot


def _realpolitik(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "app", *arguments], check=True)


def _timed(what: str, act: object) -> None:
    started = time.perf_counter()
    act()  # type: ignore[operator]
    print(f"{what}: {time.perf_counter() - started:.1f} s", flush=True)


class _Server:
    """The service on a snapshot."""

    def __init__(self, snapshot: Path, workers: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        self.address = f"http://127.0.0.1:{self._port}"
        started = time.perf_counter()
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "app",
                "serve",
                "--snapshot",
                snapshot,
                "--port",
                str(self._port),
                "--workers",
                str(workers),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "REALPOLITIK_LOG_LEVEL": "error"},
        )
        while self.get("/readyz")[0] != 200:
            time.sleep(0.02)
            if self._process.poll() is not None:
                raise SystemExit("the service did not start")
        print(f"start to ready: {time.perf_counter() - started:.2f} s", flush=True)

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body; status 0 where nothing answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=120) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except (OSError, http.client.HTTPException):
            return 0, b""

    def hang_up(self) -> None:
        """Tell it to reload."""
        self._process.send_signal(signal.SIGHUP)

    def memory(self) -> float:
        """Private memory of all its processes in MB: mapped files are the kernel's, and shared."""
        total = 0
        for pid in (self._process.pid, *_children(self._process.pid)):
            try:
                status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
            except OSError:
                continue
            found = re.search(r"RssAnon:\s+(\d+) kB", status)
            total += int(found[1]) if found else 0
        return total / 1024

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(30)


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _questions(server: _Server) -> list[str]:
    """One of each kind, about an entity that has much and one that has little."""
    listed = json.loads(server.get("/v1/entities?limit=1000")[1])["results"]
    most, second, few = listed[0]["id"], listed[1]["id"], listed[-1]["id"]
    relation = json.loads(server.get(f"/v1/entities/{few}/relations?limit=1")[1])["results"][0]
    claim = json.loads(server.get("/v1/claims?limit=1")[1])["results"][0]["id"]
    documents = json.loads(server.get("/v1/sources?limit=100")[1])["results"]
    source = max(documents, key=lambda s: s["claims"])["id"]
    facets = "&".join(f"facets={f}" for f in ("type", "status", "modality", "asserted_by", "dataset", "source"))
    return [
        "/v1/stats", "/v1/datasets", "/v1/ontology", "/v1/sources", "/v1/formats", "/v1/analytics",
        f"/v1/entities/{most}", f"/v1/entities/{few}", "/v1/entities", "/v1/entities?sort=name&facets=type",
        f"/v1/entities?q={listed[500]['label'].replace(' ', '%20')}", "/v1/suggest?q=gov",
        f"/v1/entities/{most}/relations", f"/v1/entities/{most}/adjacent", f"/v1/entities/{few}/adjacent",
        "/v1/relations", f"/v1/relations?{facets}", f"/v1/relations?{facets}", "/v1/relations?offset=10000",
        f"/v1/relations?type={relation['type']}&as_of=2010", "/v1/relations?known_at=2010&status=attributed",
        f"/v1/relations/{relation['id']}", f"/v1/relations?between={most},{second}",
        "/v1/claims", f"/v1/claims/{claim}",
        f"/v1/sources/{source}", f"/v1/sources/{source}/paragraphs/1", f"/v1/claims?source={source}",
        f"/v1/graph?entity={few}", f"/v1/graph?entity={most}", "/v1/graph?limit=100",
        f"/v1/graph?entity={few}&format=graphml", f"/v1/paths?start={few}&end={most}",
        f"/v1/explain?start={few}&end={most}",
        f"/v1/timeline?entity={few}&interval=year", "/v1/timeline?interval=year", "/v1/diff?from=2010&to=2011&limit=10",
        "/v1/balance", "/v1/analytics/degree", "/v1/derived",
    ]  # fmt: skip


def _asked(server: _Server) -> int:
    failed = 0
    for path in _questions(server):
        started = time.perf_counter()
        status, body = server.get(path)
        took = (time.perf_counter() - started) * 1000
        good = status == 200 or (status == 422 and b'"bound"' in body)
        failed += not good
        told = "" if status == 200 else body.decode(errors="replace")[:160]
        print(f"{took:9.1f} ms  {status}  {len(body) / 1024:9.1f} kB  {path[:80]}  {told}", flush=True)
    return failed


def _loaded(server: _Server, folder: Path, seconds: int) -> int:
    if shutil.which("wrk") is None:
        print("wrk is missing: install the package `wrk`")
        return 1
    ids = [e["id"] for e in json.loads(server.get("/v1/entities?sort=name&limit=1000")[1])["results"]][::5]
    paths = [f"/v1/entities/{key}/{what}?limit=20" for key in ids for what in ("relations", "adjacent")]
    paths += [f"/v1/entities/{key}" for key in ids] + [f"/v1/graph?entity={key}&limit=20" for key in ids[::20]]
    program = script(paths, folder / "ask.lua")
    memory = [server.memory()]
    ended = threading.Event()

    def reload() -> None:
        for _ in range(RELOADS):
            if ended.wait(seconds / (RELOADS + 1)):
                return
            server.hang_up()
            memory.append(server.memory())

    thread = threading.Thread(target=reload)
    thread.start()
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s", "--latency", "-s", str(program)]
    done = subprocess.run([*command, server.address], capture_output=True, text=True, check=True)
    ended.set()
    thread.join()
    memory.append(server.memory())
    print(done.stdout)
    print("memory of its own, MB:", ", ".join(f"{m:.0f}" for m in memory))
    bad = "Socket errors" in done.stdout or "Non-2xx" in done.stdout
    grew = memory[-1] > GROWTH * max(memory[2], 1.0)
    print("errors under load" if bad else "no error", "- memory grew" if grew else "- memory flat")
    return int(bad) + int(grew)


if __name__ == "__main__":
    raise SystemExit(1 if main() else 0)
