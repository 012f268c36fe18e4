"""PNG: the same picture as pixels, drawn at twice its size for sharp print. Fonts are those of the machine."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.context import ExportContext
from app.graph.subgraph import Subgraph

_ZOOM = 2.0


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The image, in one piece."""
    import resvg_py

    from app.exporters.picture.drawing import picture  # numpy

    drawn = "".join(picture(graph, context))
    yield bytes(
        resvg_py.svg_to_bytes(svg_string=drawn, zoom=_ZOOM, font_family="DejaVu Sans", sans_serif_family="DejaVu Sans")
    )
