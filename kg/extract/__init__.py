"""Extract stage: `ReadFiling` → claims, each with evidence, rule and confidence."""

from __future__ import annotations

from kg import collector
from kg.extract.accents import accents
from kg.extract.cover import cover
from kg.extract.document import read_context
from kg.extract.exhibits import exhibits
from kg.extract.holdings import holdings
from kg.extract.licences import licences
from kg.extract.listing import listings
from kg.extract.mention_reading import read_mentions
from kg.extract.people import people
from kg.extract.references import references
from kg.extract.substances import substances
from kg.model import Claim, ReadFiling

__all__ = ["extract"]


@collector.at_rest()
def extract(read: ReadFiling) -> tuple[Claim, ...]:
    """Every claim of one filing, in a fixed order."""
    context = read_context(read)
    mentions = read_mentions(context)
    agreements = tuple(licences(context, mentions))
    stated: tuple[Claim, ...] = (*cover(context), *accents(context), *listings(context), *exhibits(context))
    told = tuple(references(context))
    held = tuple(holdings(context, mentions))
    return (*stated, *told, *people(context), *substances(context, mentions, agreements), *agreements, *held)
