"""Writing a snapshot to disk: `.npy` columns, texts with their offsets, and a manifest that vouches for each file.

The files lie in a folder `data-ID` beside the manifest, which names it. They are written under another name, synced
and renamed; then one rename puts the manifest in place. Whoever looks finds the old snapshot or the new one.
The manifest holds the size and SHA-256 of every file; the snapshot's id is the hash of those.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from app.errors import InvalidValue
from app.model.dataset import SNAPSHOT_ID_LENGTH
from app.model.records import text_of

try:
    import fcntl
except ImportError:  # there is none on Windows
    fcntl = None  # type: ignore[assignment]

FORMAT: Final = "realpolitik-snapshot"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
DATA: Final = "data-"
UNFINISHED: Final = ".unfinished-"
_CHUNK: Final = 65_536


class HashedFile:
    """A new file that knows the size and SHA-256 of what was written to it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.size = 0
        self._hash = hashlib.sha256()
        self._file: IO[bytes] = path.open("xb")

    def write(self, data: bytes | memoryview) -> None:
        """Append bytes."""
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    @property
    def digest(self) -> str:
        """The hash of what was written, as hex digits."""
        return self._hash.hexdigest()

    def sync(self) -> None:
        """See to it that what was written is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file, kept or not."""
        self._file.close()


class GrowingTexts:
    """Texts written one after another, block by block; where each ends is remembered."""

    def __init__(self, file: HashedFile) -> None:
        self._file = file
        self._ends: list[NDArray[np.int64]] = [np.zeros(1, dtype=np.int64)]
        self._total = 0

    def append(self, block: bytes | memoryview, lengths: NDArray[np.int64]) -> None:
        """Append a block of texts, of which these are the lengths in bytes."""
        self._file.write(block)
        self._ends.append(np.cumsum(lengths, dtype=np.int64) + self._total)
        self._total += int(lengths.sum())

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self._ends)) - 1

    def offsets(self) -> NDArray[np.int64]:
        """Where each text begins, and where the last one ends."""
        return np.concatenate(self._ends)


class FolderWriter:
    """Writes a snapshot folder. As a context: what was not committed leaves nothing behind.

    Raises InvalidValue where another process writes into the same folder: each would clear away what the other has
    not finished.
    """

    def __init__(self, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(target)
        self._target = target
        self._folder = target / f"{UNFINISHED}{uuid.uuid4().hex}"
        self._folder.mkdir()
        self._files: dict[str, dict[str, Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            shutil.rmtree(self._folder, ignore_errors=True)
        finally:
            os.close(self._lock)

    def array(self, name: str, values: NDArray[Any]) -> None:
        """Write a column as `name`.npy."""
        whole = np.ascontiguousarray(values)
        with self._file(f"{name}.npy") as file:
            file.write(_npy_header(values.dtype, values.shape))
            file.write(whole.reshape(-1).view(np.uint8).data if whole.size else b"")

    def texts(self, name: str, texts: Iterable[bytes]) -> int:
        """Write texts one after another as `name`.bin, and where each begins as `name`.start.npy; their number."""
        waiting = iter(texts)
        with self.growing(name) as grown:
            while chunk := list(itertools.islice(waiting, _CHUNK)):
                grown.append(b"".join(chunk), np.fromiter(map(len, chunk), dtype=np.int64, count=len(chunk)))
        return grown.count

    @contextlib.contextmanager
    def growing(self, name: str) -> Iterator[GrowingTexts]:
        """As `texts`, for texts that come in blocks: whatever is appended while the context lasts."""
        with self._file(f"{name}.bin") as file:
            grown = GrowingTexts(file)
            yield grown
        self.array(f"{name}.start", grown.offsets())

    def json(self, name: str, value: Mapping[str, Any]) -> None:
        """Write a record as `name`.json, in its one text."""
        with self._file(f"{name}.json") as file:
            file.write(text_of(value).encode())

    def commit(self, counts: Mapping[str, int], inputs: Iterable[Mapping[str, Any]]) -> str:
        """Write the manifest, sync, and put the folder into its place, over an older snapshot; the snapshot's id."""
        files = {name: self._files[name] for name in sorted(self._files)}
        key = hashlib.sha256(text_of(files).encode()).hexdigest()[:SNAPSHOT_ID_LENGTH]
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "snapshot": key,
            "folder": self._free(key),
            "counts": dict(counts),
            "inputs": [dict(i) for i in inputs],
            "files": files,
        }
        for folder in sorted({p.parent for p in self._folder.rglob("*")}):
            sync(folder)
        self._folder.rename(self._target / str(manifest["folder"]))
        sync(self._target)
        temporary = self._target / f"{UNFINISHED}{uuid.uuid4().hex}.json"
        with new_file(temporary) as file:
            file.write((json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())
        temporary.replace(self._target / MANIFEST)
        sync(self._target)
        self._clear(str(manifest["folder"]))
        return key

    def _free(self, key: str) -> str:
        """A name that no folder has: the same content may be there already, whole or damaged."""
        names = itertools.chain((f"{DATA}{key}",), (f"{DATA}{key}-{n}" for n in itertools.count(2)))
        return next(name for name in names if not (self._target / name).exists())

    def _clear(self, kept: str) -> None:
        """Remove what earlier builds left; whoever has it open keeps it until they let go."""
        for path in self._target.iterdir():
            if path.name.startswith((DATA, UNFINISHED)) and path.name != kept:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _file(self, name: str) -> Iterator[HashedFile]:
        with new_file(self._folder / name) as file:
            yield file
        self._files[name] = {"bytes": file.size, "sha256": file.digest}


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[HashedFile]:
    """A new file, synced when it is whole, and closed in any case."""
    file = HashedFile(path)
    try:
        yield file
        file.sync()
    finally:
        file.close()


def _locked(folder: Path) -> int:
    """A handle on a folder that no other process can have; the system lets go of it when the process ends, however."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        message = f"another build is writing into {folder}: wait until it has ended, or name another folder"
        raise InvalidValue("output", message) from None
    except OSError:  # a file system that knows no locks
        pass
    return handle


def _npy_header(dtype: np.dtype[Any], shape: tuple[int, ...]) -> bytes:
    buffer = io.BytesIO()
    little = np.dtype(dtype).newbyteorder("<") if dtype.byteorder == ">" else np.dtype(dtype)
    npy.write_array_header_1_0(buffer, {"descr": npy.dtype_to_descr(little), "fortran_order": False, "shape": shape})
    return buffer.getvalue()


def sync(folder: Path) -> None:
    """Sync a folder's own entries, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
