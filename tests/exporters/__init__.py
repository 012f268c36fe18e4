"""Every format, read back by the tool that it is for and compared with what went in."""
