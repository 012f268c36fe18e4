"""Finding names the plain way, on dictionaries: slow, and simple enough to be believed. The engine is held to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from app.engines.columnar.search import CANDIDATES, KEY_WORTH, LEAST_SCORE, LONGEST_QUERY, MOST_ALIKE
from app.graph.contract import Hit
from app.model.entity import Entity
from app.model.names import fold, transliteration_key


class PlainNames:
    """All names of all entities in a list, with their trigrams."""

    def __init__(self, entities: Sequence[Entity], degrees: Sequence[int]) -> None:
        self._degrees = degrees
        self._names: list[tuple[int, str, str, str]] = []
        self._grams: list[set[str]] = []
        for handle, entity in enumerate(entities):
            for text in dict.fromkeys((entity.label, *(n.text for n in entity.names), entity.id.replace("-", " "))):
                self._names.append((handle, text, fold(text), transliteration_key(text)))
                self._grams.append(grams(fold(text)) | grams(transliteration_key(text)))

    def exact(self, text: str) -> Sequence[int]:
        """Entities one of whose names folds to the same as the text."""
        return tuple(sorted({handle for handle, _, folded, _ in self._names if folded == fold(text)}))

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """The best entities by the best score of their names, ties by degree, then by handle."""
        folded = fold(text[:LONGEST_QUERY])[:LONGEST_QUERY].rstrip()
        key = transliteration_key(folded)
        if not folded or limit < 1:
            return ()
        best: dict[int, Hit] = {}
        for row in self._candidates(folded, grams(folded) | grams(key)):
            handle, name, name_folded, name_key = self._names[row]
            score = max(likeness(folded, name_folded), KEY_WORTH * likeness(key, name_key) if key and name_key else 0.0)
            if score >= LEAST_SCORE and (handle not in best or score > best[handle].score):
                best[handle] = Hit(handle, name, score)
        return sorted(best.values(), key=lambda h: (-h.score, -self._degrees[h.entity], h.entity))[:limit]

    def _candidates(self, folded: str, wanted: set[str]) -> list[int]:
        """The names with most trigrams in common, those that stand first of equals; and those that are the text."""
        shared = Counter({row: len(wanted & own) for row, own in enumerate(self._grams) if wanted & own})
        rows = sorted(shared, key=lambda row: (-shared[row], row))[:CANDIDATES]
        return rows + [r for r, name in enumerate(self._names) if name[2] == folded and r not in rows]


def likeness(query: str, name: str) -> float:
    """0 to 100: the whole name counts most, then a prefix, then words in any order, then likeness."""
    if query == name:
        return 100.0
    if name.startswith(query):
        return 95.0 + 4.0 * len(query) / len(name)
    if f" {query}" in f" {name}":
        return 90.0 + 4.0 * len(query) / len(name)
    return min(fuzz.WRatio(query, name), MOST_ALIKE)


def grams(text: str) -> set[str]:
    """Each three characters of each word, with two blanks before it and one after."""
    return set(_grams(text))


def _grams(text: str) -> Iterator[str]:
    for word in text.split():
        padded = f"  {word} "
        for index in range(len(padded) - 2):
            yield padded[index : index + 3]
