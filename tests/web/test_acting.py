"""What a user does with the drawing: at desktop and phone size, in the light and in the dark."""

from __future__ import annotations

import re
from typing import Any

from tests.web.support import (
    ALLEGED,
    SOURCE,
    clocks,
    counts,
    edge,
    legend,
    node,
    panel,
    places,
    point_on,
    settled,
    until,
)


def test_searching(at: Any) -> None:
    """Typing finds entities in any script, kinds of relations and documents; arrows, Enter and Escape work."""
    page = at()
    box = page.get_by_role("combobox", name="Search for an entity")
    box.fill("طالبان")
    page.get_by_role("option").filter(has_text="Taliban").first.wait_for()
    box.press("Escape")
    assert box.input_value() == ""
    box.fill("ira")
    page.get_by_role("option").nth(1).wait_for()
    box.press("ArrowDown")
    assert page.get_by_role("option").nth(1).get_attribute("aria-selected") == "true"
    box.press("ArrowUp")
    box.press("Enter")
    panel(page).get_by_role("heading", name="Iran", exact=True).wait_for()
    assert "sel=n:iran" in page.url
    box.fill("qwxzvk")
    page.get_by_text("Nothing is called “qwxzvk”.").first.wait_for()
    box.fill("threatens")
    page.get_by_role("option").filter(has_text="kind of relation").first.click()
    page.wait_for_url(re.compile("type=threatens"))
    settled(page)
    assert page.locator(".drawing .edge").count() < 20


def test_a_node_and_what_is_done_with_it(at: Any) -> None:
    """A click opens the panel and lights the neighbours; expand, dismiss, keep, undo and redo work and are history."""
    page = at("?entity=iran")
    before = counts(page)
    node(page, "iran").click()
    panel(page).get_by_role("heading", name="Iran", exact=True).wait_for()
    assert node(page, "iran").get_attribute("aria-pressed") == "true"
    assert page.locator(".drawing.spotted").count() == 1
    page.mouse.move(200, 8)
    page.go_back()
    until(page, "() => !document.querySelector('.drawing.spotted')")
    old = places(page)
    if at.phone:  # the panel rises over the drawing with the first tap, and holds the same action
        node(page, "pakistan").click()
        panel(page).get_by_role("button", name=re.compile("^Expand")).click()
    else:
        node(page, "pakistan").dblclick()
    page.wait_for_url(re.compile("expand=pakistan"))
    settled(page)
    until(page, "n => document.querySelectorAll('.drawing .node').length > n", before[0])
    now = places(page)
    assert {k: now[k] for k in old} == old, "what was drawn has moved"
    assert "pos=" in page.url
    panel(page).get_by_role("button", name="Dismiss", exact=True).click()
    node(page, "pakistan").wait_for(state="detached")
    page.get_by_role("button", name="Undo").click()
    node(page, "pakistan").wait_for()
    page.get_by_role("button", name="Redo").click()
    node(page, "pakistan").wait_for(state="detached")
    page.get_by_role("button", name=re.compile("Bring back")).click()
    node(page, "pakistan").wait_for()


def test_pinning(at: Any) -> None:
    """Dragging pins a node where it is let go, the address remembers it, and it can be released."""
    page = at("?entity=iran")
    before = places(page)
    box = node(page, "imran-khan").locator(".body").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20)
    page.mouse.move(x + 40, y + 30)
    page.mouse.up()
    page.wait_for_url(re.compile("pin=imran-khan"))
    settled(page)
    after = places(page)
    assert after["imran-khan"] != before["imran-khan"]
    assert {k: v for k, v in after.items() if k != "imran-khan"} == {
        k: v for k, v in before.items() if k != "imran-khan"
    }
    assert "pinned" in (node(page, "imran-khan").get_attribute("class") or "")
    page.reload()
    node(page, "imran-khan").wait_for()
    settled(page)
    assert places(page)["imran-khan"] == after["imran-khan"]
    page.get_by_role("button", name="Release all pins").click()
    page.wait_for_url(lambda url: "pin=" not in url)


def test_an_allegation_is_unmistakable(at: Any) -> None:
    """An alleged edge is dashed and says so; its panel names voice, addressee, paragraph, and the accused's answer."""
    page = at("?entity=iran")
    assert "l-short" in (edge(page, ALLEGED).get_attribute("class") or "")
    x, y = point_on(page, ALLEGED)
    if not at.phone:
        page.mouse.move(x, y)
        assert page.locator(".caption").inner_text().startswith("Alleged.")
    page.mouse.click(x, y)
    side = panel(page)
    side.locator(".standing.st-alleged").wait_for()
    side.get_by_text("No answer from Iran is in the sources.").wait_for()
    text = side.inner_text()
    for part in ("Pakistan's Foreign Office", "alleges", "Iran's embassy in Pakistan", "high", "¶ 6", "1 claim"):
        assert part in text
    side.locator(".claim .badge-status").get_by_text("Alleged").wait_for()
    side.locator(".evidence .para").first.click()
    page.wait_for_url(re.compile(f"page=source:{SOURCE}"))
    page.locator("#p6").wait_for()


def test_the_document_and_the_graph_light_each_other(at: Any) -> None:
    """A paragraph lights what was drawn from it, a line marks its paragraphs, and silences stand apart."""
    page = at(f"?page=source:{SOURCE}")
    page.get_by_role("heading", name="Pakistan-Iran Relations Under Imran Khan").wait_for()
    assert page.locator(".paragraph").count() == 11
    page.get_by_role("heading", name="What it does not say").wait_for()
    page.locator("#p6 summary").click()
    entry = page.locator("#p6").get_by_role("button").filter(has_text="sanctuary or base").first
    if not at.phone:
        page.locator("#p6 .number").hover()
        assert "lit" in (edge(page, ALLEGED).get_attribute("class") or "")
        assert page.locator(".drawing .edge:not(.lit)").count() > page.locator(".drawing .edge.lit").count()
    entry.click()
    panel(page).locator(".standing.st-alleged").wait_for()
    page.locator("#p6.lit").wait_for()


def test_filters_and_the_legend(at: Any) -> None:
    """The legend filters and counts, says how many relations are hidden, and no filter moves a node."""
    page = at("?entity=pakistan")
    nodes, edges = counts(page)
    old = places(page)
    rail = legend(page)
    rail.get_by_role("button", name=re.compile("^Conflictual")).click()
    settled(page)
    until(page, "n => document.querySelectorAll('.drawing .edge').length < n", edges)
    assert page.locator(".drawing .edge:not(.p-conflictual)").count() == 0
    shown = counts(page)[1]
    page.get_by_text(f"{edges - shown} relations hidden by filters").wait_for()
    assert all(old[k] == v for k, v in places(page).items())
    rail.get_by_role("button", name=re.compile("^Cooperative")).click()
    until(page, "n => document.querySelectorAll('.drawing .edge').length > n", shown)
    rail.get_by_role("combobox").select_option("high")
    page.wait_for_url(re.compile("min_confidence=high"))
    rail.get_by_role("button", name="Show all").click()
    until(page, "n => document.querySelectorAll('.drawing .edge').length === n", edges)
    assert counts(page)[0] == nodes


def test_an_empty_view_names_the_filter_to_relax(at: Any) -> None:
    """Nothing matching the filters is told apart from nothing being said, and each filter can be lifted from there."""
    page = at("?entity=iran&status=alleged&polarity=cooperative")
    note = page.locator(".absence.filtered")
    note.get_by_role("heading", name="Nothing matches your filters").wait_for()
    note.get_by_role("button", name=re.compile("Sign: Cooperative")).click()
    page.locator(".drawing .edge").first.wait_for()
    assert "polarity" not in page.url


def test_the_two_clocks(at: Any) -> None:
    """Range, date, playback and known-at change what is drawn, never where it stands."""
    page = at("?entity=pakistan")
    old = places(page)
    bar = clocks(page)
    early = bar.get_by_role("slider", name="To")
    early.press("ArrowLeft")
    page.wait_for_url(re.compile("during="))
    early.press("End")
    page.wait_for_url(lambda url: "during=" not in url)
    field = bar.get_by_role("textbox", name="On one date")
    field.fill("2017")
    field.press("Enter")
    page.wait_for_url(re.compile("as_of=2017"))
    settled(page)
    assert 0 < page.locator(".drawing .edge").count() < 40
    assert all(old[k] == v for k, v in places(page).items())
    bar.get_by_role("button", name="Play through time").click()
    until(page, "() => !location.search.includes('as_of=2017&') && /as_of=\\d{4}-/.test(location.search)")
    bar.get_by_role("button", name="Pause").click()
    bar.get_by_role("button", name="All time").first.click()
    known = bar.get_by_role("textbox", name=re.compile("^Known by"))
    known.fill("2018")
    known.press("Enter")
    page.locator(".absence").wait_for()
    assert page.locator(".drawing .edge").count() == 0
