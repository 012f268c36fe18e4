"""The documents that a table of claims names: each becomes a source, described by the first row that names it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from app.errors import InvalidDate
from app.importers.about import table_source
from app.importers.collector import Collector
from app.importers.resolver import own_id
from app.importers.tabular import Row, Unusable
from app.model.dates import parse_query_date
from app.model.entity import Entity

SPEAKERS: Final = ("Actor", "Voice")
_ADDRESSES: Final = ("http://", "https://")


class SourceColumns:
    """Sources by name."""

    def __init__(self, files: Sequence[Path], to: Collector) -> None:
        self._files = files
        self._to = to
        self._ids: dict[str, str] = {}

    def source(self, cells: Row) -> str:
        """The id of the source that a row names. Raises Unusable where it cannot be described."""
        name = " ".join(cells["source"].split())
        if name not in self._ids:
            self._ids[name] = self._added(name, cells)
        return self._ids[name]

    def _added(self, name: str, cells: Row) -> str:
        key = own_id(self._to.info.id, name) if name else self._to.info.id
        published = cells["source_published"] or self._to.published
        if not published:
            raise Unusable("source_published is empty, and no --published is given: what was known when rests on it")
        try:
            parse_query_date(published)
        except InvalidDate as error:
            raise Unusable(f"source_published: {error}") from None
        url = cells["source_url"]
        if url and not url.startswith(_ADDRESSES):
            raise Unusable(f"source_url {url[:60]!r} is no address")
        return table_source(
            self._to,
            self._files,
            author=self._author(cells["source_author"], key, name),
            published=published,
            inferred=None,
            key=key,
            title=cells["source_title"] or name or None,
            language=cells["source_language"] or "en",
            url=url or None,
            whole=not name,
        )

    def _author(self, name: str, key: str, source: str) -> Entity:
        resolver = self._to.resolver
        if name:
            kinds = SPEAKERS if resolver.find(name, SPEAKERS) is not None else ("Voice",)
            author = resolver.get(resolver.entity(name, kinds))
            if author is not None:
                return author
        label = f"Author of {source or self._to.info.title}"
        said = label.replace("A", "the a", 1)
        return Entity(
            f"{key}-author", "Voice", label, in_sentence=said, description="Not named in the table of claims."
        )
