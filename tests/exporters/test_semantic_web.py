"""RDF: three notations of one set of statements, claims never as bare facts, and a vocabulary for all terms."""

from __future__ import annotations

import re
from typing import Any

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from rdflib.compare import isomorphic

from app.exporters.rdf.terms import OWN
from app.exporters.rdf.vocabulary import write
from tests.exporters.exporting import BASE, export
from tests.exporters.readers.rdf import RP, parsed
from tests.exporters.worlds import awkward, awkward_graph
from tests.worlds import view


def _flat(name: str, kind: str) -> rdflib.Graph:
    found = parsed(rdflib.Dataset(), export(name, awkward_graph()), kind)
    flat = rdflib.Graph()
    for subject, predicate, object_, _ in found.quads():
        flat.add((subject, predicate, object_))
    return flat


@pytest.mark.parametrize(("name", "kind"), [("jsonld", "json-ld"), ("trig", "trig"), ("nquads", "nquads")])
def test_all_notations_say_the_same(name: str, kind: str) -> None:
    """JSON-LD, TriG and N-Quads hold exactly the statements of the Turtle."""
    assert isomorphic(_flat(name, kind), _flat("turtle", "turtle"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("turtle", pyoxigraph.RdfFormat.TURTLE),
        ("trig", pyoxigraph.RdfFormat.TRIG),
        ("nquads", pyoxigraph.RdfFormat.N_QUADS),
        ("jsonld", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_oxigraph_reads_as_much_as_rdflib(name: str, kind: pyoxigraph.RdfFormat) -> None:
    """The other reader agrees on the number of statements, and answers who alleges what of whom."""
    store = pyoxigraph.Store()
    store.load(export(name, awkward_graph()), format=kind)
    assert len(store) == len(_flat("nquads", "nquads"))
    rows: Any = store.query(
        f"""PREFIX : <{RP}> PREFIX rdf: <{RDF}>
        SELECT ?voice ?subject ?object WHERE {{
          ?claim a :Claim ; :modality :modality-alleged ; :assertedBy ?voice ; rdf:subject ?subject ; rdf:object ?object
        }}""",
        use_default_graph_as_union=True,
    )
    assert [[t.value.rpartition("/")[2] for t in row] for row in rows] == [["russia", "pakistan", "rebels"]]


def test_nothing_is_stated_that_somebody_only_says() -> None:
    """No relation is a triple between two entities: whoever merges the file learns what is claimed."""
    graph = _flat("turtle", "turtle")
    entities = {s for s in graph.subjects() if str(s).startswith(f"{BASE}/v1/entities/")}
    between = {p for s, p, o in graph if s in entities and o in entities}
    assert between <= {RP.organOf}


def test_there_is_a_graph_for_each_source() -> None:
    """The claims of a document, and nothing else, stand in the graph that is named after it."""
    dataset = parsed(rdflib.Dataset(), export("nquads", awkward_graph()), "nquads")
    named = {str(g.identifier): g for g in dataset.graphs() if str(g.identifier).startswith(BASE)}
    assert set(named) == {f"{BASE}/v1/sources/gazette", f"{BASE}/v1/sources/courier"}
    for graph in named.values():
        assert set(graph.objects(None, RDF.type)) == {RP.Claim, RP.Evidence, rdflib.PROV.Entity}


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    """The published vocabulary of the test ontology."""
    return rdflib.Graph().parse(data=b"".join(write(view(awkward()), BASE)), format="turtle")


def test_the_vocabulary_defines_every_term(vocabulary: rdflib.Graph) -> None:
    """Each own property, class and concept that an export uses is defined, with a comment or a label."""
    defined = set(vocabulary.subjects(RDF.type))
    used = {
        t
        for s, p, o in _flat("turtle", "turtle")
        for t in (p, o)
        if isinstance(t, rdflib.URIRef) and str(t).startswith(str(RP))
    }
    assert used <= defined
    for name in OWN:
        assert vocabulary.value(RP[name], RDFS.comment), name


def test_the_vocabulary_carries_the_ontology(vocabulary: rdflib.Graph) -> None:
    """Types are classes and concepts in their tree; relation types say their inverse, their tone and what they are."""
    assert (RP.Ministry, RDFS.subClassOf, RP.GovernmentOrgan) in vocabulary
    assert (RP.arms, RDFS.subPropertyOf, RP.supports) in vocabulary
    assert (RP.arms, SKOS.broader, RP.supports) in vocabulary
    assert (RP.borders, RDF.type, OWL.SymmetricProperty) in vocabulary
    assert (RP.located_in, RDF.type, OWL.TransitiveProperty) in vocabulary
    assert str(vocabulary.value(RP.shelters, RP.inverseLabel)) == "has sanctuary in"
    assert (RP.attacks, RP.polarity, RP["polarity-conflictual"]) in vocabulary


def test_own_terms_do_not_collide_with_types() -> None:
    """No entity or relation type of the real ontology has the name of a property or class of the vocabulary."""
    from pathlib import Path

    from app.runtime import open_view

    seen = open_view(Path(__file__).resolve().parents[2])
    classes = {"Entity", "Relation", "Claim", "Evidence", "Source", "Paragraph", "Export"}
    assert not (set(OWN) | classes) & (set(seen.ontology.entity_types) | set(seen.ontology.relation_types))
    text = b"".join(write(seen, BASE))
    graph = rdflib.Graph().parse(data=text, format="turtle")
    matched = {str(o) for p in (SKOS.closeMatch, SKOS.relatedMatch) for o in graph.objects(None, p)}
    assert "http://www.wikidata.org/entity/P47" in matched  # shares border with
    assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/P\d+", m) for m in matched)
