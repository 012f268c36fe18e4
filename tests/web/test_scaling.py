"""A graph of millions: searched first, never drawn as a whole, and what is cut says so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.web.axe import RULES, faults_of
from tests.web.support import SHOTS, graph_of, node, settled, until

RELATIONS = 10_000_000
# Whether every document in the panel is named by its title, so that no request is under way.
TITLED = """() => {
    const links = [...document.querySelectorAll("aside.panel dd a")];
    return links.length >= 12 && !links.some((link) => link.textContent.startsWith("feed-"));
}"""


@pytest.fixture
def huge(open_page: Any) -> Callable[..., Any]:
    """Opens the explorer of a server that says how large it is, and writes down which graphs it is asked for."""

    def opened(address: str = "", **options: Any) -> Any:
        page = open_page("?view=table&entity=iran", **options)
        counts = {"entities": 1_200_000, "relations": RELATIONS, "claims": 12_000_000}
        page.route("**/v1/stats", lambda route: route.fulfill(json={"counts": counts}))
        page.asked = []
        page.on("request", lambda r: page.asked.append(r.url) if "/v1/graph" in r.url else None)
        page.goto(f"/{address}")
        return page

    return opened


def test_the_front_of_a_large_graph(huge: Any, size: str) -> None:
    """It offers a search and whom to begin with, says how much there is, and asks for no graph at all."""
    page = huge(size=size)
    page.get_by_text("1,200,000 entities, 10,000,000 relations").wait_for()
    page.get_by_role("link", name=re.compile("^Pakistan")).first.wait_for()
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"large-{size}-light.png")
    assert page.asked == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults_of(page, RULES) == []
    box = page.locator("main").get_by_role("combobox", name="Search for an entity")
    box.fill("tehrik")
    page.locator("main").get_by_role("option").first.wait_for()
    box.press("Enter")
    node(page, "tehrik-e-taliban-pakistan").wait_for()
    assert all("entity=" in url for url in page.asked)


def test_beginning_with_somebody(huge: Any) -> None:
    """One of the best connected opens with its surroundings; back leads to the front page."""
    page = huge()
    page.get_by_role("link", name=re.compile("^Iran State")).click()
    page.wait_for_url(re.compile("entity=iran"))
    node(page, "iran").wait_for()
    settled(page)
    page.go_back()
    page.locator("section.start").wait_for()
    assert page.locator(".drawing").count() == 0


def test_a_filter_alone(huge: Any) -> None:
    """With a filter and nobody to begin with, what the filter leaves is asked for, and nothing without it."""
    page = huge("?type=threatens")
    page.locator(".drawing .edge").first.wait_for(state="attached")
    settled(page)
    assert page.asked
    assert all("type=threatens" in url for url in page.asked)


def test_a_neighbourhood_that_is_cut(huge: Any) -> None:
    """Where the server cuts an answer the page says how much there is, and more can be asked for."""
    page = huge("?view=table&entity=iran")
    answer = graph_of(60)
    cut = "limit: 60 nodes; edges: 59 of 8000"
    answer["meta"] |= {"truncated": True, "truncated_by": cut, "total_nodes": 52_000, "total_edges": 64_000}
    body = json.dumps(answer)
    page.route("**/v1/graph**", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto("/?entity=n0")
    page.get_by_text("The 60 best connected of 52,000 entities are drawn.").wait_for()
    page.get_by_text("60 entities · 59 of 8,000 relations").wait_for()
    page.asked.clear()
    page.get_by_role("button", name="Show more").click()
    page.wait_for_url(re.compile("limit=1200"))
    until(page, "() => !document.querySelector('.progress.on')")
    assert all("limit=1200" in url for url in page.asked)


def test_an_entity_of_very_many_documents(huge: Any) -> None:
    """A dozen documents are named, and no title is asked for before it is to be seen."""
    page = huge("?view=table&entity=iran")
    body = page.request.get("/v1/entities/iran").json()
    body["entity"]["sources"] = [f"feed-{number:03}" for number in range(300)]
    page.route("**/v1/entities/iran", lambda route: route.fulfill(json=body))
    titles: list[str] = []
    source = page.request.get("/v1/sources?limit=1").json()["results"][0]

    def told(route: Any) -> None:
        titles.append(route.request.url)
        route.fulfill(json={"source": source, "paragraphs": [], "silences": [], "snapshot": body["snapshot"]})

    page.route("**/v1/sources/feed-*", told)
    page.goto("/?entity=iran&sel=n:iran")
    more = page.get_by_role("button", name="and 288 more documents")
    more.wait_for()
    until(page, TITLED)
    assert len(titles) == 12
    more.click()
    page.get_by_role("button", name="and 276 more documents").wait_for()
    until(page, TITLED)
    assert len(titles) == 24
