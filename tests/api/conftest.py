"""Clients that many tests share: each app is made once and only asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient

from tests.api.clients import Held, client
from tests.worlds import WORLDS

Ask = Callable[[str], TestClient]


@pytest.fixture(scope="session")
def curated() -> Iterator[TestClient]:
    """A client of the app over the curated graph."""
    with client() as http:
        yield http


@pytest.fixture(scope="session")
def over() -> Iterator[Ask]:
    """A client of the app over a named world: `over("sheltering")`."""
    made: dict[str, TestClient] = {}
    with ExitStack() as stack:

        def get(world: str) -> TestClient:
            if world not in made:
                made[world] = stack.enter_context(client(Held(WORLDS[world]())))
            return made[world]

        yield get
