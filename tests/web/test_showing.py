"""How a view is shown otherwise, shared and taken away: at desktop and phone size, in the light and in the dark."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.web.support import panel, places, settled


def test_the_table_twin(at: Any) -> None:
    """The table holds what is drawn, sorts by any column, copies as TSV and opens the evidence."""
    page = at("?view=table&entity=iran")
    rows = page.locator("tbody tr")
    total = rows.count()
    assert total > 5
    page.get_by_role("button", name=re.compile("^To")).click()
    first = rows.first.locator("td").nth(2).inner_text()
    page.get_by_role("button", name=re.compile("^To")).press("Enter")
    page.wait_for_url(re.compile(r"sort=to\.down"))
    assert rows.first.locator("td").nth(2).inner_text() > first
    page.get_by_role("button", name="Copy as TSV").click()
    page.get_by_text(f"{total} rows copied.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert len(text.splitlines()) == total + 1
    assert text.splitlines()[0].split("\t")[:3] == ["From", "Relation", "To"]
    rows.first.locator("button").click()
    panel(page).locator(".claim").first.wait_for()
    page.get_by_role("button", name="Entities", exact=True).click()
    assert rows.count() >= 8


def test_the_map(at: Any) -> None:
    """The map places what has a place, names the basis of its lines, and opens panels."""
    page = at("?view=map")
    page.locator(".world .node").first.wait_for()
    assert page.get_by_text("dashed where states dispute them").count() == 1
    assert page.locator(".disputed").get_attribute("d")
    page.locator('.world [data-node="iran"]').focus()
    page.keyboard.press("Enter")
    panel(page).get_by_role("heading", name="Iran", exact=True).wait_for()


def test_a_shared_link_gives_the_same_view(at: Any) -> None:
    """The copied link brings back what is drawn, where it stands and what part is in sight."""
    page = at("?entity=iran&sel=n:pakistan")
    panel(page).get_by_role("button", name=re.compile("^Expand")).click()
    page.wait_for_url(re.compile("expand=pakistan"))
    settled(page)
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("The link to this very view is copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    old, scene = places(page), page.locator(".drawing .scene").get_attribute("transform")
    other = at("?" + link.split("?")[1])
    settled(other)
    found = {k: [round(float(n)) for n in re.findall(r"-?[\d.]+", v)] for k, v in places(other).items()}
    for key, text in old.items():
        for a, b in zip(found[key], re.findall(r"-?[\d.]+", text), strict=True):
            assert abs(a - float(b)) <= 2
    numbers = [
        [float(n) for n in re.findall(r"-?[\d.]+", t)]
        for t in (scene, other.locator(".drawing .scene").get_attribute("transform"))
    ]
    assert abs(numbers[0][2] - numbers[1][2]) < 0.02


def test_exporting(at: Any, base_url: str) -> None:
    """The very view can be taken away: as the picture that is seen, and in every format that the server writes."""
    page = at("?entity=iran&polarity=conflictual")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG of the drawing").click()
    text = waiting.value.path().read_text()
    assert "<script" not in text
    assert text.count("<title>") >= 3
    page.get_by_role("button", name="Export").click()
    page.locator(".popup [data-format]").first.wait_for()
    links = {
        el.get_attribute("data-format"): el.get_attribute("href") for el in page.locator(".popup [data-format]").all()
    }
    assert {"json", "graphml", "csv", "turtle"} <= set(links)
    for name in ("json", "graphml"):
        answer = page.request.get(links[name])
        assert answer.ok
        assert "polarity=conflictual" in answer.url
    assert len(json.loads(page.request.get(links["json"]).text())["edges"]) == page.locator(".drawing .edge").count()


def test_the_introduction(at: Any) -> None:
    """The front page says in one sentence what is drawn, and its questions open real views."""
    page = at()
    page.get_by_role("heading", name="Who claims what about whom").wait_for()
    assert page.locator(".question").count() >= 3
    page.get_by_role("link", name="What is only alleged?").click()
    page.wait_for_url(re.compile("status=alleged"))
    settled(page)
    assert page.locator(".drawing .edge:not(.l-short):not(.l-double)").count() == 0
    page.go_back()
    page.get_by_role("button", name="Close the introduction").click()
    assert page.locator(".intro").count() == 0
    page.get_by_role("button", name="Collapse parallel lines").click()
    page.locator(".badge").first.wait_for()


def test_the_colour_scheme(at: Any) -> None:
    """Light, dark or the system's: chosen once, kept after a reload."""
    page = at("?entity=iran")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    for name, colour in (("Dark", "rgb(20, 24, 29)"), ("Light", "rgb(251, 251, 250)")):
        page.get_by_role("button", name="Colour scheme").click()
        page.get_by_role("menuitemradio", name=name, exact=True).click()
        assert page.evaluate(ground) == colour
    page.reload()
    assert page.evaluate(ground) == "rgb(251, 251, 250)"
