"""Triads: three actors who are all tied. Balanced where the product of the three signs is positive.

Sources: F. Heider, "Attitudes and cognitive organization", Journal of Psychology 21 (1946); D. Cartwright and
F. Harary, "Structural balance: a generalization of Heider's theory", Psychological Review 63 (1956).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.analytics.balance.signed import SignedGraph

MOST_TRIADS = 500_000
KINDS = ("+++", "++-", "+--", "---")


class Triad(NamedTuple):
    """Three actors in order, and the signs of their ties: first-second, first-third, second-third."""

    nodes: tuple[int, int, int]
    signs: tuple[int, int, int]

    @property
    def balanced(self) -> bool:
        """Whether the product of the signs is positive."""
        return self.signs[0] * self.signs[1] * self.signs[2] > 0

    @property
    def kind(self) -> str:
        """How many ties are negative, as signs."""
        return KINDS[sum(s < 0 for s in self.signs)]


@dataclass(frozen=True, slots=True)
class Census:
    """All triads, the unbalanced first, then by nodes; `truncated`: there are more than the bound."""

    triads: tuple[Triad, ...]
    truncated: bool

    def counts(self) -> dict[str, int]:
        """How many triads of each kind."""
        counts = dict.fromkeys(KINDS, 0)
        for triad in self.triads:
            counts[triad.kind] += 1
        return counts


def census(graph: SignedGraph) -> Census:
    """Every triad once: for each tie, the common neighbours beyond its second end."""
    near = graph.neighbours()
    later = {n: {m for m in near[n] if m > n} for n in graph.nodes}
    found: list[Triad] = []
    for one, two in graph.ties:
        for three in sorted(later[one] & later[two]):
            found.append(Triad((one, two, three), (near[one][two], near[one][three], near[two][three])))
            if len(found) >= MOST_TRIADS:
                return Census(_ordered(found), True)
    return Census(_ordered(found), False)


def _ordered(found: list[Triad]) -> tuple[Triad, ...]:
    return tuple(sorted(found, key=lambda t: (t.balanced, t.nodes)))
