"""The terms that exports use, each defined once: its name, its address, and what kind of value it takes.

Own terms live in the published vocabulary, at /v1/ontology.ttl#; the rest are those of PROV-O, Dublin Core, SKOS ...
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Kind = Literal["iri", "text", "tagged", "date", "boolean", "integer", "number", "edtf", "json"]

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "rdf": RDF,
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": XSD,
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "prov": "http://www.w3.org/ns/prov#",
        "dct": "http://purl.org/dc/terms/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
    }
)
DATATYPES: Mapping[str, str] = MappingProxyType(
    {
        "date": XSD + "date",
        "boolean": XSD + "boolean",
        "integer": XSD + "integer",
        "number": XSD + "double",
        "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
        "json": RDF + "JSON",
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """A property. `name` is how JSON-LD calls it; `iri` has a prefix, an empty one for own terms."""

    name: str
    iri: str
    kind: Kind = "text"
    comment: str = ""


class Tagged(NamedTuple):
    """A text in a language."""

    text: str
    lang: str


class Resource(NamedTuple):
    """A thing with its types and the values of its properties. `graph` is the named graph it is stated in."""

    iri: str
    types: tuple[str, ...]
    values: tuple[tuple[Term, Any], ...]
    graph: str | None = None


def _own(name: str, kind: Kind = "text", comment: str = "") -> Term:
    return Term(name, f":{name}", kind, comment)


LABEL = Term("label", "rdfs:label")
COMMENT = Term("comment", "rdfs:comment")
ALT_LABEL = Term("altLabel", "skos:altLabel", "tagged")
EXACT_MATCH = Term("exactMatch", "skos:exactMatch", "iri")
LATITUDE = Term("latitude", "geo:lat", "number")
LONGITUDE = Term("longitude", "geo:long", "number")
SUBJECT = Term("subject", "rdf:subject", "iri")
PREDICATE = Term("predicate", "rdf:predicate", "iri")
OBJECT = Term("object", "rdf:object", "iri")
TITLE = Term("title", "dct:title")
DESCRIPTION = Term("description", "dct:description")
IDENTIFIER = Term("identifier", "dct:identifier")
LICENCE = Term("licence", "dct:license", "iri")
RIGHTS = Term("rights", "dct:rights")
LANGUAGE = Term("language", "dct:language")
PUBLISHER = Term("publisherName", "dct:publisher")
IS_PART_OF = Term("isPartOf", "dct:isPartOf", "iri")
PRIMARY_SOURCE = Term("hadPrimarySource", "prov:hadPrimarySource", "iri")
ATTRIBUTED_TO = Term("wasAttributedTo", "prov:wasAttributedTo", "iri")
DERIVED_FROM = Term("wasDerivedFrom", "prov:wasDerivedFrom", "iri")
GENERATED_BY = Term("wasGeneratedBy", "prov:wasGeneratedBy", "iri")

OWN: Mapping[str, Term] = MappingProxyType(
    {
        term.name: term
        for term in (
            _own("assertedBy", "iri", "Whose voice the claim is made in; never lost, or an allegation becomes a fact."),
            _own("addressedTo", "iri", "To whom it was said."),
            _own("via", "iri", "The agreement, visit, letter or event through which."),
            _own("claim", "iri", "A claim that the relation rests on."),
            _own("ofRelation", "iri", "The relation that a claim is on."),
            _own("targetClaim", "iri", "The claim that this one is about."),
            _own("evidence", "iri", "A paragraph that the claim was read in, with a note."),
            _own("paragraph", "iri", "A paragraph of a source."),
            _own("paragraphNumber", "integer", "The number of a paragraph, from 1."),
            _own("fingerprint", "text", "SHA-256 of a text with its white space normalised."),
            _own("stance", "iri", "Whether the voice affirms, denies or questions."),
            _own(
                "modality", "iri", "In which mode: fact, alleged, agreed, planned, expected, hypothetical, normative."
            ),
            _own("status", "iri", "What the claims on a relation amount to."),
            _own("hedge", "iri", "How the text softens the statement."),
            _own("hedgeWords", "text", "The words that do it."),
            _own("progress", "iri", "How far a deed has come."),
            _own("confidence", "iri", "How surely the text supports this very claim; not whether it is true."),
            _own("minConfidence", "iri", "The least confidence of any claim on the relation."),
            _own("basis", "iri", "Whether the text says it explicitly, implies or presupposes it."),
            _own("polarity", "iri", "The tone of the edge: cooperative, neutral or conflictual."),
            _own("edtf", "edtf", "When it holds in the world, as EDTF."),
            _own("validFrom", "date", "The first possible day."),
            _own("validTo", "date", "The day after the last possible one (exclusive)."),
            _own("certainFrom", "date", "The first certain day."),
            _own("certainTo", "date", "The day after the last certain one (exclusive)."),
            _own("precision", "text", "How precise the date is."),
            _own("words", "text", "The words of the text that gave the date."),
            _own("inferred", "text", "Why the date was inferred, if it was."),
            _own("knownFrom", "date", "Since when the sources had said it."),
            _own("knownInferred", "text", "Why the date of publication was inferred, if it was."),
            _own("lastAttested", "edtf", "The newest date at which a source has it holding."),
            _own("ended", "boolean", "Whether a claim says that it ended."),
            _own("derived", "json", "The rule, premises and traces of a derived relation."),
            _own("rule", "text", "The rule that a derived relation follows by."),
            _own("sentence", "text", "The claim or relation in one sentence, voice and modality first."),
            _own("attributes", "json", "What the relation type declares: deaths, amount, role, office ..."),
            _own("generic", "boolean", "A class of things, never merged with a named one."),
            _own("existence", "iri", "Whether the thing is there: actual, planned, alleged, hypothetical."),
            _own("organOf", "iri", "What an organ of a state belongs to."),
            _own("countryCode", "text", "ISO 3166-1 alpha-2."),
            _own("identifiers", "json", "Identifiers in other schemes."),
            _own("names", "json", "All names with their kinds and languages."),
            _own("placePrecision", "text", "How precise the point is."),
            _own("placeBasis", "text", "What the point is based on."),
            _own("reference", "text", "Where the background facts are from."),
            _own("degree", "integer", "How many relations the entity has in the whole graph."),
            _own("polarityBalance", "integer", "Cooperative minus conflictual edges in this export."),
            _own("hiddenNeighbours", "integer", "Neighbours that are not in this export."),
            _own("seed", "boolean", "Whether the export was asked for around this entity."),
            _own("hops", "integer", "Steps from the nearest seed."),
            _own("author", "iri", "Who wrote the document."),
            _own("published", "edtf", "When the document was published."),
            _own("publishedInferred", "text", "Why that date was inferred, if it was."),
            _own("coverage", "text", "Whether the whole document has been read, or what of it."),
            _own("inverseLabel", "text", "How a relation type reads from its object."),
            _own("category", "iri", "The category of a relation type."),
            _own("kind", "text", "Whether a relation type is a state or an event."),
            _own("intensity", "number", "How strong the deed is, on the scale of its tone."),
            _own("snapshot", "text", "The state of the data that this was taken from."),
            _own("query", "json", "The question that this answers."),
            _own("sameAsJson", "iri", "The very query as JSON."),
        )
    }
)


def own(name: str) -> Term:
    """One of the own terms."""
    return OWN[name]


_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`]")


def safe_iri(address: str) -> str:
    """An address with what no IRI may hold percent-encoded."""
    return _NOT_IN_IRIS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)


class Names:
    """The addresses of things, below one base."""

    def __init__(self, base_url: str) -> None:
        self.base = safe_iri(base_url.rstrip("/"))
        self.vocabulary = f"{self.base}/v1/ontology.ttl#"

    def entity(self, key: str) -> str:
        """An entity."""
        return f"{self.base}/v1/entities/{key}"

    def relation(self, key: str) -> str:
        """A relation."""
        return f"{self.base}/v1/relations/{key}"

    def claim(self, key: str) -> str:
        """A claim."""
        return f"{self.base}/v1/claims/{key}"

    def source(self, key: str) -> str:
        """A document, and the named graph of its claims."""
        return f"{self.base}/v1/sources/{key}"

    def paragraph(self, source: str, number: int) -> str:
        """A paragraph of a document."""
        return f"{self.base}/v1/sources/{source}/paragraphs/{number}"

    def dataset(self, key: str) -> str:
        """A data set."""
        return f"{self.base}/v1/datasets#{key}"

    def word(self, scheme: str, value: str) -> str:
        """A value of an enumeration, as a concept of the vocabulary."""
        return f"{self.vocabulary}{scheme}-{value}"

    def full(self, iri: str) -> str:
        """An address in full from one with a prefix."""
        prefix, _, local = iri.partition(":")
        return (PREFIXES[prefix] if prefix else self.vocabulary) + local
