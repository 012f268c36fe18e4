"""How the graph leaves: one file per format, one registry, and the bytes of any subgraph as a stream."""
