"""Records go to plain values and come back as they were, for the whole curated graph."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.loading.load import load
from app.model import records, tables
from app.model.dataset import Dataset
from tests.api.clients import ROOT


@pytest.fixture(scope="module")
def curated() -> Dataset:
    """The curated data set."""
    return load(ROOT / "graph_data", ROOT / "seeds")


def again(record: dict[str, Any]) -> Any:
    """The record after a journey through text."""
    return json.loads(records.text_of(record))


def test_entities_come_back(curated: Dataset) -> None:
    """Each entity is the same after a journey through text."""
    assert [records.entity_of(again(records.entity_record(e))) for e in curated.entities] == list(curated.entities)


def test_sources_and_data_sets_come_back(curated: Dataset) -> None:
    """Each source and each data set's description is the same after a journey through text."""
    assert [records.source_of(again(records.source_record(s))) for s in curated.sources] == list(curated.sources)
    assert [records.dataset_of(again(records.dataset_record(d))) for d in curated.datasets] == list(curated.datasets)


def test_claims_come_back(curated: Dataset) -> None:
    """Each claim is the same after a journey through a row of text, but for the key that is local to its file."""
    for claim in curated.claims:
        row = records.claim_row(claim)
        assert tuple(row) == tables.CLAIMS
        kept = replace(claim, key=None, asserted_by=tuple(sorted(claim.asserted_by)))
        assert records.claim_of(again(row)) == kept


def test_defaults_take_no_room(curated: Dataset) -> None:
    """A detail holds nothing that a claim does not say."""
    plain = next(c for c in curated.claims if not c.attributes and c.hedge is None and c.via is None)
    assert set(records.claim_detail(plain)) <= {"evidence", "words", "inferred", "basis", "target_claim"}
