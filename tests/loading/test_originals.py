"""Original texts and their records: what a new record holds, and what a comparison finds."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidValue
from app.loading.codes import Code
from app.loading.originals import skeleton, verify
from app.loading.text import read_text
from app.model.source import Paragraph, Source, fingerprint, split_paragraphs
from tests.loading.worlds import SEED, TEXT, YamlWorld


@pytest.fixture
def source(world: YamlWorld) -> Source:
    """The source record of the tiny world."""
    return world.load().sources[0]


def outcomes(text: str, *sources: Source) -> list[tuple[int, str, int | None]]:
    """How each paragraph of a text fares."""
    return [(one.number, one.outcome, one.found_at) for one in verify(text.encode(), sources).paragraphs]


def test_the_original(source: Source) -> None:
    """The original matches by its hash, byte for byte."""
    result = verify(TEXT.encode(), [replace(source, id="other", sha256="0" * 64), source])
    assert result.source == source
    assert result.ok
    assert result.same_bytes
    assert [one.outcome for one in result.paragraphs] == ["same", "same", "same"]


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT, TEXT.replace(" ", "  "), "\n\n" + TEXT])
def test_other_white_space(source: Source, text: str) -> None:
    """Line ends, spaces and a byte order mark change the bytes, not the words."""
    result = verify(text.encode(), [source])
    assert result.ok
    assert not result.same_bytes


def test_a_changed_paragraph(source: Source) -> None:
    """A changed word is found in its paragraph, and only there."""
    assert outcomes(TEXT.replace("Shots", "Stones"), source) == [
        (1, "same", None),
        (2, "differs", None),
        (3, "same", None),
    ]
    assert not verify(TEXT.replace("Shots", "Stones").encode(), [source]).ok


def test_a_missing_paragraph(source: Source) -> None:
    """A paragraph that was taken out is missing, and those behind it are found at their new place."""
    text = TEXT.replace("Shots were fired\nat the border.\n\n", "")
    assert outcomes(text, source) == [(1, "same", None), (2, "differs", None), (3, "missing", 2)]


def test_an_extra_paragraph(source: Source) -> None:
    """A paragraph that was put in shifts the others."""
    text = TEXT + "\nThe end.\n"
    assert outcomes(text, source)[-1] == (4, "extra", None)
    shifted = TEXT.replace("Shots", "A remark.\n\nShots")
    assert outcomes(shifted, source) == [(1, "same", None), (2, "differs", 3), (3, "differs", 4), (4, "extra", None)]


def test_the_best_match_of_several(source: Source) -> None:
    """Among several records the one that shares most paragraphs is taken."""
    other = replace(source, id="other", sha256="1" * 64, paragraphs=source.paragraphs[:1])
    result = verify(TEXT.replace("Shots", "Stones").encode(), [other, source])
    assert result.source == source


@pytest.mark.parametrize("text", ["", "Something else.\n"])
def test_no_match(source: Source, text: str) -> None:
    """A text that shares nothing with any record matches none."""
    result = verify(text.encode(), [source])
    assert result.source is None
    assert not result.ok


def test_a_record_that_contradicts_itself(source: Source) -> None:
    """When the hash matches and a fingerprint does not, the record is wrong, and that is reported."""
    wrong = replace(source, paragraphs=(Paragraph(1, "0" * 64, "x"), *source.paragraphs[1:]))
    result = verify(TEXT.encode(), [wrong])
    assert result.same_bytes
    assert not result.ok


def test_a_text_that_is_not_utf8(source: Source) -> None:
    """A text in another encoding is refused with its first wrong byte."""
    with pytest.raises(InvalidValue, match="byte 1 is 0xff"):
        verify(b"a\xff", [source])


def test_an_empty_text_has_no_record() -> None:
    """There is no record of nothing."""
    with pytest.raises(InvalidValue, match="empty"):
        skeleton(b" \n", "x")


def test_a_skeleton_is_yaml_to_be_filled(world: YamlWorld) -> None:
    """A new record is readable, holds none of the text, and the check lists exactly what is left to fill."""
    text = skeleton(TEXT.encode(), "border-news")
    assert "Freedonia" not in text
    problems = world.add(SEED, text).problems()
    assert {one.code for one in problems} == {Code.MISSING_FIELD}
    assert [one.message.split("'")[1] for one in problems] == [
        *("title", "author", "published", "language", "note", "note", "note"),
    ]


def test_a_filled_skeleton_verifies(world: YamlWorld) -> None:
    """A new record, once it is filled, is valid and matches its text."""
    text = skeleton(TEXT.encode(), "border-news")
    filled = {
        "title:\n": "title: Border News\n",
        "author:  # id": "author: author-of-border-news  # id",
        "published:  #": "published: {edtf: 2019-05-20}  #",
        "language:  #": "language: en  #",
        "note:  #": "note: Ours.  #",
    }
    for old, new in filled.items():
        text = text.replace(old, new)
    world.add(SEED, text)
    assert world.problems() == ()
    result = verify(TEXT.encode(), world.load().sources)
    assert result.ok
    assert result.same_bytes


@given(text=st.text())
def test_any_text_round_trips(text: str) -> None:
    """The record made of any text has the hash and the fingerprints by which that text is found again."""
    data = text.encode()
    if not split_paragraphs(text.removeprefix("\ufeff")):
        return
    document = read_text(skeleton(data, "any").encode(), "any.yaml")
    assert document.problems == ()
    assert document.root is not None
    record = document.root.value
    assert record["sha256"] == hashlib.sha256(data).hexdigest()
    paragraphs = tuple(Paragraph(int(one["number"]), one["fingerprint"], "x") for one in record["paragraphs"])
    source = Source("any", "t", "a", "2019", "en", "complete", "d", record["sha256"], paragraphs)
    assert verify(data, [source]).ok
    assert [one.fingerprint for one in paragraphs] == [
        fingerprint(paragraph) for paragraph in split_paragraphs(text.removeprefix("\ufeff"))
    ]
