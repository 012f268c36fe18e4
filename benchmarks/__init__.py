"""Measurements: one file per question asked. Ratios against a peer in the same run, on the same machine."""
