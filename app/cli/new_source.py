"""`realpolitik new-source`: writes the skeleton of a source record for a text; the text itself is not copied."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new_source(
    textfile: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The original text, in UTF-8.")],
    id_: Annotated[
        str | None,
        typer.Option("--id", help="Id of the source: lowercase words joined by hyphens. Default: from the file name."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="File to write, - for the terminal. Default: seeds/ID.yaml."),
    ] = None,
) -> None:
    """Begin the record of a new document: hash and fingerprints filled in, the rest for you to fill."""
    from app.errors import InvalidValue
    from app.loading.originals import skeleton
    from app.loading.scalars import slugified
    from app.model.ids import is_slug
    from app.settings import load_settings

    source_id = id_ if id_ is not None else slugified(textfile.stem)
    if not is_slug(source_id):
        nearest = slugified(source_id)
        hint = f", such as --id {nearest}" if nearest else ": give one with --id"
        raise InvalidValue("id", f"{source_id!r} is not lowercase words joined by single hyphens{hint}", (nearest,))
    text = skeleton(textfile.read_bytes(), source_id)
    if output is not None and str(output) == "-":
        typer.echo(text, nl=False)
        return
    target = output if output is not None else load_settings().root / "seeds" / f"{source_id}.yaml"
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise InvalidValue("output", f"{target} exists already, and is not overwritten") from None
    except OSError as error:
        raise InvalidValue("output", f"{target} cannot be written: {error.strerror}") from None
    typer.echo(f"{target} written; fill in what is empty, and let `realpolitik check` tell what is left")
