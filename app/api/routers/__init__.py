"""One file per family of endpoints; each parses, calls one function, renders and returns."""
