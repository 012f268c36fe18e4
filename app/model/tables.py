"""The tables of a data set on disk: what importers write and builds read, column by column.

A data set is a folder: `dataset.json` (`DatasetInfo`, the importer, its inputs with their hashes, its counts) and three
Parquet files of text columns, so that any engine reads them alike. What a question sorts or filters by stands in a
column of its own; the rest of a record is one JSON text (`app.model.records`). Beside them lie `rejected.tsv`,
`resolutions.tsv` and `unresolved.tsv`, for people.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

FORMAT: Final = "realpolitik-dataset"
VERSION: Final = 1

# Columns by table, in order. All are text and may be null where the record has nothing, but for `ended`, a boolean.
ENTITIES: Final = ("id", "type", "organ_of", "record")
SOURCES: Final = ("id", "author", "published", "dataset", "record")
CLAIMS: Final = (
    "id",
    "source",
    "subject",
    "type",
    "object",
    "voices",  # JSON list of entity ids, sorted: few differ
    "addressed_to",
    "stance",
    "modality",
    "confidence",
    "progress",
    "edtf",
    "effect",  # of types that declare one: harms, helps, unclear
    "ended",  # the claim says that the relation has ended
    "detail",  # JSON: evidence, attributes, words, what was inferred, basis, hedge, via, target claim
)
TABLES: Final = MappingProxyType({"entities": ENTITIES, "sources": SOURCES, "claims": CLAIMS})
