"""EDGAR submissions → a knowledge graph one can trust."""
