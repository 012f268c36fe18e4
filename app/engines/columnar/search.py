"""The index of names: exact by folded form, fuzzy by trigrams first and rapidfuzz on what they leave.

A query matches a name under its folded form or under its transliteration key; the better score counts.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from app.graph.contract import Hit
from app.model.entity import Entity
from app.model.names import fold, transliteration_key

LEAST_SCORE = 60.0
CANDIDATES = 400
LONGEST_QUERY = 200


class NameIndex:
    """All names of all entities, with their trigrams."""

    def __init__(self, entities: Sequence[Entity], degrees: Sequence[int]) -> None:
        self._degrees = degrees
        self._names: list[tuple[int, str, str, str]] = []
        self._exact: dict[str, list[int]] = {}
        self._grams: dict[str, list[int]] = {}
        for handle, entity in enumerate(entities):
            for text in dict.fromkeys((entity.label, *(n.text for n in entity.names), entity.id.replace("-", " "))):
                self._add(handle, text)
            self._exact.setdefault(fold(entity.id), [])
        for handles in self._exact.values():
            handles.sort()

    def _add(self, handle: int, text: str) -> None:
        folded, key = fold(text), transliteration_key(text)
        row = len(self._names)
        self._names.append((handle, text, folded, key))
        known = self._exact.setdefault(folded, [])
        if handle not in known:
            known.append(handle)
        for gram in {*_trigrams(folded), *_trigrams(key)}:
            self._grams.setdefault(gram, []).append(row)

    def exact(self, text: str) -> Sequence[int]:
        """Entities one of whose names is the text, letter case and diacritics aside."""
        return tuple(self._exact.get(fold(text), ()))

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """The best entities for a text, best first; ties by degree, then by handle, which follows the id."""
        folded, key = fold(text[:LONGEST_QUERY]), transliteration_key(text[:LONGEST_QUERY])
        if not folded or limit < 1:
            return ()
        best: dict[int, Hit] = {}
        for row in self._candidates(folded, key):
            handle, name, name_folded, name_key = self._names[row]
            score = max(_score(folded, name_folded), 0.98 * _score(key, name_key) if key and name_key else 0.0)
            if score >= LEAST_SCORE and (handle not in best or score > best[handle].score):
                best[handle] = Hit(handle, name, score)
        return heapq.nsmallest(limit, best.values(), key=lambda h: (-h.score, -self._degrees[h.entity], h.entity))

    def _candidates(self, folded: str, key: str) -> Sequence[int]:
        """The names with most trigrams in common; ties by row, since sets of texts have another order in each run."""
        shared: Counter[int] = Counter()
        for gram in {*_trigrams(folded), *_trigrams(key)}:
            shared.update(self._grams.get(gram, ()))
        return heapq.nsmallest(CANDIDATES, shared, key=lambda row: (-shared[row], row))


def _score(query: str, name: str) -> float:
    """0 to 100: the whole name counts most, then a prefix, then words in any order, then likeness."""
    if query == name:
        return 100.0
    if name.startswith(query):
        return 95.0 + 4.0 * len(query) / len(name)
    if f" {query}" in f" {name}":
        return 90.0 + 4.0 * len(query) / len(name)
    return min(fuzz.WRatio(query, name), 93.0)


def _trigrams(text: str) -> Iterator[str]:
    for word in text.split():
        padded = f"  {word} "
        for index in range(len(padded) - 2):
            yield padded[index : index + 3]
