"""The ontology, the data sets and the statistics of a snapshot as plain dictionaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from app.graph import shapes
from app.graph.contract import GraphView
from app.graph.facets import RELATION_FACETS, count_facets
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.model.dates import iso_day
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
    claims = view.census().claims_by_dataset
    relations = _by_facet(view, "dataset")
    sources = Counter(s.dataset for s in view.sources.values())
    return [
        shapes.dataset(
            info,
            {"sources": sources[info.id], "claims": claims.get(info.id, 0), "relations": relations.get(info.id, 0)},
        )
        for info in view.datasets.values()
    ]


def stats(view: GraphView) -> Shape:
    """Counts of everything, by type, status, modality and voice, and the spans of both clocks."""
    census = view.census()
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
        "entities_by_type": _ordered(census.entities_by_type),
        "relations_by_type": _ordered(_by_facet(view, "type")),
        "relations_by_status": _ordered(_by_facet(view, "status")),
        "claims_by_modality": _ordered(census.claims_by_modality),
        "claims_by_stance": _ordered(census.claims_by_stance),
        "claims_by_voice": _ordered(census.claims_by_voice),
        "spans": {"valid": _days(census.valid_days), "known": _days(census.known_days)},
    }


def _by_facet(view: GraphView, name: str) -> Mapping[str, int]:
    """All relations by the values of a facet, counted once per snapshot."""

    def count() -> Mapping[str, int]:
        counted = count_facets(view, RELATION_FACETS, (name,), view.select(EVERYTHING, NO_FILTERS))[name]
        return {value["name"]: value["count"] for value in counted["values"]}

    return view.remembered(("relations by", name), count)


def _days(span: tuple[int, int] | None) -> Shape:
    first, last = (iso_day(span[0]), iso_day(span[1] + 1)) if span else (None, None)
    return {"from": first, "to": last, "ends": "exclusive"}


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
