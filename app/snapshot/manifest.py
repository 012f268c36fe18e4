"""Reading a snapshot's manifest, and holding the files to it before anything is served.

Hashing gigabytes takes seconds, so what was found right is remembered beside the manifest: a file whose size, times and
place on the disk are still those of a file that was hashed is not hashed again. Where that cannot be written, every
opening hashes everything.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import uuid
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.errors import BrokenSnapshot
from app.snapshot.folder import FORMAT, MANIFEST, UNFINISHED, VERSION

VERIFIED: Final = "verified.json"
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot's folder says of itself: its id, where its files lie, what each must be."""

    snapshot: str
    folder: Path
    counts: Mapping[str, int]
    inputs: tuple[Mapping[str, Any], ...]
    files: Mapping[str, Mapping[str, Any]]


def read_manifest(target: Path) -> Manifest:
    """The manifest of a snapshot's folder. Raises BrokenSnapshot where there is none that this version can read."""
    path = target / MANIFEST
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise BrokenSnapshot(target, f"holds no {MANIFEST}, so it is no snapshot") from None
    except (OSError, ValueError) as error:
        raise BrokenSnapshot(path, f"cannot be read ({error})") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BrokenSnapshot(path, f"does not name the format {FORMAT!r}")
    if content.get("version") != VERSION:
        raise BrokenSnapshot(
            path,
            f"has version {content.get('version')!r}, this program reads version {VERSION}",
            "build it again, or update realpolitik",
        )
    try:
        folder = target / content["folder"]
        files = {
            str(name): {"bytes": int(f["bytes"]), "sha256": str(f["sha256"])} for name, f in content["files"].items()
        }
        counts = {str(name): int(n) for name, n in content["counts"].items()}
        manifest = Manifest(str(content["snapshot"]), folder, counts, tuple(content["inputs"]), files)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenSnapshot(path, f"is not complete ({type(error).__name__} {error})") from None
    if folder.parent != target or not folder.is_dir():
        raise BrokenSnapshot(path, f"names the folder {content['folder']!r}, which is not there")
    return manifest


def verify(manifest: Manifest, target: Path) -> None:
    """Raise BrokenSnapshot where a file is missing or is not what the manifest says, by size and SHA-256."""
    known = _verified(target, manifest.snapshot)
    marks: dict[str, list[int]] = {}
    for name, wanted in manifest.files.items():
        path = manifest.folder / name
        try:
            found = path.stat()
        except OSError:
            raise BrokenSnapshot(path, "is missing") from None
        if found.st_size != wanted["bytes"]:
            raise BrokenSnapshot(path, f"has {found.st_size} bytes, the manifest says {wanted['bytes']}")
        marks[name] = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev]
    unknown = [name for name in manifest.files if known.get(name) != marks[name]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, digest in zip(unknown, pool.map(lambda n: _digest(manifest.folder / n), unknown), strict=True):
            if digest != manifest.files[name]["sha256"]:
                raise BrokenSnapshot(manifest.folder / name, "was altered: its SHA-256 is not the manifest's")
    if unknown:
        _remember(target, manifest.snapshot, marks)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _verified(target: Path, snapshot: str) -> Mapping[str, Any]:
    try:
        kept = json.loads((target / VERIFIED).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict) or kept.get("snapshot") != snapshot or not isinstance(kept.get("files"), dict):
        return {}
    files: dict[str, Any] = kept["files"]
    return files


def _remember(target: Path, snapshot: str, marks: Mapping[str, list[int]]) -> None:
    fresh = target / f"{UNFINISHED}{uuid.uuid4().hex}.json"
    with contextlib.suppress(OSError):
        fresh.write_text(json.dumps({"snapshot": snapshot, "files": marks}), encoding="utf-8")
        fresh.replace(target / VERIFIED)
