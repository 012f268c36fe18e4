"""The rules for ids: slugs of entities and sources, names of relation types, ids of relations and claims."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
TYPE_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
LONGEST_ID = 120
CLAIM_ID_LENGTH = 20


def is_slug(text: str) -> bool:
    """Whether text can be the id of an entity or source: lowercase words joined by single hyphens."""
    return len(text) <= LONGEST_ID and SLUG.match(text) is not None


def is_type_name(text: str) -> bool:
    """Whether text can be the id of a relation type or attribute: lowercase words joined by underscores."""
    return len(text) <= LONGEST_ID and TYPE_NAME.match(text) is not None


def relation_id(subject: str, relation_type: str, object_: str) -> str:
    """The id of a relation, stable under filters (ruling R7); neither slugs nor type names hold a full stop."""
    return f"{subject}.{relation_type}.{object_}"


def canonical_json(value: object) -> bytes:
    """The one JSON form of a value that hashes are taken of: sorted keys, no white space, UTF-8."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def claim_id(
    *,
    source: str,
    paragraphs: Sequence[int],
    asserted_by: Sequence[str],
    addressed_to: str | None,
    subject: str,
    relation_type: str,
    object_: str,
    symmetric: bool,
    stance: str,
    modality: str,
    edtf: str | None,
    attributes: Mapping[str, Any],
    target_claim: str | None,
) -> str:
    """The content hash of a claim (ruling C4): the same claim has the same id everywhere, forever.

    Ids enter as written, before merges; the pair of a symmetric type is sorted first. Notes, words, confidence
    and local keys do not enter. The first 80 bits of SHA-256 are kept: for 10^7 claims the chance of any collision
    is below 1e-10.
    """
    ends = sorted((subject, object_)) if symmetric else [subject, object_]
    content = [
        source,
        sorted(set(paragraphs)),
        sorted(set(asserted_by)),
        addressed_to,
        ends[0],
        relation_type,
        ends[1],
        stance,
        modality,
        edtf,
        dict(attributes),
        target_claim,
    ]
    return hashlib.sha256(canonical_json(content)).hexdigest()[:CLAIM_ID_LENGTH]
