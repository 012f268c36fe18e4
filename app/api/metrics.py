"""Prometheus metrics of one app. With several workers, set PROMETHEUS_MULTIPROC_DIR (serve does) to add them up."""

from __future__ import annotations

import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from app.errors import NotReady
from app.runtime import Runtime

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)


class Metrics:
    """Counts requests and measures their durations, by route template."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "realpolitik_requests", "Requests answered", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "realpolitik_request_seconds",
            "Time to the end of the answer",
            ("route",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._size = Gauge(
            "realpolitik_snapshot_size",
            "What the served snapshot holds",
            ("what",),
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )
        self._load_ok = Gauge(
            "realpolitik_last_load_ok",
            "1 if the last attempt to load the data went well",
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def loaded(self, runtime: Runtime) -> None:
        """Take down how the last attempt to load went, and the size of what is served."""
        self._load_ok.set(float(runtime.report is not None and runtime.report.ok))
        try:
            view = runtime.served.view
        except NotReady:
            return
        for what, n in (
            ("entities", view.entity_count),
            ("relations", view.relation_count),
            ("claims", view.claim_count),
        ):
            self._size.labels(what).set(n)

    def expose(self) -> tuple[bytes, str]:
        """The metrics in the text format, with their media type."""
        registry = self._registry
        if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry), CONTENT_TYPE_LATEST
