"""RDF: read by rdflib, then asked for by property, so that what counts is what the statements say."""

from __future__ import annotations

import json
import warnings
from typing import Any

import rdflib
from rdflib import RDF, RDFS, Literal, URIRef
from rdflib.namespace import SKOS

from tests.exporters.readers.form import Read

BASE = "http://127.0.0.1:8000/v1/"
RP = rdflib.Namespace(BASE + "ontology.ttl#")


def turtle(data: bytes) -> Read:
    """Turtle."""
    return _read(rdflib.Graph().parse(data=data, format="turtle"))


def jsonld(data: bytes) -> Read:
    """JSON-LD."""
    return _read(parsed(rdflib.Graph(), data, "json-ld"))


def nquads(data: bytes) -> Read:
    """N-Quads."""
    return _from_graphs(data, "nquads")


def trig(data: bytes) -> Read:
    """TriG."""
    return _from_graphs(data, "trig")


def _from_graphs(data: bytes, kind: str) -> Read:
    """Each claim is in the graph of its source."""
    dataset = parsed(rdflib.Dataset(), data, kind)
    flat = rdflib.Graph()
    for subject, predicate, object_, graph in dataset.quads():
        flat.add((subject, predicate, object_))
        if predicate == RDF.type and object_ == RP.Claim:
            source = _local(dataset.graph(graph).value(subject, rdflib.PROV.hadPrimarySource))
            assert str(graph) == f"{BASE}sources/{source}"
    return _read(flat)


def parsed(graph: Any, data: bytes, kind: str) -> Any:
    """The graph with the data in it; rdflib uses what it has itself declared outdated."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        graph.parse(data=data, format=kind)
    return graph


def _read(graph: rdflib.Graph) -> Read:
    read = Read()
    for node in graph.subjects(RP.polarityBalance):
        names = {str(n) for n in graph.objects(node, SKOS.altLabel)}
        kind = _local(graph.value(node, RDF.type))
        read.nodes[_local(node)] = {"label": str(graph.value(node, RDFS.label)), "type": kind, "names": names}
    for relation in graph.subjects(RDF.type, RP.Relation):
        read.edges[_local(relation)] = _edge(graph, relation)
    return read


def _edge(graph: Any, relation: Any) -> dict[str, Any]:
    claims = {_local(c): _claim(graph, c) for c in graph.objects(relation, RP.claim)}
    said = claims.values()
    return {
        "source": _local(graph.value(relation, RDF.subject)),
        "target": _local(graph.value(relation, RDF.object)),
        "type": _local(graph.value(relation, RDF.predicate)),
        "status": _word(graph, relation, RP.status),
        "polarity": _word(graph, relation, RP.polarity),
        "confidence": _word(graph, relation, RP.confidence),
        "modality": sorted({c["modality"] for c in said}),
        "asserted_by": sorted({v for c in said for v in c["asserted_by"]}),
        "valid_from": _text(graph, relation, RP.validFrom),
        "valid_to": _text(graph, relation, RP.validTo),
        "sentence": _text(graph, relation, RP.sentence),
        "paragraphs": sorted({(c["source"], number) for c in said for number, _ in c["evidence"]}),
        "claims": claims,
    }


def _claim(graph: Any, claim: Any) -> dict[str, Any]:
    evidence = [
        (int(graph.value(e, RP.paragraphNumber)), str(graph.value(e, RDFS.comment)))
        for e in graph.objects(claim, RP.evidence)
    ]
    named = ("stance", "modality", "status", "hedge", "progress", "confidence", "basis")
    words = {n: _word(graph, claim, RP[n]) for n in named}
    attributes = _text(graph, claim, RP.attributes)
    return {
        **words,
        "asserted_by": sorted(_local(v) for v in graph.objects(claim, RP.assertedBy)),
        "addressed_to": _local(graph.value(claim, RP.addressedTo)),
        "via": _local(graph.value(claim, RP.via)),
        "hedge_words": _text(graph, claim, RP.hedgeWords),
        "edtf": _text(graph, claim, RP.edtf),
        "valid_from": _text(graph, claim, RP.validFrom),
        "valid_to": _text(graph, claim, RP.validTo),
        "certain_from": _text(graph, claim, RP.certainFrom),
        "certain_to": _text(graph, claim, RP.certainTo),
        "words": _text(graph, claim, RP.words),
        "inferred": _text(graph, claim, RP.inferred),
        "known_from": _text(graph, claim, RP.knownFrom),
        "source": _local(graph.value(claim, rdflib.PROV.hadPrimarySource)),
        "evidence": sorted(evidence),
        "attributes": json.loads(attributes) if attributes else {},
        "target_claim": _local(graph.value(claim, RP.targetClaim)),
        "sentence": _text(graph, claim, RP.sentence),
    }


def _text(graph: rdflib.Graph, subject: Any, predicate: Any) -> str | None:
    found = graph.value(subject, predicate)
    return None if found is None else str(found)


def _word(graph: rdflib.Graph, subject: Any, predicate: Any) -> str | None:
    found = _local(graph.value(subject, predicate))
    return found.partition("-")[2] if found else None


def _local(iri: Any) -> Any:
    assert not isinstance(iri, Literal)
    return str(iri).rpartition("#")[2].rpartition("/")[2] if isinstance(iri, URIRef) else None
