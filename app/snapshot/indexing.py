"""Indexes over the relations of a snapshot: by subject, by object, by type. Made once, when the columns are."""

from __future__ import annotations

import numpy as np

from app.snapshot.columns import Columns, RelationIndex, read_only
from app.snapshot.sorting import order_by


def index_of(columns: Columns, types: int) -> RelationIndex:
    """The index of the relations in columns that speak of so many relation types."""
    nodes = np.arange(len(columns.entity_type) + 1)
    by_object = order_by(columns.relation_object)
    by_type = order_by(columns.relation_type)
    return RelationIndex(
        out_start=read_only(np.searchsorted(columns.relation_subject, nodes), np.int64),
        by_object=read_only(by_object, np.int32),
        in_start=read_only(np.searchsorted(columns.relation_object[by_object], nodes), np.int64),
        by_type=read_only(by_type, np.int32),
        type_start=read_only(np.searchsorted(columns.relation_type[by_type], np.arange(types + 1)), np.int64),
    )
