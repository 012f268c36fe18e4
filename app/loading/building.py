"""Records to the model's types. Claims get their ids here, targets first, since an id includes its target's id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.loading.attributes import attributes_of
from app.loading.claim_records import ClaimRecord
from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.shape import Entry
from app.model.claim import Claim
from app.model.dataset import Dataset
from app.model.ids import claim_id
from app.model.ontology import RelationType
from app.model.problem import Problem
from app.model.silence import Silence

UNDATED = "no date given: attested when the document was published"


@dataclass(frozen=True, slots=True)
class BuiltClaim:
    """A claim and the record that it came from."""

    entry: Entry[ClaimRecord]
    claim: Claim


class ClaimBuilder:
    """Builds every claim whose record, type, source, attributes and target are right; leaves out the others."""

    def __init__(self, corpus: Corpus) -> None:
        self.built: list[BuiltClaim] = []
        self.by_key: dict[tuple[str, str], str] = {}
        self._corpus = corpus
        self._published = {record.id: record.published.edtf for record in corpus.sources.records()}
        self._build_all()

    def _build_all(self) -> None:
        """Build what needs no target, then what waited for it, and so on; what waits in a circle is left out."""
        waiting: dict[tuple[str, str], list[Entry[ClaimRecord]]] = {}
        ready: list[tuple[str, Entry[ClaimRecord]]] = []
        for source, entry in reversed(self._corpus.all_claims):
            target = entry.record.target_claim if entry.record else None
            if target is None:
                ready.append((source, entry))
            else:
                waiting.setdefault((source, target), []).append(entry)
        while ready:
            source, entry = ready.pop()
            key = self._build(source, entry)
            if key is not None:
                ready.extend((source, one) for one in waiting.pop((source, key), ()))

    def _build(self, source: str, entry: Entry[ClaimRecord]) -> str | None:
        """Build one claim; its key, if other claims may point to it."""
        record = entry.record
        relation = self._corpus.ontology.relation_types.get(record.type) if record else None
        attributes = attributes_of(self._corpus, entry)
        if record is None or relation is None or attributes is None or source not in self._published:
            return None
        target = self.by_key[source, record.target_claim] if record.target_claim is not None else None
        claim = self._claim(record, source, relation, attributes, target)
        self.built.append(BuiltClaim(entry, claim))
        if record.key is not None:
            self.by_key.setdefault((source, record.key), claim.id)
        return record.key

    def _claim(
        self,
        record: ClaimRecord,
        source: str,
        relation: RelationType,
        attributes: Mapping[str, Any],
        target: str | None,
    ) -> Claim:
        valid = record.validity(self._published[source], UNDATED)
        id_ = claim_id(
            source=source,
            paragraphs=[one.paragraph for one in record.evidence],
            asserted_by=record.asserted_by,
            addressed_to=record.addressed_to,
            subject=record.subject,
            relation_type=record.type,
            object_=record.object,
            symmetric=relation.symmetric,
            stance=record.stance.value,
            modality=record.modality.value,
            edtf=valid.edtf,
            attributes=attributes,
            target_claim=target,
        )
        return record.to_model(id_=id_, source=source, valid=valid, attributes=attributes, target_claim=target)


def check_duplicate_claims(builder: ClaimBuilder) -> Iterator[Problem]:
    """Two claims that say the same thing have the same id (ruling C4)."""
    seen: dict[str, BuiltClaim] = {}
    for one in sorted(builder.built, key=lambda built: (built.entry.document.path, *built.entry.place())):
        first = seen.setdefault(one.claim.id, one)
        if first is not one:
            message = f"says the same as the claim at {first.entry.where()} (both have the id {one.claim.id})"
            yield one.entry.problem(Code.DUPLICATE_CLAIM, message)


def build_silences(corpus: Corpus, builder: ClaimBuilder) -> list[Silence]:
    """The silences, with claim ids for claim keys."""
    return [
        entry.record.to_model(batch.source, tuple(builder.by_key[batch.source, key] for key in entry.record.nearest))
        for batch in corpus.silences
        for entry in batch.entries
        if entry.record is not None
    ]


def build_dataset(corpus: Corpus, builder: ClaimBuilder) -> Dataset:
    """The whole body of data, in an order that does not depend on files; only for a corpus without problems."""
    if len(builder.built) != len(corpus.all_claims):
        raise RuntimeError("a claim was lost although no problem was found: this is a bug")
    return Dataset(
        ontology=corpus.ontology,
        datasets=tuple(sorted((one.to_model() for one in corpus.datasets.records()), key=lambda one: one.id)),
        entities=tuple(sorted((one.to_model() for one in corpus.entities.records()), key=lambda one: one.id)),
        sources=tuple(sorted((one.to_model() for one in corpus.sources.records()), key=lambda one: one.id)),
        claims=tuple(sorted((one.claim for one in builder.built), key=lambda one: one.id)),
        rules=tuple(sorted((one.to_model() for one in corpus.rules.records()), key=lambda one: one.id)),
        silences=tuple(sorted(build_silences(corpus, builder), key=lambda one: (one.source, one.key))),
    )
