"""The command `realpolitik`: puts the commands together and turns this project's errors into messages.

A command's module names only its parameters at import; everything heavy is imported inside the function, so that
`--help` and completion stay fast. A new command is one module and one line below.
"""

from __future__ import annotations

import sys

import typer

from app import __version__
from app.cli import query
from app.cli.build import build
from app.cli.check import check
from app.cli.export import export, formats
from app.cli.import_ import import_
from app.cli.new_source import new_source
from app.cli.serve import serve
from app.cli.verify import verify
from app.errors import InvalidData, RealpolitikError

app = typer.Typer(
    name="realpolitik",
    help="A knowledge graph of geopolitical relations that keeps who said what, how sure, and when.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

app.command("check")(check)
app.command("verify")(verify)
app.command("new-source")(new_source)
app.command("serve")(serve)
app.command("export")(export)
app.command("formats")(formats)
app.command("import")(import_)
app.command("build")(build)
app.add_typer(query.app, name="query")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"realpolitik {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Show the version."),
) -> None:
    """Options of the command as a whole; the help text is the one above."""


def main() -> None:
    """Run the command line; the errors that this project raises on purpose become messages and exit status 1."""
    try:
        app(prog_name="realpolitik")
    except RealpolitikError as error:
        for problem in error.problems if isinstance(error, InvalidData) else ():
            typer.echo(str(problem), err=True)
        typer.echo(f"error: {error}", err=True)
        sys.exit(1)
