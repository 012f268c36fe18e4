"""Silences: what a curator looked for and the document does not say. An answer too, and never an edge (ruling C7)."""

from __future__ import annotations

from dataclasses import dataclass

ANY = "any"


@dataclass(frozen=True, slots=True)
class Silence:
    """A pattern of subject, type and object (each an id or `any`) on which a source is silent."""

    key: str
    source: str
    question: str
    subject: str
    type: str
    object: str
    note: str
    paragraphs: tuple[int, ...] = ()
    nearest: tuple[str, ...] = ()
