"""What must hold when things are not as they should be: no mouse, odd windows, broken networks, hostile names."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.web.support import edge, graph_of, node, settled, until


def test_the_keyboard_alone(open_page: Any, size: str) -> None:
    """Without a mouse: skip to the graph, follow lines with arrows, walk the lines of a node, open, close, zoom."""
    page = open_page("?entity=iran", size=size)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.node") == "iran"
    assert page.locator(".drawing [tabindex='0']").count() == 1
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        node(page, "iran").focus()
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.dataset.node") != "iran":
            break
    assert page.evaluate("document.activeElement.dataset.node") != "iran"
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.dataset.edge")
    page.keyboard.press("Enter")
    page.locator("aside.panel .claim").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    page.locator("aside.panel").wait_for(state="detached")
    before = page.locator(".drawing .scene").get_attribute("transform")
    node(page, "iran").focus()
    page.keyboard.press("+")
    until(page, "t => document.querySelector('.drawing .scene').getAttribute('transform') !== t", before)
    page.keyboard.press("0")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_screen_readers_get_names(open_page: Any) -> None:
    """The drawing, its nodes and its edges have names in words, and changes are announced."""
    page = open_page("?entity=iran")
    assert "Iran, State, " in (node(page, "iran").get_attribute("aria-label") or "")
    name = edge(page, "iran.shelters.militants-involved-in-the-balochistan-attack").get_attribute("aria-label") or ""
    assert "alleges" in name
    assert page.get_by_role("group", name=re.compile(r"^Graph of \d+ entities and \d+ relations")).count() == 1
    assert page.locator("[aria-live=polite]").count() >= 2


@pytest.mark.parametrize(("width", "height", "scale"), [(360, 740, 2), (680, 425, 2), (3840, 2160, 1)])
def test_windows_of_every_size(open_page: Any, width: int, height: int, scale: int) -> None:
    """From a small phone over a page at 200 per cent to a 4k screen, nothing runs over."""
    page = open_page("", wait=False, device_scale_factor=scale, viewport={"width": width, "height": height})
    for address in ("", "?entity=iran&sel=n:iran", "?view=table"):
        page.goto(f"/{address}")
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")


def test_touch(open_page: Any) -> None:
    """A tap opens a node's panel as a sheet, and the sheet can be closed."""
    page = open_page("?entity=iran", size="phone")
    node(page, "pakistan").locator(".hit").tap(force=True)
    page.locator("aside.panel").get_by_role("heading", name="Pakistan", exact=True).wait_for()
    page.locator("aside.panel").get_by_role("button", name="Close").tap()
    page.locator("aside.panel").wait_for(state="detached")


def test_a_failing_network(open_page: Any, faults: Any) -> None:
    """A failure says so, offers a retry, and keeps the last graph; the retry heals it."""
    faults.allowed += ["Failed to load resource", "failed: "]
    page = open_page("?entity=iran")
    drawn = page.locator(".drawing .node").count()
    page.route("**/v1/graph?**depth=2**", lambda route: route.abort())
    page.get_by_label("Steps from the start").select_option("2")
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "still shown" in alert.inner_text()
    assert page.locator(".drawing .node").count() == drawn
    page.unroute("**/v1/graph?**depth=2**")
    alert.get_by_role("button", name="Try again").click()
    alert.wait_for(state="detached")
    until(page, "n => document.querySelectorAll('.drawing .node').length > n", drawn)


def test_a_server_that_refuses(open_page: Any, faults: Any) -> None:
    """What the server refuses is said in its own words."""
    faults.allowed.append("Failed to load resource")
    page = open_page("?entity=nobody-of-this-name", wait=False)
    page.get_by_role("alert").wait_for()
    assert "nobody-of-this-name" in page.get_by_role("alert").inner_text()


def test_a_slow_network(open_page: Any) -> None:
    """While the answer is on its way there is a skeleton, not a blank page; what was asked last wins."""
    page = open_page("?view=table&entity=iran", size="phone")
    held: list[Any] = []
    page.route("**/v1/graph**", lambda route: held.append(route))
    page.goto("/?entity=iran")
    page.locator(".veil .skeleton").first.wait_for()
    for route in held:
        route.continue_()
    page.unroute("**/v1/graph**")
    node(page, "iran").wait_for()
    assert page.locator(".veil .skeleton").count() == 0


def test_a_graph_too_big_to_draw(open_page: Any) -> None:
    """Of 5,000 entities the 600 best connected are drawn, it says so, and more can be asked for."""
    page = open_page("?view=table")
    body = json.dumps(graph_of(5000))
    page.route("**/v1/graph**", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto("/")
    page.get_by_text("The 600 best connected of 5,000 entities are drawn.").wait_for(timeout=20000)
    assert page.locator(".drawing .node").count() == 600
    page.get_by_role("button", name="Show more").click()
    page.wait_for_url(re.compile("limit=1200"))


def test_markup_in_names_is_text(open_page: Any) -> None:
    """A name that looks like markup is printed, never run."""
    hostile = '<img src=x onerror="window.hit=1"><b>bold</b> {n}'
    page = open_page("?view=table")
    body = json.dumps(graph_of(4, label=hostile))
    page.route("**/v1/graph**", lambda route: route.fulfill(body=body, content_type="application/json"))
    for address in ("/", "/?view=table"):
        page.goto(address)
        page.locator("[aria-label*='<b>bold</b>'], td:has-text('<b>bold</b>')").first.wait_for(state="attached")
        assert page.locator("main img, main b:text('bold')").count() == 0
    assert page.evaluate("window.hit") is None


def test_the_policy_is_strict(open_page: Any, base_url: str) -> None:
    """The page is served with a Content-Security-Policy that lets nothing inline run and asks no other host."""
    page = open_page()
    policy = page.request.get(f"{base_url}/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    names = {part.split()[0] for part in policy.split(";") if part.strip()}
    assert "default-src" in names
    assert page.locator("script:not([src])").count() == 0
    assert page.evaluate("document.fonts.size") > 0


def test_paper(open_page: Any) -> None:
    """In print there are the drawing and the evidence, without buttons."""
    page = open_page("?entity=iran&sel=n:iran")
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    assert page.locator("aside.panel").is_visible()
    assert page.locator(".drawing").is_visible()
