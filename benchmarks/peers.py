"""How fast are five questions on half a million dated events, against other engines in the same process and run?

    python -m benchmarks.peers [--scale N] [--only NAME] [QUADRUPLES ENTITIES TYPES]

Q1 an entity's events of some types in a month (a: events, b: relations with what they amount to) · Q2 who is within two
steps, at most 500 · Q3 a shortest path (a: any, b: by types within three months) · Q4 ?a -r1-> ?b -r2-> c within three
months · Q5 how many of each type. Without files the events are generated (`benchmarks.quadruples`); with three of them,
a table of quadruples and two of names, they are read. rustworkx is not among the project's extras: `pip install
rustworkx`; a peer that is missing is skipped and named.

Each engine runs in a process of its own, one after the other: 50 questions of each kind to warm up, then 200 others,
each asked once, in processor time of the asking thread, so that a busy machine is nobody's fault. Answers are compared
with the truth, worked out by looking at all rows.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks import quadruples
from benchmarks.quadruples import Events, Questions, Truth

WARMING: Final = 50
ASKED: Final = 200
KINDS: Final = (
    ("Q1a", "near"), ("Q1b", "near_worth"), ("Q2", "around"), ("Q3a", "linked"), ("Q3b", "linked_by"),
    ("Q4", "chained"), ("Q5", "counted"),
)  # fmt: skip
ENGINES: Final[Mapping[str, tuple[str, str]]] = {
    "ours": ("benchmarks.peer_ours:Ours", "numpy"),
    "kernels": ("benchmarks.peer_kernels:Kernels", "numba"),
    "networkx": ("benchmarks.peer_engines:NetworkX", "networkx"),
    "rustworkx": ("benchmarks.peer_engines:Rustworkx", "rustworkx"),
    "igraph": ("benchmarks.peer_engines:IGraph", "igraph"),
    "sqlite": ("benchmarks.peer_engines:SQLite", "sqlite3"),
    "oxigraph": ("benchmarks.peer_engines:Oxigraph", "pyoxigraph"),
}


def plain(engine: Any, kind: str, question: Any, answer: Any) -> Any:
    """A peer's answer as the truth has it; Oxigraph's terms are text, as `e:7`."""
    if hasattr(engine, "plain"):
        return engine.plain(kind, question, answer)
    if kind == "near":
        if engine.name.startswith("bare"):
            out, rows = answer
            answer = [
                (question[0], t, o, d) if at < out else (o, t, question[0], d) for at, (t, o, d) in enumerate(rows)
            ]
        return sorted(tuple(map(_number, row)) for row in answer)
    if kind in ("linked", "linked_by"):
        return len(answer) - 1 if answer and len(answer) <= 7 else None
    if kind == "chained":
        return {(_number(row[0]), _number(row[1])) for row in answer}
    if kind == "counted":
        return {_number(key): count for key, count in answer.items()}
    return [_number(e.value if hasattr(e, "value") else e) for e in answer]


def _number(value: Any) -> int:
    return int(value.partition(":")[2]) if isinstance(value, str) else int(value)


class Result(NamedTuple):
    """What one engine took: seconds to load, megabytes that it added, and microseconds by kind of question."""

    name: str
    seconds: float
    megabytes: float
    times: dict[str, list[float]]


def measure(key: str, events: Events, folder: Path, answers: Path) -> Result:
    """Load one engine, ask it everything, and leave its answers in a file."""
    module, _, made = ENGINES[key][0].partition(":")
    make = getattr(importlib.import_module(module), made)
    before, started = _memory(), time.process_time()
    engine = make(folder) if key == "ours" else make(events)
    seconds = time.process_time() - started
    gc.collect()
    megabytes = _memory() - before
    gc.freeze()
    times: dict[str, list[float]] = {}
    told: dict[str, list[Any]] = {}
    for (label, name), warm, asked in zip(
        KINDS, *(_asked(events, n, s) for n, s in ((WARMING, 1), (ASKED, 2))), strict=True
    ):
        ask = getattr(engine, name, None)
        if ask is None:
            continue
        words = engine.asked if key == "ours" else lambda _, question: question
        for question in warm:
            ask(*words(name, question))
        times[label], told[label] = [], []
        for question in asked:
            took, answer = timed(ask, words(name, question))
            times[label].append(took)
            told[label].append(plain(engine, name, question, answer))
    answers.write_bytes(pickle.dumps(told))
    return Result(engine.name, seconds, megabytes, times)


def timed(ask: Callable[..., Any], question: Sequence[Any]) -> tuple[float, Any]:
    """Microseconds of one question, and the answer."""
    started = time.thread_time_ns()
    answer = ask(*question)
    return (time.thread_time_ns() - started) / 1000, answer


def _asked(events: Events, number: int, seed: int) -> list[Any]:
    q: Questions = quadruples.questions(events, number, seed)
    return [q.near, q.near, q.around, q.linked, q.linked_by, q.chained, q.counted]


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def faults(told: dict[str, list[Any]], events: Events, *, ours: bool) -> list[str]:
    """Where answers are not the truth. Paths are checked for the first fifty questions; of millions of events, which
    take long to look through, the first ten answers of each kind.
    """
    truth, wrong = Truth(events), []
    asked = dict(zip((label for label, _ in KINDS), _asked(events, ASKED, 2), strict=True))
    for label, answers in told.items():
        for number, (question, answer) in enumerate(zip(asked[label], answers, strict=True)):
            if number >= (10 if len(events.day) > 1_000_000 else 50 if label.startswith("Q3") else ASKED):
                break
            if not _right(truth, label, question, answer, ours):
                wrong.append(f"{label} {question}: {str(answer)[:80]}")
    return wrong


def _right(truth: Truth, label: str, question: Any, answer: Any, ours: bool) -> Any:
    if label == "Q1a":
        return truth.near(*question) == answer
    if label == "Q1b":
        return sorted({row[:3] for row in truth.near(*question)}) == answer
    if label == "Q2":
        steps = truth.within_two(question[0])
        return len(set(answer)) == min(len(steps), 500) and set(answer) <= steps
    if label == "Q3a":
        return truth.distance(*question) == answer
    if label == "Q3b":
        start, end, *by = question
        return truth.distance(start, end, truth.allowed(*by)) == answer
    if label == "Q4":
        found = truth.chained(*question)
        return found == answer or (answer <= found and len(found) > 300)  # cut off at a thousand
    return (truth.counted if ours else truth.events_counted)(*question) == answer


def table(results: Sequence[Result]) -> str:
    """One line for each engine: median and 99th percentile in microseconds."""
    labels = [label for label, _ in KINDS]
    lines = [f"{'us, median/p99':30} {'load s':>7} {'MB':>6} " + " ".join(f"{label:>15}" for label in labels)]
    for r in results:
        cells = [f"{_at(r.times[k], 0.5):.1f}/{_at(r.times[k], 0.99):.0f}" if k in r.times else "-" for k in labels]
        lines.append(f"{r.name:30} {r.seconds:7.2f} {r.megabytes:6.0f} " + " ".join(f"{c:>15}" for c in cells))
    ours, *others = results
    for what, peers in (("fastest peer / ours", [o for o in others if not o.name.startswith("bare")]),
                        ("bare kernels / ours", [o for o in others if o.name.startswith("bare")])):  # fmt: skip
        ratios = []
        for k in labels:
            best = min((_at(p.times[k], 0.5) for p in peers if k in p.times), default=None)
            ratios.append("-" if best is None or k not in ours.times else f"{best / _at(ours.times[k], 0.5):.2f}x")
        lines.append(f"{what:45} " + " ".join(f"{c:>15}" for c in ratios))
    return "\n".join(lines)


def _at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def main() -> int:
    """Run every engine that is there in a process of its own, and print one table."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("files", nargs="*", type=Path, help="quadruples, names of entities, names of types")
    reader.add_argument("--scale", type=int, default=1, help="so many times as many generated events")
    reader.add_argument("--only", choices=ENGINES, action="append", help="only these engines, ours always among them")
    reader.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = reader.parse_args()
    events = quadruples.read(*given.files) if given.files else quadruples.generated(given.scale)
    if given.child:
        key, folder, answers = given.child
        print(json.dumps(measure(key, events, Path(folder), Path(answers))))
        return 0
    wanted = [k for k in ENGINES if k == "ours" or not given.only or k in given.only]
    there = [k for k in wanted if importlib.util.find_spec(ENGINES[k][1]) is not None]
    results, wrong = [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "snapshot"
        started = time.process_time()
        quadruples.write_snapshot(events, folder)
        size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
        print(
            f"{len(events.day):,} events, {len(events.entities):,} entities, {len(events.types)} types; "
            f"load {os.getloadavg()[0]:.1f}; snapshot of {size / 1e6:.0f} MB written in "
            f"{time.process_time() - started:.1f} s"
        )
        for key in there:
            answers = Path(scratch) / key
            command = [sys.executable, "-m", "benchmarks.peers", *map(str, given.files), "--scale", str(given.scale)]
            output = subprocess.run(
                [*command, "--child", key, str(folder), str(answers)], stdout=subprocess.PIPE, text=True
            )
            if output.returncode:
                print(f"{key} failed", file=sys.stderr)
                continue
            results.append(Result(*json.loads(output.stdout.splitlines()[-1])))
            wrong += [f"{key} {w}" for w in faults(pickle.loads(answers.read_bytes()), events, ours=key == "ours")]
    print(table(results))
    if missing := [k for k in wanted if k not in there]:
        print(f"not installed, so not measured: {', '.join(missing)}")
    if wrong:
        print(
            f"{len(wrong)} answers are not the truth: {Counter(w.split()[0] + ' ' + w.split()[1] for w in wrong)}",
            *wrong[:5],
            sep="\n",
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
