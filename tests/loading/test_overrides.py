"""Overrides files: names to ids, and every mistake with its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import InvalidData
from app.loading.overrides import load_overrides

KNOWN = frozenset({"taliban", "iran"})


def written(tmp_path: Path, text: str) -> Path:
    """A file with this text."""
    path = tmp_path / "names.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_lead_to_ids(tmp_path: Path) -> None:
    """Names keep their spelling, and words that YAML would convert stay text."""
    path = written(tmp_path, 'names:\n  "Taleban": taliban\n  NO: iran\n  12: iran\n')
    assert load_overrides(path, KNOWN) == {"Taleban": "taliban", "NO": "iran", "12": "iran"}


def test_no_names_are_fine(tmp_path: Path) -> None:
    """A file may be there before it says anything."""
    assert load_overrides(written(tmp_path, "names:\n"), KNOWN) == {}


@pytest.mark.parametrize(
    ("text", "place", "code", "message"),
    [
        ("", "1:1", "wrong-type", "the file is empty"),
        ("- a\n", "1:1", "wrong-type", "expected 'names:'"),
        ("{}\n", "1:1", "missing-field", "missing field 'names'"),
        ("names: [a]\n", "1:8", "wrong-type", "expected names with ids"),
        ("names: {}\nnmaes: {}\n", "2:1", "unknown-field", "did you mean 'names'"),
        ("names:\n  A: talibans\n", "2:6", "unknown-entity", "did you mean 'taliban'"),
        ("names:\n  A: [iran]\n", "2:6", "wrong-type", "expected the id of an entity"),
        ("names:\n  A:\n", "2:", "wrong-type", "expected the id of an entity"),
        ("names:\n  '--': iran\n", "2:3", "invalid-value", "letters or digits"),
        ("names:\n  Réd: iran\n  RED: iran\n", "3:3", "repeated-name", "the same name as 'Réd'"),
        ("names:\n  A: iran\n  A: iran\n", "3:3", "duplicate-key", "A"),
        ("names: {A: iran\n", "2:1", "yaml-syntax", ""),
    ],
)
def test_a_mistake_has_its_place(text: str, place: str, code: str, message: str, tmp_path: Path) -> None:
    """Each mistake is named with line, column, code and what would be right."""
    with pytest.raises(InvalidData) as caught:
        load_overrides(written(tmp_path, text), KNOWN)
    told = "\n".join(str(p) for p in caught.value.problems)
    assert f"names.yaml:{place}" in told
    assert f": {code}: " in told
    assert message in told
