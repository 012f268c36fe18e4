"""`realpolitik verify`: compares an original text at hand with the fingerprints in its source record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.loading.originals import ParagraphResult, Verification


def verify(
    textfile: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The original text, in UTF-8.")],
    root: Annotated[
        Path | None, typer.Option(help="Folder that contains seeds/. Default: the curated data.", show_default=False)
    ] = None,
) -> None:
    """Find the source record of a text and check each paragraph; exit status 1 if any differs."""
    from app.loading.load import load_sources
    from app.loading.originals import verify as compare
    from app.settings import load_settings

    folder = root if root is not None else load_settings().root
    result = compare(textfile.read_bytes(), load_sources(folder / "graph_data", folder / "seeds"))
    if result.source is None:
        typer.echo(f"no source record matches {textfile}: none shares its hash or a paragraph with it", err=True)
        raise typer.Exit(1)
    typer.echo(f"source: {result.source.id}")
    for paragraph in result.paragraphs:
        typer.echo(_line(paragraph))
    typer.echo(_verdict(result))
    raise typer.Exit(0 if result.ok else 1)


def _line(paragraph: ParagraphResult) -> str:
    elsewhere = f" (its words stand in paragraph {paragraph.found_at} of the text)" if paragraph.found_at else ""
    return f"paragraph {paragraph.number}: {paragraph.outcome}{elsewhere}"


def _verdict(result: Verification) -> str:
    wrong = [str(paragraph.number) for paragraph in result.paragraphs if paragraph.outcome != "same"]
    if wrong:
        return f"the text differs from the record in paragraph {', '.join(wrong)}"
    if not result.same_bytes:
        return "the words are the same; only white space or line ends differ from the original file"
    return "the text is the original, byte for byte"
