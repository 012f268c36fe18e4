"""What was computed on a snapshot and may be asked for again: the latest answers, dropped with the snapshot."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

KEPT = 64

Computed = TypeVar("Computed")


class Memory:
    """At most `KEPT` answers by key; the one not asked for the longest goes first. Safe to share between threads."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def remembered(self, key: Hashable, compute: Callable[[], Computed]) -> Computed:
        """The answer kept for the key, else a new one. Two threads may compute the same at once; one stays."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Computed, self._answers[key])
        answer = compute()
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer
