"""Following merges: which id stands for which, and what each record says once that is settled (ruling C5)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from app.model.claim import Claim
from app.model.entity import Entity
from app.model.ontology import Ontology
from app.model.silence import Silence
from app.model.source import Source

Merged = Mapping[str, str]


def merged_ids(entities: Iterable[Entity]) -> dict[str, str]:
    """The id that each merged id redirects to."""
    return {old: entity.id for entity in entities for old in entity.merged_ids}


def follow_claim(claim: Claim, merged: Merged, ontology: Ontology) -> Claim:
    """The claim with merges followed and the pair of a symmetric type sorted; its id stays, as it was written."""
    subject, object_ = merged.get(claim.subject, claim.subject), merged.get(claim.object, claim.object)
    kind = ontology.relation_types.get(claim.type)
    if kind is not None and kind.symmetric and subject > object_:
        subject, object_ = object_, subject
    return dataclasses.replace(
        claim,
        subject=subject,
        object=object_,
        asserted_by=tuple(dict.fromkeys(merged.get(v, v) for v in claim.asserted_by)),
        addressed_to=merged.get(claim.addressed_to, claim.addressed_to) if claim.addressed_to else None,
        via=merged.get(claim.via, claim.via) if claim.via else None,
    )


def follow_entity(entity: Entity, merged: Merged) -> Entity:
    """The entity as an organ of what its state or government was merged into."""
    above = merged.get(entity.organ_of or "")
    return dataclasses.replace(entity, organ_of=above) if above else entity


def follow_source(source: Source, merged: Merged) -> Source:
    """The source with the author that its author was merged into."""
    author = merged.get(source.author)
    return dataclasses.replace(source, author=author) if author else source


def follow_silence(silence: Silence, merged: Merged) -> Silence:
    """The silence about what its ends were merged into."""
    return dataclasses.replace(
        silence,
        subject=merged.get(silence.subject, silence.subject),
        object=merged.get(silence.object, silence.object),
    )
