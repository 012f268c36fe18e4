"""A generated data set folder of any size in the shape of event data: few entities with a heavy tail, many days.

python -m benchmarks.events 500000 /tmp/events
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from app.loading.load import load
from app.model.entity import Entity
from app.model.records import dataset_record, entity_record, source_record, text_of
from app.model.source import DatasetInfo, Paragraph, Source, fingerprint
from app.model.tables import ENTITIES, FORMAT, SOURCES, VERSION

ENTITY_COUNT = 23_033
YEARS = range(2000, 2020)
ROOT = Path(__file__).parents[1]


def write(target: Path, events: int, entities: int = ENTITY_COUNT) -> Path:
    """Write the data set; the same numbers give the same rows."""
    target.mkdir(parents=True, exist_ok=True)
    ontology = load(ROOT / "graph_data", ROOT / "seeds").ontology
    types = sorted(t.id for t in ontology.relation_types.values() if t.kind == "event")
    info = DatasetInfo("events", "Generated events", "CC0-1.0", "nobody", "nothing that happened")
    people = [
        Entity(f"event-entity-{n}", "State" if n < 200 else "Organisation", f"Entity {n}") for n in range(entities)
    ]
    people.append(Entity("event-table", "Voice", "a table of events"))
    note = "A year of the table."
    sources = [
        Source(f"events-{year}", f"Events of {year}", "event-table", f"{year}-12-31", "en", "partial", "events",
               "0" * 64, (Paragraph(1, fingerprint(note), note),))
        for year in YEARS
    ]  # fmt: skip
    _table(target, "entities", ENTITIES, [(e.id, e.type, e.organ_of, text_of(entity_record(e))) for e in people])
    _table(
        target,
        "sources",
        SOURCES,
        [(s.id, s.author, s.published, s.dataset, text_of(source_record(s))) for s in sources],
    )
    _claims(target, events, entities, types)
    description = {
        "format": FORMAT,
        "version": VERSION,
        "dataset": dataset_record(info),
        "importer": "benchmarks",
        "inputs": [],
    }
    (target / "dataset.json").write_text(json.dumps(description), encoding="utf-8")
    return target


def _claims(target: Path, events: int, entities: int, types: list[str]) -> None:
    """Rows from hashes of their numbers: random enough, and the same in every run."""
    weights = random.Random(1)
    shuffled = weights.sample(types, len(types))
    with duckdb.connect() as connection:
        connection.execute(
            "create table types as select * from (select unnest(?) as type, generate_subscripts(?, 1) as n)",
            [shuffled, shuffled],
        )

        def part(k: int) -> str:
            return f"((hash(i * 8 + {k}) % 1000003) / 1000003.0)"

        connection.execute(
            f"""
            copy (
                with drawn as (
                    select i,
                        cast(floor({entities} * pow({part(0)}, 2.5)) as int) as one,
                        cast(floor({entities} * pow({part(1)}, 2.5)) as int) as two,
                        1 + cast(floor({len(types)} * pow({part(2)}, 2)) as int) as n,
                        date '{YEARS[0]}-01-01' + cast(floor({part(3)} * 365.2 * {len(YEARS)}) as int) as day,
                        {part(4)} as luck
                    from range({events}) as numbers(i)
                )
                select
                    substr(sha256('event ' || i), 1, 20) as id,
                    'events-' || least(year(day), {YEARS[-1]}) as source,
                    'event-entity-' || one as subject,
                    type,
                    'event-entity-' || (case when one = two then (two + 1) % {entities} else two end) as object,
                    '["' || case when luck < 0.9 then 'event-table' else 'event-entity-' || (i % 200) end || '"]'
                        as voices,
                    cast(null as varchar) as addressed_to,
                    'affirms' as stance,
                    case when luck < 0.8 then 'fact' when luck < 0.95 then 'alleged' else 'planned' end as modality,
                    case when luck < 0.3 then 'low' when luck < 0.8 then 'medium' else 'high' end as confidence,
                    cast(null as varchar) as progress,
                    strftime(day, '%Y-%m-%d') as edtf,
                    cast(null as varchar) as effect,
                    false as ended,
                    '{{"attributes":{{"event_id":"' || i || '"}},"evidence":[[1,"Row ' || i || ' of the table."]]}}'
                        as detail
                from drawn join types using (n)
            ) to '{target / "claims.parquet"}' (format parquet, compression zstd)
            """
        )


def _table(target: Path, name: str, columns: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> None:
    schema = pa.schema([(column, pa.string()) for column in columns])
    table = pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], schema=schema)
    pq.write_table(table, target / f"{name}.parquet", compression="zstd")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
