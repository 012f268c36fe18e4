"""One file per family of metrics; each metric is a descriptor, named in the registry."""
