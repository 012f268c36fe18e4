"""A claim in words: voice and modality first, from the labels of the ontology.

An allegation is never worded as a fact: each sentence opens with who says it, and how.
"""

from __future__ import annotations

from types import MappingProxyType

from app.graph.contract import Digest, GraphView, Match
from app.graph.status import contradict
from app.graph.wording import (
    FUTURE,
    agree,
    capitalised,
    conjugated,
    details,
    hedged,
    is_plural,
    listed,
    named,
    phrase_of,
)
from app.model.claim import Claim, Modality, Progress, Stance, Status

_OPENINGS = MappingProxyType(
    {
        (Stance.AFFIRMS, Modality.FACT): ("says that", "say that"),
        (Stance.AFFIRMS, Modality.ALLEGED): ("alleges that", "allege that"),
        (Stance.AFFIRMS, Modality.AGREED): ("reports it as agreed that", "report it as agreed that"),
        (Stance.AFFIRMS, Modality.PLANNED): ("reports the plan that", "report the plan that"),
        (Stance.AFFIRMS, Modality.EXPECTED): ("expects that", "expect that"),
        (Stance.AFFIRMS, Modality.HYPOTHETICAL): ("considers it possible that", "consider it possible that"),
        (Stance.AFFIRMS, Modality.NORMATIVE): ("holds that", "hold that"),
        (Stance.DENIES, Modality.FACT): ("says that", "say that"),
        (Stance.DENIES, Modality.ALLEGED): ("alleges that", "allege that"),
        (Stance.DENIES, Modality.AGREED): ("reports it as agreed that", "report it as agreed that"),
        (Stance.DENIES, Modality.PLANNED): ("says that there is no plan that", "say that there is no plan that"),
        (Stance.DENIES, Modality.EXPECTED): ("does not expect that", "do not expect that"),
        (Stance.DENIES, Modality.HYPOTHETICAL): ("rules out that", "rule out that"),
        (Stance.DENIES, Modality.NORMATIVE): ("holds that", "hold that"),
    }
)
# Where the opening says no ("rules out that"), a second no in the statement would undo it.
_DENIED_IN_THE_OPENING = (Modality.PLANNED, Modality.EXPECTED, Modality.HYPOTHETICAL)
# Types whose statement takes in the claim that they are about. All others name it in brackets, with its voice.
_EVIDENCES = "evidences"
_ACCUSES = "accuses"
_CHARGES = (Modality.FACT, Modality.ALLEGED)


def claim_sentence(view: GraphView, claim: Claim) -> str:
    """The claim as one sentence, with addressee, channel, hedge, progress and the words of time."""
    return capitalised(_clause(view, claim, [_voice(view, v, claim) for v in claim.asserted_by])) + "."


def _clause(view: GraphView, claim: Claim, voices: list[str]) -> str:
    verb, _, joint = _opening(view, claim).rpartition(" ")
    spoken = _spoken_through(view, claim)
    asides = [
        f"to {named(view, claim.addressed_to)}" if claim.addressed_to else None,
        f"through {named(view, claim.via)}" if claim.via and spoken else None,
        hedged(claim),
    ]
    given = ", ".join(aside for aside in asides if aside)
    head = f"{listed(voices)} {verb}" + (f", {given}," if given else "")
    more = details(claim)
    if claim.via and not spoken:
        role = "event" if _is_a(view, claim.via, "Event") else "through"
        more.insert(0, f"{role}: {named(view, claim.via)}")
    target = _target(view, claim)
    if target is not None and _that(view, claim, target) is None:
        more.append(f"about this: {_nested(view, target)}")
    tail = f" ({'; '.join(more)})" if more else ""
    return f"{head} {joint} {statement(view, claim)}{tail}"


def _opening(view: GraphView, claim: Claim) -> str:
    plural = len(claim.asserted_by) > 1 or is_plural(view, claim.asserted_by[0])
    if claim.stance is Stance.QUESTIONS:
        return "question whether" if plural else "questions whether"
    return _OPENINGS[claim.stance, claim.modality][plural]


def statement(view: GraphView, claim: Claim) -> str:
    """What is claimed, without the voice: subject, verb phrase in the claim's stance and modality, object."""
    phrase = phrase_of(view.ontology, claim)
    plural = is_plural(view, claim.subject)
    negated = claim.stance is Stance.DENIES and claim.modality not in _DENIED_IN_THE_OPENING
    if claim.modality is Modality.NORMATIVE:
        verb = f"ought {'not ' if negated else ''}to {phrase.infinitive}"
    elif claim.modality in FUTURE:
        verb = f"{_future(claim, plural)} {phrase.infinitive}"
    elif claim.progress is Progress.ATTEMPTED:
        verb = f"{agree('has', plural)} {'not ' if negated else ''}been trying to {phrase.infinitive}"
    elif claim.progress is Progress.UNDER_WAY:
        verb = f"{agree('is', plural)} {'not ' if negated else ''}working to {phrase.infinitive}"
    elif negated:
        verb = conjugated(phrase.negated, phrase, plural)
    else:
        verb = conjugated(phrase.affirmed, phrase, plural)
    object_ = _end(view, claim, claim.object)
    target = _target(view, claim)
    if target is not None:
        object_ = _that(view, claim, target) or object_
    return f"{_end(view, claim, claim.subject)} {verb} {object_}"


def _target(view: GraphView, claim: Claim) -> Claim | None:
    handle = view.find_claim(claim.target_claim) if claim.target_claim else None
    return None if handle is None else view.claim(handle)


def _that(view: GraphView, claim: Claim, target: Claim) -> str | None:
    """What stands in the object's place: a document shows that ..., somebody is accused of this: that ...

    None for all other types: they name the target in brackets. Only a fact is shown as such, or an allegation would
    become one; a charge is understood as a charge. What is neither keeps its own voice and verb.
    """
    lineage = view.ontology.relation_lineage(claim.type)
    affirmed = target.stance is Stance.AFFIRMS
    if _EVIDENCES in lineage:
        plain = affirmed and target.modality is Modality.FACT
        return f"that {statement(view, target)}" if plain else f"this: {_nested(view, target)}"
    if _ACCUSES in lineage:
        plain = affirmed and target.modality in _CHARGES
        charge = f"that {statement(view, target)}" if plain else _nested(view, target)
        return f"{_end(view, claim, claim.object)} of this: {charge}"
    return None


def _nested(view: GraphView, claim: Claim) -> str:
    """A claim inside the sentence of another, with its own voice: nothing said by others becomes this one's."""
    author = _author(view, claim)
    voices = ["the author" if v == author else named(view, v) for v in claim.asserted_by]
    return f"{listed(voices)} {_opening(view, claim)} {statement(view, claim)}"


def relation_sentence(view: GraphView, match: Match, digest: Digest | None = None) -> str:
    """The relation in one sentence: its best claim; both sides where it is contested. `digest`, where it is known."""
    digest = digest or view.digest(match)
    if digest.verdict.status is Status.CONTESTED:
        return "Contested: " + " ".join(claim_sentence(view, view.claim(c)) for c in _sides(view, match))
    more = len(match.claims) - 1
    said = claim_sentence(view, view.claim(digest.leading))
    return f"{said[:-1]} ({more} more {'claim' if more == 1 else 'claims'})." if more else said


def _sides(view: GraphView, match: Match) -> tuple[int, int]:
    """The first claim that is contradicted, and the first that contradicts it."""
    facts = [(c, view.facts(c)) for c in match.claims]
    affirming = [(c, f) for c, f in facts if f.stance is Stance.AFFIRMS]
    return next((a, d) for a, of_a in affirming for d, of_d in facts if contradict(of_a, of_d))


def _future(claim: Claim, plural: bool) -> str:
    """How the verb of a plan, an agreement or an expectation begins; the opening denies plans and expectations."""
    denied = claim.stance is Stance.DENIES
    if denied and claim.modality in _DENIED_IN_THE_OPENING:
        return "would"
    if claim.modality is Modality.EXPECTED:
        return "will"
    return f"{agree('is', plural)} {'not ' if denied else ''}to"


def _spoken_through(view: GraphView, claim: Claim) -> bool:
    """Whether `via` is the channel of what is said, not of what is done: of a message or an agreement, or a document
    in which a state of affairs is put forward.
    """
    if claim.addressed_to or claim.modality is Modality.AGREED:
        return True
    deed = view.ontology.relation_types[claim.type].kind == "event"
    return claim.via is not None and not deed and _is_a(view, claim.via, "Document")


def _is_a(view: GraphView, key: str, kind: str) -> bool:
    handle = view.find_entity(key)
    return handle is not None and kind in view.ontology.entity_lineage(view.entity(handle).type)


def _author(view: GraphView, claim: Claim) -> str:
    author = view.sources[claim.source].author
    return view.merged_into(author) or author


def _voice(view: GraphView, key: str, claim: Claim) -> str:
    title = view.sources[claim.source].title
    return f"the author of “{title}”" if key == _author(view, claim) else named(view, key)


def _end(view: GraphView, claim: Claim, key: str) -> str:
    """An end of the claim; the author who speaks of himself or herself has been named in full before."""
    return "the author" if key in claim.asserted_by and key == _author(view, claim) else named(view, key)
