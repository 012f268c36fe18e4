"""Registry, modules, documentation and tests of the importers agree."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from app.errors import InvalidValue
from app.importers import registry
from app.importers.countries import COUNTRY_ID
from tests.importers.makers import curated

ROOT = Path(__file__).resolve().parents[2]
NAMES = [known.name for known in registry.FOREIGN]


@pytest.mark.parametrize("known", registry.FOREIGN, ids=NAMES)
def test_an_importer_is_whole(known: registry.ForeignImporter) -> None:
    """Each importer has its module, a page that names its licence, a row in the index and a test."""
    assert callable(importlib.import_module(known.module).read)
    page = ROOT / "docs" / "importers" / f"{known.name}.md"
    assert page.read_text(encoding="utf-8").startswith(f"# `{known.name}`")
    assert known.licence in page.read_text(encoding="utf-8")
    assert f"[`{known.name}`](importers/{known.name}.md)" in (ROOT / "docs" / "importing.md").read_text(
        encoding="utf-8"
    )
    assert (ROOT / "tests" / "importers" / f"test_{known.name.replace('-', '_')}.py").is_file()


def test_nothing_is_documented_that_is_not_there() -> None:
    """Every page belongs to an importer, and no two importers share a name with each other or with our own forms."""
    assert sorted(path.stem for path in (ROOT / "docs" / "importers").glob("*.md")) == sorted(NAMES)
    everything = [*NAMES, *(own.name for own in registry.IMPORTERS)]
    assert len(set(everything)) == len(everything)


def test_prefixes_keep_apart() -> None:
    """Ids of one data set's own never run into another's, into those of countries or of curated entities."""
    prefixes = sorted({f"{known.prefix or known.name}-" for known in registry.FOREIGN} | {COUNTRY_ID})
    for one in prefixes:
        assert not any(other.startswith(one) for other in prefixes if other != one)
        assert not any(entity.id.startswith(one) for entity in curated().entities)


def test_an_unknown_importer_lists_all() -> None:
    """Asking for what is not there names foreign importers and our own forms."""
    with pytest.raises(InvalidValue, match="ndjson, parquet") as caught:
        registry.foreign("gdelt")
    assert set(NAMES) <= set(caught.value.valid)
    assert registry.foreign("ndjson") is None
