"""Runs small scripts in Node, with the libraries of `js/package.json` installed into a folder of the test cache."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "js"
_FILES = ("package.json", "package-lock.json", ".npmrc")


def run(script: str, data: bytes) -> Any:
    """What a script of `js/` makes of the data: it gets a file name and prints JSON. Skips where there is no Node."""
    folder = installed()
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        shutil.copy(HERE / script, folder / script)
        done = subprocess.run(["node", script, file.name], cwd=folder, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def installed() -> Path:
    """The folder with the libraries; installed once for each lock, by one process at a time."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("needs Node and npm")
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _FILES)).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "realpolitik" / f"export-tests-{digest}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / ".done").exists():
            for name in _FILES:
                shutil.copy(HERE / name, folder / name)
            done = subprocess.run(["npm", "ci"], cwd=folder, capture_output=True, check=False, timeout=540)
            if done.returncode:
                pytest.skip(f"the libraries could not be installed: {done.stderr.decode()[-300:]}")
            (folder / ".done").touch()
    return folder
