"""Finding names in the index: exact by folded form, fuzzy by trigrams first and rapidfuzz on what they leave.

A query matches a name under its folded form or under its transliteration key; the better score counts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from app.engines.columnar.shared import most_shared
from app.graph.contract import Hit
from app.model.names import fold, transliteration_keys
from app.snapshot.columns import Int64
from app.snapshot.name_index import NameArrays, UInt8, exact_hash
from app.snapshot.trigrams import trigrams_of

LEAST_SCORE = 60.0
MOST_ALIKE = 93.0  # of what is not part of the name
KEY_WORTH = 0.98  # of a match by transliteration key, beside one by the name itself
CANDIDATES = 400
LONGEST_QUERY = 200


class NameIndex:
    """All names of all entities, with their trigrams. Holds nothing of its own: many threads may search at once."""

    def __init__(self, arrays: NameArrays, degree: Callable[[int], int]) -> None:
        self._arrays = arrays
        self._degree = degree
        self._texts = _Texts(arrays.text, arrays.text_start)
        self._folded = _Texts(arrays.folded, arrays.folded_start)
        self._keys = _Texts(arrays.key, arrays.key_start)

    def exact(self, text: str) -> Sequence[int]:
        """Entities one of whose names is the text, letter case and diacritics aside."""
        return tuple(sorted(set(self._arrays.entity[self._exact_rows(fold(text))].tolist())))

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """The best entities for a text, best first; ties by degree, then by handle, which follows the id."""
        folded = fold(text[:LONGEST_QUERY])[:LONGEST_QUERY].rstrip()
        if not folded or limit < 1:
            return ()
        (key,) = transliteration_keys([folded])
        rows = self._candidates(folded, key)
        entities = self._arrays.entity[rows].tolist()
        best: dict[int, tuple[float, int]] = {}
        scores = self._scores(folded, key, rows, entities, limit)
        for row, entity, score in zip(rows.tolist(), entities, scores, strict=True):
            if score >= LEAST_SCORE and (entity not in best or score > best[entity][0]):
                best[entity] = score, row
        found = [(-score, -self._degree(entity), entity, row) for entity, (score, row) in best.items()]
        first = heapq.nsmallest(limit, found)
        names = self._texts.at(np.array([row for *_, row in first], dtype=np.int64))
        return [Hit(entity, name, -score) for (score, _, entity, _), name in zip(first, names, strict=True)]

    def _scores(self, folded: str, key: str, rows: Int64, entities: Sequence[int], limit: int) -> list[float]:
        """How well each row matches; what is merely alike is not looked at where enough entities score higher."""
        forms, keys = self._folded.at(rows), self._keys.at(rows)
        told = key == folded  # then a key that is the form as well says nothing new
        pairs = enumerate(zip(forms, keys, strict=True))
        other = [i for i, (form, other) in pairs if key and other and not (told and other == form)]
        keyed = [keys[i] for i in other]
        whole, whole_key = [_part(folded, form) for form in forms], [_part(key, form) for form in keyed]
        sure = {entities[i] for i, score in enumerate(whole) if score > MOST_ALIKE}
        sure |= {entities[i] for i, score in zip(other, whole_key, strict=True) if KEY_WORTH * score > MOST_ALIKE}
        if len(sure) < limit:
            whole, whole_key = _alike(folded, forms, whole), _alike(key, keyed, whole_key)
        for i, score in zip(other, whole_key, strict=True):
            whole[i] = max(whole[i], KEY_WORTH * score)
        return whole

    def _candidates(self, folded: str, key: str) -> Int64:
        """The names with most trigrams in common, ties by row; those that are the text itself are always among them."""
        arrays = self._arrays
        grams = np.array(sorted({*trigrams_of(folded), *trigrams_of(key)}), dtype=np.int64)
        places = np.searchsorted(arrays.gram, grams)
        known = np.flatnonzero(places < len(arrays.gram))  # a trigram beyond the last has no place
        places = places[known][arrays.gram[places[known]] == grams[known]]
        bounds = zip(arrays.gram_start[places].tolist(), arrays.gram_start[places + 1].tolist(), strict=True)
        rows = most_shared([arrays.gram_row[low:high] for low, high in bounds], len(arrays.entity), CANDIDATES)
        same = np.setdiff1d(self._exact_rows(folded), rows) if len(rows) == CANDIDATES else ()
        return np.concatenate((rows, same)) if len(same) else rows

    def _exact_rows(self, folded: str) -> Int64:
        """The rows whose folded form this is, in order; the hash only says where to look."""
        arrays = self._arrays
        wanted = np.frombuffer(exact_hash(folded), dtype="<u8")[0]
        low, high = (int(np.searchsorted(arrays.exact_hash, wanted, side)) for side in ("left", "right"))
        rows = arrays.exact_row[low:high].astype(np.int64)
        return rows[[form == folded for form in self._folded.at(rows)]]


class _Texts:
    """Texts of an index by row."""

    def __init__(self, block: UInt8, start: Int64) -> None:
        self._block = block.data
        self._start = start

    def at(self, rows: Int64) -> list[str]:
        ends = zip(self._start[rows].tolist(), self._start[rows + 1].tolist(), strict=True)
        return [str(self._block[low:high], "utf-8", "surrogatepass") for low, high in ends]


def _part(query: str, name: str) -> float:
    """The whole name counts most, then a prefix, then words in any place; 0 where the query is no part of the name."""
    if query not in name:
        return 0.0
    if query == name:
        return 100.0
    if name.startswith(query):
        return 95.0 + 4.0 * len(query) / len(name)
    return 90.0 + 4.0 * len(query) / len(name) if f" {query}" in name else 0.0


def _alike(query: str, names: Sequence[str], scores: list[float]) -> list[float]:
    """The scores, and the likeness where there is none yet: words in any order, typos."""
    rest = [i for i, score in enumerate(scores) if not score]
    if rest:
        others = [names[i] for i in rest]
        table = process.cdist([query], others, scorer=fuzz.WRatio, score_cutoff=LEAST_SCORE, dtype=np.float64)
        for i, score in zip(rest, table[0].tolist(), strict=True):
            scores[i] = min(score, MOST_ALIKE)
    return scores
