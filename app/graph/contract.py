"""The contract between questions and engines: integer handles, and slotted records where details are asked for.

Handles are dense and ordered: entities by id, relations by (subject, type, object), claims by relation. All
operations are written on this contract; an engine answers it and may bring faster versions of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from app.graph.filters import Filters, Scope
from app.graph.status import ClaimFacts, Verdict
from app.model.claim import Claim, Modality, Stance
from app.model.dates import Bounds
from app.model.entity import Entity
from app.model.ontology import Ontology
from app.model.rule import Rule
from app.model.silence import Silence
from app.model.source import DatasetInfo, Source

if TYPE_CHECKING:  # the operation is written on the contract, which names what it asks for and gives
    from app.graph.match.join import Join
    from app.graph.match.pattern import Pattern
    from app.graph.paths import Bounds as PathBounds
    from app.graph.paths import Path, PathRequest

Computed = TypeVar("Computed")


class Ends(NamedTuple):
    """The subject, relation type and object of a relation, as handles and the type's id."""

    subject: int
    type: str
    object: int


class Match(NamedTuple):
    """A relation with those of its claims that the knowledge and date filters leave, in a stable order."""

    relation: int
    claims: tuple[int, ...]


class Digest(NamedTuple):
    """What the remaining claims of a relation come to (`graph.digest`).

    `polarity` is that of all claims where they agree, else 0; `leading` the claim that speaks for the relation;
    `possible_from` and `possible_to` the hull of the affirming claims, of all where none affirms.
    """

    verdict: Verdict
    polarity: int
    leading: int
    possible_from: int
    possible_to: int
    first_known: int
    stances: frozenset[Stance]
    modalities: frozenset[Modality]


class Hit(NamedTuple):
    """An entity found by name: the name that matched and how well (0 to 100)."""

    entity: int
    name: str
    score: float


class Survey(NamedTuple):
    """Relations in bulk: parallel columns, in order of handle.

    `status` and `confidence` are ranks (`graph.status.STATUS_RANK`, `CONFIDENCE_RANK`), `polarity` is -1, 0 or 1.
    """

    relation: Sequence[int]
    subject: Sequence[int]
    object: Sequence[int]
    status: Sequence[int]
    confidence: Sequence[int]
    polarity: Sequence[int]


class Comparison(NamedTuple):
    """Two readings of the graph side by side: what differs, by handle.

    `relations` holds (relation, status before, status after, polarity before, polarity after) for each relation whose
    remaining claims differ; the status is a rank, or -1 where the relation is not there. `pairs` holds (one entity,
    other entity, sign before, sign after) for pairs whose net sign differs: the sign of the sum of polarities of what
    is affirmed as fact (ruling R8). `appeared` and `gone` are the entities with relations in one reading only.
    """

    relations: Sequence[tuple[int, int, int, int, int]]
    pairs: Sequence[tuple[int, int, int, int]]
    appeared: Sequence[int]
    gone: Sequence[int]


class Census(NamedTuple):
    """Counts of everything in a snapshot, by what the names say; days are ordinals, None where nothing is bounded."""

    entities_by_type: Mapping[str, int]
    claims_by_modality: Mapping[str, int]
    claims_by_stance: Mapping[str, int]
    claims_by_voice: Mapping[str, int]
    claims_by_source: Mapping[str, int]
    claims_by_dataset: Mapping[str, int]
    valid_days: tuple[int, int] | None
    known_days: tuple[int, int] | None


class EntityNeeds(NamedTuple):
    """What is asked of entities beside their names; None means not asked."""

    ids: frozenset[int] | None = None
    type: frozenset[str] | None = None
    generic: bool | None = None
    existence: frozenset[str] | None = None
    country: frozenset[str] | None = None


class GraphView(Protocol):
    """One immutable snapshot, seen through an engine."""

    @property
    def snapshot_id(self) -> str:
        """The content hash of the data."""

    @property
    def ontology(self) -> Ontology:
        """Entity types and relation types."""

    @property
    def entity_count(self) -> int:
        """How many entities there are; handles run from 0."""

    @property
    def relation_count(self) -> int:
        """How many relations there are; handles run from 0."""

    @property
    def claim_count(self) -> int:
        """How many claims there are; handles run from 0."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id, in order of id."""

    @property
    def datasets(self) -> Mapping[str, DatasetInfo]:
        """All data sets by id, in order of id."""

    @property
    def silences(self) -> Sequence[Silence]:
        """All silences, ordered by source and key; their ends follow merges."""

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that came with the data, in order of id."""

    def find_entity(self, key: str) -> int | None:
        """The handle of an entity id; a merged id is not followed."""

    def merged_into(self, key: str) -> str | None:
        """The id that a merged id redirects to."""

    def entity(self, entity: int) -> Entity:
        """The entity's record."""

    def organs(self, entity: int) -> frozenset[int]:
        """The entity itself and everything that is an organ of it, at any depth."""

    def named(self, text: str) -> Sequence[int]:
        """Entities with exactly this name or alias, letter case and diacritics aside."""

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Entities whose names resemble the text, best first; ties by degree, then id."""

    def degree(self, entity: int) -> int:
        """How many relations have the entity at either end."""

    def type_counts(self, entity: int) -> Mapping[str, tuple[int, int]]:
        """Relations of the entity by type: outgoing and incoming; a symmetric one counts as both."""

    def find_relation(self, key: str) -> int | None:
        """The handle of a relation id."""

    def ends(self, relation: int) -> Ends:
        """Subject, type and object."""

    def relation_claims(self, relation: int) -> Sequence[int]:
        """All claims of a relation."""

    def find_claim(self, key: str) -> int | None:
        """The handle of a claim id."""

    def claim(self, claim: int) -> Claim:
        """The claim's record, its ends following merges."""

    def dated(self, claim: int) -> tuple[str, str]:
        """The source of the claim and its date as EDTF, without the rest of its record."""

    def paragraphs(self, claims: Sequence[int]) -> Sequence[tuple[str, int]]:
        """Where the claims stand: source and paragraph, each once, in order."""

    def evidence(self, claims: Sequence[int]) -> Sequence[frozenset[int]]:
        """The paragraphs that each of the claims rests on."""

    def about_claims(self, claims: Sequence[int]) -> Sequence[int]:
        """Those of the claims that are about another claim, in their order."""

    def claim_relation(self, claim: int) -> int:
        """The relation that a claim is on."""

    def bounds(self, claim: int) -> Bounds:
        """The days on which the claim holds or its event happens."""

    def polarity(self, claim: int) -> int:
        """The tone of the claim: its type's, or what an effect attribute makes of it."""

    def speakers(self, claims: Sequence[int]) -> Sequence[int]:
        """The entities that speak in any of the claims, in order of handle, which follows the id."""

    def documents(self, claims: Sequence[int]) -> Sequence[str]:
        """The sources of the claims, in order of id."""

    def known_from(self, claim: int) -> int:
        """The day from which the claim is known: the latest reading of its source's publication date."""

    def verdict(self, match: Match) -> Verdict:
        """What the remaining claims of a relation amount to, by `graph.status.judge`."""

    def digest(self, match: Match) -> Digest:
        """What the remaining claims of a relation come to, by `graph.digest.digest_of`."""

    def lasting(self, match: Match) -> Sequence[int]:
        """The remaining claims that affirm (all, where none does), those that may hold the longest first."""

    def facts(self, claim: int) -> ClaimFacts:
        """What the verdict needs of a claim."""

    def select(self, scope: Scope, filters: Filters) -> Sequence[Match]:
        """The relations in scope that pass all filters, in order of handle (rulings R1 and R7)."""

    def survey(self, scope: Scope, filters: Filters, *, worth: bool = True) -> Survey:
        """What `select` gives, in bulk: no claims, but what each relation amounts to; not that without `worth`."""

    def passing_claims(self, scope: Scope, filters: Filters) -> Sequence[int]:
        """The claims on relations in scope that meet every filter themselves, in order of handle."""

    def alone(self, claims: Sequence[int]) -> Sequence[Match]:
        """Each of the claims as if its relation had no other, in their order."""

    def present(
        self, scope: Scope, filters: Filters, types: frozenset[str] | None = None, without: Collection[int] = ()
    ) -> Sequence[int]:
        """The entities at the ends of what `select` gives: most relations (of all) first, then by handle.

        Only those of the entity types, where they are given, and none of those in `without`.
        """

    def beyond(self, inside: frozenset[int], filters: Filters) -> Mapping[int, int]:
        """For entities inside that have neighbours outside under the filters: how many."""

    def entities(self, needs: EntityNeeds, *, by_name: bool = False) -> Sequence[int]:
        """The entities that meet the needs: most relations first, then by handle; or by label, letter case aside."""

    def tally(self, items: Sequence[Match] | Sequence[int], facet: str) -> Mapping[str, int] | None:
        """How many of the matches, or entities, have which value; None where looking at each is as good."""

    def census(self) -> Census:
        """Counts of everything."""

    def sources_of(self, entity: int) -> Sequence[str]:
        """The sources that say something about the entity, in order of id."""

    def paths(self, request: PathRequest, filters: Filters, bounds: PathBounds) -> list[Path] | None:
        """What `graph.paths.find_paths` finds, by a faster way of the engine's own; None where it has none."""

    def join(self, pattern: Pattern) -> Join | None:
        """What joins the clauses of a pattern in a faster way of the engine's own; None where it has none."""

    def compare(self, before: Filters, after: Filters) -> Comparison:
        """What differs between two selections of the whole graph."""

    def size_hint(self, scope: Scope, types: frozenset[str] | None) -> int:
        """At most how many relations of these types are in scope; cheap, for planning."""

    def warm(self) -> bool:
        """Load what makes answers faster, which may take a while; all are the same before. Whether there is such."""

    def remembered(self, key: Hashable, compute: Callable[[], Computed]) -> Computed:
        """What was computed before for this key on this snapshot, else computed now; only the latest are kept."""
