"""No file of the repository says where packages are fetched from: that is the business of whoever installs.

The lock names packages, versions and hashes; the client's own configuration says where it looks for them.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.code import ROOT

# Written in two halves, so that this file does not name them either.
HOSTS: Final = tuple(
    f"{left}{right}".encode()
    for left, right in (
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("pypi.python", ".org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("yarnpkg", ".com"),
        ("crates", ".io"),
        ("anaconda", ".org"),
        ("deb.debian", ".org"),
        ("archive.ubuntu", ".com"),
        ("proxy.golang", ".org"),
        ("repo.maven.apache", ".org"),
    )
)


def files() -> list[Path]:
    """The files that are in the repository or about to be; all that lie here where there is no repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        made = {".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__", "node_modules"}
        paths = [path for path in ROOT.rglob("*") if not made & set(path.parts)]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def test_no_file_names_a_registry() -> None:
    """No file names the host of a package registry."""
    named = {
        str(path.relative_to(ROOT)): host.decode()
        for path in files()
        for host in HOSTS
        if host in path.read_bytes().lower()
    }
    assert named == {}


@pytest.mark.parametrize("word", ["://", "-index-url", "--find-links", "--trusted-host", " @ ", "-e "])
def test_the_lock_says_what_not_where(word: str) -> None:
    """The lock holds no address, no folder and no option that names one."""
    assert [line for line in (ROOT / "requirements.txt").read_text().splitlines() if word in line] == []


def test_the_lock_pins_and_hashes() -> None:
    """Each package of the lock has one exact version and at least one hash."""
    entries = (ROOT / "requirements.txt").read_text().replace("\\\n", "").splitlines()
    packages = [line for line in entries if line and not line.lstrip().startswith("#")]
    assert packages
    assert [line.split()[0] for line in packages if "==" not in line.split()[0] or "--hash=sha256:" not in line] == []
