"""The answers in docs/api.md: read from the page, asked of the app, and written anew.

After each `sh` block with a request stands a `json` block with a part of its answer: some keys, the first entries of
lists, and texts that end in `...` where they are cut. `python -m tests.api.shown` writes these parts as they are today.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from fastapi.testclient import TestClient

from tests.api.clients import ROOT, client

PAGE: Final = ROOT / "docs" / "api.md"
LINE: Final = 110  # characters of JSON on a line of the page
CUT: Final = 90  # characters of a text that is cut
_PAIR: Final = re.compile(r"```sh\n(?P<request>curl[^`]*?)\n```\n```json\n(?P<shown>.*?)\n```", re.DOTALL)
_REQUEST: Final = re.compile(r"```sh\n(curl[^`]*?)\n```", re.DOTALL)


class Request(NamedTuple):
    """A request of the page."""

    address: str
    headers: dict[str, str]
    body: str | None

    def ask(self, http: TestClient) -> Any:
        """What the app answers."""
        return http.request("POST" if self.body else "GET", self.address, content=self.body, headers=self.headers)


def parse(command: str) -> Request:
    """A request from the words of a curl command."""
    words = iter(shlex.split(command)[1:])
    address, headers, body = "", {}, None
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            body = next(words)
        elif not word.startswith("-"):
            parts = urlsplit(word)
            address = parts.path + (f"?{parts.query}" if parts.query else "")
    return Request(address, headers, body)


def requests(text: str) -> Iterator[Request]:
    """All requests of the page, those whose answer is not shown too."""
    for block in _REQUEST.findall(text):
        for command in re.split(r"\n(?=curl )", block):
            yield parse(command)


def pairs(text: str) -> Iterator[tuple[Request, Any]]:
    """Each request with the part of its answer that is shown."""
    for found in _PAIR.finditer(text):
        yield parse(found["request"]), json.loads(found["shown"])


def part(shown: Any, whole: Any) -> Any:
    """The part of an answer that has the shape of what is shown."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return {name: part(value, whole[name]) for name, value in shown.items()}
    if isinstance(shown, list) and isinstance(whole, list):
        return [part(one, two) for one, two in zip(shown, whole, strict=False)]
    if isinstance(shown, str) and shown.endswith("...") and isinstance(whole, str):
        return whole[:CUT].rsplit(" ", 1)[0] + " ..." if len(whole) > CUT else whole
    return whole


def pretty(value: Any, indent: int = 0) -> str:
    """JSON that breaks its lines only where one would be too long."""
    flat = json.dumps(value, ensure_ascii=False)
    if indent + len(flat) <= LINE or not isinstance(value, dict | list) or not value:
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, list):
        body = [f"{inner}{pretty(one, indent + 2)}" for one in value]
    else:
        body = [f"{inner}{json.dumps(name)}: {pretty(one, indent + 2)}" for name, one in value.items()]
    left, right = "[]" if isinstance(value, list) else "{}"
    return f"{left}\n" + ",\n".join(body) + f"\n{' ' * indent}{right}"


def renewed(text: str, ask: Callable[[Request], Any]) -> str:
    """The page with every answer as it is today."""

    def write(found: re.Match[str]) -> str:
        fresh = part(json.loads(found["shown"]), ask(parse(found["request"])))
        return f"```sh\n{found['request']}\n```\n```json\n{pretty(fresh)}\n```"

    return _PAIR.sub(write, text)


def main(page: Path = PAGE) -> None:
    """Write the page anew."""
    with client() as http:
        page.write_text(renewed(page.read_text(encoding="utf-8"), lambda r: r.ask(http).json()), encoding="utf-8")


if __name__ == "__main__":
    main()
