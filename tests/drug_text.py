"""Invented sentences → what is extracted of drugs: the shortest way from words to claims for tests."""

from __future__ import annotations

import hashlib

from kg.extract.document import Context, read_context
from kg.extract.licences import licences
from kg.extract.mention_reading import read_mentions
from kg.extract.substances import substances
from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    DesignationClaim,
    DocumentText,
    Filing,
    OrgRef,
    Party,
    ProgramClaim,
    ReadFiling,
)

MAKER = "Acme Therapeutics, Inc."


def context_of(layout: str, name: str = MAKER, sic: str | None = "2834") -> Context:
    """A filing of one press release whose layout is given ("\\n" ends a paragraph or row, "\\t" a cell)."""
    text = layout.replace("\n", " ").replace("\t", " ")
    document = DocumentText(1, "EX-99.1", text, layout, hashlib.sha256(text.encode()).hexdigest())
    party = Party("filer", name, "0009100001", sic=sic)
    filing = Filing("0009100001-20-000001", "8-K", filed="20200304", parties=(party,))
    return read_context(ReadFiling(filing, (document,)))


def claims_of(layout: str, name: str = MAKER, sic: str | None = "2834") -> list[Claim]:
    """Every claim about drugs, each with the licences known."""
    context = context_of(layout, name, sic)
    mentions = read_mentions(context)
    return list(substances(context, mentions, tuple(licences(context, mentions))))


def drugs(layout: str) -> set[tuple[str, ...]]:
    """(name, aliases …) of each drug."""
    return {(c.name, *sorted(c.aliases)) for c in claims_of(layout) if isinstance(c, CompoundClaim)}


def programs(layout: str) -> set[tuple[str, str | None, str, str]]:
    """(drug, disease, phase, status) of each stage."""
    return {
        (c.compound, c.indication.name if c.indication else None, c.phase, c.status)
        for c in claims_of(layout)
        if isinstance(c, ProgramClaim)
    }


def statuses(layout: str) -> set[tuple[str, str, str | None, str | None]]:
    """(kind, drug, disease, agency) of each designation."""
    return {
        (c.kind, c.compound, c.indication.name if c.indication else None, c.agency.name if c.agency else None)
        for c in claims_of(layout)
        if isinstance(c, DesignationClaim)
    }


def facts(layout: str) -> set[tuple[str, str, str]]:
    """(drug, property, value) of each plain fact."""
    return {
        (c.compound, c.property, c.object.name if isinstance(c.object, OrgRef) else c.object)
        for c in claims_of(layout)
        if isinstance(c, CompoundFact)
    }
