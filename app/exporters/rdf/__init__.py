"""The graph as RDF: its terms, its resources, and the published vocabulary. Three formats write the same resources."""
