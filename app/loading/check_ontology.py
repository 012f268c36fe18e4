"""Rules inside the ontology: symmetric types, inverse labels, declared attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.shape import Entry
from app.model.ontology import ANY
from app.model.problem import Problem


def check_ontology(corpus: Corpus) -> Iterator[Problem]:
    """What is wrong with a relation type in itself."""
    for entry in corpus.relation_types.entries:
        symmetric = entry.text("symmetric") == "true"
        if symmetric:
            yield from _symmetric(entry)
        elif entry.value("inverse_label") is None:
            message = "missing field 'inverse_label': only a symmetric type reads the same both ways"
            yield entry.problem(Code.MISSING_FIELD, message)
        yield from _attributes(entry)


def _symmetric(entry: Entry[Any]) -> Iterator[Problem]:
    ends = [sorted({text for _, text in entry.texts(end, "*")}) or [ANY] for end in ("domain", "range")]
    if ends[0] != ends[1]:
        message = "a symmetric type allows the same types at both ends: make range equal to domain"
        yield entry.problem(Code.SYMMETRY_VIOLATED, message, "range")
    inverse = entry.text("inverse_label")
    if inverse is not None and inverse != entry.text("label"):
        message = "a symmetric type reads the same both ways: leave inverse_label out"
        yield entry.problem(Code.SYMMETRY_VIOLATED, message, "inverse_label")


def _attributes(entry: Entry[Any]) -> Iterator[Problem]:
    declared = entry.value("attributes")
    if not isinstance(declared, dict):
        return
    for name in declared:
        kind = entry.text("attributes", name, "type")
        values = entry.value("attributes", name, "values")
        if kind == "enum" and not values:
            yield entry.problem(Code.MISSING_FIELD, "an enum lists its 'values'", "attributes", name)
        elif kind is not None and kind != "enum" and values:
            message = f"only an enum has values, not {kind!r}: make it 'type: enum' or drop them"
            yield entry.problem(Code.INVALID_VALUE, message, "attributes", name, "values")
