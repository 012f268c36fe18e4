"""Source documents and their paragraphs."""

from __future__ import annotations

from pydantic import Field

from app.api.schemas.base import Reference, Shape, Silence, Snapshotted
from app.api.schemas.claims import Claim, Page


class Publisher(Shape):
    """The publisher, with the reason where it was inferred."""

    name: str
    inferred: str | None


class Published(Shape):
    """The publication date as EDTF, with the reason where it was inferred."""

    edtf: str
    inferred: str | None


class Source(Shape):
    """A document's metadata; its text is not here."""

    id: str
    title: str
    section: str | None
    publisher: Publisher | None
    author: Reference
    published: Published
    language: str
    coverage: str
    image_credit: str | None
    url: str | None
    note: str | None
    sha256: str = Field(description="Of the original text.")
    dataset: str
    paragraphs: int
    claims: int
    silences: int
    cite: str


class ParagraphShape(Shape):
    """A paragraph's number, fingerprint (SHA-256 of its white-space-normalised text) and our note."""

    number: int
    fingerprint: str
    note: str


class CountedParagraph(ParagraphShape):
    """A paragraph and how many claims rest on it."""

    claims: int


class SourcePage(Page):
    """A page of sources."""

    results: list[Source]


class SourceDocument(Snapshotted):
    """One source with its paragraphs and silences."""

    source: Source
    paragraphs: list[CountedParagraph]
    silences: list[Silence]


class ParagraphDocument(Snapshotted):
    """One paragraph with the claims drawn from it."""

    source: str
    paragraph: ParagraphShape
    claims: list[Claim]
    total: int = Field(description="How many claims rest on the paragraph.")
    truncated: str | None = Field(description="What was left out of `claims`, and where it is.")
