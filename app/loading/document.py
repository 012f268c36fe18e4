"""A file as read: its plain values, and where each key and value stands. Every later check asks this for its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from app.loading.codes import Code
from app.model.problem import Problem

Plain: TypeAlias = Any  # str | None | list[Plain] | dict[str, Plain]: scalars are never converted
Loc: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]
EVERY = "*"


@dataclass(slots=True)
class Node:
    """A value with its place; for a mapping also the place of each key. Lines and columns count from 1."""

    line: int
    column: int
    value: Plain
    keys: dict[str, Place] = field(default_factory=dict)
    children: dict[str | int, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One file. `root` is None when the text could not be read; `problems` says why, and what else is wrong with it."""

    path: str
    root: Node | None
    problems: tuple[Problem, ...] = ()

    def node(self, loc: Loc) -> Node | None:
        """The node at a location, if there is one."""
        node = self.root
        for step in loc:
            if node is None:
                return None
            node = node.children.get(step)
        return node

    def value_place(self, loc: Loc) -> Place:
        """Where the value at a location starts, or the nearest value around it."""
        node = self.root
        place = (1, 1)
        for step in (None, *loc):
            if step is not None:
                node = node.children.get(step) if node else None
            if node is None:
                break
            place = (node.line, node.column)
        return place

    def key_place(self, loc: Loc) -> Place:
        """Where the key at a location starts; for a list item, or a key that is missing, the value or its parent."""
        parent = self.node(loc[:-1]) if loc else None
        if parent and loc[-1] in parent.keys:
            return parent.keys[str(loc[-1])]
        return self.value_place(loc)

    def has_key(self, loc: Loc) -> bool:
        """Whether the key is written in the file, with or without a value."""
        parent = self.node(loc[:-1]) if loc else None
        return parent is not None and loc[-1] in parent.keys

    def problem(self, code: Code, message: str, loc: Loc = (), *, at_key: bool = False) -> Problem:
        """A problem at the value (or the key) of a location."""
        line, column = self.key_place(loc) if at_key else self.value_place(loc)
        return Problem(self.path, line, column, code.value, message)

    def find(self, loc: Loc, pattern: Loc) -> Iterator[tuple[Loc, Plain]]:
        """All values below a location that a pattern names; `*` stands for every item of a list."""
        node = self.node(loc)
        if node is None:
            return
        if not pattern:
            yield loc, node.value
            return
        step, rest = pattern[0], pattern[1:]
        if step == EVERY:
            steps = list(node.children) if isinstance(node.value, list) else []
        else:
            steps = [step] if step in node.children else []
        for one in steps:
            yield from self.find((*loc, one), rest)
