"""Silences against claims: what a source is said not to say, no claim from that source may say (ruling C7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.shape import Entry
from app.loading.suggest import shown
from app.model.problem import Problem
from app.model.silence import ANY


def check_silences(corpus: Corpus) -> Iterator[Problem]:
    """Each claim that fits the pattern of a silence of its source."""
    for batch in corpus.silences:
        claims = corpus.claims_by_source.get(batch.source, ())
        for silence in batch.entries:
            for claim in claims:
                if _contradicts(corpus, claim, silence):
                    message = (
                        f"source {shown(batch.source)} is said to be silent on this: {shown(silence.text('key'))} "
                        f"({silence.where()}); drop one of the two"
                    )
                    yield claim.problem(Code.CONTRADICTS_SILENCE, message)


def _contradicts(corpus: Corpus, claim: Entry[Any], silence: Entry[Any]) -> bool:
    kind, wanted = claim.text("type"), silence.text("type")
    relation = corpus.ontology.relation_types.get(kind or "")
    if relation is None or wanted is None:
        return False
    if wanted != ANY and wanted not in corpus.ontology.relation_lineage(relation.id):
        return False
    ends = claim.text("subject"), claim.text("object")
    return _fit(corpus, silence, ends) or (relation.symmetric and _fit(corpus, silence, ends[::-1]))


def _fit(corpus: Corpus, silence: Entry[Any], ends: tuple[str | None, ...]) -> bool:
    for field, end in zip(("subject", "object"), ends, strict=True):
        wanted = silence.text(field)
        if wanted is None or end is None:
            return False
        if wanted != ANY and corpus.resolve(wanted) != corpus.resolve(end):
            return False
    return True
