"""How an edge is captioned in drawings."""

from __future__ import annotations

import pytest

from app.exporters.look import caption


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (None, "fences the border with"),
        ("completed", "fences the border with"),
        ("attempted", "fences the border with (attempted)"),
        ("under_way", "fences the border with (under way)"),
        ("none", "fences the border with (not begun)"),
    ],
)
def test_an_attempt_is_not_captioned_as_a_deed(progress: str | None, shown: str) -> None:
    """What is not done says so beside its label."""
    assert caption({"label": "fences the border with", "progress": progress}) == shown
