"""`realpolitik import`: reads our own exports back into a graph, says what is in it, and writes it on if asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def import_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="ndjson or parquet: the form of the export.")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="An export of a whole graph.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the graph again: .ndjson, or .zip for Parquet.")
    ] = None,
) -> None:
    """Read an export back: the same claims, the same ids, the same snapshot."""
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
