"""How fast the explorer is: what a first visit loads, when it is useful, and how smoothly it pans and zooms.

Run it on a quiet machine: `python -m pytest -q -s benchmarks/web`. Chromium draws without a graphics card here, so the
frame rates are a floor. Goals: useful < 1 s, interactive < 1.5 s, 60 frames/s at 100 nodes, 30 at 600, 120 kB.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "app" / "static"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
VISITS = 5
GRACE = 1.0  # goals are held as they are; BENCH_GRACE=3 makes allowance for a machine that others use too
USEFUL = """() => new Promise(done => {
  const look = () => document.querySelector('.drawing .node') && document.querySelector('.drawing .label')
    ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
ANSWERS = """() => new Promise(done => {
  document.querySelector('.drawing [data-node="iran"]').dispatchEvent(new MouseEvent('click', {bubbles: true}));
  const look = () => document.querySelector('aside.panel h2') ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
FRAMES = """move => new Promise(done => {
  const svg = document.querySelector('.drawing'), box = svg.getBoundingClientRect();
  const middle = {clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
  const at = {...middle, bubbles: true, cancelable: true, view: window};
  const stamps = [];
  let n = 0;
  if (move === 'pan') svg.dispatchEvent(new MouseEvent('mousedown', at));
  const step = now => {
    stamps.push(now);
    n++;
    if (move === 'zoom') svg.dispatchEvent(new WheelEvent('wheel', {...at, deltaY: Math.sin(n / 12) * 12}));
    else {
      const x = at.clientX + 150 * Math.sin(n / 12), y = at.clientY + 90 * Math.cos(n / 9);
      window.dispatchEvent(new MouseEvent('mousemove', {...at, clientX: x, clientY: y}));
    }
    if (stamps.length < 120) return requestAnimationFrame(step);
    window.dispatchEvent(new MouseEvent('mouseup', at));
    done(stamps);
  };
  requestAnimationFrame(step);
})"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if os.environ.get("EXPLORER_URL"):
        yield os.environ["EXPLORER_URL"].rstrip("/")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "app", "serve", "--port", str(port)], cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{url}/readyz").close()
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def held(value: float, goal: float, *, most: bool = True) -> None:
    grace = float(os.environ.get("BENCH_GRACE", GRACE))
    assert value <= goal * grace if most else value >= goal / grace


def test_what_a_first_visit_loads() -> None:
    """Everything that the page asks for at once, compressed, without fonts and the map."""
    files = [
        STATIC / "index.html",
        *sorted((STATIC / "assets").glob("*.js")),
        *sorted((STATIC / "assets").glob("*.css")),
    ]
    sizes = {f.name: len(gzip.compress(f.read_bytes(), 9)) for f in files if not f.name.startswith("world-")}
    total = sum(sizes.values())
    print(f"\nfirst visit: {total / 1000:.1f} kB gzip in {len(sizes)} files")
    held(total, 120_000)


def test_when_it_is_useful(server: str, chromium: Any) -> None:
    """Cold cache, server on the same machine: until labelled nodes stand there, and until a click opens a panel."""
    useful, interactive = [], []
    for _ in range(VISITS):
        context = chromium.new_context(viewport={"width": 1360, "height": 850})
        page = context.new_page()
        page.goto(server, wait_until="commit")
        useful.append(page.evaluate(USEFUL))
        interactive.append(page.evaluate(ANSWERS))
        context.close()
    first, ready = statistics.median(useful), statistics.median(interactive)
    print(f"\nuseful after {first:.0f} ms, interactive after {ready:.0f} ms (medians of {VISITS} cold visits)")
    held(first, 1000)
    held(ready, 1500)


@pytest.mark.parametrize(("size", "goal"), [(100, 60), (600, 30)])
def test_how_smoothly_it_moves(server: str, chromium: Any, size: int, goal: int) -> None:
    """Frames a second while panning and zooming a drawing of so many nodes."""
    context = chromium.new_context(viewport={"width": 1360, "height": 850})
    page = context.new_page()
    body = json.dumps(made_up(size))
    page.route("**/v1/graph**", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto(server)
    page.evaluate(USEFUL)
    page.wait_for_timeout(1500)
    assert page.locator(".drawing .node").count() == size
    for move in ("pan", "zoom"):
        stamps = page.evaluate(FRAMES, move)
        gaps = sorted(b - a for a, b in itertools.pairwise(stamps))
        rate = 1000 * len(gaps) / (stamps[-1] - stamps[0])
        print(
            f"\n{size} nodes, {move}: {rate:.0f} frames/s, slowest twentieth {1000 / gaps[int(len(gaps) * 0.95)]:.0f}"
        )
        held(rate, goal * 0.95, most=False)
    context.close()


def made_up(size: int) -> dict[str, Any]:
    """A graph of so many nodes, grown by preference for what is well connected already, with every sign and status."""
    chance = random.Random(1)
    ends: list[int] = [0]
    ties = []
    for n in range(1, size):
        for _ in range(1 if n % 2 else 2):
            other = chance.choice(ends)
            if other != n:
                ties.append((n, other))
                ends += [n, other]
    degree = [sum(n in tie for tie in ties) for n in range(size)]
    kinds = [["State", "Actor", "Place"], ["ArmedGroup", "Actor"], ["Event"], ["Condition"], ["Person", "Actor"]]
    nothing = ("organ_of", "hops", "country", "latitude", "longitude", "place_precision")
    plain: dict[str, Any] = dict.fromkeys(nothing) | {"polarity_balance": 0, "generic": False, "existence": "actual"}
    plain |= {"seed": False, "hidden_neighbours": 0, "description": ""}
    nodes = [
        plain
        | {
            "id": f"n{n}",
            "label": f"Entity number {n}",
            "degree": degree[n],
            "types": kinds[n % 5],
            "type": kinds[n % 5][0],
        }
        for n in range(size)
    ]
    unsaid = ("hedge", "progress", "via", "addressed_to", "valid_to", "inferred", "derived")
    tie: dict[str, Any] = dict.fromkeys(unsaid) | {"type": "ties", "label": "ties", "category": "diplomatic"}
    tie |= {"kind": "state", "symmetric": False, "ended": False, "modality": ["fact"], "stance": "affirms"}
    tie |= {"asserted_by": [], "confidence": "high", "min_confidence": "high", "valid_from": "2019-01-01"}
    tie |= {"edtf": "2019/..", "last_attested": "2019", "first_known": "2019-01-01", "claims": 1, "sources": []}
    signs, statuses = (
        ("cooperative", "neutral", "conflictual"),
        ("asserted", "attributed", "alleged", "contested", "planned"),
    )
    edges = [
        tie
        | {
            "id": f"n{a}.ties.n{b}.{i}",
            "source": f"n{a}",
            "target": f"n{b}",
            "polarity": signs[i % 3],
            "status": statuses[i % 5],
        }
        | {"sentence": f"{a} ties {b}.", "paragraphs": []}
        for i, (a, b) in enumerate(ties)
    ]
    meta: dict[str, Any] = dict.fromkeys(("as_of", "known_at", "truncated_by")) | {"snapshot": "s", "truncated": False}
    meta |= {"hidden": {}, "total_nodes": size, "total_edges": len(edges)}
    return {"nodes": nodes, "edges": edges, "meta": meta}
