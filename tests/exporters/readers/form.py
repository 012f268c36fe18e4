"""The one form that every format is read back into, and the same made from the graph itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.graph import drawing, shapes
from app.graph.subgraph import Subgraph

EDGE_FIELDS = (
    "source", "target", "type", "symmetric", "status", "polarity", "modality", "asserted_by", "valid_from", "valid_to",
    "edtf", "sentence", "paragraphs", "confidence", "claims",
)  # fmt: skip


@dataclass
class Read:
    """Nodes and edges by id; each edge is a dictionary of the fields that the format carries."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: dict[str, dict[str, Any]] = field(default_factory=dict)


def put_in(graph: Subgraph) -> Read:
    """What went in."""
    read = Read()
    for node in graph.nodes:
        drawn = drawing.node(graph.view, node)
        names = {n.text for n in graph.view.entity(node.entity).names}
        read.nodes[drawn["id"]] = {"label": drawn["label"], "type": drawn["type"], "names": names}
    for match in graph.edges:
        read.edges[drawing.edge(graph.view, match)["id"]] = edge(
            {
                **drawing.edge(graph.view, match),
                "claims": [shapes.claim(graph.view, c) for c in match.claims],
            }
        )
    return read


def edge(drawn: dict[str, Any]) -> dict[str, Any]:
    """An edge from the shape that it is drawn from, its claims being shapes too."""
    return {
        "source": drawn["source"],
        "target": drawn["target"],
        "type": drawn["type"],
        "symmetric": drawn["symmetric"],
        "status": drawn["status"],
        "polarity": drawn["polarity"],
        "modality": list(drawn["modality"]),
        "asserted_by": [v["id"] for v in drawn["asserted_by"]],
        "valid_from": drawn["valid_from"],
        "valid_to": drawn["valid_to"],
        "edtf": drawn["edtf"],
        "sentence": drawn["sentence"],
        "paragraphs": sorted((p["source"], p["paragraph"]) for p in drawn["paragraphs"]),
        "confidence": drawn["confidence"],
        "claims": {c["id"]: claim(c) for c in drawn["claims"]},
    }


def claim(shape: dict[str, Any]) -> dict[str, Any]:
    """A claim from the shape that the API gives."""
    hedge = shape["hedge"] or {}
    return {
        "asserted_by": [v["id"] for v in shape["asserted_by"]],
        "addressed_to": (shape["addressed_to"] or {}).get("id"),
        "via": (shape["via"] or {}).get("id"),
        "stance": shape["stance"],
        "modality": shape["modality"],
        "status": shape["status"],
        "hedge": hedge.get("kind"),
        "hedge_words": hedge.get("words"),
        "progress": shape["progress"],
        "confidence": shape["confidence"],
        "basis": shape["basis"],
        "edtf": shape["valid"]["edtf"],
        "valid_from": shape["valid"]["from"],
        "valid_to": shape["valid"]["to"],
        "certain_from": shape["valid"]["certain_from"],
        "certain_to": shape["valid"]["certain_to"],
        "words": shape["valid"]["words"],
        "inferred": shape["valid"]["inferred"],
        "known_from": shape["known_from"],
        "source": shape["source"],
        "evidence": [(e["paragraph"], e["note"]) for e in shape["evidence"]],
        "attributes": dict(shape["attributes"]),
        "target_claim": shape["target_claim"],
        "sentence": shape["sentence"],
    }


def texts(value: Any, change: Any) -> Any:
    """The same with every text changed: what a format does to texts that it cannot hold as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {texts(k, change): texts(v, change) for k, v in value.items()}
    if isinstance(value, list):
        return [texts(v, change) for v in value]
    if isinstance(value, tuple):
        return tuple(texts(v, change) for v in value)
    if isinstance(value, set):
        return {texts(v, change) for v in value}
    return value
