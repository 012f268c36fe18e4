"""The engine on columns, in memory, against the reference: with objects at hand, and with all read off the columns."""

from __future__ import annotations

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from tests.conformance.suite import conformance

TestColumnar = conformance(lambda data: ColumnarView(build(data)))
TestNothingAtHand = conformance(lambda data: ColumnarView(build(data), at_hand=0))
