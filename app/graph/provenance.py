"""What was drawn from a source, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import NotFound
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters
from app.model.source import Paragraph, Source


def source_by_id(view: GraphView, key: str) -> Source:
    """The source with this id. Raises NotFound for an unknown one."""
    if key not in view.sources:
        raise NotFound("source", key, tuple(view.sources)[:3])
    return view.sources[key]


def paragraph_by_number(source: Source, number: int) -> Paragraph:
    """The paragraph with this number. Raises NotFound where the source has fewer."""
    for paragraph in source.paragraphs:
        if paragraph.number == number:
            return paragraph
    raise NotFound("paragraph", f"{source.id}/{number}", (f"1 to {len(source.paragraphs)}",))


def claims_of_source(view: GraphView, key: str) -> Sequence[int]:
    """All claims of a source, in order."""
    return view.passing_claims(EVERYTHING, Filters(source=frozenset((key,))))


def claims_of_paragraph(view: GraphView, key: str, number: int) -> Sequence[int]:
    """The claims of a source that rest on one paragraph."""
    return [c for c in claims_of_source(view, key) if any(e.paragraph == number for e in view.claim(c).evidence)]


def claim_counts(view: GraphView, key: str) -> dict[int, int]:
    """How many claims rest on each paragraph of a source."""
    counts = {p.number: 0 for p in view.sources[key].paragraphs}
    if not counts:  # a data set, whose claims name rows of a file
        return counts
    for claim in claims_of_source(view, key):
        for number in {e.paragraph for e in view.claim(claim).evidence}:
            counts[number] = counts.get(number, 0) + 1
    return counts
