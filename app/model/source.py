"""Source documents and data sets: where claims come from. The text itself is never stored, only its fingerprints."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: number from 1, SHA-256 of its white-space-normalised text, a note in our own words."""

    number: int
    fingerprint: str
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its metadata (what is inferred carries the reason), its hash and its paragraphs."""

    id: str
    title: str
    author: str
    published: str
    language: str
    coverage: str
    dataset: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    published_inferred: str | None = None
    section: str | None = None
    publisher: str | None = None
    publisher_inferred: str | None = None
    image_credit: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """A data set: whose it is, under which licence, how to cite it, what it covers."""

    id: str
    title: str
    licence: str
    attribution: str
    coverage: str
    licence_url: str | None = None
    description: str = ""


def split_paragraphs(text: str) -> list[str]:
    """The blocks between blank lines, headings and captions included, white space normalised."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        words = line.split()
        if words:
            blocks[-1].extend(words)
        elif blocks[-1]:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]


def fingerprint(paragraph: str) -> str:
    """SHA-256 of a paragraph with white space normalised, as hex digits."""
    return hashlib.sha256(" ".join(paragraph.split()).encode()).hexdigest()
