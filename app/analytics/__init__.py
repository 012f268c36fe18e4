"""What the graph measures: signed structure, and metrics that describe themselves."""
