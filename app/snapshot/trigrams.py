"""Trigrams as numbers: three characters of a word, its beginning padded with two blanks and its end with one.

A character takes 21 bits, which hold all of Unicode, so that a trigram is an int64 that is the same in every process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from app.snapshot.columns import Int32, Int64

_BITS = 21
_BLANK, _BREAK = ord(" "), ord("\n")


def trigrams(texts: Sequence[str]) -> tuple[Int64, Int32]:
    """The trigrams of all texts and the position of the text that each is from; they may come more than once.

    The words of a text are separated by single blanks, and there is no other white space, as `fold` leaves it.
    """
    padded = "\n".join(texts).replace(" ", "  ").replace("\n", "\n ")
    codes = np.frombuffer(f"  {padded} ".encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    breaks = codes == _BREAK
    codes[breaks] = _BLANK
    text = (np.cumsum(breaks) - breaks)[2:]
    first, middle, last = codes[:-2], codes[1:-1], codes[2:]
    within = (middle != _BLANK) | (last != _BLANK)  # two blanks at the end stand between words
    return ((first << 2 * _BITS) | (middle << _BITS) | last)[within], text[within].astype(np.int32)


def trigrams_of(text: str) -> Iterator[int]:
    """The trigrams of one text, which for a short one is faster."""
    for word in text.split():
        first = middle = _BLANK
        for last in (*map(ord, word), _BLANK):
            yield (first << 2 * _BITS) | (middle << _BITS) | last
            first, middle = middle, last
