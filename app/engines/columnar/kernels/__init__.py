"""Inner loops as machine code (numba): the relations around entities, what they amount to, paths between two.

They say the same as the numpy code beside this package, which answers where numba is missing, where kernels are
switched off, and what they do not know; one conformance suite holds both. `app.engines.columnar.native` calls them.
"""
