"""Claims → statements: which function of this package writes which kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kg.emit import licences, organizations, people, science
from kg.emit.quads import Quads
from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    CoverPageClaim,
    DesignationClaim,
    EquityStakeClaim,
    ExhibitClaim,
    FilingReferenceClaim,
    FormerNameClaim,
    LicenseClaim,
    ListingClaim,
    OrganizationClaim,
    PatentOwnershipClaim,
    PositionClaim,
    ProgramClaim,
    QuantityClaim,
    SignatureClaim,
)

WRITERS: dict[type, Callable[[Quads, Any], None]] = {
    # Claims that name things come first, so that a thing's label is the name its own claim gives it.
    OrganizationClaim: organizations.organization_claim,
    CompoundClaim: science.compound_claim,
    CompoundFact: science.compound_fact,
    CoverPageClaim: organizations.cover_page,
    FormerNameClaim: organizations.former_name,
    PositionClaim: people.position,
    SignatureClaim: people.signature,
    LicenseClaim: licences.licence,
    ProgramClaim: science.program,
    DesignationClaim: science.designation,
    PatentOwnershipClaim: science.patent_ownership,
    EquityStakeClaim: organizations.equity_stake,
    ListingClaim: organizations.listing,
    QuantityClaim: organizations.quantity,
    ExhibitClaim: organizations.exhibit,
    FilingReferenceClaim: organizations.filing_reference,
}
_ORDER = {kind: number for number, kind in enumerate(WRITERS)}


def add_claims(quads: Quads, claims: Iterable[Claim]) -> None:
    """Every claim's statements; among claims of one kind the order given decides which of two single values stands."""
    for claim in sorted(claims, key=lambda claim: _ORDER[type(claim)]):
        quads.because = claim.source
        WRITERS[type(claim)](quads, claim)
    quads.because = None
