"""References between records and files. One table says which field names what; what could not be read is not missed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from app.loading.codes import Code
from app.loading.corpus import Batch, Corpus
from app.loading.document import EVERY
from app.loading.scalars import integer_of
from app.loading.shape import Entry, unknown
from app.loading.suggest import shown
from app.model.ontology import ANY
from app.model.problem import Problem

_CLAIM_ENTITIES = (("subject",), ("object",), ("asserted_by", EVERY), ("addressed_to",), ("via",))
_SILENCE_ENTITIES = (("subject",), ("object",))


class _Target:
    """What a reference may name, and whether all of it is known."""

    def __init__(
        self, kind: str, code: Code, names: Collection[str], complete: bool, wildcard: str | None = None
    ) -> None:
        self.kind = kind
        self.code = code
        self.names = names
        self.complete = complete
        self.wildcard = wildcard

    def or_any(self) -> _Target:
        return _Target(self.kind, self.code, self.names, self.complete, ANY)

    def check(self, entry: Entry[Any], *patterns: tuple[str, ...]) -> Iterator[Problem]:
        if not self.complete:
            return
        for pattern in patterns:
            for loc, name in entry.texts(*pattern):
                if name not in self.names and name != self.wildcard:
                    yield entry.problem(self.code, unknown(self.kind, name, self.names), *loc)


def check_references(corpus: Corpus) -> Iterator[Problem]:
    """All references that lead nowhere."""
    entity = _Target("entity", Code.UNKNOWN_ENTITY, corpus.entity_ids, corpus.entities.complete)
    entity_type = _Target(
        "entity type", Code.UNKNOWN_ENTITY_TYPE, corpus.entity_types.by_id, corpus.entity_types.complete
    )
    relation_type = _Target(
        "relation type", Code.UNKNOWN_RELATION_TYPE, corpus.relation_types.by_id, corpus.relation_types.complete
    )
    dataset = _Target("data set", Code.UNKNOWN_DATASET, corpus.datasets.by_id, corpus.datasets.complete)
    for one in corpus.entity_types.entries:
        yield from entity_type.check(one, ("parents", EVERY))
    for two in corpus.relation_types.entries:
        yield from relation_type.check(two, ("parent",))
        yield from entity_type.or_any().check(two, ("domain", EVERY), ("range", EVERY))
    for three in corpus.entities.entries:
        yield from entity_type.check(three, ("type",))
        yield from entity.check(three, ("organ_of",))
    for four in corpus.sources.entries:
        yield from entity.check(four, ("author",))
        yield from dataset.check(four, ("dataset",))
    for claims in corpus.claims:
        yield from _known_source(corpus, claims)
        keys = _claim_keys(corpus, claims.source)
        for claim in claims.entries:
            yield from entity.check(claim, *_CLAIM_ENTITIES)
            yield from relation_type.check(claim, ("type",))
            yield from keys.check(claim, ("target_claim",))
            yield from _paragraphs(corpus, claims.source, claim, "evidence", EVERY, "paragraph")
    for silences in corpus.silences:
        yield from _known_source(corpus, silences)
        keys = _claim_keys(corpus, silences.source)
        for silence in silences.entries:
            yield from entity.or_any().check(silence, *_SILENCE_ENTITIES)
            yield from relation_type.or_any().check(silence, ("type",))
            yield from keys.check(silence, ("nearest", EVERY))
            yield from _paragraphs(corpus, silences.source, silence, "paragraphs", EVERY)
    for waiver in corpus.waivers.entries:
        names = {entry.text("name") or "": entry for entry in corpus.assertions.entries}
        target = _Target("assertion", Code.UNKNOWN_ASSERTION, names, corpus.assertions.complete)
        yield from target.check(waiver, ("assertion",))


def _known_source(corpus: Corpus, batch: Batch[Any]) -> Iterator[Problem]:
    node = batch.document.node(("source",))
    named = node is not None and node.value == batch.source
    if corpus.sources.complete and batch.source not in corpus.sources.by_id and batch.document.root is not None:
        message = unknown("source", batch.source, corpus.sources.by_id)
        yield batch.document.problem(Code.UNKNOWN_SOURCE, message, ("source",) if named else ())


def _claim_keys(corpus: Corpus, source: str) -> _Target:
    complete = corpus.claims_listed and source not in corpus.sources_with_lost_claims
    keys = {key for entry in corpus.claims_by_source.get(source, ()) if (key := entry.text("key")) is not None}
    return _Target("claim key", Code.UNKNOWN_CLAIM_KEY, keys, complete)


def _paragraphs(corpus: Corpus, source: str, entry: Entry[Any], *pattern: str) -> Iterator[Problem]:
    record = corpus.sources.by_id.get(source)
    numbers = {integer_of(number) for _, number in record.texts("paragraphs", EVERY, "number")} if record else set()
    if not numbers:
        return
    for loc, number in entry.texts(*pattern):
        wanted = integer_of(number)
        if wanted is not None and wanted > 0 and wanted not in numbers:
            message = f"unknown paragraph {shown(number)}: source {shown(source)} has {len(numbers)}"
            yield entry.problem(Code.UNKNOWN_PARAGRAPH, message, *loc)
