"""The engine on numpy columns."""
