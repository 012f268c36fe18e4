"""Checks of how the code is laid out, read off its syntax trees without importing it."""
