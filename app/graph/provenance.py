"""What was drawn from a source, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from app.errors import BoundExceeded, NotFound
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, Filters
from app.model.source import Paragraph, Source

MOST_READ: Final = 500_000  # claims whose paragraphs are read for one question


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
    """The claims of a source that rest on one paragraph. Raises BoundExceeded where too many would have to be read."""
    found = claims_of_source(view, key)
    if len(view.sources[key].paragraphs) == 1:  # such as a table of events
        return found
    return [claim for claim, numbers in _evidence(view, key, found) if number in numbers]


def claim_counts(view: GraphView, key: str) -> dict[int, int]:
    """How many claims rest on each paragraph of a source. Raises BoundExceeded as `claims_of_paragraph` does."""
    counts = {p.number: 0 for p in view.sources[key].paragraphs}
    if not counts:  # a data set, whose claims name rows of a file
        return counts
    if len(counts) == 1:
        return dict.fromkeys(counts, view.census().claims_by_source.get(key, 0))
    for _, numbers in _evidence(view, key, claims_of_source(view, key)):
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    return counts


def _evidence(view: GraphView, key: str, claims: Sequence[int]) -> Iterable[tuple[int, frozenset[int]]]:
    if len(claims) > MOST_READ:
        advice = f"more than {MOST_READ:,} can be read: list them page by page with /v1/claims?source={key}"
        raise BoundExceeded("claims", f"{key} has {len(claims):,} claims, {advice}")
    return zip(claims, view.evidence(claims), strict=True)
