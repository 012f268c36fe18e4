"""How names are compared: letter case, diacritics and common transliteration variants aside."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from types import MappingProxyType

_APOSTROPHES = re.compile("['’‘`ʼʻʾʿ´]")
_NOT_WORD = re.compile(r"[\W_]+")
# The same for plain ASCII, which most names are: what stands for each character.
_ASCII = MappingProxyType(
    {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | dict.fromkeys(map(ord, "'`"))
)
# Arabic, Persian and Urdu keyboards write the same letter with different characters: one stands for all, and the
# stroke that only lengthens a word (U+0640) goes. Strokes through Latin letters do not come off by decomposition.
_LETTERS = str.maketrans("يىكةہھۀەłđøı", "ییکهههههldoi", "\u0640")
# Romanisations of Arabic, Persian, Urdu and Pashto differ in these ways; one spelling stands for all.
_VARIANTS = (
    (re.compile(r"\b(?:e|i|ye)\b"), " "),  # the izafat: Tehrik-e-, Tehrik-i-
    (re.compile(r"\b(?:al|el|ul|ud|ad|as|ar|an)\b"), " "),  # the article
    (re.compile(r"ee|ie|ey|iy"), "i"),
    (re.compile(r"oo|ou|uw"), "u"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"kh|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"(?<=t)h|(?<=s)h(?=h)"), ""),
    (re.compile(r"[ae]h(?=[a-z])"), "e"),  # Tehrik, Tahrik, Tahreek
    (re.compile(r"(?<=[a-z])eb(?=[a-z])"), "ib"),  # Taleban, Taliban
    (re.compile(r"leb"), "lib"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """A name without letter case, diacritics, apostrophes and punctuation; scripts are kept, letter forms are not."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain.translate(_LETTERS))).strip()


@functools.lru_cache(maxsize=65_536)
def transliteration_key(text: str) -> str:
    """One spelling for the common romanisations of a name: Tehreek-e Taliban and Tahrik-i-Taleban agree."""
    return transliteration_keys([fold(text)])[0]


def transliteration_keys(folded: Sequence[str]) -> list[str]:
    """The keys of many folded names at once, which is faster: one on a line, no pattern reaches into the next."""
    if not folded:
        return []
    lines = "\n".join(folded)
    for pattern, replacement in _VARIANTS:
        lines = pattern.sub(replacement, lines)
    return [" ".join(line.split()) for line in lines.split("\n")]
