"""Reloading without a pause: on SIGHUP, and on changes of the files where asked; the swap is atomic in each worker."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Callable

from watchfiles import awatch

from app.runtime import Runtime

log = logging.getLogger("realpolitik.reload")


@contextlib.asynccontextmanager
async def reloading(runtime: Runtime, *, watch: bool) -> AsyncIterator[None]:
    """While open, reload on SIGHUP, and when a file under graph_data or seeds changes if `watch`."""
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Task[None]] = set()

    def start(reason: str) -> None:
        log.info("reloading: %s", reason)
        task = loop.create_task(_reload(runtime))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None:
        with contextlib.suppress(ValueError, RuntimeError):  # not in the main thread, as in tests
            loop.add_signal_handler(hangup, start, "SIGHUP")
    watcher = loop.create_task(_watch(runtime, start)) if watch else None
    try:
        yield
    finally:
        if hangup is not None:
            with contextlib.suppress(ValueError, RuntimeError):
                loop.remove_signal_handler(hangup)
        for task in (*tasks, *([watcher] if watcher else ())):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _reload(runtime: Runtime) -> None:
    await asyncio.to_thread(runtime.reload)


async def _watch(runtime: Runtime, start: Callable[[str], None]) -> None:
    folders = [p for p in (runtime.root / "graph_data", runtime.root / "seeds") if p.is_dir()]
    async for changes in awatch(*folders, debounce=300, step=50):
        start(f"{len(changes)} file(s) changed")
