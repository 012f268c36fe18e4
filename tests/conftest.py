"""What every test may use: the folder of source texts beside the repository, where there is one.

Properties are tried on a few examples, the same in each run; HYPOTHESIS_PROFILE=ci tries many, others each time.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code; speed is measured in benchmarks/.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60, derandomize=True
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=500, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, and say so, what is marked `shared` when the source texts are not here."""
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="needs the source texts, in a folder `shared` beside the repository")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source texts beside the repository; ask for it in tests marked `shared`."""
    return SHARED
