"""Things that must differ: ids, merged ids, names of entities, claim keys, paragraph numbers, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.scalars import integer_of
from app.loading.shape import Entry
from app.loading.suggest import shown
from app.model.entity import NameKind
from app.model.problem import Problem


def check_ids(corpus: Corpus) -> Iterator[Problem]:
    """All clashes of ids, names and numbers."""
    yield from _unique(corpus.entity_types.entries, "entity type", "id")
    yield from _unique(corpus.relation_types.entries, "relation type", "id")
    yield from _unique(corpus.datasets.entries, "data set", "id")
    yield from _unique(corpus.entities.entries, "entity", "id")
    yield from _unique(corpus.sources.entries, "source", "id")
    yield from _unique(corpus.assertions.entries, "assertion", "name")
    for claims in corpus.claims_by_source.values():
        yield from _unique(claims, "claim", "key")
    for batch in corpus.silences:
        yield from _unique(batch.entries, "silence", "key")
    yield from _merged_ids(corpus)
    yield from _names(corpus)
    yield from _documents(corpus)
    for entry in corpus.sources.entries:
        yield from _paragraph_numbers(entry)


def _unique(entries: Iterable[Entry[Any]], kind: str, field: str) -> Iterator[Problem]:
    seen: dict[str, Entry[Any]] = {}
    for entry in entries:
        name = entry.text(field)
        if name is None:
            continue
        first = seen.setdefault(name, entry)
        if first is not entry:
            message = f"{kind} {shown(name)} is already at {first.where(field)}"
            yield entry.problem(Code.DUPLICATE_ID, message, field)


def _merged_ids(corpus: Corpus) -> Iterator[Problem]:
    """A merged id is no longer the id of anything, and went into one entity only."""
    owners: dict[str, Entry[Any]] = {}
    for entry in corpus.entities.entries:
        for loc, old in entry.texts("merged_ids", "*"):
            alive = corpus.entities.by_id.get(old)
            first = owners.setdefault(old, entry)
            if alive is not None and not _merges_back(entry, alive):
                message = f"merged id {shown(old)} is still the id of the entity at {alive.where('id')}"
                yield entry.problem(Code.MERGED_ID_CLASH, message, *loc)
            elif first is not entry:
                message = f"merged id {shown(old)} went into {shown(first.text('id'))} already ({first.where('id')})"
                yield entry.problem(Code.MERGED_ID_CLASH, message, *loc)


def _merges_back(entry: Entry[Any], other: Entry[Any]) -> bool:
    """Whether the other entity merges this one in turn, or is this one: a cycle, reported as such."""
    return other is entry or any(old == entry.text("id") for _, old in other.texts("merged_ids", "*"))


def _names(corpus: Corpus) -> Iterator[Problem]:
    """Two entities share no name, whatever its case; only a metonym may be shared (a capital for its government)."""
    seen: dict[str, tuple[Entry[Any], tuple[str | int, ...]]] = {}
    for entry in corpus.entities.entries:
        own: dict[str, tuple[str | int, ...]] = {}
        for loc, text in [*entry.texts("label"), *entry.texts("names", "*", "text")]:
            name = " ".join(text.casefold().split())
            if name in own:
                message = f"name {shown(text)} repeats the one on line {entry.place(*own[name])[0]}"
                yield entry.problem(Code.REPEATED_NAME, message, *loc)
                continue
            own[name] = loc
            if len(loc) > 1 and entry.value(*loc[:-1], "kind") == NameKind.METONYM.value:
                continue
            first, first_loc = seen.setdefault(name, (entry, loc))
            if first is not entry and first.text("id") != entry.text("id"):
                message = (
                    f"name {shown(text)} already belongs to {shown(first.text('id'))} ({first.where(*first_loc)}); "
                    "only a metonym may be shared"
                )
                yield entry.problem(Code.DUPLICATE_NAME, message, *loc)


def _documents(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, Entry[Any]] = {}
    for entry in corpus.sources.entries:
        digest = entry.text("sha256")
        first = seen.setdefault(digest, entry) if digest is not None else entry
        if first is not entry:
            message = f"the same document as source {shown(first.text('id'))} ({first.where('sha256')})"
            yield entry.problem(Code.DUPLICATE_DOCUMENT, message, "sha256")


def _paragraph_numbers(entry: Entry[Any]) -> Iterator[Problem]:
    numbers = entry.texts("paragraphs", "*", "number")
    for expected, (loc, number) in enumerate(numbers, 1):
        if integer_of(number) not in (expected, None):
            message = f"paragraph {number} stands where {expected} belongs: numbers count from 1 without gaps"
            yield entry.problem(Code.PARAGRAPH_NUMBER, message, *loc)
            return
