"""Health and readiness."""

from __future__ import annotations

from typing import Literal

from app.api.schemas.base import Shape


class Health(Shape):
    """The process answers."""

    status: Literal["ok"]


class LastLoad(Shape):
    """How the last attempt to load the data went; `problems` are `file:line:column: code: message`."""

    ok: bool
    at: str
    message: str
    problems: list[str]


class Readiness(Shape):
    """Whether a snapshot is served. After a failed reload the old one keeps serving, and `last_load` says why."""

    status: Literal["ready", "not_ready"]
    snapshot: str | None
    built_at: str | None
    last_load: LastLoad | None
