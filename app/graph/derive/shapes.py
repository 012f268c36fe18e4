"""A derived relation as plain dictionaries: the shape of every relation, with its traces where claims would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.derive.engine import Derivation, Derived, Trace
from app.graph.derive.premises import SUREST
from app.graph.filters import Filters, Scope
from app.graph.sentences import relation_sentence
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK
from app.graph.wording import conjugated, is_plural, named
from app.model.dates import iso_day
from app.model.ontology import RelationType, polarity_name
from app.model.rule import Rule

Shape = dict[str, Any]
MOST_TRACES_SHOWN = 20


class DerivedShapes:
    """Renders the relations of one derivation; premises are looked up once."""

    def __init__(self, view: GraphView, derivation: Derivation, shown: Sequence[Derived], filters: Filters) -> None:
        self._view = view
        self._rules = derivation.rules
        self._all = {d.id: d for d in derivation.relations}
        self._types: dict[str, RelationType] = {r.then.type.id: r.then.type for r in derivation.rules.values()}
        keys = {k for d in shown for t in d.traces[:MOST_TRACES_SHOWN] for k in self._stated(t)}
        handles = frozenset(h for h in (view.find_relation(k) for k in keys) if h is not None)
        plain = filters.without("type", "category", "polarity", "status")
        matches = view.select(Scope(relations=handles), plain) if handles else ()
        self._matches: Mapping[int, Match] = {m.relation: m for m in matches}

    def relation(self, item: Derived) -> Shape:
        """The relation with what it follows from. It has no claims and no voices: nobody said it."""
        view, kind, best = self._view, self._types[item.type], item.traces[0]
        premises = [m for m in (self._match(k) for k in self._stated(best)) if m is not None]
        sources = sorted({source for m in premises for source in view.documents(m.claims)})
        spans = item.spans
        return {
            "id": item.id,
            "subject": shapes.reference(view, item.subject),
            "type": item.type,
            "label": kind.label,
            "inverse_label": kind.inverse_label,
            "category": kind.category,
            "kind": kind.kind,
            "polarity": polarity_name(kind.polarity),
            "symmetric": kind.symmetric,
            "object": shapes.reference(view, item.object),
            "status": status_word(best.status),
            "ended": False,
            "confidence": confidence_word(best.doubt),
            "min_confidence": confidence_word(max(t.doubt for t in item.traces)),
            "modalities": [],
            "stances": [],
            "asserted_by": [],
            "valid_from": iso_day(spans[0][0]),
            "valid_to": iso_day(spans[-1][1]),
            "ends": "exclusive",
            "last_attested": None,
            "first_known": iso_day(max((view.digest(m).first_known for m in premises), default=0)),
            "episodes": [{"valid_from": iso_day(a), "valid_to": iso_day(b)} for a, b in spans],
            "claims": 0,
            "sources": sources,
            "datasets": sorted({view.sources[s].dataset for s in sources}),
            "sentence": self._sentence(item),
            "derived": {
                "rule": best.rule,
                "premises": list(best.premises),
                "overlap": _overlap(best),
                "traces": [self._trace(t) for t in item.traces[:MOST_TRACES_SHOWN]],
                "traces_total": len(item.traces),
            },
            "cite": shapes.cite(view, "derived relation", item.id),
        }

    def _trace(self, trace: Trace) -> Shape:
        return {
            "rule": trace.rule,
            "label": self._rules[trace.rule].label,
            "premises": [self._premise(k) for k in trace.premises],
            "overlap": _overlap(trace),
            "status": status_word(trace.status),
            "confidence": confidence_word(trace.doubt),
        }

    def _premise(self, key: str) -> Shape:
        match = self._match(key)
        if match is None:
            return {"id": key, "derived": True, "sentence": self._statement(self._all[key]), "status": None}
        status = self._view.verdict(match).status.value
        return {"id": key, "derived": False, "sentence": relation_sentence(self._view, match), "status": status}

    def _match(self, key: str) -> Match | None:
        handle = self._view.find_relation(key)
        return None if handle is None else self._matches.get(handle)

    def _stated(self, trace: Trace) -> list[str]:
        """The premises that sources state, those behind derived premises included (by their best traces)."""
        keys: list[str] = []
        waiting, seen = list(trace.premises), set[str]()
        while waiting:
            key = waiting.pop(0)
            if key in seen:
                continue
            seen.add(key)
            if key in self._all:
                waiting.extend(self._all[key].traces[0].premises)
            else:
                keys.append(key)
        return keys

    def _sentence(self, item: Derived) -> str:
        best = item.traces[0]
        because = " ".join(self._premise(k)["sentence"] for k in best.premises)
        more = len(item.traces) - 1
        others = f" ({more} more {'trace' if more == 1 else 'traces'})" if more else ""
        return f"{self._statement(item)}{others} Premises: {because}"

    def _statement(self, item: Derived) -> str:
        phrase = self._types[item.type].phrase
        subject, object_ = (self._view.entity(e).id for e in (item.subject, item.object))
        rule = self._rules[item.traces[0].rule].label
        verb = conjugated(phrase.affirmed, phrase, is_plural(self._view, subject))
        said = f"{named(self._view, subject)} {verb} {named(self._view, object_)}"
        return f"Inferred by the rule “{rule}”, stated by no source: {said}."


def _overlap(trace: Trace) -> Shape:
    return {"from": iso_day(trace.overlap[0]), "to": iso_day(trace.overlap[1]), "ends": "exclusive"}


def status_word(rank: int) -> str:
    """The word for a rank of status."""
    return next(s.value for s, r in STATUS_RANK.items() if r == rank)


def confidence_word(doubt: int) -> str:
    """The word for a rank of doubt."""
    return next(c.value for c, r in CONFIDENCE_RANK.items() if r == SUREST - doubt)


def rule_shape(rule: Rule) -> Shape:
    """A rule as it is written in files and requests."""
    then = rule.then.type
    return {
        "id": rule.id,
        "label": rule.label,
        "description": rule.description,
        "when": [
            {
                "subject": c.subject,
                "object": c.object,
                "any_of": [
                    {"type": p.type}
                    | ({"attributes": {k: list(v) for k, v in p.attributes.items()}} if p.attributes else {})
                    for p in c.premises
                ],
            }
            for c in rule.when
        ],
        "where": {k: list(v) for k, v in rule.where.items()},
        "different": [list(pair) for pair in rule.different],
        "premises": sorted(s.value for s in rule.premises),
        "overlap_days": rule.overlap_days,
        "then": {
            "subject": rule.then.subject,
            "object": rule.then.object,
            "type": then.id,
            "label": then.label,
            "inverse_label": then.inverse_label,
            "polarity": then.polarity,
            "symmetric": then.symmetric,
            "phrase": {
                "affirmed": then.phrase.affirmed,
                "negated": then.phrase.negated,
                "infinitive": then.phrase.infinitive,
            },
            "description": then.description,
        },
    }
