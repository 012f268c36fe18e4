"""Which files there are: every file in the two folders is either read or reported, so that no typo loses claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.loading.codes import Code
from app.loading.suggest import did_you_mean
from app.model.problem import Problem

SUFFIX = ".yaml"
FOLDERS = ("ontology", "entities", "claims", "silences", "rules")
FILES = ("datasets.yaml", "assertions.yaml")
NEEDED = ("datasets.yaml", "ontology", "entities")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: which section it belongs to, its path, and the path that problems show."""

    section: str
    path: Path
    shown: str


class Layout:
    """The files of a body of data, and what is wrong with the folders."""

    def __init__(self, graph_data: Path, seeds: Path | None) -> None:
        self._root = graph_data.parent
        self.files: list[FoundFile] = []
        self.problems: list[Problem] = []
        self.missing: set[str] = set()
        self._graph_data(graph_data)
        if seeds is not None:
            self.seeds(seeds)

    def shown(self, path: Path) -> str:
        """The path for problems: from the folder that holds graph_data, where possible."""
        try:
            return path.relative_to(self._root).as_posix()
        except ValueError:
            return str(path)

    def of(self, section: str) -> list[FoundFile]:
        """The files of one section, in the order of their names."""
        return [file for file in self.files if file.section == section]

    def _graph_data(self, folder: Path) -> None:
        if not folder.is_dir():
            self._missing(folder, "graph_data", "the folder with the curated graph")
            self.missing.update(NEEDED)
            return
        for name in NEEDED:
            if not (folder / name).exists():
                self._missing(folder / name, name, "needed in every body of data")
        for path in self._visible(folder, "graph_data"):
            if path.name in FILES and path.is_file():
                self._add(path.stem, path)
            elif path.name in FOLDERS and path.is_dir():
                self._folder(path.name, path)
            else:
                self._unexpected(path, (*FILES, *FOLDERS))

    def seeds(self, folder: Path) -> None:
        """Take the source records of a folder."""
        if folder.is_dir():
            self._folder("seeds", folder)
        else:
            self._missing(folder, "seeds", "the folder with the source records")

    def _folder(self, section: str, folder: Path) -> None:
        for path in self._visible(folder, section):
            if path.suffix == SUFFIX and path.is_file():
                self._add(section, path)
            else:
                self._unexpected(path, ())

    def _visible(self, folder: Path, section: str) -> list[Path]:
        """What a folder holds, but for hidden files and README.md."""
        try:
            found = sorted(folder.iterdir())
        except OSError as error:
            self.missing.update((*NEEDED, *FOLDERS) if section == "graph_data" else (section,))
            self._report(folder, Code.UNREADABLE_FILE, f"cannot be read: {error.strerror or error}")
            return []
        return [path for path in found if not path.name.startswith(".") and path.name != "README.md"]

    def _add(self, section: str, path: Path) -> None:
        self.files.append(FoundFile(section, path, self.shown(path)))

    def _missing(self, path: Path, section: str, why: str) -> None:
        self.missing.add(section)
        self._report(path, Code.MISSING_FILE, f"not found: {why}")

    def _unexpected(self, path: Path, names: Iterable[str]) -> None:
        kind = "folder" if path.is_dir() else "file"
        hint = did_you_mean(path.name, names)
        if not hint and path.is_file() and path.suffix != SUFFIX:
            hint = f": only *{SUFFIX} files are read"
        self._report(path, Code.UNEXPECTED_FILE, f"unexpected {kind} {path.name!r}{hint}")

    def _report(self, path: Path, code: Code, message: str) -> None:
        self.problems.append(Problem(self.shown(path), 1, 1, code.value, message))
