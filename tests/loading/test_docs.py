"""The examples of docs/curating.md are a body of data without problems, and show every field there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.loading.claim_records import AssertionRecord, ClaimRecord, SilenceRecord, WaiverRecord
from app.loading.load import check
from app.loading.ontology_records import EntityTypeRecord, RelationTypeRecord
from app.loading.records import DatasetRecord, EntityRecord, Record, SourceRecord

PAGE = Path(__file__).resolve().parents[2] / "docs" / "curating.md"


def examples() -> dict[str, str]:
    """The example below each heading that names a file, with a name in the place of each wildcard."""
    found = re.findall(r"^## `([^`]+)`\n(.*?)```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return {
        path.replace("<source-id>", "border-news").replace("*", "all"): text
        for path, between, text in found
        if "\n## " not in between
    }


def test_the_examples_are_valid(tmp_path: Path) -> None:
    """What the page shows can be used as it stands."""
    for path, text in examples().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert [str(one) for one in check(tmp_path / "graph_data", tmp_path / "seeds")] == []


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("seeds/border-news.yaml", SourceRecord),
        ("graph_data/datasets.yaml", DatasetRecord),
        ("graph_data/ontology/all.yaml", EntityTypeRecord),
        ("graph_data/ontology/all.yaml", RelationTypeRecord),
        ("graph_data/entities/all.yaml", EntityRecord),
        ("graph_data/claims/border-news.yaml", ClaimRecord),
        ("graph_data/silences/border-news.yaml", SilenceRecord),
        ("graph_data/assertions.yaml", AssertionRecord),
        ("graph_data/assertions.yaml", WaiverRecord),
    ],
)
def test_the_examples_show_every_field(path: str, model: type[Record]) -> None:
    """Each field of each record is shown, if only as a comment."""
    shown = set(re.findall(r"\b([a-z_0-9]+):", examples()[path]))
    assert set(model.model_fields) <= shown
