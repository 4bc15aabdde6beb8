"""XML of Form D → `OfferingNotice`."""

from __future__ import annotations

from lxml import etree

from kg.model import OfferingNotice, OrgRef, RelatedPerson
from kg.parse.ownership import cik
from kg.parse.xml import child, children, local_name, value

_PREVIOUS = (
    ("issuerPreviousNameList", "value"),
    ("issuerPreviousNameList", "previousName"),
    ("edgarPreviousNameList", "previousName"),
)
_NOTHING = frozenset(("none", "n/a", "na", "-", ""))


def offering_notice(root: etree._Element, sequence: int) -> OfferingNotice | None:
    """The notice of an `edgarSubmission` of type D; None for any other root."""
    kind = value(root, "submissionType") or ""
    if local_name(root) != "edgarSubmission" or kind.upper().split("/")[0] != "D":
        return None
    issuer = child(root, "primaryIssuer")
    related = child(root, "relatedPersonsList")
    return OfferingNotice(
        sequence,
        kind,
        issuer=OrgRef(value(issuer, "entityName") or "", cik(value(issuer, "cik"))),
        persons=tuple(_person(person) for person in children(related, "relatedPersonInfo")),
        previous_names=_previous(issuer),
        jurisdiction=value(issuer, "jurisdictionOfInc"),
        entity_type=value(issuer, "entityType"),
    )


def _previous(issuer: etree._Element | None) -> tuple[str, ...]:
    printed = ((name.text or "").strip() for path, leaf in _PREVIOUS for name in children(child(issuer, path), leaf))
    return tuple(dict.fromkeys(name for name in printed if name.lower() not in _NOTHING))


def _person(person: etree._Element) -> RelatedPerson:
    name = child(person, "relatedPersonName")
    parts = (value(name, part) for part in ("firstName", "middleName", "lastName"))
    roles = (
        (role.text or "").strip() for role in children(child(person, "relatedPersonRelationshipList"), "relationship")
    )
    return RelatedPerson(
        " ".join(part for part in parts if part and part.lower() not in _NOTHING),
        tuple(role for role in roles if role),
        value(person, "relationshipClarification"),
    )
