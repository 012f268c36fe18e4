"""The signed projection: actors, and between two of them one tie with the sign of what is said of the two.

The sign is that of the sum of polarities over all relations of a pair, in either direction. What is not affirmed as
fact weighs 0 unless asked for (ruling R8). Organs count for their state where `roll_up` is on. A pair whose relations
cancel out is *ambivalent*: it is listed, and takes no part in triads and factions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.analytics.bounds import within_bounds
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters
from app.graph.status import STATUS_RANK
from app.model.claim import Status

WEIGHING = frozenset({STATUS_RANK[Status.ASSERTED], STATUS_RANK[Status.ATTRIBUTED]})

Pair = tuple[int, int]


class Tie(NamedTuple):
    """The net sign of a pair, and the relations with a tone that make it."""

    sign: int
    relations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Actors with signed ties, by pair in order; pairs whose tones cancel out apart."""

    nodes: tuple[int, ...]
    ties: Mapping[Pair, Tie]
    ambivalent: Mapping[Pair, Tie]

    def neighbours(self) -> dict[int, dict[int, int]]:
        """Per node the sign of its tie with each neighbour."""
        near: dict[int, dict[int, int]] = {n: {} for n in self.nodes}
        for (one, two), tie in self.ties.items():
            near[one][two] = near[two][one] = tie.sign
        return near


def signed_graph(
    view: GraphView, filters: Filters, *, entity_types: frozenset[str] | None, roll_up: bool, weigh_all: bool
) -> SignedGraph:
    """The signed projection of what the filters leave."""
    within_bounds(view, filters)
    sums: dict[Pair, int] = {}
    relations: dict[Pair, list[int]] = {}
    heads = _heads(view) if roll_up else range(view.entity_count)
    found = view.survey(EVERYTHING, filters)
    for relation, subject, object_, status, _, polarity in zip(*found, strict=True):
        if polarity == 0 or not (weigh_all or status in WEIGHING):
            continue
        one, two = sorted((heads[subject], heads[object_]))
        if one == two or not all(entity_types is None or view.entity(e).type in entity_types for e in (one, two)):
            continue
        sums[one, two] = sums.get((one, two), 0) + polarity
        relations.setdefault((one, two), []).append(relation)
    every = {p: Tie((s > 0) - (s < 0), tuple(relations[p])) for p, s in sorted(sums.items())}
    ties = {p: t for p, t in every.items() if t.sign}
    return SignedGraph(
        tuple(sorted({n for p in ties for n in p})), ties, {p: t for p, t in every.items() if not t.sign}
    )


def _heads(view: GraphView) -> tuple[int, ...]:
    """For each entity what it is an organ of, at the top."""

    def compute() -> tuple[int, ...]:
        heads = list(range(view.entity_count))
        for entity in range(view.entity_count):
            if view.entity(entity).organ_of is None:
                for organ in view.organs(entity):
                    heads[organ] = entity
        return tuple(heads)

    return view.remembered(("balance", "heads"), compute)
