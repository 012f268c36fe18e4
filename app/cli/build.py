"""`realpolitik build`: joins data sets with the curated graph into a snapshot folder that `serve --snapshot` opens."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer

_SHOWN: Final = 20


def build(
    output: Annotated[Path, typer.Option("--output", "-o", help="The snapshot's folder; an older one is replaced.")],
    datasets: Annotated[
        list[Path] | None, typer.Argument(metavar="DATASET...", help="Folders that `realpolitik import` wrote.")
    ] = None,
    engine: Annotated[
        str, typer.Option(help="duckdb (in process), spark://HOST:PORT (a cluster), spark://local.")
    ] = "duckdb",
    memory: Annotated[
        str, typer.Option(help="Most memory that the engine takes: DuckDB then spills to disk; on Spark, per executor.")
    ] = "4GB",
    root: Annotated[Path | None, typer.Option(help="Folder that contains graph_data/ and seeds/.")] = None,
    without_curated: Annotated[
        bool, typer.Option("--without-curated", help="Leave out what the curated documents claim.")
    ] = False,
) -> None:
    """Build one snapshot out of any number of data sets and the curated graph; the same input gives the same bytes."""
    from app.building.distributed.build import build as build_snapshot
    from app.building.distributed.engine import engine_of
    from app.building.distributed.folders import open_folder
    from app.building.distributed.joining import without_claims
    from app.engines.columnar.worth import worth_of
    from app.loading.load import load
    from app.settings import load_settings

    gc.disable()  # whatever is made is kept until the end
    opener = engine_of(engine, memory)
    folders = [open_folder(path) for path in datasets or []]
    place = root if root is not None else load_settings().root
    curated = load(place / "graph_data", place / "seeds")
    with _progress() as tell:
        built = build_snapshot(
            without_claims(curated) if without_curated else curated,
            folders,
            output,
            opener,
            tell=tell,
            judge=lambda columns, _: worth_of(columns),
        )
    for line in built.disagreements[:_SHOWN]:
        typer.echo(f"note: {line}; the first is kept", err=True)
    if len(built.disagreements) > _SHOWN:
        typer.echo(f"note: and {len(built.disagreements) - _SHOWN} more", err=True)
    typer.echo(
        f"claims: {built.rows} in = {built.kept} kept + {built.duplicates} said twice + {built.loops} loops\n"
        f"snapshot {built.snapshot}: {built.entities} entities, {built.relations} relations, {built.kept} claims, "
        f"{built.sources} sources, in {output}"
    )


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """What shows how far a build is: a line on a terminal, nothing where the output goes elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _step, _done, _total: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda step, done, total: progress.update(task, description=step, completed=done, total=total or None)
