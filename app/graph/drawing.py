"""Nodes and edges of a subgraph as plain dictionaries, ready to draw: what every graph format is made from."""

from __future__ import annotations

from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.sentences import leading_claim
from app.graph.shapes import reference_of, relation
from app.graph.subgraph import Node, Subgraph

Shape = dict[str, Any]


def node(view: GraphView, item: Node) -> Shape:
    """An entity to draw, with what its looks depend on."""
    record = view.entity(item.entity)
    return {
        "id": record.id,
        "type": record.type,
        "types": list(view.ontology.entity_lineage(record.type)),
        "label": record.label,
        "polarity_balance": item.polarity_balance,
        "degree": view.degree(item.entity),
        "generic": record.generic,
        "existence": record.existence.value,
        "organ_of": record.organ_of,
        "seed": item.seed,
        "hops": item.hops,
        "hidden_neighbours": item.hidden_neighbours,
        "country": record.country,
        "latitude": record.place.latitude if record.place else None,
        "longitude": record.place.longitude if record.place else None,
        "place_precision": record.place.precision if record.place else None,
        "description": record.description,
    }


def edge(view: GraphView, match: Match) -> Shape:
    """A relation to draw. Stance, hedge, progress, via and dates are those of its leading claim."""
    whole = relation(view, match)
    lead = view.claim(leading_claim(view, match))
    return {
        "id": whole["id"],
        "source": whole["subject"]["id"],
        "target": whole["object"]["id"],
        "type": whole["type"],
        "label": whole["label"],
        "category": whole["category"],
        "polarity": whole["polarity"],
        "kind": whole["kind"],
        "symmetric": whole["symmetric"],
        "status": whole["status"],
        "ended": whole["ended"],
        "modality": whole["modalities"],
        "stance": lead.stance.value,
        "hedge": {"kind": lead.hedge.kind.value, "words": lead.hedge.words} if lead.hedge else None,
        "progress": lead.progress.value if lead.progress else None,
        "via": reference_of(view, lead.via),
        "addressed_to": reference_of(view, lead.addressed_to),
        "asserted_by": whole["asserted_by"],
        "confidence": whole["confidence"],
        "min_confidence": whole["min_confidence"],
        "valid_from": whole["valid_from"],
        "valid_to": whole["valid_to"],
        "ends": "exclusive",
        "edtf": lead.valid.edtf,
        "inferred": lead.valid.inferred,
        "last_attested": whole["last_attested"],
        "first_known": whole["first_known"],
        "derived": None,
        "sentence": whole["sentence"],
        "claims": whole["claims"],
        "paragraphs": _paragraphs(view, match),
        "sources": whole["sources"],
    }


def _paragraphs(view: GraphView, match: Match) -> list[Shape]:
    records = [view.claim(c) for c in match.claims]
    places = sorted({(r.source, e.paragraph) for r in records for e in r.evidence})
    return [{"source": source, "paragraph": number} for source, number in places]


def meta(graph: Subgraph) -> Shape:
    """What the subgraph is and what is missing from it."""
    query = graph.request.query
    return {
        "snapshot": graph.view.snapshot_id,
        "as_of": query.get("as_of"),
        "known_at": query.get("known_at"),
        "truncated": graph.truncated is not None,
        "truncated_by": graph.truncated,
        "hidden": dict(graph.hidden),
        "nodes": len(graph.nodes),
        "edges": len(graph.edges),
        "total_nodes": graph.total_nodes,
        "total_edges": graph.total_edges,
        "query": dict(query),
    }
