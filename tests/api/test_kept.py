"""Answers are kept while the snapshot lasts, in a bounded space, and never given for another question."""

from __future__ import annotations

import asyncio
from typing import Any

from app.api.kept import Kept, KeptAnswers, Key, key_of
from app.runtime import Served
from tests.api.clients import MOMENT, Held, client
from tests.worlds import sheltering, two_clocks, view


def answered(kept: KeptAnswers, key: Key, body: bytes, *, status: int = 200, more: bool = False) -> None:
    """Let an answer be sent and recorded."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def answer() -> None:
        record = kept.recording(key, send)
        await record({"type": "http.response.start", "status": status, "headers": [(b"a", b"b")]})
        await record({"type": "http.response.body", "body": body, "more_body": more})
        if more:
            await record({"type": "http.response.body", "body": b"", "more_body": False})

    asyncio.run(answer())
    assert b"".join(m.get("body", b"") for m in sent) == body


def test_what_was_answered_is_answered_again() -> None:
    """The same headers and body, for the same question alone."""
    kept = KeptAnswers(Held(sheltering()))
    assert kept.get(("one",)) is None
    answered(kept, ("one",), b"body")
    assert kept.get(("one",)) == Kept(((b"a", b"b"),), b"body")
    assert kept.get(("other",)) is None


def test_refusals_and_pieces_are_not_kept() -> None:
    """Only an answer that went well and came in one piece is."""
    kept = KeptAnswers(Held(sheltering()))
    kept.get(("one",))
    answered(kept, ("refused",), b"no", status=404)
    answered(kept, ("long",), b"piece", more=True)
    assert [kept.get((key,)) for key in ("refused", "long")] == [None, None]


def test_the_room_is_bounded() -> None:
    """The answers that were not used for the longest time make room; one that is too large is not kept."""
    kept = KeptAnswers(Held(sheltering()), room=2_000)
    kept.get(("one",))
    for name in ("one", "two"):
        answered(kept, (name,), b"x" * 300)
    assert kept.get(("one",)) is not None
    answered(kept, ("three",), b"x" * 300)
    answered(kept, ("huge",), b"x" * 3_000)
    assert [kept.get((n,)) is not None for n in ("one", "two", "three", "huge")] == [True, False, True, False]


def test_another_snapshot_answers_anew() -> None:
    """After a reload nothing of the old snapshot is told, not even what was being answered meanwhile."""
    runtime = Held(sheltering())
    with client(runtime) as http:
        before = [http.get("/v1/relations").json()["snapshot"] for _ in range(2)]
        runtime._served = Served(view(two_clocks()), MOMENT, 0.1)
        after = http.get("/v1/relations").json()["snapshot"]
    assert before[0] == before[1] != after == runtime.served.view.snapshot_id


def test_an_answer_across_a_reload_is_not_kept() -> None:
    """What was asked before a reload and sent after it may be of either snapshot."""
    runtime = Held(sheltering())
    kept = KeptAnswers(runtime)
    kept.get(("one",))
    record = kept.recording(("one",), _nowhere)
    runtime._served = Served(view(two_clocks()), MOMENT, 0.1)

    async def answer() -> None:
        await record({"type": "http.response.start", "status": 200, "headers": []})
        await record({"type": "http.response.body", "body": b"old"})

    asyncio.run(answer())
    assert kept.get(("one",)) is None


async def _nowhere(_: Any) -> None:
    """Sends nothing."""


def test_what_an_answer_depends_on_is_in_its_key() -> None:
    """Path, query, compression, origin, form and host tell questions apart; what a client has leaves no key."""
    plain: dict[str, Any] = {"path": "/v1/graph", "query_string": b"", "headers": [], "scheme": "http"}
    headers = [(b"accept-encoding", b"gzip"), (b"origin", b"o"), (b"accept", b"text/csv"), (b"host", b"h")]
    scopes = [plain, {**plain, "path": "/v1/relations"}, {**plain, "query_string": b"limit=1"}]
    scopes += [{**plain, "headers": [header]} for header in headers] + [{**plain, "scheme": "https"}]
    scopes += [{**plain, "headers": [(b"origin", b"a"), (b"origin", b"b")]}, {**plain, "headers": [(b"origin", b"b")]}]
    scopes += [{**plain, "headers": [(b"accept", b"a"), (b"accept", b"b")]}, {**plain, "headers": [(b"accept", b"ab")]}]
    keys = [key_of(scope) for scope in scopes]
    assert len(set(keys)) == len(scopes)
    assert None not in keys
    assert key_of({**plain, "headers": [(b"if-none-match", b"*")]}) is None
