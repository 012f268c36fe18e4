"""The engine on columns, in memory, against the reference."""

from __future__ import annotations

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from tests.conformance.suite import conformance

TestColumnar = conformance(lambda data: ColumnarView(build(data)))
