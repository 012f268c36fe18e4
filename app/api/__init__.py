"""Door one: HTTP. A router parses, calls one function, renders and returns."""
