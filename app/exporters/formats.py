"""The table of formats: what each is called, what it keeps and cannot carry, and where its writer is."""

from __future__ import annotations

from dataclasses import dataclass

# What every format that has room for it keeps of an edge.
_CLAIMS = "every claim in full: voice, addressee, stance, modality, hedge, progress, confidence, dates, paragraph, note"
_MAIN = "ids, types, direction, parallel edges, status, dates, voices, modality, paragraphs, sentence"
# With include_derived, what rules infer: never with the status of an edge, as if somebody had said it.
_DERIVED = "derived relations, marked as such, with rule and premises"
_WHOLE = (_MAIN, _CLAIMS, _DERIVED)


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
        (_MAIN, _DERIVED, "claims, sources, ontology and facets with include="),
        (
            "the claims of an edge, their notes and the names of nodes, unless include=claims asks for the claims",
            "the paragraphs of an edge beyond those of its latest ten claims",
        ),
        streams=True,
    ),
    Format(
        "node-link",
        "Node-link JSON for NetworkX",
        "application/json",
        "node-link.json",
        "app.exporters.node_link",
        _WHOLE,
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
        _WHOLE,
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
        (*_WHOLE, "undirected edges for symmetric relations"),
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
        (*_WHOLE, "data sets, ontology, sources with fingerprints, silences: all that is needed to import it"),
        (),
        streams=True,
    ),
    Format(
        "graphml",
        "GraphML with typed attributes",
        "application/graphml+xml",
        "graphml",
        "app.exporters.graphml",
        _WHOLE,
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
        (*_WHOLE, "spells, colours by sign, lines by status, shapes by type, sizes by degree"),
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
        (*_WHOLE, "colours by sign, lines by status, shapes by type; links to the entities"),
        (
            "a single backslash in a text: readers see two",
            "lists and records: claims and names are JSON text",
            "control characters in what is drawn: they become U+FFFD",
        ),
        streams=True,
    ),
    Format(
        "mermaid",
        "Mermaid flowchart for Markdown",
        "application/vnd.mermaid",
        "mmd",
        "app.exporters.mermaid",
        (
            "labels, direction, parallel edges, relation type, status, voices, dates, paragraphs, colours by sign",
            f"{_DERIVED} (in a comment too, where a label has no room)",
        ),
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
        _WHOLE,
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
        (*_WHOLE, "data sets, ontology, sources with fingerprints, silences: all that is needed to import it"),
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
        (*_WHOLE, "PROV-O for voice and source, documents with their paragraphs"),
        ("named graphs: the source of a claim is its prov:hadPrimarySource",),
        streams=True,
    ),
    Format(
        "turtle",
        "Turtle (RDF)",
        "text/turtle",
        "ttl",
        "app.exporters.turtle",
        (*_WHOLE, "PROV-O for voice and source, documents with their paragraphs"),
        ("named graphs: the source of a claim is its prov:hadPrimarySource",),
        streams=True,
    ),
    Format(
        "trig",
        "TriG (RDF): Turtle with a named graph per source",
        "application/trig",
        "trig",
        "app.exporters.trig",
        (*_WHOLE, "PROV-O for voice and source, documents with their paragraphs, a named graph per source"),
        (),
        streams=True,
    ),
    Format(
        "nquads",
        "N-Quads (RDF), a named graph per source",
        "application/n-quads",
        "nq",
        "app.exporters.nquads",
        (*_WHOLE, "PROV-O for voice and source, documents with their paragraphs, a named graph per source"),
        (),
        streams=True,
    ),
    Format(
        "stix",
        "STIX 2.1 bundle for OpenCTI and MISP",
        "application/stix+json",
        "stix.json",
        "app.exporters.stix",
        (*_WHOLE, "notes and opinions for each claim, reports for documents, licences as markings"),
        (
            "most relation types: related-to, with ours in a property extension",
            "policies, agreements, conditions and the like: they are courses of action or identities, with our type "
            "in the extension",
            "fields that the extension holds, in tools that do not read extensions",
        ),
        most_edges=20_000,
    ),
    Format(
        "ftm",
        "FollowTheMoney entities, one per line",
        "application/x-ndjson",
        "ftm.json",
        "app.exporters.ftm",
        (*_WHOLE, "statements with data set, first seen and claim"),
        (
            "relation types: a relation is an UnknownLink, its type is the role",
            "stance, modality, hedge, confidence and paragraphs as properties: they are lines of the description",
            "vague dates: start and end are the widest reading, both included",
            "generic classes, conditions, ideologies: they are of the nearest schema, our type is a keyword",
            "line ends within names",
        ),
        streams=True,
        also=("application/json+ftm",),
    ),
    Format(
        "geojson",
        "GeoJSON (RFC 7946)",
        "application/geo+json",
        "geojson",
        "app.exporters.geojson",
        (*_WHOLE, "points for entities with a place, lines for relations between them"),
        ("geometry for what has no place: such features have none",),
        streams=True,
    ),
    Format(
        "svg",
        "Picture (SVG)",
        "image/svg+xml",
        "svg",
        "app.exporters.svg",
        (
            "ids, types, direction, parallel edges, status, dates, voices and modality as data attributes",
            "sentences",
            _DERIVED,
        ),
        ("the claims of an edge one by one: stance, hedge, paragraphs, notes", "names for which there is no room"),
        most_nodes=600,
        most_edges=3_000,
    ),
    Format(
        "png",
        "Picture (PNG)",
        "image/png",
        "png",
        "app.exporters.png",
        ("what can be seen: names, types, direction, parallel edges, signs, status, what is derived",),
        (
            "ids, dates, voices, claims, rules, premises: everything that is not drawn",
            "letters for which the machine has no font",
        ),
        most_nodes=600,
        most_edges=3_000,
    ),
)
