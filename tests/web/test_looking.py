"""The main views: free of accessibility faults, at both sizes, in both schemes; each leaves a screenshot to look at."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.axe import CONTRAST, RULES, faults_of
from tests.web.support import ALLEGED, SHOTS, SOURCE, needs, settled

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
    "match-list": "?tool=match&pattern=?a~threatens~?b",
    "diff": "?tool=diff&from=2016&to=2019-02",
    "balance": "?tool=balance",
    "inferred": "?derived=1",
}
OPENED = {"match-list": "B: anything"}  # what is clicked before looking
ENDPOINTS = {"explain": "explain", "match": "match", "diff": "diff", "balance": "balance", "inferred": "derived"}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_no_accessibility_faults(name: str, open_page: Any, size: str, base_url: str) -> None:
    """Every main view meets WCAG 2.2 AA as far as axe can tell, in both schemes, and fits its window."""
    if name in ENDPOINTS:
        needs(base_url, ENDPOINTS[name])
    page = open_page(VIEWS[name], size=size)
    settled(page)
    if name in OPENED:
        page.get_by_role("button", name=OPENED[name]).click()
    page.evaluate("document.fonts.ready")
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}-{size}-light.png")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert faults_of(page, RULES) == []
    # Only colours differ between the schemes.
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=SHOTS / f"{name}-{size}-dark.png")
    assert faults_of(page, CONTRAST) == []
