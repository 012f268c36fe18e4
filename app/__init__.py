"""Realpolitik: a knowledge graph of what documents claim about states, armed groups, projects and people."""

__version__ = "0.1.0"
