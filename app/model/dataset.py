"""A whole validated body of data: ontology, entities, sources, claims, silences, rules; and its content hash."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.model.claim import Claim
from app.model.entity import Entity
from app.model.ids import canonical_json
from app.model.merges import follow_claim, follow_entity, follow_silence, follow_source, merged_ids
from app.model.ontology import Ontology
from app.model.records import plain
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source

SNAPSHOT_ID_LENGTH = 16


@dataclass(frozen=True)
class Dataset:
    """Everything that a snapshot is built from. Claims carry ids as written; merges are applied when building."""

    ontology: Ontology
    datasets: tuple[DatasetInfo, ...]
    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    silences: tuple[Silence, ...]
    rules: tuple[Rule, ...] = ()

    @functools.cached_property
    def content_id(self) -> str:
        """The hash of the canonical content: the same content has the same id, whatever files and order it came in.

        Merges are followed first, the pairs of symmetric types sorted, and what became a loop is left out: it is what
        the graph says that counts.
        """
        merged = merged_ids(self.entities)
        claims = [follow_claim(c, merged, self.ontology) for c in self.claims]
        content: dict[str, Any] = {
            "ontology": [
                [plain(t) for t in self.ontology.entity_types.values()],
                [plain(t) for t in self.ontology.relation_types.values()],
            ],
            "datasets": _sorted(self.datasets),
            "entities": _sorted(follow_entity(e, merged) for e in self.entities),
            "sources": _sorted(follow_source(s, merged) for s in self.sources),
            "claims": sorted((_plain_claim(c) for c in claims if c.subject != c.object), key=lambda c: str(c["id"])),
            "silences": sorted(
                (plain(follow_silence(s, merged)) for s in self.silences), key=lambda s: (s["source"], s["key"])
            ),
        }
        if self.rules:
            content["rules"] = _sorted(self.rules)
        return hashlib.sha256(canonical_json(content)).hexdigest()[:SNAPSHOT_ID_LENGTH]


def _sorted(items: Iterable[Any]) -> list[Any]:
    return sorted((plain(item) for item in items), key=lambda item: str(item["id"]))


def _plain_claim(claim: Claim) -> dict[str, Any]:
    record: dict[str, Any] = plain(claim)
    del record["key"]  # local to its file
    return record
