"""What an export needs to know beyond the graph itself: its own address, how a picture shall look, what to reuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from app.graph.subgraph import Subgraph

if TYPE_CHECKING:
    from app.exporters.rows import Rows

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class ExportContext:
    """`url` asks this query again, `json_url` asks it as JSON; `base_url` is where ids are looked up.

    `extra` are more top-level members for Graph JSON. `rows` may be kept by the caller for as long as a view is
    served: what is rendered once is not rendered again. Width, height and theme are for pictures.
    """

    url: str = ""
    json_url: str = ""
    base_url: str = "http://127.0.0.1:8000"
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    rows: Rows | None = None
    width: int = 1600
    height: int = 1000
    theme: Theme = "light"

    def rows_for(self, graph: Subgraph) -> Rows:
        """The kept rows where they belong to this very view, else new ones that keep nothing."""
        from app.exporters.rows import Rows  # imports the shapes of the graph

        if self.rows is not None and self.rows.view is graph.view:
            return self.rows
        return Rows(graph.view, capacity=0)
