"""The source and the author that stand behind the claims of a data set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from app.importers.collector import Collector
from app.model.entity import Entity
from app.model.source import Paragraph, Source

TABLE = 1  # the paragraph that evidence from a table names: the table as a whole; its note names the row's own id


def table_source(
    to: Collector,
    files: Sequence[Path],
    *,
    author: Entity,
    published: str,
    inferred: str | None,
    key: str | None = None,
    title: str | None = None,
    language: str = "en",
    url: str | None = None,
    note: str | None = None,
    whole: bool = True,
) -> str:
    """Add the source that files of one table are, and its author; the id of the source.

    A date that is `inferred` says from what (ruling T6), and gives way to one that the user knows. The rows' numbers
    differ from release to release, so that they are no paragraphs: claims keep their ids. Where the table only tells
    of a document (not `whole`), its paragraphs and its fingerprint are not known.
    """
    hashes = [to.inputs[path.name]["sha256"] for path in files]
    fingerprint = hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    table = Paragraph(TABLE, fingerprint, "The table as a whole; notes name the row by its own id.")
    known = to.published if inferred else None
    names = ", ".join(path.name for path in files)
    return to.source(
        Source(
            id=key or to.info.id,
            title=title or to.info.title,
            author=to.entity(author),
            published=known or published,
            published_inferred=None if known else inferred,
            language=language,
            coverage="partial",  # nobody looked for what it does not say
            dataset=to.info.id,
            sha256=fingerprint if whole else "",
            paragraphs=(table,) if whole else (),
            url=url,
            note=note or f"Read from {names}.",
        )
    )
