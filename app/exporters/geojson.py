"""GeoJSON (RFC 7946): entities with a place as points, relations between them as lines, cut where they cross the
antimeridian. What has no place is a feature without geometry, so that nothing is missing from the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.exporters.about import about
from app.exporters.chunks import chunked, joined
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.rows import Rows, Shape, dumps
from app.graph.contract import GraphView
from app.graph.subgraph import Node, Subgraph

Position = tuple[float, float]


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The feature collection as UTF-8."""
    return chunked(_pieces(graph, context, context.rows_for(graph)))


def _pieces(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    yield b'{"type":"FeatureCollection","meta":' + dumps(about(graph, context))
    points = [p for p in (position(graph.view, n.entity) for n in graph.nodes) if p is not None]
    if points:
        yield b',"bbox":' + dumps(_box(points))
    yield b',"features":['
    yield from joined(_features(graph, rows))
    yield b"]}"


def _features(graph: Subgraph, rows: Rows) -> Iterator[bytes]:
    for item in graph.nodes:
        yield _node(rows, item)
    yield from rows.edges("geojson", graph.edges, lambda m: _edge(rows, "edge", *rows.with_claims(m)))
    for edge in inferred(graph):
        yield _edge(rows, "derived", edge, [])


def _node(rows: Rows, item: Node) -> bytes:
    point = position(rows.view, item.entity)
    geometry = {"type": "Point", "coordinates": point} if point else None
    key = dumps(rows.view.entity(item.entity).id)
    head = b'{"type":"Feature","id":' + key + b',"geometry":' + dumps(geometry) + b',"properties":{"feature":"node",'
    return head + rows.node_json(item)[1:] + b"}"


def _edge(rows: Rows, feature: str, drawn: Shape, claims: list[Shape]) -> bytes:
    properties = {**drawn, "count": drawn["claims"], "claims": claims}
    start, end = (_place(rows.view, drawn[side]) for side in ("source", "target"))
    return dumps(
        {
            "type": "Feature",
            "id": drawn["id"],
            "geometry": line(start, end),
            "properties": {"feature": feature, **properties},
        }
    )


def _place(view: GraphView, key: str) -> Position | None:
    handle = view.find_entity(key)
    return None if handle is None else position(view, handle)


def position(view: GraphView, entity: int) -> Position | None:
    """Longitude and latitude of an entity, if it has a place."""
    place = view.entity(entity).place
    return (place.longitude, place.latitude) if place else None


def line(start: Position | None, end: Position | None) -> dict[str, Any] | None:
    """The line between two places, in two parts where the short way crosses the antimeridian."""
    if start is None or end is None or start == end:
        return None
    if abs(end[0] - start[0]) <= 180:
        return {"type": "LineString", "coordinates": [start, end]}
    side = 180.0 if start[0] > 0 else -180.0
    far = end[0] + 2 * side
    share = (side - start[0]) / (far - start[0])
    latitude = round(start[1] + share * (end[1] - start[1]), 6)
    return {"type": "MultiLineString", "coordinates": [[start, (side, latitude)], [(-side, latitude), end]]}


def _box(points: list[Position]) -> list[float]:
    """West, south, east, north: the narrowest box, which may cross the antimeridian (then west is east of east)."""
    longitudes = sorted({p[0] for p in points})
    latitudes = [p[1] for p in points]
    pairs = zip(longitudes, [*longitudes[1:], longitudes[0] + 360], strict=True)
    gaps = [(after - before, before, after) for before, after in pairs]
    _, east, west = max(gaps)
    return [west - 360 if west > 180 else west, min(latitudes), east, max(latitudes)]
