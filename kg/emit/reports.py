"""XML of forms 3, 4, 5 and D → positions and stakes. The form states them in fields, so confidence is 1."""

from __future__ import annotations

import re
from hashlib import sha256
from xml.sax.saxutils import escape

from kg import ontology
from kg.emit.entities import organization
from kg.emit.organizations import former_name, stake
from kg.emit.parties import names_organisation, quote_line
from kg.emit.people import office
from kg.emit.quads import Quads
from kg.model import (
    Evidence,
    Filing,
    FormerNameClaim,
    OfferingNotice,
    OrgRef,
    Owner,
    OwnershipReport,
    PersonRef,
    ReadFiling,
    RelatedPerson,
    Source,
)
from kg.names import org_key, words

_SEE_REMARKS = re.compile(r"\W*see\s+(?:the\s+)?remarks?\b\W*", re.I)
_FORM_D_ROLE = {"director": "director", "promoter": "promoter", "executive officer": "executive-officer"}


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _quotes(source: str, sequence: int, *values: str | None) -> tuple[Evidence, ...]:
    """Where each value stands in the XML, the first time, as printed there (that is, escaped)."""
    found = []
    for value in filter(None, values):
        for printed in (value, escape(value), escape(value, {"'": "&apos;", '"': "&quot;"})):
            at = source.find(f">{printed}<") + 1 or source.find(printed)
            if at >= 0:
                found.append(Evidence(sequence, at, at + len(printed), printed))
                break
    return tuple(found)


def _header_line(filing: Filing, cik: str | None) -> tuple[Evidence, ...]:
    """The header's line that names the party, for what the XML states in a way that cannot be quoted."""
    party = next((party for party in filing.parties if party.cik == cik), filing.registrant)
    return quote_line(filing, party.line("name") or party.line("cik")) if party else ()


def _owner(
    quads: Quads, filing: Filing, report: OwnershipReport, owner: Owner, persons: bool, source: str
) -> None:
    who = PersonRef(owner.name, report.issuer, owner.cik)

    def because(*values: str | None) -> Source:
        quotes = _quotes(source, report.sequence, owner.name, *values) or _header_line(filing, owner.cik)
        return Source("ownership-xml_1", 1.0, quotes)

    offices: list[tuple[str, tuple[str, ...], str | None]] = []
    if owner.is_officer or (owner.officer_title and not owner.is_director):
        title = owner.officer_title or "Officer"
        remarks = (report.remarks or "").strip()
        if _SEE_REMARKS.fullmatch(title) and 0 < len(remarks) <= 200:
            title = remarks
        offices.append((title, ontology.role_codes(title), title))
    if owner.is_director:
        offices.append(("Director", ("director",), None))
    if owner.is_other and owner.other_text:
        offices.append((owner.other_text, ontology.role_codes(owner.other_text), owner.other_text))
    for title, roles, value in offices:
        quads.source(office(quads, who, title, roles, natural=persons), because(value))
    if owner.is_ten_percent:
        holder = OrgRef(owner.name, owner.cik)
        node = ontology.person(who) if persons else organization(quads, holder)
        held = stake(quads, node, report.issuer, because())
        quads.code(held, "ekg:stakeRank", "stake", "ten-percent-owner")


def _ownership(quads: Quads, filing: Filing, report: OwnershipReport, source: str) -> None:
    issuer = organization(quads, report.issuer)
    quads.once_text(issuer, "ekg:tradingSymbol", report.trading_symbol)
    document = ontology.mint("document", f"{quads.accession}_{report.sequence}")
    quads.date(document, "ekg:periodOfReport", report.period)
    for owner in report.owners:
        # A party of the header that was taken for an organisation stays one here.
        known = ontology.mint("company", owner.cik) if owner.cik else ""
        _owner(quads, filing, report, owner, not quads.knows(known, "ekg:cik"), source)


def _related(quads: Quads, filing: Filing, notice: OfferingNotice, person: RelatedPerson, source: str) -> None:
    if not set(words(person.name)) - {"n", "a"}:
        return
    who = PersonRef(person.name, notice.issuer)
    natural = not names_organisation(person.name)
    names = _quotes(source, notice.sequence, person.name)
    if not names:
        parts = person.name.split()
        names = _quotes(source, notice.sequence, parts[0], parts[-1])
    for role in person.roles:
        code = _FORM_D_ROLE.get(role.casefold().strip())
        quotes = names + _quotes(source, notice.sequence, role, person.clarification)
        node = office(quads, who, role, (code,) if code else (), natural=natural)
        quads.text(node, "ekg:clarification", person.clarification)
        quads.source(node, Source("form-d-xml_1", 1.0, quotes or _header_line(filing, None)))


def _offering(quads: Quads, filing: Filing, notice: OfferingNotice, source: str) -> None:
    issuer = organization(quads, notice.issuer)
    quads.once_text(issuer, "ekg:entityType", notice.entity_type)
    area = ontology.place_code(notice.jurisdiction) if notice.jurisdiction else None
    if area:
        scheme, _, code = area.partition("_")
        quads.code(issuer, "ekg:stateOfIncorporation", scheme, code, single=True)
    for name in notice.previous_names:
        if (issuer, org_key(name)) not in quads.former_names and name.casefold() != "none":
            quotes = _quotes(source, notice.sequence, name) or _header_line(filing, None)
            former_name(quads, FormerNameClaim(notice.issuer, name, Source("form-d-xml_1", 1.0, quotes)))
    for person in notice.persons:
        _related(quads, filing, notice, person, source)


def add_reports(quads: Quads, read: ReadFiling) -> None:
    """Every XML report of the filing."""
    bodies = dict(read.filing.numbered())
    for report in read.reports:
        document = bodies.get(report.sequence)
        source = _decode(document.body) if document else ""
        node = ontology.mint("document", f"{quads.accession}_{report.sequence}")
        quads.once_text(node, "ekg:textSha256", sha256(source.encode("utf-8", "surrogatepass")).hexdigest())
        if isinstance(report, OwnershipReport):
            _ownership(quads, read.filing, report, source)
        else:
            _offering(quads, read.filing, report, source)
