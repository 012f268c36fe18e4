"""How long until an export's first bytes over HTTP, and does the work stop when the client goes away?

`python -m benchmarks.http_exports [CLAIMS]` serves a generated graph from this process and prints a table. Each format
is asked for twice: `anew` is the first time, `again` has rendered edges to reuse. Then a client reads a little, goes
away, and the processor time that the process still uses in the second after that is printed beside that of a second in
which the client reads on.
"""

from __future__ import annotations

import contextlib
import http.client
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import uvicorn

from app.api.app import create_app
from app.runtime import ReloadReport, Runtime, Served
from app.settings import load_settings
from benchmarks.generated import ROOT, dataset, view_of
from benchmarks.http_hot_reads import free_port

FORMATS: Final = ("json", "ndjson", "graphml", "gexf", "nquads", "csv")


class Generated(Runtime):
    """Serves a generated graph."""

    def __init__(self, claims: int) -> None:
        super().__init__(Path(ROOT))
        self._claims = claims

    def reload(self) -> ReloadReport:
        """Make the graph, once."""
        now = datetime.now(UTC)
        view = view_of(dataset(self._claims))
        self._served = Served(view, now, 0.0)
        self._report = ReloadReport(True, now, view.snapshot_id, "generated")
        return self._report


@contextlib.contextmanager
def serving(claims: int) -> Iterator[int]:
    """The port of the server while it runs in a thread of this process."""
    port = free_port()
    app = create_app(load_settings(request_timeout=600), Generated(claims))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        yield port
    finally:
        server.should_exit = True
        thread.join()


def asked(port: int, path: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """A connection and the answer that has begun on it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", path)
    return connection, connection.getresponse()


def first_bytes(port: int, path: str) -> tuple[float, float, float]:
    """Milliseconds to the first byte of the body and to the last, and megabytes."""
    started = time.perf_counter()
    connection, answer = asked(port, path)
    size = len(answer.read(1))
    first = time.perf_counter() - started
    while piece := answer.read(1 << 16):
        size += len(piece)
    connection.close()
    return first * 1e3, (time.perf_counter() - started) * 1e3, size / 1e6


def used(port: int, path: str, *, leave: bool) -> float:
    """Processor seconds of one second in the middle of an answer, with or without the client there to read it."""
    connection, answer = asked(port, path)
    answer.read(1 << 20)
    if leave:
        connection.close()
        answer.close()
        time.sleep(0.3)  # what is on its way
    end, before = time.perf_counter() + 1, time.process_time()
    while time.perf_counter() < end:
        if leave:
            time.sleep(0.05)
        else:
            answer.read(1 << 14)
    spent = time.process_time() - before
    connection.close()
    return spent


def main(claims: int) -> None:
    """Print the tables."""
    with serving(claims) as port:
        print("| format | query | MB | anew: first byte ms | all ms | again: first byte ms | all ms |")
        print("|---|---|---|---|---|---|---|")
        for name in FORMATS:
            for query in ("entity=state-0001", "limit=all"):
                path = f"/v1/graph?{query}&format={name}"
                anew, again = first_bytes(port, path), first_bytes(port, path)
                times = f"{anew[0]:,.0f} | {anew[1]:,.0f} | {again[0]:,.0f} | {again[1]:,.0f}"
                print(f"| {name} | {query} | {anew[2]:.1f} | {times} |", flush=True)
        path = "/v1/graph?limit=all&format=ftm"  # nothing of it is kept, so that it takes its time
        stays, leaves = used(port, path, leave=False), used(port, path, leave=True)
        print(f"\nprocessor seconds in a second: {stays:.2f} while the client reads, {leaves:.2f} after it has gone")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 14_000)
