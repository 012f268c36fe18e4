"""Original texts against their records: the skeleton of a new source record, and the check of a text at hand.

The text itself is never kept: a record holds the hash of the whole and the fingerprint of each paragraph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.errors import InvalidValue
from app.model.source import Source, fingerprint, split_paragraphs

Outcome = Literal["same", "differs", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class ParagraphResult:
    """How one paragraph fares; `found_at` is where its words stand in the text, if elsewhere."""

    number: int
    outcome: Outcome
    found_at: int | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """A text compared with the source that it matches best, if it matches any."""

    sha256: str
    source: Source | None
    same_bytes: bool
    paragraphs: tuple[ParagraphResult, ...]

    @property
    def ok(self) -> bool:
        """Whether the text says the same as the original, word by word; white space may differ."""
        return self.source is not None and all(one.outcome == "same" for one in self.paragraphs)


def verify(data: bytes, sources: Iterable[Source]) -> Verification:
    """Compare a text with the record that has its hash, else with the one that shares most paragraphs with it."""
    digest = hashlib.sha256(data).hexdigest()
    prints = [fingerprint(paragraph) for paragraph in split_paragraphs(_decoded(data))]
    source = _best(digest, prints, sources)
    if source is None:
        return Verification(digest, None, False, ())
    expected = {paragraph.number: paragraph.fingerprint for paragraph in source.paragraphs}
    numbers = sorted(expected.keys() | set(range(1, len(prints) + 1)))
    results = tuple(_compare(number, expected.get(number), prints) for number in numbers)
    return Verification(digest, source, digest == source.sha256, results)


def _best(digest: str, prints: Sequence[str], sources: Iterable[Source]) -> Source | None:
    wanted = set(prints)
    best: tuple[int, Source] | None = None
    for source in sources:
        if source.sha256 == digest:
            return source
        shared = len(wanted & {paragraph.fingerprint for paragraph in source.paragraphs})
        if shared and (best is None or shared > best[0]):
            best = (shared, source)
    return best[1] if best else None


def _compare(number: int, expected: str | None, prints: Sequence[str]) -> ParagraphResult:
    if expected is None:
        return ParagraphResult(number, "extra")
    if number <= len(prints) and prints[number - 1] == expected:
        return ParagraphResult(number, "same")
    found_at = prints.index(expected) + 1 if expected in prints else None
    return ParagraphResult(number, "differs" if number <= len(prints) else "missing", found_at)


def skeleton(data: bytes, source_id: str) -> str:
    """A new source record: hash and fingerprints are filled in, the rest is left to the curator (`check` lists it)."""
    paragraphs = split_paragraphs(_decoded(data))
    if not paragraphs:
        raise InvalidValue("text", "the text is empty: there is nothing to make a record of")
    lines = [
        "# Source record: metadata, fingerprints and our own notes. The text itself is not kept here.",
        f"id: {source_id}",
        "title:",
        "section:",
        "publisher:  # {name: ..., inferred: why we think so, if the document does not say}",
        "author:  # id of an entity of type Voice or Person",
        "published:  # {edtf: ..., inferred: why we think so, if the document does not say}",
        "language:  # such as en",
        "coverage: partial  # complete, once every paragraph has been read for claims",
        "image_credit:",
        f"sha256: {hashlib.sha256(data).hexdigest()}",
        "dataset: curated",
        "url:",
        "note:",
        "paragraphs:",
    ]
    for number, paragraph in enumerate(paragraphs, 1):
        lines += [
            f"  - number: {number}  # words: {len(paragraph.split())}",
            f"    fingerprint: {fingerprint(paragraph)}",
            "    note:  # in our own words",
        ]
    return "\n".join(lines) + "\n"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the text is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}): convert it first"
        raise InvalidValue("text", message) from None
