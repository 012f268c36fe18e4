"""Does an export need more memory the longer it gets? Peak memory of every streaming format, in a process of its own.

`python -m benchmarks.long_exports [EDGES [FORMAT ...]]` prints a table. The graph is generated while it is asked for
and holds nothing, so what the process grows by is what the export holds. The peak is read when a tenth, a half and all
of the edges have gone out: with half a million edges, after 50,000, 250,000 and 500,000. Formats with several tables
go through the edges once for each; their shares are of all these passes. The first bytes are timed to the first piece.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from app.exporters import registry
from app.exporters.context import ExportContext
from app.graph.contract import Match
from tests.exporters.streaming import big_graph

EDGES: Final = 500_000
SHARES: Final = (0.1, 0.5, 1.0)
PASSES: Final = {"csv": 2, "parquet": 2}
CONTEXT: Final = ExportContext(url="http://127.0.0.1:8000/v1/graph", json_url="http://127.0.0.1:8000/v1/graph")


@dataclass
class Watched:
    """Edges that note the peak of the process's memory, in megabytes, as they are taken."""

    edges: Any
    passes: int
    taken: int = 0

    def __post_init__(self) -> None:
        """Work out after how many edges to look."""
        self.peaks: list[float] = []
        self._marks = [int(len(self.edges) * self.passes * share) for share in SHARES]

    def __len__(self) -> int:
        return len(self.edges)

    def __getitem__(self, index: Any) -> Any:
        return self.edges[index]

    def __iter__(self) -> Iterator[Match]:
        for match in self.edges:
            yield match
            self.taken += 1
            if self.taken in self._marks:
                self.peaks.append(peak())


def peak() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, edges: int) -> dict[str, Any]:
    """One export in this process, after a short one that fetches what any export needs."""
    write = registry.writer(registry.get(name))
    for _ in write(big_graph(2_000), CONTEXT):
        pass
    before, graph = peak(), big_graph(edges)
    watched: Any = Watched(graph.edges, PASSES.get(name, 1))
    started = time.perf_counter()
    size, first = 0, 0.0
    for piece in write(replace(graph, edges=watched), CONTEXT):
        first = first or time.perf_counter() - started
        size += len(piece)
    return {"before": before, "peaks": watched.peaks, "end": peak(), "size": size / 1e6, "first": first * 1e3}


def streaming() -> list[str]:
    """The formats that stream."""
    return [f.name for f in registry.FORMATS if f.streams]


def main(edges: int, names: list[str]) -> None:
    """Print the table, each format measured in a new process."""
    marks = " | ".join(f"peak MB at {int(edges * share):,}" for share in SHARES)
    print(f"| format | MB sent | first bytes ms | MB before | {marks} | MB at the end |")
    print("|---|---|---|---|---|---|---|---|")
    for name in names:
        command = [sys.executable, "-m", "benchmarks.long_exports", "--one", name, str(edges)]
        found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        peaks = " | ".join(f"{p:.1f}" for p in found["peaks"])
        row = f"{found['size']:,.0f} | {found['first']:.0f} | {found['before']:.1f} | {peaks} | {found['end']:.1f}"
        print(f"| {name} | {row} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else EDGES, sys.argv[2:] or streaming())
