"""A relation as a STIX relationship, and each of its claims as a note and an opinion whose authors are the voices."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.rows import Rows, json_text
from app.exporters.stix_objects import Thing, clean, extended, label, link, thing, time
from app.exporters.stix_types import CONFIDENCE, OPINIONS, identifier, relationship_type
from app.graph import shapes
from app.graph.contract import Match
from app.model.dates import iso_day


def relation(rows: Rows, match: Match, ends: tuple[str, str], base_url: str) -> Iterator[Thing]:
    """The relationship between two objects, then a note and an opinion for each claim."""
    view, (source, target) = rows.view, ends
    drawn = rows.edge(match)
    mapping = view.ontology.relation_types[drawn["type"]].mappings.get("stix21", "")
    kinds = source.partition("--")[0], target.partition("--")[0]
    key = identifier("relationship", drawn["id"])
    latest = iso_day(max(view.known_from(c) for c in match.claims))
    claims = [shapes.claim(view, c) for c in match.claims]
    yield clean(
        {
            **thing(
                key, {"created": time(drawn["first_known"]), "modified": time(latest)}, {c["dataset"] for c in claims}
            ),
            "relationship_type": relationship_type(mapping, drawn["status"], *kinds),
            "source_ref": source,
            "target_ref": target,
            "description": drawn["sentence"],
            "start_time": time(drawn["valid_from"]),
            "stop_time": time(drawn["valid_to"]),
            "confidence": CONFIDENCE[drawn["confidence"]],
            "labels": [label(drawn["type"]), label(drawn["status"])],
            "external_references": [link(base_url, "relations", drawn["id"])],
            "extensions": extended(
                relation_id=drawn["id"],
                relation_type=drawn["type"],
                relation_label=drawn["label"],
                category=drawn["category"],
                polarity=drawn["polarity"],
                kind=drawn["kind"],
                symmetric=drawn["symmetric"],
                status=drawn["status"],
                ended=drawn["ended"],
                modality=drawn["modality"],
                stance=drawn["stance"],
                asserted_by=[v["id"] for v in drawn["asserted_by"]],
                confidence_word=drawn["confidence"],
                min_confidence=drawn["min_confidence"],
                edtf=drawn["edtf"],
                valid_from=drawn["valid_from"],
                valid_to=drawn["valid_to"],
                last_attested=drawn["last_attested"],
                first_known=drawn["first_known"],
                claims=[c["id"] for c in claims],
                sources=drawn["sources"],
            ),
        }
    )
    for said in claims:
        yield from _claim(key, said, base_url)


def _claim(relationship: str, said: Thing, base_url: str) -> Iterator[Thing]:
    voices = [v["label"] for v in said["asserted_by"]]
    hedge = said["hedge"] or {}
    when = time(said["known_from"])
    base = {"created": when, "modified": when}
    notes = "\n".join(f"Paragraph {e['paragraph']}: {e['note']}" for e in said["evidence"])
    fields = extended(
        claim_id=said["id"],
        stance=said["stance"],
        modality=said["modality"],
        status=said["status"],
        asserted_by=[v["id"] for v in said["asserted_by"]],
        addressed_to=(said["addressed_to"] or {}).get("id"),
        via=(said["via"] or {}).get("id"),
        hedge=hedge.get("kind"),
        hedge_words=hedge.get("words"),
        progress=said["progress"],
        confidence_word=said["confidence"],
        basis=said["basis"],
        edtf=said["valid"]["edtf"],
        valid_from=said["valid"]["from"],
        valid_to=said["valid"]["to"],
        certain_from=said["valid"]["certain_from"],
        certain_to=said["valid"]["certain_to"],
        words=said["valid"]["words"],
        inferred=said["valid"]["inferred"],
        known_from=said["known_from"],
        source=said["source"],
        dataset=said["dataset"],
        paragraphs=[e["paragraph"] for e in said["evidence"]],
        evidence_json=json_text(said["evidence"]),
        attributes_json=json_text(said["attributes"]),
        target_claim=said["target_claim"],
    )
    note, opinion = identifier("note", said["id"]), identifier("opinion", said["id"])
    common = {"authors": voices, "object_refs": [relationship], "confidence": CONFIDENCE[said["confidence"]]}
    links = [link(base_url, "claims", said["id"])]
    yield clean(
        {
            **thing(note, base, {said["dataset"]}),
            **common,
            "abstract": f"{said['stance']}, {said['modality']}",
            "content": f"{said['sentence']}\n{notes}",
            "external_references": links,
            "extensions": fields,
        }
    )
    yield clean(
        {
            **thing(opinion, base, {said["dataset"]}),
            **common,
            "opinion": OPINIONS[said["stance"]],
            "explanation": said["sentence"],
            "external_references": links,
        }
    )
