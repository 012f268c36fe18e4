"""The W3C Reconciliation API on our entities: candidates for names, suggestions, property values, the manifest."""
