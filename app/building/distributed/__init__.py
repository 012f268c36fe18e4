"""From data sets on disk and the curated graph to a snapshot, on an engine that holds more than memory does.

Small things (entities, sources, dictionaries of dates and voices) are joined in this process; claims are joined with
them, and sorted, by Ibis expressions on the engine, and come back as one sorted stream that is written as it goes by.
"""
