"""Our own exports read back: the same claims, the same ids, the same snapshot, byte for byte the same export."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.building.memory import build
from app.cli.main import app
from app.engines.columnar.view import ColumnarView
from app.errors import InvalidValue
from app.exporters import registry as exporters
from app.exporters.context import ExportContext
from app.graph.contract import GraphView
from app.graph.filters import NO_FILTERS
from app.graph.subgraph import SubgraphRequest, subgraph
from app.importers import own, registry
from app.runtime import open_view
from app.settings import load_settings
from tests.worlds import WORLDS, view

FORMS = ("ndjson", "parquet")


def exported(seen: GraphView, form: str, *, limit: int | None = None) -> bytes:
    """A whole graph, or the beginning of one, as a file of this form."""
    request = SubgraphRequest(seeds=(), depth=0, limit=limit, entity_types=None)
    return b"".join(exporters.writer(exporters.get(form))(subgraph(seen, request, NO_FILTERS), ExportContext()))


def read(form: str, path: Path) -> GraphView:
    """The graph in a file."""
    return ColumnarView(build(own.dataset(registry.get(form).records(path))))


def curated() -> GraphView:
    """The curated graph."""
    return open_view(load_settings().root)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [*WORLDS, "curated"])
def test_a_graph_comes_back_as_it_left(name: str, form: str, tmp_path: Path) -> None:
    """The snapshot has the same id, and its export is byte for byte the same."""
    seen = curated() if name == "curated" else view(WORLDS[name]())
    path = tmp_path / "graph"
    path.write_bytes(exported(seen, form))
    back = read(form, path)
    assert back.snapshot_id == seen.snapshot_id
    assert exported(back, form) == exported(seen, form)
    assert [back.claim(c).id for c in range(back.claim_count)] == [seen.claim(c).id for c in range(seen.claim_count)]


@pytest.mark.parametrize("form", FORMS)
def test_a_part_is_refused(form: str, tmp_path: Path) -> None:
    """A part of a graph cannot pass for the whole."""
    path = tmp_path / "part"
    path.write_bytes(exported(curated(), form, limit=10))
    with pytest.raises(InvalidValue, match="export the whole graph"):
        read(form, path)


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    """Without its last line an export is not complete."""
    path = tmp_path / "cut.ndjson"
    path.write_bytes(exported(curated(), "ndjson").rsplit(b"\n", 2)[0] + b"\n")
    with pytest.raises(InvalidValue, match="cut off"):
        read("ndjson", path)


@pytest.mark.parametrize(
    ("form", "content", "message"),
    [
        ("ndjson", b'{"record":"meta"}\n{"record":\n', r":2: not JSON"),
        ("ndjson", b"[]\n", r":1: a record names its kind"),
        ("ndjson", b'{"record":"claim","id":"x"}\n{"record":"end","whole":true}\n', "'x' cannot be read: KeyError"),
        ("parquet", b"no zip at all", "not a zip file"),
    ],
)
def test_what_cannot_be_read_is_named(form: str, content: bytes, message: str, tmp_path: Path) -> None:
    """The error says which file, line or record is wrong."""
    path = tmp_path / "bad"
    path.write_bytes(content)
    with pytest.raises(InvalidValue, match=message):
        read(form, path)


def test_an_unknown_importer_names_the_known_ones() -> None:
    """Asking for a form that is not there lists those that are."""
    with pytest.raises(InvalidValue, match="ndjson, parquet"):
        registry.get("xml")


def test_the_commands_go_there_and_back(tmp_path: Path) -> None:
    """`export`, `import -o` and `import` again tell of one and the same snapshot."""
    runner, first, second = CliRunner(), tmp_path / "one.ndjson", tmp_path / "two.zip"
    assert runner.invoke(app, ["export", "--format", "ndjson", "-o", str(first)]).exit_code == 0
    there = runner.invoke(app, ["import", "ndjson", str(first), "-o", str(second)])
    back = runner.invoke(app, ["import", "parquet", str(second)])
    assert there.exit_code == back.exit_code == 0
    assert there.output == back.output
    assert curated().snapshot_id in back.output
