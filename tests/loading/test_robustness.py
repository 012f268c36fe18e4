"""Whatever the files hold, checking them ends in a list of problems with places that exist, never in a crash."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.loading.codes import Code
from app.loading.load import inspect
from app.loading.text import best_loader, read_text
from tests.loading.worlds import FILES, YamlWorld

PATHS = sorted(FILES)
CODES = {code.value for code in Code}
LOADERS = pytest.mark.parametrize("loader", [best_loader(), yaml.SafeLoader], ids=["fast", "pure"])
FRAGMENTS = st.sampled_from(
    [
        *("\t", "\n", "\r", "  ", "- ", ": ", ":", "&a ", "*a", "!!int ", "|", ">", "'", '"', "{", "}", "[", "]", "#"),
        *("---\n", "%", "?", "\\", "\x00", "\x85", "\u2028", "\ufeff", "\ud7ff", "é", "∞", "<<: ", "{}", "[]"),
        *("null", "~", "NO", "0123", "1e999", "-1", "true", "2019-04", "2020/2019", "../..", "x" * 130),
        *("any", "freedonia", "id: ", "key: riders-armed\n"),
    ]
)
PLAIN = st.recursive(
    st.none() | st.text(max_size=6) | st.sampled_from(["any", "sylvania", "State", "arms", "1", "-1", "true", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> YamlWorld:
    """One folder for all examples."""
    return YamlWorld(tmp_path_factory.mktemp("world")).write()


def check_with(world: YamlWorld, path: str, data: bytes) -> None:
    """Check the world with one file replaced, and hold the result against what is promised."""
    target = world.root / path
    before = target.read_bytes()
    target.write_bytes(data)
    try:
        dataset, problems = inspect(world.graph_data, world.seeds)
    finally:
        target.write_bytes(before)
    assert (dataset is None) == bool(problems)
    assert list(problems) == sorted(set(problems))
    for problem in problems:
        assert problem.code in CODES
        assert problem.message
        lines = data.decode(errors="replace").splitlines() if problem.path == path else FILES[problem.path].splitlines()
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1
    if dataset is not None:
        assert len(dataset.content_id) == 16


@LOADERS
@given(
    data=st.binary(max_size=200)
    | st.lists(FRAGMENTS | st.text(max_size=3), max_size=30).map(lambda x: "".join(x).encode())
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_can_be_read(loader: Any, data: bytes) -> None:
    """Arbitrary bytes give a document with a tree, or with at least one problem that says why not."""
    document = read_text(data, "a.yaml", loader)
    assert document.root is not None or document.problems
    assert {problem.code for problem in document.problems} <= CODES


@given(text=st.lists(FRAGMENTS | st.text(max_size=3), max_size=20).map("".join))
@settings(max_examples=300, deadline=None)
def test_both_parsers_agree_on_what_is_readable(text: str) -> None:
    """Where both parsers read a text, they read the same values."""
    fast, pure = (read_text(text.encode(), "a.yaml", loader) for loader in (best_loader(), yaml.SafeLoader))
    if fast.root is not None and pure.root is not None:
        assert fast.root.value == pure.root.value


@given(path=st.sampled_from(PATHS), data=st.data())
@settings(max_examples=150, deadline=None)
def test_damaged_text(world: YamlWorld, path: str, data: st.DataObject) -> None:
    """A file with pieces cut out and others put in gives problems, or is fine."""
    text = FILES[path]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(FRAGMENTS) + text[end:]
    check_with(world, path, text.encode())


@given(path=st.sampled_from(PATHS), data=st.binary(max_size=60))
@settings(max_examples=50, deadline=None)
def test_arbitrary_files(world: YamlWorld, path: str, data: bytes) -> None:
    """A file with arbitrary content gives problems."""
    check_with(world, path, data)


@given(path=st.sampled_from(PATHS), data=st.data())
@settings(max_examples=250, deadline=None)
def test_any_value_anywhere(world: YamlWorld, path: str, data: st.DataObject) -> None:
    """Any value in the place of any other gives problems, or is fine."""
    tree = yaml.load(FILES[path], Loader=yaml.BaseLoader)
    for _ in range(data.draw(st.integers(1, 2))):
        tree = copy.deepcopy(tree)
        parent, key = data.draw(st.sampled_from(list(places(tree))))
        if data.draw(st.booleans()) or isinstance(parent, list):
            parent[key] = data.draw(PLAIN)
        else:
            parent[data.draw(st.text(max_size=5))] = parent.pop(key)
    check_with(world, path, json.dumps(tree).encode())


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Each container with each of its keys."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from places(tree[key])


def test_a_symbolic_link_to_itself(tmp_path: Path) -> None:
    """A file that cannot be opened is reported, and the rest is checked."""
    world = YamlWorld(tmp_path).write()
    (world.seeds / "loop.yaml").symlink_to("loop.yaml")
    (world.seeds / "gone.yaml").symlink_to("nowhere.yaml")
    problems = inspect(world.graph_data, world.seeds)[1]
    assert [(one.path, one.code) for one in problems] == [
        ("seeds/gone.yaml", Code.UNEXPECTED_FILE),
        ("seeds/loop.yaml", Code.UNEXPECTED_FILE),
    ]
