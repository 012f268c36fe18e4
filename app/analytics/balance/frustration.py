"""The line index of balance: the fewest ties that have to change so that two camps explain all signs.

Each tie lies in one biconnected block, and camps of different blocks can be turned independently, so that the index
is the sum over blocks (a bridge is never frustrated). A block is solved exactly by branch and bound where that stays
within its bound on work, else by repeated relocation, and then a lower bound is given beside the result: the number
of unbalanced triangles, no two of which share a tie.

Sources: F. Harary, "On the measurement of structural balance", Behavioral Science 4 (1959), for the index;
R. P. Abelson and M. J. Rosenberg, Behavioral Science 3 (1958); P. Doreian and A. Mrvar, "A partitioning approach to
structural balance", Social Networks 18 (1996), for relocation; S. Aref and M. C. Wilson, "Measuring partial balance
in signed networks" (2018) and "Balance and frustration in signed networks" (2019), Journal of Complex Networks, for
exact computation and the bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.analytics.balance.signed import Pair, SignedGraph

MOST_BRANCHES = 50_000  # partial camps looked at in one block
STARTS = 12  # different starts of the relocation

Near = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Frustration:
    """The camp (0 or 1) of each actor, the frustrated ties, and how good that is: exact, or between the bounds."""

    camps: Mapping[int, int]
    components: tuple[tuple[int, ...], ...]
    frustrated: tuple[Pair, ...]
    exact: bool
    lower_bound: int

    @property
    def index(self) -> int:
        """The number of frustrated ties."""
        return len(self.frustrated)


def frustration(graph: SignedGraph) -> Frustration:
    """Two camps per component with the fewest frustrated ties; the first actor of each component is in camp 0."""
    import networkx as nx  # slow to import, and starting needs it not

    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(graph.nodes)
    network.add_edges_from(graph.ties)
    near = graph.neighbours()
    flips: dict[int, int] = {}
    exact, lower = True, 0
    found: Any = nx.biconnected_components(network)  # the stubs have it wrong: sets of nodes
    blocks: list[tuple[int, ...]] = sorted((tuple(sorted(b)) for b in found), key=lambda b: (len(b), b))
    solved: list[tuple[Sequence[int], Mapping[int, int]]] = []
    for block in blocks:
        inside = set(block)
        local = {n: {m: s for m, s in near[n].items() if m in inside} for n in block}
        camps, sure = solve(local)
        exact = exact and sure
        lower += count(local, camps) if sure else disjoint_triangles(local)
        solved.append((block, camps))
    camps = _joined(graph, solved, flips)
    frustrated = tuple(p for p, t in graph.ties.items() if (camps[p[0]] == camps[p[1]]) != (t.sign > 0))
    components = tuple(sorted(tuple(sorted(c)) for c in nx.connected_components(network)))
    for component in components:
        if camps[component[0]]:
            for node in component:
                camps[node] = 1 - camps[node]
    return Frustration(camps, components, frustrated, exact, lower)


def _joined(
    graph: SignedGraph, solved: Sequence[tuple[Sequence[int], Mapping[int, int]]], camps: dict[int, int]
) -> dict[int, int]:
    """Put the blocks together: each is turned so that it agrees at the actor it shares with what is placed already."""
    by_node: dict[int, list[int]] = {}
    for number, (block, _) in enumerate(solved):
        for node in block:
            by_node.setdefault(node, []).append(number)
    placed: set[int] = set()
    for root in graph.nodes:
        if root in camps:
            continue
        camps[root] = 0
        waiting = [root]
        while waiting:
            node = waiting.pop()
            for number in by_node.get(node, ()):
                if number in placed:
                    continue
                placed.add(number)
                block, local = solved[number]
                turn = camps[node] != local[node]
                for other in block:
                    if other not in camps:
                        camps[other] = 1 - local[other] if turn else local[other]
                        waiting.append(other)
    return camps


def solve(near: Near) -> tuple[dict[int, int], bool]:
    """The camps of one block, and whether they are proven best."""
    start = relocate(near)
    best = count(near, start)
    if best <= 1:  # a cycle that is not balanced costs at least one tie, and relocation finds zero where it exists
        return start, True
    return _Search(near, start, best).run()


def count(near: Near, camps: Mapping[int, int]) -> int:
    """How many ties a division into camps leaves frustrated."""
    return sum((camps[n] == camps[m]) != (s > 0) for n in near for m, s in near[n].items() if n < m)


def relocate(near: Near) -> dict[int, int]:
    """The best camps found by moving one actor at a time, from several starts that follow the signs along a tree."""
    nodes = sorted(near, key=lambda n: (-len(near[n]), n))
    best: dict[int, int] = {}
    least = -1
    for root in nodes[:STARTS]:
        camps = _along_a_tree(near, root)
        moved = True
        while moved:
            moved = False
            for node in nodes:
                against = sum((camps[node] == camps[m]) != (s > 0) for m, s in near[node].items())
                if 2 * against > len(near[node]):
                    camps[node] = 1 - camps[node]
                    moved = True
        found = count(near, camps)
        if least < 0 or found < least:
            best, least = camps, found
        if least == 0:
            break
    return best


def _along_a_tree(near: Near, root: int) -> dict[int, int]:
    camps = {root: 0}
    waiting = [root]
    for node in waiting:
        for other in sorted(near[node]):
            if other not in camps:
                camps[other] = camps[node] if near[node][other] > 0 else 1 - camps[node]
                waiting.append(other)
    return camps


def disjoint_triangles(near: Near) -> int:
    """Unbalanced triangles, no two of which share a tie, taken greedily: each costs a tie of its own."""
    used: set[Pair] = set()
    total = 0
    for one in sorted(near):
        for two in sorted(m for m in near[one] if m > one):
            for three in sorted(m for m in near[two] if m > two and m in near[one]):
                ties = {(one, two), (one, three), (two, three)}
                if near[one][two] * near[one][three] * near[two][three] < 0 and not ties & used:
                    used |= ties
                    total += 1
    return total


class _Search:
    """Branch and bound: actors are placed one by one, the best connected first."""

    def __init__(self, near: Near, start: dict[int, int], best: int) -> None:
        self._near = near
        self._order = _order(near)
        self._best = dict(start)
        self._least = best
        self._branches = 0
        self._against = {n: [0, 0] for n in near}  # ties to placed actors that camp 0, camp 1 would frustrate

    def run(self) -> tuple[dict[int, int], bool]:
        """The best camps, and whether the search came to its end."""
        floor = disjoint_triangles(self._near)
        if self._least > floor:
            self._place({}, 0, 0)
        return self._best, self._branches <= MOST_BRANCHES

    def _place(self, camps: dict[int, int], depth: int, cost: int) -> None:
        if self._branches > MOST_BRANCHES:
            return
        self._branches += 1
        if depth == len(self._order):
            self._best, self._least = dict(camps), cost
            return
        node = self._order[depth]
        sides = (0,) if depth == 0 else (0, 1) if self._against[node][0] <= self._against[node][1] else (1, 0)
        for side in sides:
            more = cost + self._against[node][side]
            camps[node] = side
            self._update(node, side, 1, camps)
            if more + self._still(depth + 1) < self._least:
                self._place(camps, depth + 1, more)
            self._update(node, side, -1, camps)
            del camps[node]

    def _update(self, node: int, side: int, by: int, camps: Mapping[int, int]) -> None:
        for other, sign in self._near[node].items():
            if other not in camps:
                self._against[other][1 - side if sign > 0 else side] += by

    def _still(self, depth: int) -> int:
        """What the actors not yet placed cost at least, towards those that are."""
        return sum(min(self._against[n]) for n in self._order[depth:])


def _order(near: Near) -> list[int]:
    """The actor with most ties first, then always the one most tied to those before."""
    left = set(near)
    order: list[int] = []
    tied = dict.fromkeys(near, 0)
    while left:
        node = max(left, key=lambda n: (tied[n], len(near[n]), -n))
        left.remove(node)
        order.append(node)
        for other in near[node]:
            tied[other] += 1
    return order
