"""From validated data to an immutable snapshot."""
