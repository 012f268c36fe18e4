"""How many requests a second for an entity's events of some types in a month, over HTTP, against other services?

    python -m benchmarks.http_peers [--oxigraph PROGRAM] [QUADRUPLES ENTITIES TYPES]

One worker each on one processor, one after the other, loaded by wrk (Debian package `wrk`) with 16 connections and 200
different questions in turn, the same for all; half a million events (`benchmarks.quadruples`). Ours answers with
relations: what each amounts to, who says so, a sentence to cite; the others with bare events. So the table says how
many bytes an answer has, and what a bare ASGI server makes of answers of that size, which is as fast as it gets.
The column `a cpu s` counts requests in a second of the server's own processor time: what it would do with a processor
to itself, which on a busy machine `requests/s` does not show; the ratios are of these.
Ours keeps answers as they were sent, so it is asked twice: `anew`, each question written as it never was before (digits
of its dates escaped, which means the same), and `again`. The ratios tell both.
Oxigraph's server is taken from the path or from --oxigraph (`pip install oxigraph`), and skipped where it is missing.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any, NamedTuple

import orjson

from benchmarks import quadruples
from benchmarks.http_hot_reads import free_port
from benchmarks.peer_engines import rows_of
from benchmarks.quadruples import Events

QUESTIONS = 200
SECONDS = 4
ROUNDS = 3
MOST = 100  # results of an answer

Question = tuple[int, tuple[int, ...], int, int]


def day(number: int) -> str:
    """The day as ISO 8601 writes it."""
    return str(quadruples.DAY_ZERO + number)


def our_path(question: Question) -> str:
    """The question as our service is asked it."""
    entity, types, first, last = question
    kinds = "".join(f"type={quadruples.type_id(t)}&" for t in types)
    return f"/v1/entities/e{entity:07}/relations?{kinds}during={day(first)}/{day(last)}&limit={MOST}"


def peer_path(question: Question) -> str:
    """The question as the service on NetworkX is asked it."""
    entity, types, first, last = question
    kinds = "".join(f"type={quadruples.type_id(t)}&" for t in types)
    return f"/entities/e{entity:07}/events?{kinds}first={first:04}&last={last:04}&limit={MOST}"


def sparql_path(question: Question) -> str:
    """The question in SPARQL, in the form of five that Oxigraph answers the fastest."""
    entity, types, first, last = question
    kinds = " ".join(f"<t:{t}>" for t in types)
    query = (
        f"select ?s ?t ?o ?d {{ values ?t {{ {kinds} }} {{ graph ?d {{ <e:{entity}> ?t ?o }} }} union "
        f"{{ graph ?d {{ ?s ?t <e:{entity}> }} }} filter(str(?d) >= 'd:{first:04}' && str(?d) <= 'd:{last:04}') }} "
        f"limit {MOST}"
    )
    return f"/query?{urllib.parse.urlencode({'query': query})}"


def our_events(answer: Any) -> int:
    """How many events an answer of ours tells of."""
    return sum(relation["claims"] for relation in answer["results"])


class Service(NamedTuple):
    """One service: how it is started, whether it is there, and how it is asked and read."""

    name: str
    command: Callable[[int], Sequence[str]]
    probe: str
    path: Callable[[Question], str]
    count: Callable[[Any], int]
    environment: Mapping[str, str] = {}


def services(scratch: Path, events: Events, oxigraph: str | None) -> Iterator[Service]:
    """Those that are there; what they serve is written to the folder."""
    quadruples.write_snapshot(events, scratch / "snapshot")
    (scratch / "events").write_bytes(pickle.dumps(events))
    python, stored = sys.executable, str(scratch / "snapshot")
    yield Service(
        "realpolitik",
        lambda port: (python, "-m", "app", "serve", "--port", str(port), "--snapshot", stored),
        "/readyz",
        our_path,
        our_events,
        {"REALPOLITIK_LOG_LEVEL": "warning"},  # no access log, as the others have none
    )
    quiet = ("--no-access-log", "--log-level", "warning")
    factory = "benchmarks.peer_http_networkx:application"
    yield Service(
        "FastAPI + NetworkX + response_model",
        lambda port: (python, "-m", "uvicorn", "--factory", factory, *quiet, "--port", str(port)),
        "/openapi.json",
        peer_path,
        lambda answer: len(answer["results"]),
        {"EVENTS": str(scratch / "events")},
    )
    if oxigraph is None:
        print("not there, so not measured: Oxigraph's server")
        return
    with (scratch / "events.nq").open("w") as file:
        file.writelines(f"<e:{s}> <t:{t}> <e:{o}> <d:{d:04}> .\n" for s, t, o, d in rows_of(events))
    store = ("--location", str(scratch / "oxigraph"))
    subprocess.run((oxigraph, "load", *store, "--file", str(scratch / "events.nq")), check=True, capture_output=True)
    yield Service(
        "Oxigraph's SPARQL server",
        lambda port: (oxigraph, "serve-read-only", *store, "--bind", f"127.0.0.1:{port}"),
        "/",
        sparql_path,
        lambda answer: len(answer["results"]["bindings"]),
    )


def on_one_processor(command: Sequence[str]) -> list[str]:
    """The command, kept to the last processor where that can be done; wrk may have the others."""
    last = (os.cpu_count() or 1) - 1
    return ["taskset", "-c", str(last), *command] if shutil.which("taskset") and last else list(command)


@contextlib.contextmanager
def running(command: Sequence[str], port: int, probe: str) -> Iterator[int]:
    """A service while it runs; gives its process once it answers the probe, however long that takes."""
    process = subprocess.Popen(on_one_processor(command), stderr=subprocess.DEVNULL)
    try:
        for _ in range(6000):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}{probe}", timeout=5).close()
                break
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended with {process.returncode}")
            time.sleep(0.02)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def processor_seconds(process: int) -> float:
    """Seconds of processor time that a process and those that it started have taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return own + sum(processor_seconds(int(child)) for child in children)


class Load(NamedTuple):
    """What a service does under load: requests a second, and in a second of its processor time; its slow answers."""

    rate: float
    per_processor: float
    tail: float  # ms, 99th percentile


def load(process: int, port: int, script: Path) -> Load:
    """The service under 16 connections; the median of some rounds."""
    rounds = [_load(process, port, script) for _ in range(ROUNDS)]
    return Load(*(median(values) for values in zip(*rounds, strict=True)))


def _load(process: int, port: int, script: Path) -> Load:
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "--latency", "-s", str(script), f"http://127.0.0.1:{port}"]
    before = processor_seconds(process)
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    taken = processor_seconds(process) - before
    if "Non-2xx" in output:
        raise RuntimeError(f"answers with errors:\n{output}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    number = re.search(r"(\d+) requests in", output)
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", output)
    assert rate is not None, output
    assert number is not None, output
    assert tail is not None, output
    slow = float(tail.group(1)) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[tail.group(2)]
    return Load(float(rate.group(1)), int(number.group(1)) / taken, slow)


def script(paths: Sequence[str], target: Path) -> Path:
    """A program for wrk that asks one path after the other."""
    target.write_text(
        _paths_in_lua(paths) + 'request = function() at = at % #paths + 1; return wrk.format("GET", paths[at], '
        '{["Accept"] = "application/json, application/sparql-results+json"}) end\n'
    )
    return target


def script_anew(paths: Sequence[str], target: Path) -> Path:
    """The same, but no question is ever written as before: the bits of a counter tell which digits are escaped."""
    target.write_text(
        _paths_in_lua(paths) + "local time = os.time() % 1000\n"
        "local function written(path)\n"
        "  local bits = at * 1000 + time\n"
        '  return (path:gsub("during=[^&]*", function(part) return (part:gsub("%d", function(digit)\n'
        "    local bit = bits % 2; bits = math.floor(bits / 2)\n"
        '    return bit == 1 and string.format("%%%02X", digit:byte()) or digit\n'
        "  end)) end))\nend\n"
        'request = function() at = at + 1; return wrk.format("GET", written(paths[at % #paths + 1]), '
        '{["Accept"] = "application/json"}) end\n'
    )
    return target


def _paths_in_lua(paths: Sequence[str]) -> str:
    lines = ",\n".join(f'"{path}"' for path in paths)
    return f"local paths = {{\n{lines}\n}}\nlocal at = 0\n"


def fetch(port: int, path: str) -> bytes:
    """An answer."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Accept": "application/json, application/sparql-results+json"}
    )
    with urllib.request.urlopen(request) as answer:
        found: bytes = answer.read()
    return found


def ceiling(scratch: Path, size: int) -> float:
    """Requests in a second of processor time of a server that does nothing but send so many bytes."""
    port = free_port()
    command = (sys.executable, "-m", "uvicorn", "benchmarks.http_peers:bare", "--no-access-log")
    os.environ["BYTES"] = str(size)
    with running((*command, "--log-level", "warning", "--port", str(port)), port, "/") as process:
        return load(process, port, script(["/"], scratch / "bare.lua")).per_processor


async def bare(scope: Any, receive: Any, send: Any) -> None:
    """The least that an ASGI application can do."""
    if scope["type"] == "http":
        headers = [(b"content-type", b"application/json"), (b"content-length", os.environ["BYTES"].encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * int(os.environ["BYTES"])})


def main() -> int:
    """Measure and print."""
    if shutil.which("wrk") is None:
        print("wrk is missing: install the package `wrk`")
        return 2
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("files", nargs="*", type=Path)
    reader.add_argument("--oxigraph", default=shutil.which("oxigraph"), help="the program of Oxigraph's server")
    given = reader.parse_args()
    events = quadruples.read(*given.files) if given.files else quadruples.generated()
    asked = quadruples.questions(events, QUESTIONS, 2).near
    counts: list[list[int]] = []
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    heads = ("ready s", "requests/s", "p99 ms", "a cpu s", "anew", "again", "bytes", "bare cpu s")
    print(f"{'one worker, 16 connections':38} {' '.join(f'{head:>10}' for head in heads)}")
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for service in services(scratch, events, given.oxigraph):
            port = free_port()
            os.environ.update(service.environment)
            paths = [service.path(question) for question in asked]
            started = time.perf_counter()
            with running(service.command(port), port, service.probe) as process:
                ready = time.perf_counter() - started
                answers = [fetch(port, path) for path in paths]
                loads = [("", load(process, port, script(paths, scratch / "paths.lua")))]
                if not ours:
                    anew = load(process, port, script_anew(paths, scratch / "anew.lua"))
                    loads = [(", anew", anew), (", again", loads[0][1])]
            counts.append([service.count(orjson.loads(answer)) for answer in answers])
            ours = ours or [under.per_processor for _, under in loads]
            size = int(mean(map(len, answers)))
            best = ceiling(scratch, size)
            for told, under in loads:
                rate = under.per_processor
                cells = (f"{ready:.2f}", f"{under.rate:.0f}", f"{under.tail:.1f}", f"{rate:.0f}",
                         *(f"{mine / rate:.1f}x" for mine in ours), f"{size}", f"{best:.0f}")  # fmt: skip
                print(f"{service.name + told:38} {' '.join(f'{cell:>10}' for cell in cells)}", flush=True)
    differ = [q for q, *found in zip(asked, *counts, strict=True) if max(found) < MOST and len(set(found)) > 1]
    if differ:
        print(f"{len(differ)} answers differ, the first of them to {differ[0]}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
