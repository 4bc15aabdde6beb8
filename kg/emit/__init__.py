"""Emit stage: a filing and its claims → deterministic N-Quads text."""

from __future__ import annotations

from collections.abc import Iterable

from kg.emit.claims import add_claims
from kg.emit.filing import add_filing, iso
from kg.emit.quads import Quads
from kg.model import Claim, ReadFiling

__all__ = ["Quads", "emit"]


def emit(read: ReadFiling, claims: Iterable[Claim]) -> Quads:
    """The graph of one filing."""
    quads = Quads(read.filing.accession)
    add_filing(quads, read.filing)
    add_claims(quads, claims, iso(read.filing.filed))
    return quads
