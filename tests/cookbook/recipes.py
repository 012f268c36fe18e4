"""Reads docs/cookbook.md, asks what it asks, and writes the answers into it: `python -m tests.cookbook.recipes`.

A recipe is a heading that asks, a block with the request, a line that says which parts of the answer are shown, and a
block with these parts: `results[].sentence` takes the sentence of each result.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from fastapi.testclient import TestClient

from tests.api.clients import ROOT, client

FILE: Final = ROOT / "docs" / "cookbook.md"
RECIPE: Final = re.compile(
    r"^## (?P<title>.+?)\n(?P<prose>.*?)```http\n(?P<request>.*?)```\n\nShown: (?P<shown>[^\n]+)\n\n"
    r"```json\n(?P<answer>.*?)```\n",
    re.S | re.M,
)


@dataclass(frozen=True)
class Recipe:
    """One question, its request, what is shown of the answer, and the answer as written."""

    title: str
    method: str
    address: str
    body: Any
    shown: tuple[str, ...]
    answer: Any

    def ask(self, http: TestClient) -> dict[str, Any]:
        """The shown parts of the answer of the curated graph."""
        given = http.get(self.address) if self.method == "GET" else http.post(self.address, json=self.body)
        assert given.status_code == 200, given.text[:400]
        return {name: pick(given.json(), name) for name in self.shown}


def recipes() -> Iterator[Recipe]:
    """All recipes of the cookbook."""
    for found in RECIPE.finditer(FILE.read_text(encoding="utf-8")):
        first, _, rest = found["request"].strip().partition("\n")
        method, _, address = first.partition(" ")
        shown = tuple(re.findall(r"`([^`]+)`", found["shown"]))
        answer = json.loads(found["answer"]) if found["answer"].strip() else None
        yield Recipe(found["title"], method, address, json.loads(rest) if rest.strip() else None, shown, answer)


def pick(value: Any, path: str) -> Any:
    """The part of an answer at a path: `results[].subject.id`."""
    if isinstance(value, list):
        return [pick(item, path) for item in value]
    name, dot, rest = path.partition(".")
    many = name.endswith("[]")
    found = value.get(name.removesuffix("[]")) if isinstance(value, dict) else None
    if many:
        return [pick(item, rest) if dot else item for item in found or []]
    return pick(found, rest) if dot and found is not None else found


def main() -> None:
    """Write today's answers into the cookbook."""
    text = FILE.read_text(encoding="utf-8")
    with client() as http:
        answers = iter([recipe.ask(http) for recipe in recipes()])

    def renew(found: re.Match[str]) -> str:
        answer = json.dumps(next(answers), ensure_ascii=False, indent=1)
        return found[0].replace(f"```json\n{found['answer']}```", f"```json\n{answer}\n```")

    FILE.write_text(RECIPE.sub(renew, text), encoding="utf-8")
    sys.stdout.write(f"wrote {FILE}\n")


if __name__ == "__main__":
    main()
