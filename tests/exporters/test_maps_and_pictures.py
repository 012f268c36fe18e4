"""GeoJSON by the rules of RFC 7946, and pictures: the same each time, with names that do not cover each other."""

from __future__ import annotations

import json
import struct
from itertools import combinations
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from lxml import etree

from app.exporters.geojson import line
from app.exporters.picture.labels import place
from app.exporters.picture.layout import layout
from app.exporters.picture.lines import fans
from tests.exporters.exporting import export
from tests.exporters.readers.drawn import SVG
from tests.exporters.worlds import awkward, awkward_graph, tiny, whole
from tests.worlds import view


def test_geojson_is_valid() -> None:
    """It is a feature collection by the model of the specification, with unique ids and positions on the globe."""
    data = export("geojson", awkward_graph())
    with pytest.warns(UserWarning, match="crossing the Antimeridian"):  # as it should: Fiji and Samoa are in it
        collection: Any = FeatureCollection.model_validate_json(data)
    ids = [f.id for f in collection.features]
    assert len(set(ids)) == len(ids)
    west, south, east, north = json.loads(data)["bbox"]
    assert (south, north) == (-18.0, 60.0)
    assert -180 <= west <= 180
    assert -180 <= east <= 180


def test_a_line_is_cut_at_the_antimeridian() -> None:
    """From Fiji to Samoa the short way goes over 180 degrees: two parts that meet in one latitude."""
    cut = line((178.0, -18.0), (-172.0, -13.0))
    assert cut == {
        "type": "MultiLineString",
        "coordinates": [[(178.0, -18.0), (180.0, -17.0)], [(-180.0, -17.0), (-172.0, -13.0)]],
    }
    assert line((-172.0, -13.0), (178.0, -18.0)) == {
        "type": "MultiLineString",
        "coordinates": [[(-172.0, -13.0), (-180.0, -17.0)], [(180.0, -17.0), (178.0, -18.0)]],
    }


def test_what_has_no_place_has_no_geometry() -> None:
    """It is a feature all the same, so that the table is complete."""
    features = {f["id"]: f for f in json.loads(export("geojson", awkward_graph()))["features"]}
    assert features["rebels"]["geometry"] is None
    assert features["pakistan.arms.rebels"]["geometry"] is None
    assert features["pakistan"]["geometry"] == {"type": "Point", "coordinates": [70.0, 30.0]}
    assert features["pakistan.tense_with.russia"]["geometry"]["type"] == "LineString"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1600, 1000), (640, 480)])
def test_a_picture_takes_size_and_theme(theme: str, size: tuple[int, int]) -> None:
    """The SVG has the size and the ground that were asked for; the PNG is twice as large, for print."""
    width, height = size
    root: Any = etree.fromstring(export("svg", awkward_graph(), theme=theme, width=width, height=height))
    assert (root.get("width"), root.get("height")) == (str(width), str(height))
    assert root.find("s:rect", SVG).get("fill") == {"light": "#fbfbfa", "dark": "#14181d"}[theme]
    image = export("png", whole(view(tiny())), theme=theme, width=width, height=height)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", image[16:24]) == (2 * width, 2 * height)


def test_a_picture_can_be_read() -> None:
    """It has a title, a description, a legend of what occurs in it, and says whose data it is."""
    root: Any = etree.fromstring(export("svg", awkward_graph()))
    assert root.get("role") == "img"
    assert root.findtext("s:title", namespaces=SVG) == "All relations"
    words = " ".join("".join(map(str, t.itertext())) for t in root.iter("{http://www.w3.org/2000/svg}text"))
    for word in (
        "conflictual 7",
        "contested 1",
        "armed group 2",
        "Archive (The makers of archive, CC-BY-4.0)",
        "Query: ",
    ):
        assert word in words


def test_status_is_the_line_and_sign_the_hue() -> None:
    """Only what an author asserts is a solid line; a contested one is double; an undirected one has no head."""
    root: Any = etree.fromstring(export("svg", awkward_graph()))
    edges = {g.get("data-id"): g for g in root.iterfind(".//s:g[@class='edge']", SVG)}
    paths = {key: group.findall("s:path", SVG) for key, group in edges.items()}
    assert paths["pakistan.arms.rebels"][0].get("stroke-dasharray") is None
    assert paths["dissenters.threatens.pakistan"][0].get("stroke-dasharray")
    assert len(paths["pakistan.supports.rebels"]) == 3  # two strokes and a head
    assert len(paths["pakistan.tense_with.russia"]) == 1
    assert paths["pakistan.tense_with.russia"][0].get("stroke") == "#c0431f"


def test_names_do_not_cover_each_other() -> None:
    """No two names overlap and none leaves the picture, also in a crowd; the best connected are named."""
    nodes = 120
    edges = [(a, b) for a, b in combinations(range(nodes), 2) if (a * 31 + b * 17) % 41 == 0]
    radii = [8.0 + sum(n in e for e in edges) / 2 for n in range(nodes)]
    points = layout(radii, edges, 1500, 900)
    placed, without = place([f"Entity number {n}" for n in range(nodes)], points, radii, 1500, 900)
    assert len(placed) + len(without) == nodes
    assert max(range(nodes), key=lambda n: radii[n]) in {label.node for label in placed}
    assert not any(a.box.meets(b.box) for a, b in combinations(placed, 2))
    assert all(x.box.left >= 0 and x.box.right <= 1500 and x.box.top >= 0 and x.box.bottom <= 900 for x in placed)


def test_the_layout_is_always_the_same() -> None:
    """The same graph stands in the same places, all within the box, isolated nodes in rows at the bottom."""
    edges = [(0, 1), (1, 2), (2, 0), (3, 4)]
    one, two = (layout([10.0] * 7, edges, 800, 600).tolist() for _ in range(2))
    assert one == two
    assert all(0 <= x <= 800 and 0 <= y <= 600 for x, y in one)
    assert min(one[5][1], one[6][1]) > max(y for _, y in one[:5])


def test_parallel_edges_are_told_apart() -> None:
    """Edges between two nodes are bent to different sides, whichever way they run."""
    pairs = [(0, 1), (1, 0), (0, 1), (2, 3)]
    bends = fans(pairs)
    sides = {bend if pair[0] < pair[1] else -bend for pair, bend in zip(pairs[:3], bends, strict=False)}
    assert len(sides) == 3
    assert bends[3] == 0.0


def test_six_hundred_nodes_are_drawn() -> None:
    """The largest picture there may be is laid out in bearable time, without two nodes on one spot."""
    edges = [(n, (n * 7 + 3) % 600) for n in range(600)] + [(n, (n * 13 + 1) % 600) for n in range(600)]
    points = layout([8.0] * 600, edges, 3200, 2000)
    assert len({tuple(p) for p in points.tolist()}) == 600
    assert whole(view(awkward())).edges
