"""The line of an edge: bent away from its parallels, dashed by status, with an arrowhead, or a bar for hostility."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

DASHES: Mapping[str, str] = MappingProxyType({"long dash": "10 5", "short dash": "5 4", "dots": "1.5 4"})
_FAN = 26.0
_WAVE, _SWING = 6.5, 6.0  # length and height of half a wave


class Curve(NamedTuple):
    """A quadratic curve between the rims of two nodes, with the angle at which it arrives."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]
    angle: float

    @property
    def path(self) -> str:
        """As path data."""
        return f"M{_at(self.start)}Q{_at(self.control)} {_at(self.end)}"

    @property
    def wave(self) -> str:
        """The same course in waves: not drawn by anybody's word."""
        length = math.dist(self.start, self.control) + math.dist(self.control, self.end)
        halves = 2 * max(1, round(length / _WAVE / 2))
        turns = (
            f"Q{_at(self._spot((n + 0.5) / halves, (-1) ** n * _SWING))} {_at(self._spot((n + 1) / halves))}"
            for n in range(halves)
        )
        return f"M{_at(self.start)}{''.join(turns)}"

    def _spot(self, share: float, aside: float = 0.0) -> tuple[float, float]:
        """A point of the curve, or one so far aside of it."""
        one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x, y = (one * a + two * c + three * b for a, c, b in zip(self.start, self.control, self.end, strict=True))
        dx, dy = (
            (1 - share) * (c - a) + share * (b - c) for a, c, b in zip(self.start, self.control, self.end, strict=True)
        )
        length = math.hypot(dx, dy) or 1.0
        return x - dy / length * aside, y + dx / length * aside

    @property
    def middle(self) -> tuple[float, float]:
        """The point half way."""
        x, y = ((a + 2 * c + b) / 4 for a, c, b in zip(self.start, self.control, self.end, strict=True))
        return x, y


def fans(pairs: Sequence[tuple[int, int]]) -> list[float]:
    """How far each edge is bent aside, so that all edges between two nodes can be told apart."""
    groups: dict[tuple[int, int], list[int]] = {}
    for number, (one, two) in enumerate(pairs):
        groups.setdefault((min(one, two), max(one, two)), []).append(number)
    bends = [0.0] * len(pairs)
    for (low, _), members in groups.items():
        for place, number in enumerate(members):
            aside = (place - (len(members) - 1) / 2) * _FAN
            bends[number] = aside if pairs[number][0] == low else -aside
    return bends


def curve(one: Sequence[float], two: Sequence[float], radii: tuple[float, float], bend: float, *, head: bool) -> Curve:
    """The curve between two nodes, from rim to rim, with room for the head."""
    (x1, y1), (x2, y2) = one, two
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    across = (-(y2 - y1) / length, (x2 - x1) / length)
    control = ((x1 + x2) / 2 + across[0] * bend * 2, (y1 + y2) / 2 + across[1] * bend * 2)
    start = _towards((x1, y1), control, radii[0] + 1.5)
    tip = _towards((x2, y2), control, radii[1] + 2.0)
    end = _towards((x2, y2), control, radii[1] + (9.0 if head else 2.0))
    angle = math.atan2(tip[1] - control[1], tip[0] - control[0])
    return Curve(_rounded(start), _rounded(control), _rounded(end), round(angle, 4))


def head(line: Curve, *, hostile: bool) -> str:
    """The arrowhead as path data; a bar across the end where the edge is hostile."""
    cos, sin = math.cos(line.angle), math.sin(line.angle)
    x, y = line.end

    def spot(along: float, aside: float) -> str:
        return _at((x + cos * along - sin * aside, y + sin * along + cos * aside))

    arrow = f"M{spot(7.5, 0)}L{spot(-1, 3.8)}L{spot(-1, -3.8)}Z"
    bar = f"M{spot(8.2, 5)}L{spot(6.4, 5)}L{spot(6.4, -5)}L{spot(8.2, -5)}Z"
    return arrow + bar if hostile else arrow


def strokes(line: Curve) -> str:
    """Two short strokes across the middle: struck out, because it is denied."""
    (x, y), angle = line.middle, math.atan2(line.end[1] - line.start[1], line.end[0] - line.start[0])
    cos, sin = math.cos(angle + 1.1), math.sin(angle + 1.1)
    shifts = ((math.cos(angle) * s, math.sin(angle) * s) for s in (-2.5, 2.5))
    return "".join(
        f"M{_at((x + dx - cos * 6, y + dy - sin * 6))}L{_at((x + dx + cos * 6, y + dy + sin * 6))}" for dx, dy in shifts
    )


def _towards(start: tuple[float, float], goal: tuple[float, float], distance: float) -> tuple[float, float]:
    length = math.hypot(goal[0] - start[0], goal[1] - start[1]) or 1.0
    share = min(distance / length, 0.9)
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 1), round(point[1], 1)


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
