"""What a user does with the drawing and beside it: at desktop and phone size, in the light and in the dark."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.web.support import SOURCE, counts, edge, needs, node, places, point_on, settled, until

ALLEGED = "iran.shelters.militants-involved-in-the-balochistan-attack"
COMBINATIONS = [(size, scheme) for size in ("desktop", "phone") for scheme in ("light", "dark")]


@pytest.fixture(params=COMBINATIONS, ids="-".join)
def at(request: pytest.FixtureRequest, open_page: Any) -> Any:
    """Opens the explorer at one of the combinations; `at.phone` tells which."""
    size, scheme = request.param

    def opened(address: str = "", **options: Any) -> Any:
        return open_page(address, size=size, scheme=scheme, **options)

    opened.phone = size == "phone"  # type: ignore[attr-defined]
    return opened


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
