"""An entity of FollowTheMoney as a line of JSON: its properties, and the statements that they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from app.exporters.rows import dumps


class Said(NamedTuple):
    """One value of a property: in which data set, since when, by which claim, in which language."""

    prop: str
    value: str
    dataset: str
    seen: str | None = None
    origin: str | None = None
    lang: str | None = None


def line(key: str, schema: str, caption: str, said: Sequence[Said]) -> bytes:
    """The entity with these values; a value that is said twice is there once, with both statements."""
    properties: dict[str, list[str]] = {}
    for one in said:
        held = properties.setdefault(one.prop, [])
        if one.value not in held:
            held.append(one.value)
    seen = [one.seen for one in said if one.seen]
    made = {
        "id": key,
        "caption": caption,
        "schema": schema,
        "referents": [],
        "datasets": sorted({one.dataset for one in said}),
        "first_seen": min(seen, default=None),
        "last_seen": max(seen, default=None),
        "target": False,
        "properties": properties,
        "statements": [_statement(key, schema, one) for one in said],
    }
    return dumps(made) + b"\n"


def _statement(key: str, schema: str, said: Said) -> dict[str, Any]:
    tag = f"@{said.lang}" if said.lang else ""
    digest = hashlib.sha1(f"{said.dataset}.{key}.{said.prop}.{said.value}{tag}".encode(), usedforsecurity=False)
    return {
        "canonical_id": key,
        "entity_id": key,
        "prop": said.prop,
        "schema": schema,
        "value": said.value,
        "dataset": said.dataset,
        "lang": said.lang,
        "original_value": None,
        "first_seen": said.seen,
        "last_seen": said.seen,
        "external": False,
        "origin": said.origin,
        "id": digest.hexdigest(),
    }


def flat(name: str) -> str:
    """A name on one line: FollowTheMoney has no others."""
    return " ".join(name.split())


def three_letters(lang: str | None) -> str | None:
    """The ISO 639-3 code of a language tag."""
    import pycountry

    code = (lang or "").split("-")[0].lower()
    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code) if code else None
    return found.alpha_3 if found else None
