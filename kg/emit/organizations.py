"""Claims about organisations → statements: names, cover pages, listings, stakes, quantities, exhibits, references."""

from __future__ import annotations

import re

from kg import ontology
from kg.emit import terms
from kg.emit.entities import indication, number, organization, short_name, tail
from kg.emit.parties import address_like
from kg.emit.quads import Quads
from kg.model import (
    CoverPageClaim,
    EquityStakeClaim,
    ExhibitClaim,
    FilingReferenceClaim,
    FormerNameClaim,
    ListingClaim,
    OrganizationClaim,
    OrgRef,
    QuantityClaim,
    Source,
)
from kg.names import org_key, slug


def organization_claim(quads: Quads, claim: OrganizationClaim) -> None:
    """Aliases, kind and further facts of an organisation named in the text."""
    node = organization(quads, claim.org)
    for alias in claim.aliases:
        quads.assertion(node, "skos:altLabel", terms.literal(alias), claim.source)
    if claim.kind:
        quads.code(node, "dct:type", "orgkind", claim.kind)
        kind = terms.iri(ontology.concept("orgkind", claim.kind))
        quads.assertion(node, "dct:type", kind, claim.source)
    if claim.parent:
        parent = terms.iri(organization(quads, claim.parent))
        quads.assertion(node, "org:subOrganizationOf", parent, claim.source)
    if claim.supports:
        institution = terms.iri(organization(quads, claim.supports))
        quads.assertion(node, "ekg:supportsInstitution", institution, claim.source)
    if claim.founded:
        quads.assertion(node, "schema:foundingDate", terms.date(claim.founded), claim.source)
    if claim.url:
        quads.assertion(node, "schema:url", _url(claim.url), claim.source)


_WEB = re.compile(r"(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:[/?#]\S*)?", re.I)


def _url(printed: str) -> str:
    """A web address as an IRI, "www.acme.com." → `<http://www.acme.com>`; as text when it is none."""
    plain = printed.strip().rstrip(".,;)")
    if not _WEB.fullmatch(plain):
        return terms.literal(printed)
    return terms.iri(plain if "://" in plain else f"http://{plain}")


def former_name(quads: Quads, claim: FormerNameClaim) -> None:
    """A former name read in the text; the header's node of the same name takes the evidence when there is one."""
    owner = organization(quads, claim.org)
    node = quads.former_names.get((owner, org_key(claim.name)))
    if not node:
        when = claim.used_until or claim.used_from or "text"
        node = ontology.mint("name", ontology.org_slug(claim.org), slug(claim.name), slug(when))
        quads.former_names[owner, org_key(claim.name)] = node
    quads.link(owner, "ekg:hasFormerName", node)
    quads.type(node, "FormerName")
    quads.once_text(node, "schema:name", claim.name)
    quads.date(node, "ekg:usedFrom", claim.used_from)
    quads.date(node, "ekg:usedUntil", claim.used_until)
    quads.source(node, claim.source)


def cover_page(quads: Quads, claim: CoverPageClaim) -> None:
    """A value of the cover page."""
    node = organization(quads, claim.org)
    if claim.property == "principalOffice":
        quads.assertion(node, "ekg:principalOffice", terms.iri(address_like(quads, claim.value)), claim.source)
    elif claim.property == "url":
        quads.assertion(node, "schema:url", _url(claim.value), claim.source)
    else:
        quads.assertion(node, f"ekg:{claim.property}", terms.literal(claim.value), claim.source)


def listing(quads: Quads, claim: ListingClaim) -> None:
    """A security's exchange and ticker."""
    node = ontology.mint("listing", slug(claim.exchange), slug(claim.ticker).upper())
    quads.link(organization(quads, claim.org), "ekg:hasListing", node)
    quads.type(node, "Listing")
    quads.code(node, "ekg:exchange", "exchange", claim.exchange, single=True)
    quads.once_text(node, "schema:tickerSymbol", claim.ticker)
    quads.date(node, "ekg:attestedOn", quads.filed)
    quads.source(node, claim.source)


def stake(quads: Quads, owner: str, held: OrgRef, source: Source) -> str:
    """The node of `owner`'s stake in an organisation."""
    node = ontology.mint("ownership", tail(owner), ontology.org_slug(held), "equity")
    quads.type(node, "EquityStake")
    quads.link(node, "ekg:owner", owner)
    quads.link(node, "ekg:ownedThing", organization(quads, held))
    quads.date(node, "ekg:attestedOn", quads.filed)
    quads.source(node, source)
    return node


def equity_stake(quads: Quads, claim: EquityStakeClaim) -> None:
    """An organisation's stake in another."""
    node = stake(quads, organization(quads, claim.owner), claim.held, claim.source)
    if claim.rank:
        quads.code(node, "ekg:stakeRank", "stake", claim.rank)
    if claim.percent is not None:
        quads.once(node, "ekg:sharePercent", terms.decimal(claim.percent))


def quantity(quads: Quads, claim: QuantityClaim) -> None:
    """A number that the text states of an organisation or an indication."""
    if isinstance(claim.subject, OrgRef):
        subject = organization(quads, claim.subject)
    else:
        subject = indication(quads, claim.subject)
    parts = [tail(subject), slug(claim.kind), *([slug(claim.place)] if claim.place else [])]
    node = ontology.mint("quantity", quads.accession, *parts)
    node = quads.distinct(node, str(claim.value), claim.comparator, claim.currency or "")
    quads.link(subject, "ekg:hasQuantity", node)
    quads.type(node, "QuantityClaim")
    quads.code(node, "dct:type", "quantity", claim.kind, single=True)
    quads.once(node, "schema:value", number(claim.value))
    quads.code(node, "ekg:comparator", "comparator", claim.comparator, single=True)
    quads.once_text(node, "schema:currency", claim.currency)
    if claim.place:
        area = ontology.place_code(claim.place)
        quads.code(node, "dct:spatial", *(area.split("_", 1) if area else ("territory", slug(claim.place))))
    if claim.authority:
        quads.link(node, "prov:hadPrimarySource", organization(quads, claim.authority))
    quads.date(node, "ekg:attestedOn", quads.filed)
    quads.source(node, claim.source)


def exhibit(quads: Quads, claim: ExhibitClaim) -> None:
    """What the filing says of one of its documents."""
    node = ontology.mint("document", f"{quads.accession}_{claim.sequence}")
    if claim.status:
        quads.code(node, "ekg:exhibitStatus", "exhibit", claim.status, single=True)
    if claim.title:
        quads.once(node, "dct:title", terms.literal(claim.title, lang="en"))
    quads.date(node, "dct:issued", claim.issued)
    quads.source(node, claim.source)


def filing_reference(quads: Quads, claim: FilingReferenceClaim) -> None:
    """A filing cited by form and period alone."""
    company = organization(quads, claim.org)
    form = tail(ontology.concept("form", claim.form)).removeprefix("form_")
    node = ontology.mint("filing", "unresolved", ontology.org_slug(claim.org), form, slug(claim.period or "undated"))
    period = f" for {claim.period}" if claim.period else ""
    label = f"{claim.form} of {short_name(claim.org.name)}{period} (accession not stated)"
    quads.link(ontology.mint("filing", quads.accession), "dct:references", node)
    quads.type(node, "FilingReference")
    quads.once(node, "rdfs:label", terms.literal(label, lang="en"))
    quads.code(node, "ekg:formType", "form", claim.form, single=True)
    quads.date(node, "ekg:periodOfReport", claim.period)
    quads.link(node, "ekg:filer", company)
    quads.source(node, claim.source)
