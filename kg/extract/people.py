"""Persons and their offices."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.document import Context
from kg.model import Claim


def people(context: Context) -> Iterator[Claim]:
    """Position, signature and former-name claims of one filing."""
    yield from ()
