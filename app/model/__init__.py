"""What a thing is: frozen types for entities, claims, sources, silences and the ontology. No input or output here."""
