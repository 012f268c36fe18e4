"""The mark of a node: a shape for its family, and within it a glyph that tells families of one shape apart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

# Drawn in a box of 12 by 12 around the middle.
GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "State": "M-4 -5V5M-4 -4.5H4.5L2.5 -2L4.5 .5H-4",
        "GovernmentOrgan": "M-5 -2.5L0 -5L5 -2.5ZM-3.5 -1V3M0 -1V3M3.5 -1V3M-5 4.5H5",
        "Organisation": "M-3 -3H3V4.5H-3ZM-1 -1H1M-1 1.5H1",
        "ArmedGroup": "M0 -5L4 -3V.5C4 3 2 4.5 0 5C-2 4.5 -4 3 -4 .5V-3Z",
        "Person": "M-2 -2.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M-4 5C-4 1 4 1 4 5",
        "Population": "M-4 -2a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0M.6 -2a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0"
        "M-5 4.5C-5 1 0 1 0 4.5C0 1 5 1 5 4.5",
        "Voice": "M-4.5 -4H4.5V2H0L-2.5 4.5V2H-4.5Z",
        "Actor": "M-3 0H3M0 -3V3",
        "Border": "M-5 0H-3M-1 0H1M3 0H5",
        "City": "M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
        "Region": "M-3 -2.5L2.5 -3.5L3.5 2L-2 3.5Z",
        "Place": "M0 4.5C-4 0 -3 -4 0 -4C3 -4 4 0 0 4.5",
        "Project": "M-4 4.5V-1H0V4.5M0 4.5V-4.5H4V4.5",
        "Policy": "M-3 -3.5H3M-3 0H3M-3 3.5H1",
        "Agreement": "M-4.5 0a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0M-1.1 0a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0",
        "Document": "M-3 -4.5H1.5L3.5 -2.5V4.5H-3ZM-1 0H1.5M-1 2.2H1.5",
        "Event": "M0 -3.5V3.5M-3.5 0H3.5M-2.4 -2.4L2.4 2.4M-2.4 2.4L2.4 -2.4",
        "Condition": "M-4 0C-2.5 -3 -1.5 -3 0 0C1.5 3 2.5 3 4 0",
        "Ideology": "M0 -4V1M0 3.4V3.6",
        "Interest": "M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0M-.5 0H.5",
    }
)


def outline(shape: str, radius: float) -> str:
    """The outline of a shape as path data around the middle."""
    if shape == "disc":
        half = f"a{radius:.1f} {radius:.1f} 0 1 0"
        return f"M{-radius:.1f} 0{half} {2 * radius:.1f} 0{half} {-2 * radius:.1f} 0Z"
    if shape == "star":
        corners = [_corner(radius * (1.12 if n % 2 == 0 else 0.72), -90 + n * 22.5) for n in range(16)]
    else:
        sides, turn, stretch = _POLYGONS[shape]
        corners = [_corner(radius * stretch, turn + n * 360 / sides) for n in range(sides)]
    return "M" + "L".join(corners) + "Z"


_POLYGONS: Mapping[str, tuple[int, float, float]] = MappingProxyType(
    {
        "square": (4, 45.0, 1.28),
        "diamond": (4, 0.0, 1.3),
        "triangle": (3, -90.0, 1.4),
        "pentagon": (5, -90.0, 1.18),
        "hexagon": (6, 0.0, 1.14),
    }
)


def _corner(radius: float, degrees: float) -> str:
    angle = math.radians(degrees)
    return f"{radius * math.cos(angle):.1f} {radius * math.sin(angle):.1f}"
