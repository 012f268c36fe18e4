"""One JSON object per line, each with what it records: for streaming readers, and for reading back without any loss.

First meta, dataset and node, then each edge with its claims, then what rules derive, and last what all that rests on:
entity for everything that is mentioned without being a node, entity_type, relation_type, source and silence. The line
`end` says whether that was the whole graph; `realpolitik import` makes the same graph of it, and derives anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.about import about, datasets
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.everything import Needed
from app.exporters.rows import Rows, dumps
from app.graph.subgraph import Node, Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The lines as UTF-8."""
    return chunked(_lines(graph, context, context.rows_for(graph)))


def _lines(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    view, needed = graph.view, Needed(graph)
    yield _line("meta", dumps(about(graph, context)))
    for info in view.datasets.values() if len(graph.edges) == view.relation_count else datasets(graph):
        yield _line("dataset", dumps(info))
    for item in graph.nodes:
        yield _line("node", _entity(rows, item))
    for match in needed.seeing(graph.edges):
        yield _line("edge", rows.edge_json(match))
        for claim in match.claims:
            yield _line("claim", rows.claim_json(claim))
    for edge in inferred(graph):
        yield _line("derived", dumps(edge))
    for handle in needed.entities():
        yield _line("entity", _entity(rows, Node(handle, False, None, 0, 0)))
    for kind, records in (
        ("entity_type", needed.entity_types()),
        ("relation_type", needed.relation_types()),
        ("source", needed.sources()),
        ("silence", needed.silences()),
        ("rule", needed.rules()),
    ):
        for record in records:
            yield _line(kind, dumps(record))
    yield _line("end", dumps({"whole": needed.whole, "snapshot": view.snapshot_id}))


def _entity(rows: Rows, item: Node) -> bytes:
    record = rows.view.entity(item.entity)
    more = dumps({"plural": record.plural, "in_sentence": record.in_sentence, "merged_ids": record.merged_ids})
    return rows.node_json(item)[:-1] + b"," + more[1:]


def _line(kind: str, body: bytes) -> bytes:
    return b'{"record":"' + kind.encode() + b'",' + body[1:] + b"\n"
