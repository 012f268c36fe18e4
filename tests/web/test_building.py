"""What the explorer is built from is in step with the rest: types with the OpenAPI document, lock without addresses."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess

import pytest

from tests.web.support import ROOT

WEB = ROOT / "web"
STATIC = ROOT / "app" / "static"


def npm(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run npm in web/, where its packages are installed."""
    command = shutil.which("npm")
    if not command or not (WEB / "node_modules").is_dir():
        pytest.skip("no Node with the explorer's packages: python hatch_build.py")
    return subprocess.run([command, *arguments], cwd=WEB, capture_output=True, text=True, check=False)


def test_types_are_those_of_the_document() -> None:
    """The TypeScript types are generated from the committed OpenAPI document, as it is now."""
    done = npm("run", "--silent", "types", "--", "--check")
    assert done.returncode == 0, done.stderr


def test_units() -> None:
    """Layout, labels, geometry, patterns and the state in the address hold what their own tests say."""
    done = npm("test", "--silent")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_holds_no_addresses() -> None:
    """The lock says what to install, with hashes, and nowhere where from."""
    lock = json.loads((WEB / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_a_first_visit_loads_little() -> None:
    """Scripts and styles come to less than 120 kB compressed, without the map and the typeface."""
    files = [
        f for f in (STATIC / "assets").iterdir() if f.suffix in (".js", ".css") and not f.name.startswith("world-")
    ]
    assert sum(len(gzip.compress(f.read_bytes())) for f in files) < 120_000


def test_nothing_is_asked_elsewhere() -> None:
    """The built page names no script, style or picture of another host, and holds nothing inline."""
    page = (STATIC / "index.html").read_text()
    assert re.findall(r'(?:src|href)="(?!\./)[^"]*"', page) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|\bon[a-z]+=", page) == []
    for file in (STATIC / "assets").glob("*.css"):
        assert "//" not in re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)


def test_no_word_is_hidden_in_the_components() -> None:
    """What the explorer says stands in one file: components hold no sentences of their own."""
    said = re.compile(r">\s*([A-Z][a-z]+ [a-z]+[^<>{}]*)<")
    found = {}
    for file in (WEB / "src").rglob("*.tsx"):
        hits = said.findall(file.read_text())
        if hits:
            found[file.name] = hits
    assert found == {}
