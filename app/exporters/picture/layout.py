"""Where nodes stand: forces between them, from a start that is always the same, in steps that are rounded.

Rounding after each step keeps the last bits of floating point out of the result, so that the same graph gives the
same picture on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
_GOLDEN_ANGLE = 2.399963229728653
_DIGITS = 6


def layout(sizes: Sequence[float], edges: Sequence[tuple[int, int]], width: float, height: float) -> Points:
    """One point per node within a box of this width and height. Nodes without edges stand in rows at the bottom."""
    count = len(sizes)
    points = np.zeros((count, 2))
    tied = np.zeros(count, dtype=np.bool_)
    for one, two in edges:
        tied[[one, two]] = True
    loose = np.flatnonzero(~tied)
    rows, step = _tray(len(loose), width)
    tray = rows * 52.0
    inside = np.flatnonzero(tied)
    if len(inside):
        place = np.full(count, -1)
        place[inside] = np.arange(len(inside))
        pairs = sorted({(int(place[a]), int(place[b])) for a, b in edges if a != b})
        radii = np.array([sizes[i] for i in inside.tolist()])
        high = height - tray
        spread = _spread(_forces(len(inside), pairs, width / max(high, 1.0)), width, high)
        points[inside] = _apart(spread, radii, width, high)
    for number, node in enumerate(loose.tolist()):
        row, column = divmod(number, max(1, int(width // step)))
        points[node] = ((column + 0.5) * step, height - tray + (row + 0.5) * 52.0)
    result: Points = np.round(points, 1)
    return result


def _tray(loose: int, width: float) -> tuple[int, float]:
    """How many rows the nodes without edges need, and how far apart they stand."""
    step = 150.0
    return (0, step) if not loose else (-(-loose // max(1, int(width // step))), step)


def _forces(count: int, pairs: Sequence[tuple[int, int]], aspect: float) -> Points:
    """Repulsion between all, attraction along edges, a pull to the centre; ever smaller steps."""
    order = _by_degree(count, pairs)
    points = np.empty((count, 2))
    for rank, node in enumerate(order):
        radius, angle = np.sqrt(rank + 0.5), rank * _GOLDEN_ANGLE
        points[node] = (radius * np.cos(angle) * aspect**0.5, radius * np.sin(angle) / aspect**0.5)
    points = np.round(points, _DIGITS)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    ideal = 1.6
    steps = 400 if count <= 150 else 200 if count <= 300 else 130
    for step in range(steps):
        reach = max(0.02, 1.0 - step / steps) * 0.6
        moved = _push(points, ideal) + _pull(points, ends, ideal)
        moved -= points * np.array([0.06 / aspect**0.5, 0.06 * aspect**0.5])
        length = np.sqrt((moved**2).sum(axis=1, keepdims=True))
        points = np.round(points + moved / np.maximum(length, 1e-9) * np.minimum(length, reach), _DIGITS)
    return points


def _by_degree(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    degrees = [0] * count
    for one, two in pairs:
        degrees[one] += 1
        degrees[two] += 1
    return sorted(range(count), key=lambda node: (-degrees[node], node))


def _push(points: Points, ideal: float) -> Points:
    """What all nodes do to each; far ones leave each other alone."""
    across, down = _apart_by(points)
    square = np.maximum(across * across + down * down, 0.01)
    fading = square / (3.5 * ideal) ** 2
    force = ideal**2 / (square * (1.0 + fading * fading))
    return np.column_stack(((across * force).sum(axis=1), (down * force).sum(axis=1)))


def _apart_by(points: Points) -> tuple[Points, Points]:
    """How far each node lies from each, across and down: two tables are quicker to compute with than one of pairs."""
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    return x[:, None] - x[None, :], y[:, None] - y[None, :]


def _pull(points: Points, ends: NDArray[np.int64], ideal: float) -> Points:
    pulled = np.zeros_like(points)
    if len(ends):
        along = points[ends[:, 1]] - points[ends[:, 0]]
        distance = np.sqrt((along**2).sum(axis=1, keepdims=True))
        force = along * distance / ideal
        np.add.at(pulled, ends[:, 0], force)
        np.add.at(pulled, ends[:, 1], -force)
    return pulled


def _spread(points: Points, width: float, height: float) -> Points:
    """The points stretched to fill the box, each side by itself but never more than half again the other."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.maximum(high - low, 1e-6)
    factors = np.array([width, height]) / span
    factors = np.minimum(factors, factors.min() * 1.5)
    spread: Points = (points - (low + high) / 2) * factors + np.array([width, height]) / 2
    return np.round(spread, _DIGITS)


def _apart(points: Points, radii: NDArray[np.float64], width: float, height: float) -> Points:
    """No two nodes on top of each other: the nearest are moved aside until there is room for their names."""
    wanted = radii[:, None] + radii[None, :] + 14.0
    np.fill_diagonal(wanted, 0.0)
    for _ in range(60):
        across, down = _apart_by(points)
        distance = np.sqrt(across * across + down * down)
        lacking = np.maximum(wanted - distance, 0.0)
        if not lacking.any():
            break
        share = lacking * 0.5 / np.maximum(distance, 1e-6)
        points = points + np.column_stack(((across * share).sum(axis=1), (down * share).sum(axis=1)))
        edge = radii + 4.0
        points[:, 0] = np.clip(points[:, 0], edge, np.maximum(width - edge, edge))
        points[:, 1] = np.clip(points[:, 1], edge, np.maximum(height - edge, edge))
        points = np.round(points, _DIGITS)
    return points
