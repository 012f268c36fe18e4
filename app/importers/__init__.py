"""How data arrives from elsewhere: one file per form, one registry. Here: our own exports, read back without loss."""
