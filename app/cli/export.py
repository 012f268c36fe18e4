"""`realpolitik export`: any filtered part of the graph in any format, into a file or to standard output."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from app.cli.query import Flag, Names, Word, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.exporters.context import ExportContext

_FILTERS = frozenset(
    [
        "type",
        "category",
        "polarity",
        "status",
        "modality",
        "stance",
        "progress",
        "asserted_by",
        "addressed_to",
        "source",
        "dataset",
        "min_confidence",
        "as_of",
        "known_at",
        "during",
        "time_match",
        "certainty",
        "q",
        "exact",
    ]
)


class Theme(StrEnum):
    """Colours of a picture."""

    LIGHT = "light"
    DARK = "dark"


def export(
    format_: Annotated[str, typer.Option("--format", "-f", help="A name from `realpolitik formats`.")] = "json",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.  [default: stdout]")] = None,
    entity: Names = None,
    entity_type: Words = None,
    depth: Annotated[int, typer.Option(min=0, max=3, help="Steps from the entities.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Most nodes.  [default: all]")] = None,
    include: Annotated[list[str] | None, typer.Option(help="claims, sources, ontology, facets (JSON).")] = None,
    include_derived: Annotated[
        bool, typer.Option("--include-derived", help="Also what rules infer, marked so.")
    ] = False,
    type: Words = None,
    category: Words = None,
    polarity: Words = None,
    status: Words = None,
    modality: Words = None,
    stance: Words = None,
    progress: Words = None,
    asserted_by: Names = None,
    addressed_to: Names = None,
    source: Words = None,
    dataset: Words = None,
    min_confidence: Word = None,
    as_of: Word = None,
    known_at: Word = None,
    during: Word = None,
    time_match: Word = None,
    certainty: Word = None,
    q: Word = None,
    exact: Flag = False,
    width: Annotated[int, typer.Option(min=200, max=8000, help="Width of a picture.")] = 1600,
    height: Annotated[int, typer.Option(min=200, max=8000, help="Height of a picture.")] = 1000,
    theme: Annotated[Theme, typer.Option(help="Colours of a picture.")] = Theme.LIGHT,
) -> None:
    """Write a part of the graph (all of it, where no entity is named) in another tool's format."""
    from app.exporters.context import ExportContext

    words = {name: value for name, value in locals().items() if name in _FILTERS}
    context = ExportContext(width=width, height=height, theme=theme.value)
    pieces = _pieces(
        format_, words, entity or [], entity_type or [], depth, limit, include or [], include_derived, context
    )
    if output is None:
        if sys.stdout.isatty() and format_ in ("png", "parquet", "csv"):
            raise typer.BadParameter(f"{format_} is not text: give a file with -o", param_hint="--output")
        _write(pieces, sys.stdout.buffer)
        return
    write_file(pieces, output)


def formats() -> None:
    """List the formats: file suffix, media type, what each cannot carry."""
    from rich.console import Console
    from rich.table import Table

    from app.exporters.registry import FORMATS

    if not sys.stdout.isatty():
        for known in FORMATS:
            typer.echo(f"{known.name}\t{known.suffix}\t{known.media_type}\t{known.title}")
        return
    table = Table("format", "what", "suffix", "cannot carry", box=None, header_style="bold", pad_edge=False)
    for known in FORMATS:
        table.add_row(known.name, known.title, known.suffix, "; ".join(known.cannot))
    Console().print(table)


def _pieces(
    name: str,
    given: dict[str, Any],
    entities: list[str],
    types: list[str],
    depth: int,
    limit: int | None,
    include: list[str],
    derived: bool,
    context: ExportContext,
) -> Iterator[bytes]:
    from app.cli.query import default_view, given_words
    from app.exporters import registry
    from app.graph import asking
    from app.graph.derive.drawing import asked_for
    from app.graph.subgraph import SubgraphRequest

    chosen = registry.get(name)
    view, words = default_view(), given_words(given)
    request = SubgraphRequest(
        seeds=tuple(dict.fromkeys(asking.entity(view, "entity", text) for text in entities)),
        depth=depth,
        limit=limit,
        entity_types=asking.entity_types(view, "entity_type", types),
        include=frozenset(include),
        query={
            **({"entity": entities} if entities else {}),
            **({"include_derived": True} if derived else {}),
            **words,
        },
    )
    found, _ = asked_for(view, request, words, derived=derived)
    return registry.writer(chosen)(found, context)


def write_file(pieces: Iterator[bytes], path: Path) -> None:
    """Write a file as a whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            _write(pieces, file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write(pieces: Iterator[bytes], file: BinaryIO) -> None:
    for piece in pieces:
        file.write(piece)
    file.flush()
