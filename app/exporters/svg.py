"""SVG: a picture worth printing, with the look of the explorer. Each edge says its sentence when pointed at.

Every edge and node carries its id, type, status, voices and dates as data attributes, for scripts and style sheets.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.graph.subgraph import Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The document as UTF-8."""
    from app.exporters.picture.drawing import picture  # numpy

    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return chunked(piece.encode() for piece in (head, *picture(graph, context)))
