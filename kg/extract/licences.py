"""Licence agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.document import Context
from kg.model import Claim


def licences(context: Context, drugs: Sequence[Claim]) -> Iterator[Claim]:
    """Licence claims of one filing; `drugs` are the compound claims already made."""
    yield from ()
