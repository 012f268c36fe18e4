"""How two entities stand to each other, in one answer: what is said directly, what follows, how else they are tied,
where voices contradict each other, and what no source says; each finding with a sentence that names voice and mode.

The ends include their organs, so that a letter of a ministry counts for its state.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.errors import BoundExceeded
from app.graph import envelope, shapes
from app.graph.absence import explain_absence
from app.graph.contract import GraphView, Match
from app.graph.derive.engine import Derivation, Derived, derived_by_data
from app.graph.derive.selection import chosen
from app.graph.derive.shapes import DerivedShapes
from app.graph.filters import EVERYTHING, Filters, Scope
from app.graph.paths import MOST_PATHS, Path, PathRequest, find_paths
from app.graph.sentences import claim_sentence, relation_sentence
from app.graph.shapes_paths import path_shapes
from app.graph.status import STATUS_RANK
from app.model.claim import Stance, Status
from app.model.dates import Point, parse_edtf
from app.model.silence import ANY, Silence

Shape = dict[str, Any]
REJECTS = "rejects"


class Contradiction(NamedTuple):
    """Claims that stand against each other: about the same relation, or a claim that rejects another one."""

    kind: str
    relation: int
    one: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All findings about a pair, each list in a stable order."""

    start: int
    end: int
    scope: Scope
    filters: Filters
    direct: tuple[Match, ...]
    derivation: Derivation
    derived: tuple[Derived, ...]
    paths: tuple[Path, ...]
    paths_cut: str | None
    contradictions: tuple[Contradiction, ...]


def explain(view: GraphView, request: PathRequest, filters: Filters, *, exact: bool = False) -> Explanation:
    """Everything between two entities: their direct relations, strongest first, and the rest."""
    ends = (request.start, request.end)
    one, two = (frozenset((e,)) if exact else view.organs(e) for e in ends)
    scope = Scope(between=((one, two),))
    direct = sorted(view.select(scope, filters), key=lambda m: (STATUS_RANK[view.verdict(m).status], m.relation))
    derivation = _derivation(view, filters.without("type", "category", "polarity", "status"))
    apart = len(view.select(Scope(between=((frozenset((ends[0],)), frozenset((ends[1],))),)), filters))
    paths, cut = _paths(view, request._replace(max_paths=min(MOST_PATHS, request.max_paths + apart)), filters)
    return Explanation(
        request.start,
        request.end,
        scope,
        filters,
        tuple(direct),
        derivation,
        tuple(chosen(derivation, scope, filters, None)),
        tuple(p for p in paths if len(p.relations) > 1)[: request.max_paths],
        cut,
        tuple(_contradictions(view, direct, filters)),
    )


def _derivation(view: GraphView, filters: Filters) -> Derivation:
    """What the rules of the data infer, or why nothing was inferred."""
    try:
        return derived_by_data(view, filters)
    except BoundExceeded as error:
        return Derivation((), {rule.id: rule for rule in view.rules}, 0, error.bound)


def _paths(view: GraphView, request: PathRequest, filters: Filters) -> tuple[list[Path], str | None]:
    try:
        return find_paths(view, request, filters), None
    except BoundExceeded as error:
        return [], error.bound


def _contradictions(view: GraphView, direct: Sequence[Match], filters: Filters) -> Iterable[Contradiction]:
    for match in direct:
        if view.verdict(match).status is Status.CONTESTED:
            sides = {s: tuple(c for c in match.claims if view.claim(c).stance is s) for s in Stance}
            yield Contradiction("contested", match.relation, sides[Stance.AFFIRMS], sides[Stance.DENIES])
    rejected = _rejections(view, Filters(known_at=filters.known_at, source=filters.source, dataset=filters.dataset))
    for match in direct:
        for claim in match.claims:
            against = rejected.get(view.claim(claim).id)
            if against:
                yield Contradiction("rejected", match.relation, (claim,), tuple(against))


def _rejections(view: GraphView, known: Filters) -> Mapping[str, Sequence[int]]:
    """The claims that reject another claim, by the id of that one; looked for once per snapshot and filters."""
    if REJECTS not in view.ontology.relation_types:
        return {}
    asked = dataclasses.replace(known, type=view.ontology.relation_subtypes(REJECTS))

    def find() -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for claim in view.about_claims([c for match in view.select(EVERYTHING, asked) for c in match.claims]):
            record = view.claim(claim)
            if record.target_claim and record.stance is Stance.AFFIRMS:
                found.setdefault(record.target_claim, []).append(claim)
        return found

    return view.remembered(("rejections", asked), find)


def explanation_shape(view: GraphView, found: Explanation, *, with_claims: bool = False) -> Shape:
    """The findings as plain dictionaries, and a summary with one sentence for each."""
    derived = DerivedShapes(view, found.derivation, found.derived, found.filters)
    why = explain_absence(view, found.scope, found.filters)
    shape: Shape = {
        "start": shapes.reference(view, found.start),
        "end": shapes.reference(view, found.end),
        "direct": [shapes.relation(view, m, with_claims=with_claims) for m in found.direct],
        "derived": [derived.relation(d) for d in found.derived],
        "derived_truncated_by": found.derivation.truncated,
        "paths": path_shapes(view, found.paths, found.filters),
        "paths_truncated_by": found.paths_cut,
        "contradictions": [_contradiction(view, c) for c in found.contradictions],
        "silences": [shapes.silence(view, s) for s in _silences(view, found)],
        "snapshot": view.snapshot_id,
    }
    if not found.direct:
        shape["absence"] = envelope.absence(view, why, lambda c: shapes.claim(view, c))
    shape["summary"] = list(_summary(view, found, shape))
    return shape


def _silences(view: GraphView, found: Explanation) -> Iterable[Silence]:
    """What a source that is known does not say about the two: every end that a silence names is one of them."""
    assert found.scope.between is not None  # noqa: S101 - made so above
    one, two = found.scope.between[0]
    for silence in view.silences:
        named = [view.find_entity(k) for k in (silence.subject, silence.object) if k != ANY]
        if not named or any(e is None or e not in one | two for e in named) or not _known(view, silence, found.filters):
            continue
        if len(named) == 1 or (named[0] in one) != (named[1] in one):
            yield silence


def _known(view: GraphView, silence: Silence, filters: Filters) -> bool:
    source = view.sources[silence.source]
    if filters.source is not None and source.id not in filters.source:
        return False
    if filters.dataset is not None and source.dataset not in filters.dataset:
        return False
    printed = parse_edtf(source.published).end
    return filters.known_at is None or (isinstance(printed, Point) and printed.last <= filters.known_at.last)


def _contradiction(view: GraphView, item: Contradiction) -> Shape:
    return {
        "kind": item.kind,
        "relation": relation_key(view, item.relation),
        "one": [shapes.claim(view, c) for c in item.one],
        "other": [shapes.claim(view, c) for c in item.other],
    }


def _summary(view: GraphView, found: Explanation, shape: Shape) -> Iterable[Shape]:
    for match in found.direct:
        key = relation_key(view, match.relation)
        yield {"kind": "direct", "sentence": relation_sentence(view, match), "relations": [key]}
    for item in found.contradictions:
        sides = " ".join(claim_sentence(view, view.claim(c)) for c in (item.one[0], item.other[0]))
        key = relation_key(view, item.relation)
        yield {"kind": "contradiction", "sentence": f"Voices differ. {sides}", "relations": [key]}
    for derived in shape["derived"]:
        relations = [derived["id"], *derived["derived"]["premises"]]
        yield {"kind": "derived", "sentence": derived["sentence"], "relations": relations}
    for path in shape["paths"]:
        names = ", ".join(e["label"] for e in path["entities"][1:-1])
        yield {
            "kind": "path",
            "sentence": f"Tied through {names}. {path['sentence']}",
            "relations": path["relations"],
        }
    for silence in shape["silences"]:
        sentence = f"Not stated in {silence['source']}: {silence['question']} {silence['note']}"
        yield {"kind": "silence", "sentence": sentence, "relations": []}


def relation_key(view: GraphView, relation: int) -> str:
    """The id of a relation."""
    ends = view.ends(relation)
    return f"{view.entity(ends.subject).id}.{ends.type}.{view.entity(ends.object).id}"
