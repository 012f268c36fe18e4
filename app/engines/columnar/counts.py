"""Counts over many relations, claims or entities at once: facets and the census of a snapshot."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.engines.columnar.matches import Matches
from app.engines.columnar.native import Kernels
from app.graph.contract import Census
from app.model.claim import Confidence, Status
from app.model.dates import OPEN_END
from app.model.ontology import polarity_name
from app.snapshot.columns import EXISTENCES, MODALITIES, STANCES, Int64, Snapshot
from app.snapshot.entity_columns import country_of

Codes = NDArray[np.integer[Any]]
PORTION: Final = 1_000_000  # relations that are counted at once

_STATUSES: Final = tuple(Status)
_CONFIDENCE: Final = tuple(Confidence)  # by rank
_POLARITIES: Final = tuple(polarity_name(p) for p in (-1, 0, 1))


class Counts:
    """Counts on one snapshot."""

    def __init__(self, snapshot: Snapshot, kernels: Callable[[], Kernels | None] = lambda: None) -> None:
        """`kernels` gives them once they are there."""
        self._snapshot = snapshot
        self._kernels = kernels
        self._columns = snapshot.columns
        types = snapshot.ontology.relation_types.values()
        self._types = tuple(t.id for t in types)
        self._categories = snapshot.ontology.categories
        self._category = np.array([self._categories.index(t.category) for t in types], dtype=np.int16)
        self._sources = tuple(snapshot.sources)
        self._datasets = tuple(snapshot.datasets)
        columns = self._columns
        self._of_claims: Mapping[str, tuple[Codes, Sequence[str]]] = MappingProxyType(
            {
                "modality": (columns.claim_modality, [m.value for m in MODALITIES]),
                "stance": (columns.claim_stance, [s.value for s in STANCES]),
                "source": (columns.claim_source, self._sources),
                "dataset": (columns.claim_dataset, self._datasets),
            }
        )

    # Facets of relations.

    def of_matches(self, found: Matches, facet: str) -> Mapping[str, int]:
        """How many of the relations have which value."""
        kinds = self._columns.relation_type
        if facet == "type":
            return _named(kinds[found.relations], self._types)
        if facet == "category":
            return _named(self._category[kinds[found.relations]], self._categories)
        if facet == "status":
            return _named(found.worth.status, [s.value for s in _STATUSES])
        if facet == "confidence":
            return _named(found.worth.confidence, [c.value for c in _CONFIDENCE])
        if facet == "polarity":
            return _named(found.worth.polarity + 1, _POLARITIES)
        kernels = self._kernels()
        if kernels is not None:
            names = self._entity_id if facet == "asserted_by" else self._of_claims[facet][1]
            values = len(self._snapshot.entities) if callable(names) else len(names)
            return _counted(kernels.tally(found, facet, values), names)
        if facet == "asserted_by":
            return self._voices(found)
        column, names = self._of_claims[facet]
        return self._over(found, lambda claims: (None, column[claims]), names)

    def _voices(self, found: Matches) -> Mapping[str, int]:
        columns = self._columns

        def heard(claims: Codes) -> tuple[Codes | None, Codes]:
            low, sizes = columns.claim_voices[claims], columns.claim_voices[claims + 1] - columns.claim_voices[claims]
            if (sizes == 1).all():
                return None, columns.voice[low]
            before = np.cumsum(sizes) - sizes
            return sizes, columns.voice[np.repeat(low - before, sizes) + np.arange(int(sizes.sum()))]

        return self._over(found, heard, self._entity_id)

    def _over(
        self,
        found: Matches,
        valued: Callable[[Codes], tuple[Codes | None, Codes]],
        names: Sequence[str] | Callable[[int], str],
    ) -> Mapping[str, int]:
        """Per value, how many matches have a claim with it; in portions, so that memory does not follow the answer.

        `valued` gives how many values each of the claims has (None: one), and the values.
        """
        counts = np.zeros(0, dtype=np.int64)
        for claims, sizes in self._portions(found):
            repeated, codes = valued(claims)
            groups = np.repeat(np.arange(len(sizes)), sizes)
            if repeated is not None:
                groups = np.repeat(groups, repeated)
            fresh = np.diff(groups, prepend=-1) != 0
            single = fresh & np.append(fresh[1:], True)
            more = np.unique(groups[~single] << 32 | codes[~single]) & 0xFFFFFFFF
            for part in (codes[single], more):
                added = np.bincount(part, minlength=len(counts))
                added[: len(counts)] += counts
                counts = added
        return _counted(counts, names)

    def _portions(self, found: Matches) -> Iterator[tuple[Codes, Codes]]:
        """The claims of the matches, one match after the other, and how many each has."""
        starts = self._columns.relation_claims
        for first in range(0, len(found), PORTION):
            last = min(first + PORTION, len(found))
            if found.remaining is not None:
                claims, bounds = found.remaining
                yield claims[int(bounds[first]) : int(bounds[last])], np.diff(bounds[first : last + 1])
                continue
            relations = found.relations[first:last]
            low, sizes = starts[relations], starts[relations + 1] - starts[relations]
            before = np.cumsum(sizes) - sizes
            yield np.repeat(low - before, sizes) + np.arange(int(sizes.sum())), sizes

    def _entity_id(self, handle: int) -> str:
        return self._snapshot.entities[handle].id

    # Facets of entities.

    def of_entities(self, handles: Codes, facet: str) -> Mapping[str, int]:
        """How many of the entities have which value."""
        columns = self._columns
        if facet == "type":
            return _named(columns.entity_type[handles], tuple(self._snapshot.ontology.entity_types))
        if facet == "existence":
            return _named(columns.entity_existence[handles], [e.value for e in EXISTENCES])
        if facet == "generic":
            return _named(columns.entity_generic[handles].astype(np.int8), ("false", "true"))
        codes = columns.entity_country[handles]
        return _named(codes[codes >= 0], lambda code: country_of(code) or "")

    # Everything.

    @functools.cached_property
    def census(self) -> Census:
        """Counts of everything."""
        columns = self._columns
        days = [columns.claim_possible_from, columns.claim_possible_to - 1]
        bounded = [_span(part[(part > 0) & (part < OPEN_END - 1)]) for part in days]
        spans = [span for span in bounded if span]
        return Census(
            entities_by_type=_named(columns.entity_type, tuple(self._snapshot.ontology.entity_types)),
            claims_by_modality=_named(*self._of_claims["modality"]),
            claims_by_stance=_named(*self._of_claims["stance"]),
            claims_by_voice=_named(columns.voice, self._entity_id),
            claims_by_source=_named(*self._of_claims["source"]),
            claims_by_dataset=_named(*self._of_claims["dataset"]),
            valid_days=(min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None,
            known_days=_span(columns.claim_known),
        )


def _named(codes: Codes, names: Sequence[str] | Callable[[int], str]) -> Mapping[str, int]:
    return _counted(np.bincount(codes), names)


def _counted(counts: Int64, names: Sequence[str] | Callable[[int], str]) -> Mapping[str, int]:
    name = names if callable(names) else names.__getitem__
    present: Iterable[int] = np.flatnonzero(counts).tolist()
    return {name(code): int(counts[code]) for code in present}


def _span(days: Codes) -> tuple[int, int] | None:
    return (int(days.min()), int(days.max())) if len(days) else None
