"""The engine on columns, in memory, against the reference: with objects at hand, with all read off the columns, and
with compiled kernels.
"""

from __future__ import annotations

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from tests.conformance.knit import kernels
from tests.conformance.suite import conformance

TestColumnar = conformance(lambda data: ColumnarView(build(data), kernels=False))
TestNothingAtHand = conformance(lambda data: ColumnarView(build(data), at_hand=0, many=1, kernels=False))
TestKernels = conformance(kernels)
