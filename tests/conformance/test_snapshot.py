"""The snapshot's id: of the content, all of the content, and nothing but the content."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from enum import Enum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.claim import Claim, Evidence, Hedge, HedgeKind, Validity
from app.model.dataset import SNAPSHOT_ID_LENGTH, Dataset
from app.model.entity import Name, Place
from app.model.ontology import Ontology
from app.model.source import Paragraph
from tests.conformance.strategies import worlds
from tests.worlds import WORLDS, World

# What stands for a field that is empty in the worlds.
FILLED: dict[str, Any] = {
    "hedge": Hedge(HedgeKind.MAY, "may"),
    "place": Place(1.0, 2.0, "city", "a map"),
    "names": (Name("Another name"),),
    "evidence": (Evidence(7, "Elsewhere."),),
    "valid": Validity("1999/2000"),
    "paragraphs": (Paragraph(9, "0" * 64, "Another."),),
    "identifiers": MappingProxyType({"wikidata": "Q1"}),
    "attributes": MappingProxyType({"scope": "partly"}),
    "mappings": MappingProxyType({"cameo": "042"}),
}
PARTS = ("datasets", "entities", "sources", "claims", "silences")


def with_part(data: Dataset, part: str, items: tuple[Any, ...]) -> Dataset:
    changes: dict[str, Any] = {part: items}
    return dataclasses.replace(data, **changes)


def changed(item: Any, field: str) -> Any:
    """The thing with one field that says something else."""
    value = getattr(item, field)
    other: Any = FILLED.get(field)
    if field == "type" and isinstance(item, Claim):
        other = "controls" if value != "controls" else "shelters"
    if other is None or other == value:
        if isinstance(value, bool):
            other = not value
        elif isinstance(value, Enum):
            other = next(member for member in type(value) if member is not value)
        elif isinstance(value, tuple):
            other = (*value, "something-else")
        elif isinstance(value, int | float):
            other = value + 1
        else:
            other = f"{value or ''}-else"
    return dataclasses.replace(item, **{field: other})


def replaced(items: tuple[Any, ...], old: Any, new: Any) -> tuple[Any, ...]:
    return tuple(new if item is old else item for item in items)


def variants(data: Dataset) -> Iterator[tuple[str, Dataset]]:
    """The data set with one field of one thing of each kind changed, or one thing left out."""
    for part in PARTS:
        items = getattr(data, part)
        for item in items[:1]:
            yield f"{part} without one", with_part(data, part, items[1:])
            for field in dataclasses.fields(item):
                if not (isinstance(item, Claim) and field.name == "key"):
                    other = replaced(items, item, changed(item, field.name))
                    yield f"{part}.{field.name}", with_part(data, part, other)
    used = {c.type for c in data.claims}
    kinds = list(data.ontology.entity_types.values())
    types = sorted(data.ontology.relation_types.values(), key=lambda t: (t.id in used, t.id))
    for field in dataclasses.fields(kinds[0]):
        ontology = Ontology.of([changed(kinds[0], field.name), *kinds[1:]], types)
        yield f"entity type {field.name}", dataclasses.replace(data, ontology=ontology)
    for field in dataclasses.fields(types[0]):
        if field.name not in ("phrase", "attributes"):
            ontology = Ontology.of(kinds, [changed(types[0], field.name), *types[1:]])
            yield f"relation type {field.name}", dataclasses.replace(data, ontology=ontology)
    phrase = dataclasses.replace(types[0].phrase, negated="never")
    yield (
        "phrase",
        dataclasses.replace(
            data, ontology=Ontology.of(kinds, [dataclasses.replace(types[0], phrase=phrase), *types[1:]])
        ),
    )


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_any_change_of_content_changes_the_id(world: Callable[[], World]) -> None:
    """Each field of each kind of thing, and each thing, is part of the content that the id is taken of."""
    data = world().dataset()
    ids = {"unchanged": data.content_id}
    for what, other in variants(data):
        assert other.content_id not in ids.values(), what
        ids[what] = other.content_id


def test_a_local_key_is_not_content() -> None:
    """The name by which a claim is referred to inside its file may change, and nothing else does."""
    data = WORLDS["sheltering"]().dataset()
    renamed = tuple(dataclasses.replace(c, key=f"{c.key}-renamed") for c in data.claims)
    assert dataclasses.replace(data, claims=renamed).content_id == data.content_id


@given(worlds(), st.randoms())
def test_the_order_is_not_content(world: World, random: Any) -> None:
    """Whatever order files and lists came in, the id is the same; it is sixteen hexadecimal digits."""
    data = turned = world.dataset()
    for part in PARTS:
        items = getattr(data, part)
        turned = with_part(turned, part, tuple(random.sample(items, len(items))))
    assert turned.content_id == data.content_id
    assert len(data.content_id) == SNAPSHOT_ID_LENGTH
    assert set(data.content_id) <= set("0123456789abcdef")
