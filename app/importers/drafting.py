"""Making claims, and holding them to the ontology: what does not fit is named, so that it is rejected with a reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from app.errors import InvalidDate
from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, Modality, Progress, Stance, Validity
from app.model.dates import parse_edtf
from app.model.ids import claim_id
from app.model.ontology import Attribute, Ontology

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_QUANTITY: Final = frozenset({"value", "approximate", "words"})


def draft(
    ontology: Ontology,
    *,
    source: str,
    subject: str,
    type: str,
    object: str,
    voices: Sequence[str],
    valid: Validity,
    evidence: Sequence[Evidence],
    confidence: Confidence,
    modality: Modality = Modality.FACT,
    stance: Stance = Stance.AFFIRMS,
    basis: Basis = Basis.EXPLICIT,
    addressed_to: str | None = None,
    via: str | None = None,
    hedge: Hedge | None = None,
    progress: Progress | None = None,
    attributes: Mapping[str, Any] = NOTHING,
    target_claim: str | None = None,
) -> Claim:
    """A claim with its content hash as id (ruling C4)."""
    kind = ontology.relation_types.get(type)
    key = claim_id(
        source=source,
        paragraphs=[e.paragraph for e in evidence],
        asserted_by=voices,
        addressed_to=addressed_to,
        subject=subject,
        relation_type=type,
        object_=object,
        symmetric=kind is not None and kind.symmetric,
        stance=stance.value,
        modality=modality.value,
        edtf=valid.edtf,
        attributes=attributes,
        target_claim=target_claim,
    )
    return Claim(
        id=key,
        source=source,
        subject=subject,
        type=type,
        object=object,
        asserted_by=tuple(voices),
        stance=stance,
        modality=modality,
        confidence=confidence,
        valid=valid,
        evidence=tuple(evidence),
        basis=basis,
        addressed_to=addressed_to,
        via=via,
        hedge=hedge,
        progress=progress,
        attributes=attributes,
        target_claim=target_claim,
    )


class Checker:
    """Says what is wrong with a claim. `type_of` gives the type of an entity, None where there is no such entity."""

    def __init__(self, ontology: Ontology, type_of: Callable[[str], str | None]) -> None:
        self._ontology = ontology
        self._type_of = type_of
        self._ends: dict[tuple[str, str | None, str | None], tuple[str, ...]] = {}
        self._attributes: dict[str, Mapping[str, Attribute]] = {}

    def faults(self, claim: Claim) -> list[str]:
        """What keeps the claim out of the graph; nothing if it may enter."""
        if claim.type not in self._ontology.relation_types:
            return [f"unknown relation type {claim.type!r}"]
        ends = (claim.type, self._type_of(claim.subject), self._type_of(claim.object))
        if ends not in self._ends:
            self._ends[ends] = tuple(self._end_faults(*ends))
        found = list(self._ends[ends])
        if claim.subject == claim.object:
            found.append(f"both ends are {claim.subject!r}")
        if not claim.asserted_by:
            found.append("nobody is named whose voice it is")
        for voice in (*claim.asserted_by, *filter(None, (claim.addressed_to,))):
            kind = self._type_of(voice)
            if kind is None or not self._ontology.fits(kind, ("Actor",)):
                found.append(f"{voice!r} is no actor who could speak or be spoken to")
        if claim.via is not None and self._type_of(claim.via) is None:
            found.append(f"unknown entity {claim.via!r}")
        if claim.type == "accuses" and claim.target_claim is None:
            found.append("an accusation names the claim that it is about (target_claim)")
        if not claim.evidence or any(e.paragraph < 1 for e in claim.evidence):
            found.append("evidence names a paragraph from 1 on")
        try:
            parse_edtf(claim.valid.edtf)
        except InvalidDate as error:
            found.append(str(error))
        return [*found, *self._attribute_faults(claim)]

    def entities_in(self, claim: Claim) -> Iterator[str]:
        """The entities that attributes of the claim name."""
        if claim.attributes:
            declared = self._declared(claim.type)
            yield from (value for name, value in claim.attributes.items() if declared[name].type == "entity")

    def _declared(self, type_: str) -> Mapping[str, Attribute]:
        if type_ not in self._attributes:
            self._attributes[type_] = self._ontology.attributes_of(type_)
        return self._attributes[type_]

    def _end_faults(self, type_: str, subject: str | None, object_: str | None) -> Iterator[str]:
        kind = self._ontology.relation_types[type_]
        for end, entity_type, allowed in (("subject", subject, kind.domain), ("object", object_, kind.range)):
            if entity_type is None:
                yield f"the {end} is no known entity"
            elif not self._ontology.fits(entity_type, allowed):
                yield f"the {end} of {type_} is {' or '.join(allowed)}, not {entity_type}"

    def _attribute_faults(self, claim: Claim) -> Iterator[str]:
        if not claim.attributes:
            return
        declared = self._declared(claim.type)
        for name, value in claim.attributes.items():
            if name not in declared:
                yield f"{claim.type} has no attribute {name!r}"
            elif not self._suits(declared[name], value):
                wanted = " or ".join(declared[name].values) or declared[name].type
                yield f"attribute {name!r} is {wanted}, not {value!r}"

    def _suits(self, attribute: Attribute, value: Any) -> bool:
        kind = attribute.type
        if kind == "boolean":
            return isinstance(value, bool)
        if kind == "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        if kind == "number":
            return _is_number(value)
        if kind == "quantity":
            return isinstance(value, Mapping) and set(value) == _QUANTITY and _is_quantity(**value)
        if not isinstance(value, str) or not value.strip():
            return False
        if kind == "enum":
            return value in attribute.values
        if kind == "entity":
            return self._type_of(value) is not None
        return kind != "date" or _is_date(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_quantity(value: Any, approximate: Any, words: Any) -> bool:
    """A number, or else the words of the text for it."""
    given = _is_number(value) if value is not None else isinstance(words, str)
    return given and isinstance(approximate, bool) and (words is None or isinstance(words, str))


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except InvalidDate:
        return False
    return True
