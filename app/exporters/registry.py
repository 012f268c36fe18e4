"""All formats: what each is called, what it keeps and cannot carry, and where its writer is (imported on use)."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from app.errors import BoundExceeded, InvalidValue
from app.exporters.context import ExportContext
from app.graph.subgraph import Subgraph

Writer = Callable[[Subgraph, ExportContext], Iterator[bytes]]

# What every format that has room for it keeps of an edge.
_CLAIMS = "every claim in full: voice, addressee, stance, modality, hedge, progress, confidence, dates, paragraph, note"
_MAIN = "ids, types, direction, parallel edges, status, dates, voices, modality, paragraphs, sentence"


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `media_type` is sent; `also` are more media types by which `Accept` can ask for it.

    `streams` says that memory does not grow with the graph. `most_nodes` and `most_edges` bound those that cannot.
    """

    name: str
    title: str
    media_type: str
    suffix: str
    module: str
    keeps: tuple[str, ...]
    cannot: tuple[str, ...] = ()
    streams: bool = False
    most_nodes: int | None = None
    most_edges: int | None = None
    also: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    Format(
        "json",
        "Graph JSON, ready to draw",
        "application/json",
        "json",
        "app.exporters.json",
        (_MAIN, "claims, sources, ontology and facets with include="),
        ("the claims of an edge, their notes and the names of nodes, unless include=claims asks for the claims",),
        streams=True,
    ),
    Format(
        "node-link",
        "Node-link JSON for NetworkX",
        "application/json",
        "node-link.json",
        "app.exporters.node_link",
        (_MAIN, _CLAIMS),
        ("undirected edges beside directed ones: symmetric relations are edges with symmetric=true",),
        streams=True,
        also=("application/vnd.realpolitik.node-link+json",),
    ),
    Format(
        "cytoscape",
        "Elements for Cytoscape.js and Cytoscape",
        "application/json",
        "cyjs",
        "app.exporters.cytoscape",
        (_MAIN, _CLAIMS),
        ("undirected edges beside directed ones: symmetric relations are edges with symmetric=true",),
        streams=True,
        also=("application/vnd.realpolitik.cytoscape+json",),
    ),
    Format(
        "graphology",
        "Serialised graphology for Sigma and Gephi Lite",
        "application/json",
        "graphology.json",
        "app.exporters.graphology",
        (_MAIN, _CLAIMS, "undirected edges for symmetric relations"),
        (),
        streams=True,
        also=("application/vnd.realpolitik.graphology+json",),
    ),
    Format(
        "ndjson",
        "One JSON object per line; reads back without loss",
        "application/x-ndjson",
        "ndjson",
        "app.exporters.ndjson",
        (_MAIN, _CLAIMS, "data sets, ontology, sources with fingerprints, silences: all that is needed to import it"),
        (),
        streams=True,
    ),
    Format(
        "graphml",
        "GraphML with typed attributes",
        "application/graphml+xml",
        "graphml",
        "app.exporters.graphml",
        (_MAIN, _CLAIMS),
        (
            "lists and records: ids are joined by semicolons, claims and names are JSON text",
            "undirected edges beside directed ones (readers refuse them): symmetric relations have symmetric=true",
            "characters that XML forbids: they become U+FFFD",
        ),
        streams=True,
    ),
    Format(
        "gexf",
        "GEXF 1.3, dynamic, for Gephi and Gephi Lite",
        "application/gexf+xml",
        "gexf",
        "app.exporters.gexf",
        (_MAIN, _CLAIMS, "spells, colours by sign, lines by status, shapes by type, sizes by degree"),
        (
            "lists and records: ids are joined by semicolons, claims and names are JSON text",
            "the days of uncertainty at the ends of an interval: spells are the widest reading",
            "characters that XML forbids: they become U+FFFD",
        ),
        streams=True,
    ),
    Format(
        "dot",
        "DOT for Graphviz",
        "text/vnd.graphviz",
        "dot",
        "app.exporters.dot",
        (_MAIN, _CLAIMS, "colours by sign, lines by status, shapes by type; links to the entities"),
        ("a single backslash in a text: readers see two", "lists and records: claims and names are JSON text"),
        streams=True,
    ),
    Format(
        "mermaid",
        "Mermaid flowchart for Markdown",
        "application/vnd.mermaid",
        "mmd",
        "app.exporters.mermaid",
        ("labels, direction, parallel edges, relation type, status, voices, dates, paragraphs, colours by sign",),
        (
            "ids, and every field that is not in a label",
            "the claims of an edge one by one: stance, modality, hedge, notes",
            "labels longer than 140 characters: they are cut",
        ),
        most_nodes=150,
        most_edges=200,
        also=("text/vnd.mermaid",),
    ),
    Format(
        "csv",
        "Tables of nodes, edges and claims (zip)",
        "application/zip",
        "csv.zip",
        "app.exporters.csv",
        (_MAIN, _CLAIMS),
        ("records within a cell: names, attributes and evidence are JSON text",),
        streams=True,
        also=("text/csv",),
    ),
    Format(
        "parquet",
        "Typed tables for data frames (zip)",
        "application/zip",
        "parquet.zip",
        "app.exporters.parquet",
        (_MAIN, _CLAIMS, "data sets, ontology, sources with fingerprints, silences: all that is needed to import it"),
        ("attributes of claims as columns: they are JSON text",),
        streams=True,
        also=("application/vnd.apache.parquet",),
    ),
    Format(
        "jsonld",
        "JSON-LD with its context inline",
        "application/ld+json",
        "jsonld",
        "app.exporters.jsonld",
        (_MAIN, _CLAIMS, "PROV-O for voice and source, documents with their paragraphs"),
        ("named graphs: the source of a claim is its prov:hadPrimarySource",),
        streams=True,
    ),
    Format(
        "turtle",
        "Turtle (RDF)",
        "text/turtle",
        "ttl",
        "app.exporters.turtle",
        (_MAIN, _CLAIMS, "PROV-O for voice and source, documents with their paragraphs"),
        ("named graphs: the source of a claim is its prov:hadPrimarySource",),
        streams=True,
    ),
    Format(
        "nquads",
        "N-Quads (RDF), a named graph per source",
        "application/n-quads",
        "nq",
        "app.exporters.nquads",
        (_MAIN, _CLAIMS, "PROV-O for voice and source, documents with their paragraphs, a named graph per source"),
        (),
        streams=True,
    ),
)


def names() -> tuple[str, ...]:
    """The names of all formats, in the order in which they are listed."""
    return tuple(f.name for f in FORMATS)


def get(name: str) -> Format:
    """The format of this name. Raises InvalidValue with the names that there are."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise InvalidValue("format", f"unknown format {name!r}: use {', '.join(names())}", names())


def by_media_type(accept: str) -> Format | None:
    """The format that an `Accept` header likes best; None where it accepts none of them.

    Among formats of one media type the first listed answers: application/json is Graph JSON.
    """
    liked = _preferences(accept)
    if not liked:
        return FORMATS[0]
    best: tuple[float, int, Format] | None = None
    for place, known in enumerate(FORMATS):
        quality = max(_quality(liked, media) for media in (known.media_type, *known.also))
        if quality > 0 and (best is None or quality > best[0]):
            best = (quality, place, known)
    return best[2] if best else None


def writer(chosen: Format) -> Writer:
    """What writes the format: a function that refuses what is past its bounds, then hands out bytes piece by piece."""

    def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
        check(chosen, graph)
        module = importlib.import_module(chosen.module)
        return cast(Iterator[bytes], module.write(graph, context))

    return write


def check(chosen: Format, graph: Subgraph) -> None:
    """Raise BoundExceeded, with the bound, where the graph is larger than the format can take."""
    for name, most, there in (
        ("nodes", chosen.most_nodes, len(graph.nodes)),
        ("edges", chosen.most_edges, len(graph.edges)),
    ):
        if most is not None and there > most:
            raise BoundExceeded(
                f"most_{name}",
                f"format {chosen.name!r} takes at most {most} {name} and this graph has {there}: "
                "filter it further, lower limit=, or take a format that streams, such as ndjson",
            )


def file_name(chosen: Format, graph: Subgraph) -> str:
    """A name for the file that tells the seeds and the snapshot, in letters that every file system takes."""
    seeds = [graph.view.entity(handle).id for handle in graph.request.seeds[:3]]
    folded = unicodedata.normalize("NFKD", "-".join(seeds)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", folded).strip("-")[:60].strip("-")
    parts = ["realpolitik", *([words] if words else []), re.sub(r"[^A-Za-z0-9]", "", graph.view.snapshot_id)]
    return f"{'-'.join(parts)}.{chosen.suffix}"


def _preferences(accept: str) -> list[tuple[str, str, float]]:
    """The ranges of an Accept header: type, subtype, quality. What cannot be read is left out."""
    found = []
    for item in accept.split(","):
        media, *parameters = (part.strip() for part in item.split(";"))
        kind, slash, subtype = media.lower().partition("/")
        if not slash or not kind or not subtype:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = float(value) if re.fullmatch(r"\s*(0(\.\d*)?|1(\.0*)?)\s*", value) else 0.0
        found.append((kind, subtype, quality))
    return found


def _quality(liked: list[tuple[str, str, float]], media: str) -> float:
    """How much a media type is liked: the most exact range that it falls in decides."""
    kind, _, subtype = media.partition(";")[0].strip().partition("/")
    ranked = [
        ((k != "*") + (s != "*"), quality)
        for k, s, quality in liked
        if k in ("*", kind) and s in ("*", subtype) and (k != "*" or s == "*")
    ]
    return max(ranked, default=(0, 0.0))[1]
