"""A STIX 2.1 bundle: entities as domain objects, relations as relationships, claims as notes and opinions.

Voice, stance and modality are in the notes and opinions (whose authors are the voices) and, field by field, in one
property extension. A relationship never stands alone: its description opens with who says it, and how, or that a rule
infers it and no source says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.about import about, lines
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.everything import Needed
from app.exporters.rows import IN_THIS_GRAPH, Shape, dumps, json_text
from app.exporters.stix_claims import relation
from app.exporters.stix_derived import derived
from app.exporters.stix_objects import (
    BEGINNING,
    PRODUCER,
    Thing,
    clean,
    extended,
    extension,
    label,
    link,
    marking,
    producer,
    published,
    thing,
)
from app.exporters.stix_types import Form, form, identifier
from app.graph.contract import Match
from app.graph.subgraph import Node, Subgraph
from app.model.ids import relation_id
from app.model.source import Source


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The bundle as UTF-8."""
    return chunked(_pieces(graph, context))


def _pieces(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    facts = about(graph, context)
    bundle = identifier("bundle", facts["snapshot"], context.url, json_text(facts["query"]))
    yield b'{"type":"bundle","id":' + dumps(bundle) + b',"objects":['
    yield from joined(dumps(thing) for thing in _Bundle(graph, context).things())
    yield b"]}"


class _Bundle:
    """Makes the objects of one bundle, in an order in which nothing is referred to before it is there."""

    def __init__(self, graph: Subgraph, context: ExportContext) -> None:
        self._graph, self._context = graph, context
        self._view, self._rows = graph.view, context.rows_for(graph)
        self._needed = Needed(graph)
        known = [published(s) for s in self._view.sources.values()]
        self._times = {"created": min(known, default=BEGINNING), "modified": max(known, default=BEGINNING)}
        self._said: dict[str, list[str]] = {}
        self._whole: set[str] = set()

    def things(self) -> Iterator[Thing]:
        """All objects."""
        yield producer()
        yield extension()
        for info in self._view.datasets.values():
            yield marking(info)
        for _ in self._needed.seeing(self._graph.edges):
            pass
        for item in self._graph.nodes:
            yield self._entity(item, here=True)
        for handle in self._needed.entities():
            yield self._entity(Node(handle, False, None, 0, 0), here=False)
        for match in self._graph.edges:
            yield from self._relation(match)
        for edge in inferred(self._graph):
            yield from self._derived(edge)
        reports = [self._report(source) for source in self._needed.sources() if source.id in self._said]
        yield from reports
        yield self._about([r["id"] for r in reports] or [PRODUCER])

    def _entity(self, item: Node, *, here: bool) -> Thing:
        """An entity; one that is merely mentioned has nothing to say of its place in the graph."""
        drawn = self._rows.node(item)
        kind = self._form(item.entity)
        links: list[Thing] = [link(self._context.base_url, "entities", drawn["id"])]
        if "wikidata" in drawn["identifiers"]:
            links.append({"source_name": "wikidata", "external_id": drawn["identifiers"]["wikidata"]})
        made = {
            **thing(identifier(kind.type, drawn["id"]), self._times, self._view.datasets),
            "name": drawn["label"],
            "description": drawn["description"],
            **kind.properties,
            "labels": [label(drawn["type"])],
            "external_references": links,
            "extensions": extended(
                entity_id=drawn["id"],
                entity_type=drawn["type"],
                entity_types=drawn["types"],
                generic=drawn["generic"],
                existence=drawn["existence"],
                organ_of=drawn["organ_of"],
                names_json=json_text(drawn["names"]),
                identifiers_json=json_text(drawn["identifiers"]),
                place_precision=drawn["place_precision"],
                place_basis=drawn["place_basis"],
                reference=drawn["reference"],
                country=drawn["country"],
                **({name: drawn[name] for name in IN_THIS_GRAPH} if here else {}),
            ),
        }
        if kind.type == "location":
            made |= {"country": drawn["country"], "latitude": drawn["latitude"], "longitude": drawn["longitude"]}
        elif kind.type == "threat-actor":
            made["aliases"] = [n["text"] for n in drawn["names"]]
        return clean(made)

    def _form(self, handle: int) -> Form:
        record = self._view.entity(handle)
        located = record.country is not None or record.place is not None
        return form(self._view.ontology.entity_lineage(record.type), located=located)

    def _reference(self, handle: int) -> str:
        return identifier(self._form(handle).type, self._view.entity(handle).id)

    def _report(self, source: Source) -> Thing:
        when = published(source)
        return clean(
            {
                **thing(identifier("report", source.id), {"created": when, "modified": when}, {source.dataset}),
                "name": source.title,
                "description": f"A document of {source.publisher}." if source.publisher else None,
                "published": when,
                "lang": source.language,
                "object_refs": list(dict.fromkeys(self._said[source.id])),
                "external_references": [link(self._context.base_url, "sources", source.id)],
                "extensions": extended(
                    source_id=source.id,
                    author=source.author,
                    published_edtf=source.published,
                    published_inferred=source.published_inferred,
                    coverage=source.coverage,
                    sha256=source.sha256,
                ),
            }
        )

    def _about(self, references: list[str]) -> Thing:
        key = identifier(
            "note", "about", self._view.snapshot_id, self._context.url, json_text(self._graph.request.query)
        )
        return clean(
            {
                **thing(key, self._times, self._view.datasets),
                "abstract": "About this export",
                "content": "\n".join(lines(self._graph, self._context)),
                "object_refs": references,
            }
        )

    def _derived(self, edge: Shape) -> Iterator[Thing]:
        ends = (self._view.find_entity(edge[side]) for side in ("source", "target"))
        source, target = (self._reference(handle) for handle in ends if handle is not None)
        datasets = {self._view.sources[key].dataset for key in edge["sources"]}
        yield from derived(edge, (source, target), datasets, self._context.base_url, self._whole)

    def _relation(self, match: Match) -> Iterator[Thing]:
        ends = self._view.ends(match.relation)
        references = self._reference(ends.subject), self._reference(ends.object)
        yield from relation(self._rows, match, references, self._context.base_url)
        subject, object_ = self._view.entity(ends.subject).id, self._view.entity(ends.object).id
        whole = identifier("relationship", relation_id(subject, ends.type, object_))
        self._whole.add(whole)
        for handle in match.claims:
            claim = self._view.claim(handle)
            pair = identifier("note", claim.id), identifier("opinion", claim.id)
            self._said.setdefault(claim.source, []).extend((whole, *pair))
