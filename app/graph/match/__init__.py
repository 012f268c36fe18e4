"""Patterns over the graph: what may be asked, how a question is read, how it is answered, how the answer looks."""
