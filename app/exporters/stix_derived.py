"""A derived relation in STIX: a relationship that says that no source states it, and a note with its premises.

It is related-to at most, without a confidence of its own and without an opinion: nobody holds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.exporters.derived import STATUS, premises, rule
from app.exporters.rows import Shape, json_text
from app.exporters.stix_objects import Thing, clean, extended, label, link, thing, time
from app.exporters.stix_types import identifier


def derived(
    edge: Shape, ends: tuple[str, str], datasets: set[str], base_url: str, there: Collection[str]
) -> Iterator[Thing]:
    """The relationship, then a note on it and on those of its premises that are in the bundle."""
    key = identifier("relationship", edge["id"])
    base = {"created": time(edge["first_known"]), "modified": time(edge["first_known"])}
    yield clean(
        {
            **thing(key, base, datasets),
            "relationship_type": "related-to",
            "source_ref": ends[0],
            "target_ref": ends[1],
            "description": edge["sentence"],
            "start_time": time(edge["valid_from"]),
            "stop_time": time(edge["valid_to"]),
            "labels": [label(edge["type"]), STATUS],
            "external_references": [link(base_url, "derived", edge["id"])],
            "extensions": extended(
                relation_id=edge["id"],
                relation_type=edge["type"],
                relation_label=edge["label"],
                category=edge["category"],
                polarity=edge["polarity"],
                kind=edge["kind"],
                symmetric=edge["symmetric"],
                status=STATUS,
                rule=rule(edge),
                premises=premises(edge),
                derived_json=json_text(edge["derived"]),
                confidence_word=edge["confidence"],
                min_confidence=edge["min_confidence"],
                edtf=edge["edtf"],
                valid_from=edge["valid_from"],
                valid_to=edge["valid_to"],
                first_known=edge["first_known"],
                sources=edge["sources"],
            ),
        }
    )
    behind = [identifier("relationship", premise) for premise in premises(edge)]
    yield clean(
        {
            **thing(identifier("note", edge["id"]), base, datasets),
            "abstract": f"Derived by the rule {rule(edge)}; no source says it",
            "content": edge["sentence"],
            "object_refs": [key, *(premise for premise in behind if premise in there)],
        }
    )
