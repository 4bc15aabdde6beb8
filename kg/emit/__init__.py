"""Emit stage: a filing and its claims → deterministic N-Quads text."""

from __future__ import annotations

from collections.abc import Iterable

from kg.emit.claims import add_claims
from kg.emit.dates import iso
from kg.emit.filing import add_filing
from kg.emit.forms import told_apart
from kg.emit.quads import Quads
from kg.emit.reports import add_reports
from kg.emit.run import add_run, run_node
from kg.model import Claim, ReadFiling

__all__ = ["Quads", "emit"]


def emit(read: ReadFiling, claims: Iterable[Claim]) -> Quads:
    """The graph of one filing: header, XML reports, claims of its texts, and the record of how it was made."""
    quads = Quads(read.filing.accession, iso(read.filing.filed))
    quads.run = run_node(quads.accession)
    add_filing(quads, read)
    add_reports(quads, read)
    add_claims(quads, told_apart(tuple(claims)))
    add_run(quads)
    return quads
