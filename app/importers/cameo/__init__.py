"""What CAMEO means here: its event codes as relation types, its actors as entities, both as tables that are data."""
