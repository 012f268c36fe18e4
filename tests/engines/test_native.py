"""When kernels answer, and that they answer alike from many threads and from files."""

from __future__ import annotations

import dataclasses
import importlib.util
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.building.memory import build
from app.building.stored import write
from app.engines.columnar.native import WORTH_IT, kernels_for
from app.engines.columnar.view import ColumnarView
from app.graph.contract import Survey
from app.graph.filters import NO_FILTERS, Filters, Scope
from app.graph.paths import PathRequest, find_paths
from app.model.dates import parse_query_date
from app.snapshot.columns import Snapshot, read_only
from app.snapshot.stored import open_snapshot
from tests.worlds import World

needs_numba = pytest.mark.skipif(importlib.util.find_spec("numba") is None, reason="needs the extra `scale`")
KINDS = ("supports", "attacks", "visits", "shelters", "allied_with")


def world() -> World:
    """Twelve states and what is said of them, some of it denied, at many dates."""
    made, rng = World(), random.Random(3)
    for number in range(150):
        one, two = rng.sample(range(12), 2)
        stance = rng.choice(["affirms", "affirms", "denies"])
        valid = f"{rng.randrange(2010, 2019)}-{rng.randrange(1, 13):02}"
        made.claim(f"s{one:02}", rng.choice(KINDS), f"s{two:02}", paragraph=number + 1, stance=stance, valid=valid)
    return made


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """The snapshot of the world."""
    return build(world().dataset())


def questions() -> list[tuple[Scope, Filters]]:
    """Neighbourhoods under several filters."""
    dates = [None, *(parse_query_date(text) for text in ("2012", "2015-03"))]
    return [
        (Scope(incident=frozenset((entity,))), Filters(during=date, type=types))
        for entity in range(6)
        for date in dates
        for types in (None, frozenset(("visits", "attacks")))
    ]


def asked(view: ColumnarView) -> list[Any]:
    """Everything that the questions are answered with."""
    surveys: list[Survey] = [view.survey(scope, filters) for scope, filters in questions()]
    paths = [find_paths(view, PathRequest(0, end, 4, 5), filters) for end in range(1, 6) for _, filters in questions()]
    rings = [list(view.present(scope, filters)) for scope, filters in questions()]
    counts = [dict(view.type_counts(entity)) for entity in range(12)]
    return [surveys, paths, rings, counts, view.beyond(frozenset((1, 2, 3)), NO_FILTERS)]


@needs_numba
def test_files_are_answered_like_memory(snapshot: Snapshot, tmp_path: Path) -> None:
    """From columns mapped read-only from files, kernels answer as numpy does from memory."""
    write(snapshot, tmp_path)
    view = ColumnarView(open_snapshot(tmp_path), kernels=True)
    assert view.warm()
    assert asked(view) == asked(ColumnarView(snapshot, kernels=False))


@needs_numba
def test_threads_do_not_disturb_each_other(snapshot: Snapshot) -> None:
    """Many threads that ask at once get what one gets."""
    view = ColumnarView(snapshot, kernels=True)
    assert view.warm()
    alone = asked(view)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == alone for found in pool.map(lambda _: asked(view), range(24)))


def test_numba_may_be_missing(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numba there are no kernels, and everything is answered."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    view = ColumnarView(snapshot, kernels=True)
    assert not view.warm()
    assert asked(view) == asked(ColumnarView(snapshot, kernels=False))


def test_small_graphs_do_without(snapshot: Snapshot) -> None:
    """Where nobody says, a graph too small for kernels to pay is answered without them."""
    assert snapshot.columns.table_sizes()["claims"] < WORTH_IT
    assert not ColumnarView(snapshot).warm()


@needs_numba
def test_claims_out_of_order_are_not_trusted(snapshot: Snapshot) -> None:
    """A snapshot whose claims do not lie in order of their first day is answered without kernels."""
    days = snapshot.columns.claim_possible_from[::-1]
    columns = dataclasses.replace(snapshot.columns, claim_possible_from=read_only(days, np.int32))
    worth = ColumnarView(snapshot)._surveyor.whole  # what relations amount to does not matter here
    assert kernels_for(dataclasses.replace(snapshot, columns=columns), lambda: worth, True) is None  # type: ignore[arg-type,return-value]
    assert kernels_for(snapshot, lambda: worth, True) is not None  # type: ignore[arg-type,return-value]
