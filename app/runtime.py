"""The composition root: load, validate, build, swap. A snapshot is never changed; a better one takes its place."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.errors import InvalidData, NotReady, RealpolitikError, SnapshotGone
from app.graph.contract import GraphView
from app.loading.load import load
from app.model.dataset import Dataset
from app.model.problem import Problem
from app.snapshot.stored import open_snapshot

log = logging.getLogger("realpolitik.runtime")


@dataclass(frozen=True, slots=True)
class Served:
    """What is being served: the view, when it was built (UTC), and in how many seconds."""

    view: GraphView
    built_at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """How the last attempt to load went. With problems, the snapshot before it keeps serving."""

    ok: bool
    at: datetime
    snapshot: str | None
    message: str
    problems: tuple[Problem, ...] = ()


def open_view(root: Path, snapshot: Path | None = None, *, kernels: bool = True) -> GraphView:
    """Open a built snapshot, else load and build the curated graph under `root`; `kernels` where they pay, or not.

    Raises BrokenSnapshot with the file that is at fault, InvalidData with every problem.
    """
    wanted = None if kernels else False
    if snapshot is not None:
        return ColumnarView(open_snapshot(snapshot), kernels=wanted)
    return ColumnarView(build(load(root / "graph_data", root / "seeds")), kernels=wanted)


def view_of(dataset: Dataset) -> GraphView:
    """Build a data set that is held already."""
    return ColumnarView(build(dataset))


def _warm(view: GraphView) -> None:
    """Let the engine load its kernels while it serves; the first time on a machine, they are compiled."""
    started = time.perf_counter()
    if view.warm():
        log.info("kernels are ready", extra={"detail": f"after {time.perf_counter() - started:.2f} s"})


class Runtime:
    """Holds the served snapshot and swaps it; readers take `served` once and keep it for their whole request."""

    def __init__(self, root: Path, snapshot: Path | None = None, *, kernels: bool = True) -> None:
        self._root = root
        self._snapshot = snapshot
        self._kernels = kernels
        self._served: Served | None = None
        self._report: ReloadReport | None = None
        self._lock = threading.Lock()

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders whose files a change is made of."""
        if self._snapshot is not None:
            return (self._snapshot,)
        return self._root / "graph_data", self._root / "seeds"

    @property
    def served(self) -> Served:
        """What is served now. Raises NotReady before the first snapshot is loaded."""
        if self._served is None:
            raise NotReady("no snapshot is loaded: see /readyz for what is wrong with the data")
        return self._served

    @property
    def at_hand(self) -> Served | None:
        """What is served now, if anything is."""
        return self._served

    @property
    def report(self) -> ReloadReport | None:
        """How the last attempt to load went."""
        return self._report

    def view(self, pinned: str | None = None) -> Served:
        """What is served, refusing a pinned snapshot that is another one."""
        served = self.served
        if pinned is not None and pinned != served.view.snapshot_id:
            raise SnapshotGone(pinned, served.view.snapshot_id)
        return served

    def reload(self) -> ReloadReport:
        """Load, validate, build and swap. Where anything is wrong, say so and keep the old snapshot."""
        with self._lock:
            started = time.perf_counter()
            now = datetime.now(UTC)
            try:
                view = open_view(self._root, self._snapshot, kernels=self._kernels)
            except InvalidData as error:
                message = f"{len(error.problems)} problem(s) in the data; run `realpolitik check`"
                report = ReloadReport(False, now, None, message, error.problems)
            except (RealpolitikError, OSError) as error:
                report = ReloadReport(False, now, None, str(error))
            else:
                seconds = time.perf_counter() - started
                self._served = Served(view, now, seconds)
                threading.Thread(target=_warm, args=(view,), name="warming", daemon=True).start()
                report = ReloadReport(True, now, view.snapshot_id, f"loaded in {seconds:.2f} s")
            self._tell(report)
            self._report = report  # once it is in the log, so that who sees the one finds the other
        return report

    def _tell(self, report: ReloadReport) -> None:
        if report.ok:
            log.info("snapshot loaded", extra={"snapshot": report.snapshot, "detail": report.message})
            return
        kept = self._served.view.snapshot_id if self._served else None
        log.error("snapshot refused: %s", report.message, extra={"serving": kept})
        for problem in report.problems[:50]:
            log.error("%s", problem)
