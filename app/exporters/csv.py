"""A zip of tables: nodes.csv, edges.csv, claims.csv and a README. For spreadsheets, data frames and Neo4j.

What rules derive has a table of its own, derived.csv, so that whoever counts edges counts what somebody says.

The header rows are those of `neo4j-admin database import`. No cell can be taken for a formula: a text that begins like
one gets an apostrophe in front, as does one that begins with an apostrophe, so that taking one away undoes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from app.exporters.about import lines
from app.exporters.chunks import chunked
from app.exporters.columns import CLAIM_COLUMNS, DERIVED_COLUMNS, EDGE_COLUMNS, NODE_COLUMNS, Column, as_text
from app.exporters.context import ExportContext
from app.exporters.derived import inferred
from app.exporters.zips import zipped
from app.graph import shapes
from app.graph.subgraph import Subgraph

_BYTE_ORDER_MARK = "\ufeff"  # a spreadsheet takes the file for UTF-8 only with it
_LOOKS_LIKE_A_FORMULA = frozenset("=+-@\t\r\n'＝＋－＠")
_TYPES = MappingProxyType(
    {"integer": ":int", "number": ":double", "boolean": ":boolean", "date": ":date", "texts": ":string[]"}
)
_GUARDED = frozenset(("text", "texts", "labels", "json", "date"))
_ENDS = MappingProxyType({"source": ":START_ID(Entity)", "target": ":END_ID(Entity)", "type": ":TYPE"})
_SPECIAL = MappingProxyType(
    {
        "nodes": MappingProxyType({"id": "id:ID(Entity)"}),
        "edges": _ENDS,
        "claims": MappingProxyType({"id": "id:ID(Claim)"}),
        "derived": _ENDS,
    }
)
_NOTES = """
nodes.csv   one row per entity
edges.csv   one row per relation; two entities may have several
claims.csv  one row per claim: who says it, how, when, in which paragraph; `relation` is the id of its edge

UTF-8. Ids in one cell are separated by semicolons; records are JSON. Days in valid_to and certain_to are exclusive.
A text that begins with = + - @ ' a tab or a line end has an apostrophe in front of it: take one away to get it back.

Neo4j:   neo4j-admin database import full --nodes=nodes.csv --nodes=claims.csv --relationships=edges.csv \\
             --multiline-fields=true --array-delimiter=';' DATABASE
pandas:  pandas.read_csv("edges.csv")
"""
_DERIVED = "derived.csv  what rules infer, said by no source: `rule`, and `premises`, ids of the edges it rests on\n"


def header(table: str, columns: Sequence[Column]) -> list[str]:
    """The header row of a table, with Neo4j's types; nodes and claims end in their labels."""
    special = _SPECIAL[table]
    named = [special.get(c.name) or c.name + _TYPES.get(c.type, "") for c in columns]
    return [*named, ":LABEL"] if table in ("nodes", "claims") else named


def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
    """The zip file, as it grows."""
    rows, view = context.rows_for(graph), graph.view
    nodes = (_cells(NODE_COLUMNS, s, ";".join(s["types"])) for s in map(rows.node, graph.nodes))
    edges = (_cells(EDGE_COLUMNS, s) for s in map(rows.edge, graph.edges))
    claims = (_cells(CLAIM_COLUMNS, shapes.claim(view, c), "Claim") for m in graph.edges for c in m.claims)
    readme = "\n".join([*lines(graph, context), _NOTES]) + (_DERIVED if graph.derived else "")
    derived = (_cells(DERIVED_COLUMNS, s) for s in inferred(graph))
    more = (("derived.csv", _table(header("derived", DERIVED_COLUMNS), derived)),) if graph.derived else ()
    return zipped(
        (
            ("README.txt", (readme.encode(),)),
            ("nodes.csv", _table(header("nodes", NODE_COLUMNS), nodes)),
            ("edges.csv", _table(header("edges", EDGE_COLUMNS), edges)),
            ("claims.csv", _table(header("claims", CLAIM_COLUMNS), claims)),
            *more,
        )
    )


def _table(head: Sequence[str], rows: Iterable[list[str]]) -> Iterator[bytes]:
    yield from chunked(_lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[list[str]]) -> Iterator[bytes]:
    yield (_BYTE_ORDER_MARK + ",".join(head) + "\r\n").encode()
    for row in rows:
        yield (",".join(map(_quoted, row)) + "\r\n").encode()


def _cells(columns: Sequence[Column], shape: dict[str, object], *labels: str) -> list[str]:
    return [*(_cell(column, shape) for column in columns), *labels]


def _cell(column: Column, shape: dict[str, object]) -> str:
    cell = as_text(column, column.read(shape))
    if cell is None:
        return ""
    if column.type in _GUARDED and cell[0] in _LOOKS_LIKE_A_FORMULA:
        return "'" + cell
    return cell


def _quoted(cell: str) -> str:
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if "," in cell or "\n" in cell or "\r" in cell else cell
