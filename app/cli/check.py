"""`realpolitik check`: validates a whole body of data and prints every problem in a form that editors jump to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.model.dataset import Dataset
    from app.model.problem import Problem


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    path: Annotated[
        Path | None,
        typer.Argument(help="Folder that contains graph_data/ and seeds/. Default: the curated data."),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="text, JSON, or annotations for GitHub workflows.")
    ] = Format.TEXT,
) -> None:
    """Check all curated data; exit status 1 if there is any problem."""
    from app.loading.load import inspect
    from app.settings import load_settings

    root = path if path is not None else load_settings().root
    dataset, found = inspect(root / "graph_data", root / "seeds")
    problems = [_seen_from_here(problem, root) for problem in found]
    if format_ is Format.JSON:
        _print_json(problems, dataset)
    elif format_ is Format.GITHUB:
        for problem in problems:
            typer.echo(github_annotation(problem))
    else:
        _print_text(problems)
    if format_ is not Format.JSON:
        typer.echo(_summary(problems, dataset), err=bool(problems))
    raise typer.Exit(1 if problems else 0)


def _seen_from_here(problem: Problem, root: Path) -> Problem:
    """The problem with its path as the user would type it: relative to the working folder if it lies below that."""
    import dataclasses

    path = (Path.cwd() / root / problem.path).resolve()
    below = path.is_relative_to(Path.cwd().resolve())
    shown = os.path.relpath(path) if below else str(path)
    return dataclasses.replace(problem, path=Path(shown).as_posix())


def _print_text(problems: Iterable[Problem]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True, emoji=False)
    for problem in problems:
        place = (f"{problem.path}:{problem.line}:{problem.column}:", "bold")
        console.print(Text.assemble(place, " ", (f"{problem.code}:", "bold red"), " ", problem.message))


def github_annotation(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line."""
    where = f"file={_escaped(problem.path, ',:')},line={problem.line},col={problem.column},title={problem.code}"
    return f"::error {where}::{_escaped(problem.message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _print_json(problems: Iterable[Problem], dataset: Dataset | None) -> None:
    import dataclasses
    import json

    listed = [dataclasses.asdict(problem) for problem in problems]
    counts = {_many(name).replace(" ", "_"): number for name, number in _counts(dataset)} if dataset else None
    typer.echo(json.dumps({"ok": not listed, "problems": listed, "counts": counts}, ensure_ascii=False, indent=2))


def _counts(dataset: Dataset) -> list[tuple[str, int]]:
    return [
        ("source", len(dataset.sources)),
        ("entity", len(dataset.entities)),
        ("claim", len(dataset.claims)),
        ("silence", len(dataset.silences)),
        ("entity type", len(dataset.ontology.entity_types)),
        ("relation type", len(dataset.ontology.relation_types)),
    ]


def _summary(problems: list[Problem], dataset: Dataset | None) -> str:
    if dataset is None:
        files = len({problem.path for problem in problems})
        return f"{_plural(len(problems), 'problem')} in {_plural(files, 'file')}"
    return f"no problems: {', '.join(_plural(number, name) for name, number in _counts(dataset))}"


def _plural(number: int, name: str) -> str:
    return f"{number} {name if number == 1 else _many(name)}"


def _many(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
