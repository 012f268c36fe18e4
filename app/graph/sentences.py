"""A claim in words: voice and modality first, from the labels of the ontology.

An allegation is never worded as a fact: each sentence opens with who says it, and how.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.graph.contract import GraphView, Match
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK, claim_status, contradict
from app.model.claim import Claim, HedgeKind, Modality, Progress, Stance, Status
from app.model.entity import Entity
from app.model.ontology import Phrase
from app.model.source import Source

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
_FUTURE = (Modality.AGREED, Modality.PLANNED, Modality.EXPECTED)
# Where the opening says no ("rules out that"), a second no in the statement would undo it.
_DENIED_IN_THE_OPENING = (Modality.PLANNED, Modality.EXPECTED, Modality.HYPOTHETICAL)
_PROGRESS = MappingProxyType(
    {
        Progress.NONE: "not begun",
        Progress.ATTEMPTED: "attempted",
        Progress.UNDER_WAY: "under way",
        Progress.COMPLETED: "completed",
    }
)
_PROGRESS_IN_VERB = (Progress.ATTEMPTED, Progress.UNDER_WAY)
_PLURAL_VERBS = (("is ", "are "), ("has ", "have "), ("was ", "were "), ("does ", "do "))
_SHOWN_ATTRIBUTES = ("consent", "attribution", "collective", "condition", "extent", "scope", "horizon", "rank", "due")


def claim_sentence(view: GraphView, claim: Claim) -> str:
    """The claim as one sentence, with addressee, channel, hedge, progress and the words of time."""
    source = view.sources[claim.source]
    voices = [_voice(view, v, source) for v in claim.asserted_by]
    plural = len(voices) > 1 or _is_plural(view, claim.asserted_by[0])
    opening = ("questions whether", "question whether")
    if claim.stance is not Stance.QUESTIONS:
        opening = _OPENINGS[claim.stance, claim.modality]
    verb, _, joint = opening[plural].rpartition(" ")
    parts = [_capitalised(_listed(voices)), verb]
    asides = []
    if claim.addressed_to:
        asides.append(f"to {_label(view, claim.addressed_to)}")
    if claim.via:
        asides.append(f"through {_label(view, claim.via)}")
    if claim.hedge:
        asides.append(_hedge(claim))
    head = " ".join(parts) + (f", {', '.join(asides)}," if asides else "")
    tail = _details(claim)
    return f"{head} {joint} {statement(view, claim)}{f' ({tail})' if tail else ''}."


def statement(view: GraphView, claim: Claim) -> str:
    """What is claimed, without the voice: subject, verb phrase in the claim's stance and modality, object."""
    phrase = view.ontology.relation_types[claim.type].phrase
    subject, object_ = _label(view, claim.subject), _label(view, claim.object)
    plural = _is_plural(view, claim.subject)
    negated = claim.stance is Stance.DENIES and claim.modality not in _DENIED_IN_THE_OPENING
    if claim.modality is Modality.NORMATIVE:
        verb = f"ought {'not ' if negated else ''}to {phrase.infinitive}"
    elif claim.modality in _FUTURE:
        verb = f"{_future(claim, plural)} {phrase.infinitive}"
    elif claim.progress is Progress.ATTEMPTED:
        verb = f"{_agree('has', plural)} {'not ' if negated else ''}been trying to {phrase.infinitive}"
    elif claim.progress is Progress.UNDER_WAY:
        verb = f"{_agree('is', plural)} {'not ' if negated else ''}working to {phrase.infinitive}"
    elif negated:
        verb = _conjugated(phrase.negated, phrase, plural)
    else:
        verb = _conjugated(phrase.affirmed, phrase, plural)
    return f"{subject} {verb} {object_}"


def relation_sentence(view: GraphView, match: Match) -> str:
    """The relation in one sentence: its best claim; both sides where it is contested."""
    if view.verdict(match).status is Status.CONTESTED:
        return "Contested: " + " ".join(claim_sentence(view, view.claim(c)) for c in _sides(view, match))
    more = len(match.claims) - 1
    others = f" ({more} more {'claim' if more == 1 else 'claims'})" if more else ""
    return claim_sentence(view, view.claim(leading_claim(view, match)))[:-1] + others + "."


def _sides(view: GraphView, match: Match) -> tuple[int, int]:
    """The first claim that is contradicted, and the first that contradicts it."""
    facts = [(c, view.facts(c)) for c in match.claims]
    affirming = [(c, f) for c, f in facts if f.stance is Stance.AFFIRMS]
    return next((a, d) for a, of_a in affirming for d, of_d in facts if contradict(of_a, of_d))


def leading_claim(view: GraphView, match: Match) -> int:
    """The claim that speaks for the relation: the surest of those that give its status, first in order."""
    status = view.verdict(match).status
    facts = [(c, view.facts(c)) for c in match.claims]
    winning = [(c, f) for c, f in facts if claim_status(f) is status]
    pool = winning or [(c, f) for c, f in facts if f.stance is Stance.AFFIRMS]
    return min(pool, key=lambda cf: (STATUS_RANK[claim_status(cf[1])], -CONFIDENCE_RANK[cf[1].confidence], cf[0]))[0]


def _future(claim: Claim, plural: bool) -> str:
    """How the verb of a plan, an agreement or an expectation begins; the opening denies plans and expectations."""
    denied = claim.stance is Stance.DENIES
    if denied and claim.modality in _DENIED_IN_THE_OPENING:
        return "would"
    if claim.modality is Modality.EXPECTED:
        return "will"
    return f"{_agree('is', plural)} {'not ' if denied else ''}to"


def _progress_in_verb(claim: Claim) -> bool:
    """Whether the verb tells the progress: that of a deed, not of a plan or a duty."""
    return claim.progress in _PROGRESS_IN_VERB and claim.modality not in (*_FUTURE, Modality.NORMATIVE)


def _details(claim: Claim) -> str:
    details = []
    if claim.progress and not _progress_in_verb(claim):
        details.append(_PROGRESS[claim.progress])
    for name in _SHOWN_ATTRIBUTES:
        value = claim.attributes.get(name)
        if value is True:
            details.append(name)
        elif isinstance(value, str):
            details.append(f"{name.replace('_', ' ')}: {value.replace('_', ' ')}")
    quantity = claim.attributes.get("quantity")
    if isinstance(quantity, Mapping):
        details.append(f"quantity: {quantity.get('words') or quantity.get('value')}")
    if claim.attributes.get("ended") is True:
        details.append("ended")
    if claim.valid.words:
        details.append(f"when: “{claim.valid.words}”")
    return "; ".join(details)


def _hedge(claim: Claim) -> str:
    assert claim.hedge is not None  # noqa: S101 - the caller has looked
    words = claim.hedge.words or claim.hedge.kind.value
    kinds = {
        HedgeKind.REPORTEDLY: "as a report",
        HedgeKind.LIKELY: "as likely",
        HedgeKind.MAY: "as a possibility",
        HedgeKind.APPEARS: "as an appearance",
        HedgeKind.ARGUABLY: "as arguable",
    }
    return f"{kinds[claim.hedge.kind]} (“{words}”)"


def _voice(view: GraphView, key: str, source: Source) -> str:
    author = view.merged_into(source.author) or source.author
    return f"the author of “{source.title}”" if key == author else _label(view, key)


def _entity(view: GraphView, key: str) -> Entity | None:
    handle = view.find_entity(key)
    return None if handle is None else view.entity(handle)


def _label(view: GraphView, key: str) -> str:
    entity = _entity(view, key)
    return key if entity is None else entity.label


def _is_plural(view: GraphView, key: str) -> bool:
    entity = _entity(view, key)
    return entity is not None and entity.plural


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _agree(verb: str, plural: bool) -> str:
    return {"has": "have", "is": "are"}[verb] if plural else verb


def _conjugated(verb: str, phrase: Phrase, plural: bool) -> str:
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
