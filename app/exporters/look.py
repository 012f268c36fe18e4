"""How things look, the same in every format that has looks: hue is the sign, the line is the status, size the degree.

The hues are those of the explorer, safe for colour-blind readers and with a contrast of at least 4.5 on their ground.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from app.exporters.context import Theme

INK: Final[Mapping[Theme, Mapping[str, str]]] = {
    "light": MappingProxyType(
        {
            "cooperative": "#0067a5",
            "neutral": "#6b7580",
            "conflictual": "#c0431f",
            "node": "#3d4a5c",
            "ground": "#fbfbfa",
            "text": "#1f2733",
            "faint": "#6b7580",
        }
    ),
    "dark": MappingProxyType(
        {
            "cooperative": "#62b0e8",
            "neutral": "#98a2ad",
            "conflictual": "#f08a4b",
            "node": "#c3ccd6",
            "ground": "#14181d",
            "text": "#e8ecf1",
            "faint": "#98a2ad",
        }
    ),
}

_UNDONE: Final[Mapping[str, str]] = {"none": "not begun", "attempted": "attempted", "under_way": "under way"}


def caption(drawn: Mapping[str, Any]) -> str:
    """What stands beside a drawn edge: its label, and what keeps it from being a deed done. An attempt is no deed."""
    undone = _UNDONE.get(drawn["progress"] or "")
    return f"{drawn['label']} ({undone})" if undone else str(drawn["label"])


# The line that a status has: only what an author states as fact is solid.
LINES: Final[Mapping[str, str]] = {
    "asserted": "solid",
    "attributed": "long dash",
    "alleged": "short dash",
    "agreed": "dots",
    "planned": "dots",
    "expected": "dots",
    "hypothetical": "dots",
    "normative": "dots",
    "questioned": "dots",
    "denied": "struck",
    "contested": "double",
    "derived": "wave",
}

# The family that a type is drawn as: the nearest of its more general types that is listed here.
FAMILIES: Final[Mapping[str, str]] = {
    "State": "disc",
    "GovernmentOrgan": "square",
    "ArmedGroup": "hexagon",
    "Organisation": "square",
    "Person": "disc",
    "Population": "disc",
    "Voice": "disc",
    "Actor": "disc",
    "Border": "diamond",
    "City": "diamond",
    "Region": "diamond",
    "Place": "diamond",
    "Project": "pentagon",
    "Policy": "pentagon",
    "Agreement": "pentagon",
    "Document": "pentagon",
    "Event": "star",
    "Condition": "triangle",
    "Ideology": "triangle",
    "Interest": "triangle",
}


def family(lineage: Sequence[str]) -> str:
    """The family of a type, given the type and all above it."""
    return next((name for name in lineage if name in FAMILIES), "")


def shape(lineage: Sequence[str]) -> str:
    """The shape of a type's family."""
    return FAMILIES.get(family(lineage), "disc")


def node_size(degree: int) -> float:
    """A radius that grows with the degree, ever more slowly."""
    return round(6 + 3 * math.sqrt(min(degree, 400)), 1)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour in hexadecimal digits."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
