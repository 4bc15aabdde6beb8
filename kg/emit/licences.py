"""Licence claims → agreements, grants and payments."""

from __future__ import annotations

from kg import ontology
from kg.emit import terms
from kg.emit.entities import compound, indication, organization, person, place, short_name, tail, year
from kg.emit.quads import Quads
from kg.model import Grant, LicenseClaim, OrgRef, Payment, PersonRef

_TITLE = {
    "license": "License agreement",
    "sublicense": "Sublicense agreement",
    "option": "Option agreement",
    "collaboration": "Collaboration agreement",
    "assignment": "Assignment agreement",
}
_DATES = ("executed", "effective", "announced", "amended", "terminated")


def _all(parties: tuple[OrgRef, ...]) -> str:
    return " and ".join(short_name(party.name) for party in parties)


def _label(claim: LicenseClaim) -> str:
    """ "License agreement, X to Y, CLR 131 in multiple myeloma (2017)"."""
    drugs = list(dict.fromkeys(name for grant in claim.grants for name in grant.compounds))
    diseases = list(dict.fromkeys(ref.name for grant in claim.grants for ref in grant.indications))
    parts = [_TITLE.get(claim.kind, "Agreement"), f"{_all(claim.licensors)} to {_all(claim.licensees)}"]
    subject = " in ".join(" and ".join(names) for names in (drugs, diseases) if names)
    if subject:
        parts.append(subject)
    return ", ".join(parts) + year(claim.effective or claim.executed or claim.announced)


def _key(claim: LicenseClaim, givers: list[str], takers: list[str]) -> tuple[str, ...]:
    """What tells one agreement of a filing from another."""
    grants = sorted(
        "|".join(
            (*sorted(g.compounds), *sorted(i.name for i in g.indications), g.exclusivity or "", *sorted(g.territory))
        )
        for g in claim.grants
    )
    dates = [getattr(claim, name) or "" for name in ("executed", "effective", "announced")]
    return (*sorted(givers), *sorted(takers), claim.kind, claim.status, *dates, claim.title or "", *grants)


def _party(quads: Quads, party: OrgRef, others: tuple[OrgRef, ...]) -> str:
    """The node of an organisation, or of a person as known to the other side (who may be one of its officers)."""
    if not party.individual:
        return organization(quads, party)
    other = next((o for o in others if not o.individual), None)
    return person(quads, PersonRef(party.name, other)) if other else organization(quads, party)


def licence(quads: Quads, claim: LicenseClaim) -> None:
    """One agreement with its grants and payments."""
    parties = (*claim.licensors, *claim.licensees)
    givers = [_party(quads, party, claim.licensees) for party in claim.licensors]
    takers = [_party(quads, party, claim.licensors) for party in claim.licensees]
    node = ontology.hashed("agreement", "lic-", quads.accession, *_key(claim, givers, takers))
    quads.type(node, "LicenseAgreement")
    quads.once(node, "rdfs:label", terms.literal(_label(claim), lang="en"))
    quads.once_text(node, "dct:title", claim.title)
    for giver in givers:
        quads.link(node, "ekg:licensor", giver)
    for taker in takers:
        quads.link(node, "ekg:licensee", taker)
    quads.code(node, "ekg:agreementKind", "agreement", claim.kind, single=True)
    quads.code(node, "ekg:agreementStatus", "status", claim.status, single=True)
    quads.link(node, "ekg:disclosedIn", ontology.mint("filing", quads.accession))
    for name in _DATES:
        quads.date(node, f"ekg:{name}Date", getattr(claim, name))
    quads.date(node, "ekg:termEnd", claim.term_end)
    for missing in claim.undisclosed:
        quads.link(node, "ekg:undisclosedTerm", ontology.EKG + missing)
    quads.source(node, claim.source)
    for sequence, start, end, item in quads.sections:
        if any(e.sequence == sequence and start <= e.start and e.end <= end for e in claim.source.evidence):
            quads.link(item, "schema:about", node)
    for number, grant in enumerate(claim.grants, 1):
        _grant(quads, node, number, grant)
    for payment in claim.payments:
        _payment(quads, node, payment, parties)


def _grant(quads: Quads, agreement: str, number: int, grant: Grant) -> None:
    node = ontology.mint("grant", tail(agreement), str(number))
    quads.link(agreement, "ekg:hasGrant", node)
    quads.type(node, "LicenseGrant")
    for name in grant.compounds:
        quads.link(node, "ekg:compound", compound(quads, name))
    for disease in grant.indications:
        quads.link(node, "ekg:indication", indication(quads, disease))
    if grant.exclusivity:
        quads.code(node, "ekg:exclusivity", "exclusivity", grant.exclusivity, single=True)
    for area in grant.territory:
        quads.link(node, "ekg:territory", place(quads, area))
    for area in grant.excluded_territory:
        quads.link(node, "ekg:excludedTerritory", place(quads, area))
    for right in grant.rights:
        quads.code(node, "ekg:grantedRight", "right", right)
    quads.once_text(node, "ekg:fieldOfUseText", grant.field_of_use)
    if grant.sublicensable is not None:
        quads.once(node, "ekg:sublicensable", terms.boolean(grant.sublicensable))
    quads.source(node, grant.source)


def _payment(quads: Quads, agreement: str, payment: Payment, sides: tuple[OrgRef, ...]) -> None:
    figures = [str(v) for v in (payment.amount, payment.currency, payment.rate_min, payment.rate_max)]
    parties = [ontology.organization(party) if party else "" for party in (payment.payer, payment.payee)]
    node = ontology.hashed(
        "payment", f"{tail(agreement)}_", agreement, payment.kind, *figures, *parties, payment.trigger or ""
    )
    quads.link(agreement, "ekg:hasPayment", node)
    quads.type(node, "Payment")
    quads.code(node, "ekg:paymentKind", "payment", payment.kind, single=True)
    for predicate, value in (
        ("ekg:amount", payment.amount),
        ("ekg:royaltyRateMin", payment.rate_min),
        ("ekg:royaltyRateMax", payment.rate_max),
    ):
        if value is not None:
            quads.once(node, predicate, terms.decimal(value))
    quads.once_text(node, "ekg:currency", payment.currency)
    quads.once_text(node, "ekg:trigger", payment.trigger)
    if payment.payer:
        quads.link(node, "ekg:payer", _party(quads, payment.payer, sides))
    if payment.payee:
        quads.link(node, "ekg:payee", _party(quads, payment.payee, sides))
    quads.source(node, payment.source)
