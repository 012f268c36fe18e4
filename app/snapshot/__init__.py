"""The columns of a snapshot: their names, dtypes and lengths, defined once; written by building, read by engines."""
