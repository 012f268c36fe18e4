"""Reads the modules under a folder as syntax trees, and lists what each of them imports.

An import counts wherever it stands: inside a function, under TYPE_CHECKING, relative, or as the dotted name
in a string that a registry imports on use ("app.exporters.csv:write").
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
DOTTED_NAME: Final = re.compile(r"app(\.[a-z_][a-z0-9_]*)+(:[A-Za-z_][A-Za-z0-9_.]*)?")


@dataclass(frozen=True)
class Module:
    """One file of Python: its dotted name, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module
    is_package: bool = False

    @classmethod
    def parse(cls, name: str, text: str, *, is_package: bool = False) -> Module:
        """Read a module from its text."""
        return cls(name, text, ast.parse(text), is_package)

    @property
    def package(self) -> str:
        """The first name below `app`, which is its row in the import table; empty for `app` itself."""
        return below_app(self.name)

    @property
    def path(self) -> str:
        """Where the file lies, for messages."""
        return self.name.replace(".", "/") + ("/__init__.py" if self.is_package else ".py")


def modules(folder: Path = ROOT / "app") -> list[Module]:
    """All modules under a package's folder, in order of their paths."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(Module.parse(name, path.read_text(encoding="utf-8"), is_package=is_package))
    return found


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Each dotted name that a module imports or names for a later import, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and DOTTED_NAME.fullmatch(node.value):
            yield node.lineno, node.value.partition(":")[0]


def below_app(name: str) -> str:
    """The first name below `app` in a dotted name; empty for `app` itself."""
    return name.split(".")[1] if "." in name else ""


def _base(module: Module, node: ast.ImportFrom) -> str:
    """The package that a `from` import reads, with the dots of a relative one resolved."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*kept, node.module] if node.module else kept)
