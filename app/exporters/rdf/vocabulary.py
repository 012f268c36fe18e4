"""The published vocabulary, /v1/ontology.ttl: types as OWL classes and properties and as SKOS concepts, with mappings.

Domains and ranges are hints (schema:domainIncludes), never inferences: a reader must not conclude from an allegation
that its subject is a State.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from app.exporters.rdf.terms import OWN, Names
from app.exporters.rdf.text import escaped
from app.exporters.turtle import head
from app.graph.contract import GraphView
from app.model.claim import Basis, Confidence, HedgeKind, Modality, Progress, Stance, Status
from app.model.entity import Existence
from app.model.ontology import ANY, EntityType, RelationType
from app.model.rule import DERIVED

_SCHEMES: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "stance": Stance,
        "modality": Modality,
        "status": Status,
        "hedge": HedgeKind,
        "progress": Progress,
        "confidence": Confidence,
        "basis": Basis,
        "existence": Existence,
    }
)
_POLARITIES = ("cooperative", "neutral", "conflictual")
_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "Entity": "Whatever claims are about.",
        "Relation": "All claims on one subject, relation type and object: what they amount to.",
        "DerivedRelation": "What a rule infers from relations; no source says it. Never a relation, never a claim.",
        "Claim": "In a source, in a paragraph, a voice says that subject, relation type, object.",
        "Evidence": "A paragraph in which a claim was read, with a note in the curator's own words.",
        "Source": "A document.",
        "Paragraph": "A paragraph of a document: its number and fingerprint, never its text.",
        "Export": "A part of the graph, as taken away.",
    }
)
_PARENTS: Mapping[str, str] = MappingProxyType(
    {
        "Relation": "rdf:Statement",
        "DerivedRelation": "rdf:Statement",
        "Claim": "rdf:Statement, prov:Entity",
        "Source": "prov:Entity",
    }
)
_WIKIDATA_PROPERTY = re.compile(r"P[1-9][0-9]*")
_XSD: Mapping[str, str] = MappingProxyType(
    {"date": "xsd:date", "boolean": "xsd:boolean", "integer": "xsd:integer", "edtf": "edtf:EDTF", "json": "rdf:JSON"}
)


def write(view: GraphView, base_url: str) -> Iterator[bytes]:
    """The vocabulary as Turtle in UTF-8."""
    names = Names(base_url)
    yield head(names).replace(b"\n\n", b"\n@prefix schema: <https://schema.org/> .\n\n")
    yield (
        f"<{names.vocabulary.removesuffix('#')}> a owl:Ontology, skos:ConceptScheme ;\n"
        f'    dct:title "Realpolitik vocabulary"@en ;\n    owl:versionInfo "{view.snapshot_id}" .\n\n'
    ).encode()
    for name, comment in _CLASSES.items():
        parent = f" ;\n    rdfs:subClassOf {_PARENTS[name]}" if name in _PARENTS else ""
        said = f"rdfs:label {_en(name)} ;\n    rdfs:comment {_en(comment)}"
        yield f":{name} a owl:Class ;\n    {said}{parent} .\n\n".encode()
    for term in OWN.values():
        kind = "owl:ObjectProperty" if term.kind == "iri" else "owl:DatatypeProperty"
        values = f" ;\n    rdfs:range {_XSD[term.kind]}" if term.kind in _XSD else ""
        above = " ;\n    rdfs:subPropertyOf prov:wasAttributedTo" if term.name in ("assertedBy", "author") else ""
        yield f"{term.iri} a {kind} ;\n    rdfs:comment {_en(term.comment)}{values}{above} .\n\n".encode()
    for scheme, words in _SCHEMES.items():
        yield from _concepts(scheme, [w.value for w in words])
    yield from _concepts("polarity", list(_POLARITIES))
    yield from _concepts("category", [*view.ontology.categories, *([DERIVED] if view.rules else [])])
    for entity_type in view.ontology.entity_types.values():
        yield _entity_type(entity_type)
    for relation_type in view.ontology.relation_types.values():
        yield _relation_type(relation_type)
    for derived_type in {rule.then.type.id: rule.then.type for rule in view.rules}.values():
        yield _relation_type(derived_type)


def _concepts(scheme: str, words: list[str]) -> Iterator[bytes]:
    yield f':{scheme}-scheme a skos:ConceptScheme ;\n    rdfs:label "{scheme}"@en .\n\n'.encode()
    for word in words:
        label = _en(word.replace("_", " "))
        said = f"skos:prefLabel {label} ;\n    skos:inScheme :{scheme}-scheme"
        yield f":{scheme}-{word} a skos:Concept ;\n    {said} .\n\n".encode()


def _entity_type(kind: EntityType) -> bytes:
    parents = ", ".join(f":{p}" for p in kind.parents) or ":Entity"
    broader = "".join(f" ;\n    skos:broader :{p}" for p in kind.parents)
    label = _en(kind.label)
    return (
        f":{kind.id} a owl:Class, skos:Concept ;\n    rdfs:label {label} ;\n    skos:prefLabel {label} ;\n"
        f"    rdfs:comment {_en(kind.description)} ;\n    rdfs:subClassOf {parents}{broader} .\n\n"
    ).encode()


def _relation_type(kind: RelationType) -> bytes:
    lines = [
        f":{kind.id} a {', '.join(_natures(kind))}",
        f"    rdfs:label {_en(kind.label)}",
        f"    skos:prefLabel {_en(kind.label)}",
        f"    :inverseLabel {_en(kind.inverse_label)}",
        f"    rdfs:comment {_en(kind.description)}",
        f"    :category :category-{kind.category}",
        f"    :polarity :polarity-{('conflictual', 'neutral', 'cooperative')[kind.polarity + 1]}",
        f'    :kind "{kind.kind}"',
    ]
    if kind.parent:
        lines += [f"    rdfs:subPropertyOf :{kind.parent}", f"    skos:broader :{kind.parent}"]
    if kind.intensity is not None:
        lines.append(f"    :intensity {float(kind.intensity)!r}")
    lines += [f"    schema:domainIncludes :{name}" for name in kind.domain if name != ANY]
    lines += [f"    schema:rangeIncludes :{name}" for name in kind.range if name != ANY]
    lines += [f"    {line}" for line in _mappings(kind.mappings)]
    return (" ;\n".join(lines) + " .\n\n").encode()


def _natures(kind: RelationType) -> Iterator[str]:
    yield "owl:ObjectProperty"
    if kind.symmetric:
        yield "owl:SymmetricProperty"
    if kind.transitive:
        yield "owl:TransitiveProperty"
    yield "skos:Concept"


def _mappings(mappings: Mapping[str, str]) -> Iterator[str]:
    """Wikidata properties by their address: close where they run the same way, related where they run the other."""
    for scheme, value in mappings.items():
        if scheme == "wikidata":
            for part in re.split(r"[/,;]", value):
                for found in _WIKIDATA_PROPERTY.findall(part):
                    same = "inv" not in part and "via" not in part
                    yield f"skos:{'close' if same else 'related'}Match <http://www.wikidata.org/entity/{found}>"
        yield f'skos:notation "{escaped(f"{scheme}: {value}")}"'


def _en(text: str) -> str:
    return f'"{escaped(text)}"@en'
