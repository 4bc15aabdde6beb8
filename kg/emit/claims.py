"""Claims → statements by the ontology. One small function per kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kg import ontology
from kg.emit import terms
from kg.emit.quads import Quads
from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    DesignationClaim,
    FormerNameClaim,
    IndicationRef,
    LicenseClaim,
    OrganizationClaim,
    OrgRef,
    PersonRef,
    PositionClaim,
    ProgramClaim,
)
from kg.names import slug

_VOCABULARY = {
    "DOID": "http://purl.obolibrary.org/obo/DOID_",
    "NCIT": "http://purl.obolibrary.org/obo/NCIT_",
}


def organization(quads: Quads, ref: OrgRef) -> str:
    """The organisation's node, typed and labelled."""
    node = ontology.organization(ref)
    quads.link(node, "rdf:type", ontology.EKG + ("Company" if ref.cik else "Organization"))
    if not ref.cik:
        quads.text(node, "rdfs:label", ref.name)
    return node


def person(quads: Quads, ref: PersonRef) -> str:
    """The person's node."""
    node = ontology.person(ref)
    quads.link(node, "rdf:type", ontology.EKG + "Person")
    quads.text(node, "rdfs:label", ref.name)
    quads.text(node, "schema:name", ref.name)
    return node


def compound(quads: Quads, name: str) -> str:
    """The compound's node; its label comes from its own claim."""
    node = ontology.compound(name)
    quads.link(node, "rdf:type", ontology.EKG + "Compound")
    return node


def indication(quads: Quads, ref: IndicationRef) -> str:
    """The indication's node with links to the vocabularies."""
    node = ontology.indication(ref)
    quads.link(node, "rdf:type", ontology.EKG + "Indication")
    quads.add(node, "skos:prefLabel", terms.literal(ref.name, lang="en"))
    quads.link(node, "skos:inScheme", ontology.EKGC + "indications")
    for identifier in ref.ids:
        prefix, _, code = identifier.partition(":")
        if prefix in _VOCABULARY:
            quads.link(node, "skos:exactMatch", _VOCABULARY[prefix] + code)
    if ref.broader:
        broader = indication(quads, IndicationRef(ref.broader))
        quads.link(node, "skos:broader", broader)
    return node


def place(quads: Quads, name: str) -> str:
    """A territory as a labelled concept."""
    node = ontology.concept("territory", slug(name))
    quads.text(node, "rdfs:label", name)
    return node


def _organization(quads: Quads, claim: OrganizationClaim) -> None:
    node = organization(quads, claim.org)
    for alias in claim.aliases:
        quads.assertion(node, "skos:altLabel", terms.literal(alias), claim.source)
    if claim.kind:
        kind = terms.iri(ontology.concept("orgkind", claim.kind))
        quads.assertion(node, "dct:type", kind, claim.source)
    if claim.parent:
        parent = terms.iri(organization(quads, claim.parent))
        quads.assertion(node, "org:subOrganizationOf", parent, claim.source)


def _former_name(quads: Quads, claim: FormerNameClaim) -> None:
    owner = organization(quads, claim.org)
    node = ontology.mint("name", ontology.org_slug(claim.org), slug(claim.name), slug(claim.used_until or "text"))
    quads.link(owner, "ekg:hasFormerName", node)
    quads.link(node, "rdf:type", ontology.EKG + "FormerName")
    quads.text(node, "schema:name", claim.name)
    if claim.used_from:
        quads.add(node, "ekg:usedFrom", terms.date(claim.used_from))
    if claim.used_until:
        quads.add(node, "ekg:usedUntil", terms.date(claim.used_until))
    quads.source(node, claim.source)


def _position(quads: Quads, claim: PositionClaim, filed: str | None) -> None:
    member, employer = person(quads, claim.person), organization(quads, claim.person.organization)
    who = (ontology.org_slug(claim.person.organization), ontology.person_slug(claim.person.name))
    node = ontology.mint("position", *who, slug(claim.title))
    quads.link(node, "rdf:type", ontology.EKG + "Position")
    quads.link(node, "org:member", member)
    quads.link(node, "org:organization", employer)
    quads.text(node, "ekg:titleText", claim.title)
    for role in claim.roles:
        quads.link(node, "org:role", ontology.concept("role", role))
    if filed:
        quads.add(node, "ekg:attestedOn", terms.date(filed))
    quads.source(node, claim.source)
    if claim.event == "holds" and not claim.date:
        return
    change = ontology.hashed("change", "", node, claim.event, claim.date or "")
    quads.link(change, "rdf:type", ontology.EKG + "PositionChange")
    quads.link(change, "ekg:ofPosition", node)
    quads.link(change, "ekg:changeKind", ontology.concept("change", claim.event))
    if claim.date:
        quads.add(change, "ekg:effectiveDate", terms.date(claim.date))
        bound = "ekg:endDate" if claim.event == "departed" else "ekg:startDate"
        quads.add(node, bound, terms.date(claim.date))
    quads.source(change, claim.source)


def _licence(quads: Quads, claim: LicenseClaim) -> None:
    givers = [organization(quads, o) for o in claim.licensors]
    takers = [organization(quads, o) for o in claim.licensees]
    subjects = sorted({c for g in claim.grants for c in g.compounds})
    when = claim.effective or claim.executed or claim.announced or ""
    key = (quads.accession, *sorted(givers), *sorted(takers), claim.kind, *subjects, when, claim.title or "")
    node = ontology.hashed("agreement", "lic-", *key)
    tail = node.rpartition("/")[2]
    quads.link(node, "rdf:type", ontology.EKG + "LicenseAgreement")
    for giver in givers:
        quads.link(node, "ekg:licensor", giver)
    for taker in takers:
        quads.link(node, "ekg:licensee", taker)
    quads.link(node, "ekg:agreementKind", ontology.concept("agreement", claim.kind))
    quads.link(node, "ekg:agreementStatus", ontology.concept("status", claim.status))
    quads.link(node, "ekg:disclosedIn", ontology.mint("filing", quads.accession))
    dates = ("executed", "effective", "announced", "amended", "terminated")
    for name in dates:
        value = getattr(claim, name)
        if value:
            quads.add(node, f"ekg:{name}Date", terms.date(value))
    if claim.term_end:
        quads.add(node, "ekg:termEnd", terms.date(claim.term_end))
    for missing in claim.undisclosed:
        quads.link(node, "ekg:undisclosedTerm", ontology.EKG + missing)
    quads.source(node, claim.source)
    for number, grant in enumerate(claim.grants, 1):
        given = ontology.mint("grant", tail, str(number))
        quads.link(node, "ekg:hasGrant", given)
        quads.link(given, "rdf:type", ontology.EKG + "LicenseGrant")
        for name in grant.compounds:
            quads.link(given, "ekg:compound", compound(quads, name))
        for disease in grant.indications:
            quads.link(given, "ekg:indication", indication(quads, disease))
        if grant.exclusivity:
            quads.link(given, "ekg:exclusivity", ontology.concept("exclusivity", grant.exclusivity))
        for area in grant.territory:
            quads.link(given, "ekg:territory", place(quads, area))
        for area in grant.excluded_territory:
            quads.link(given, "ekg:excludedTerritory", place(quads, area))
        for right in grant.rights:
            quads.link(given, "ekg:grantedRight", ontology.concept("right", right))
        if grant.sublicensable is not None:
            quads.add(given, "ekg:sublicensable", terms.boolean(grant.sublicensable))
        quads.source(given, grant.source)
    for number, payment in enumerate(claim.payments, 1):
        paid = ontology.mint("payment", tail, str(number))
        quads.link(node, "ekg:hasPayment", paid)
        quads.link(paid, "rdf:type", ontology.EKG + "Payment")
        quads.link(paid, "ekg:paymentKind", ontology.concept("payment", payment.kind))
        if payment.amount is not None:
            quads.add(paid, "ekg:amount", terms.decimal(payment.amount))
        quads.text(paid, "ekg:currency", payment.currency)
        if payment.rate_min is not None:
            quads.add(paid, "ekg:royaltyRateMin", terms.decimal(payment.rate_min))
        if payment.rate_max is not None:
            quads.add(paid, "ekg:royaltyRateMax", terms.decimal(payment.rate_max))
        if payment.payer:
            quads.link(paid, "ekg:payer", organization(quads, payment.payer))
        if payment.payee:
            quads.link(paid, "ekg:payee", organization(quads, payment.payee))
        quads.text(paid, "ekg:trigger", payment.trigger)
        quads.source(paid, payment.source)


def _compound(quads: Quads, claim: CompoundClaim) -> None:
    node = compound(quads, claim.name)
    quads.assertion(node, "rdfs:label", terms.literal(claim.name), claim.source)
    for alias in claim.aliases:
        quads.assertion(node, "skos:altLabel", terms.literal(alias), claim.source)
    for code in claim.codes:
        quads.text(node, "ekg:compoundCode", code)
    quads.text(node, "ekg:inn", claim.inn)
    for brand in claim.brands:
        quads.text(node, "ekg:brandName", brand)


def _compound_fact(quads: Quads, claim: CompoundFact) -> None:
    node = compound(quads, claim.compound)
    if isinstance(claim.object, OrgRef):
        target = organization(quads, claim.object)
    else:
        kind = "platform" if claim.property == "usesPlatform" else "substance"
        target = ontology.mint(kind, slug(claim.object))
        quads.link(target, "rdf:type", ontology.EKG + kind.capitalize())
        quads.text(target, "rdfs:label", claim.object)
    quads.assertion(node, f"ekg:{claim.property}", terms.iri(target), claim.source)


def _program(quads: Quads, claim: ProgramClaim, filed: str | None) -> None:
    drug = compound(quads, claim.compound)
    slugs = [drug.rpartition("/")[2]] + ([slug(claim.indication.name)] if claim.indication else [])
    node = ontology.mint("program", *slugs)
    quads.link(node, "rdf:type", ontology.EKG + "DevelopmentProgram")
    quads.link(node, "ekg:compound", drug)
    if claim.indication:
        quads.link(node, "ekg:indication", indication(quads, claim.indication))
    stage = ontology.hashed("stage", "", node, claim.phase, claim.status, claim.planned_text or "", claim.date or "")
    quads.link(node, "ekg:hasStage", stage)
    quads.link(stage, "rdf:type", ontology.EKG + "DevelopmentStage")
    quads.link(stage, "ekg:phase", ontology.concept("phase", claim.phase))
    quads.link(stage, "ekg:stageStatus", ontology.concept("stage", claim.status))
    if filed:
        quads.add(stage, "ekg:attestedOn", terms.date(filed))
    if claim.date:
        quads.add(stage, "ekg:statedDate", terms.date(claim.date))
    quads.text(stage, "ekg:plannedStartText", claim.planned_text)
    quads.source(stage, claim.source)


def _designation(quads: Quads, claim: DesignationClaim, filed: str | None) -> None:
    drug = compound(quads, claim.compound)
    parts = [claim.kind, drug.rpartition("/")[2]] + ([slug(claim.indication.name)] if claim.indication else [])
    agency = slug(claim.agency.name) if claim.agency else "agency-not-stated"
    node = ontology.mint("designation", agency, *parts)
    quads.link(node, "rdf:type", ontology.EKG + "RegulatoryDesignation")
    quads.link(node, "ekg:designationKind", ontology.concept("designation", claim.kind))
    quads.link(node, "ekg:compound", drug)
    if claim.indication:
        quads.link(node, "ekg:indication", indication(quads, claim.indication))
    if claim.agency:
        quads.link(node, "ekg:grantedBy", organization(quads, claim.agency))
    if claim.holder:
        quads.link(node, "ekg:holder", organization(quads, claim.holder))
    if claim.date:
        quads.add(node, "ekg:grantedDate", terms.date(claim.date))
    if filed:
        quads.add(node, "ekg:attestedOn", terms.date(filed))
    quads.source(node, claim.source)


_DATED: dict[type, Callable[[Quads, Any, str | None], None]] = {
    PositionClaim: _position,
    ProgramClaim: _program,
    DesignationClaim: _designation,
}
_UNDATED: dict[type, Callable[[Quads, Any], None]] = {
    OrganizationClaim: _organization,
    FormerNameClaim: _former_name,
    LicenseClaim: _licence,
    CompoundClaim: _compound,
    CompoundFact: _compound_fact,
}


def add_claims(quads: Quads, claims: Iterable[Claim], filed: str | None) -> None:
    """Every claim's statements; `filed` (ISO date) dates what the text attests."""
    for claim in claims:
        if type(claim) in _DATED:
            _DATED[type(claim)](quads, claim, filed)
        elif type(claim) in _UNDATED:
            _UNDATED[type(claim)](quads, claim)
