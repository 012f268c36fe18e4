"""Where names go: beside their node, on the first of twelve places that is free; the best connected choose first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from app.exporters.picture.layout import Points

SIZE = 13.0
LONGEST = 34


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Label(NamedTuple):
    """A name to be drawn: its text, the middle of its line, and the box it takes."""

    node: int
    text: str
    x: float
    y: float
    box: Box


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is, told from the kind of each letter: there is no font to ask."""
    return sum(map(_letter_width, text)) * size


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in "iljtfrI.,:;'|!()[] ":
        return 0.34
    if letter in "mwMW@%—":
        return 0.88
    return 0.66 if letter.isupper() or letter.isdigit() else 0.57


def shortened(text: str) -> str:
    """A name on one line, cut where it is too long for a picture."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"


def place(
    names: Sequence[str], points: Points, radii: Sequence[float], width: float, height: float
) -> tuple[list[Label], list[int]]:
    """The names that find room, and the nodes whose names do not."""
    taken = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(points.tolist(), radii, strict=True)]
    placed: list[Label] = []
    without: list[int] = []
    for node in sorted(range(len(names)), key=lambda n: (-radii[n], n)):
        text = shortened(names[node])
        label = _first_free(node, text, points[node].tolist(), radii[node], taken, (width, height))
        if label is None:
            without.append(node)
        else:
            placed.append(label)
            taken.append(label.box)
    return placed, sorted(without)


def _first_free(
    node: int, text: str, point: Sequence[float], radius: float, taken: Sequence[Box], limits: tuple[float, float]
) -> Label | None:
    half, line = text_width(text) / 2 + 2, SIZE * 0.62
    (x, y), (width, height) = point, limits
    gap, far = radius + 5, radius + 16
    spots = (
        (x, y + gap + line), (x, y - gap - line), (x + gap + half, y), (x - gap - half, y),
        (x + gap * 0.7 + half, y + gap * 0.7 + line), (x + gap * 0.7 + half, y - gap * 0.7 - line),
        (x - gap * 0.7 - half, y + gap * 0.7 + line), (x - gap * 0.7 - half, y - gap * 0.7 - line),
        (x, y + far + line), (x, y - far - line), (x + far + half, y), (x - far - half, y),
    )  # fmt: skip
    for centre, middle in spots:
        box = Box(centre - half, middle - line, centre + half, middle + line)
        inside = box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
        if inside and not any(box.meets(other) for other in taken):
            return Label(node, text, round(centre, 1), round(middle, 1), box)
    return None
