"""The parts of a sentence: names as they stand inside one, verbs for one or many, hedges, and details in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.graph.contract import GraphView
from app.model.claim import Claim, HedgeKind, Modality, Progress, Stance
from app.model.entity import Entity
from app.model.ontology import Ontology, Phrase

FUTURE = (Modality.AGREED, Modality.PLANNED, Modality.EXPECTED)
_PROGRESS = MappingProxyType(
    {
        Progress.NONE: "not begun",
        Progress.ATTEMPTED: "attempted",
        Progress.UNDER_WAY: "under way",
        Progress.COMPLETED: "completed",
    }
)
_PROGRESS_IN_VERB = (Progress.ATTEMPTED, Progress.UNDER_WAY)
_HEDGES = MappingProxyType(
    {
        HedgeKind.REPORTEDLY: "as reported",
        HedgeKind.LIKELY: "as likely",
        HedgeKind.MAY: "as a possibility",
        HedgeKind.APPEARS: "as apparent",
        HedgeKind.ARGUABLY: "as arguable",
    }
)
_ADVERBS = (HedgeKind.REPORTEDLY, HedgeKind.ARGUABLY)
_PLURAL_VERBS = (("is ", "are "), ("has ", "have "), ("was ", "were "), ("does ", "do "))
# Attributes whose value says the verb more exactly than the type does: "worsens" for "contributes to".
_VERBS = ("mechanism", "effect")
_SHOWN_ATTRIBUTES = (
    "consent", "facility", "attribution", "condition", "extent", "outcome", "role", "office", "level", "dimension",
    "scope", "horizon", "rank", "due",
)  # fmt: skip


def details(claim: Claim) -> list[str]:
    """What the verb does not tell: progress, attributes, the words of time."""
    found = []
    if claim.progress and not progress_in_verb(claim):
        found.append(_PROGRESS[claim.progress])
    if claim.attributes:
        found += _of_attributes(claim)
    if claim.valid.words:
        found.append(f"when: “{claim.valid.words}”")
    return found


def _of_attributes(claim: Claim) -> list[str]:
    found = []
    if claim.attributes.get("collective") is True:
        found.append("taken together; the pairing is not stated")
    for name in _SHOWN_ATTRIBUTES:
        value = claim.attributes.get(name)
        if isinstance(value, str):
            denied = "denied " if name == "extent" and claim.stance is Stance.DENIES else ""
            found.append(f"{denied}{name.replace('_', ' ')}: {value.replace('_', ' ')}")
    if claim.attributes.get("effect") == "unclear":
        found.append("effect: unclear")
    quantity = claim.attributes.get("quantity")
    if isinstance(quantity, Mapping):
        found.append(f"quantity: {quantity.get('words') or quantity.get('value')}")
    if claim.attributes.get("ended") is True:
        found.append("ended")
    return found


def progress_in_verb(claim: Claim) -> bool:
    """Whether the verb tells the progress: that of a deed, not of a plan or a duty."""
    return claim.progress in _PROGRESS_IN_VERB and claim.modality not in (*FUTURE, Modality.NORMATIVE)


def hedged(claim: Claim) -> str | None:
    """The hedge in words: its kind, and the words of the text, which may be the same."""
    if claim.hedge is None:
        return None
    kind, words = claim.hedge.kind, claim.hedge.words or claim.hedge.kind.value
    if kind in _ADVERBS and words.casefold() == kind.value:
        return f"“{words}”"
    if kind is HedgeKind.MAY and claim.modality is Modality.HYPOTHETICAL:
        if claim.attributes.get("attribution") == "pooled" and claim.hedge.words and claim.stance is Stance.AFFIRMS:
            return f"as stated of {words}"  # of the pool, which is whom it is stated of: no quotation
        return f"in the words “{words}”"
    return f"{_HEDGES[kind]} (“{words}”)"


def phrase_of(ontology: Ontology, claim: Claim) -> Phrase:
    """How the relation is said; an attribute of the type may name the verb."""
    kind = ontology.relation_types[claim.type]
    if not claim.attributes:
        return kind.phrase
    for attribute in kind.attributes:
        verb = claim.attributes.get(attribute.name) if attribute.name in _VERBS else None
        if isinstance(verb, str) and verb.endswith("s"):
            return Phrase(verb, f"does not {verb[:-1]}", verb[:-1])
    return kind.phrase


def named(view: GraphView, key: str) -> str:
    """An entity as it is called inside a sentence."""
    entity = _entity(view, key)
    return key if entity is None else entity.in_sentence or entity.label


def is_plural(view: GraphView, key: str) -> bool:
    """Whether its name takes a plural verb."""
    entity = _entity(view, key)
    return entity is not None and entity.plural


def _entity(view: GraphView, key: str) -> Entity | None:
    handle = view.find_entity(key)
    return None if handle is None else view.entity(handle)


def listed(items: list[str]) -> str:
    """Items as a list in words."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def agree(verb: str, plural: bool) -> str:
    """The auxiliary verb "has" or "is" for one or many."""
    return {"has": "have", "is": "are"}[verb] if plural else verb


def conjugated(verb: str, phrase: Phrase, plural: bool) -> str:
    """The verb phrase for a plural subject, read off the infinitive where the singular adds an s."""
    if not plural:
        return verb
    for singular, plural_form in _PLURAL_VERBS:
        if verb.startswith(singular):
            return plural_form + verb[len(singular) :]
    first, _, rest = verb.partition(" ")
    stem = phrase.infinitive.partition(" ")[0]
    if first in (f"{stem}s", f"{stem}es", f"{stem[:-1]}ies"):
        return f"{stem} {rest}".strip()
    return verb
