"""Compounds, programmes, designations and what binds them: a filing's context, mentions and licences → claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.compound_facts import developers
from kg.extract.compound_traits import traits
from kg.extract.designations import designations
from kg.extract.development import programs
from kg.extract.document import Context
from kg.extract.mentions import Mentions
from kg.extract.program_memory import survey
from kg.extract.quantities import quantities
from kg.model import Claim, CompoundClaim, Source


def compounds(context: Context, mentions: Mentions) -> Iterator[CompoundClaim]:
    """One claim per drug named in the filing."""
    for drug in mentions.drugs:
        sequence, start, _, rule = drug.seen
        spans = {(sequence, *context.sentence_at(sequence, start))}
        spans |= {(s, *context.sentence_at(s, b)) for s, b, _, _ in drug.links[:2]}
        evidence = tuple(context.evidence(*span) for span in sorted(spans))
        yield CompoundClaim(drug.name, Source(rule, 0.95, evidence), drug.aliases, drug.codes, drug.inn, drug.brands)


def substances(context: Context, mentions: Mentions, agreements: Sequence[Claim] = ()) -> Iterator[Claim]:
    """Compound, programme and designation claims of one filing; `agreements` tell who holds which drug."""
    carried = tuple(traits(context, mentions))
    payloads = {mentions.canonical(str(fact.object)) for fact in carried if fact.property == "payload"}
    yield from (claim for claim in compounds(context, mentions) if claim.name not in payloads)
    memories = {text.sequence: survey(mentions, text.sequence) for text in context.read.texts}
    stages: tuple[Claim, ...] = (*programs(context, mentions, memories), *designations(context, mentions, memories))
    yield from stages
    yield from developers(context, mentions, (*agreements, *stages))
    yield from carried
    yield from quantities(context, mentions)
