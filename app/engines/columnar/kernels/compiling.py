"""How kernels are compiled: without the GIL, and kept on disk where a folder for that can be written to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from numba import njit


def _sources() -> str:
    """A hash of all kernels: numba looks only at the file of a function for whether its machine code is still right."""
    texts = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


SOURCES: Final = _sources()

Function = TypeVar("Function", bound=Callable[..., Any])


def inner(function: Function) -> Function:
    """A function that only kernels call: it becomes a part of them."""
    return cast(Function, njit(nogil=True, error_model="numpy")(function))


def kernel(function: Function) -> Function:
    """A function that Python calls. Its machine code lies on disk under a name that changes with any kernel.

    Numba takes the folder NUMBA_CACHE_DIR, else `__pycache__`, else the user's cache; with none of them, it compiles
    anew in each process.
    """
    function.__qualname__ = f"{function.__qualname__}-{SOURCES}"
    try:
        return cast(Function, njit(nogil=True, cache=True, error_model="numpy")(function))
    except RuntimeError:  # "no locator available"
        return inner(function)
