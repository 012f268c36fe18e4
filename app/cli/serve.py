"""`realpolitik serve`: the HTTP service, with one worker or several, reloading on SIGHUP or on file changes."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.runtime import Runtime
    from app.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to bind.  [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(help="TCP port; 0 takes a free one.  [default: 8000]")] = None,
    workers: Annotated[int | None, typer.Option(help="Worker processes.  [default: 1]")] = None,
    root_path: Annotated[str | None, typer.Option(help="Path prefix that a proxy in front strips.")] = None,
    watch: Annotated[bool | None, typer.Option("--watch", help="Reload when the data files change.")] = None,
    root: Annotated[Path | None, typer.Option(help="Folder that contains graph_data/ and seeds/.")] = None,
    snapshot: Annotated[Path | None, typer.Option(help="Folder of a built snapshot, to serve instead.")] = None,
) -> None:
    """Serve the curated graph, or a built snapshot, over HTTP."""
    gc.disable()  # while starting, whatever is made is kept
    from app.api import logs
    from app.runtime import Runtime

    _ignore_hangups()
    settings = settings_or_exit(
        host=host,
        port=port,
        workers=workers,
        root_path=root_path,
        watch=watch or None,
        root=root,
        snapshot=snapshot,
    )
    logs.configure(settings.log_level, settings.log_format)
    alone = settings.workers == 1  # else this process only looks whether all is well, and supervises
    if alone:
        import app.api.app  # noqa: F401 - at once: kernels load beside what comes after the snapshot
    runtime = Runtime(settings.root, settings.snapshot, kernels=settings.kernels and alone)
    report = runtime.reload()
    if not report.ok and not settings.watch:
        for problem in report.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"error: {report.message}: {settings.snapshot or settings.root}", err=True)
        raise typer.Exit(1)
    if alone:
        _run_one(settings, runtime)
    else:
        del runtime, report
        gc.enable()
        gc.collect()
        _run_many(settings)


def settings_or_exit(**given: object) -> Settings:
    """The settings, or exit status 1 with a line for each that is not acceptable."""
    from pydantic import ValidationError

    from app.settings import load_settings

    try:
        return load_settings(**given)
    except ValidationError as error:
        for entry in error.errors():
            name = "_".join(str(part) for part in entry["loc"])
            typer.echo(f"error: {name} (REALPOLITIK_{name.upper()}) is {entry['input']!r}: {entry['msg']}", err=True)
        raise typer.Exit(1) from None


def _ignore_hangups() -> None:
    """Let a SIGHUP pass that comes before the service is there to reload; by default it would end the process."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def application() -> Callable[..., Any]:
    """The application of one worker, from the environment."""
    from app.api import logs
    from app.api.app import create_app
    from app.settings import load_settings

    _ignore_hangups()
    settings = load_settings()
    logs.configure(settings.log_level, settings.log_format)
    return create_app(settings)


def _run_one(settings: Settings, runtime: Runtime) -> None:
    import uvicorn

    from app.api.app import create_app

    application = create_app(settings, runtime)
    gc.freeze()
    gc.enable()
    try:
        uvicorn.run(
            application,
            host=settings.host,
            port=settings.port,
            access_log=False,
            log_config=None,
            server_header=False,
            timeout_graceful_shutdown=10,
        )
    except SystemExit as end:  # such as for an address that is taken, which the log names
        raise typer.Exit(1 if end.code else 0) from None


def _run_many(settings: Settings) -> None:
    """Workers under a supervisor that passes SIGHUP on to each, so that all swap and none restarts."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    class Supervisor(Multiprocess):
        def handle_hup(self) -> None:
            for process in self.processes:
                if process.pid is not None:
                    os.kill(process.pid, signal.SIGHUP)

    for name in ("root", "host", "port", "workers", "root_path", "watch"):
        os.environ[f"REALPOLITIK_{name.upper()}"] = str(getattr(settings, name))
    if settings.snapshot is not None:
        os.environ["REALPOLITIK_SNAPSHOT"] = str(settings.snapshot)
    counters = tempfile.mkdtemp(prefix="realpolitik-metrics-")
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", counters)
    config = uvicorn.Config(
        "app.cli.serve:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    try:
        Supervisor(config, sockets=[config.bind_socket()]).run()
    finally:
        shutil.rmtree(counters, ignore_errors=True)
