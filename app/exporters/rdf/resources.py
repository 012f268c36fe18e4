"""What is said in an RDF export, as a stream of resources: claims are nodes, voices and sources are PROV-O.

No relation is ever a bare triple: that would state it, whoever said it. It is a resource with subject, predicate and
object, its status, and its claims; each claim has its voices, stance, modality, dates and paragraphs. A claim and its
evidence belong to the graph of its source. What a rule infers is of a class of its own: no relation, and no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from app.exporters.about import about, datasets
from app.exporters.context import ExportContext
from app.exporters.derived import inferred, premises, rule
from app.exporters.everything import Needed
from app.exporters.rdf import terms
from app.exporters.rdf.terms import Names, Resource, Tagged, Term, own, safe_iri
from app.exporters.rows import Rows
from app.graph import shapes
from app.graph.contract import Match
from app.graph.subgraph import Node, Subgraph
from app.model.source import Source

Values = Iterator[tuple[Term, Any]]
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")
_WIKIDATA = re.compile(r"[QPL][1-9][0-9]*\Z")


def resources(graph: Subgraph, context: ExportContext) -> Iterator[Resource]:
    """Everything, in a stable order: the export itself, data sets, entities, relations with claims, sources."""
    names, rows, needed = Names(context.base_url), context.rows_for(graph), Needed(graph)
    yield _export(graph, context, names)
    for info in datasets(graph):
        yield _made(
            names.dataset(info.id),
            ("dcat:Dataset",),
            (terms.TITLE, info.title),
            (terms.IDENTIFIER, info.id),
            (terms.DESCRIPTION, info.description or info.coverage),
            (terms.RIGHTS, f"{info.licence}. {info.attribution}"),
            (terms.LICENCE, safe_iri(info.licence_url) if info.licence_url else None),
        )
    for item in graph.nodes:
        yield _entity(rows, names, item, here=True)
    for match in needed.seeing(graph.edges):
        yield _relation(rows, names, match)
        for claim in match.claims:
            yield from _claim(rows, names, claim)
    for edge in inferred(graph):
        yield _derived(names, edge)
    for source in needed.sources():
        yield from _source(names, source)
    for handle in needed.entities():
        yield _entity(rows, names, Node(handle, False, None, 0, 0), here=False)


def _export(graph: Subgraph, context: ExportContext, names: Names) -> Resource:
    facts = about(graph, context)
    return _made(
        safe_iri(context.url) if context.url else f"{names.base}/v1/graph",
        ("prov:Entity", ":Export"),
        (terms.TITLE, facts["title"]),
        (terms.DESCRIPTION, facts["cite"]),
        (own("snapshot"), facts["snapshot"]),
        (own("query"), facts["query"]),
        (own("sameAsJson"), safe_iri(context.json_url) if context.json_url else None),
        *((terms.DERIVED_FROM, names.dataset(info["id"])) for info in facts["datasets"]),
        *((terms.RIGHTS, f"{i['title']}: {i['attribution']}, {i['licence']}") for i in facts["datasets"]),
    )


def _entity(rows: Rows, names: Names, item: Node, *, here: bool) -> Resource:
    drawn = rows.node(item)
    wikidata = drawn["identifiers"].get("wikidata", "")
    return _made(
        names.entity(drawn["id"]),
        (f":{drawn['type']}",),
        (terms.LABEL, drawn["label"]),
        *((terms.ALT_LABEL, _tagged(n["text"], n["lang"])) for n in drawn["names"]),
        (own("names"), drawn["names"] or None),
        (terms.DESCRIPTION, drawn["description"] or None),
        (terms.IDENTIFIER, drawn["id"]),
        (own("identifiers"), drawn["identifiers"] or None),
        (terms.EXACT_MATCH, f"http://www.wikidata.org/entity/{wikidata}" if _WIKIDATA.match(wikidata) else None),
        (own("generic"), drawn["generic"]),
        (own("existence"), names.word("existence", drawn["existence"])),
        (own("organOf"), names.entity(drawn["organ_of"]) if drawn["organ_of"] else None),
        (own("countryCode"), drawn["country"]),
        (terms.LATITUDE, drawn["latitude"]),
        (terms.LONGITUDE, drawn["longitude"]),
        (own("placePrecision"), drawn["place_precision"]),
        (own("placeBasis"), drawn["place_basis"]),
        (own("reference"), drawn["reference"]),
        (own("degree"), drawn["degree"]),
        (own("polarityBalance"), drawn["polarity_balance"] if here else None),
        (own("hiddenNeighbours"), drawn["hidden_neighbours"] if here else None),
        (own("seed"), drawn["seed"] if here else None),
        (own("hops"), drawn["hops"]),
    )


def _relation(rows: Rows, names: Names, match: Match) -> Resource:
    drawn = rows.edge(match)
    return _made(
        names.relation(drawn["id"]),
        (":Relation",),
        (terms.SUBJECT, names.entity(drawn["source"])),
        (terms.PREDICATE, names.vocabulary + drawn["type"]),
        (terms.OBJECT, names.entity(drawn["target"])),
        (terms.IDENTIFIER, drawn["id"]),
        (own("status"), names.word("status", drawn["status"])),
        (own("ended"), drawn["ended"]),
        (own("polarity"), names.word("polarity", drawn["polarity"])),
        (own("confidence"), names.word("confidence", drawn["confidence"])),
        (own("minConfidence"), names.word("confidence", drawn["min_confidence"])),
        (own("validFrom"), drawn["valid_from"]),
        (own("validTo"), drawn["valid_to"]),
        (own("lastAttested"), drawn["last_attested"]),
        (own("knownFrom"), drawn["first_known"]),
        (own("derived"), drawn["derived"]),
        (own("sentence"), drawn["sentence"]),
        *((own("claim"), names.claim(rows.view.claim(c).id)) for c in match.claims),
    )


def _derived(names: Names, drawn: dict[str, Any]) -> Resource:
    """Without status and voice: it has neither. Its premises are what it was derived from."""
    return _made(
        names.relation(drawn["id"]),
        (":DerivedRelation",),
        (terms.SUBJECT, names.entity(drawn["source"])),
        (terms.PREDICATE, names.vocabulary + drawn["type"]),
        (terms.OBJECT, names.entity(drawn["target"])),
        (terms.IDENTIFIER, drawn["id"]),
        (own("rule"), rule(drawn)),
        *((terms.DERIVED_FROM, names.relation(key)) for key in premises(drawn)),
        (own("derived"), drawn["derived"]),
        (own("polarity"), names.word("polarity", drawn["polarity"])),
        (own("confidence"), names.word("confidence", drawn["confidence"])),
        (own("minConfidence"), names.word("confidence", drawn["min_confidence"])),
        (own("validFrom"), drawn["valid_from"]),
        (own("validTo"), drawn["valid_to"]),
        (own("knownFrom"), drawn["first_known"]),
        (own("sentence"), drawn["sentence"]),
    )


def _claim(rows: Rows, names: Names, handle: int) -> Iterator[Resource]:
    said = shapes.claim(rows.view, handle)
    iri, graph, valid, hedge = names.claim(said["id"]), names.source(said["source"]), said["valid"], said["hedge"]
    notes = [(f"{iri}#paragraph-{e['paragraph']}", e) for e in said["evidence"]]
    yield _made(
        iri,
        (":Claim", "prov:Entity"),
        (own("ofRelation"), names.relation(said["relation"])),
        (terms.SUBJECT, names.entity(said["subject"]["id"])),
        (terms.PREDICATE, names.vocabulary + said["type"]),
        (terms.OBJECT, names.entity(said["object"]["id"])),
        (terms.IDENTIFIER, said["id"]),
        *((own("assertedBy"), names.entity(v["id"])) for v in said["asserted_by"]),
        *((terms.ATTRIBUTED_TO, names.entity(v["id"])) for v in said["asserted_by"]),
        (own("addressedTo"), _reference(names, said["addressed_to"])),
        (own("via"), _reference(names, said["via"])),
        (own("stance"), names.word("stance", said["stance"])),
        (own("modality"), names.word("modality", said["modality"])),
        (own("status"), names.word("status", said["status"])),
        (own("polarity"), names.word("polarity", said["polarity"])),
        (own("hedge"), names.word("hedge", hedge["kind"]) if hedge else None),
        (own("hedgeWords"), hedge["words"] if hedge else None),
        (own("progress"), names.word("progress", said["progress"]) if said["progress"] else None),
        (own("confidence"), names.word("confidence", said["confidence"])),
        (own("basis"), names.word("basis", said["basis"])),
        (own("edtf"), valid["edtf"]),
        (own("validFrom"), valid["from"]),
        (own("validTo"), valid["to"]),
        (own("certainFrom"), valid["certain_from"]),
        (own("certainTo"), valid["certain_to"]),
        (own("precision"), valid["precision"]),
        (own("words"), valid["words"]),
        (own("inferred"), valid["inferred"]),
        (own("knownFrom"), said["known_from"]),
        (own("knownInferred"), said["known_inferred"]),
        (terms.PRIMARY_SOURCE, graph),
        *((own("evidence"), note) for note, _ in notes),
        (own("attributes"), said["attributes"] or None),
        (own("targetClaim"), names.claim(said["target_claim"]) if said["target_claim"] else None),
        (own("sentence"), said["sentence"]),
        graph=graph,
    )
    for note, evidence in notes:
        yield _made(
            note,
            (":Evidence",),
            (own("paragraph"), names.paragraph(said["source"], evidence["paragraph"])),
            (own("paragraphNumber"), evidence["paragraph"]),
            (terms.COMMENT, evidence["note"]),
            graph=graph,
        )


def _source(names: Names, source: Source) -> Iterator[Resource]:
    iri = names.source(source.id)
    yield _made(
        iri,
        (":Source", "prov:Entity"),
        (terms.TITLE, source.title),
        (terms.IDENTIFIER, source.id),
        (own("author"), names.entity(source.author)),
        (terms.ATTRIBUTED_TO, names.entity(source.author)),
        (terms.PUBLISHER, source.publisher),
        (own("published"), source.published),
        (own("publishedInferred"), source.published_inferred),
        (terms.LANGUAGE, source.language),
        (own("coverage"), source.coverage),
        (own("fingerprint"), source.sha256),
        (terms.DERIVED_FROM, safe_iri(source.url) if source.url else None),
        (terms.IS_PART_OF, names.dataset(source.dataset)),
    )
    for paragraph in source.paragraphs:
        yield _made(
            names.paragraph(source.id, paragraph.number),
            (":Paragraph",),
            (terms.IS_PART_OF, iri),
            (own("paragraphNumber"), paragraph.number),
            (own("fingerprint"), paragraph.fingerprint),
            (terms.COMMENT, paragraph.note or None),
        )


def _reference(names: Names, reference: dict[str, Any] | None) -> str | None:
    return names.entity(reference["id"]) if reference else None


def _tagged(text: str, lang: str | None) -> str | Tagged:
    return Tagged(text, lang.lower()) if lang and _LANGUAGE.match(lang) else text


def _made(iri: str, types: tuple[str, ...], *values: tuple[Term, Any], graph: str | None = None) -> Resource:
    """A resource without the properties that have no value."""
    return Resource(iri, types, tuple(v for v in values if v[1] is not None), graph)
