"""Derived relations on their way out: `derived` stands where an edge has its status, because nobody said them.

What a rule infers is as weak as its weakest premise, and that may be asserted. In a table or a style sheet "asserted"
means that a source's author says so. The status of the premises therefore stays where they are: in `derived`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.graph.subgraph import Subgraph

Shape = dict[str, Any]
STATUS = "derived"
LEGEND = "derived by rules, said by no source"


def inferred(graph: Subgraph) -> Iterator[Shape]:
    """The derived relations of a subgraph as edges to draw, marked as what they are."""
    for edge in graph.derived:
        yield {**edge, "status": STATUS}


def with_no_claims(edge: Mapping[str, Any]) -> Shape:
    """The edge as formats have it that hang the claims on their edges."""
    return {**edge, "key": edge["id"], "count": 0, "claims": []}


def rule(edge: Mapping[str, Any]) -> str:
    """The id of the rule that gives it."""
    return str(edge["derived"]["rule"])


def premises(edge: Mapping[str, Any]) -> list[str]:
    """The ids of the relations that it follows from."""
    return list(edge["derived"]["premises"])
