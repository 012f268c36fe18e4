"""What a user asks with the tools: at desktop and phone size, in the light and in the dark."""

from __future__ import annotations

import re
from typing import Any

from tests.web.support import legend, needs, panel, places, settled, until


def test_explaining_two(at: Any, base_url: str) -> None:
    """Two entities in, sentences out; each path can be stepped through and lights up."""
    needs(base_url, "explain")
    page = at("?tool=explain&start=iran")
    page.get_by_role("combobox", name="To").fill("cpec")
    page.get_by_role("combobox", name="To").press("ArrowDown")
    page.get_by_role("option").filter(has_text="China-Pakistan").first.wait_for()
    page.get_by_role("option").filter(has_text="China-Pakistan").first.click()
    page.wait_for_url(re.compile("end=cpec"))
    page.get_by_role("button", name="Next path").click()
    page.get_by_text(re.compile(r"Path 1 of \d")).wait_for()
    settled(page)
    assert page.locator(".drawing .edge.lit").count() >= 1
    page.locator(".path.on .sentence-row").first.click()
    panel(page).locator(".claim").first.wait_for()
    panel(page).locator(".panel-head button").first.click()
    page.locator(".path.on").wait_for()


def test_matching_a_pattern(at: Any, base_url: str) -> None:
    """A pattern is drawn by clicks (kind, relation, kind) and answered with rows that light up in the drawing."""
    needs(base_url, "match")
    page = at("?tool=match")
    picture = page.get_by_role("group", name="Match a pattern")
    picture.get_by_role("button", name="A anything B").click()
    page.get_by_role("option", name=re.compile("^threatens")).first.click()
    page.locator(".matches tbody tr").first.wait_for()
    picture.get_by_role("button", name="A: anything").click()
    page.get_by_role("option", name=re.compile("^Armed group")).first.click()
    page.wait_for_url(re.compile("ArmedGroup"))
    picture.get_by_role("button", name="Add a line from B").click()
    assert picture.locator(".chipline").count() == 2
    assert picture.locator(".chipend").count() == 3
    picture.get_by_role("button", name="B anything C").click()
    page.get_by_role("button", name="C → B").click()
    page.wait_for_url(lambda url: "%3Fc~*~%3Fb" in url)
    page.get_by_role("button", name="Remove this line").click()
    page.wait_for_url(lambda url: "%3Fc" not in url)
    page.locator(".matches tbody tr").first.wait_for()
    page.locator(".matches .ties button").first.click()
    panel(page).locator(".claim").first.wait_for()


def test_drawing_a_pattern_without_a_mouse(at: Any, base_url: str) -> None:
    """Enter opens a part of the pattern, letters narrow its list, Escape leaves it, and the focus goes where one is."""
    needs(base_url, "match")
    page = at("?tool=match&pattern=?a~threatens~?b")
    page.locator(".matches tbody tr").first.wait_for()
    rows = page.locator(".matches tbody tr").count()

    def focused(name: str) -> None:
        until(page, "name => document.activeElement.getAttribute('aria-label') === name", name)

    page.get_by_role("button", name="B: anything").press("Enter")
    focused("What B stands for")
    page.keyboard.press("Escape")
    focused("B: anything")
    page.keyboard.press("Enter")
    focused("What B stands for")
    page.keyboard.type("pakist")
    page.get_by_role("option", name="Pakistan State").wait_for()
    while "Pakistan\nState" not in page.locator(".choose [aria-selected=true]").inner_text():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("~pakistan"))
    focused("Pakistan")
    until(page, "n => 0 < document.querySelectorAll('.matches tbody tr').length < n", rows)
    page.get_by_role("button", name="Add a line from A").press("Enter")
    focused("A anything B")
    page.keyboard.press("Enter")
    focused("What A does to B")
    page.keyboard.type("attacks")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("~attacks~"))
    focused("A attacks B")


def test_comparing_two_dates(at: Any, base_url: str) -> None:
    """Added, ended and changed are counted, listed with the claims responsible, and marked on one layout."""
    needs(base_url, "diff")
    page = at("?tool=diff")
    old = places(page)
    for name, value in (("Before", "2018"), ("After", "2019-06")):
        page.get_by_role("textbox", name=name).fill(value)
        page.get_by_role("textbox", name=name).press("Enter")
    page.locator(".figures").wait_for()
    page.locator(".drawing .edge.d-added").first.wait_for()
    assert places(page) == old


def test_balance(at: Any, base_url: str) -> None:
    """Camps are ringed and listed; what does not weigh steps back."""
    needs(base_url, "balance")
    page = at("?tool=balance")
    page.get_by_role("heading", name="Camps").wait_for()
    page.locator('.drawing .node[data-mark="camp-1"]').first.wait_for()
    assert page.locator(".drawing .edge.gone").count() > 10


def test_inferred_relations(at: Any, base_url: str) -> None:
    """What rules infer appears only when asked for, as waves, with its trace."""
    needs(base_url, "derived")
    page = at()
    assert page.locator(".drawing .l-wave").count() == 0
    legend(page).get_by_role("checkbox").check()
    page.locator(".drawing .l-wave").first.wait_for()
    key = page.locator(".drawing .l-wave").first.get_attribute("data-edge")
    page.goto(f"/?derived=1&sel=e:{key}")
    panel(page).locator(".standing.st-derived").wait_for()
    assert panel(page).locator(".trace li").count() >= 2
