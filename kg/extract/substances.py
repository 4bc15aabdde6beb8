"""Compounds, indications, programmes and designations: a filing's context and mentions → claims."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.designations import designations
from kg.extract.development import programs
from kg.extract.document import Context
from kg.extract.mentions import Mentions, read_mentions
from kg.model import Claim, CompoundClaim, Source


def compounds(context: Context, mentions: Mentions) -> Iterator[CompoundClaim]:
    """One claim per drug named in the filing."""
    for drug in mentions.drugs:
        sequence, start, end, rule = drug.seen
        spans = {(sequence, *context.sentence_at(sequence, start))}
        spans |= {(s, *context.sentence_at(s, b)) for s, b, _, _ in drug.links[:2]}
        evidence = tuple(context.evidence(*span) for span in sorted(spans))
        yield CompoundClaim(drug.name, Source(rule, 0.95, evidence), drug.aliases, drug.codes, drug.inn, drug.brands)


def substances(context: Context, mentions: Mentions | None = None) -> Iterator[Claim]:
    """Compound, programme and designation claims of one filing."""
    known = read_mentions(context) if mentions is None else mentions
    yield from compounds(context, known)
    yield from programs(context, known)
    yield from designations(context, known)
