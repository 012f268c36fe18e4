"""What an importer hands its findings to: claims, entities and sources go into the data set, and no row gets lost.

Each row that is read ends in exactly one of three ways: *kept* (it gave at least one claim that was not there yet),
*merged* (all that it says is said already) or *rejected* (no claim came of it, and why). Claims are counted apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from app.errors import RealpolitikError
from app.importers.drafting import Checker
from app.importers.resolver import Resolver
from app.importers.writer import DatasetWriter, hashed
from app.model.claim import Claim
from app.model.entity import Entity
from app.model.ontology import Ontology
from app.model.records import claim_row, dataset_record
from app.model.source import DatasetInfo, Source
from app.model.tables import FORMAT, VERSION

T = TypeVar("T")
Progress = Callable[[int], None]
_TOLD_EVERY: Final = 1000


@dataclass(slots=True)
class Counts:
    """rows = kept + merged + rejected; `partly` of the kept rows lost a part, which is listed as rejected, too."""

    rows: int = 0
    kept: int = 0
    claims: int = 0
    merged: int = 0
    rejected: int = 0
    partly: int = 0
    entities: int = 0
    sources: int = 0
    unresolved: int = 0

    def plain(self) -> dict[str, int]:
        """As a record."""
        return asdict(self)


class Collector:
    """Takes what an importer finds, and writes it."""

    def __init__(
        self,
        writer: DatasetWriter,
        resolver: Resolver,
        info: DatasetInfo,
        inputs: Mapping[str, Path],
        progress: Progress | None = None,
        published: str | None = None,
    ) -> None:
        self.resolver = resolver
        self.info = info
        self.inputs = {name: {"name": name, **hashed(path)} for name, path in inputs.items()}
        self.published = published  # when the data came out, if the user says so
        self.counts = Counts()
        self._writer = writer
        self._progress = progress or _silent
        self._rejected = writer.open_tsv("rejected", ("file", "row", "reason"))
        self._entities: dict[str, Entity] = {}
        self._sources: dict[str, Source] = {}
        self._used: set[str] = set()
        self._seen: set[int] = set()
        self._checker = Checker(resolver.ontology, self.type_of)

    @property
    def ontology(self) -> Ontology:
        """The ontology that claims are held to."""
        return self.resolver.ontology

    def type_of(self, entity_id: str) -> str | None:
        """The type of an entity that is curated, was resolved or was added."""
        known = self.resolver.type_of(entity_id)
        if known is None and entity_id in self._entities:
            return self._entities[entity_id].type
        return known

    def entity(self, entity: Entity) -> str:
        """Add an entity that the importer itself brings, such as the author of the data set; its id."""
        if not self.resolver.is_curated(entity.id):
            self._entities[entity.id] = entity
            self._used.add(entity.id)
        return entity.id

    def source(self, source: Source) -> str:
        """Add a source, or say more about it than before; its id."""
        self._sources[source.id] = source
        self._used.add(source.author)
        return source.id

    def rows(self, rows: Iterable[T], first: int = 1) -> Iterator[tuple[int, T]]:
        """The rows of a file with their numbers, counted as they are read."""
        for number, row in enumerate(rows, start=first):
            self.counts.rows += 1
            if self.counts.rows % _TOLD_EVERY == 0:
                self._progress(self.counts.rows)
            yield number, row

    def faults(self, claim: Claim) -> list[str]:
        """What keeps a claim out of the graph; nothing if it may enter."""
        return self._checker.faults(claim)

    def add(self, file: str, row: int | str, claims: Iterable[Claim]) -> None:
        """What one row says. Claims that do not fit the ontology are rejected, those that are there already merged."""
        outcomes: list[Literal["new", "known"]] = []
        reasons: list[str] = []
        for claim in claims:
            faults = self._checker.faults(claim)
            if faults:
                reasons.append("; ".join(faults))
            else:
                outcomes.append("new" if self.write(claim) else "known")
        if not outcomes:
            self.reject(file, row, "; ".join(reasons) or "says nothing that makes a claim")
            return
        if reasons:
            self.partly(file, row, "; ".join(reasons))
        if "new" in outcomes:
            self.counts.kept += 1
        else:
            self.counts.merged += 1

    def write(self, claim: Claim) -> bool:
        """Write a claim that was found without fault, unless it is there already; whether it was new."""
        key = int(claim.id, 16)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._writer.claim(claim_row(claim))
        self.counts.claims += 1
        self._used.update((claim.subject, claim.object, *claim.asserted_by))
        self._used.update(filter(None, (claim.addressed_to, claim.via)))
        self._used.update(self._checker.entities_in(claim))
        return True

    def table(self, claims: Any, used: Collection[str]) -> None:
        """Write an Arrow table of claims that are distinct and fit; `used` are the entities that they name."""
        self._writer.table(claims)
        self.counts.claims += claims.num_rows
        self._used.update(used)

    def claims_file(self) -> Path:
        """Where an engine that makes the whole table of claims by itself writes it; then say so to `claims_written`."""
        return self._writer.claims_file()

    def claims_written(self, claims: int, used: Collection[str]) -> None:
        """Count the claims that an engine wrote, which are distinct and fit; `used` are the entities that they name."""
        self.counts.claims += claims
        self._used.update(used)

    def reject_lines(self, lines: Sequence[str]) -> None:
        """Many rows of which no claim comes: file, row and reason, joined by tabs, without other white space."""
        self.counts.rejected += len(lines)
        self._rejected.lines(lines)

    def partly(self, file: str, row: int | str, reason: str) -> None:
        """A row that is kept or merged although a part of it is rejected."""
        self.counts.partly += 1
        self._rejected.write(file, row, f"in part: {reason}")

    def reject(self, file: str, row: int | str, reason: str) -> None:
        """A row of which no claim comes, and why."""
        self.counts.rejected += 1
        self._rejected.write(file, row, reason)

    def tally(self, *, rows: int = 0, kept: int = 0, merged: int = 0) -> None:
        """Count rows whose outcome the importer settled by itself, where rows are joined into longer claims."""
        self.counts.rows += rows
        self.counts.kept += kept
        self.counts.merged += merged
        self._progress(self.counts.rows)

    def close(self, importer: str) -> Counts:
        """Write the rest and put the folder into its place. Raises where a row was lost."""
        counts = self.counts
        if counts.rows != counts.kept + counts.merged + counts.rejected:
            raise RealpolitikError(f"a row was lost in {importer!r}, which is a mistake of the importer: {counts}")
        counts.entities = self._writer.entities(self._wanted())
        counts.sources = self._writer.sources(self._sources[key] for key in sorted(self._sources))
        self._resolutions()
        self._writer.commit(
            {
                "format": FORMAT,
                "version": VERSION,
                "dataset": dataset_record(self.info),
                "importer": importer,
                "inputs": list(self.inputs.values()),
                "counts": counts.plain(),
            }
        )
        return counts

    def _wanted(self) -> list[Entity]:
        """The entities that something written names, and those that they are organs of."""
        known = self.resolver.made | self._entities
        used = set(self._used)
        waiting = list(used)
        while waiting:
            entity = known.get(waiting.pop())
            if entity is not None and entity.organ_of and entity.organ_of not in used:
                used.add(entity.organ_of)
                waiting.append(entity.organ_of)
        return [known[key] for key in sorted(used & known.keys())]

    def _resolutions(self) -> None:
        resolved = self.resolver.resolutions(resolved=True)
        self._writer.tsv(
            "resolutions",
            ("name", "kind", "id", "how", "times"),
            ((r.name, r.kind, r.id, r.how, r.times) for r in resolved),
        )
        missing = list(self.resolver.resolutions(resolved=False))
        self.counts.unresolved = len({r.id for r in missing})
        self._writer.tsv(
            "unresolved",
            ("name", "kind", "id", "times", "why"),
            ((r.name, r.kind, r.id, r.times, r.how) for r in missing),
        )


def _silent(rows: int) -> None:
    """Tells nobody how many rows were read."""
