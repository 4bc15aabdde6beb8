"""Licence agreements."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.document import Context
from kg.extract.mentions import Mentions
from kg.model import Claim


def licences(context: Context, mentions: Mentions) -> Iterator[Claim]:
    """Licence claims of one filing."""
    yield from ()
