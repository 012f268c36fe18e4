"""Nodes and edges of a subgraph as plain dictionaries, ready to draw: what every graph format is made from."""

from __future__ import annotations

from typing import Any

from app.graph.contract import GraphView, Match
from app.graph.episodes import last_attested
from app.graph.sentences import relation_sentence
from app.graph.shapes import reference_of, voices
from app.graph.subgraph import Node, Subgraph
from app.model.dates import iso_day
from app.model.ids import relation_id
from app.model.ontology import polarity_name

Shape = dict[str, Any]
MOST_PLACES = 10  # claims, the latest, of which an edge names the paragraphs


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
    """A relation to draw: `shapes.relation` without what a drawing has no use for, so that exports are quick.

    Stance, hedge, progress, via and dates are those of its leading claim.
    """
    ends, digest = view.ends(match.relation), view.digest(match)
    verdict = digest.verdict
    kind = view.ontology.relation_types[ends.type]
    lead = view.claim(digest.leading)
    source, target = view.entity(ends.subject).id, view.entity(ends.object).id
    return {
        "id": relation_id(source, ends.type, target),
        "source": source,
        "target": target,
        "type": ends.type,
        "label": kind.label,
        "category": kind.category,
        "polarity": polarity_name(digest.polarity),
        "kind": kind.kind,
        "symmetric": kind.symmetric,
        "status": str(verdict.status),
        "ended": verdict.ended,
        "modality": sorted(map(str, digest.modalities)),
        "stance": str(lead.stance),
        "hedge": {"kind": str(lead.hedge.kind), "words": lead.hedge.words} if lead.hedge else None,
        "progress": str(lead.progress) if lead.progress else None,
        "via": reference_of(view, lead.via),
        "addressed_to": reference_of(view, lead.addressed_to),
        "asserted_by": voices(view, match),
        "confidence": str(verdict.confidence),
        "min_confidence": str(verdict.min_confidence),
        "valid_from": iso_day(digest.possible_from),
        "valid_to": iso_day(digest.possible_to),
        "ends": "exclusive",
        "edtf": lead.valid.edtf,
        "inferred": lead.valid.inferred,
        "last_attested": last_attested(view, match),
        "first_known": iso_day(digest.first_known),
        "derived": None,
        "sentence": relation_sentence(view, match, digest),
        "claims": len(match.claims),
        "paragraphs": [{"source": s, "paragraph": p} for s, p in view.paragraphs(match.claims[-MOST_PLACES:])],
        "sources": list(view.documents(match.claims)),
    }


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
