"""The documentation of formats says what the registry says."""

from __future__ import annotations

import re

import pytest

from app.exporters import registry
from app.exporters.table import PAGE, written


def test_the_table_is_that_of_the_registry() -> None:
    """The table of formats in the documentation is the one that the registry gives, row by row."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page), "run python -m app.exporters.table"


@pytest.mark.parametrize("name", registry.names())
def test_each_format_is_explained(name: str) -> None:
    """Each format has a paragraph that begins with its name and says how to open it."""
    _, _, text = PAGE.read_text(encoding="utf-8").partition("## How to open them")
    openings = [re.findall(r"\*\*([a-z-]+)\*\*", p.partition(":")[0]) for p in text.split("\n\n") if p.startswith("**")]
    assert any(name in names for names in openings)
