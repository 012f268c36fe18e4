"""YAML as text: scalars stay text, and everything that curated files have no use for is refused at its place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.loading.codes import Code
from app.loading.document import Document
from app.loading.text import LARGEST_FILE, best_loader, read_file, read_text
from app.loading.tree import DEEPEST_NESTING

LOADERS = pytest.mark.parametrize("loader", [best_loader(), yaml.SafeLoader], ids=["fast", "pure"])


def read(text: str | bytes, loader: Any = None) -> Document:
    """Read a text as the file `a.yaml`."""
    return read_text(text.encode() if isinstance(text, str) else text, "a.yaml", loader)


def value(text: str, loader: Any = None) -> Any:
    """The plain value of a text without problems."""
    document = read(text, loader)
    assert document.problems == ()
    assert document.root is not None
    return document.root.value


def refusal(text: str | bytes, loader: Any = None) -> tuple[str, int, int]:
    """The one problem of a text that is not used further."""
    document = read(text, loader)
    assert document.root is None
    (problem,) = document.problems
    return problem.code, problem.line, problem.column


@LOADERS
def test_every_scalar_stays_text(loader: Any) -> None:
    """What YAML takes for booleans, numbers, dates and base 60 stays as it is written."""
    text = "{a: NO, b: 0123, c: 12:30, d: 2019-04-01, e: 1e3, f: 0x10, g: .inf, h: 'null', i: true}"
    assert value(text, loader) == {
        "a": "NO", "b": "0123", "c": "12:30", "d": "2019-04-01", "e": "1e3", "f": "0x10", "g": ".inf", "h": "null",
        "i": "true",
    }  # fmt: skip


@LOADERS
def test_nothing_is_none(loader: Any) -> None:
    """An empty plain value, `~` and `null` are nothing; an empty text in quotes is a text."""
    assert value("a:\nb: ~\nc: null\nd: ''\n", loader) == {"a": None, "b": None, "c": None, "d": ""}


@LOADERS
def test_keys_stay_text(loader: Any) -> None:
    """Keys are the text that is written, whatever YAML would take them for."""
    assert value("NO: a\n1: b\nnull: c\n~: d\n", loader) == {"NO": "a", "1": "b", "null": "c", "~": "d"}


@LOADERS
def test_places_of_keys_and_values(loader: Any) -> None:
    """Each key, value and list item has the line and column where it starts, counted from 1 in characters."""
    document = read("é: {b: ü, c: [x,  y]}\nd:\n  - e: f\n", loader)
    assert document.key_place(("é", "c")) == (1, 11)
    assert document.value_place(("é", "c", 1)) == (1, 19)
    assert document.key_place(("d", 0, "e")) == (3, 5)
    assert document.value_place(("d", 0, "e")) == (3, 8)
    assert document.key_place(("d", 0)) == (3, 5)
    assert document.value_place(("d", 0, "missing")) == (3, 5)
    assert document.value_place(("nowhere", "at", "all")) == (1, 1)


def test_an_empty_file_holds_nothing() -> None:
    """A file without a document is read as nothing."""
    assert value("# only a comment\n") is None


def test_a_byte_order_mark_is_no_column() -> None:
    """A byte order mark at the start is skipped and counts for no column."""
    document = read(b"\xef\xbb\xbfa: b\n")
    assert document.key_place(("a",)) == (1, 1)


@LOADERS
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", (1, 5)),
        ("a: [1, 2\nb: 3\n", (2, 2)),
        ("a: @b\n", (1, 4)),
        ('a: "b\n', (2, 1)),
        ("- a\nb: c\n", (2, 1)),
    ],
)
def test_yaml_syntax(loader: Any, text: str, place: tuple[int, int]) -> None:
    """A mistake of syntax is reported where the parser stumbles."""
    assert refusal(text, loader) == (Code.YAML_SYNTAX, *place)


def test_a_syntax_problem_gives_a_hint() -> None:
    """The commonest mistakes of syntax come with a way out."""
    (problem,) = read("note: it says: no\n").problems
    assert "in quotes" in problem.message


@LOADERS
def test_a_collection_is_no_key(loader: Any) -> None:
    """A mapping or list as a key is a mistake of syntax."""
    assert refusal("a: {{ b }}\n", loader) == (Code.YAML_SYNTAX, 1, 5)


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a: \xff\n", (1, 4)), ("é: ok\nb: ".encode() + b"\xe9t\xe9\n", (2, 4)), ("a: b\n".encode("utf-16"), (1, 1))],
)
def test_not_utf8(data: bytes, place: tuple[int, int]) -> None:
    """A file that is not UTF-8 is reported at its first wrong byte."""
    assert refusal(data) == (Code.NOT_UTF8, *place)


@LOADERS
@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe"])
def test_control_characters(loader: Any, character: str) -> None:
    """Control characters, and line breaks that editors do not show, are refused at their place."""
    assert refusal(f"a: b\nc: d{character}\n", loader) == (Code.CONTROL_CHARACTER, 2, 5)


@LOADERS
def test_escaped_control_characters(loader: Any) -> None:
    """A control character that is smuggled in by an escape is reported too."""
    document = read('a: "b\\x1b[31m"\n', loader)
    assert [(one.code, one.line, one.column) for one in document.problems] == [(Code.CONTROL_CHARACTER, 1, 4)]
    assert document.root is not None
    assert document.root.value == {"a": "b?[31m"}


def test_a_tab_that_indents_stops_the_reading() -> None:
    """A tab in the indentation makes the file unreadable, and is the only thing that is reported."""
    assert refusal("a:\n\tb: c\n") == (Code.TAB, 2, 1)


def test_a_tab_elsewhere_is_reported_once_a_line() -> None:
    """A tab between words is a problem, and the rest of the file is still read."""
    document = read("a: b\t\tc\nd: e\n")
    assert [(one.code, one.line, one.column) for one in document.problems] == [(Code.TAB, 1, 5)]
    assert document.root is not None


def test_tabs_do_not_flood() -> None:
    """A file full of tabs gives a bounded number of problems."""
    assert len(read("a\tb\n" * 1000).problems) <= 21


@LOADERS
def test_duplicate_keys(loader: Any) -> None:
    """The second of two equal keys is reported with the line of the first, and the first value stays."""
    document = read("a: 1\nb: {c: 2,\n  c: {d: [3]}}\na: [4]\n", loader)
    assert [(one.code, one.line, one.column) for one in document.problems] == [
        (Code.DUPLICATE_KEY, 3, 3),
        (Code.DUPLICATE_KEY, 4, 1),
    ]
    assert "line 2" in document.problems[0].message
    assert document.root is not None
    assert document.root.value == {"a": "1", "b": {"c": "2"}}


@LOADERS
def test_anchors_and_aliases(loader: Any) -> None:
    """Anchors and aliases are refused, each at its place, and the file is not used."""
    document = read("a: &x [1]\nb: *x\n", loader)
    assert document.root is None
    assert [(one.code, one.line, one.column) for one in document.problems] == [
        (Code.ANCHOR_OR_ALIAS, 1, 4),
        (Code.ANCHOR_OR_ALIAS, 2, 4),
    ]


@LOADERS
def test_an_alias_bomb_costs_nothing(loader: Any) -> None:
    """Aliases of aliases are never expanded, and the number of reports is bounded."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    start = time.process_time()
    document = read("\n".join(lines), loader)
    assert time.process_time() - start < 0.5
    assert document.root is None
    assert {one.code for one in document.problems} == {Code.ANCHOR_OR_ALIAS}
    assert len(document.problems) == 20


@LOADERS
def test_an_alias_to_itself(loader: Any) -> None:
    """An anchor that contains itself is refused like any other."""
    assert read("a: &a {b: *a}\n", loader).root is None


@LOADERS
@pytest.mark.parametrize("tag", ["!!int", "!!python/name:os.system", "!thing", "!"])
def test_explicit_tags(loader: Any, tag: str) -> None:
    """A tag is reported, never acted on, and the value stays text."""
    document = read(f"a: {tag} '1'\n", loader)
    assert [(one.code, one.line, one.column) for one in document.problems] == [(Code.EXPLICIT_TAG, 1, 4)]
    assert document.root is not None
    assert document.root.value == {"a": "1"}


@LOADERS
def test_multiple_documents(loader: Any) -> None:
    """A second document in a file is refused where it starts."""
    assert refusal("a: b\n---\nc: d\n", loader) == (Code.MULTIPLE_DOCUMENTS, 2, 1)


@LOADERS
@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting(loader: Any, opening: str) -> None:
    """Nesting has a bound, far above what any file needs, and 100,000 levels cost no more than one too many."""
    column = DEEPEST_NESTING * len(opening) + 1
    assert refusal(opening * 100_000, loader) == (Code.NESTED_TOO_DEEP, 1, column)


def test_deep_nesting_by_indentation() -> None:
    """Lists in lists by dashes meet the same bound."""
    assert refusal("- " * 500 + "a")[0] == Code.NESTED_TOO_DEEP


def test_a_file_too_large(tmp_path: Path) -> None:
    """A file above 4 MiB is refused without being parsed."""
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    (problem,) = read_file(path, "large.yaml").problems
    assert (problem.code, problem.path, problem.line) == (Code.FILE_TOO_LARGE, "large.yaml", 1)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that the system does not open is a problem like any other."""
    (problem,) = read_file(tmp_path / "gone.yaml", "gone.yaml").problems
    assert problem.code == Code.UNREADABLE_FILE


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"', 'a: "\\ud800"', "%YAML 99999999999.1\n---\na"])
@LOADERS
def test_numbers_in_escapes_and_directives(loader: Any, text: str) -> None:
    """Escapes and directives with impossible numbers are problems, whichever parser meets them."""
    assert read(text, loader).problems
