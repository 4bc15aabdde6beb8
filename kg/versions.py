"""Versions that facts depend on: which ontology they conform to, which rules and which text normaliser made them."""

from __future__ import annotations

ONTOLOGY = "0.1.0"
"""Version of `ontology/edgar-kg.ttl`; a test holds the two together."""

RULESET = "0.1.0"
"""Version of all extraction rules together; raised when any rule's output changes."""

NORMALIZER = "1"
"""Version of the normalised text; raised when offsets of evidence move."""
