"""What the tests of the explorer share: places, names, and small questions to a page."""

from __future__ import annotations

import functools
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "app" / "static" / "index.html"
SHOTS = ROOT / "build" / "screenshots"
SOURCE = "pakistan-iran-relations-under-imran-khan"
ALLEGED = "iran.shelters.militants-involved-in-the-balochistan-attack"
Answer = dict[str, Any]


@functools.cache
def endpoints(base_url: str) -> frozenset[str]:
    """The paths that the server answers."""
    with urllib.request.urlopen(f"{base_url}/openapi.json", timeout=10) as answer:
        return frozenset(json.load(answer)["paths"])


def needs(base_url: str, name: str) -> None:
    """Skip where the server does not have an endpoint."""
    if f"/v1/{name}" not in endpoints(base_url):
        pytest.skip(f"the server has no /v1/{name}")


def node(page: Any, key: str) -> Any:
    """The node of an entity in the drawing."""
    return page.locator(f'.drawing [data-node="{key}"]')


def edge(page: Any, key: str) -> Any:
    """The edge of a relation in the drawing."""
    return page.locator(f'.drawing [data-edge="{key}"]')


def places(page: Any) -> dict[str, str]:
    """Where the nodes stand."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.drawing .node')]"
        ".map(n => [n.dataset.node, n.getAttribute('transform')]))"
    )
    return found


def counts(page: Any) -> tuple[int, int]:
    """How many nodes and edges are drawn."""
    return page.locator(".drawing .node").count(), page.locator(".drawing .edge").count()


def until(page: Any, condition: str, arg: Any = None, seconds: float = 20) -> None:
    """Wait until a JavaScript function returns something true; the page looks by itself, in one round trip.

    The browser's own way of waiting needs eval, which the page's policy forbids, and rightly.
    """
    held = page.evaluate(
        f"""arg => new Promise(done => {{
          const holds = {condition}, end = performance.now() + {seconds * 1000};
          const look = () => holds(arg) ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 25);
          look();
        }})""",
        arg,
    )
    assert held, f"this did not come true: {condition}"


def settled(page: Any) -> None:
    """Wait until nothing is under way."""
    until(page, "() => !document.querySelector('.progress.on') && !document.querySelector('.canvas[aria-busy=true]')")


def point_on(page: Any, key: str) -> tuple[float, float]:
    """A point of an edge on the screen at which the edge is the topmost thing."""
    x, y = page.evaluate(
        """key => {
          const group = document.querySelector(`.drawing [data-edge="${key}"]`), path = group.querySelector('.hit');
          for (let i = 3; i < 18; i++) {
            const p = path.getPointAtLength(path.getTotalLength() * i / 20).matrixTransform(path.getScreenCTM());
            if (document.elementFromPoint(p.x, p.y)?.closest('[data-edge]') === group) return [p.x, p.y];
          }
          throw new Error('covered: ' + key);
        }""",
        key,
    )
    return x, y


def graph_of(size: int, *, label: str = "Entity {n}") -> Answer:
    """A made-up answer of the graph endpoint: a hub with spokes."""
    nothing = ("organ_of", "hops", "country", "latitude", "longitude", "place_precision")
    common: Answer = dict.fromkeys(nothing) | {"type": "State", "types": ["State", "Actor", "Place"]}
    common |= {"polarity_balance": 0, "generic": False, "existence": "actual", "seed": False, "hidden_neighbours": 0}
    nodes = [
        common | {"id": f"n{n}", "label": label.format(n=n), "degree": 1 if n else size - 1, "description": ""}
        for n in range(size)
    ]
    unsaid = ("hedge", "progress", "via", "addressed_to", "valid_to", "inferred", "derived")
    tie: Answer = dict.fromkeys(unsaid) | {"type": "supports", "label": "supports", "category": "diplomatic"}
    tie |= {"polarity": "cooperative", "kind": "state", "symmetric": False, "status": "asserted", "ended": False}
    tie |= {
        "modality": ["fact"],
        "stance": "affirms",
        "asserted_by": [],
        "confidence": "high",
        "min_confidence": "high",
    }
    tie |= {"valid_from": "2019-01-01", "edtf": "2019/..", "last_attested": "2019", "first_known": "2019-01-01"}
    tie |= {"ends": "exclusive", "claims": 1, "paragraphs": [], "sources": ["doc"], "source": "n0"}
    edges = [
        tie
        | {
            "id": f"n0.supports.n{n}",
            "target": f"n{n}",
            "sentence": f"{label.format(n=0)} supports {label.format(n=n)}.",
        }
        for n in range(1, size)
    ]
    meta: Answer = dict.fromkeys(("as_of", "known_at", "truncated_by")) | {"snapshot": "s", "truncated": False}
    meta |= {"hidden": {}, "nodes": size, "edges": size - 1, "total_nodes": size, "total_edges": size - 1, "query": {}}
    return {"nodes": nodes, "edges": edges, "meta": meta}


def panel(page: Any) -> Any:
    return page.locator("aside.panel")


def legend(page: Any) -> Any:
    """The legend, opened where it is folded away."""
    if not page.locator("aside.rail").count():
        page.get_by_role("button", name="Legend & filters").click()
    return page.locator("aside.rail")


def clocks(page: Any) -> Any:
    """The clocks, unfolded where they are folded."""
    if page.locator(".clocks.folded").count():
        page.locator(".clocks.folded button").click()
    return page.locator(".clocks")
