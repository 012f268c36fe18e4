"""The codes of problems: documented, used and tested, each of them."""

from __future__ import annotations

import re
from pathlib import Path

from app.loading.codes import Code

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "problem-codes.md"


def named_in(folder: Path, *, but: str) -> set[str]:
    """The codes that the files of a folder name, as values."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != but)
    return {Code[name].value for name in re.findall(r"\bCode\.([A-Z0-9_]+)\b", text)}


def test_codes_are_documented() -> None:
    """The table of docs/problem-codes.md has a row for each code, and no other."""
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|[^|]+\|[^|]+\|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(code.value for code in Code)


def test_codes_are_used() -> None:
    """Each code is given to some problem."""
    assert named_in(ROOT / "app" / "loading", but="codes.py") == {code.value for code in Code}


def test_codes_are_tested() -> None:
    """Each code has a test in this folder."""
    assert named_in(Path(__file__).parent, but=Path(__file__).name) == {code.value for code in Code}


def test_codes_are_kebab_case() -> None:
    """A code is lowercase words joined by hyphens, the same as its name."""
    assert [code for code in Code if code.value != code.name.lower().replace("_", "-")] == []
