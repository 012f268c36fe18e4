"""`realpolitik import`: reads our own exports back into a graph, or makes a data set of foreign files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.importers.collector import Counts, Progress
    from app.importers.registry import ForeignImporter
    from app.model.dataset import Dataset


def import_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the files are; an unknown name lists the known.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES...", exists=True, help="The files, or folders of them.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Folder of the data set; for our own exports a file .ndjson or .zip."),
    ] = None,
    overrides: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="YAML file that says what names mean.")
    ] = None,
    dataset_id: Annotated[str | None, typer.Option(help="Id of the data set.  [default: NAME]")] = None,
    published: Annotated[
        str | None, typer.Option(help="When the data came out (EDTF), where the files lack it.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the data set.")] = None,
    licence: Annotated[str | None, typer.Option(help="Its licence, where it is not the usual one.")] = None,
    attribution: Annotated[str | None, typer.Option(help="Whose it is, where that is not the usual one.")] = None,
    root: Annotated[
        Path | None, typer.Option(help="Folder that contains graph_data/ and seeds/. Default: the curated data.")
    ] = None,
) -> None:
    """Read an export back (the same claims, ids and snapshot), or make a data set of foreign files for `build`."""
    from app.errors import InvalidValue
    from app.importers import registry

    foreign = registry.foreign(name)
    described = {"title": title, "licence": licence, "attribution": attribution}
    if foreign is None:
        given = {"overrides": overrides, "dataset-id": dataset_id, "published": published, "root": root}
        for option, value in (given | described).items():
            if value is not None:
                raise InvalidValue(option, f"--{option} is for foreign data; an export brings all that it needs")
        if len(files) != 1 or files[0].is_dir():
            raise InvalidValue("files", "an export of a whole graph is one file")
        _own(name, files[0], output)
        return
    if output is None:
        raise InvalidValue("output", "name the folder of the data set: -o FOLDER")
    curated = _curated(root)
    names = _overrides(overrides, curated)
    told = {option: value for option, value in described.items() if value is not None}
    _foreign(foreign, files, output, curated, names, dataset_id, published, told)


def _own(name: str, file: Path, output: Path | None) -> None:
    from app.cli.export import write_file
    from app.errors import InvalidValue
    from app.exporters import registry as exporters
    from app.exporters.context import ExportContext
    from app.graph.filters import NO_FILTERS
    from app.graph.subgraph import SubgraphRequest, subgraph
    from app.importers import own, registry
    from app.runtime import view_of

    view = view_of(own.dataset(registry.get(name).records(file)))
    if output is not None:
        form = {".ndjson": "ndjson", ".zip": "parquet"}.get(output.suffix)
        if form is None:
            raise InvalidValue("output", f"{output.name}: write to a file named .ndjson or .zip", (".ndjson", ".zip"))
        everything = subgraph(view, SubgraphRequest(seeds=(), depth=0, limit=None, entity_types=None), NO_FILTERS)
        write_file(exporters.writer(exporters.get(form))(everything, ExportContext()), output)
    typer.echo(
        f"snapshot {view.snapshot_id}: {view.entity_count} entities, {view.relation_count} relations, "
        f"{view.claim_count} claims, {len(view.sources)} sources, {len(view.silences)} silences"
    )


def _curated(root: Path | None) -> Dataset:
    from app.loading.load import load
    from app.settings import load_settings

    folder = root if root is not None else load_settings().root
    return load(folder / "graph_data", folder / "seeds")


def _overrides(path: Path | None, curated: Dataset) -> Mapping[str, str]:
    from app.importers.countries import countries
    from app.loading.overrides import load_overrides

    if path is None:
        return {}
    entities = {key for e in curated.entities for key in (e.id, *e.merged_ids)}
    return load_overrides(path, entities | {country.id for country in countries().by_code.values()})


def _foreign(
    importer: ForeignImporter,
    files: list[Path],
    output: Path,
    curated: Dataset,
    overrides: Mapping[str, str],
    dataset_id: str | None,
    published: str | None,
    described: Mapping[str, str],
) -> None:
    from app.importers.running import run

    with _progress(importer.name) as progress:
        counts = run(
            importer,
            files,
            output,
            curated,
            overrides=overrides,
            dataset_id=dataset_id,
            published=published,
            described=described,
            progress=progress,
        )
    _show(importer.name, output, counts)


@contextmanager
def _progress(name: str) -> Iterator[Progress | None]:
    """Rows read so far, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,} rows"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name)
        yield lambda rows: bar.update(task, completed=rows)


def _show(name: str, output: Path, counts: Counts) -> None:
    """The totals: a table on a terminal, else JSON."""
    totals = counts.plain()
    if not sys.stdout.isatty():
        typer.echo(json.dumps({"importer": name, "output": str(output), "counts": totals}, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    words = {
        "rows": "rows read",
        "kept": "gave claims",
        "merged": "said nothing new",
        "rejected": f"rejected, see {output / 'rejected.tsv'}",
        "partly": "of those kept, rejected in part",
        "claims": "claims",
        "entities": "entities that are not curated",
        "sources": "sources",
        "unresolved": f"names with ids of their own, see {output / 'unresolved.tsv'}",
    }
    table = Table(box=None, show_header=False, pad_edge=False)
    for key, word in words.items():
        table.add_row(f"{totals[key]:,}", word)
    Console(highlight=False).print(table)
