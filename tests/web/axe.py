"""Asks axe what stands in the way of a reader: the rules of WCAG 2.2 AA and best practice, and contrast alone."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped] # ships no types

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
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
