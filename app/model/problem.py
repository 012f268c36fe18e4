"""A problem in curated data, with its exact place: file, line and column, a documented code and a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake; lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """The form that editors and terminals can jump to."""
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}"
