"""Reads each format back with the tool that it is for, into one form that is compared with what went in."""
