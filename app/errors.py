"""The one tree of exceptions. Each message tells the user what to do; no HTTP status is known here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model.problem import Problem


class RealpolitikError(Exception):
    """Root of all errors that this project raises on purpose."""


class InvalidDate(RealpolitikError):
    """A date or interval that is not EDTF (ISO 8601-2), or whose end lies before its start."""


class InvalidData(RealpolitikError):
    """Curated data with at least one problem; `problems` names each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = f": {self.problems[0]}" if self.problems else ""
        super().__init__(f"{len(self.problems)} problem(s) in the data{first}")


class InvalidValue(RealpolitikError):
    """A parameter whose value is not acceptable; `valid` lists or suggests what would be."""

    def __init__(self, name: str, message: str, valid: Sequence[str] = ()) -> None:
        self.name = name
        self.valid = tuple(valid)
        super().__init__(message)


class InvalidQuery(InvalidValue):
    """A part of a request body that is not acceptable; `loc` is the path to it, from the top of the body."""

    def __init__(self, loc: Sequence[str | int], message: str, valid: Sequence[str] = ()) -> None:
        self.loc = tuple(loc)
        name = str(self.loc[-1]) if self.loc else "body"
        super().__init__(name, message, valid)


class NotFound(RealpolitikError):
    """An id that nothing carries; `suggestions` are close matches."""

    def __init__(self, kind: str, key: str, suggestions: Sequence[str] = ()) -> None:
        self.kind = kind
        self.key = key
        self.suggestions = tuple(suggestions)
        hint = f", did you mean {' or '.join(repr(s) for s in suggestions)}?" if suggestions else ""
        super().__init__(f"unknown {kind} {key!r}{hint}")


class Moved(RealpolitikError):
    """An entity id that was merged into another one."""

    def __init__(self, key: str, target: str) -> None:
        self.key = key
        self.target = target
        super().__init__(f"entity {key!r} was merged into {target!r}")


class SnapshotGone(RealpolitikError):
    """A pinned snapshot that is no longer served."""

    def __init__(self, wanted: str, served: str) -> None:
        self.wanted = wanted
        self.served = served
        super().__init__(
            f"snapshot {wanted!r} is no longer served; the current one is {served!r}: drop ?snapshot= or pin that one"
        )


class BoundExceeded(RealpolitikError):
    """A query refused before any work because it asks for more than the named bound."""

    def __init__(self, bound: str, message: str) -> None:
        self.bound = bound
        super().__init__(message)


class NotReady(RealpolitikError):
    """No snapshot is loaded."""


class BrokenSnapshot(RealpolitikError):
    """A snapshot's folder that cannot be served: a file is missing, truncated, altered, or of a later version."""

    def __init__(self, place: object, fault: str, advice: str = "build it again with `realpolitik build`") -> None:
        super().__init__(f"{place}: {fault}; {advice}")


class MissingExtra(RealpolitikError):
    """A package of an optional extra that is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        self.extra = extra
        self.package = package
        super().__init__(f"{package!r} is missing: this needs an extra, pip install 'realpolitik[{extra}]'")


class InvalidDataset(RealpolitikError):
    """A data set's folder that no snapshot can be built from: what is missing in it, or what fits nothing else."""

    def __init__(self, place: object, fault: str, advice: str = "import it again with `realpolitik import`") -> None:
        super().__init__(f"{place}: {fault}; {advice}")
