"""What must not be overlooked, in a world that has it all: contested, denied, inferred, imported, pooled; and time."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from app.api.app import create_app
from tests.api.clients import Held, settings
from tests.web.axe import RULES, faults_of
from tests.web.support import edge, places, point_on, settled, until
from tests.worlds.quarrel import quarrel

CONTESTED = "graustark.controls.the-valley"
DENIED = "ruritania.controls.the-pass"
POOLED = "patronia.funds.rebels"
CLAIM_FILTERS = [
    ("Data set", "The Ledger of Support", "dataset=ledger", 2),
    ("Document", "The Courier", "source=courier", 3),
    ("Mode", "As an allegation", "modality=alleged", 1),
    ("Stance", "Denied", "stance=denies", 2),
]


@pytest.fixture(scope="module")
def world_url() -> Iterator[str]:
    """A server in this process that serves the quarrel."""
    app = create_app(settings(), Held(quarrel()))
    server = uvicorn.Server(uvicorn.Config(app, port=0, ws="none", log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive(), "the server did not come up"
        assert time.monotonic() < deadline, "the server did not come up in time"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture(params=["desktop-light", "phone-dark"])
def at(request: pytest.FixtureRequest, open_page: Any, world_url: str) -> Any:
    """Opens the explorer of the quarrel; `at.phone` tells which size."""
    size, scheme = request.param.split("-")

    def opened(address: str = "", **options: Any) -> Any:
        return open_page(address, size=size, scheme=scheme, server=world_url, **options)

    opened.phone = size == "phone"  # type: ignore[attr-defined]
    return opened


def look(page: Any, key: str) -> str:
    """The classes of an edge: its sign and its stroke."""
    return edge(page, key).get_attribute("class") or ""


def row(page: Any, *names: str) -> Any:
    """The row of the table that holds these words."""
    found = page.locator("tbody tr")
    for name in names:
        found = found.filter(has_text=name)
    return found


def test_a_contested_relation(at: Any) -> None:
    """Drawn as two lines, read out as contested, with those who affirm and those who deny side by side."""
    page = at("?entity=graustark")
    assert "l-double" in look(page, CONTESTED)
    assert edge(page, CONTESTED).locator(".core").get_attribute("d")
    x, y = point_on(page, CONTESTED)
    if not at.phone:
        page.mouse.move(x, y)
        assert page.locator(".caption").inner_text().startswith("Contested.")
    page.mouse.click(x, y)
    side = page.locator("aside.panel")
    note = side.locator(".standing.st-contested")
    note.get_by_text("Some affirm it and some deny it").wait_for()
    assert note.evaluate("el => getComputedStyle(el).borderTopStyle") == "double"
    side.locator(".side.for .claim").first.wait_for()
    assert side.locator(".side.for .claim").count() == side.locator(".side.against .claim").count() == 1
    assert "the Foreign Office of Ruritania" in side.locator(".side.against").inner_text()
    side.get_by_text("Does Graustark answer?").wait_for()
    assert faults_of(page, RULES) == []
    page.goto("/?view=table&entity=graustark")
    assert "Contested" in row(page, "controls", "the valley").inner_text()


def test_a_denied_relation(at: Any) -> None:
    """Struck through in the drawing, named denied in panel and table."""
    page = at(f"?sel=e:{DENIED}")
    assert "l-struck" in look(page, DENIED)
    assert edge(page, DENIED).locator(".strike").get_attribute("d")
    note = page.locator("aside.panel .standing.st-denied")
    note.get_by_text("Nobody in the sources affirms it.").wait_for()
    assert "line-through" in note.locator("b").evaluate("el => getComputedStyle(el).textDecorationLine")
    page.goto("/?view=table")
    assert "Denied" in row(page, "controls", "the pass").inner_text()


def test_an_inferred_relation(at: Any) -> None:
    """Not there until asked for; then a wave, in the panel with its rule and its premises, in the table as inferred."""
    page = at()
    assert page.locator(".l-wave[data-edge]").count() == 0
    page.goto("/?derived=1&sel=e:graustark.friction_with.ruritania")
    page.locator(".standing.st-derived").wait_for()
    assert "l-wave" in look(page, "graustark.friction_with.ruritania")
    assert "No source says it." in page.locator(".standing.st-derived").inner_text()
    assert page.locator(".trace li").count() == 2
    page.goto("/?view=table&derived=1")
    assert "Inferred" in row(page, "Graustark", "friction").inner_text()


def test_what_was_known_when(at: Any) -> None:
    """Before the denial was published the relation is as the first paper has it; afterwards it is contested."""
    page = at(f"?known_at=2017&sel=e:{CONTESTED}")
    assert "l-solid" in look(page, CONTESTED)
    page.locator("aside.panel .claim").first.wait_for()
    assert page.locator("aside.panel .claim").count() == 1
    assert page.locator("aside.panel .standing").count() == 0
    old = places(page)
    page.get_by_role("button", name="Remove the filter Known by: 2017").click()
    page.locator("aside.panel .standing.st-contested").wait_for()
    assert "l-double" in look(page, CONTESTED)
    now = places(page)
    assert {k: now[k] for k in old} == old


def test_data_sets_and_what_is_imported(at: Any) -> None:
    """A relation names its data set and document; what no curator read says so, and so does what is pooled."""
    page = at(f"?sel=e:{POOLED}")
    side = page.locator("aside.panel")
    side.locator(".claim .pooled").get_by_text("One of several supporters").wait_for()
    side.locator(".claim").get_by_text("The Ledger of Support").wait_for()
    side.locator(".claim").get_by_role("link", name="Ledger, release of 2019").wait_for()
    assert side.locator(".imported").count() == 2
    assert "nobody here has read it" in side.inner_text()
    page.goto(f"/?sel=e:{CONTESTED}")
    side.locator(".claim").first.get_by_text("Read by hand").wait_for()
    assert side.locator(".imported, .pooled").count() == 0


def test_filters_on_claims(at: Any) -> None:
    """Mode, stance, document and data set are entries with counts, worked by keys, kept in the address, and lifted."""
    page = at()
    everything = page.locator(".drawing .edge").count()
    if not page.locator("aside.rail").count():
        page.get_by_role("button", name="Legend & filters").click()
    for group, name, query, left in CLAIM_FILTERS:
        part = page.locator("aside.rail section").filter(has=page.get_by_role("heading", name=group, exact=True))
        entry = part.get_by_role("button", name=re.compile(f"^{name}"))
        assert entry.locator(".count").inner_text() == str(left)
        entry.press("Enter")
        page.wait_for_url(re.compile(query))
        settled(page)
        until(page, "n => document.querySelectorAll('.drawing .edge').length === n", left)
        assert entry.get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name=f"Remove the filter {group}: {name}").press("Enter")
        until(page, "n => document.querySelectorAll('.drawing .edge').length === n", everything)
        assert query not in page.url


def test_playing_through_time(at: Any) -> None:
    """Playback goes from bar to bar, draws what holds then, moves nothing, and Space stops it where it is."""
    page = at("?entity=graustark&entity=rebels")
    if page.locator(".clocks.folded").count():
        page.locator(".clocks.folded button").click()
    old = places(page)
    page.get_by_role("button", name="Play through time").press("Space")
    page.wait_for_url(re.compile("as_of="))
    first = re.search(r"as_of=([\d-]+)", page.url)
    settled(page)
    few = page.locator(".drawing .edge").count()
    page.wait_for_url(lambda url: first is not None and f"as_of={first[1]}" not in url)
    settled(page)
    page.get_by_role("button", name="Pause").press("Space")
    stopped = page.url
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Play through time"
    assert all(old[k] == v for k, v in places(page).items())
    assert 0 < few < 8
    page.wait_for_timeout(1600)  # longer than a step takes
    assert page.url == stopped


@pytest.mark.parametrize(("motion", "step"), [("reduce", 1400), ("no-preference", 650)])
def test_playback_respects_reduced_motion(open_page: Any, world_url: str, motion: str, step: int) -> None:
    """Who wants less motion is shown a bar for twice as long."""
    page = open_page(server=world_url, reduced_motion=motion)
    page.clock.install()
    page.clock.pause_at("2100-01-01")
    page.get_by_role("button", name="Play through time").click()
    page.clock.run_for(step - 20)
    assert "as_of" not in page.url
    page.clock.run_for(40)
    page.wait_for_url(re.compile("as_of="))
