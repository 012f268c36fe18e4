"""The tiny world that the tests of this folder break."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.worlds import YamlWorld


@pytest.fixture
def world(tmp_path: Path) -> YamlWorld:
    """A valid world in YAML, in a folder of its own."""
    return YamlWorld(tmp_path)
