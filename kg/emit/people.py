"""Claims about persons → statements: positions with their changes, and signatures."""

from __future__ import annotations

from kg import ontology
from kg.emit import terms
from kg.emit.entities import organization, person
from kg.emit.quads import Quads
from kg.model import OrgRef, PersonRef, PositionClaim, SignatureClaim
from kg.names import slug

_BOUND = {"departed": "ekg:endDate", "holds": "ekg:startDate", "appointed": "ekg:startDate", "elected": "ekg:startDate"}


def office(quads: Quads, who: PersonRef, title: str, roles: tuple[str, ...] = (), *, natural: bool = True) -> str:
    """The node of one office: who, where, as what. An organisation may hold one too (`natural` False)."""
    self_named = OrgRef(who.name, who.cik)
    holder = who.cik or (ontology.person_slug(who.name) if natural else ontology.org_slug(self_named))
    node = ontology.mint("position", ontology.org_slug(who.organization), holder, slug(title))
    quads.type(node, "Position")
    quads.link(node, "org:member", person(quads, who) if natural else organization(quads, self_named))
    quads.link(node, "org:organization", organization(quads, who.organization))
    quads.once_text(node, "ekg:titleText", title)
    for role in roles:
        quads.code(node, "org:role", "role", role)
    if quads.filed:
        quads.once(node, "ekg:attestedOn", terms.date(quads.filed))
    return node


def position(quads: Quads, claim: PositionClaim) -> None:
    """An office held, and its change when the text tells of one or dates it."""
    node = office(quads, claim.person, claim.title, claim.roles)
    quads.source(node, claim.source)
    if claim.event == "holds" and not claim.date:
        return
    change = ontology.hashed("change", "", node, claim.event, claim.date or "")
    quads.type(change, "PositionChange")
    quads.link(change, "ekg:ofPosition", node)
    quads.code(change, "ekg:changeKind", "change", claim.event)
    if claim.date:
        quads.once(change, "ekg:effectiveDate", terms.date(claim.date))
        quads.once(node, _BOUND.get(claim.event, "ekg:startDate"), terms.date(claim.date))
    quads.source(change, claim.source)


def signature(quads: Quads, claim: SignatureClaim) -> None:
    """A signature under a document of the filing."""
    document = ontology.mint("document", f"{quads.accession}_{claim.sequence}")
    node = ontology.mint("signature", quads.accession, str(claim.sequence), ontology.person_slug(claim.person.name))
    node = quads.distinct(node, ontology.organization(claim.person.organization), claim.title or "", claim.date or "")
    quads.type(node, "Signature")
    quads.link(node, "ekg:signer", person(quads, claim.person))
    quads.link(node, "ekg:onBehalfOf", organization(quads, claim.person.organization))
    quads.link(node, "ekg:signedDocument", document)
    quads.once_text(node, "ekg:conformedSignature", claim.conformed)
    quads.once_text(node, "ekg:titleText", claim.title)
    quads.once_text(node, "ekg:attorneyInFact", claim.attorney_in_fact)
    quads.date(node, "ekg:signedDate", claim.date)
    quads.source(node, claim.source)
