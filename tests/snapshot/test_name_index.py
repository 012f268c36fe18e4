"""The index of names as arrays: what stands in it, the same in every process, and back from files."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.building.memory import build as build_snapshot
from app.building.stored import write
from app.engines.columnar.search import NameIndex
from app.model.entity import Entity, Name
from app.model.names import fold
from app.snapshot import name_index
from app.snapshot.name_index import NameArrays, build
from app.snapshot.stored import open_snapshot
from app.snapshot.trigrams import trigrams, trigrams_of
from tests.architecture.code import ROOT
from tests.worlds import names

ENTITIES = (
    Entity("iran", "State", "Iran", (Name("ایران"), Name("Islamic Republic of Iran"))),
    Entity("the-front", "ArmedGroup", "The Front", (Name("the front"), Name("The Front"), Name("!"))),
    Entity("turkiye", "State", "Türkiye"),
)


@given(st.lists(st.text(max_size=12).map(fold), max_size=6))
def test_trigrams_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    """Worked out together, the trigrams of each text are those that it has alone."""
    codes, places = trigrams(texts)
    for place, text in enumerate(texts):
        assert sorted(codes[places == place].tolist()) == sorted(trigrams_of(text))


def test_a_name_is_a_row_once() -> None:
    """Rows follow the entities and their names; a repeated text makes none, one that only folds to the same does."""
    arrays = build(ENTITIES)
    texts = [arrays.text[a:b].tobytes().decode() for a, b in pairwise(arrays.text_start.tolist())]
    assert list(zip(arrays.entity.tolist(), texts, strict=True)) == [
        (0, "Iran"), (0, "ایران"), (0, "Islamic Republic of Iran"), (0, "iran"),
        (1, "The Front"), (1, "the front"), (1, "!"),
        (2, "Türkiye"), (2, "turkiye"),
    ]  # fmt: skip


@pytest.mark.parametrize("chunk", [1, 2, 5, 100])
def test_chunks_leave_no_trace(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    """The arrays are the same however many names are worked on at once."""
    whole = build(ENTITIES).as_arrays()
    monkeypatch.setattr(name_index, "CHUNK", chunk)
    parts = build(iter(ENTITIES)).as_arrays()
    assert all(np.array_equal(whole[name], parts[name]) for name in whole)


def test_the_index_is_the_same_in_every_process() -> None:
    """No order of sets and no salted hash gets into the arrays."""
    code = (
        "import hashlib; from app.snapshot.name_index import build; from app.model.entity import Entity, Name;"
        "a = build([Entity('iran', 'State', 'Iran', (Name('ایران'), Name('Persia')))]).as_arrays();"
        "print(hashlib.sha256(b''.join(a[n].tobytes() for n in sorted(a))).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


def test_arrays_that_are_files_answer_alike(tmp_path: Path) -> None:
    """Saved, and mapped back into memory, the arrays give the same answers; none can be written to."""
    arrays = build(ENTITIES)
    for name, array in arrays.as_arrays().items():
        assert not array.flags.writeable
        np.save(tmp_path / name, array)
    mapped = NameArrays.of_arrays(
        {name: np.load(tmp_path / f"{name}.npy", mmap_mode="r") for name in arrays.as_arrays()}
    )
    one, two = (NameIndex(found, lambda entity: entity) for found in (arrays, mapped))
    assert one.exact("TURKIYE") == two.exact("TURKIYE") == (2,)
    assert one.search("islamic republik", 5) == two.search("islamic republik", 5) != ()


def test_no_names_are_an_index_as_well() -> None:
    """Without entities there is nothing to find, and no error."""
    arrays = NameArrays.of_arrays(build([]).as_arrays())
    index = NameIndex(arrays, lambda entity: entity)
    assert (index.exact("iran"), list(index.search("iran", 5))) == ((), [])


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("entity", np.zeros(3, dtype=np.int32)),
        ("entity", np.zeros(9, dtype=np.int64)),
        ("text", np.zeros(1, dtype=np.uint8)),
        ("gram_start", np.zeros(0, dtype=np.int64)),
        ("gram_row", None),
    ],
)
def test_arrays_that_do_not_fit_are_refused(name: str, array: np.ndarray | None) -> None:
    """An array that is missing, too short or of another kind is named."""
    arrays = build(ENTITIES).as_arrays()
    arrays.pop(name) if array is None else arrays.update({name: array})
    with pytest.raises(ValueError, match=name if array is None or name != "entity" else "names"):
        NameArrays.of_arrays(arrays)


def test_a_folder_holds_the_index(tmp_path: Path) -> None:
    """A snapshot written to disk comes back with the index of its names, so that nothing is made when it is opened."""
    known = build_snapshot(names().dataset())
    write(known, tmp_path)
    opened = open_snapshot(tmp_path).names
    made = build(known.entities).as_arrays()
    assert opened is not None
    opened.verify()
    assert all(np.array_equal(made[name], array) for name, array in opened.as_arrays().items())
