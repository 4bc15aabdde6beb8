"""Claims about compounds, their development, designations and patents → statements."""

from __future__ import annotations

from kg import ontology
from kg.emit import terms
from kg.emit.dates import bounds
from kg.emit.entities import compound, indication, named, organization, tail
from kg.emit.quads import Quads
from kg.model import (
    CompoundClaim,
    CompoundFact,
    DesignationClaim,
    IndicationRef,
    OrgRef,
    PatentOwnershipClaim,
    ProgramClaim,
)
from kg.names import slug


def compound_claim(quads: Quads, claim: CompoundClaim) -> None:
    """A compound and all its names."""
    node = compound(quads, claim.name)
    quads.assertion(node, "rdfs:label", terms.literal(claim.name), claim.source)
    for alias in claim.aliases:
        if alias != claim.name:
            quads.assertion(node, "skos:altLabel", terms.literal(alias), claim.source)
    for code in claim.codes:
        quads.assertion(node, "ekg:compoundCode", terms.literal(code), claim.source)
    if claim.inn:
        quads.assertion(node, "ekg:inn", terms.literal(claim.inn), claim.source)
    for brand in claim.brands:
        quads.assertion(node, "ekg:brandName", terms.literal(brand), claim.source)


def compound_fact(quads: Quads, claim: CompoundFact) -> None:
    """Who develops a compound, what it carries, on which platform it is built, whose lead it is."""
    node = compound(quads, claim.compound)
    if isinstance(claim.object, OrgRef):
        target = organization(quads, claim.object)
    else:
        target = named(quads, "platform" if claim.property == "usesPlatform" else "substance", claim.object)
    quads.assertion(node, f"ekg:{claim.property}", terms.iri(target), claim.source)


def _subject(drug: str, disease: IndicationRef | None) -> list[str]:
    """IRI parts for something about a compound and, where stated, an indication."""
    return [tail(drug), *([slug(disease.name)] if disease else [])]


def program(quads: Quads, claim: ProgramClaim) -> None:
    """A development programme and one stage of it."""
    drug = compound(quads, claim.compound)
    node = ontology.mint("program", *_subject(drug, claim.indication))
    quads.type(node, "DevelopmentProgram")
    quads.link(node, "ekg:compound", drug)
    if claim.indication:
        quads.link(node, "ekg:indication", indication(quads, claim.indication))
    dated = (claim.planned_text or "", claim.date or "")
    stage = ontology.hashed("stage", "", node, claim.phase, claim.status, *dated)
    quads.link(node, "ekg:hasStage", stage)
    quads.type(stage, "DevelopmentStage")
    quads.code(stage, "ekg:phase", "phase", claim.phase, single=True)
    quads.code(stage, "ekg:stageStatus", "stage", claim.status, single=True)
    quads.date(stage, "ekg:attestedOn", quads.filed)
    quads.date(stage, "ekg:statedDate", claim.date)
    quads.once_text(stage, "ekg:plannedStartText", claim.planned_text)
    limits = bounds(claim.planned_text) if claim.planned_text and claim.status == "planned" else None
    if limits:
        quads.date(stage, "ekg:plannedStartEarliest", limits[0])
        quads.date(stage, "ekg:plannedStartLatest", limits[1])
    quads.source(stage, claim.source)


def designation(quads: Quads, claim: DesignationClaim) -> None:
    """A status granted by a regulator."""
    drug = compound(quads, claim.compound)
    agency = tail(ontology.organization(claim.agency)) if claim.agency else "agency-not-stated"
    node = ontology.mint("designation", agency, claim.kind, *_subject(drug, claim.indication))
    quads.type(node, "RegulatoryDesignation")
    quads.code(node, "ekg:designationKind", "designation", claim.kind, single=True)
    quads.link(node, "ekg:compound", drug)
    if claim.indication:
        quads.link(node, "ekg:indication", indication(quads, claim.indication))
    if claim.agency:
        quads.link(node, "ekg:grantedBy", organization(quads, claim.agency))
    if claim.holder:
        quads.link(node, "ekg:holder", organization(quads, claim.holder))
    quads.date(node, "ekg:grantedDate", claim.date)
    quads.date(node, "ekg:attestedOn", quads.filed)
    quads.source(node, claim.source)


def patent_ownership(quads: Quads, claim: PatentOwnershipClaim) -> None:
    """A patent filing and who owns it together."""
    parts = []
    if claim.compound:
        parts = _subject(ontology.compound(claim.compound), claim.indication)
    key = [*parts, *([claim.scope] if claim.scope else [])] if parts else [slug(claim.subject)]
    patent, owned = ontology.mint("ip", *key), ontology.mint("ownership", *key)
    quads.type(patent, "PatentFiling")
    quads.label(patent, f"Patent filing: {claim.subject}", lang="en")
    quads.type(owned, "PatentOwnership")
    quads.link(owned, "ekg:ownedThing", patent)
    if claim.compound:
        quads.link(patent, "ekg:compound", compound(quads, claim.compound))
    if claim.indication:
        quads.link(patent, "ekg:indication", indication(quads, claim.indication))
    if claim.scope:
        quads.code(patent, "ekg:claimScope", "claim", claim.scope)
    for owner in claim.owners:
        quads.link(owned, "ekg:owner", organization(quads, owner))
    quads.code(owned, "dct:type", "ownership", "joint" if len(claim.owners) > 1 else "single", single=True)
    quads.date(owned, "ekg:attestedOn", quads.filed)
    quads.source(owned, claim.source)
