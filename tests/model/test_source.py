"""Documents: how a text falls into paragraphs, and what a fingerprint is taken of."""

from __future__ import annotations

import hashlib

from app.model.source import fingerprint, split_paragraphs


def test_paragraphs_are_the_blocks_between_blank_lines() -> None:
    """A text falls apart at blank lines; lines of one block are joined, and white space is normalised."""
    text = "\n\n A heading \n\nFirst line,\n  second\tline.\n   \n\nLast.\n"
    assert split_paragraphs(text) == ["A heading", "First line, second line.", "Last."]
    assert split_paragraphs(" \n\t\n") == []


def test_a_fingerprint_does_not_depend_on_white_space() -> None:
    """The fingerprint is the SHA-256 of the text with single blanks, in hexadecimal."""
    assert fingerprint(" Two\n words ") == fingerprint("Two words") == hashlib.sha256(b"Two words").hexdigest()
    assert fingerprint("Twowords") != fingerprint("Two words")
