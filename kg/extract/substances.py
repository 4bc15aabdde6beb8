"""Compounds, indications, programmes and designations."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.document import Context
from kg.model import Claim


def substances(context: Context) -> Iterator[Claim]:
    """Compound, programme and designation claims of one filing."""
    yield from ()
