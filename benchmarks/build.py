"""How long a build takes, step by step, and its peak memory: `python -m benchmarks.build SNAPSHOT DATASET...`.

Processor time stands beside wall time, since the latter says little on a machine that does other things, too.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from app.building.distributed.build import build
from app.building.distributed.engine import engine_of
from app.building.distributed.folders import open_folder
from app.loading.load import load
from app.settings import default_root


class Clock:
    """Prints each step when the next one begins."""

    def __init__(self) -> None:
        self._began = self._step_began = time.perf_counter()
        self._step, self._cpu = "reading the curated graph", time.process_time()

    def tell(self, step: str, done: int, total: int) -> None:
        """Hear of a step."""
        if step == self._step:
            return
        now, cpu = time.perf_counter(), time.process_time()
        print(f"{self._step:30} {now - self._step_began:7.2f} s   processors {cpu - self._cpu:7.2f} s")
        self._step, self._step_began, self._cpu = step, now, cpu

    def end(self) -> None:
        """Print the last step and the whole."""
        self.tell("", 0, 0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        whole, cpu = time.perf_counter() - self._began, time.process_time()
        print(f"{'all, with imports':30} {whole:7.2f} s   processors {cpu:7.2f} s   peak {peak:.0f} MB")


def main(target: Path, folders: list[Path]) -> None:
    """Build and print."""
    clock = Clock()
    curated = load(default_root() / "graph_data", default_root() / "seeds")
    opened = [open_folder(folder) for folder in folders]
    built = build(curated, opened, target, engine_of("duckdb", "4GB"), tell=clock.tell)
    clock.end()
    print(f"{built.rows} claims in, {built.kept} kept, {built.relations} relations: snapshot {built.snapshot}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
