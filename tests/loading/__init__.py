"""Tests of what curated text says: each mistake has its own test, with the exact place where it is reported."""
