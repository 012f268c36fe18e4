"""How fast are `adjacent` and `relations` over HTTP, against FastAPI + NetworkX + response_model? Also: start-up.

Run `python -m benchmarks.http_hot_reads`. Starts both services with one worker each on this machine, checks that both
give the same answers, then loads them in turn with wrk (Debian package `wrk`), 16 connections, and prints one table.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from statistics import median

# The first two fill a page, as most reads of a graph do, and are held to the goal; the others are answers of a few
# hundred bytes to a few kilobytes, where the server's own cost of a request shows.
HELD = (
    "/v1/entities/pakistan/relations",
    "/v1/entities/pakistan/adjacent",
)
PATHS = (
    *HELD,
    "/v1/entities/iran/adjacent?type=shelters&type=tense_relations_with",
    "/v1/entities/cpec/relations",
)
SECONDS = 4
ROUNDS = 3
GOAL = 8.0


def free_port() -> int:
    """A TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(command: list[str], port: int, probe: str) -> Iterator[float]:
    """A service while it runs; gives the seconds from start until it answered the probe."""
    environment = os.environ | {"REALPOLITIK_LOG_LEVEL": "warning"}
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}{probe}", timeout=2).close()
                break
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended with {process.returncode}")
            if time.perf_counter() - started > 30:
                raise RuntimeError(f"{command} did not answer {probe} within 30 s")
            time.sleep(0.01)
        yield time.perf_counter() - started
    finally:
        process.terminate()
        process.wait()


def load(url: str) -> tuple[float, float]:
    """Requests a second, and the 99th percentile of latency in milliseconds, under 16 connections."""
    output = subprocess.run(
        ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "--latency", url], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in output:
        raise RuntimeError(f"{url} answered with errors:\n{output}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", output)
    assert rate is not None, output
    assert tail is not None, output
    return float(rate.group(1)), float(tail.group(1)) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[tail.group(2)]


def fetch(port: int, path: str) -> dict[str, object]:
    """The answer as JSON."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        found: dict[str, object] = json.load(answer)
    return found


def told(answer: dict[str, object]) -> dict[str, object]:
    """A page without its links, whose form differs."""
    return {name: value for name, value in answer.items() if name not in ("next", "previous")}


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed."""
    if shutil.which("wrk") is None:
        print("wrk is missing: install the package `wrk`")
        return 2
    ours, theirs, prepared = free_port(), free_port(), free_port()
    serve = [sys.executable, "-m", "app", "serve", "--port", str(ours)]
    peer = [sys.executable, "-m", "uvicorn", "--factory", "benchmarks.peer_networkx:application", "--no-access-log"]
    quiet = ["--log-level", "warning"]
    missed = 0
    with (
        running(serve, ours, "/readyz") as ready,
        running([*peer, "--port", str(theirs), *quiet], theirs, "/openapi.json"),
        running(["env", "PREPARED=1", *peer, "--port", str(prepared), *quiet], prepared, "/openapi.json"),
    ):
        print(f"start to ready: {ready:.2f} s (goal < 1.5 s)")
        print(f"{'question':66} {'ours/s':>7} {'p99 ms':>7} {'peer/s':>7} {'ratio':>6} {'prepared':>8} {'ratio':>6}")
        for path in PATHS:
            answer = fetch(ours, path)
            if any(told(answer) != told(fetch(port, path)) for port in (theirs, prepared)):
                raise RuntimeError(f"the answers to {path} differ")
            rounds = [
                [load(f"http://127.0.0.1:{port}{path}") for port in (ours, theirs, prepared)] for _ in range(ROUNDS)
            ]
            one, two, three = (median(r[i][0] for r in rounds) for i in range(3))
            tail = median(r[0][1] for r in rounds)
            ratio, other = (median(r[0][0] / r[i][0] for r in rounds) for i in (1, 2))
            print(f"{path:66} {one:7.0f} {tail:7.2f} {two:7.0f} {ratio:5.1f}x {three:8.0f} {other:5.1f}x")
            missed += path in HELD and ratio < GOAL
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
