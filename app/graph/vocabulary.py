"""The ontology, the data sets and the statistics of a snapshot as plain dictionaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from app.graph import shapes
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.model.dates import OPEN_END, iso_day
from app.model.ontology import COMMON_ATTRIBUTES, Attribute, RelationType, polarity_name

Shape = dict[str, Any]


def ontology(view: GraphView) -> Shape:
    """Entity types and relation types with labels, logic, tone, ends, attributes and mappings."""
    return {
        "entity_types": [
            {
                "id": t.id,
                "label": t.label,
                "plural": t.plural,
                "parents": list(t.parents),
                "types": list(view.ontology.entity_lineage(t.id)),
                "description": t.description,
            }
            for t in view.ontology.entity_types.values()
        ],
        "relation_types": [relation_type(view, t) for t in view.ontology.relation_types.values()],
        "common_attributes": [_attribute(a) for a in COMMON_ATTRIBUTES],
        "categories": list(view.ontology.categories),
    }


def relation_type(view: GraphView, kind: RelationType) -> Shape:
    """One relation type."""
    return {
        "id": kind.id,
        "label": kind.label,
        "inverse_label": kind.inverse_label,
        "parent": kind.parent,
        "types": list(view.ontology.relation_lineage(kind.id)),
        "category": kind.category,
        "kind": kind.kind,
        "polarity": polarity_name(kind.polarity),
        "intensity": kind.intensity,
        "symmetric": kind.symmetric,
        "transitive": kind.transitive,
        "domain": list(kind.domain),
        "range": list(kind.range),
        "attributes": [_attribute(a) for a in kind.attributes],
        "phrase": {
            "affirmed": kind.phrase.affirmed,
            "negated": kind.phrase.negated,
            "infinitive": kind.phrase.infinitive,
        },
        "mappings": dict(kind.mappings),
        "description": kind.description,
    }


def _attribute(attribute: Attribute) -> Shape:
    return {
        "name": attribute.name,
        "type": attribute.type,
        "values": list(attribute.values),
        "unit": attribute.unit,
        "description": attribute.description,
    }


def datasets(view: GraphView) -> list[Shape]:
    """The data sets with what each brings: sources, claims, relations."""
    matches = view.select(EVERYTHING, NO_FILTERS)
    shown = []
    for info in view.datasets.values():
        claims = relations = 0
        for match in matches:
            n = sum(view.sources[view.claim(c).source].dataset == info.id for c in match.claims)
            claims, relations = claims + n, relations + bool(n)
        sources = sum(s.dataset == info.id for s in view.sources.values())
        shown.append(shapes.dataset(info, {"sources": sources, "claims": claims, "relations": relations}))
    return shown


def stats(view: GraphView) -> Shape:
    """Counts of everything, by type, status, modality and voice, and the spans of both clocks."""
    matches = view.select(EVERYTHING, NO_FILTERS)
    claims = [c for m in matches for c in m.claims]
    records = [view.claim(c) for c in claims]
    days = [d for c in claims for d in (view.bounds(c).possible_from, view.bounds(c).possible_to - 1)]
    bounded = [d for d in days if 0 < d < OPEN_END - 1]
    return {
        "counts": {
            "entities": view.entity_count,
            "relations": view.relation_count,
            "claims": view.claim_count,
            "sources": len(view.sources),
            "silences": len(view.silences),
            "datasets": len(view.datasets),
            "entity_types": len(view.ontology.entity_types),
            "relation_types": len(view.ontology.relation_types),
        },
        "entities_by_type": _counted(view.entity(e).type for e in range(view.entity_count)),
        "relations_by_type": _counted(view.ends(m.relation).type for m in matches),
        "relations_by_status": _counted(view.verdict(m).status.value for m in matches),
        "claims_by_modality": _counted(r.modality.value for r in records),
        "claims_by_stance": _counted(r.stance.value for r in records),
        "claims_by_voice": _counted(v for r in records for v in r.asserted_by),
        "spans": {
            "valid": {
                "from": iso_day(min(bounded)) if bounded else None,
                "to": iso_day(max(bounded) + 1) if bounded else None,
                "ends": "exclusive",
            },
            "known": {
                "from": iso_day(min(map(view.known_from, claims))) if claims else None,
                "to": iso_day(max(map(view.known_from, claims)) + 1) if claims else None,
                "ends": "exclusive",
            },
        },
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    counts = Counter(values)
    return dict(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
