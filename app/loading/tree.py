"""Parser events to a tree of nodes with places; refuses what curated files have no use for and attackers do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from app.loading.codes import Code
from app.loading.document import Document, Node
from app.model.problem import Problem

DEEPEST_NESTING = 32
MOST_ALIASES_REPORTED = 20

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


class Refused(Exception):
    """The rest of the text is not read."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet, and in a mapping the key that waits for its value."""

    node: Node
    key: str | None = None
    skip: bool = False


class Tree:
    """Grows by one event at a time; mistakes are kept as problems."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._readable = True
        self._documents = 0
        self._aliases = 0

    def document(self) -> Document:
        """What was read, without a root if it must not be used."""
        root = self._root or Node(1, 1, None)
        return Document(self._shown, root if self._readable else None, tuple(self._problems))

    def refuse(self, code: Code, message: str, line: int, column: int) -> None:
        """Report a problem after which the file's content is not used."""
        self._readable = False
        self._report(code, message, line, column)

    def feed(self, event: Any) -> None:
        """Take the next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):  # first, as most are
            self._check_node(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_node(event)
            node = self._node(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            self._attach(node, None)
            self._stack.append(_Open(node))
            if len(self._stack) > DEEPEST_NESTING:
                self._stop(Code.NESTED_TOO_DEEP, f"nested more than {DEEPEST_NESTING} levels deep", event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
            self._attach(self._node(event, None), None)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(Code.MULTIPLE_DOCUMENTS, "a second document starts here: one file holds one document", event)

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        plain = not event.style
        hidden = None if plain else _HIDDEN.search(text)
        if hidden:
            message = f"the escaped character U+{ord(hidden.group()):04X} is not allowed in a text"
            self._report(Code.CONTROL_CHARACTER, message, *_place(event))
            text = _HIDDEN.sub("?", text)
        self._attach(self._node(event, None if plain and text in _NULLS else text), text)

    def _attach(self, node: Node, text: str | None) -> None:
        """Hang a node into the tree; `text` is what it says as a key, None if it cannot be one."""
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if isinstance(parent.node.value, list):
            parent.node.children[len(parent.node.value)] = node
            parent.node.value.append(node.value)
        elif parent.key is None:
            self._key(parent, node, text)
        else:
            if not parent.skip:
                parent.node.children[parent.key] = node
                parent.node.value[parent.key] = node.value
            parent.key, parent.skip = None, False

    def _key(self, parent: _Open, node: Node, text: str | None) -> None:
        if text is None:
            self.refuse(Code.YAML_SYNTAX, "a key must be text: put braces in quotes", node.line, node.column)
            raise Refused
        parent.key = text
        parent.skip = text in parent.node.keys
        if parent.skip:
            first = parent.node.keys[text][0]
            self._report(Code.DUPLICATE_KEY, f"key {text[:80]!r} is already on line {first}", node.line, node.column)
        else:
            parent.node.keys[text] = (node.line, node.column)

    def _check_node(self, event: Any) -> None:
        if event.anchor is not None:
            self._alias(event)
        if event.tag is not None:
            message = f"tag {str(event.tag)[:80]!r} is not allowed: values are plain text, lists and mappings"
            self._report(Code.EXPLICIT_TAG, message, *_place(event))

    def _alias(self, event: Any) -> None:
        self._aliases += 1
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = (
            f"{sign}{str(event.anchor)[:80]}: anchors and aliases are not allowed; write the value out, or quote it"
        )
        self.refuse(Code.ANCHOR_OR_ALIAS, message, *_place(event))
        if self._aliases == MOST_ALIASES_REPORTED:
            raise Refused

    def _node(self, event: Any, value: Any) -> Node:
        line, column = _place(event)
        return Node(line, column, value)

    def _report(self, code: Code, message: str, line: int, column: int) -> None:
        self._problems.append(Problem(self._shown, line, column, code.value, message))

    def _stop(self, code: Code, message: str, event: Any) -> NoReturn:
        self.refuse(code, message, *_place(event))
        raise Refused


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
