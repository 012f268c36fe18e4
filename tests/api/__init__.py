"""Tests of the HTTP door: over the curated graph, and over tiny worlds where one thing at a time is to be seen."""
