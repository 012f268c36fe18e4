"""FollowTheMoney entities, one per line, for yente and OpenAleph: properties, and the statements that they come from.

A relation is one UnknownLink. Each of its claims brings statements of its own, told apart by `origin`, with the data
set it is from and the day since when it is known; the description spells out voice, modality, hedge, dates, paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from app.exporters.about import about, credit, datasets, lines
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.derived import inferred, premises, rule
from app.exporters.everything import Needed
from app.exporters.ftm_statements import Said, flat, line, three_letters
from app.exporters.rows import IN_THIS_GRAPH, Rows, json_text
from app.exporters.spells import day_before
from app.graph import shapes
from app.graph.contract import GraphView, Match
from app.graph.subgraph import Node, Subgraph
from app.model.source import Source

# The nearest of a type and its more general types that is listed here decides.
_SCHEMATA: Mapping[str, str] = MappingProxyType(
    {
        "State": "PublicBody",
        "GovernmentOrgan": "PublicBody",
        "Organisation": "Organization",
        "ArmedGroup": "Organization",
        "GroupOfStates": "Organization",
        "JointForce": "Organization",
        "Person": "Person",
        "Actor": "LegalEntity",
        "Place": "Address",
        "Document": "Document",
        "Event": "Event",
        "Condition": "Event",
    }
)
_ANYTHING_ELSE = "Project"


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The lines as UTF-8."""
    return chunked(_lines(graph, context, context.rows_for(graph)))


def _lines(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    needed, home = Needed(graph), datasets(graph)[0].id if datasets(graph) else "realpolitik"
    yield _export(graph, context, home)
    for item in graph.nodes:
        yield _entity(rows, context, item, home, here=True)
    for match in needed.seeing(graph.edges):
        yield _link(rows, context, match)
    for edge in inferred(graph):
        yield _derived(rows.view, context, edge)
    for source in needed.sources():
        yield _document(context, source)
    for handle in needed.entities():
        yield _entity(rows, context, Node(handle, False, None, 0, 0), home, here=False)


def _export(graph: Subgraph, context: ExportContext, home: str) -> bytes:
    facts = about(graph, context)
    said = [
        Said("fileName", "about-this-export", home),
        Said("title", facts["title"], home),
        Said("summary", credit(graph.view, datasets(graph)), home),
        Said("description", "\n".join(lines(graph, context)), home),
    ]
    return line(f"realpolitik-export-{facts['snapshot']}", "Document", facts["title"], said)


def _entity(rows: Rows, context: ExportContext, item: Node, home: str, *, here: bool) -> bytes:
    drawn = {k: v for k, v in rows.node(item).items() if here or k not in IN_THIS_GRAPH}
    schema = next((_SCHEMATA[t] for t in drawn["types"] if t in _SCHEMATA), _ANYTHING_ELSE)
    facts: list[tuple[str, Any]] = [
        ("name", flat(drawn["label"])),
        ("fileName" if schema == "Document" else "full" if schema == "Address" else "", flat(drawn["label"])),
        ("country", (drawn["country"] or "").lower()),
        ("wikidataId", drawn["identifiers"].get("wikidata")),
        ("summary", drawn["type"]),
        ("description", drawn["description"]),
        ("keywords", drawn["type"]),
        ("keywords", "a class, not one named thing" if drawn["generic"] else None),
        ("keywords", None if drawn["existence"] == "actual" else drawn["existence"]),
        ("sourceUrl", f"{context.base_url.rstrip('/')}/v1/entities/{drawn['id']}"),
        ("latitude" if schema == "Address" else "", drawn["latitude"]),
        ("longitude" if schema == "Address" else "", drawn["longitude"]),
        ("notes", _notes(drawn)),
    ]
    said = [Said(prop, str(value), home) for prop, value in facts if prop and value not in (None, "")]
    said += [Said("alias", flat(n["text"]), home, lang=three_letters(n["lang"])) for n in drawn["names"]]
    return line(drawn["id"], schema, flat(drawn["label"]), said)


def _notes(drawn: Mapping[str, Any]) -> str:
    """What FollowTheMoney has no property for, line by line."""
    kept = ("types", "existence", "organ_of", "identifiers", "names", "latitude", "longitude", "place_precision",
            "place_basis", "reference", "degree", *IN_THIS_GRAPH)  # fmt: skip
    found = {name: drawn.get(name) for name in kept}
    return "\n".join(f"{name}: {json_text(value)}" for name, value in found.items() if value not in (None, [], {}))


def _link(rows: Rows, context: ExportContext, match: Match) -> bytes:
    drawn = rows.edge(match)
    claims = [shapes.claim(rows.view, c) for c in match.claims]
    first = claims[0]
    where = f"{context.base_url.rstrip('/')}/v1/relations/{drawn['id']}"
    said = [
        Said("subject", drawn["source"], first["dataset"], drawn["first_known"]),
        Said("object", drawn["target"], first["dataset"], drawn["first_known"]),
        Said("role", drawn["label"], first["dataset"], drawn["first_known"]),
        Said("status", drawn["status"], first["dataset"], drawn["first_known"]),
        Said("summary", drawn["sentence"], first["dataset"], drawn["first_known"]),
        Said("sourceUrl", where, first["dataset"], drawn["first_known"]),
    ]
    for claim in claims:
        said += [
            Said(prop, value, claim["dataset"], claim["known_from"], claim["id"])
            for prop, value in _of_claim(claim, drawn["kind"])
            if value
        ]
    return line(drawn["id"], "UnknownLink", drawn["label"], said)


def _derived(view: GraphView, context: ExportContext, drawn: Mapping[str, Any]) -> bytes:
    """What a rule infers: no publisher and no proof, because nobody says it; the origin is the rule."""
    dataset, origin = view.sources[drawn["sources"][0]].dataset, f"rule {rule(drawn)}"
    facts = (
        ("subject", drawn["source"]),
        ("object", drawn["target"]),
        ("role", drawn["label"]),
        ("status", drawn["status"]),
        ("summary", drawn["sentence"]),
        ("startDate", drawn["valid_from"]),
        ("endDate", _day_before(drawn["valid_to"])),
        ("sourceUrl", f"{context.base_url.rstrip('/')}/v1/derived"),
        ("description", f"derived by: {origin}\npremises: {' '.join(premises(drawn))}"),
        ("description", f"derived: {json_text(drawn['derived'])}"),
    )
    said = [Said(prop, value, dataset, drawn["first_known"], origin) for prop, value in facts if value]
    return line(drawn["id"], "UnknownLink", drawn["label"], said)


def _of_claim(claim: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str | None]]:
    valid = claim["valid"]
    yield "recordId", claim["id"]
    yield ("startDate" if kind == "state" else "date"), valid["from"]
    yield "endDate", _day_before(valid["to"])
    yield "proof", f"source-{claim['source']}"
    for voice in claim["asserted_by"]:
        yield "publisher", flat(voice["label"])
    yield "description", description(claim)


def description(claim: Mapping[str, Any]) -> str:
    """A claim in lines of `name: value`, its sentence first."""
    hedge, valid = claim["hedge"] or {}, claim["valid"]
    fields = {
        "claim": claim["id"],
        "asserted by": ", ".join(v["id"] for v in claim["asserted_by"]),
        "addressed to": (claim["addressed_to"] or {}).get("id"),
        "via": (claim["via"] or {}).get("id"),
        "stance": claim["stance"],
        "modality": claim["modality"],
        "status": claim["status"],
        "polarity": claim["polarity"],
        "hedge": hedge.get("kind"),
        "hedge words": hedge.get("words"),
        "progress": claim["progress"],
        "confidence": claim["confidence"],
        "basis": claim["basis"],
        "valid": valid["edtf"],
        "certain from": valid["certain_from"],
        "certain to": valid["certain_to"],
        "words": valid["words"],
        "inferred": valid["inferred"],
        "known from": claim["known_from"],
        "known inferred": claim["known_inferred"],
        "source": claim["source"],
        **{f"paragraph {e['paragraph']}": e["note"] for e in claim["evidence"]},
        "attributes": json_text(claim["attributes"]) if claim["attributes"] else None,
        "target claim": claim["target_claim"],
    }
    return "\n".join([claim["sentence"], *(f"{name}: {value}" for name, value in fields.items() if value)])


def _document(context: ExportContext, source: Source) -> bytes:
    facts = (
        ("fileName", source.id),
        ("title", source.title),
        ("author", source.author),
        ("publisher", source.publisher),
        ("publishedAt", source.published if source.published[-1].isdigit() else None),
        ("language", three_letters(source.language)),
        ("sourceUrl", source.url or f"{context.base_url.rstrip('/')}/v1/sources/{source.id}"),
        ("notes", f"published: {source.published}\ncoverage: {source.coverage}\nsha256: {source.sha256}"),
    )
    said = [Said(prop, value, source.dataset) for prop, value in facts if value]
    return line(f"source-{source.id}", "Document", source.title, said)


def _day_before(day: str | None) -> str | None:
    """The last day of an interval that ends before `day`."""
    return day_before(day) if day else None
