"""The main views: free of accessibility faults, at both sizes, in both schemes; each leaves a screenshot to look at."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped] # ships no types

from tests.web.support import SHOTS, SOURCE, needs, settled

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
ALLEGED = "iran.shelters.militants-involved-in-the-balochistan-attack"
VIEWS = {
    "front": "",
    "entity": "?entity=iran&sel=n:iran",
    "relation": f"?entity=iran&sel=e:{ALLEGED}",
    "filtered": "?status=alleged&status=denied&as_of=2019-04",
    "table": "?view=table&entity=iran",
    "map": "?view=map",
    "document": f"?page=source:{SOURCE}",
    "entity-page": "?page=entity:pakistan",
    "explain": "?tool=explain&start=iran&end=pakistan",
    "match": "?tool=match&pattern=?a~threatens~?b",
    "diff": "?tool=diff&from=2016&to=2019-02",
    "balance": "?tool=balance",
    "inferred": "?derived=1",
}
ENDPOINTS = {"explain": "explain", "match": "match", "diff": "diff", "balance": "balance", "inferred": "derived"}


CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def faults_of(page: Any, options: dict[str, Any]) -> list[list[Any]]:
    """The violations that axe finds: rule, places, what to do. Only these leave the page: the whole report is large."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[list[Any]] = page.evaluate(
        """options => axe.run(options).then(({violations}) => violations.map(v =>
          [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)), v.nodes[0].failureSummary]))""",
        options,
    )
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_no_accessibility_faults(name: str, open_page: Any, size: str, base_url: str) -> None:
    """Every main view meets WCAG 2.2 AA as far as axe can tell, in both schemes, and fits its window."""
    if name in ENDPOINTS:
        needs(base_url, ENDPOINTS[name])
    page = open_page(VIEWS[name], size=size)
    settled(page)
    page.evaluate("document.fonts.ready")
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}-{size}-light.png")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert faults_of(page, RULES) == []
    # Only colours differ between the schemes.
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=SHOTS / f"{name}-{size}-dark.png")
    assert faults_of(page, CONTRAST) == []
