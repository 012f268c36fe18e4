"""What each code makes of each pair of entity types: the relation type that their ends fit, with all texts that its
claims share. Made once for an import, so that no row is looked at by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.importers.cameo.codes import Code, codes
from app.model.ids import canonical_json
from app.model.ontology import Ontology, RelationType

_HERE: Final = "\ue000"  # stands for the event's own id in the texts around it; a private-use character
_FOLDED: Final = frozenset({"visits"})  # besides the symmetric types: a visit is coded by guest and by host


@dataclass(frozen=True, slots=True)
class Plan:
    """The claims of one code with one relation type: JSON texts before and after what differs from row to row.

    `folds` is the group within which both directions of one day are one event, None where each row is its own. `number`
    is that of the plan; groups have numbers below those of all plans.
    """

    code: str
    type: str
    reverse: bool
    paired: bool  # the relation type is symmetric
    number: int
    folds: int | None
    stance: str
    modality: str
    progress: str | None
    attributes_before: str
    attributes_after: str
    label: str


def plans(ontology: Ontology) -> list[Plan]:
    """A plan for each code and each relation type that it can lead to."""
    found: list[Plan] = []
    groups: dict[tuple[str, str], int] = {}
    for code in codes():
        for type_ in dict.fromkeys((code.type, code.otherwise)):
            if type_ is not None:
                kind = ontology.relation_types[type_]
                once = kind.symmetric or type_ in _FOLDED
                group = groups.setdefault((type_, code.modality), -1 - len(groups)) if once else None
                found.append(_plan(code, kind, ontology, len(found), group))
    return found


def choices(ontology: Ontology, kinds: Sequence[str]) -> Iterator[tuple[str, str, str, str | None]]:
    """Code, types of source and target, and the relation type that fits, None where none does."""
    fitting = {
        kind.id: (
            {one for one in kinds if ontology.fits(one, kind.domain)},
            {one for one in kinds if ontology.fits(one, kind.range)},
        )
        for kind in ontology.relation_types.values()
    }
    for code in codes():
        types = [type_ for type_ in (code.type, code.otherwise) if type_ is not None]
        for source in kinds:
            for target in kinds:
                subject, object_ = (target, source) if code.reverse else (source, target)
                found = (type_ for type_ in types if subject in fitting[type_][0] and object_ in fitting[type_][1])
                yield code.code, source, target, next(found, None)


def _plan(code: Code, kind: RelationType, ontology: Ontology, number: int, group: int | None) -> Plan:
    declared = ontology.attributes_of(kind.id)
    attributes: dict[str, Any] = {name: value for name, value in code.attributes.items() if name in declared}
    attributes |= {"event_code": code.code, "event_id": _HERE, "intensity": code.goldstein}
    before, after = canonical_json(attributes).decode().split(json.dumps(_HERE, ensure_ascii=False))
    return Plan(
        code=code.code,
        type=kind.id,
        reverse=code.reverse,
        paired=kind.symmetric,
        number=number,
        folds=group,
        stance=code.stance,
        modality=code.modality,
        progress=code.progress,
        attributes_before=before,
        attributes_after=after,
        label=code.label,
    )
