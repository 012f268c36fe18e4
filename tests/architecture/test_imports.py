"""Who may import whom: the import table and the fences of docs/architecture.md, held against every module.

The two tables below are the rules. A package that does not exist yet is simply absent; one that exists must have
its row. Everything may import `errors` and the version, and every package may import itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from tests.architecture.code import Module, below_app, imports, modules

_BELOW_THE_DOORS: Final = (
    "model", "loading", "importers", "snapshot", "building", "graph", "engines", "analytics", "exporters", "runtime",
)  # fmt: skip

# Which packages of `app` a package may import.
MAY_IMPORT: Final[Mapping[str, tuple[str, ...]]] = {
    "errors": (),
    "settings": (),
    "model": (),
    "loading": ("model",),
    "importers": ("model",),
    "snapshot": ("model",),
    "building": ("model", "snapshot"),
    "graph": ("model",),
    "engines": ("model", "graph", "snapshot"),
    "analytics": ("model", "graph"),
    "exporters": ("model", "graph"),
    "runtime": ("model", "loading", "building", "snapshot", "graph", "engines"),
    "api": (*_BELOW_THE_DOORS, "settings"),
    "cli": (*_BELOW_THE_DOORS, "settings"),  # and its command `serve` the door it opens: see EXCEPTIONS
    "__main__": ("cli",),
    "": (),  # app/__init__.py
}

ALWAYS: Final = ("errors", "__version__")

# Single modules that may import more than their row says.
EXCEPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "app.errors": ("model",),  # for the types in its signatures; `model` imports `errors` when it runs
    "app.cli.serve": ("api",),
}

# Where a library may be imported: the names below `app`, each with all that lies under it.
FENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "fastapi": ("api",),
    "fastapi_offline": ("api",),
    "starlette": ("api",),
    "anyio": ("api",),
    "pydantic_settings": ("settings",),
    "typer": ("cli",),
    "yaml": ("loading",),
    "networkx": ("analytics", "exporters"),
    "numpy": ("snapshot", "building", "engines", "analytics", "exporters.picture"),
    "numba": ("engines",),
    "ibis": ("building", "importers", "exporters.parquet"),
    "duckdb": ("building", "importers", "exporters.parquet"),
    "pyarrow": ("building", "importers", "exporters.parquet"),
    "lxml": ("exporters",),
    "rdflib": ("exporters",),
    "stix2": ("exporters",),
}


def forbidden_packages(module: Module) -> Iterator[str]:
    """Each import of a module that the table does not allow, as a line of text."""
    allowed = {module.package, *ALWAYS, *MAY_IMPORT.get(module.package, ()), *EXCEPTIONS.get(module.name, ())}
    for line, name in imports(module):
        if name.split(".")[0] == "app" and below_app(name) not in allowed:
            yield f"{module.path}:{line}: {module.package or 'app'} may not import {name}"


def forbidden_libraries(module: Module) -> Iterator[str]:
    """Each import of a module that climbs over a fence, as a line of text."""
    for line, name in imports(module):
        library = name.split(".")[0]
        inside = f"{module.name.removeprefix('app.')}."
        if library in FENCES and not any(inside.startswith(f"{place}.") for place in FENCES[library]):
            yield f"{module.path}:{line}: {library} belongs in {', '.join(FENCES[library])}"


def test_every_package_has_a_row() -> None:
    """Each package and module directly below `app` has its row in the import table."""
    assert {module.package for module in modules()} <= set(MAY_IMPORT)


def test_imports_follow_the_table() -> None:
    """No module imports a package of the project that its row in the table does not name."""
    faults = [fault for module in modules() for fault in forbidden_packages(module)]
    assert not faults, "\n".join(["", *faults])


def test_libraries_stay_behind_their_fences() -> None:
    """No module imports a library outside the packages that the library is kept to."""
    faults = [fault for module in modules() for fault in forbidden_libraries(module)]
    assert not faults, "\n".join(["", *faults])


def test_the_table_has_no_cycle() -> None:
    """The rows can be put in an order in which each imports only what stands before it."""
    left = {package: set(row) for package, row in MAY_IMPORT.items()}
    while ready := {package for package, row in left.items() if not row & left.keys()}:
        left = {package: row for package, row in left.items() if package not in ready}
    assert left == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.model.claim", "from app.graph import filters"),
        ("app.model.claim", "from app import graph"),
        ("app.model.claim", "import app.graph.filters"),
        ("app.model.claim", "from ..graph import filters"),
        ("app.model.claim", "from .. import graph"),
        ("app.model.claim", "def f():\n    from app.graph.filters import Filters"),
        ("app.model.claim", "if TYPE_CHECKING:\n    from app.graph import Filters"),
        ("app.exporters.registry", "FORMATS = {'csv': 'app.importers.csv:read'}"),
        ("app.graph.status", "from app.settings import Settings"),
        ("app.runtime", "from app.settings import Settings"),
        ("app.analytics.balance", "from app.exporters import csv"),
        ("app.cli.query", "from app.api.render import relation"),
        ("app.api.app", "from app.cli import main"),
    ],
)
def test_a_forbidden_import_is_seen(name: str, text: str) -> None:
    """The table's check sees an import in each of the ways it can be written."""
    assert len(list(forbidden_packages(Module.parse(name, text)))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.graph.status", "from app.model.claim import Claim\nfrom app.errors import RealpolitikError"),
        ("app.graph.status", "from .filters import Filters"),
        ("app.cli.serve", "from app.api.app import create"),
        ("app.cli.serve", "uvicorn.run('app.api.app:create')"),
        ("app.api.routers.claims", "from app.graph.lookup import claim\nfrom app.settings import Settings"),
        ("app.model.claim", "PATH = 'app/graph'\nimport apparatus.graph\nTEXT = 'see app.graph for more'"),
    ],
)
def test_an_allowed_import_passes(name: str, text: str) -> None:
    """The table's check lets pass what the table names, and text that is no import."""
    assert list(forbidden_packages(Module.parse(name, text))) == []


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        ("app.graph.paths", "import networkx as nx", 1),
        ("app.graph.paths", "from numpy.typing import NDArray", 1),
        ("app.exporters.csv", "import numpy", 1),
        ("app.exporters.picture.draw", "import numpy", 0),
        ("app.exporters.parquet", "import pyarrow", 0),
        ("app.exporters.parquetry", "import pyarrow", 1),
        ("app.loading.text", "import yaml", 0),
        ("app.cli.check", "def f():\n    import yaml", 1),
        ("app.runtime", "from starlette.concurrency import run_in_threadpool", 1),
    ],
)
def test_a_fence_holds(name: str, text: str, faults: int) -> None:
    """The fences' check sees a library outside its packages and lets it pass inside them."""
    assert len(list(forbidden_libraries(Module.parse(name, text)))) == faults
