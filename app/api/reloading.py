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
PATIENCE = 0.5  # seconds between two looks for folders that are not there yet


@contextlib.asynccontextmanager
async def reloading(runtime: Runtime, *, watch: bool, then: Callable[[], None]) -> AsyncIterator[None]:
    """While open, reload on SIGHUP, and if `watch` when a file changes that is served; then call `then`."""
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Task[None]] = set()

    def start(reason: str) -> None:
        log.info("reloading: %s", reason)
        task = loop.create_task(_reload(runtime, then))
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


async def _reload(runtime: Runtime, then: Callable[[], None]) -> None:
    try:
        await asyncio.to_thread(runtime.reload)
    except Exception:
        log.exception("the reload failed; what was served before still is")
    then()


async def _watch(runtime: Runtime, start: Callable[[str], None]) -> None:
    folders = runtime.watched
    waited = False
    while not all(folder.is_dir() for folder in folders):
        waited = True
        await asyncio.sleep(PATIENCE)
    if waited:
        start("the data folders are there now")
    async for changes in awatch(*folders, debounce=300, step=50):
        start(f"{len(changes)} file(s) changed")
