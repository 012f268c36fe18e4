"""Attributes of claims: declared by the relation type, and converted to the declared type."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

from app.errors import InvalidDate
from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.scalars import boolean_of, described, integer_of, number_of
from app.loading.shape import Entry, unknown
from app.loading.suggest import did_you_mean, one_of, shown
from app.model.dates import parse_edtf
from app.model.ontology import Attribute
from app.model.problem import Problem

_QUANTITY = ("value", "approximate", "words")


class Attributes:
    """Reads the attributes of one claim: `values` where they are right, `problems` where not."""

    def __init__(self, corpus: Corpus, entry: Entry[Any]) -> None:
        self.values: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._corpus = corpus
        self._entry = entry
        relation_type = entry.text("type")
        written = entry.value("attributes")
        if relation_type is None or relation_type not in corpus.ontology.relation_types:
            return
        if not isinstance(written, dict):
            return
        declared = corpus.ontology.attributes_of(relation_type)
        for name, value in written.items():
            if name in declared:
                self._read(declared[name], value)
            elif corpus.relation_known(relation_type):
                message = f"{relation_type} has no attribute {shown(name)}{one_of(name, declared)}"
                self._problem(Code.UNDECLARED_ATTRIBUTE, message, name, at_key=True)

    def _read(self, attribute: Attribute, value: Any) -> None:
        if value is None:
            self._problem(
                Code.INVALID_ATTRIBUTE, f"attribute {attribute.name!r} has no value", attribute.name, at_key=True
            )
        elif attribute.type == "quantity":
            self._quantity(attribute.name, value)
        elif not isinstance(value, str):
            self._expected(attribute.type, value, attribute.name)
        else:
            self._text(attribute, value)

    def _text(self, attribute: Attribute, value: str) -> None:
        name = attribute.name
        if attribute.type == "text":
            self._keep(name, value.strip() or None, "text", value)
        elif attribute.type == "number":
            self._keep(name, number_of(value), "a number", value)
        elif attribute.type == "integer":
            self._keep(name, integer_of(value), "a whole number", value)
        elif attribute.type == "boolean":
            self._keep(name, boolean_of(value), "true or false", value)
        elif attribute.type == "enum":
            if value not in attribute.values:
                message = f"invalid value {shown(value)}{one_of(value, attribute.values)}"
                self._problem(Code.INVALID_ATTRIBUTE, message, name)
            self.values[name] = value
        elif attribute.type == "entity":
            if value not in self._corpus.entity_ids and self._corpus.entities.complete:
                self._problem(Code.UNKNOWN_ENTITY, unknown("entity", value, self._corpus.entity_ids), name)
            self.values[name] = value
        else:
            try:
                self.values[name] = parse_edtf(value).text
            except InvalidDate as error:
                self._problem(Code.INVALID_DATE, str(error), name)

    def _quantity(self, name: str, value: Any) -> None:
        if not isinstance(value, dict):
            self._expected("a quantity: {value, approximate, words}", value, name)
            return
        for key in value:
            if key not in _QUANTITY:
                message = (
                    f"a quantity has no {shown(key)}{did_you_mean(key, _QUANTITY)} (valid: {', '.join(_QUANTITY)})"
                )
                self._problem(Code.INVALID_ATTRIBUTE, message, name, key, at_key=True)
        number, words, approximate = (value.get(key) for key in ("value", "words", "approximate"))
        parsed = number_of(number) if isinstance(number, str) else None
        if parsed is None and (number is not None or words is None):
            self._expected("a number, or else the words of the text", number, name, "value")
        if not isinstance(words, str | NoneType):
            self._expected("text", words, name, "words")
        flag = boolean_of(approximate or "false") if isinstance(approximate, str | NoneType) else None
        if flag is None:
            self._expected("true or false", approximate, name, "approximate")
        self.values[name] = {"value": parsed, "approximate": flag, "words": words}

    def _keep(self, name: str, value: Any, expected: str, written: str) -> None:
        if value is None:
            self._expected(expected, written, name)
        else:
            self.values[name] = value

    def _expected(self, expected: str, value: Any, *path: str) -> None:
        self._problem(Code.INVALID_ATTRIBUTE, f"expected {expected}, got {described(value)}", *path)

    def _problem(self, code: Code, message: str, *path: str, at_key: bool = False) -> None:
        self.problems.append(self._entry.problem(code, message, "attributes", *path, at_key=at_key))


def attributes_of(corpus: Corpus, entry: Entry[Any]) -> Mapping[str, Any] | None:
    """The typed attributes of a claim, None if one is wrong."""
    read = Attributes(corpus, entry)
    return None if read.problems else read.values
