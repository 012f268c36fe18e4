"""Rules that need several records: ends of relations, self-loops, voices, targets, attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.loading.attributes import Attributes
from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.shape import Entry
from app.loading.suggest import shown
from app.model.problem import Problem

# Names of the ontology that the rulings speak of.
VOICES = ("Actor", "Voice")
AUTHORS = ("Voice", "Person")
ORGAN_OF = "organ_of"
ACCUSES = "accuses"


def check_rules(corpus: Corpus) -> Iterator[Problem]:
    """All broken rules of entities, sources and claims."""
    for entity in corpus.entities.entries:
        yield from _organ(corpus, entity)
    for source in corpus.sources.entries:
        yield from _voice(corpus, source, AUTHORS, "the author of a document", "author")
    for _, claim in corpus.all_claims:
        yield from _ends(corpus, claim)
        yield from _self_loop(corpus, claim)
        yield from _voice(corpus, claim, VOICES, "a voice", "asserted_by", "*")
        yield from _target(corpus, claim)
        yield from Attributes(corpus, claim).problems


def _ends(corpus: Corpus, claim: Entry[Any]) -> Iterator[Problem]:
    relation = corpus.ontology.relation_types.get(claim.text("type") or "")
    if relation is None:
        return
    ends = (("subject", relation.domain, Code.DOMAIN_VIOLATED), ("object", relation.range, Code.RANGE_VIOLATED))
    for end, allowed, code in ends:
        yield from _fits(corpus, claim, end, allowed, code, f"{relation.id} allows as {end}")


def _organ(corpus: Corpus, entity: Entry[Any]) -> Iterator[Problem]:
    """`organ_of` of an entity says the same as the relation of that name, and has the same ends."""
    relation = corpus.ontology.relation_types.get(ORGAN_OF)
    if relation is None or entity.text(ORGAN_OF) is None or not corpus.entity_tree_known:
        return
    own = entity.text("type")
    if own is not None and own in corpus.ontology.entity_types and not corpus.ontology.fits(own, relation.domain):
        message = f"{own} cannot be an organ of anything: {ORGAN_OF} allows {', '.join(relation.domain)}"
        yield entity.problem(Code.ORGAN_VIOLATED, message, ORGAN_OF, at_key=True)
    yield from _fits(corpus, entity, ORGAN_OF, relation.range, Code.ORGAN_VIOLATED, f"{ORGAN_OF} allows as object")


def _fits(
    corpus: Corpus, entry: Entry[Any], field: str, allowed: tuple[str, ...], code: Code, rule: str
) -> Iterator[Problem]:
    name = entry.text(field)
    kind = corpus.entity_type(name)
    if name is not None and kind is not None and corpus.entity_tree_known and not corpus.ontology.fits(kind, allowed):
        message = f"{_called(corpus, name)} is of type {kind}; {rule} {', '.join(allowed)}"
        yield entry.problem(code, message, field)


def _called(corpus: Corpus, name: str) -> str:
    resolved = corpus.resolve(name)
    return shown(name) if resolved == name else f"{shown(name)} (merged into {shown(resolved)})"


def _self_loop(corpus: Corpus, claim: Entry[Any]) -> Iterator[Problem]:
    subject, object_ = claim.text("subject"), claim.text("object")
    if subject is None or object_ is None or corpus.resolve(subject) != corpus.resolve(object_):
        return
    same = shown(subject) if subject == object_ else f"{_called(corpus, subject)} and {_called(corpus, object_)}"
    yield claim.problem(Code.SELF_LOOP, f"subject and object are the same: {same}", "object")


def _voice(corpus: Corpus, entry: Entry[Any], allowed: tuple[str, ...], role: str, *pattern: str) -> Iterator[Problem]:
    known = [name for name in allowed if name in corpus.ontology.entity_types]
    if not corpus.entity_tree_known or not known:
        return
    for loc, name in entry.texts(*pattern):
        kind = corpus.entity_type(name)
        if kind is not None and not corpus.ontology.fits(kind, allowed):
            message = f"{_called(corpus, name)} is of type {kind}; {role} must be of type {' or '.join(known)}"
            yield entry.problem(Code.NOT_A_VOICE, message, *loc)


def _target(corpus: Corpus, claim: Entry[Any]) -> Iterator[Problem]:
    kind = claim.text("type") or ""
    if kind not in corpus.ontology.relation_types or claim.value("target_claim") is not None:
        return
    if ACCUSES in corpus.ontology.relation_lineage(kind):
        message = f"{kind} needs target_claim: the key of the claim that says what the accusation is"
        yield claim.problem(Code.MISSING_TARGET, message, "type")
