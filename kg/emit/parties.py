"""Parties of a header → filer entries, companies, persons, addresses and former names."""

from __future__ import annotations

import re

from kg import ontology
from kg.emit import terms
from kg.emit.dates import fiscal_year_end, iso
from kg.emit.quads import Quads
from kg.model import Evidence, Filing, HeaderLine, Party, PostalAddress, ReadFiling, Source
from kg.names import digest, org_key, slug, words

_EDGAR = "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK="
# Words of organisations' names; a party whose name holds one is no natural person.
_ORGANISATION = frozenset(
    """inc incorporated corp corporation ltd limited llc plc co company gmbh ag sa spa nv bv lp llp pte trust fund funds
    partners partnership capital holdings holding group associates advisors advisers management ventures venture bank
    bancorp foundation university insurance investments investment investors international securities financial
    enterprises estate plan employees retirement pension board society institute hospital state city national global
    america american services systems technologies pharmaceuticals therapeutics master offshore equity asset assets
    industries family and of the for de""".split()
)
_PERSON_ROLES = frozenset({"reporting owner", "filed by", "filer", "filed for"})


def _compact(text: str) -> str:
    return "".join(words(text))


def address(quads: Quads, place: PostalAddress) -> str | None:
    """The node of an address, shared by all who use it; None for an empty one."""
    fields = (place.street1, place.street2, place.city, place.state, place.zip)
    if not any(fields):
        return None
    node = ontology.mint("address", digest(*(" ".join(words(field or "")) for field in fields)))
    quads.type(node, "Address")
    street = ", ".join(line for line in (place.street1, place.street2) if line)
    quads.once_text(node, "schema:streetAddress", street or None)
    quads.once_text(node, "schema:addressLocality", place.city or None)
    quads.once_text(node, "schema:addressRegion", place.state or None)
    quads.once_text(node, "schema:postalCode", place.zip or None)
    area = ontology.place_code(place.state) if place.state and len(place.state.strip()) == 2 else None
    if area:
        quads.once_text(node, "schema:addressCountry", ontology.country_of(area))
    quads.addresses.setdefault(_compact(" ".join(field or "" for field in fields)), node)
    return node


def address_like(quads: Quads, text: str) -> str:
    """The header's address that `text` spells, else an address of its own that holds the text."""
    node = quads.addresses.get(_compact(text))
    if not node:
        node = ontology.mint("address", digest(" ".join(words(text))))
        quads.type(node, "Address")
        quads.once_text(node, "ekg:addressText", text)
    return node


def owners(read: ReadFiling) -> frozenset[str]:
    """CIKs of reporting owners whom the XML calls director or officer."""
    return frozenset(
        owner.cik
        for report in read.reports
        for owner in getattr(report, "owners", ())
        if owner.cik and (owner.is_director or owner.is_officer)
    )


def names_organisation(name: str) -> bool:
    """True when a name holds a word, digit or slash that persons' names do not."""
    return bool(_ORGANISATION & set(words(name)[1:]) or re.search(r"[\d/]", name))


def is_person(party: Party, officers: frozenset[str]) -> bool:
    """True for a natural person: no industry, state, tax number or former name, and a name such as "SMITH DARLA M".

    EDGAR has no field for it. Who is called director or officer may bear any number of names; others must have two to
    five, none of them a word of organisations' names.
    """
    if party.role not in _PERSON_ROLES or party.sic or party.state or party.former_names:
        return False
    if (party.irs or "").strip("0-") or not party.name:
        return False
    if names_organisation(party.name):
        return False
    return party.cik in officers or (party.role != "filer" and 2 <= len(words(party.name)) <= 5)


def tax_number(irs: str) -> str:
    """Nine digits as the IRS writes them: "043321804" → "04-3321804"; anything else as printed."""
    return f"{irs[:2]}-{irs[2:]}" if re.fullmatch(r"\d{9}", irs) else irs


def _person(quads: Quads, party: Party, node: str) -> None:
    quads.type(node, "Person")
    quads.once_text(node, "ekg:cik", party.cik)
    quads.label(node, party.name or "")
    quads.once_text(node, "schema:name", party.name)


def _company(quads: Quads, party: Party, node: str, entry: str) -> None:
    quads.type(node, "Company" if party.cik else "Organization")
    if party.name:
        quads.label(node, party.name)
        quads.once_text(node, "ekg:conformedName", party.name)
    if party.cik:
        quads.once_text(node, "ekg:cik", party.cik)
        quads.link(node, "skos:closeMatch", _EDGAR + party.cik)
    if party.irs and party.irs.strip("0-"):
        quads.once_text(node, "schema:taxID", tax_number(party.irs))
    elif party.irs:  # all zeros: EDGAR's way to say that there is none
        quads.text(entry, "ekg:otherHeaderValue", f"IRS NUMBER: {party.irs}")
    if party.sic:
        quads.code(node, "ekg:sic", "sic", party.sic, single=True)
    if party.sic_title and party.sic and not ontology.is_listed(ontology.concept("sic", party.sic)):
        quads.once(ontology.concept("sic", party.sic), "skos:prefLabel", terms.literal(party.sic_title, lang="en"))
    if party.state:
        area = ontology.place_code(party.state) if len(party.state) == 2 else None
        scheme, _, code = (area or f"place_{party.state}").partition("_")
        quads.code(node, "ekg:stateOfIncorporation", scheme, code, single=True)
    day = fiscal_year_end(party.fiscal_year_end)
    if day:
        quads.once(node, "ekg:fiscalYearEnd", terms.literal(day, ontology.PREFIXES["xsd"] + "gMonthDay"))
    elif party.fiscal_year_end:
        quads.text(entry, "ekg:otherHeaderValue", f"FISCAL YEAR END: {party.fiscal_year_end}")


def quote_line(filing: Filing, line: HeaderLine | None, *, value_only: bool = False) -> tuple[Evidence, ...]:
    """A header line, or the value on it, as evidence (document 0); empty for None."""
    if not line:
        return ()
    start = line.value if value_only else line.start
    return (Evidence(0, start, line.end, filing.header[start : line.end]),)


def _former_names(quads: Quads, filing: Filing, party: Party, node: str) -> None:
    who = party.cik or slug(org_key(party.name or ""))
    for former in party.former_names:
        day = iso(former.date)
        name = ontology.mint("name", who, slug(former.name), slug(day or former.date or "undated"))
        quads.link(node, "ekg:hasFormerName", name)
        quads.type(name, "FormerName")
        quads.once_text(name, "schema:name", former.name)
        quads.date(name, "ekg:headerNameChangeDate", day or former.date)
        evidence = quote_line(filing, former.name_line, value_only=True) + quote_line(filing, former.date_line)
        if evidence:
            quads.source(name, Source("header-former-company_1", 1.0, evidence))
        quads.former_names.setdefault((node, org_key(former.name)), name)


def add_party(quads: Quads, filing: Filing, number: int, party: Party, natural: bool) -> None:
    """One party in its role: the entry of this filing, and who it is."""
    who = party.cik or slug(org_key(party.name or "") or f"party {number}")
    entry = ontology.mint("filer", filing.accession, who)
    entry = quads.distinct(entry, party.role, party.file_number or "", party.film_number or "")
    quads.link(ontology.mint("filing", filing.accession), "ekg:hasFiler", entry)
    quads.type(entry, "FilerEntry")
    quads.code(entry, "ekg:filerRole", "filer", slug(party.role), single=True)
    quads.once_text(entry, "ekg:printedName", party.name)
    quads.once_text(entry, "ekg:secFileNumber", party.file_number)
    quads.once_text(entry, "ekg:filmNumber", party.film_number)
    quads.once_text(entry, "ekg:secAct", party.act)
    quads.once_text(entry, "ekg:relationshipText", party.relationship)
    if party.form_type and party.form_type != filing.form:
        quads.code(entry, "ekg:formType", "form", party.form_type, single=True)
    for key, value in party.other:
        quads.text(entry, "ekg:otherHeaderValue", f"{key}: {value}")
    evidence = quote_line(filing, party.line("file_number") or party.line("cik") or party.line("name"))
    if evidence:
        quads.source(entry, Source("header-filing-values_1", 1.0, evidence))
    if not (party.cik or party.name):
        return
    if natural:
        node = ontology.mint("person", who)
        _person(quads, party, node)
    else:
        node = ontology.mint("company" if party.cik else "organization", who)
        _company(quads, party, node, entry)
    quads.link(entry, "ekg:filer", node)
    quads.once_text(node, "ekg:edgarOffice", party.organization_name or None)
    quads.once_text(node, "ekg:headerPhone", party.phone)
    for predicate, place in (("ekg:businessAddress", party.business_address), ("ekg:mailAddress", party.mail_address)):
        where = address(quads, place) if place else None
        if where:
            quads.once(node, predicate, terms.iri(where))
    _former_names(quads, filing, party, node)
