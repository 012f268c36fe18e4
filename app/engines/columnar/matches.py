"""Long answers as columns: a `Match`, or a handle that Python knows as a number, is made only of what is looked at."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from app.engines.columnar.verdicts import Amounts
from app.graph.contract import Match
from app.snapshot.columns import Columns, Int32, Int64

_AT_ONCE = 4096


class Matches(Sequence[Match]):
    """What `select` gives where that is much. Without `claims`, each relation has all its claims."""

    def __init__(
        self, columns: Columns, relations: Int32, claims: tuple[Int32, Int64] | None, judged: Callable[[], Amounts]
    ) -> None:
        self._all = columns.relation_claims
        self._judged = judged
        self.relations = relations
        self.remaining = claims  # the claims of all relations, and where those of each begin, with the end of the last

    @property
    def whole(self) -> bool:
        """Whether these are all relations with all their claims."""
        return self.remaining is None and len(self.relations) == len(self._all) - 1

    @functools.cached_property
    def worth(self) -> Amounts:
        """What the relations amount to."""
        return self._judged()

    def __len__(self) -> int:
        return len(self.relations)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Match]: ...
    def __getitem__(self, index: int | slice) -> Match | Sequence[Match]:
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            return list(self._made(first, last)) if step == 1 else [self[i] for i in range(first, last, step)]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        return next(self._made(index, index + 1))

    def __iter__(self) -> Iterator[Match]:
        for first in range(0, len(self), _AT_ONCE):
            yield from self._made(first, min(first + _AT_ONCE, len(self)))

    def _made(self, first: int, last: int) -> Iterator[Match]:
        relations = self.relations[first:last]
        if self.remaining is None:
            starts, ends = self._all[relations].tolist(), self._all[relations + 1].tolist()
            for relation, start, end in zip(relations.tolist(), starts, ends, strict=True):
                yield Match(relation, tuple(range(start, end)))
            return
        claims, bounds = self.remaining
        low = int(bounds[first])
        rows = claims[low : int(bounds[last])].tolist()
        cuts = (bounds[first : last + 1] - low).tolist()
        for relation, start, end in zip(relations.tolist(), cuts, cuts[1:], strict=False):
            yield Match(relation, tuple(rows[start:end]))


class Handles(Sequence[int]):
    """Handles of entities or claims, in the order of a column."""

    def __init__(self, column: NDArray[np.integer[Any]]) -> None:
        self.column = column

    def __len__(self) -> int:
        return len(self.column)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        found: int | list[int] = self.column[index].tolist()
        return found

    def __iter__(self) -> Iterator[int]:
        for first in range(0, len(self), _AT_ONCE):
            yield from self.column[first : first + _AT_ONCE].tolist()
