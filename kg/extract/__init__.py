"""Extract stage: `ReadFiling` → claims, each with evidence, rule and confidence."""

from __future__ import annotations

from kg.extract.document import read_context
from kg.extract.licences import licences
from kg.extract.people import people
from kg.extract.substances import substances
from kg.model import Claim, ReadFiling

__all__ = ["extract"]


def extract(read: ReadFiling) -> tuple[Claim, ...]:
    """Every claim of one filing, in a fixed order."""
    context = read_context(read)
    drugs = tuple(substances(context))
    return (*people(context), *drugs, *licences(context, drugs))
