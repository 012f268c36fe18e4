"""A zip of Parquet tables with typed columns: days are dates, voices are lists, evidence is a list of records.

nodes, edges and claims for analysis, derived for what rules infer from them; entities, sources, silences, data sets
and ontology so that nothing is missing when it is read back. Written by row groups, so that memory does not grow with
the graph.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from app.exporters.about import about, datasets, lines
from app.exporters.columns import CLAIM_COLUMNS, DERIVED_COLUMNS, EDGE_COLUMNS, NODE_COLUMNS, Column
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.everything import Needed
from app.exporters.rows import Rows, dumps, json_text
from app.exporters.zips import zipped
from app.graph import shapes
from app.graph.subgraph import Node, Subgraph

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
_GROUP = 16_384
_EXTRA = (
    Column("plural", "boolean", lambda shape: shape["plural"]),
    Column("in_sentence", "text", lambda shape: shape["in_sentence"]),
    Column("merged_ids", "texts", lambda shape: shape["merged_ids"]),
)
_NOTES = """
nodes.parquet    entities in this graph        edges.parquet    relations, one row each
claims.parquet   who says it, how, when, where; `relation` is the id of the edge
entities, sources, silences, datasets, ontology: what these rest on. valid_to and certain_to are exclusive.

DuckDB:  select * from 'edges.parquet'      pandas:  pandas.read_parquet("edges.parquet")
"""
_DERIVED = "derived.parquet  what rules infer, said by no source: `rule`, and `premises`, ids of the edges behind it\n"


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The zip file, as it grows; the tables in it are compressed already."""
    rows, view, needed = context.rows_for(graph), graph.view, Needed(graph)
    facts = {"realpolitik": dumps(about(graph, context))}
    node_columns = (*NODE_COLUMNS, *_EXTRA)
    readme = ("\n".join([*lines(graph, context), _NOTES]) + (_DERIVED if graph.derived else "")).encode()
    infos = list(view.datasets.values()) if len(graph.edges) == view.relation_count else datasets(graph)
    # Each member is made when its turn has come: the last ones rest on what the edges showed.
    derived = ("derived", _schema(DERIVED_COLUMNS), lambda: (_row(DERIVED_COLUMNS, e) for e in inferred(graph)))
    tables: tuple[tuple[str, pa.Schema, Callable[[], Iterable[Row]]], ...] = (
        ("nodes", _schema(node_columns), lambda: (_row(node_columns, _node(rows, n)) for n in graph.nodes)),
        ("edges", _schema(EDGE_COLUMNS), lambda: (_row(EDGE_COLUMNS, rows.edge(m)) for m in graph.edges)),
        (
            "claims",
            _schema(CLAIM_COLUMNS),
            lambda: (_row(CLAIM_COLUMNS, shapes.claim(view, c)) for m in needed.seeing(graph.edges) for c in m.claims),
        ),
        (
            "entities",
            _schema(node_columns),
            lambda: (_row(node_columns, _node(rows, Node(h, False, None, 0, 0))) for h in needed.entities()),
        ),
        ("sources", _records(), lambda: _plain("source", needed.sources())),
        ("silences", _records(), lambda: _plain("silence", needed.silences())),
        ("datasets", _records(), lambda: _plain("dataset", infos)),
        (
            "ontology",
            _records(),
            lambda: (
                *_plain("entity_type", needed.entity_types()),
                *_plain("relation_type", needed.relation_types()),
                *_plain("rule", needed.rules()),
                {"record": "end", "id": view.snapshot_id, "json": json_text({"whole": needed.whole})},
            ),
        ),
        *((derived,) if graph.derived else ()),
    )
    members = ((f"{name}.parquet", _table(schema.with_metadata(facts), make)) for name, schema, make in tables)
    return zipped((("README.txt", (readme,)), *members), compress=False)


def _node(rows: Rows, item: Node) -> Row:
    record = rows.view.entity(item.entity)
    more = {"plural": record.plural, "in_sentence": record.in_sentence, "merged_ids": list(record.merged_ids)}
    return {**rows.node(item), **more}


def _table(schema: pa.Schema, make: Callable[[], Iterable[Row]]) -> Iterator[bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = _Sink()
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        waiting = iter(make())
        while group := list(islice(waiting, _GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            yield sink.take()
    yield sink.take()


class _Sink(io.RawIOBase):
    """Takes what the writer writes, knows how far it is, and gives it away."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def tell(self) -> int:
        """How many bytes have been written."""
        return self._at

    def write(self, data: Any) -> int:
        """Hold bytes until they are taken."""
        piece = bytes(data)
        self._held.append(piece)
        self._at += len(piece)
        return len(piece)

    def take(self) -> bytes:
        """All bytes since the last time."""
        piece = b"".join(self._held)
        self._held.clear()
        return piece


def _schema(columns: Sequence[Column]) -> pa.Schema:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
        "labels": pa.list_(pa.string()),
        "json": pa.string(),
    }
    records = {
        "names": pa.list_(pa.struct([("text", pa.string()), ("lang", pa.string()), ("kind", pa.string())])),
        "evidence": pa.list_(pa.struct([("paragraph", pa.int64()), ("note", pa.string())])),
    }
    return pa.schema([(c.name, records.get(c.name) or types[c.type]) for c in columns])


def _records() -> pa.Schema:
    """The schema of what is kept for reading back: the kind of record, its id, and the record as JSON."""
    import pyarrow as pa

    return pa.schema([("record", pa.string()), ("id", pa.string()), ("json", pa.string())])


def _plain(kind: str, records: Iterable[Any]) -> Iterator[Row]:
    for record in records:
        yield {"record": kind, "id": getattr(record, "id", None) or record.key, "json": json_text(record)}


def _row(columns: Sequence[Column], shape: Row) -> Row:
    return {c.name: _value(c, c.read(shape)) for c in columns}


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.type == "date":
        return date.fromisoformat(value)
    if column.type == "json" and column.name not in ("names", "evidence"):
        return json_text(value)
    return value
