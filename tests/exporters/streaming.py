"""A graph as large as one likes that takes no memory: its entities, relations and claims are made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from app.graph.contract import Digest, Ends, Match
from app.graph.digest import digest_of
from app.graph.status import ClaimFacts, Verdict, judge
from app.graph.subgraph import Node, Subgraph, SubgraphRequest
from app.model.claim import Claim, Confidence, Evidence, Modality, Stance, Validity
from app.model.dates import Bounds, event_bounds, parse_edtf, state_bounds
from app.model.entity import Entity
from app.model.ids import claim_id
from app.model.source import DatasetInfo, Paragraph, Source
from tests.worlds.ontology import small_ontology

_NODES = 500


class BigView:
    """A synthetic view of `count` relations between 500 entities, with one claim each. Nothing is held."""

    def __init__(self, count: int) -> None:
        self.snapshot_id = "0123456789abcdef"
        self.ontology = small_ontology()
        self.entity_count, self.relation_count, self.claim_count = _NODES, count, count
        paragraphs = (Paragraph(1, "0" * 64, "A note."),)
        author = "entity-0"
        self.sources: Mapping[str, Source] = MappingProxyType(
            {"events": Source("events", "Events", author, "2019", "en", "complete", "feed", "0" * 64, paragraphs)}
        )
        self.datasets = MappingProxyType({"feed": DatasetInfo("feed", "Feed", "CC-BY-4.0", "The feed", "All.")})
        self.silences: Sequence[Any] = ()
        self.rules: Sequence[Any] = ()
        self._types = tuple(self.ontology.relation_types)
        self.claim = lru_cache(maxsize=8)(self._claim)  # one edge is asked about many times before the next comes

    def find_entity(self, key: str) -> int | None:
        return int(key.rpartition("-")[2]) if key.startswith("entity-") else None

    def merged_into(self, key: str) -> str | None:
        return None

    def entity(self, entity: int) -> Entity:
        return Entity(f"entity-{entity}", "State", f"Entity {entity} & “more”")

    def organs(self, entity: int) -> frozenset[int]:
        return frozenset((entity,))

    def degree(self, entity: int) -> int:
        return 2 * self.relation_count // _NODES

    def relation_claims(self, relation: int) -> Sequence[int]:
        return (relation,)

    def ends(self, relation: int) -> Ends:
        subject = relation % _NODES
        return Ends(subject, self._types[relation % len(self._types)], (subject + 1 + relation // _NODES) % _NODES)

    def _claim(self, claim: int) -> Claim:
        ends = self.ends(claim)
        subject, object_ = self.entity(ends.subject).id, self.entity(ends.object).id
        edtf = f"20{claim % 20:02d}-0{1 + claim % 9}-11"
        key = claim_id(
            source="events", paragraphs=[1], asserted_by=["entity-0"], addressed_to=None, subject=subject,
            relation_type=ends.type, object_=object_, symmetric=False, stance="affirms", modality="fact", edtf=edtf,
            attributes={"event_id": str(claim)}, target_claim=None,
        )  # fmt: skip
        return Claim(
            key, "events", subject, ends.type, object_, ("entity-0",), Stance.AFFIRMS, Modality.FACT, Confidence.HIGH,
            Validity(edtf), (Evidence(1, "What was reported, in our words."),), attributes={"event_id": str(claim)},
        )  # fmt: skip

    def bounds(self, claim: int) -> Bounds:
        edtf = parse_edtf(self.claim(claim).valid.edtf)
        kind = self.ontology.relation_types[self.ends(claim).type].kind
        return event_bounds(edtf) if kind == "event" else state_bounds(edtf)

    def speakers(self, claims: Sequence[int]) -> Sequence[int]:
        return (0,)

    def documents(self, claims: Sequence[int]) -> Sequence[str]:
        return ("events",)

    def tally(self, items: Sequence[Any], facet: str) -> None:
        return None

    def polarity(self, claim: int) -> int:
        return self.ontology.relation_types[self.ends(claim).type].polarity

    def known_from(self, claim: int) -> int:
        return 737_000

    def facts(self, claim: int) -> ClaimFacts:
        bounds = self.bounds(claim)
        return ClaimFacts(
            Stance.AFFIRMS, Modality.FACT, True, Confidence.HIGH, bounds.possible_from, bounds.possible_to, False
        )

    def verdict(self, match: Match) -> Verdict:
        return judge([self.facts(c) for c in match.claims])

    def digest(self, match: Match) -> Digest:
        seen: Any = self
        return digest_of(seen, match)

    def lasting(self, match: Match) -> Sequence[int]:
        return match.claims

    def dated(self, claim: int) -> tuple[str, str]:
        return "events", self.claim(claim).valid.edtf

    def evidence(self, claims: Sequence[int]) -> Sequence[frozenset[int]]:
        return [frozenset((1,)) for _ in claims]

    def paragraphs(self, claims: Sequence[int]) -> Sequence[tuple[str, int]]:
        return [("events", 1)]

    def claim_relation(self, claim: int) -> int:
        return claim


@dataclass(frozen=True)
class Edges:
    """The edges of a big view, each made when it is asked for."""

    number: int

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, index: Any) -> Any:
        if index >= self.number:
            raise IndexError(index)
        return Match(index, (index,))

    def __iter__(self) -> Iterator[Match]:
        return (Match(index, (index,)) for index in range(self.number))


def big_graph(count: int) -> Subgraph:
    """A subgraph of `count` edges that takes no memory."""
    seen: Any = BigView(count)
    nodes = tuple(Node(handle, False, None, 0, 0) for handle in range(_NODES))
    edges: Any = Edges(count)
    return Subgraph(seen, nodes, edges, None, _NODES, count, {}, SubgraphRequest((), 0, None, None, query={}))
