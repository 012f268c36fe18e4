"""Structural balance: the signed projection, its triads, and the factions that minimise frustration."""
