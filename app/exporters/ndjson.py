"""One JSON object per line, each with what it records: for streaming readers, and for reading back without any loss.

meta, dataset, entity_type and relation_type first, then node, edge and claim, and last what they rest on: source,
silence, and entity for everything mentioned that is not a node. `realpolitik import` makes the same graph of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.about import about, datasets
from app.exporters.chunks import chunked
from app.exporters.context import ExportContext
from app.exporters.everything import Needed, entity_types, is_whole, relation_types, seeing
from app.exporters.rows import Rows, dumps
from app.graph.subgraph import Node, Subgraph


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The lines as UTF-8."""
    return chunked(_lines(graph, context, context.rows_for(graph)))


def _lines(graph: Subgraph, context: ExportContext, rows: Rows) -> Iterator[bytes]:
    view, needed = graph.view, Needed(graph)
    yield _line("meta", dumps({**about(graph, context), "whole": is_whole(graph)}))
    for info in view.datasets.values() if is_whole(graph) else datasets(graph):
        yield _line("dataset", dumps(info))
    for entity_type in entity_types(graph):
        yield _line("entity_type", dumps(entity_type))
    for relation_type in relation_types(graph):
        yield _line("relation_type", dumps(relation_type))
    for item in graph.nodes:
        yield _line("node", _entity(rows, item))
    for match in seeing(needed, graph.edges):
        yield _line("edge", rows.edge_json(match))
        for claim in match.claims:
            yield _line("claim", rows.claim_json(claim))
    for source in needed.sources():
        yield _line("source", dumps(source))
    for silence in needed.silences():
        yield _line("silence", dumps(silence))
    for handle in needed.entities():
        yield _line("entity", _entity(rows, Node(handle, False, None, 0, 0)))


def _entity(rows: Rows, item: Node) -> bytes:
    record = rows.view.entity(item.entity)
    more = dumps({"plural": record.plural, "merged_ids": record.merged_ids})
    return rows.node_json(item)[:-1] + b"," + more[1:]


def _line(kind: str, body: bytes) -> bytes:
    return b'{"record":"' + kind.encode() + b'",' + body[1:] + b"\n"
